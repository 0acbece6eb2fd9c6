/** Records and the progress that is computed from them: once, together, the same as a rebuild. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { closeDatabase } from '#db/client.ts'
import { findOverview, findProgress, recordsOf } from '#db/records.ts'
import { run as rebuild } from '#cli/db-rebuild.ts'
import type { LearningRecord } from '#domain/learning/record.ts'
import type { Person } from '#domain/people/person.ts'
import { followRenames } from '#server/releases/follow-renames.ts'
import { newId } from '#server/trail/new-id.ts'
import { ownLearner } from '#server/learning/learner.ts'
import { readLesson } from '#server/learning/read-lesson.ts'
import { receiveRecords } from '#server/learning/receive-records.ts'
import { saveRecords } from '#server/learning/save-records.ts'
import { batchesOf, DAY, english, MINUTE, NOW, openPlatform, type Platform } from './platform.ts'

let platform: Platform
beforeAll(async () => {
  platform = await openPlatform()
})
afterAll(() => platform.close())

const consent = english.modules.find(({ slug }) => slug === 'consent')
const [lesson, other] = consent?.lessons ?? []
const quiz = consent?.quiz
const session = english.modules.flatMap(({ sessions }) => sessions)[0]
if (!lesson || !other || !quiz || !session) throw new Error('the course has changed its shape')
const [question] = quiz.questions
const turn = session.turns.find(({ slug }) => slug === session.start)
if (!question || !turn) throw new Error('the course has changed its shape')
/** As the course has them now: an earlier one may have had other replies. */
const today = { revision: Math.max(turn.revision, session.revision) }
const rightOf = (one: typeof question): string[] =>
  one.options.filter(({ right }) => right).map(({ id }) => id)

const read = (person: Person, item = lesson.id, madeAt = NOW): LearningRecord => ({
  id: newId(madeAt),
  person: person.id,
  item,
  revision: 1,
  kind: 'lesson-read',
  value: {},
  madeAt,
  receivedAt: NOW,
  source: 'web',
})
const save = (person: Person, ...records: LearningRecord[]) =>
  saveRecords(english, person.id, records, NOW)

/** What a device sends. */
const sent = (kind: string, item: string, value: object, more: object = {}) => ({
  id: newId(NOW),
  item,
  revision: 1,
  kind,
  value,
  madeAt: NOW,
  ...more,
})
const receive = async (person: Person, ...records: unknown[]) => {
  const answer = await receiveRecords(person, english, { records }, NOW)
  if (answer.kind !== 'answered') throw new Error(answer.kind)
  return answer.records
}
const statuses = (answers: readonly { status: string; why?: string }[]): string[] =>
  answers.map(({ status, why }) => (why ? `${status}: ${why}` : status))

const rowsOf = (person: Person) =>
  platform.rows('SELECT id, kind, item FROM records WHERE person = ? ORDER BY id', person.id)

/** Computes everything again, as `alongside db rebuild` does, and says what it prints. */
async function rebuilt(): Promise<string> {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  await closeDatabase()
  await rebuild()
  await platform.reopen()
  const said = String(log.mock.calls.at(-1)?.[0])
  log.mockRestore()
  return said
}

