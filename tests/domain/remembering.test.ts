/** Decision cards by a handed-in clock over a simulated year, on two devices. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayAt, plusDays, plusMonths, startOfDay, type Day } from '#domain/calendar/days.ts'
import type { Course } from '#domain/course/course.ts'
import { PILES, type DecisionCard } from '#domain/course/decision-cards.ts'
import { progressOf } from '#domain/learning/apply.ts'
import type { Progress } from '#domain/learning/progress.ts'
import { recordOf, unitOf, type LearningRecord } from '#domain/learning/record.ts'
import { rememberedOf } from '#domain/learning/remembered.ts'
import {
  AT_ONCE,
  cardsToday,
  comingCards,
  dueCards,
  nextSittingOn,
  type Remembering,
} from '#domain/learning/remembering.ts'
import { judgeCard } from '#domain/learning/judge-card.ts'
import { uuidV7 } from '#domain/learning/uuid.ts'
import { warmUpOf, warmUpOn } from '#domain/learning/warm-up.ts'
import { runs } from '#tests/runs.ts'
import { course as small } from '#tests/fixtures/course.ts'

const ZONE = 'America/New_York'
const PASSED: Day = '2026-01-05'
const noon = (day: Day): number => startOfDay(day, ZONE) + 12 * 3_600_000

const cardOf = (module: string, slug: string, at: number): DecisionCard => ({
  id: `${module}/cards/${slug}`,
  revision: 1,
  module,
  lesson: `${module}/lesson`,
  says: `${module} ${slug}`,
  pile: PILES[at % 4] ?? 'keep',
  feedback: { keep: 'k', ask: 'a', today: 't', now: 'n' },
  shownIn: 'en',
})
const MODULES = ['role', 'consent', 'safety']
const [first] = small.modules
if (!first) throw new Error('The small course has a module.')
const course: Course = {
  ...small,
  modules: MODULES.map((slug) => ({ ...first, slug, lessons: [], quiz: null })),
  cards: MODULES.flatMap((module) =>
    ['one', 'two', 'three', 'four'].map((slug, at) => cardOf(module, slug, at)),
  ),
}
const cards = course.cards ?? []
const [one] = cards
if (!one) throw new Error('There are cards.')

let made = 0
const idAt = (at: number): string => {
  made++
  return uuidV7(at, new Uint8Array(10).fill(made % 251).fill(made >> 8, 5))
}

function passing(module: string, day: Day): LearningRecord {
  const value = { attempt: 'a', right: 6, of: 6, passed: true, refresher: false }
  const at = noon(day)
  return recordOf(
    { kind: 'quiz-finished', item: `${module}/quiz`, revision: 6, value },
    { id: idAt(at), person: 'ana', source: 'web', at },
  )
}

function sorting(card: DecisionCard, day: Day, right: boolean): LearningRecord {
  const pile = right ? card.pile : (PILES.find((other) => other !== card.pile) ?? 'keep')
  const made = judgeCard(card, pile)
  if (!made) throw new Error('That is a pile.')
  const at = noon(day)
  return recordOf(made, { id: idAt(at), person: 'ana', source: 'web', at })
}

function progressFrom(records: readonly LearningRecord[]): Progress {
  const units = Map.groupBy(records, ({ kind, item }) => unitOf(kind, item))
  return Object.fromEntries(
    [...units].flatMap(([unit, mine]) => {
      const state = progressOf(mine)
      return state ? [[unit, state]] : []
    }),
  )
}

const of = (records: readonly LearningRecord[], signedOff: Day | null = null): Remembering => ({
  person: 'ana',
  course,
  progress: progressFrom(records),
  signedOffAt: signedOff === null ? null : noon(signedOff),
  timeZone: ZONE,
})
const idsOn = (who: Remembering, day: Day): string[] => dueCards(who, day).map((due) => due.card.id)

/** Sorts all that waits on each day on which somebody looks. @param wrong ids that go wrong the first time */
function live(
  days: readonly Day[],
  signedOff: Day | null = null,
  wrong: readonly string[] = [],
  passed: readonly LearningRecord[] = [passing('role', PASSED)],
): { records: LearningRecord[]; seen: [Day, string][] } {
  const records = [...passed]
  const seen: [Day, string][] = []
  const missed = new Set(wrong)
  for (const day of days)
    for (const { card } of dueCards(of(records, signedOff), day)) {
      records.push(sorting(card, day, !missed.delete(card.id)))
      seen.push([day, card.id])
    }
  return { records, seen }
}
const everyDay = (from: Day, count: number): Day[] =>
  Array.from({ length: count }, (_, n) => plusDays(from, n))
