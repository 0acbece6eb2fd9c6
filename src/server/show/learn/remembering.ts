/** The page of decision cards: what was just looked at, the card that comes now, and how it goes on. */
import { read } from '#db/client.ts'
import { signOffsQuery } from '#db/sign-offs.ts'
import type { Day } from '#domain/calendar/days.ts'
import { findStep, type Module } from '#domain/course/course.ts'
import type { DecisionCard, Pile } from '#domain/course/decision-cards.ts'
import {
  AT_ONCE,
  comingCards,
  lookedOn,
  ownCards,
  sortedOf,
  type Remembering,
} from '#domain/learning/remembering.ts'
import { warmUpOf } from '#domain/learning/warm-up.ts'
import { programmesAs } from '#domain/people/person.ts'
import { inForceAt, type Decisions } from '#domain/readiness/standing.ts'
import { momentOf } from '#server/calendar/clock.ts'
import type { Learner, OwnLearner } from '#server/learning/learner.ts'
import { decisionsOf } from '#server/readiness/decisions-of.ts'

export interface ShownRemembering {
  /** What was just done with a card, and the title of the lesson where the answer stands. */
  readonly before: {
    readonly card: DecisionCard
    readonly pile: Pile
    readonly lesson: string
  } | null
  /** Null where none comes now. */
  readonly card: DecisionCard | null
  /** Its place among those of today, from 1, and how many these are. */
  readonly number: number
  readonly of: number
  /** So many wait beyond today's; only where today's are done. */
  readonly left: number
  /** When the next one comes; null where none does. */
  readonly nextOn: Day | null
  /** The module that these cards come before; null where they come by the calendar. */
  readonly module: Module | null
  /** Whether they passed any module that has cards. */
  readonly hasAny: boolean
}

interface Asked {
  /** Id of the card that they come from. */
  readonly seen: string
  /** Slug of the module that is to begin, or ''. */
  readonly module: string
  /** They go on after today's. */
  readonly more: boolean
}

/** Null where the course has no such module. */
export async function showRemembering(
  learner: OwnLearner,
  asked: Asked,
  now: number,
): Promise<ShownRemembering | null> {
  const [programme = ''] = programmesAs(learner.by, 'trainee')
  const { today, timeZone } = momentOf(programme, now)
  const decisions = decisionsOf(await read(signOffsQuery(learner.by.id)))
  const of = rememberingOf(learner, decisions, timeZone, now)
  const own = ownCards(of)
  const before = beforeOf(learner, own.find(({ card }) => card.id === asked.seen)?.card)
  const hasAny = own.length > 0
  if (asked.module) {
    if (!learner.course.modules.some(({ slug }) => slug === asked.module)) return null
    const found = warmUpOf(of, asked.module, today)
    const all = found?.cards.length ?? 0
    const left = found?.left.length ?? 0
    const module = learner.course.modules.find(({ slug }) => slug === asked.module) ?? null
    const place = { number: all - left + 1, of: all, left: 0, nextOn: null }
    return { before, card: found?.left[0] ?? null, ...place, module, hasAny }
  }
  const coming = comingCards(of)
  const due = coming.filter(({ dueOn }) => dueOn <= today)
  const done = lookedOn(own, today)
  const rests = done >= AT_ONCE && !asked.more
  const [first] = due
  return {
    before,
    card: first && !rests ? first.card : null,
    number: done + 1,
    of: asked.more ? done + due.length : Math.max(done, Math.min(AT_ONCE, done + due.length)),
    left: due.length,
    nextOn:
      coming
        .map(({ dueOn }) => dueOn)
        .filter((day) => day > today)
        .sort()[0] ?? null,
    module: null,
    hasAny,
  }
}

function beforeOf(
  { course, progress }: Learner,
  card: DecisionCard | undefined,
): ShownRemembering['before'] {
  const last = card && sortedOf(progress, card).at(-1)
  if (!card || !last) return null
  return { card, pile: last.pile, lesson: findStep(course, card.lesson)?.item.title ?? '' }
}

/** What the schedule of somebody's cards is worked out from. @param timeZone of the programme in which they are a trainee */
export const rememberingOf = (
  { person, course, progress }: Learner,
  decisions: Decisions,
  timeZone: string,
  now: number,
): Remembering => ({
  person,
  course,
  progress,
  signedOffAt: inForceAt(decisions, now)?.decidedAt ?? null,
  timeZone,
})
