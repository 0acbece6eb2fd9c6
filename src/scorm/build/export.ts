/** From a wish to packages: the one function behind the command and the page. */
import { createHash } from 'node:crypto'
import { allSteps, type Course } from '#domain/course/course.ts'
import type { Language } from '#domain/course/language.ts'
import type { Edition, Packed, Standard } from '#domain/packages/packed.ts'
import { packsOf, withPacks } from '#domain/course/packs.ts'
import { keyClashes } from '#domain/course/short-keys.ts'
import { fillCourse } from '#domain/programme/fill-words.ts'
import { courseIn, schemasOf, type Built } from './built.ts'
import { packageOf } from './package.ts'
import { mannerOf, type MannerWish } from '#domain/packages/presets.ts'
import { moduleAlone, selectModules, type Selection } from './select-modules.ts'
import { verify } from './verify.ts'
import type { Files } from './zip.ts'

export interface ExportWish extends MannerWish {
  readonly programme: string
  /** The package opens in the first; with a second one it has a switch. */
  readonly languages: readonly Language[]
  readonly standard: Standard
  /** Slugs; empty for the whole course. */
  readonly modules: readonly string[]
  /** Area packs that come along, by their slugs; left out for none. */
  readonly packs?: readonly string[]
  /** One package for each of these modules, and of these packs. */
  readonly perModule: boolean
  /** Whether clips are packed too; else only their words are. */
  readonly media: boolean
  /** `YYYY-MM-DD`; the day of the release when left out, so that the same release makes the same bytes. */
  readonly builtOn?: string
}

export interface Made {
  /** File name, with `.zip`. */
  readonly name: string
  readonly files: Files
  readonly packed: Packed
  /** Ids of practice sessions that need a module which is not in the package. */
  readonly leftOut: readonly string[]
}

export type Exported =
  | { readonly kind: 'made'; readonly packages: readonly Made[] }
  /** Modules or packs that the course does not have. */
  | { readonly kind: 'unknown-modules'; readonly slugs: readonly string[] }
  | { readonly kind: 'faulty'; readonly problems: readonly string[] }

export function exportPackages(built: Built, wish: ExportWish): Exported {
  const course = built.courses[firstOf(wish)]
  const [common, packs] = [course.modules, packsOf(course)].map((all) =>
    all.map(({ slug }) => slug),
  ) as [string[], string[]]
  const unknown = [
    ...wish.modules.filter((slug) => !common.includes(slug)),
    ...packsIn(wish).filter((slug) => !packs.includes(slug)),
  ]
  if (unknown.length) return { kind: 'unknown-modules', slugs: unknown }
  const modules = common.filter((slug) => !wish.modules.length || wish.modules.includes(slug))
  const isWhole = modules.length === common.length
  const chosen = [...modules, ...packs.filter((slug) => packsIn(wish).includes(slug))]
  const parts = wish.perModule ? chosen.map((slug) => [slug]) : [isWhole ? [] : chosen]
  const packages: Made[] = []
  for (const part of parts) {
    const one = exportOne(built, wish, part)
    if ('problems' in one) return { kind: 'faulty', problems: one.problems }
    packages.push(one)
  }
  return { kind: 'made', packages }
}

const packsIn = ({ packs = [] }: ExportWish): readonly string[] => packs

/** With the packs that were wished for, and without a trace of the others. */
function courseFor(built: Built, language: Language, wish: ExportWish): Course {
  const { packs: _, ...course } = withPacks(
    courseIn(built, language, wish.programme),
    packsIn(wish),
  )
  return course
}

const firstOf = ({ languages }: ExportWish): Language => languages[0] ?? 'en'

function exportOne(
  built: Built,
  wish: ExportWish,
  modules: readonly string[],
): Made | { readonly problems: readonly string[] } {
  const selections = wish.languages.map((language) =>
    selectionOf(courseFor(built, language, wish), modules, wish.perModule),
  )
  const courses = selections.flatMap((one) => (one.kind === 'selected' ? [one.course] : []))
  const [first] = selections
  const editions = courses.map((course) => editionOf(built, course, wish.programme))
  const [edition, ...others] = editions
  if (!edition || first?.kind !== 'selected') return { problems: ['there is nothing to pack'] }
  const problems = [...clashesIn(edition.course), ...differences(courses)]
  if (problems.length) return { problems }
  const packed = packedOf(built, wish, edition, others)
  const files = packageOf({
    packed,
    modules: modules.length ? modules : packsIn(wish),
    player: built.player,
    schemas: schemasOf(wish.standard),
    media: wish.media ? mediaOf(editions, built.media) : new Map(),
  })
  const faults = verify(files)
  return faults.length
    ? { problems: faults }
    : { name: nameOf(wish, modules), files, packed, leftOut: first.leftOut }
}