const daysOf = (seen: readonly [Day, string][], id: string): Day[] =>
  seen.filter(([, card]) => card === id).map(([day]) => day)

test('the next sitting is the first day on which home says that cards wait', () => {
  const when = fc.integer({ min: 0, max: 120 })
  fc.assert(
    fc.property(
      fc.array(fc.tuple(when, fc.nat(11), fc.boolean()), { maxLength: 14 }),
      fc.option(when, { nil: null }),
      when,
      (sorted, signedOff, today) => {
        const seen = sorted.toSorted(([a], [b]) => a - b).filter(([day]) => day <= today)
        const who = of(
          [
            ...MODULES.map((module) => passing(module, PASSED)),
            ...seen.flatMap(([day, at, right]) => {
              const card = cards[at]
              return card ? [sorting(card, plusDays(PASSED, day), right)] : []
            }),
          ],
          signedOff === null ? null : plusDays(PASSED, signedOff),
        )
        const on = nextSittingOn(who)
        const first = everyDay(plusDays(PASSED, today), 250).find((day) => cardsToday(who, day) > 0)
        const from = plusDays(PASSED, today)
        expect(first ?? null).toBe(on !== null && on < from ? from : on)
      },
    ),
    { numRuns: runs(15, 300) },
  )
})

describe('after a module was passed', () => {
  test('its cards come after 1, 4 and 12 weeks, and then no more', () => {
    const { seen } = live(everyDay(PASSED, 365))
    expect(daysOf(seen, one.id)).toEqual([
      plusDays(PASSED, 7),
      plusDays(PASSED, 28),
      plusDays(PASSED, 84),
    ])
    expect(new Set(seen.map(([, id]) => id))).toEqual(
      new Set(cards.filter(({ module }) => module === 'role').map(({ id }) => id)),
    )
  })

  test('who comes two weeks late keeps the gaps to the later ones', () => {
    const late = plusDays(PASSED, 21)
    const { seen } = live(everyDay(late, 300))
    expect(daysOf(seen, one.id)).toEqual([late, plusDays(late, 21), plusDays(late, 77)])
  })

  test('one that went wrong comes again after a week, first of all, and then keeps its gap', () => {
    const { seen } = live(everyDay(PASSED, 365), null, [one.id])
    const [week, again] = [plusDays(PASSED, 7), plusDays(PASSED, 14)]
    expect(daysOf(seen, one.id)).toEqual([week, again, plusDays(again, 21), plusDays(again, 77)])
    const due = dueCards(
      of([passing('role', PASSED), sorting(one, week, false)]),
      plusDays(PASSED, 40),
    )
    expect(due.map(({ card, missed }) => [card.id, missed])[0]).toEqual([one.id, true])
  })

  test('what nobody looks at waits, all of it once, for a year', () => {
    const who = of([passing('role', PASSED)])
    const due = dueCards(who, plusDays(PASSED, 365))
    expect(due).toHaveLength(4)
    expect(new Set(due.map(({ dueOn }) => dueOn))).toEqual(new Set([plusDays(PASSED, 7)]))
  })

  test('a card that the course has no more is kept and not asked, and one of a module that was not passed never comes', () => {
    const records = [passing('role', PASSED), sorting(one, plusDays(PASSED, 7), true)]
    const who = of(records)
    const less = { ...who, course: { ...course, cards: cards.slice(1) } }
    expect(idsOn(less, plusDays(PASSED, 365))).not.toContain(one.id)
    expect(who.progress[unitOf('card-sorted', one.id)]).toMatchObject({
      sorted: { [one.id]: [{ right: true }] },
    })
    expect(idsOn(who, plusDays(PASSED, 365)).every((id) => id.startsWith('role/'))).toBe(true)
  })
})

