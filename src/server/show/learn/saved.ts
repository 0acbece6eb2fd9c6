/** What a trainee may keep on a device of their own: a module, what is known of them, and how large it all is. */
import { createHash } from 'node:crypto'
import { together } from '#db/client.ts'
import { findModule, type Course } from '#domain/course/course.ts'
import { packsIn } from '#domain/course/packs.ts'
import { LANGUAGES, type Language } from '#domain/course/language.ts'
import {
  learntOf,
  moduleToSave,
  type ModuleToSave,
  type PersonToSave,
} from '#domain/learning/saved.ts'
import type { Edition } from '#domain/packages/packed.ts'
import { NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import { programmesAs, type Person } from '#domain/people/person.ts'
import type { Programme } from '#domain/programme/programme.ts'
import type { SignedIn } from '#server/access/session.ts'
import { courseOf } from '#server/course/course-of.ts'
import { loadCourse, loadProgramme } from '#server/course/load-course.ts'
import { publicHalf } from '#server/forms/device-pair.ts'
import { learnerQueries } from '#server/learning/learner.ts'

type Session = Pick<SignedIn, 'shared'>
type OwnSession = Session & Pick<SignedIn, 'person' | 'heldUntil'>

/** A computer that others use keeps nothing. */
const SHARED = { kind: 'shared' } as const
type Refused = NotAllowed | typeof SHARED

/** The programme in which they learn, or why nothing is kept. */
function maySave(by: Person, { shared }: Session): string | Refused {
  const [programme] = programmesAs(by, 'trainee')
  if (programme === undefined) return NOT_ALLOWED
  return shared ? SHARED : programme
}

/** @returns null where the course has no such module */
export function showModuleToSave(
  by: Person,
  session: Session,
  language: Language,
  slug: string,
): { readonly kind: 'module'; readonly module: ModuleToSave } | Refused | null {
  const may = maySave(by, session)
  if (typeof may !== 'string') return may
  const programme = loadProgramme(may, language)
  const module = moduleIn(
    courseOf(loadCourse(language, programme), by.areas ?? []),
    slug,
    programme,
  )
  return module && { kind: 'module', module }
}

export async function showPersonToSave(
  by: Person,
  session: OwnSession,
  now: number,
): Promise<{ readonly kind: 'person'; readonly person: PersonToSave } | Refused> {
  const programme = maySave(by, session)
  if (typeof programme !== 'string') return programme
  const { progress, overview, opened, areas } = await together(learnerQueries(by.id))
  const { language } = by
  const words = loadProgramme(programme, language)
  const help = Object.fromEntries(
    LANGUAGES.map((one) => [one, reachedIn(loadProgramme(programme, one))]),
  ) as PersonToSave['help']
  return {
    kind: 'person',
    person: {
      person: by.id,
      publicKey: await publicHalf(session, now),
      learnt: learntOf(progress),
      lastItem: overview?.lastItem || null,
      opened,
      programme,
      language,
      release: releaseWith(courseOf(loadCourse(language, words), areas), words),
      help,
    },
  }
}

export interface SizedModule {
  readonly slug: string
  readonly title: string
  /** What it takes on a device; over the line it is about a quarter of that. */
  readonly bytes: number
}

export type WhatToSave = { readonly kind: 'modules'; readonly modules: readonly SizedModule[] }

const sized = new WeakMap<Course, readonly SizedModule[]>()

/** What can be saved, and how large it is. @param session at a shared computer it is not even offered */
export function showWhatToSave(
  by: Person,
  session: Session,
  language: Language,
): WhatToSave | Refused {
  const may = maySave(by, session)
  if (typeof may !== 'string') return may
  const programme = loadProgramme(may, language)
  const course = courseOf(loadCourse(language, programme), by.areas ?? [])
  const modules =
    sized.get(course) ??
    course.modules.map(({ slug, title }) => ({
      slug,
      title,
      bytes: Buffer.byteLength(JSON.stringify(moduleIn(course, slug, programme))),
    }))
  sized.set(course, modules)
  return { kind: 'modules', modules }
}

/** Of each module, by its slug; none where nothing can be saved. */
export function sizesFor(by: Person, language: Language): ReadonlyMap<string, number> {
  const shown = showWhatToSave(by, { shared: false }, language)
  return new Map(
    shown.kind === 'modules' ? shown.modules.map(({ slug, bytes }) => [slug, bytes]) : [],
  )
}

function moduleIn(course: Course, slug: string, programme: Programme): ModuleToSave | null {
  const alone = findModule(course, slug) && moduleToSave(course, slug)
  return (
    alone && {
      language: course.language,
      module: slug,
      programme: programme.slug,
      release: releaseWith(course, programme),
      course: alone,
      order: course.modules.map((module) => ({ slug: module.slug, title: module.title })),
    }
  )
}

const releases = new WeakMap<Programme, Map<string, string>>()

/** An administrator changes a programme's words without a release of the course, and somebody chooses other packs: either counts as one here. */
export function releaseWith(course: Course, programme: Programme): string {
  const packs = packsIn(course).map(({ slug }) => slug)
  const release = [course.release, ...packs].join(' ')
  const known = releases.get(programme)?.get(release)
  if (known) return known
  const text = JSON.stringify([release, programme])
  const withWords = createHash('sha256').update(text).digest('hex').slice(0, 12)
  const all = releases.get(programme) ?? new Map<string, string>()
  releases.set(programme, all.set(release, withWords))
  return withWords
}

function reachedIn(programme: Programme): Edition['programme'] {
  const { slug, name, organisation, country, timeZone, contact, crisis } = programme
  return { slug, name, organisation, country, timeZone, contact, crisis }
}
