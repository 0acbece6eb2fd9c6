/**
 * When decision cards come back: 1, 4 and 12 weeks after their module was passed, and five of them 3, 6 and 9 months
 * after sign-off. Whoever comes late keeps the gap to the next time; what went wrong comes again a week later.
 * From the records alone, in whatever order they came, and by the days of the programme.
 */
import { dayAt, plusDays, plusMonths, type Day } from '#domain/calendar/days.ts'
import type { Course } from '#domain/course/course.ts'
import type { DecisionCard } from '#domain/course/decision-cards.ts'
import { dealt } from './dealt.ts'
import { quizProgressOf, type Progress, type SortedCard } from './progress.ts'
import { unitOf } from './record.ts'
import { isUuid, timeOf } from './uuid.ts'

/** Days from passing a module to the first time, from there to the second, and to the third. */
const GAPS = [7, 21, 56] as const
const MISSED_AGAIN = 7
/** After sign-off, and from each time to the next. */
const MONTHS_BETWEEN = 3
const TIMES_AFTER_SIGN_OFF = 3
/** About three minutes. */
export const AT_ONCE = 5

export interface DueCard {
  readonly card: DecisionCard
  /** When it comes, or since when it waits. */
  readonly dueOn: Day
  /** It went wrong the last time. */
  readonly missed: boolean
}

export interface Remembering {
  /** An opaque id: it decides which cards come together, and in which order. */
  readonly person: string
  /** With the packs of their areas: of other modules no card comes. */
  readonly course: Course
  readonly progress: Progress
  /** When the sign-off that holds was decided, milliseconds since 1970; null where none does. */
  readonly signedOffAt: number | null
  /** The programme's, an IANA name. */
  readonly timeZone: string
}

/** The cards that this person has, with what they did with them. */
export interface OwnCard {
  readonly card: DecisionCard
  /** The day on which its module was passed. */
  readonly passedOn: Day
  /** Oldest first. */
  readonly sorted: readonly (SortedCard & { readonly day: Day })[]
}

/** Of the modules that they passed; a card that the course has no more is kept, and asked no more. */
export function ownCards({ course, progress, timeZone }: Omit<Remembering, 'person'>): OwnCard[] {
  const passed = new Map(
    course.modules.flatMap(({ slug }): [string, Day][] => {
      const at = passedAt(progress, slug)
      return at === null ? [] : [[slug, dayAt(at, timeZone)]]
    }),
  )
  return (course.cards ?? []).flatMap((card) => {
    const passedOn = passed.get(card.module)
    if (passedOn === undefined) return []
    const sorted = sortedOf(progress, card).map((one) => ({ ...one, day: dayAt(one.at, timeZone) }))
    return [{ card, passedOn, sorted }]
  })
}

/** When the quiz of a module was first passed, milliseconds since 1970: its record is made by our clock, and its id says when. */
function passedAt(progress: Progress, module: string): number | null {
  const by = quizProgressOf(progress, `${module}/quiz`)?.passedBy ?? null
  return isUuid(by) ? timeOf(by) : null
}

export function sortedOf(progress: Progress, { id }: DecisionCard): readonly SortedCard[] {
  const have = progress[unitOf('card-sorted', id)]
  return have?.kind === 'cards' ? (have.sorted[id] ?? []) : []
}

/** What waits on that day: what went wrong first, then what waits longest. */
export const dueCards = (of: Remembering, today: Day): DueCard[] =>
  comingCards(of).filter(({ dueOn }) => dueOn <= today)

/** Each card that comes once more, in the order of `dueCards`. */
export function comingCards(of: Remembering): DueCard[] {
  const own = ownCards(of)
  const again = afterSignOff(of, own)
  const due = own.flatMap((one): DueCard[] => {
    const days = [afterPass(one), again.get(one.card.id) ?? null].filter((day) => day !== null)
    const dueOn = days.sort()[0]
    if (dueOn === undefined) return []
    return [{ card: one.card, dueOn, missed: one.sorted.at(-1)?.right === false }]
  })
  const order = new Map(dealt(due, ({ card }) => card.id, of.person).map((one, at) => [one, at]))
  return due.sort(
    (a, b) =>
      Number(b.missed) - Number(a.missed) ||
      a.dueOn.localeCompare(b.dueOn) ||
      (order.get(a) ?? 0) - (order.get(b) ?? 0),
  )
}