describe('a record', () => {
  test('is saved with its progress and the line for lists, in one batch', async () => {
    const { ray } = platform.cast
    const record = read(ray)
    expect(await batchesOf(() => save(ray, record))).toBe(1)
    expect(await findProgress(ray.id)).toEqual({ [lesson.id]: { kind: 'lesson', revision: 1 } })
    expect(await findOverview(ray.id)).toMatchObject({
      person: ray.id,
      done: 1,
      lastItem: lesson.id,
      lastAt: NOW,
      askedAt: null,
    })
  })

  test('that cannot be written leaves nothing behind, neither row nor progress', async () => {
    const { nadia } = platform.cast
    const orphan = { ...read(nadia), person: newId(NOW) }
    await expect(saveRecords(english, orphan.person, [read(nadia), orphan], NOW)).rejects.toThrow(
      /FOREIGN KEY/,
    )
    expect(await rowsOf(nadia)).toEqual([])
    expect(await findProgress(nadia.id)).toEqual({})
    expect(await findProgress(orphan.person)).toEqual({})
  })

  test('twice changes nothing, also within one sync', async () => {
    const { luz } = platform.cast
    const record = read(luz)
    expect(await save(luz, record, record)).toEqual(['accepted', 'duplicate'])
    const before = [await rowsOf(luz), await findProgress(luz.id), await findOverview(luz.id)]
    expect(await batchesOf(() => save(luz, record))).toBe(0)
    expect(await save(luz, { ...record, receivedAt: NOW + DAY, source: 'queue' })).toEqual([
      'duplicate',
    ])
    expect([await rowsOf(luz), await findProgress(luz.id), await findOverview(luz.id)]).toEqual(
      before,
    )
  })

  test('with an id that another record has is a conflict: nothing changes, and it is written down', async () => {
    const { luz } = platform.cast
    const [first] = await recordsOf(luz.id, [lesson.id])
    if (!first) throw new Error('no record')
    const before = await rowsOf(luz)
    expect(await save(luz, { ...first, item: other.id })).toEqual(['conflict'])
    expect(await rowsOf(luz)).toEqual(before)
    expect(
      await platform.rows('SELECT act, actor, subject FROM audit WHERE subject = ?', first.id),
    ).toEqual([{ act: 'record-conflict', actor: luz.id, subject: first.id }])
  })

  test('with an id of somebody else is a conflict, and theirs stays theirs', async () => {
    const { luz, joyce } = platform.cast
    const [first] = await recordsOf(luz.id, [lesson.id])
    if (!first) throw new Error('no record')
    expect(await save(joyce, { ...first, person: joyce.id })).toEqual(['conflict'])
    expect(await rowsOf(joyce)).toEqual([])
    expect((await recordsOf(luz.id, [lesson.id]))[0]).toEqual(first)
  })

  test('sent twice at the same moment is saved once: a double click', async () => {
    const { oscar } = platform.cast
    const record = read(oscar)
    const answers = await Promise.all([save(oscar, record), save(oscar, record)])
    expect(answers.flat().sort()).toEqual(['accepted', 'duplicate'])
    expect(await rowsOf(oscar)).toHaveLength(1)
  })

  test('of which one part is known already is saved whole or not at all where it must be', async () => {
    const { cesar } = platform.cast
    const known = read(cesar)
    await save(cesar, known)
    const both = [known, read(cesar, other.id)]
    expect(await saveRecords(english, cesar.id, both, NOW, true)).toEqual(['duplicate', 'accepted'])
    expect(await rowsOf(cesar)).toHaveLength(1)
  })
})

test('R14: nobody records what somebody else did', async () => {
  const { carla, nadia } = platform.cast
  const hers = { ...(await ownLearner(nadia, english)), by: carla }
  const all = async () => (await platform.rows('SELECT id FROM records')).length
  const before = await all()
  await expect(readLesson(hers, lesson, newId(NOW), NOW)).rejects.toThrow(
    'Bug: nobody records what somebody else did.',
  )
  expect(await all()).toBe(before)
})

test('20 answers of one person at the same moment are all kept, and a rebuild finds no difference', async () => {
  const { gwen } = platform.cast
  const attempt = newId(NOW)
  const answers = Array.from({ length: 20 }, (_, n) => {
    const asked = quiz.questions[n % quiz.questions.length] ?? question
    const options = n % 3 ? rightOf(asked) : ['unsure']
    return receive(
      gwen,
      sent('question-answered', asked.id, { attempt, options }, { madeAt: NOW + n }),
    )
  })
  expect(statuses((await Promise.all(answers)).flat())).toEqual(Array(20).fill('accepted'))
  const kept = await platform.rows(
    "SELECT * FROM records WHERE person = ? AND kind = 'question-answered'",
    gwen.id,
  )
  expect(kept).toHaveLength(20)
  expect(await rebuilt()).toMatch(/ 0 differences$/)
})

