/** Finds words in what is saved here, as the platform does in the whole course. */
import { cardsOf } from '#domain/course/cards.ts'
import type { Course } from '#domain/course/course.ts'
import { dangersIn, type Danger } from '#domain/search/danger.ts'
import { excerptOf } from '#domain/search/excerpt.ts'
import { partsOf, type SearchPart } from '#domain/search/parts.ts'
import { searchOver, type Search } from '#search/search.ts'
import type { SavedModule } from '../store.ts'

/** What the page shows of a place. */
export interface FoundHere {
  readonly title: string
  readonly module: string
  readonly words: string
  /** In the course: `/consent/waiting/2`. */
  readonly address: string
}

export interface Answer {
  readonly dangers: readonly Danger[]
  /** Best first. */
  readonly hits: readonly FoundHere[]
  /** True where nothing has all words as they were typed. */
  readonly isNear: boolean
}

/** As many as the platform shows of the course. */
const MOST = 20

/** Of these modules; made when it is first asked for. */
let made: { readonly of: string; readonly search: Search } | null = null

export function findIn(modules: readonly SavedModule[], query: string): Answer {
  const { hits, isNear } = searchIn(modules)(query)
  return {
    dangers: dangersIn(query),
    isNear,
    hits: hits.slice(0, MOST).map(({ part, words }) => ({
      title: [part.title, part.heading].filter(Boolean).join(' – '),
      module: part.module,
      words: excerptOf(part.text, words)
        .map(({ text }) => text)
        .join(''),
      address: addressOf(part, modules),
    })),
  }
}

function searchIn(modules: readonly SavedModule[]): Search {
  const of = modules.map(({ language, module, release }) => [language, module, release]).join()
  if (made?.of !== of) {
    // Each module brings the glossary and the pages to print along.
    const parts = new Map(
      modules.flatMap(({ course }) => partsOf(course)).map((part) => [part.key, part]),
    )
    made = { of, search: searchOver([...parts.values()]) }
  }
  return made.search
}

function addressOf({ kind, id, anchor }: SearchPart, modules: readonly SavedModule[]): string {
  if (kind === 'term') return '/glossary'
  const section = kind === 'lesson' && anchor ? sectionOf(id, anchor, modules) : 0
  return section ? `/${id}/${section}` : `/${id}`
}

/** Of the card on which it stands, counted as the course counts. */
function sectionOf(id: string, anchor: string, modules: readonly SavedModule[]): number {
  const lessons = modules.flatMap(({ course }) => lessonsOf(course))
  const text = lessons.find((lesson) => lesson.id === id)?.html ?? ''
  return cardsOf(text).find(({ html }) => html.includes(`id="${anchor}"`))?.section ?? 0
}

const lessonsOf = ({ modules }: Course) => modules.flatMap(({ lessons }) => lessons)
