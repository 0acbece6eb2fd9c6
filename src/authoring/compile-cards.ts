/** The decision cards of modules and packs, with their words in one language. */
import type { Course, Pack } from '#domain/course/course.ts'
import { CARDS_SLUG, PILES, type DecisionCard } from '#domain/course/decision-cards.ts'
import type { Language } from '#domain/course/language.ts'
import type { Bench } from './bench.ts'
import * as schema from './schema.ts'
import { freshness } from './translation.ts'

/** So many come back at once in three minutes; a pack has its module's beside it. */
const LEAST = { module: 4, pack: 2 } as const
const FILE = /^(?:en|es)\/((?:areas\/)?([^/]+))\/cards\.yaml$/

export function compileCards(
  bench: Bench,
  language: Language,
  course: Course,
  packs: readonly Pack[],
): DecisionCard[] {
  return [...bench.source.keys()].flatMap((found) => {
    const [, folder = '', module = ''] = found.startsWith('en/') ? (FILE.exec(found) ?? []) : []
    const known = folder && homeOf(course, packs, folder, module)
    return known ? cardsIn(bench, language, module, folder) : []
  })
}

/** The module, or the pack, in whose folder the cards lie. */
const homeOf = ({ modules }: Course, packs: readonly Pack[], folder: string, slug: string) =>
  (folder === slug ? modules : packs).find((one) => one.slug === slug)

function cardsIn(bench: Bench, language: Language, module: string, folder: string): DecisionCard[] {
  const path = `${folder}/${CARDS_SLUG}.yaml`
  const file = bench.read(`en/${path}`, schema.cardsFile)
  if (!file) return []
  const { shownIn } = freshness(bench, language, path)
  const words = shownIn === 'en' ? null : bench.read(`${language}/${path}`, schema.cardsWords)
  for (const id of Object.keys(words?.cards ?? {}))
    if (!file.cards.some((card) => card.id === id))
      bench.error(
        `${language}/${path}`,
        ['cards', id],
        `the English file has no card "${id}"`,
        'take it out, or look for a slip in the name',
      )
  return file.cards.map(({ id, revision, lesson, says, pile, feedback, sign }): DecisionCard => {
    const said = words?.cards[id]
    if (words && !said)
      bench.warning(
        `${language}/${path}`,
        `cards.${id}`,
        'the card is not translated',
        'add its words under this id',
      )
    return {
      id: `${module}/${CARDS_SLUG}/${id}`,
      revision,
      module,
      lesson: `${module}/${lesson}`,
      says: said?.says ?? says,
      pile,
      feedback: said?.feedback ?? feedback,
      ...(typeof sign === 'string' ? { sign } : {}),
      shownIn: said ? language : 'en',
    }
  })
}

/** Each module has enough of them, and each of them a module and a lesson. */
export function checkCards(bench: Bench, course: Course, packs: readonly Pack[]): void {
  for (const path of bench.source.keys()) {
    const [, folder = '', module = ''] = FILE.exec(path) ?? []
    if (!folder) continue
    const home = homeOf(course, packs, folder, module)
    if (!home)
      bench.error(
        path,
        '',
        folder === module ? `the course has no module "${module}"` : `there is no pack "${module}"`,
        'move the cards to another module, or take the file out and list their ids under "gone:" in en/course.yaml',
      )
    else if (!path.startsWith('en/') && !bench.source.has(`en/${folder}/${CARDS_SLUG}.yaml`))
      bench.error(path, '', 'there is no English file', 'write it, or take this one out')
    else if (path.startsWith('en/') && !bench.unread.has(path))
      checkFile(bench, path, home.lessons, folder === module ? LEAST.module : LEAST.pack)
  }
  // A course may do without any; where some modules have cards, each has.
  if (![...bench.source.keys()].some((path) => FILE.test(path))) return
  for (const { folder, least } of [
    ...course.modules.map(({ slug }) => ({ folder: slug, least: LEAST.module })),
    ...packs.map(({ slug }) => ({ folder: `areas/${slug}`, least: LEAST.pack })),
  ])
    if (!bench.source.has(`en/${folder}/${CARDS_SLUG}.yaml`))
      bench.warning(
        `en/${folder}/${CARDS_SLUG}.yaml`,
        '',
        'there are no decision cards, so nothing of it comes back',
        `write at least ${least} (docs/authoring.md)`,
      )
}

function checkFile(
  bench: Bench,
  path: string,
  lessons: readonly { readonly slug: string }[],
  least: number,
): void {
  const { data } = schema.cardsFile.safeParse(bench.source.get(path)?.data)
  if (!data) return
  const { cards } = data
  if (cards.length < least)
    bench.error(path, 'cards', `there are ${cards.length} cards`, `write at least ${least}`)
  cards.forEach(({ id, lesson, pile, sign, feedback }, at) => {
    const field = ['cards', at]
    if (cards.findIndex((one) => one.id === id) < at)
      bench.error(path, field, `"${id}" is used twice`, 'give each card its own id')
    if (!lessons.some(({ slug }) => slug === lesson))
      bench.error(
        path,
        [...field, 'lesson'],
        `there is no lesson "${lesson}" here`,
        `use one of: ${lessons.map(({ slug }) => slug).join(', ')}`,
      )
    if (typeof sign === 'string' && pile !== 'now')
      bench.error(
        path,
        [...field, 'pile'],
        `"${id}" holds an urgent sign and lies on the pile "${pile}"`,
        'put it on the pile "now": no card passes a sign by',
      )
    const said = PILES.map((one) => feedback[one])
    if (new Set(said).size < said.length)
      bench.error(
        path,
        [...field, 'feedback'],
        `"${id}" says the same of two piles`,
        'say of each pile what speaks for it or against it',
      )
  })
}
