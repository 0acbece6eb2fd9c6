/**
 * A trainee with two devices that were away: whatever they send, in whatever order and however often, comes to what it
 * would have come to online (R29, R30). Their clocks are up to ten years wrong, answers get lost, tabs send at once.
 */
import fc from 'fast-check'
import { expect } from 'vitest'
import { insertPerson, insertRole, findPerson } from '#db/people.ts'
import { write } from '#db/client.ts'
import { findOverview, findProgress } from '#db/records.ts'
import { UNSURE } from '#domain/course/quiz.ts'
import { answerQuestion } from '#domain/learning/answer-question.ts'
import { apply } from '#domain/learning/apply.ts'
import { quizProgressOf, type Progress } from '#domain/learning/progress.ts'
import { recordOf } from '#domain/learning/record.ts'
import { uuidV7 } from '#domain/learning/uuid.ts'
import type { Person } from '#domain/people/person.ts'
import { firstToAsk, quizNow } from '#domain/quiz/now.ts'
import { newId } from '#server/trail/new-id.ts'
import { receiveRecords, type RecordAnswer } from '#server/learning/receive-records.ts'
import { rebuildProgress } from '#server/learning/rebuild-progress.ts'
import { DAY, english, MINUTE, NOW, type Platform } from './platform.ts'

const YEAR = 365 * DAY
const module = english.modules.find(({ slug }) => slug === 'consent')
/** Each device has its own, or both go through the first one at once, each without knowing of the other. */
const quizzes = english.modules.flatMap(({ quiz }) => quiz ?? []).slice(0, 2)
const session = english.modules.flatMap(({ sessions }) => sessions)[0]
const [lesson, second] = module?.lessons ?? []
const reflection = english.modules.flatMap(({ reflection }) => reflection ?? [])[0]
const exercise = english.modules.flatMap(({ exercise }) => exercise ?? [])[0]
if (quizzes.length < 2 || !session || !lesson || !second || !reflection || !exercise)
  throw new Error('the course has changed its shape')
const opening = session.turns.find(({ slug }) => slug === session.start)

/** Which of the two. */
const device = fc.integer({ min: 0, max: 1 })
const word = fc.constantFrom('One thing.', 'Another.', 'I rest on Fridays.', 'Call first.')
const event = fc.record({
  device,
  what: fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('quiz' as const),
        dice: fc.array(fc.nat(9), { minLength: 1, maxLength: 14 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('talk' as const),
        step: fc.nat(2),
        at: fc.nat(9),
        ends: fc.boolean(),
      }),
    },
    fc.record({ kind: fc.constant('read' as const), which: fc.nat(1) }),
    fc.record({ kind: fc.constant('place' as const), section: fc.integer({ min: 1, max: 5 }) }),
    fc.record({
      kind: fc.constantFrom('note' as const, 'asked' as const, 'exercise' as const),
      word,
    }),
    fc.record({ kind: fc.constant('reflection' as const), word, shared: fc.boolean() }),
    fc.record({ kind: fc.constant('sure' as const), sure: fc.integer({ min: 1, max: 5 }) }),
  ),
})
type Event = typeof event extends fc.Arbitrary<infer E> ? E : never

/** One that is off by less than two minutes is left so: those of two devices tell then no better who was first. */
const clock = fc.oneof(
  fc.constantFrom(0, 3 * MINUTE, -DAY, 10 * YEAR, -10 * YEAR),
  fc.integer({ min: 3 * MINUTE, max: 10 * YEAR }),
  fc.integer({ min: -10 * YEAR, max: -3 * MINUTE }),
)

interface Life {
  readonly events: readonly Event[]
  /** How far the clock of each device is off, milliseconds. */
  readonly clocks: readonly [number, number]
  /** Decides what is sent when, together with what, and how often. */
  readonly dice: readonly number[]
}
const life: fc.Arbitrary<Life> = fc.record({
  events: fc.array(event, { minLength: 1, maxLength: 12 }),
  clocks: fc.tuple(clock, clock),
  dice: fc.array(fc.nat(1_000_000), { minLength: 60, maxLength: 60 }),
})

