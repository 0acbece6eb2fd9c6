/** What the course rests on and an expert must confirm: for those who teach it and for reviewers, never for trainees or in packages. */
import type { Language } from './language.ts'

type Country = 'us' | 'uk'

export interface ToConfirm {
  readonly id: string
  readonly what: string
  /** What is open about it. */
  readonly why: string
  /** Who must confirm it, in words. */
  readonly who: readonly string[]
  /** Where it holds; left out where everywhere. */
  readonly country?: Country
  /** Items that rest on it, such as safety/complaints, and files of the course. */
  readonly usedIn: readonly string[]
}

export type OpenFacts = Readonly<Record<Language, readonly ToConfirm[]>>

export interface Asked {
  readonly who: string
  readonly facts: readonly ToConfirm[]
}

/** What holds in a country, by whom one asks: one list to take along to each. In the order of the file. */
export function byExpert(facts: readonly ToConfirm[], country: Country): readonly Asked[] {
  const here = facts.filter((fact) => !fact.country || fact.country === country)
  const experts = [...new Set(here.flatMap(({ who }) => who))]
  return experts.map((who) => ({ who, facts: here.filter((fact) => fact.who.includes(who)) }))
}

/** What a module rests on and nobody has confirmed. @param module slug */
export const toConfirmIn = (
  facts: readonly ToConfirm[],
  module: string,
  country: Country,
): readonly ToConfirm[] =>
  facts.filter(
    (fact) =>
      (!fact.country || fact.country === country) &&
      fact.usedIn.some((item) => item.startsWith(`${module}/`)),
  )
