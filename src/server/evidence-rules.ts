/** What a coordinator's evidence about somebody must have. */
import type { Competency, Need } from '#domain/readiness/competency.ts'

export const TEXT_LENGTH = 4000

export type EvidenceProblem =
  | 'competency-missing'
  | 'accepted-missing'
  | 'kind-missing'
  | 'source-missing'
  | 'note-missing'
  | 'day-malformed'
  | 'day-future'
  | 'too-long'
  | 'oneself'

/** @param day `YYYY-MM-DD`; today in any time zone is allowed */
export function problemWithDay(day: string, now: number): 'day-malformed' | 'day-future' | null {
  const time = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day || time < 0)
    return 'day-malformed'
  return time > now + 14 * 3_600_000 ? 'day-future' : null
}

/** Every kind of need of a line, those inside `any` too. */
export const kindsOf = (competency: Competency): Set<Need['kind']> =>
  new Set(flat(competency.needs).map(({ kind }) => kind))

const flat = (needs: readonly Need[]): Need[] =>
  needs.flatMap((need) => (need.kind === 'any' ? flat(need.of) : [need]))