/** Both mostly answer. */
const quizLife: fc.Arbitrary<Life> = life.chain((one) =>
  fc
    .array(
      fc.record({
        device,
        what: fc.record({
          kind: fc.constant('quiz' as const),
          dice: fc.array(fc.nat(8), { minLength: 6, maxLength: 14 }),
        }),
      }),
      { minLength: 4, maxLength: 8 },
    )
    .map((events) => ({ ...one, events })),
)

interface Sent {
  readonly device: number
  /** In our time. */
  readonly at: number
  readonly kind: string
  readonly item: string
  readonly revision: number
  readonly value: object
}

/** What the two do, a minute apart. */
function deedsOf(events: readonly Event[], sameQuiz: boolean) {
  const sent: Sent[] = []
  /** What each device knows by itself. */
  const known: [Progress, Progress] = [{}, {}]
  let attempts = 0
  const runs = [0, 0]
  const idOf = (what: number, of: number, nth: number): string =>
    uuidV7(1_700_000_000_000, new Uint8Array([what, of, nth, nth >> 8, 0, 0, 0, 0, 0, 0]))
  for (const { device, what } of events) {
    const did = (kind: string, item: string, value: object, revision = 1): void => {
      sent.push({ device, at: NOW - 20 * DAY + sent.length * MINUTE, kind, item, revision, value })
    }
    const quiz = quizzes[sameQuiz ? 0 : device]
    if (what.kind === 'quiz' && quiz)
      for (const die of what.dice) {
        // As the player asks it: the open attempt first, then only what went wrong; sometimes one that was answered once more.
        const before = quizProgressOf(known[device === 0 ? 0 : 1], quiz.id)
        if (before?.passed) break
        const now = quizNow(quiz, before, null)
        const answered = now.questions.filter(({ id }) => now.attempt?.answers[id])
        const question = (die === 9 ? answered[0] : undefined) ?? firstToAsk(now)
        if (!question) break
        const rights = question.options.filter((one) => one.right).map(({ id }) => id)
        const options = die > 2 ? rights : [UNSURE]
        const made = answerQuestion(quiz, question, before, now, { options }, () =>
          idOf(1, device, ++attempts),
        )
        if (made.kind === 'refused') throw new Error(made.reason)
        for (const one of made.made) {
          known[device === 0 ? 0 : 1] = apply(
            known[device === 0 ? 0 : 1],
            recordOf(one, { id: idOf(3, device, ++attempts), person: '', source: 'queue', at: 0 }),
          )
          if (one.kind === 'question-answered') did(one.kind, one.item, one.value, one.revision)
        }
      }
    if (what.kind === 'talk' && session && opening) {
      const run = idOf(2, device, runs[device] ?? 0)
      const reply = opening.replies[what.at % opening.replies.length]?.id ?? ''
      did('turn-taken', opening.id, { run, step: what.step, reply })
      if (what.ends) {
        did('session-ended', session.id, { run, ending: session.endings[0]?.id })
        runs[device] = (runs[device] ?? 0) + 1
      }
    }
    if (what.kind === 'read') did('lesson-read', (what.which ? second : lesson)?.id ?? '', {})
    if (what.kind === 'place') did('lesson-opened', second?.id ?? '', { section: what.section })
    if (what.kind === 'note') did('note-saved', lesson?.id ?? '', { text: what.word })
    if (what.kind === 'asked') did('help-asked', 'course', { page: '/learn', text: what.word })
    if (what.kind === 'exercise')
      did('exercise-saved', exercise?.id ?? '', {
        fields: { [exercise?.fields[0]?.id ?? '']: what.word },
      })
    if (what.kind === 'reflection')
      did('reflection-sent', reflection?.id ?? '', { text: what.word, shared: what.shared })
    if (what.kind === 'sure')
      did('confidence-rated', 'confidence/before', {
        when: 'before',
        ratings: { consent: what.sure },
      })
  }
  return { sent, known }
}

