/** How often what is left to chance is tried: `npm run test:hard` tries the same tests more often, and says so by HARD. */
import type { Language } from '#domain/course/language.ts'

const HARD = Boolean(process.env['HARD'])

export const runs = (quick: number, hard: number): number => (HARD ? hard : quick)

/**
 * Of many cases of one kind every so many; `npm run test:hard` takes all.
 * @param from where to begin, so that others are taken elsewhere
 */
export const some = <T>(every: number, all: readonly T[], from = 0): readonly T[] =>
  HARD ? all : all.filter((_, index) => (index + from) % every === 0)

/**
 * Of a journey that is written for both languages the one that `npm test` takes; `npm run test:hard` takes it in both. What a
 * language changes is words and their length, which every-page.spec.ts looks at on every page in both.
 */
export const oneOf = <J extends { readonly language: Language }>(
  quick: Language,
  journeys: readonly J[],
): readonly J[] => (HARD ? journeys : journeys.filter(({ language }) => language === quick))
