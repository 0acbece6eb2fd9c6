/** Readiness: what each competency needs, what is there, what is missing. Advice to the coordinator, who decides. */
import type { Course } from '#domain/course/course.ts'
import { findModule } from '#domain/course/course.ts'
import type { EndedRun, Progress } from '#domain/learning/progress.ts'
import { questionsToRefresh } from '#domain/quiz/grade.ts'
import type { Competency, Level, Need } from './competency.ts'

export interface Observation {
  readonly id: string
  /** Milliseconds since 1970. */
  readonly observedAt: number
  readonly levels: Readonly<Record<string, Level>>
}

/** A talk with a trained coordinator about one competency. */
export interface Talk {
  readonly id: string
  readonly competency: string
  readonly accepted: boolean
}

/** Kinds of need that evidence from elsewhere can stand for. */
export const OUTSIDE_KINDS = ['quiz', 'practice', 'observation', 'reflection', 'exercise'] as const
export type OutsideKind = (typeof OUTSIDE_KINDS)[number]

/** A course in an LMS, an earlier role: entered by a coordinator, with its source. */
export interface OutsideEvidence {
  readonly id: string
  readonly competency: string
  readonly standsFor: OutsideKind
}

/** What a coordinator said about a shared reflection; the last word about each record counts. */
export interface ReflectionAnswer {
  /** Record id of the reflection. */
  readonly record: string
  /** Item id of the reflection. */
  readonly item: string
  readonly revision: number
  /** Milliseconds since 1970. */
  readonly repliedAt: number
  readonly accepted: boolean
}

export interface Evidence {
  /** What kind of row or record it is. */
  readonly kind:
    'quiz' | 'practice' | 'observation' | 'reflection' | 'exercise' | 'talk' | 'outside'
  /** Record, observation, talk or outside-evidence id. */
  readonly id: string
  /** Module, session or competency that it is about. */
  readonly about: string
  /** Content revision that it rests on; 0 where it rests on no content. */
  readonly revision: number
  readonly level?: Level
}

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
  /** True where evidence from elsewhere stands for it. */
  readonly outside?: boolean
  /** Only for `any`. */
  readonly of?: readonly NeedState[]
}

export interface ReadinessLine {
  readonly competency: Competency
  readonly met: boolean
  readonly needs: readonly NeedState[]
}

