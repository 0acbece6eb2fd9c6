/** Who may see a page. */
import type { APIContext } from 'astro'
import { allSteps } from '#domain/course/course.ts'
import { isAdministrator, type Person } from '#domain/people/person.ts'
import { ownLearner, ownLearnerAt, type OwnLearner } from '#server/learning/learner.ts'
import { isAskable } from './about-pages.ts'
import { notFound, seeOther } from './answers.ts'

/** The signed-in person, or the answer that sends a visitor to sign in. */
export function requirePerson(context: APIContext): Person | Response {
  const { person, path } = context.locals
  return person ?? seeOther(`/sign-in?to=${encodeURIComponent(path)}`)
}

export const isTrainee = (person: Person): boolean =>
  person.roles.some(({ role }) => role === 'trainee')

/** Routes of the pages that begin with `requireLearner`: these read by themselves what was asked about them. */
const READS_LEARNER: ReadonlySet<string> = new Set([
  '/learn',
  ...[
    'arrival',
    'checks',
    'confidence',
    'messages',
    'pause',
    'remembering',
    'reviews',
    'sign-off',
  ].map((page) => `/learn/${page}`),
  ...['', '/debrief', '/talk'].map((page) => `/learn/[module]/[item]${page}`),
  ...['', '/[question]', '/result'].map((page) => `/learn/[module]/quiz${page}`),
  ...['/learn/[module]/print', '/learn/confidence/[when]', '/learn/pairings/[id]'],
  ...['/record', '/record/certificate', '/record/my-learning'],
])
export const readsLearner = (route: string): boolean => READS_LEARNER.has(route)

/** The page's course is the learner's from here on: with the packs of their areas, and what a coordinator opened for them. */
export async function requireLearner(context: APIContext): Promise<OwnLearner | Response> {
  const person = requirePerson(context)
  if (person instanceof Response) return person
  const { locals } = context
  const { pathname } = context.url
  // What they asked about the page comes in the same statement: over a long line to the database each one is a wait.
  const isAsked = isTrainee(person) && isAskable(pathname) && readsLearner(context.routePattern)
  const { learner, asked } = isAsked
    ? await ownLearnerAt(person, locals.course, pathname)
    : { learner: await ownLearner(person, locals.course), asked: undefined }
  if (asked) locals.asked = asked
  // Whoever only teaches reads every pack, and has none of their own.
  if (!isTrainee(person)) return { ...learner, course: locals.course }
  locals.course = learner.course
  return learner
}

export function requireAdministrator(context: APIContext): Person | Response {
  const person = requirePerson(context)
  if (person instanceof Response) return person
  return isAdministrator(person) ? person : notFound()
}

/** The first step of the course, for whoever has just come in: no page between the code and the first words. */
export function beginning({ course }: Pick<App.Locals, 'course'>): string {
  const [first] = allSteps(course)
  return first ? `/learn/${first.item.id}?welcome=1` : '/learn'
}

/** Where a person starts. */
export function homeOf(person: Person): string {
  if (person.roles.some(({ role }) => role === 'trainee')) return '/learn'
  if (person.roles.some(({ role }) => role === 'coordinator' || role === 'observer'))
    return '/coordinate'
  return isAdministrator(person) ? '/manage' : '/learn'
}
