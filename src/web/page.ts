/** What pages share: who may see them, and how they answer. */
import type { APIContext } from 'astro'
import { findTrainee } from '#db/trainees.ts'
import type { Course } from '#domain/course/course.ts'
import { isAdministrator, programmesAs, type Person } from '#domain/people/person.ts'
import { loadLearner, type Learner } from '#server/learning/learner.ts'
import { loadCourse, loadProgramme } from '#server/course/load-course.ts'
import { noteSeen } from '#server/access/note-seen.ts'
import { isUuid } from '#domain/learning/uuid.ts'

export const notFound = (): Response => new Response(null, { status: 404 })

/** A 303 answers a form, so that reloading the page sends nothing twice. @param to a path; any letters */
export const seeOther = (to: string): Response =>
  new Response(null, { status: 303, headers: { location: inHeader(to) } })

/** A header takes neither letters beyond ASCII nor line ends. */
const inHeader = (path: string): string =>
  path.toWellFormed().replace(/[^\x21-\x7e]+/g, encodeURIComponent)

/** The signed-in person, or the answer that sends a visitor to sign in. */
export function requirePerson(context: APIContext): Person | Response {
  const { person, path } = context.locals
  return person ?? seeOther(`/sign-in?to=${encodeURIComponent(path)}`)
}

export const isTrainee = (person: Person): boolean =>
  person.roles.some(({ role }) => role === 'trainee')

/** The page's course is the learner's from here on: with what a coordinator opened for them. */
export async function requireLearner(context: APIContext): Promise<Learner | Response> {
  const person = requirePerson(context)
  if (person instanceof Response) return person
  const { locals } = context
  const learner = await loadLearner(person.id, locals.course)
  locals.course = learner.course
  return learner
}

export interface Coordinator {
  readonly person: Person
  /** Programmes in which this person coordinates or observes. */
  readonly programmes: readonly string[]
  /** False for somebody who only observes. */
  readonly mayDecide: boolean
}

/** Others get the same answer as for a page that is not there. */
export function requireCoordinator(context: APIContext): Coordinator | Response {
  const person = requirePerson(context)
  if (person instanceof Response) return person
  const coordinated = programmesAs(person, 'coordinator')
  const programmes = [...new Set([...coordinated, ...programmesAs(person, 'observer')])]
  if (programmes.length === 0) return notFound()
  return { person, programmes, mayDecide: coordinated.length > 0 }
}

export function requireAdministrator(context: APIContext): Person | Response {
  const person = requirePerson(context)
  if (person instanceof Response) return person
  return isAdministrator(person) ? person : notFound()
}

export interface TraineePage {
  readonly coordinator: Coordinator
  /** Coordinates the trainee's own programme. */
  readonly mayDecide: boolean
  /** A coordinator who is a trainee too never reads what others wrote about them (R16). */
  readonly mayReadInternal: boolean
  readonly trainee: NonNullable<Awaited<ReturnType<typeof findTrainee>>>
  /** The trainee's work, in the coordinator's language with the trainee's programme's words. */
  readonly learner: Learner
  readonly course: Course
}

/** A trainee of one of the coordinator's programmes; foreign and absent ids answer alike (R15). */
export async function requireTrainee(context: APIContext): Promise<TraineePage | Response> {
  const coordinator = requireCoordinator(context)
  if (coordinator instanceof Response) return coordinator
  const id = context.params['trainee']
  const trainee = isUuid(id) ? await findTrainee(id, coordinator.programmes) : null
  if (!trainee) return notFound()
  const { language, now } = context.locals
  await noteSeen(coordinator.person.id, 'record', trainee.id, trainee.programme, now)
  const course = loadCourse(language, loadProgramme(trainee.programme, language))
  const mayDecide = programmesAs(coordinator.person, 'coordinator').includes(trainee.programme)
  return {
    coordinator,
    mayDecide,
    mayReadInternal: mayDecide && coordinator.person.id !== trainee.id,
    trainee,
    course,
    learner: await loadLearner(trainee.id, course),
  }
}

/** Where a person starts. */
export function homeOf(person: Person): string {
  if (person.roles.some(({ role }) => role === 'trainee')) return '/learn'
  if (person.roles.some(({ role }) => role === 'coordinator' || role === 'observer'))
    return '/coordinate'
  return isAdministrator(person) ? '/manage' : '/learn'
}

/** Only paths of ours; anything else leads home. */
export const localPath = (to: string | null, otherwise: string): string =>
  to && /^\/(?![/\\])[^\s\\]*$/.test(to) ? to : otherwise

export interface NavEntry {
  readonly href: string
  readonly text: string
  /** `page`: this very page, said once on it; `true`: the page belongs there, or its own menu names it. */
  readonly current: 'page' | 'true' | undefined
}

/** Their pages have a menu of their own. */
const WITH_MENU = ['/coordinate', '/manage']

/** The navigation of a page, at most five entries. */
export function navOf(context: APIContext): NavEntry[] {
  const { person, words, path } = context.locals
  if (!person) return []
  const has = (...roles: string[]): boolean => person.roles.some(({ role }) => roles.includes(role))
  const entries = [
    ...(has('trainee') ? [{ href: '/learn', text: words.learn.tasks }] : []),
    ...(has('trainee') ? [{ href: '/record', text: words.learn.myRecord }] : []),
    ...(has('coordinator', 'observer')
      ? [{ href: '/coordinate', text: words.coordinate.title }]
      : []),
    ...(has('administrator') ? [{ href: '/manage', text: words.manage.title }] : []),
    { href: '/resources', text: words.learn.resourcesNav },
  ]
  const [here = ''] = path.split('?')
  const currentAt = (href: string): NavEntry['current'] => {
    if (here === href) return WITH_MENU.includes(href) ? 'true' : 'page'
    return here.startsWith(`${href}/`) ? 'true' : undefined
  }
  return entries.map((entry) => ({ ...entry, current: currentAt(entry.href) }))
}