export interface Readiness {
  readonly ready: boolean
  readonly lines: readonly ReadinessLine[]
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

/**
 * Only lines that this course can feed are assessed.
 * Ready = every line's needs are met: a quiz passed at today's ★ revisions, a road that crosses none of the line's
 * principles, the latest observation at the level asked for, a reflection accepted, an exercise saved, a talk accepted;
 * outside evidence meets the kind of need that it stands for. Nothing but a newer, lower observation and a raised ★
 * revision makes a met need unmet. Source: curriculum, part D.
 */
export function assessReadiness(competencies: readonly Competency[], facts: Facts): Readiness {
  const lines = competencies
    .filter((competency) => competency.needs.every((need) => canFeed(facts.course, need)))
    .map((competency): ReadinessLine => {
      const needs = competency.needs.map((need) => stateOfNeed(competency, need, facts))
      return { competency, needs, met: needs.every((need) => need.met) }
    })
  return { lines, ready: lines.length > 0 && lines.every((line) => line.met) }
}

function canFeed(course: Course, need: Need): boolean {
  switch (need.kind) {
    case 'quiz':
      return findModule(course, need.module)?.quiz != null
    case 'practice':
      return course.modules.some((module) =>
        module.sessions.some(({ slug }) => slug === need.session),
      )
    case 'reflection':
      return findModule(course, need.module)?.reflection != null
    case 'exercise':
      return findModule(course, need.module)?.exercise != null
    case 'any':
      return need.of.some((one) => canFeed(course, one))
    case 'observation':
    case 'talk':
      return true
  }
}

function stateOfNeed(competency: Competency, need: Need, facts: Facts): NeedState {
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

function quizNeed(need: Extract<Need, { kind: 'quiz' }>, { course, progress }: Facts): NeedState {
  const quiz = findModule(course, need.module)?.quiz
  const have = quiz ? progress[quiz.id] : undefined
  if (!quiz || have?.kind !== 'quiz' || !have.passedBy) return { need, met: false, evidence: [] }
  const lapsed = questionsToRefresh(quiz, have).length > 0
  const evidence: Evidence[] = [
    { kind: 'quiz', id: have.passedBy, about: need.module, revision: quiz.revision },
  ]
  return lapsed ? { need, met: false, evidence, lapsed } : { need, met: true, evidence }
}

function practiceNeed(
  competency: Competency,
  need: Extract<Need, { kind: 'practice' }>,
  { course, progress }: Facts,
): NeedState {
  const session = course.modules
    .flatMap((module) => module.sessions)
    .find(({ slug }) => slug === need.session)
  const have = session ? progress[session.id] : undefined
  const clear =
    have?.kind === 'session' ? have.ended.findLast((run) => isClear(run, competency)) : undefined
  if (!session || !clear) return { need, met: false, evidence: [] }
  return {
    need,
    met: true,
    evidence: [
      { kind: 'practice', id: clear.endedBy, about: need.session, revision: session.revision },
    ],
  }
}

/** Crosses none of the competency's principles, and keeps at least one: a road that never met them shows nothing. */
const isClear = (run: EndedRun, { principles }: Competency): boolean =>
  !run.crossed.some((principle) => principles.includes(principle)) &&
  run.road.some(
    ({ verdicts }) =>
      principles.length === 0 || principles.some((principle) => verdicts[principle] === 'kept'),
  )

function observationNeed(
  competency: Competency,
  need: Extract<Need, { kind: 'observation' }>,
  { observations }: Facts,
): NeedState {
  const latest = observations
    .filter((one) => one.levels[competency.id] !== undefined)
    .reduce<Observation | null>(
      (last, one) =>
        last === null ||
        one.observedAt > last.observedAt ||
        (one.observedAt === last.observedAt && one.id > last.id)
          ? one
          : last,
      null,
    )
  const level = latest?.levels[competency.id]
  if (!latest || level === undefined) return { need, met: false, evidence: [], latest: null }
  return {
    need,
    met: level >= need.level,
    latest: level,
    evidence: [{ kind: 'observation', id: latest.id, about: competency.id, revision: 0, level }],
  }
}

/** Shared, and accepted by a coordinator: an acceptance stays, whatever is written after it. */
function reflectionNeed(
  need: Extract<Need, { kind: 'reflection' }>,
  { course, progress, answers }: Facts,
): NeedState {
  const item = findModule(course, need.module)?.reflection
  if (!item) return { need, met: false, evidence: [] }
  const lastWords = lastWordOnEach(answers.filter((answer) => answer.item === item.id))
  const accepted = lastWords.find((answer) => answer.accepted)
  if (accepted) {
    const { record: id, revision } = accepted
    return { need, met: true, evidence: [{ kind: 'reflection', id, about: need.module, revision }] }
  }
  const have = progress[item.id]
  if (have?.kind !== 'written' || !have.shared) return { need, met: false, evidence: [] }
  const answered = lastWords.some((answer) => answer.record === have.record)
  return { need, met: false, evidence: [], shared: answered ? 'not-yet' : 'waiting' }
}

function lastWordOnEach(answers: readonly ReflectionAnswer[]): ReflectionAnswer[] {
  const last = new Map<string, ReflectionAnswer>()
  for (const answer of [...answers].sort((a, b) => a.repliedAt - b.repliedAt))
    last.set(answer.record, answer)
  return [...last.values()]
}

function exerciseNeed(
  need: Extract<Need, { kind: 'exercise' }>,
  { course, progress }: Facts,
): NeedState {
  const item = findModule(course, need.module)?.exercise
  const have = item ? progress[item.id] : undefined
  if (!item || have?.kind !== 'written') return { need, met: false, evidence: [] }
  const evidence: Evidence[] = [
    { kind: 'exercise', id: have.record, about: need.module, revision: item.revision },
  ]
  return { need, met: true, evidence }
}

function talkNeed(
  competency: Competency,
  need: Extract<Need, { kind: 'talk' }>,
  { talks }: Facts,
): NeedState {
  const talk = talks.find((one) => one.competency === competency.id && one.accepted)
  if (!talk) return { need, met: false, evidence: [] }
  return {
    need,
    met: true,
    evidence: [{ kind: 'talk', id: talk.id, about: competency.id, revision: 0 }],
  }
}
