import { write } from '#db/client.ts'
import { upsertProgrammeRules, type ProgrammeRules } from '#db/programme-rules.ts'
import type { Person } from '#domain/people/person.ts'
import { audited } from './audited.ts'

/** @param from when two signatures begin to count; at once where none is given */
export const setProgrammeRules = async (
  by: Person,
  programme: string,
  rules: ProgrammeRules,
  now: number,
  from: number | null = null,
): Promise<void> => {
  await write([
    upsertProgrammeRules({ programme, ...rules, changedBy: by.id, changedAt: now }, from),
    audited(now, by.id, 'rules-changed', programme, programme),
  ])
}
