import { write } from '#db/client.ts'
import { upsertProgrammeRules, type ProgrammeRules } from '#db/programme-rules.ts'
import type { Person } from '#domain/people/person.ts'
import { audited } from './audited.ts'

export const setProgrammeRules = async (
  by: Person,
  programme: string,
  rules: ProgrammeRules,
  now: number,
): Promise<void> => {
  await write([
    upsertProgrammeRules({ programme, ...rules, changedBy: by.id, changedAt: now }),
    audited(now, by.id, 'rules-changed', programme, programme),
  ])
}
