import { GuardFailed, write } from '#db/client.ts'
import { guardRules, upsertProgrammeRules, type ProgrammeRules } from '#db/programme-rules.ts'
import type { Person } from '#domain/people/person.ts'
import { audited } from '#server/access/audited.ts'

/**
 * @param version of the rules that the form showed
 * @param from when two signatures begin to count; at once where none is given
 * @returns `meanwhile` where somebody else changed them since: nothing is saved before that was seen
 */
export async function setProgrammeRules(
  by: Person,
  programme: string,
  rules: ProgrammeRules,
  version: number,
  now: number,
  from: number | null = null,
): Promise<'saved' | 'meanwhile'> {
  try {
    await write([
      guardRules(programme, version),
      upsertProgrammeRules({ programme, ...rules, changedBy: by.id, changedAt: now }, from),
      audited(now, by.id, 'rules-changed', programme, programme),
    ])
    return 'saved'
  } catch (error) {
    if (error instanceof GuardFailed) return 'meanwhile'
    throw error
  }
}
