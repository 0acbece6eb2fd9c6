/** What is found for a word: in the course, in what somebody wrote, and first of all whom to call. Nothing of it is written down. */
import { read } from '#db/client.ts'
import { progressQuery } from '#db/records.ts'
import type { Course } from '#domain/course/course.ts'
import { mayTeach } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { varietyOf } from '#domain/programme/locale.ts'
import type { Programme } from '#domain/programme/programme.ts'
import { dangersIn, type Danger } from '#domain/search/danger.ts'
import { ownParts } from '#domain/search/own-parts.ts'
import { courseSearch, helpSearch } from '#server/course/course-search.ts'
import { loadHelp } from '#server/course/load-course.ts'
import { readableBy } from '#server/learning/readable-by.ts'
import { searchOver, type Found, type Hit } from '#search/search.ts'

const LONGEST = 100
const MOST = { course: 20, own: 5, teaching: 5, help: 5 } as const

export interface FoundIn {
  readonly name: keyof typeof MOST
  /** The best of them. */
  readonly hits: readonly Hit[]
  readonly total: number
  readonly isNear: boolean
}

export interface ShownSearch {
  /** As it is searched for; empty where nothing was typed. */
  readonly query: string
  readonly dangers: readonly Danger[]
  /** Only where something was found. */
  readonly found: readonly FoundIn[]
}

/** @param course as it was loaded @param person null for a visitor, who finds only what visitors may read */
export async function showSearch(
  typed: string,
  { course, programme }: { readonly course: Course; readonly programme: Programme },
  person: Person | null,
): Promise<ShownSearch> {
  const query = typed.trim().slice(0, LONGEST)
  if (!query) return { query, dangers: [], found: [] }
  const progress = person ? await read(progressQuery(person.id)) : null
  const own = person && progress ? await readableBy(person, progress) : null
  const ownWords = own ? searchOver(ownParts(course, own)) : null
  const help = helpSearch(loadHelp(varietyOf(course.language, programme)), person)
  const teaching = person && mayTeach(person) ? courseSearch(course, 'teaching') : null
  return {
    query,
    dangers: dangersIn(query),
    found: [
      ...among('course', courseSearch(course, person ? 'member' : 'visitor')(query)),
      ...(ownWords ? among('own', ownWords(query)) : []),
      ...(teaching ? among('teaching', teaching(query)) : []),
      ...among('help', help(query)),
    ],
  }
}

const among = (name: FoundIn['name'], { hits, isNear }: Found): FoundIn[] =>
  hits.length === 0 ? [] : [{ name, hits: hits.slice(0, MOST[name]), total: hits.length, isNear }]