async function newTrainee(): Promise<Person> {
  const id = newId(NOW)
  await write([
    insertPerson({
      id,
      signInName: id,
      name: 'Tess',
      language: 'en',
      passwordHash: null,
      createdAt: NOW - 90 * DAY,
    }),
    insertRole({ person: id, role: 'trainee', programme: 'kidney', createdAt: NOW - 90 * DAY }),
  ])
  const person = await findPerson(id)
  if (!person) throw new Error('nobody was made')
  return person
}

let madeSoFar = 0
/** As a device makes it: id and time by its own clock. */
function recordsOf(deeds: readonly Sent[], off: readonly number[]) {
  return deeds.map(({ device, at, ...deed }) => {
    const madeAt = at + (off[device] ?? 0)
    const nth = ++madeSoFar
    const chance = new Uint8Array([0, 0, nth >> 24, nth >> 16, nth >> 8, nth, device, 1, 2, 3])
    return { id: uuidV7(Math.max(0, madeAt), chance), ...deed, madeAt }
  })
}
type Made = ReturnType<typeof recordsOf>[number]

/** What is there in the end, by the place of each record in the life instead of its id. */
async function stateOf(person: Person, made: readonly Made[], platform: Platform) {
  const named = (state: unknown): unknown =>
    JSON.parse(
      JSON.stringify(state, (key, value: unknown) =>
        ['record', 'passedBy', 'endedBy'].includes(key) && typeof value === 'string'
          ? made.findIndex(({ id }) => id === value)
          : value,
      ),
    )
  const overview = await findOverview(person.id)
  const rows = await platform.rows(
    'SELECT kind, item, revision, value, made_at FROM records WHERE person = ? ORDER BY made_at, kind, item, value',
    person.id,
  )
  return {
    progress: named(await findProgress(person.id)),
    // That cards are to be worked out again is said once for each batch, whatever it brought.
    overview: { ...overview, person: '', cardsAt: Math.sign(overview?.cardsAt ?? 0) },
    rows,
  }
}

/** Lives `runs` lives. @returns what happened in them, so that a model in which nothing happens is noticed */
export async function syncRuns(platform: Platform, runs: number, seed: number, sameQuiz = false) {
  const counted = {
    records: 0,
    deliveries: 0,
    duplicates: 0,
    finished: 0,
    refused: 0,
    passesThatStay: 0,
  }
  let now = NOW
  await fc.assert(
    fc.asyncProperty(sameQuiz ? quizLife : life, async ({ events, clocks, dice }) => {
      let turn = 0
      const die = (sides: number): number => (dice[turn++ % dice.length] ?? 0) % Math.max(1, sides)
      const { sent: deeds, known } = deedsOf(events, sameQuiz)

      const [away, online] = [await newTrainee(), await newTrainee()]
      const right = recordsOf(deeds, [0, 0])
      const wanted = await receiveRecords(online, english, { records: right, sentAt: now }, now)
      expect(statuses(wanted)).toEqual(right.map(() => 'accepted'))

      const made = recordsOf(deeds, clocks)
      const effects = new Map<string, number>()
      const send = async (of: number, records: readonly Made[], broken: boolean): Promise<void> => {
        if (records.length === 0) return
        const first = records[0]
        const bad =
          broken && first
            ? [{ ...first, kind: 'cooked' }, 7, { ...first, item: 'no/such', id: newId(now) }]
            : []
        const answer = await receiveRecords(
          away,
          english,
          { records: [...bad, ...records], sentAt: now + (clocks[of] ?? 0) },
          now,
        )
        if (answer.kind !== 'answered') throw new Error(answer.kind)
        const [refused, good] = [
          answer.records.slice(0, bad.length),
          answer.records.slice(bad.length),
        ]
        expect(refused.every(({ status }) => status === 'refused')).toBe(true)
        counted.refused += refused.length
        counted.deliveries++
        for (const { id, status } of good) {
          expect(['accepted', 'duplicate']).toContain(status)
          if (status === 'accepted') effects.set(id ?? '', (effects.get(id ?? '') ?? 0) + 1)
          else counted.duplicates++
        }
      }
      // In pieces, in any order, some of them twice or from two tabs at once.
      const waiting = [0, 1].map((of) => made.filter((_, nth) => deeds[nth]?.device === of))
      while (waiting.some((queue) => queue.length > 0)) {
        const of = waiting[0]?.length ? (waiting[1]?.length ? die(2) : 0) : 1
        const queue = waiting[of] ?? []
        const size = 1 + die(Math.max(1, queue.length))
        const piece = Array.from(
          { length: Math.min(size, queue.length) },
          () => queue.splice(die(queue.length), 1)[0],
        ).filter((one) => one !== undefined)
        now += 2 * MINUTE
        const fate = die(5)
        await Promise.all([
          send(of, piece, fate === 0),
          ...(fate === 1 ? [send(of, [...piece].reverse(), false)] : []),
        ])
        // The answer was lost: it is sent again, later and together with others.
        if (fate === 2)
          queue.push(...piece.slice(0, 1 + die(piece.length)).filter(() => die(3) > 0))
      }
      now += 2 * MINUTE
      await send(
        0,
        made.filter((_, nth) => deeds[nth]?.device === 0),
        true,
      )

      expect([...effects.values()]).toEqual(made.map(() => 1))
      const [mine, theirs] = [
        await stateOf(away, made, platform),
        await stateOf(online, right, platform),
      ]
      // Answers of an attempt that come after those of the next one: a pass that was said is not taken back by them.
      const stays = quizzes.filter(({ id }) => passedIn(mine, id) && !passedIn(theirs, id))
      if (sameQuiz) {
        expect(withoutEnds(mine)).toEqual(withoutEnds(theirs))
        await nothingIsLost(away, known, mine.rows)
      } else if (stays.length > 0) {
        counted.passesThatStay++
        expect(withoutEnds(mine, stays)).toEqual(withoutEnds(theirs, stays))
      } else expect(mine).toEqual(theirs)
      expect(await rebuildProgress(away.id)).toBe(0)
      counted.records += made.length
      counted.finished += theirs.rows.filter(({ kind }) => kind === 'quiz-finished').length
    }),
    // Each life takes two databases' work: a smaller one is not worth the hours that looking for it takes.
    { numRuns: runs, seed, endOnFailure: runs > 200 },
  )
  return counted
}

