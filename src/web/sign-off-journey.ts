/** What the pages of a sign-off share: whose it is, what was answered, and where it goes on. */
import type { APIContext } from 'astro'
import { CONTACT_WAYS, SPOKEN_LANGUAGES } from '#domain/readiness/offer.ts'
import {
  nextStep,
  slugOf,
  stepsOf,
  type Answers,
  type Step,
} from '#domain/readiness/sign-off-journey.ts'
import type { Readiness } from '#domain/readiness/assess.ts'
import { GROUP_SESSIONS } from '#domain/readiness/snapshot.ts'
import { DECISIONS } from '#domain/readiness/standing.ts'
import type { Words } from '#i18n/words.ts'
import { showSignOff, type ShownSignOff } from '#server/show/coordinate/sign-off.ts'
import { requireDecider } from './record.ts'
import { among, line, someOf, text, typedIn, whole } from './typed.ts'

export interface Journey extends ShownSignOff {
  /** The trainee's record. */
  readonly record: string
  /** The sign-off's first page. */
  readonly root: string
}

/** Only coordinators of the trainee's own programme. */
export async function openJourney(context: APIContext): Promise<Journey | Response> {
  const found = await requireDecider(context)
  if (found instanceof Response) return found
  const { language, now } = context.locals
  const record = `/coordinate/${found.trainee.id}`
  return { ...(await showSignOff(found, language, now)), record, root: `${record}/sign-off` }
}

/** The first page that is open, else "check your answers". */
export function goOn({ root, ground }: Journey, answers: Answers): string {
  const next = nextStep(answers, ground)
  return `${root}/${next ? slugOf(next) : 'check'}`
}

/** The page before a question. @param step null for "check your answers" */
export function pageBefore({ root, ground }: Journey, answers: Answers, step: Step | null): string {
  const slugs = stepsOf(answers, ground).map(slugOf)
  const before = step ? slugs[slugs.indexOf(slugOf(step)) - 1] : slugs.at(-1)
  return before ? `${root}/${before}` : root
}

/** What evidence that changed is called, in the order in which it is shown. @param ids as `changedLines` gives them */
export const titlesOf = (ids: readonly string[], readiness: Readiness, words: Words): string[] => [
  ...readiness.lines.flatMap(({ competency }) =>
    ids.includes(competency.id) ? [competency.title] : [],
  ),
  ...(ids.includes(GROUP_SESSIONS) ? [words.people.groups.attended] : []),
]

/** What one page's form says; values that nobody offered are left out. */
export function readAnswers(
  step: Step,
  post: App.Locals['post'],
  { answers, lines, areas }: { answers: Answers; lines: readonly string[]; areas: object },
): Answers {
  switch (step.kind) {
    case 'line': {
      const { judgement } = typedIn(post, { judgement: among(['shown', 'not-yet']) }).values
      return { judgements: judgement ? { [step.line]: judgement } : {} }
    }
    case 'decision': {
      const { decision } = typedIn(post, { decision: among(DECISIONS) }).values
      return decision ? { decision } : {}
    }
    case 'practise': {
      const { practise } = typedIn(post, { practise: someOf(lines) }).values
      return {
        judgements: Object.fromEntries(
          lines.map((id) => [id, practise.includes(id) ? 'not-yet' : 'shown'] as const),
        ),
      }
    }
    case 'reason':
      return typedIn(post, { reason: text, internalNote: text }).values
    case 'otherwise':
      return typedIn(post, { otherwise: text }).values
    case 'conditions':
      return typedIn(post, { conditions: text }).values
    case 'areas': {
      const known = someOf(Object.keys(areas))
      return typedIn(post, { comfortAreas: known, noGoAreas: known }).values
    }
    case 'contact': {
      // A language that is no longer offered stays where it was chosen.
      const languages = someOf([...new Set([...SPOKEN_LANGUAGES, ...(answers.languages ?? [])])])
      return typedIn(post, { languages, contactWays: someOf(CONTACT_WAYS) }).values
    }
    case 'capacity':
      return typedIn(post, { capacity: whole, place: text }).values
    case 'until':
      return typedIn(post, { expiresOn: line }).values
  }
}
