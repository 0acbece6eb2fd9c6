/** The readiness rule in words: the same for pages, the API and tests. */
import { findModule, type Course } from '#domain/course/course.ts'
import type { ReadinessLine } from '#domain/readiness/assess.ts'
import type { Evidence } from '#domain/readiness/evidence.ts'
import { liftLevel } from '#domain/readiness/harm.ts'
import type { NeedState } from '#domain/readiness/needs.ts'
import type { CoordinateWords } from '#i18n/en/coordinate.ts'
import type { EvidenceWords } from '#i18n/en/evidence.ts'

export interface ReadinessWords {
  readonly coordinate: CoordinateWords
  readonly evidence: EvidenceWords
}

const moduleTitle = (course: Course, slug: string): string =>
  findModule(course, slug)?.title ?? slug

const sessionTitle = (course: Course, slug: string): string =>
  course.modules.flatMap(({ sessions }) => sessions).find((one) => one.slug === slug)?.title ?? slug

/** One need and what is there of it, for example `Seen in a role play at level 2 or more (latest level: 1)`. */
export function needInWords(state: NeedState, course: Course, words: ReadinessWords): string {
  const { coordinate: t, evidence } = words
  const { need, latest, lapsed, shared, outside } = state
  const with_ = (text: string, extra: string | null): string =>
    extra ? `${text} (${extra})` : text
  if (outside) return with_(wantedInWords(state, course, t), evidence.fromElsewhere)
  if (need.kind === 'quiz')
    return wantedInWords(state, course, t) + (lapsed ? ` – ${t.lapsedNeed}` : '')
  if (need.kind === 'observation')
    return with_(
      wantedInWords(state, course, t),
      latest == null ? t.neverSeen : t.latestLevel(latest),
    )
  if (need.kind === 'reflection' && shared)
    return with_(
      wantedInWords(state, course, t),
      shared === 'waiting' ? evidence.reflectionWaiting : evidence.reflectionNotYet,
    )
  return wantedInWords(state, course, t)
}

function wantedInWords({ need }: NeedState, course: Course, t: CoordinateWords): string {
  switch (need.kind) {
    case 'quiz':
      return t.needs.quiz(moduleTitle(course, need.module))
    case 'practice':
      return t.needs.practice(sessionTitle(course, need.session))
    case 'observation':
      return t.needs.observation(need.level)
    case 'reflection':
      return t.needs.reflection(moduleTitle(course, need.module))
    case 'exercise':
      return t.needs.exercise(moduleTitle(course, need.module))
    case 'talk':
      return t.needs.talk
    case 'any':
      return t.needs.any
  }
}

/**
 * What a line still needs, as one sentence without a full stop; '' where it is met.
 * @param title the competency as the reader knows it
 */
export function stillNeeds(
  line: ReadinessLine,
  title: string,
  course: Course,
  { evidence }: ReadinessWords,
): string {
  const parts = [
    ...(line.harm ? [evidence.missing.harm(liftLevel(line.competency))] : []),
    ...line.needs.filter((need) => !need.met).map((need) => missingInWords(need, course, evidence)),
  ]
  if (parts.length === 0) return ''
  return evidence.stillNeeds(title, joined(parts, evidence.and))
}

function missingInWords(state: NeedState, course: Course, evidence: EvidenceWords): string {
  const { need } = state
  const { missing } = evidence
  switch (need.kind) {
    case 'quiz':
      return (state.lapsed ? missing.refresher : missing.quiz)(moduleTitle(course, need.module))
    case 'practice':
      return missing.practice(sessionTitle(course, need.session))
    case 'observation':
      return missing.observation(need.level)
    case 'reflection':
      return (state.shared === 'waiting' ? missing.reflectionWaits : missing.reflection)(
        moduleTitle(course, need.module),
      )
    case 'exercise':
      return missing.exercise(moduleTitle(course, need.module))
    case 'talk':
      return missing.talk
    case 'any':
      return joined(
        (state.of ?? []).map((one) => missingInWords(one, course, evidence)),
        evidence.or,
      )
  }
}

/** `a, b and c` */
const joined = (parts: readonly string[], last: string): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')}${last}${parts.at(-1)}`

/** One piece of evidence, for example `Quiz “Boundaries” passed (revision 2)`. */
export function evidenceInWords(one: Evidence, course: Course, words: ReadinessWords): string {
  const { coordinate: t, evidence: e } = words
  const text = (() => {
    switch (one.kind) {
      case 'quiz':
        return t.needs.quiz(moduleTitle(course, one.about))
      case 'practice':
        return t.needs.practice(sessionTitle(course, one.about))
      case 'reflection':
        return t.needs.reflection(moduleTitle(course, one.about))
      case 'exercise':
        return t.needs.exercise(moduleTitle(course, one.about))
      case 'observation':
        return `${e.outsideKinds.observation}: ${t.level(one.level ?? 0)}`
      case 'talk':
        return t.needs.talk
      case 'outside':
        return e.outsideList
    }
  })()
  return one.revision > 0 ? `${text} (${e.revision(one.revision)})` : text
}

/** The fragment under which the record shows a piece of evidence. */
export function placeOfEvidence({ kind, id, about }: Evidence): string {
  switch (kind) {
    case 'observation':
    case 'talk':
    case 'outside':
      return `${kind}-${id}`
    case 'quiz':
      return `attempt-${id}`
    case 'practice':
    case 'reflection':
    case 'exercise':
      return `${kind}-${about}`
  }
}
