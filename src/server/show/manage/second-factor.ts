/** From which day on all staff need a second factor, and who has none yet. */
import { together } from '#db/client.ts'
import {
  countFactorsQuery,
  factorDatesQuery,
  withoutFactorQuery,
  type FactorDate,
} from '#db/factors.ts'
import type { Language } from '#domain/course/language.ts'
import { mayAdminister } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'

const MOST_NAMES = 50
const MOST_DATES = 10

export interface ShownFactorDate {
  readonly dueFrom: number
  /** The newest first. */
  readonly dates: readonly FactorDate[]
  readonly have: number
  readonly all: number
  readonly without: readonly { readonly id: string; readonly name: string }[]
  /** Beside those that are named. */
  readonly more: number
}

/** Null for who is no administrator. */
export async function showFactorDate(
  by: Person,
  language: Language,
): Promise<ShownFactorDate | null> {
  if (!mayAdminister(by)) return null
  const { dates, counts, without } = await together({
    dates: factorDatesQuery(MOST_DATES),
    counts: countFactorsQuery(),
    without: withoutFactorQuery(language, MOST_NAMES),
  })
  const { have, all } = counts
  const more = all - have - without.length
  return { dueFrom: dates[0]?.dueFrom ?? 0, dates, have, all, without, more }
}
