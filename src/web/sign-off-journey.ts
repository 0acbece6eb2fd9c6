/** What the pages of a sign-off share: whose it is, what was answered, and where it goes on. */
import type { APIContext } from 'astro'
import { CONTACT_WAYS, SPOKEN_LANGUAGES } from '#domain/readiness/offer.ts'
import {
  isAgainst,
  isMet,
  nextStep,
  slugOf,
  stepsOf,
  type Answers,
  type Ground,
  type Step,
} from '#domain/readiness/sign-off-journey.ts'
import type { Readiness } from '#domain/readiness/assess.ts'
import { GROUP_SESSIONS } from '#domain/readiness/snapshot.ts'
import { DECISIONS } from '#domain/readiness/standing.ts'
import type { Locale } from '#domain/programme/locale.ts'
import type { Words } from '#i18n/words.ts'
import { showSignOff, type ShownSignOff } from '#server/show/coordinate/sign-off.ts'
import { timeInWords } from '#view/days.ts'
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

/** A page that waits for its draft, its turn, or for what changed meanwhile to be looked at: where to go instead, or null. */
export function notYetAt(journey: Journey): string | null {
  const { draft, isStale, root } = journey
  if (!draft) return root
  if (isStale) return `${root}/check`
  const next = goOn(journey, draft.answers)
  return next.endsWith('/check') ? null : next
}

/** Everything that changed since the draft looked, in words: evidence by line, and what others did. */
export function changesInWords(
  { changed, news, state, ground }: Journey,
  words: Words,
  locale: Locale,
): string[] {
  const t = words.signOff
  const done = news.map((one) => {
    const when = timeInWords(one.at, locale)
    if (one.kind === 'decided')
      return t.news.decided(
        one.signOff.decidedByName,
        when,
        words.coordinate.decisions[one.signOff.decision],
      )
    return t.news[one.kind](when)
  })
  const lines = changed.map((id) => {
    const [title] = titlesOf([id], state.readiness, words)
    if (!title) return t.lineGone
    if (!ground.lines.includes(id)) return title
    return ground.met.includes(id) ? t.nowMet(title) : t.nowOpen(title)
  })
  return [...done, ...lines]
}

/** What evidence that changed is called, in the order in which it is shown. @param ids as `changedLines` gives them */
export const titlesOf = (ids: readonly string[], readiness: Readiness, words: Words): string[] => [
  ...readiness.lines.flatMap(({ competency }) =>
    ids.includes(competency.id) ? [competency.title] : [],
  ),
  ...(ids.includes(GROUP_SESSIONS) ? [words.people.groups.attended] : []),
]

/** The lines that are met, together. */
export const metFields = (lines: readonly string[]) => ({
  shown: among(['all', 'not-all']),
  notYet: someOf(lines),
})

/** Of a form of an earlier page only what it asked. */
export const only = (fields: readonly (keyof Answers)[], said: Answers): Answers =>
  Object.fromEntries(Object.entries(said).filter(([name]) => fields.some((one) => one === name)))

/** What one page's form says; values that nobody offered are left out. */
export function readAnswers(
  step: Step,
  post: App.Locals['post'],
  { answers, ground, areas }: { answers: Answers; ground: Ground; areas: object },
): Answers {
  const { lines } = ground
  switch (step.kind) {
    case 'line': {
      const { judgement } = typedIn(post, { judgement: among(['shown', 'not-yet']) }).values
      return { judgements: judgement ? { [step.line]: judgement } : {} }
    }
    case 'met': {
      const { shown, notYet } = typedIn(post, metFields(step.lines)).values
      const isClear = shown === 'all' ? notYet.length === 0 : shown && notYet.length > 0
      return {
        judgements: isClear
          ? Object.fromEntries(
              step.lines.map((id) => [id, notYet.includes(id) ? 'not-yet' : 'shown'] as const),
            )
          : {},
      }
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
    case 'reason': {
      const fields = { reason: text, internalNote: text, otherwise: text, conditions: text }
      const { otherwise, conditions, ...said } = typedIn(post, fields).values
      return {
        ...said,
        ...(isAgainst(answers, isMet(ground)) ? { otherwise } : {}),
        ...(answers.decision === 'ready' ? { conditions } : {}),
      }
    }
    case 'offer': {
      const known = someOf(Object.keys(areas))
      return typedIn(post, {
        ...{ comfortAreas: known, noGoAreas: known },
        // A language that is no longer offered stays where it was chosen.
        languages: someOf([...new Set([...SPOKEN_LANGUAGES, ...(answers.languages ?? [])])]),
        ...{ contactWays: someOf(CONTACT_WAYS), capacity: whole, place: text },
      }).values
    }
    case 'until':
      return typedIn(post, { expiresOn: line }).values
  }
}
