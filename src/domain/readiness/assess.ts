/** Readiness: what each competency needs, what is there, what is missing. Advice to the coordinator, who decides. */
import type { Course } from '#domain/course/course.ts'
import { findModule } from '#domain/course/course.ts'
import type { Competency, Need } from './competency.ts'
import { harmOf, type Harm } from './harm.ts'
import { stateOfNeed, type Facts, type NeedState } from './needs.ts'

export interface ReadinessLine {
  readonly competency: Competency
  readonly met: boolean
  readonly needs: readonly NeedState[]
  /** What was seen last that is harmful: as long as it stands, the line is not met, whatever else is there. (L4) */
  readonly harm: Harm | null
}

export interface Readiness {
  readonly ready: boolean
  readonly lines: readonly ReadinessLine[]
}

/**
 * Only lines that this course can feed are assessed.
 * Ready = every line's needs are met: a quiz passed at today's ★ revisions, a road that crosses none of the line's
 * principles, the latest observation at the level asked for, a reflection accepted, an exercise saved, a talk accepted;
 * outside evidence meets the kind of need that it stands for. Nothing but a newer, lower observation and a raised ★
 * revision makes a met need unmet (L1); something harmful that was seen makes its line unmet until it is lifted (L4).
 */
export function assessReadiness(competencies: readonly Competency[], facts: Facts): Readiness {
  const lines = competencies
    .filter((competency) => competency.needs.every((need) => canFeed(facts.course, need)))
    .map((competency): ReadinessLine => {
      const needs = competency.needs.map((need) => stateOfNeed(competency, need, facts))
      const harm = harmOf(competency.id, facts.observations)
      return { competency, needs, harm, met: harm === null && needs.every((need) => need.met) }
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