const packedOf = (
  built: Built,
  wish: ExportWish,
  edition: Edition,
  others: readonly Edition[],
): Packed => ({
  standard: wish.standard,
  release: releaseOf([edition, ...others]),
  builtOn: wish.builtOn ?? dayOf(built.courses[firstOf(wish)]),
  ...edition,
  others,
  manner: mannerOf(wish),
  media: wish.media,
})

function releaseOf(editions: readonly Edition[]): string {
  const releases = editions.map(({ course }) => course.release)
  const [only = '', ...more] = releases
  return more.length
    ? createHash('sha256').update(releases.join()).digest('hex').slice(0, 12)
    : only
}

/** What a package of this wish has around the course: an export is known by it, since all of it can change. */
export function aroundCourse(built: Built, wish: ExportWish): Files {
  if (!built.programmes[firstOf(wish)].some(({ slug }) => slug === wish.programme)) return new Map()
  const [edition, ...others] = wish.languages.map((language) =>
    editionOf(
      built,
      { ...courseFor(built, language, wish), modules: [], resources: [], glossary: {} },
      wish.programme,
    ),
  )
  if (!edition) return new Map()
  return packageOf({
    packed: packedOf(built, wish, edition, others),
    modules: [...wish.modules, ...packsIn(wish)],
    player: built.player,
    schemas: schemasOf(wish.standard),
    media: new Map(),
  })
}

function selectionOf(course: Course, modules: readonly string[], alone: boolean): Selection {
  const [slug = ''] = modules
  const one = alone ? moduleAlone(course, slug) : null
  return one ? { kind: 'selected', course: one, leftOut: [] } : selectModules(course, modules)
}

function editionOf(built: Built, course: Course, wanted: string): Edition {
  const programme = built.programmes[course.language].find(({ slug }) => slug === wanted)
  if (!programme) throw new Error(`Bug: no programme ${wanted} reached the export.`)
  const { slug, name, organisation, country, timeZone, contact, crisis } = programme
  return {
    course: fillCourse(course, programme),
    programme: { slug, name, organisation, country, timeZone, contact, crisis },
  }
}

const clashesIn = (course: Course): string[] =>
  keyClashes(course).map(
    ([one, other]) => `${one} and ${other} have the same short key: rename the newer one`,
  )

/** One state serves all languages of a package, so they must have the same items. */
function differences(courses: readonly Course[]): string[] {
  const ids = courses.map((course) => allSteps(course).map(({ item }) => item.id))
  const [first = []] = ids
  return ids.flatMap((other) =>
    other.join() === first.join() ? [] : ['the languages of the course have different items'],
  )
}

/** The latest day on which a lesson was reviewed: the same wherever and whenever the release is packed. */
const dayOf = (course: Course): string =>
  allSteps(course)
    .flatMap((step) => (step.kind === 'lesson' ? [step.item.reviewed] : []))
    .sort()
    .at(-1) ?? '2020-01-01'

/** Only what the lessons name. */
function mediaOf(editions: readonly Edition[], media: Files): Files {
  const html = editions.flatMap(({ course }) =>
    allSteps(course).flatMap((step) => (step.kind === 'lesson' ? [step.item.html] : [])),
  )
  return new Map(
    [...media]
      .filter(([name]) => html.some((text) => text.includes(`media:${name}`)))
      .map(([name, content]) => [`media/${name}`, content]),
  )
}

const nameOf = (wish: ExportWish, modules: readonly string[]): string =>
  [
    'alongside',
    wish.programme,
    ...wish.languages,
    `scorm${wish.standard.replace('.', '')}`,
    ...(wish.preset === 'generic' ? [] : [wish.preset]),
    ...(wish.perModule ? modules : modules.length ? ['part'] : []),
    ...(!wish.perModule && packsIn(wish).length ? ['areas'] : []),
  ].join('-') + '.zip'
