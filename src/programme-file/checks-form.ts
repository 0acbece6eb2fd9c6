/** From the boxes of a form to the checks of a programme's file. */
import { freeSlug } from './free-slug.ts'
import { USUAL_WINDOW, type CheckFile, type Local } from './programme-file.ts'

/** How many further checks the form offers at a time. */
export const SPARE_CHECKS = 1

/**
 * A check whose words are all empty is left out.
 * @param slugs of those that are there already
 * @returns what was typed, which may not fit, and where each stands in the form
 */
export function checksFrom(
  slugs: readonly string[],
  said: (box: string) => string,
  local: (path: string) => Local,
  hasWords: (words: Local) => boolean,
): { readonly file: Record<string, CheckFile>; readonly pathOf: ReadonlyMap<string, string> } {
  const file: Record<string, CheckFile> = {}
  const pathOf = new Map<string, string>()
  const read = (path: string, slugFor: (name: Local) => string): void => {
    const words = { name: local(`${path}.name`), why: local(`${path}.why`) }
    const level = local(`${path}.level`)
    if (![words.name, words.why, level].some(hasWords)) return
    const slug = slugFor(words.name)
    const number = (box: string): number | undefined => numberIn(said(`${path}.${box}`))
    const [months, window, statusMonths] = ['months', 'window', 'statusMonths'].map(number)
    pathOf.set(slug, path)
    file[slug] = {
      ...words,
      ...(hasWords(level) ? { level } : {}),
      ...(months === undefined ? {} : { months }),
      window: window ?? USUAL_WINDOW,
      status: said(`${path}.status`) === 'yes',
      ...(statusMonths === undefined ? {} : { statusMonths }),
    }
  }
  for (const slug of slugs) read(`checks.${slug}`, () => slug)
  for (let n = 0; n < SPARE_CHECKS; n++)
    read(`new-check.${n}`, ({ en, es }) => freeSlug(en ?? es ?? '', 'check', Object.keys(file)))
  return { file, pathOf }
}

/** Undefined for an empty box; what is no whole number fits no field. */
const numberIn = (typed: string): number | undefined =>
  typed === '' ? undefined : /^\d{1,4}$/.test(typed) ? Number(typed) : -1