/** How many there are to look at today: none once a sitting was done, whatever else waits. */
export function cardsToday(of: Remembering, today: Day): number {
  const on = nextSittingOn(of)
  return on !== null && on <= today ? dueCards(of, today).length : 0
}

/** The first day on which some wait: after a sitting never before the next day. Null where none comes. */
export function nextSittingOn(of: Remembering): Day | null {
  const own = ownCards(of)
  const [first] = comingCards(of)
    .map(({ dueOn }) => dueOn)
    .sort()
  if (first === undefined) return null
  const last = own
    .flatMap(({ sorted }) => sorted.at(-1)?.day ?? [])
    .sort()
    .at(-1)
  return last !== undefined && first <= last && lookedOn(own, last) >= AT_ONCE
    ? plusDays(last, 1)
    : first
}

/** How many cards were looked at last on that day. */
export const lookedOn = (own: readonly OwnCard[], today: Day): number =>
  own.filter(({ sorted }) => sorted.at(-1)?.day === today).length

/** When it comes next for its module; null once it came as often as it should and went well. */
function afterPass({ passedOn, sorted }: OwnCard): Day | null {
  let times = 0
  let due: Day | null = plusDays(passedOn, GAPS[0])
  for (const { day, right } of sorted) {
    const waits: boolean = due !== null && day >= due
    if (!right) {
      const sooner = plusDays(day, MISSED_AGAIN)
      due = due === null || waits || sooner < due ? sooner : due
    } else if (waits) {
      // What is sorted once more before its day, perhaps on another device, takes no step further.
      times = Math.min(times + 1, GAPS.length)
      const gap = GAPS[times]
      due = gap === undefined ? null : plusDays(day, gap)
    }
  }
  return due
}

/** The cards of the next time after sign-off that is not done, by id, with its day; none once each time is done. */
function afterSignOff(
  { person, signedOffAt, timeZone }: Remembering,
  own: readonly OwnCard[],
): ReadonlyMap<string, Day> {
  if (signedOffAt === null) return new Map()
  let due = plusMonths(dayAt(signedOffAt, timeZone), MONTHS_BETWEEN)
  for (let time = 0; time < TIMES_AFTER_SIGN_OFF; time++) {
    const on = due
    const hand = handOf(
      own.filter(({ passedOn }) => passedOn < on),
      person,
      time,
    )
    const looked = hand.map(({ sorted }) => sorted.find(({ day }) => day >= on)?.day)
    const open = hand.filter((_, at) => looked[at] === undefined)
    if (open.length > 0) return new Map(open.map(({ card }) => [card.id, on]))
    const last =
      looked
        .flatMap((day) => day ?? [])
        .sort()
        .at(-1) ?? on
    due = plusMonths(last, MONTHS_BETWEEN)
  }
  return new Map()
}

/** Five cards from as many modules as there are; the next time the next five. */
function handOf(own: readonly OwnCard[], person: string, time: number): OwnCard[] {
  const shuffled = dealt(own, ({ card }) => card.id, person)
  const modules = [...Map.groupBy(shuffled, ({ card }) => card.module).values()]
  const deepest = Math.max(0, ...modules.map((cards) => cards.length))
  const mixed = Array.from({ length: deepest }, (_, at) =>
    modules.flatMap((cards) => cards[at] ?? []),
  ).flat()
  if (mixed.length <= AT_ONCE) return mixed
  const begin = (time * AT_ONCE) % mixed.length
  return [...mixed, ...mixed].slice(begin, begin + AT_ONCE)
}