describe('a rebuild', () => {
  test('mends a row that was changed behind our back, and says so', async () => {
    const { ray } = platform.cast
    const { write } = await import('#db/client.ts')
    await write([{ sql: "UPDATE progress SET state = '{}' WHERE person = ?", args: [ray.id] }])
    expect(await rebuilt()).toMatch(/ 1 differences$/)
    expect(await findProgress(ray.id)).toEqual({ [lesson.id]: { kind: 'lesson', revision: 1 } })
    expect(await rebuilt()).toMatch(/ 0 differences$/)
  })

  test('finds the same last place, whatever order the records came in', async () => {
    const { ana } = platform.cast
    await save(ana, read(ana, other.id, NOW))
    await save(ana, read(ana, lesson.id, NOW - DAY))
    expect(await findOverview(ana.id)).toMatchObject({ lastItem: other.id, lastAt: NOW, done: 2 })
    expect(await rebuilt()).toMatch(/ 0 differences$/)
  })
})

describe('what a device sends', () => {
  test('is graded here: a claim to be right counts for nothing', async () => {
    const { carla } = platform.cast
    const attempt = newId(NOW)
    const wrong = question.options.find(({ right }) => !right)?.id ?? ''
    expect(
      statuses(
        await receive(
          carla,
          sent('question-answered', question.id, { attempt, options: [wrong], right: true }),
        ),
      ),
    ).toEqual(['differs'])
    expect((await recordsOf(carla.id, [quiz.id]))[0]?.value).toEqual({
      attempt,
      options: [wrong],
      right: false,
    })
  })

  test('is judged here: the verdicts of a reply come from the course', async () => {
    const { carla } = platform.cast
    const reply = turn.replies.find(({ verdicts }) => Object.values(verdicts).includes('crossed'))
    if (!reply) throw new Error('no reply crosses a line')
    const value = { run: newId(NOW), step: 0, reply: reply.id, verdicts: { safety: 'kept' } }
    expect(statuses(await receive(carla, sent('turn-taken', turn.id, value)))).toEqual(['accepted'])
    expect((await recordsOf(carla.id, [session.id]))[0]?.value).toMatchObject({
      verdicts: reply.verdicts,
    })
  })

  test('finishes the quiz with the answer that completes it', async () => {
    const { joyce } = platform.cast
    const attempt = newId(NOW)
    const all = quiz.questions.map((one, n) =>
      sent('question-answered', one.id, { attempt, options: rightOf(one) }, { madeAt: NOW + n }),
    )
    await receive(joyce, ...all.slice(1))
    expect((await findProgress(joyce.id))[quiz.id]).toMatchObject({ passed: false, last: null })
    await receive(joyce, ...all.slice(0, 1))
    expect((await findProgress(joyce.id))[quiz.id]).toMatchObject({
      passed: true,
      open: null,
      tries: 1,
      best: { right: quiz.questions.length, of: quiz.questions.length },
    })
    await receive(joyce, ...all)
    expect((await findProgress(joyce.id))[quiz.id]).toMatchObject({ tries: 1 })
  })

  test('C6 C8: a place in a lesson and what an attempt kept are computed again without a difference', async () => {
    const { oscar } = platform.cast
    const other = english.modules.flatMap((module) => module.lessons).at(-1)?.id ?? ''
    const [kept, ...rest] = quiz.questions
    const answers = (attempt: string, all: typeof rest, right: boolean, from: number) =>
      all.flatMap((one, n) => {
        const options = right ? rightOf(one) : ['unsure']
        const first = sent(
          'question-answered',
          one.id,
          { attempt, options },
          { madeAt: from + 2 * n },
        )
        return right || !one.star
          ? [first]
          : [
              first,
              sent(
                'question-answered',
                one.id,
                { attempt, options: rightOf(one) },
                { madeAt: from + 2 * n + 1 },
              ),
            ]
      })
    const [one, two] = [newId(NOW), newId(NOW)]
    await receive(
      oscar,
      sent('lesson-opened', other, { section: 4 }),
      ...(kept ? answers(one, [kept], true, NOW) : []),
      ...answers(one, rest, false, NOW + 10),
    )
    await receive(oscar, ...answers(two, rest, true, NOW + 1000))
    const progress = await findProgress(oscar.id)
    expect(progress[other]).toEqual({ kind: 'lesson-open', section: 4 })
    expect(progress[quiz.id]).toMatchObject({
      passed: true,
      tries: 2,
      best: { right: quiz.questions.length, of: quiz.questions.length },
      last: { kept: { [kept?.id ?? '']: kept?.revision } },
    })
    expect(await rebuilt()).toMatch(/ 0 differences$/)
  })

  test.each([
    [
      'a place that is none',
      () => sent('lesson-opened', lesson.id, { section: 0 }),
      'no such lesson, or malformed',
    ],
    [
      'a lesson that is not there',
      () => sent('lesson-read', 'consent/cooking', {}),
      'no such lesson',
    ],
    ['a quiz as a lesson', () => sent('lesson-read', quiz.id, {}), 'no such lesson'],
    [
      'a question that is not there',
      () =>
        sent('question-answered', `${quiz.id}/cooking`, { attempt: newId(NOW), options: ['rosa'] }),
      'no such question, or malformed',
    ],
    [
      'a blank answer',
      () => sent('question-answered', question.id, { attempt: newId(NOW), options: [] }),
      'blank',
    ],
    [
      'an option that is not there',
      () => sent('question-answered', question.id, { attempt: newId(NOW), options: ['the-cat'] }),
      'no-such-option',
    ],
    [
      'an attempt without id',
      () => sent('question-answered', question.id, { attempt: 'mine', options: ['rosa'] }),
      'no such question, or malformed',
    ],
    [
      'a reply that is not there',
      () => sent('turn-taken', turn.id, { run: newId(NOW), step: 0, reply: 'cook' }, today),
      'no such turn, reply or ending',
    ],
    [
      'step -1',
      () =>
        sent(
          'turn-taken',
          turn.id,
          { run: newId(NOW), step: -1, reply: turn.replies[0]?.id },
          today,
        ),
      'no such turn, reply or ending',
    ],
    [
      'an ending that is not there',
      () => sent('session-ended', session.id, { run: newId(NOW), ending: 'cake' }, today),
      'no such turn, reply or ending',
    ],
    [
      'a pass of its own',
      () =>
        sent('quiz-finished', quiz.id, {
          attempt: newId(NOW),
          right: 6,
          of: 6,
          passed: true,
          refresher: false,
        }),
      'malformed',
    ],
    ['a kind that is not there', () => sent('signed-off', 'course', {}), 'malformed'],
    ['an id that is none', () => sent('lesson-read', lesson.id, {}, { id: '1' }), 'malformed'],
    ['a time before 1970', () => sent('lesson-read', lesson.id, {}, { madeAt: -1 }), 'malformed'],
    [
      'a time that is no number',
      () => sent('lesson-read', lesson.id, {}, { madeAt: 'now' }),
      'malformed',
    ],
    [
      'a time that SQLite cannot hold',
      () => sent('lesson-read', lesson.id, {}, { madeAt: 1e999 }),
      'malformed',
    ],
    ['revision 0', () => sent('lesson-read', lesson.id, {}, { revision: 0 }), 'malformed'],
    ['a list as value', () => sent('lesson-read', lesson.id, [] as object), 'malformed'],
    ['null', () => null, 'malformed'],
    ['a number', () => 7, 'malformed'],
    ['a text', () => 'lesson-read', 'malformed'],
  ])('%s is refused, and why', async (_, make, why) => {
    const { nadia } = platform.cast
    expect(statuses(await receive(nadia, make()))).toEqual([`refused: ${why}`])
    expect(await rowsOf(nadia)).toEqual([])
  })

  test('good and bad together: each is answered for itself, in order, by its id', async () => {
    const { cesar } = platform.cast
    const good = sent('lesson-read', other.id, {})
    const bad = sent('lesson-read', 'consent/cooking', {})
    expect(await receive(cesar, bad, good, good, 'x')).toEqual([
      { id: bad.id, status: 'refused', why: 'no such lesson' },
      { id: good.id, status: 'accepted' },
      { id: good.id, status: 'duplicate' },
      { id: null, status: 'refused', why: 'malformed' },
    ])
  })

  test('by a clock that is 10 years wrong counts, and nothing of it is later than now', async () => {
    const { cesar } = platform.cast
    const late = sent('lesson-read', lesson.id, {}, { madeAt: NOW + 3650 * DAY })
    const early = sent('lesson-read', other.id, {}, { madeAt: NOW - 3650 * DAY })
    expect(statuses(await receive(cesar, late, early))).toEqual(['accepted', 'accepted'])
    expect(Object.keys(await findProgress(cesar.id)).sort()).toEqual([lesson.id, other.id].sort())
    const made = await platform.rows(
      'SELECT id, made_at AS at FROM records WHERE person = ?',
      cesar.id,
    )
    expect(made.find(({ id }) => id === late.id)?.['at']).toBe(NOW)
    expect(made.find(({ id }) => id === early.id)?.['at']).toBe(NOW - 3650 * DAY)
  })

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a list', []],
    ['no records', {}],
    ['an empty list of records', { records: [] }],
    ['records that are no list', { records: { length: 1 } }],
    ['501 records', { records: Array(501).fill({}) }],
  ])('%s is malformed as a whole', async (_, body) => {
    expect(await receiveRecords(platform.cast.ray, english, body, NOW)).toEqual({
      kind: 'malformed',
      error: 'send {"records": [1 to 500 of them]}',
    })
  })

  test('500 records are one batch', async () => {
    const { oscar } = platform.cast
    const lessons = english.modules.flatMap(({ lessons }) => lessons)
    const many = Array.from({ length: 500 }, (_, n) =>
      sent('lesson-read', lessons[n % lessons.length]?.id ?? '', {}, { madeAt: NOW + n * MINUTE }),
    )
    const writes = await batchesOf(async () => {
      expect(new Set(statuses(await receive(oscar, ...many)))).toEqual(new Set(['accepted']))
    })
    expect(writes).toBe(1)
    expect(statuses(await receive(oscar, ...many)).every((status) => status === 'duplicate')).toBe(
      true,
    )
  })
})