describe('after sign-off', () => {
  const signedOff: Day = '2026-06-10'
  const all = MODULES.map((module) => passing(module, PASSED))

  test('five cards from all modules come after 3, 6 and 9 months, other ones each time', () => {
    const { records } = live(everyDay(PASSED, 140), null, [], all)
    const after = [3, 6, 9].map((months) => plusMonths(signedOff, months))
    const hands = after.map((day) => {
      const ids = idsOn(of(records, signedOff), day)
      for (const { card } of dueCards(of(records, signedOff), day))
        records.push(sorting(card, day, true))
      return ids
    })
    expect(hands.map((ids) => ids.length)).toEqual([AT_ONCE, AT_ONCE, AT_ONCE])
    expect(new Set(hands[0]?.map((id) => id.split('/')[0])).size).toBe(3)
    expect(hands[0]?.filter((id) => hands[1]?.includes(id))).toEqual([])
    expect(comingCards(of(records, signedOff))).toEqual([])
  })

  test('who comes a month late has three months again until the next', () => {
    const { records } = live(everyDay(PASSED, 140), null, [], all)
    const late = plusMonths(signedOff, 4)
    for (const { card } of dueCards(of(records, signedOff), late))
      records.push(sorting(card, late, true))
    const next = comingCards(of(records, signedOff)).map(({ dueOn }) => dueOn)
    expect(new Set(next)).toEqual(new Set([plusMonths(late, 3)]))
  })

  test('no more than one time waits, however long nobody came', () => {
    const { records } = live(everyDay(PASSED, 140), null, [], all)
    expect(idsOn(of(records, signedOff), plusMonths(signedOff, 24))).toHaveLength(AT_ONCE)
  })
})

describe('a year on two devices', () => {
  const year = fc.array(
    fc.record({
      after: fc.integer({ min: 0, max: 364 }),
      card: fc.integer({ min: 0, max: cards.length - 1 }),
      right: fc.boolean(),
    }),
    { maxLength: 40 },
  )

  test('in whatever order and how often the records arrive, the same cards wait', () => {
    fc.assert(
      fc.property(
        year.chain((all) => {
          const records = [
            ...MODULES.map((module, n) => passing(module, plusDays(PASSED, 20 * n))),
            ...all.flatMap(({ after, card, right }) => {
              const which = cards[card]
              return which ? [sorting(which, plusDays(PASSED, after), right)] : []
            }),
          ]
          return fc.tuple(
            fc.constant(records),
            fc.shuffledSubarray(records, { minLength: records.length }),
            fc.subarray(records),
          )
        }),
        fc.integer({ min: 0, max: 500 }),
        ([records, shuffled, twice], after) => {
          const day = plusDays(PASSED, after)
          const here = dueCards(of(records, '2026-04-01'), day)
          expect(dueCards(of([...shuffled, ...twice], '2026-04-01'), day)).toEqual(here)
        },
      ),
      { numRuns: runs(100, 5000) },
    )
  })

  test('the same card on both devices on one day takes one step, and a slip on either brings it sooner', () => {
    const week = plusDays(PASSED, 7)
    const both = [sorting(one, week, true), sorting(one, week, true)]
    const comesOn = (records: readonly LearningRecord[]): Day | undefined =>
      comingCards(of([passing('role', PASSED), ...records])).find(({ card }) => card === one)?.dueOn
    expect(comesOn(both)).toBe(plusDays(week, 21))
    expect(comesOn([...both, sorting(one, week, false)])).toBe(plusDays(week, 7))
  })

  test('whoever looks every day is never asked for more than is due, and all comes to an end', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 11 }), { maxLength: 12 }), (wrong) => {
        const ids = wrong.flatMap((at) => cards[at]?.id ?? [])
        const passed = MODULES.map((module, n) => passing(module, plusDays(PASSED, 9 * n)))
        const { records, seen } = live(everyDay(PASSED, 400), '2026-05-01', ids, passed)
        expect(comingCards(of(records, '2026-05-01'))).toEqual([])
        for (const { id } of cards) {
          const days = daysOf(seen, id)
          const gaps = days.slice(1).map((day, n) => [days[n] ?? day, day] as const)
          expect(gaps.every(([a, b]) => plusDays(a, 7) <= b || !ids.includes(id))).toBe(true)
          expect(days.length).toBeGreaterThanOrEqual(3)
        }
      }),
      { numRuns: runs(10, 200) },
    )
  })
})