type State = Awaited<ReturnType<typeof stateOf>>

type QuizHere = { readonly passed: boolean; readonly rightAt: object } | undefined

const quizIn = ({ progress }: State, id: string): QuizHere =>
  (progress as Record<string, QuizHere>)[id]

const passedIn = (state: State, id: string): boolean => quizIn(state, id)?.passed === true

/** All but how the attempts of these quizzes ended, and what follows from that. */
function withoutEnds(state: State, of: readonly { readonly id: string }[] = quizzes.slice(0, 1)) {
  const ids = of.map(({ id }) => id)
  const others = Object.entries(state.progress as object).filter(([id]) => !ids.includes(id))
  return {
    others: Object.fromEntries(others) as unknown,
    rightAt: ids.map((id) => quizIn(state, id)?.rightAt),
    rows: state.rows.filter(
      ({ kind, item }) => kind !== 'quiz-finished' || !ids.includes(String(item)),
    ),
  }
}

/** An attempt ends once; whoever passed on a device has passed, and what ended there has ended. */
async function nothingIsLost(
  person: Person,
  known: readonly Progress[],
  rows: State['rows'],
): Promise<void> {
  const ended = rows
    .filter(({ kind }) => kind === 'quiz-finished')
    .map(({ value }) => (JSON.parse(String(value)) as { attempt: string }).attempt)
  expect(new Set(ended).size).toBe(ended.length)
  const id = quizzes[0]?.id ?? ''
  const there = quizProgressOf(await findProgress(person.id), id)
  for (const own of known.map((one) => quizProgressOf(one, id))) {
    if (own?.passed) expect(there?.passed).toBe(true)
    if (own?.last && !there?.passed) expect(ended).toContain(own.last.id)
  }
}

const statuses = (answer: Awaited<ReturnType<typeof receiveRecords>>): string[] =>
  answer.kind === 'answered'
    ? answer.records.map(({ status }: RecordAnswer) => status)
    : [answer.kind]