test('B13: what people did under an id that got another name follows, once', async () => {
  const { gwen } = platform.cast
  const attempt = newId(NOW)
  const answer = (item: string): LearningRecord => ({
    ...read(gwen, item),
    kind: 'question-answered',
    value: { attempt, options: rightOf(question), right: true },
  })
  const finished: LearningRecord = {
    ...read(gwen, quiz.id, NOW + 1),
    kind: 'quiz-finished',
    value: {
      attempt,
      right: 1,
      of: 8,
      passed: false,
      refresher: false,
      kept: { [question.id]: 1, 'consent/quiz/another': 1 },
    },
  }
  await save(gwen, read(gwen), answer(question.id), finished)
  const before = await findProgress(gwen.id)
  const rows = await rowsOf(gwen)
  // As an older release had it.
  const former = { 'old/place': lesson.id, 'consent/quiz/old-question': question.id }
  const back: readonly (readonly [string, string])[] = [
    [lesson.id, 'old/place'],
    [question.id, 'consent/quiz/old-question'],
  ]
  const { write } = await import('#db/client.ts')
  await write([
    ...back.flatMap(([now, then]) => [
      {
        sql: "UPDATE records SET item = ?2, unit = CASE unit WHEN ?1 THEN ?2 ELSE unit END, value = replace(value, ?1, ?2) WHERE person = ?3 AND (item = ?1 OR kind = 'quiz-finished')",
        args: [now, then, gwen.id],
      },
      {
        sql: 'UPDATE progress SET item = ?2 WHERE item = ?1 AND person = ?3',
        args: [now, then, gwen.id],
      },
    ]),
    {
      sql: "UPDATE records SET item = ? WHERE person = ? AND kind = 'quiz-finished'",
      args: [quiz.id, gwen.id],
    },
  ])
  expect(await rowsOf(gwen)).not.toEqual(rows)
  expect(await followRenames(former, NOW)).toBe(1)
  expect(await rowsOf(gwen)).toEqual(rows)
  expect(await findProgress(gwen.id)).toEqual(before)
  expect(await followRenames(former, NOW)).toBe(0)
  expect(await followRenames({}, NOW)).toBe(0)
})

test('in the end a rebuild finds everything as it is', async () => {
  expect(await rebuilt()).toMatch(/ 0 differences$/)
})