describe('a sitting', () => {
  test('is five; then home says nothing until tomorrow', () => {
    const passed = MODULES.map((module) => passing(module, PASSED))
    const day = plusDays(PASSED, 30)
    expect(cardsToday(of(passed), day)).toBe(12)
    const five = dueCards(of(passed), day)
      .slice(0, AT_ONCE)
      .map(({ card }) => sorting(card, day, true))
    expect(cardsToday(of([...passed, ...five]), day)).toBe(0)
    expect(cardsToday(of([...passed, ...five]), plusDays(day, 1))).toBe(7)
  })
})

describe('what a review is told', () => {
  test('how many, since when, and a pile that went wrong twice; nothing before anything was passed', () => {
    expect(rememberedOf(of([]), '', PASSED)).toBe(null)
    const [week, later] = [plusDays(PASSED, 7), plusDays(PASSED, 14)]
    const records = [passing('role', PASSED), sorting(one, week, false), sorting(one, later, false)]
    expect(rememberedOf(of(records), '', later)).toEqual({
      due: 3,
      since: week,
      looked: 1,
      unsure: [one.pile],
    })
    expect(rememberedOf(of(records), plusDays(later, 1), later)?.looked).toBe(0)
    const mended = [...records, sorting(one, plusDays(later, 7), true)]
    expect(rememberedOf(of(mended), '', later)?.unsure).toEqual([])
  })
})

describe('before a module', () => {
  const lessons = first.lessons.slice(0, 1)
  const withLessons = {
    ...course,
    modules: course.modules.map((module) => ({ ...module, lessons })),
  }
  const at = (records: readonly LearningRecord[]) => ({ ...of(records), course: withLessons })
  const [lesson] = lessons
  const safety = withLessons.modules[2]
  if (!lesson || !safety) throw new Error('The module has a lesson.')
  const step = { kind: 'lesson', module: safety, item: lesson } as const

  test('three cards come from modules that were passed, of as many modules as there are, the same each time', () => {
    const passed = [passing('role', PASSED), passing('consent', PASSED)]
    const found = warmUpOf(at(passed), 'safety', PASSED)
    expect(found?.cards).toHaveLength(3)
    expect(new Set(found?.cards.map(({ module }) => module))).toEqual(new Set(['role', 'consent']))
    expect(warmUpOf(at(passed.toReversed()), 'safety', plusDays(PASSED, 1))).toEqual(found)
    expect(warmUpOf(at([]), 'safety', PASSED)).toBe(null)
    expect(warmUpOf(at([passing('safety', PASSED)]), 'safety', PASSED)).toBe(null)
    expect(warmUpOf(at(passed), 'cooking', PASSED)).toBe(null)
  })

  test('they are offered on its first lesson, until they were looked at or it was begun', () => {
    const passed = [passing('role', PASSED)]
    const found = warmUpOn(at(passed), step, PASSED)
    expect(found?.left).toHaveLength(3)
    const looked = (found?.cards ?? []).map((card) => sorting(card, PASSED, true))
    expect(warmUpOn(at([...passed, ...looked]), step, PASSED)).toBe(null)
    const read = recordOf(
      { kind: 'lesson-read', item: lesson.id, revision: 1, value: {} },
      { id: idAt(noon(PASSED)), person: 'ana', source: 'web', at: noon(PASSED) },
    )
    expect(warmUpOn(at([...passed, read]), step, PASSED)).toBe(null)
  })

  test('what was right there changes no day, and a slip brings the card sooner', () => {
    const role = passing('role', PASSED)
    const early = plusDays(PASSED, 10)
    const before = [role, sorting(one, plusDays(PASSED, 7), true)]
    const dueOf = (records: readonly LearningRecord[]): Day | undefined =>
      comingCards(of(records)).find(({ card }) => card === one)?.dueOn
    expect(dueOf([...before, sorting(one, early, true)])).toBe(dueOf(before))
    expect(dueOf([...before, sorting(one, early, false)])).toBe(plusDays(early, 7))
  })
})

test('days are those of the programme', () => {
  expect(dayAt(noon(PASSED), ZONE)).toBe(PASSED)
  expect(judgeCard(one, 'constructor')).toBe(null)
})
