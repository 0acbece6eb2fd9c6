/** What the pages of a sign-off share: whose it is, what was answered, and where it goes on. */
import type { APIContext } from 'astro'
import { findDraft, updateDraft, type Draft } from '#db/sign-off-drafts.ts'
import { write } from '#db/client.ts'
import { CONTACT_WAYS, SPOKEN_LANGUAGES } from '#domain/readiness/offer.ts'
import {
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
import type { Words } from '#i18n/words.ts'
import { momentOf } from '#server/running/clock.ts'
import { findProgramme } from '#server/course/load-course.ts'
import { many, one, type Form } from '#server/forms/read-form.ts'
import { loadTraineeState, type TraineeState } from '#server/readiness/readiness.ts'
import { groundOf } from '#server/readiness/sign-off.ts'
import { notFound } from './answers.ts'
import { requireTrainee, type TraineePage } from './enter.ts'

export interface Journey extends TraineePage {
  readonly state: TraineeState
  readonly draft: Draft | null
  readonly ground: Ground
  /** Areas of the trainee's programme by slug. */
  readonly areas: Readonly<Record<string, string>>
  /** The trainee's record. */
  readonly record: string
  /** The sign-off's first page. */
  readonly root: string
}

/** Only coordinators of the trainee's own programme. */
export async function openJourney(context: APIContext): Promise<Journey | Response> {
  const found = await requireTrainee(context)
  if (found instanceof Response) return found
  if (!found.mayDecide) return notFound()
  const { language, now } = context.locals
  const { trainee, coordinator } = found
  const [state, draft] = await Promise.all([
    loadTraineeState(found.learner, language, now),
    findDraft(coordinator.person.id, trainee.id),
  ])
  const record = `/coordinate/${trainee.id}`
  return {
    ...found,
    state,
    draft,
    ground: groundOf(state, momentOf(trainee.programme, now).today),
    areas: findProgramme(trainee.programme, language)?.areas ?? {},
    record,
    root: `${record}/sign-off`,
  }
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

export const saveAnswers = async (draft: Draft, said: Answers, now: number): Promise<void> => {
  await write([updateDraft(draft.id, said, now)])
}

/** What one page's form says; values that nobody offered are left out. */
export function readAnswers(
  step: Step,
  form: Form,
  { answers, lines, areas }: { answers: Answers; lines: readonly string[]; areas: object },
): Answers {
  const among = (name: string, known: readonly string[]): string[] =>
    known.filter((one) => many(form, name).includes(one))
  switch (step.kind) {
    case 'line': {
      const typed = one(form, 'judgement')
      const judgement = typed === 'shown' || typed === 'not-yet' ? typed : null
      return judgement ? { judgements: { [step.line]: judgement } } : { judgements: {} }
    }
    case 'decision': {
      const decision = DECISIONS.find((known) => known === one(form, 'decision'))
      return decision ? { decision } : {}
    }
    case 'practise': {
      const ticked = among('practise', lines)
      return {
        judgements: Object.fromEntries(
          lines.map((id) => [id, ticked.includes(id) ? 'not-yet' : 'shown'] as const),
        ),
      }
    }
    case 'reason':
      return { reason: one(form, 'reason'), internalNote: one(form, 'internalNote') }
    case 'otherwise':
      return { otherwise: one(form, 'otherwise') }
    case 'conditions':
      return { conditions: one(form, 'conditions') }
    case 'areas': {
      const known = Object.keys(areas)
      return { comfortAreas: among('comfortAreas', known), noGoAreas: among('noGoAreas', known) }
    }
    case 'contact': {
      // A language that is no longer offered stays where it was chosen.
      const known = [...new Set([...SPOKEN_LANGUAGES, ...(answers.languages ?? [])])]
      return {
        languages: among('languages', known),
        contactWays: among('contactWays', CONTACT_WAYS),
      }
    }
    case 'capacity': {
      const typed = one(form, 'capacity').trim()
      return {
        capacity: /^\d{1,3}$/.test(typed) ? Number(typed) : Number.NaN,
        place: one(form, 'place'),
      }
    }
    case 'until':
      return { expiresOn: one(form, 'expiresOn').trim() }
  }
}

/** Answers with what a page says in the place of what it said before. */
export function withSaid(step: Step, answers: Answers, said: Answers): Answers {
  if (step.kind === 'decision') {
    const { decision: _, ...others } = answers
    return { ...others, ...said }
  }
  const others = Object.entries(answers.judgements ?? {}).filter(
    ([line]) => step.kind !== 'line' || line !== step.line,
  )
  const judgements = { ...Object.fromEntries(others), ...said.judgements }
  return { ...answers, ...said, judgements }
}
