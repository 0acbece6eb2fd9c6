/** Each kind of need, and what meets it. */
import type { Course } from '#domain/course/course.ts'
import { findModule } from '#domain/course/course.ts'
import type { EndedRun } from '#domain/practice/run.ts'
import type { Progress } from '#domain/learning/progress.ts'
import { questionsToRefresh } from '#domain/quiz/grade.ts'
import type { Competency, Level, Need } from './competency.ts'
import { ofLine } from './harm.ts'
import type { Evidence, Observation, OutsideEvidence, ReflectionAnswer, Talk } from './evidence.ts'

export interface NeedState {
  readonly need: Need
  readonly met: boolean
  readonly evidence: readonly Evidence[]
  /** Only for an unmet quiz: it was passed, but a ★ question has been revised since. */
  readonly lapsed?: boolean
  /** Only for an observation: the latest level, or null where none was made. */
  readonly latest?: Level | null
  /** Only for an unmet reflection: it is shared and waits for the coordinator, or was answered "not yet". */
  readonly shared?: 'waiting' | 'not-yet'
  /** Only for an unmet practice talk or talk: it was tried before. Only for a reflection that is not shared: it is written. */
  readonly tried?: boolean
  /** True where evidence from elsewhere stands for it. */
  readonly outside?: boolean
  /** Only for `any`. */
  readonly of?: readonly NeedState[]
}

export interface Facts {
  readonly course: Course
  readonly progress: Progress
  /** Without those that were amended. */
  readonly observations: readonly Observation[]
  readonly talks: readonly Talk[]
  readonly outside: readonly OutsideEvidence[]
  readonly answers: readonly ReflectionAnswer[]
}

type NeedOf<Kind extends Need['kind']> = Extract<Need, { kind: Kind }>

const unmet = (need: Need): NeedState => ({ need, met: false, evidence: [] })
const met = (need: Need, evidence: Evidence): NeedState => ({
  need,
  met: true,
  evidence: [evidence],
})

/** Where one need stands; evidence from elsewhere meets the kind of need that it stands for. */
export function stateOfNeed(competency: Competency, need: Need, facts: Facts): NeedState {
  const state = stateFromHere(competency, need, facts)
  const elsewhere = facts.outside.find(
    (one) => one.competency === competency.id && one.standsFor === need.kind,
  )
  if (state.met || !elsewhere) return state
  const evidence: Evidence = {
    kind: 'outside',
    id: elsewhere.id,
    about: competency.id,
    revision: 0,
  }
  return { need, met: true, outside: true, evidence: [...state.evidence, evidence] }
}

function stateFromHere(competency: Competency, need: Need, facts: Facts): NeedState {
  switch (need.kind) {
    case 'quiz':
      return quizNeed(need, facts)
    case 'practice':
      return practiceNeed(competency, need, facts)
    case 'observation':
      return observationNeed(competency, need, facts)
    case 'reflection':
      return reflectionNeed(need, facts)
    case 'exercise':
      return exerciseNeed(need, facts)
    case 'talk':
      return talkNeed(competency, need, facts)
    case 'any': {
      const of = need.of.map((one) => stateOfNeed(competency, one, facts))
      return {
        need,
        of,
        met: of.some((one) => one.met),
        evidence: of.flatMap((one) => one.evidence),
      }
    }
  }
}

function quizNeed(need: NeedOf<'quiz'>, { course, progress }: Facts): NeedState {
  const quiz = findModule(course, need.module)?.quiz
  const have = quiz && progress[quiz.id]
  if (!quiz || have?.kind !== 'quiz' || !have.passedBy) return unmet(need)
  const { revision } = quiz
  const passed = met(need, { kind: 'quiz', id: have.passedBy, about: need.module, revision })
  return questionsToRefresh(quiz, have).length > 0
    ? { ...passed, met: false, lapsed: true }
    : passed
}

function practiceNeed(
  competency: Competency,
  need: NeedOf<'practice'>,
  { course, progress }: Facts,
): NeedState {
  const session = course.modules
    .flatMap((module) => module.sessions)
    .find(({ slug }) => slug === need.session)
  const have = session && progress[session.id]
  const clear =
    have?.kind === 'session' ? have.ended.findLast((run) => isClear(run, competency)) : undefined
  if (!session || !clear)
    return { ...unmet(need), tried: have?.kind === 'session' && have.ended.length > 0 }
  const { revision } = session
  return met(need, { kind: 'practice', id: clear.endedBy, about: need.session, revision })
}

/** Crosses none of the competency's principles, and keeps at least one: a road that never met them shows nothing. */
const isClear = (run: EndedRun, { principles }: Competency): boolean =>
  !run.crossed.some((principle) => principles.includes(principle)) &&
  run.road.some(
    ({ verdicts }) =>
      principles.length === 0 || principles.some((principle) => verdicts[principle] === 'kept'),
  )

function observationNeed(
  { id: line }: Competency,
  need: NeedOf<'observation'>,
  { observations }: Facts,
): NeedState {
  const [latest] = ofLine(line, observations)
  const level = latest?.levels[line]
  if (!latest || level === undefined) return { ...unmet(need), latest: null }
  const seen = { kind: 'observation', id: latest.id, about: line, revision: 0, level } as const
  return { ...met(need, seen), met: level >= need.level, latest: level }
}

/** Shared, and accepted by a coordinator: an acceptance stays, whatever is written after it. */
function reflectionNeed(
  need: NeedOf<'reflection'>,
  { course, progress, answers }: Facts,
): NeedState {
  const item = findModule(course, need.module)?.reflection
  if (!item) return unmet(need)
  const lastWords = lastWordOnEach(answers.filter((answer) => answer.item === item.id))
  const accepted = lastWords.find((answer) => answer.accepted)
  if (accepted) {
    const { record: id, revision } = accepted
    return met(need, { kind: 'reflection', id, about: need.module, revision })
  }
  const have = progress[item.id]
  if (have?.kind !== 'written' || !have.shared)
    return { ...unmet(need), tried: have?.kind === 'written' }
  const answered = lastWords.some((answer) => answer.record === have.record)
  return { ...unmet(need), shared: answered ? 'not-yet' : 'waiting' }
}

function lastWordOnEach(answers: readonly ReflectionAnswer[]): ReflectionAnswer[] {
  const last = new Map<string, ReflectionAnswer>()
  for (const answer of [...answers].sort((a, b) => a.repliedAt - b.repliedAt))
    last.set(answer.record, answer)
  return [...last.values()]
}

function exerciseNeed(need: NeedOf<'exercise'>, { course, progress }: Facts): NeedState {
  const item = findModule(course, need.module)?.exercise
  const have = item && progress[item.id]
  if (!item || have?.kind !== 'written') return unmet(need)
  const { revision } = item
  return met(need, { kind: 'exercise', id: have.record, about: need.module, revision })
}

function talkNeed({ id: line }: Competency, need: NeedOf<'talk'>, { talks }: Facts): NeedState {
  const talk = talks.find((one) => one.competency === line && one.accepted)
  if (talk) return met(need, { kind: 'talk', id: talk.id, about: line, revision: 0 })
  return { ...unmet(need), tried: talks.some((one) => one.competency === line) }
}
