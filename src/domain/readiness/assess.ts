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

export interface Evidence {
  /** What kind of row or record it is. */
  readonly kind: 'quiz' | 'practice' | 'observation' | 'reflection' | 'exercise'
  /** Record or observation id. */
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
  readonly observations: readonly Observation[]
}

/**
 * Only lines that this course can feed are assessed.
 * Ready = every line's needs are met. Source: curriculum, part D.
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
      return true
    case 'talk':
      return false
  }
}

function stateOfNeed(competency: Competency, need: Need, facts: Facts): NeedState {
  switch (need.kind) {
    case 'quiz':
      return quizNeed(need, facts)
    case 'practice':
      return practiceNeed(competency, need, facts)
    case 'observation':
      return observationNeed(competency, need, facts)
    case 'reflection':
      return writtenNeed(need, 'reflection', facts)
    case 'exercise':
      return writtenNeed(need, 'exercise', facts)
    case 'talk':
      return { need, met: false, evidence: [] }
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

function writtenNeed(
  need: Extract<Need, { kind: 'reflection' | 'exercise' }>,
  kind: 'reflection' | 'exercise',
  { course, progress }: Facts,
): NeedState {
  const item = findModule(course, need.module)?.[kind]
  const have = item ? progress[item.id] : undefined
  if (!item || have?.kind !== 'written' || !have.shared) return { need, met: false, evidence: [] }
  return {
    need,
    met: true,
    evidence: [{ kind, id: have.record, about: need.module, revision: item.revision }],
  }
}
