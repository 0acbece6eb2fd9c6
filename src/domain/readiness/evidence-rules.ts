/** What a coordinator's evidence about somebody must have. */
import { isDay } from '#domain/calendar/days.ts'
import { flatNeeds, type Competency, type Need } from './competency.ts'

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

/** @param day as typed @param today `YYYY-MM-DD`, by the programme's clock */
export function problemWithDay(day: string, today: string): 'day-malformed' | 'day-future' | null {
  if (!isDay(day) || day < '1970') return 'day-malformed'
  return day > today ? 'day-future' : null
}

/** Every kind of need of a line, those inside `any` too. */
export const kindsOf = (competency: Competency): Set<Need['kind']> =>
  new Set(flatNeeds(competency.needs).map(({ kind }) => kind))

/** Whether some line may count what is written in a module's reflection or exercise. */
export const countsWriting = (
  lines: readonly Competency[],
  kind: 'reflection' | 'exercise',
  module: string,
): boolean =>
  lines.some(({ needs }) =>
    flatNeeds(needs).some((need) => need.kind === kind && need.module === module),
  )
