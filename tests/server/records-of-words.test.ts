/** What somebody wrote on a device that was away: reflections, exercises, notes, questions to the coordinator. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findOverview, findProgress } from '#db/records.ts'
import { ownWordsOf } from '#domain/course/session.ts'
import { UNSURE } from '#domain/course/quiz.ts'
import { noteOf } from '#domain/learning/record.ts'
import type { Person } from '#domain/people/person.ts'
import { exportRecord } from '#server/people/export-record.ts'
import { receiveRecords } from '#server/learning/receive-records.ts'
import { saveNote } from '#server/learning/save-writing.ts'
import { newId } from '#server/trail/new-id.ts'
import { DAY, english, HOUR, learnerOf, NOW, openPlatform, type Platform } from './platform.ts'

let platform: Platform
beforeAll(async () => {
  platform = await openPlatform()
})
afterAll(() => platform.close())

const lesson = english.modules.flatMap(({ lessons }) => lessons)[0]
const reflection = english.modules.flatMap((module) => module.reflection ?? [])[0]
const exercise = english.modules.flatMap((module) => module.exercise ?? [])[0]
const session = english.modules.flatMap(({ sessions }) => sessions)[0]
const quiz = english.modules.flatMap((module) => module.quiz ?? [])[0]
const raised = english.modules
  .flatMap((module) => module.quiz?.questions ?? [])
  .find(({ revision }) => revision > 1)
const turn = session?.turns.find(({ slug }) => slug === session.start)
if (!lesson || !reflection || !exercise || !session || !quiz || !raised || !turn)
  throw new Error('the course has changed its shape')
const [field] = exercise.fields

const sent = (kind: string, item: string, value: object, more: object = {}) => ({
  id: newId(NOW),
  item,
  revision: 1,
  kind,
  value,
  madeAt: NOW,
  ...more,
})
async function receive(person: Person, records: readonly unknown[], now = NOW, more: object = {}) {
  const answer = await receiveRecords(person, english, { records, ...more }, now)
  if (answer.kind !== 'answered') throw new Error(answer.kind)
  return answer.records
}
const said = async (person: Person, ...records: unknown[]): Promise<string[]> =>
  (await receive(person, records)).map((one) => ('why' in one ? one.why : one.status))

describe('what Nadia wrote without a line', () => {
  test('is saved by its kind: shared or private, an exercise, a note, own words', async () => {
    const { nadia } = platform.cast
    const words = ownWordsOf(session.id)
    expect(
      await said(
        nadia,
        sent('reflection-sent', reflection.id, { text: ' I rest. ', shared: false }),
        sent('reflection-sent', words, { text: 'What makes it hard?', shared: true }),
        sent('exercise-saved', exercise.id, { fields: { [field?.id ?? '']: 'One', gone: 'Two' } }),
        sent('note-saved', lesson.id, { text: 'Ask first.' }),
      ),
    ).toEqual(['accepted', 'accepted', 'accepted', 'accepted'])
    const progress = await findProgress(nadia.id)
    expect(progress[reflection.id]).toMatchObject({ text: 'I rest.', shared: false })
    expect(progress[words]).toMatchObject({ text: 'What makes it hard?', shared: true })
    expect(progress[exercise.id]).toMatchObject({
      fields: { [field?.id ?? '']: 'One', gone: 'Two' },
    })
    expect(progress[noteOf(lesson.id)]).toMatchObject({ text: 'Ask first.', shared: false })
    // A note moves no place and reads no lesson.
    expect(progress[lesson.id]).toBeUndefined()
    expect(await findOverview(nadia.id)).toMatchObject({ done: 0, reflectionAt: NOW })
  })

  test('as a question waits for her coordinator since then, about a page of ours', async () => {
    const { nadia } = platform.cast
    const question = sent(
      'help-asked',
      'course',
      { page: `/learn/${lesson.id}`, text: 'May I?' },
      { madeAt: NOW - HOUR },
    )
    const elsewhere = sent('help-asked', 'course', { page: '//evil.example', text: 'And this?' })
    expect(await said(nadia, question, elsewhere, question)).toEqual([
      'accepted',
      'accepted',
      'duplicate',
    ])
    expect((await findOverview(nadia.id))?.helpAt).toBe(NOW - HOUR)
    const rows = await platform.rows(
      "SELECT value FROM records WHERE person = ? AND kind = 'help-asked' ORDER BY made_at",
      nadia.id,
    )
    expect(rows.map(({ value }) => JSON.parse(String(value)) as unknown)).toEqual([
      { page: `/learn/${lesson.id}`, text: 'May I?' },
      { page: '/learn', text: 'And this?' },
    ])
  })

  test('by a clock ten years ahead gives way to what she writes afterwards', async () => {
    const { nadia } = platform.cast
    const ahead = 3650 * DAY
    const note = sent('note-saved', lesson.id, { text: 'From the phone.' }, { madeAt: NOW + ahead })
    await receive(nadia, [note], NOW, { sentAt: NOW + ahead + HOUR })
    await saveNote(await learnerOf(nadia), lesson, 'From the tablet.', newId(NOW), NOW + 1)
    expect((await findProgress(nadia.id))[noteOf(lesson.id)]).toMatchObject({
      text: 'From the tablet.',
    })
  })

  test('is cleared by an empty note, and found no more', async () => {
    const { nadia } = platform.cast
    const empty = sent('note-saved', lesson.id, { text: '  ' }, { madeAt: NOW + 10 })
    expect(await said(nadia, empty)).toEqual(['accepted'])
    expect((await findProgress(nadia.id))[noteOf(lesson.id)]).toMatchObject({ text: '' })
  })

  test('in her notes stands in no copy that a coordinator makes', async () => {
    const { carla, nadia } = platform.cast
    await receive(nadia, [sent('note-saved', lesson.id, { text: 'CANARY of her own' })])
    const made = await exportRecord(
      carla,
      { id: nadia.id, name: nadia.name, programme: 'kidney' },
      english,
      { internal: true, language: 'en' },
      NOW,
    )
    if (made.kind !== 'made') throw new Error(made.kind)
    expect(made.file).toContain('What makes it hard?')
    expect(made.file).not.toMatch(/CANARY|From the phone|note-saved|I rest/)
  })

  test('under an id that has other words is refused for that one alone, and written down', async () => {
    const { ray } = platform.cast
    const note = sent('note-saved', lesson.id, { text: 'First.' })
    const other = { ...note, value: { text: 'Second.' } }
    const good = sent('lesson-read', lesson.id, {})
    expect(await said(ray, note)).toEqual(['accepted'])
    expect(await said(ray, other, good)).toEqual(['another record has this id', 'accepted'])
    expect((await findProgress(ray.id))[noteOf(lesson.id)]).toMatchObject({ text: 'First.' })
    const audit = await platform.rows('SELECT act FROM audit WHERE subject = ?', note.id)
    expect(audit).toEqual([{ act: 'record-conflict' }])
  })
})

test.each([
  ['an empty reflection', 'reflection-sent', reflection.id, { text: ' ', shared: true }, 'empty'],
  ['5,001 letters', 'note-saved', lesson.id, { text: 'x'.repeat(5001) }, 'too-long'],
  ['an exercise of blanks', 'exercise-saved', exercise.id, { fields: { a: '', b: ' ' } }, 'empty'],
  [
    'a field that is none',
    'exercise-saved',
    exercise.id,
    { fields: { '<b>': 'x' } },
    'no such exercise, or malformed',
  ],
  [
    'a reflection that nobody asks',
    'reflection-sent',
    lesson.id,
    { text: 'x', shared: false },
    'no such reflection, or malformed',
  ],
  [
    'a talk itself',
    'reflection-sent',
    session.id,
    { text: 'x', shared: false },
    'no such reflection, or malformed',
  ],
  [
    'one that does not say whether it is shared',
    'reflection-sent',
    reflection.id,
    { text: 'x' },
    'no such reflection, or malformed',
  ],
  ['a note on a quiz', 'note-saved', quiz.id, { text: 'x' }, 'no such lesson, or malformed'],
  ['a question without words', 'help-asked', 'course', { page: '/learn', text: '' }, 'empty'],
  [
    'a long question',
    'help-asked',
    'course',
    { page: '/learn', text: 'x'.repeat(2001) },
    'too-long',
  ],
])('%s is refused, and why', async (_, kind, item, value, why) => {
  const { luz } = platform.cast
  expect(await said(luz, sent(kind, item, value))).toEqual([why])
  expect(await platform.rows('SELECT id FROM records WHERE person = ?', luz.id)).toEqual([])
})

test('nobody but a trainee has a coordinator to ask', async () => {
  const question = sent('help-asked', 'course', { page: '/learn', text: 'Me?' })
  expect(await said(platform.cast.oscar, question)).toEqual([
    'only a trainee has a coordinator to ask',
  ])
})

describe('a course that was changed meanwhile', () => {
  const attempt = newId(NOW)

  test('keeps an answer with the revision that was answered, and an option that is gone as not right', async () => {
    const { joyce } = platform.cast
    const value = { attempt, options: ['gone-since'], right: true }
    const now = { revision: raised.revision }
    expect(await said(joyce, sent('question-answered', raised.id, value, now))).toEqual([
      'no-such-option',
    ])
    const [answer] = await receive(joyce, [sent('question-answered', raised.id, value)])
    expect(answer).toMatchObject({ status: 'differs', right: false })
    expect(await platform.rows('SELECT revision FROM records WHERE person = ?', joyce.id)).toEqual([
      { revision: 1 },
    ])
  })

  test('believes no revision that is still to come', async () => {
    const { joyce } = platform.cast
    const value = { attempt, options: [UNSURE] }
    const record = sent('question-answered', raised.id, value, { revision: 99 })
    expect(await said(joyce, record)).toEqual(['accepted'])
    expect(await platform.rows('SELECT revision FROM records WHERE id = ?', record.id)).toEqual([
      { revision: raised.revision },
    ])
  })

  test('says again that an answer differs, when the first word of it was lost', async () => {
    const { joyce } = platform.cast
    const value = { attempt, options: [UNSURE], right: true }
    const record = sent('question-answered', raised.id, value)
    const twice = [...(await receive(joyce, [record])), ...(await receive(joyce, [record]))]
    expect(twice.map(({ status }) => status)).toEqual(['differs', 'differs'])
    expect(await platform.rows('SELECT id FROM records WHERE id = ?', record.id)).toHaveLength(1)
  })
})

test('after 60 calls in a minute it is asked to wait, and then goes on', async () => {
  const { cesar } = platform.cast
  const call = (now: number) =>
    receiveRecords(cesar, english, { records: [sent('lesson-read', lesson.id, {})] }, now)
  const first = await Promise.all(Array.from({ length: 60 }, () => call(NOW)))
  expect(new Set(first.map(({ kind }) => kind))).toEqual(new Set(['answered']))
  expect(await call(NOW)).toEqual({ kind: 'too-many' })
  expect((await call(NOW + 60_001)).kind).toBe('answered')
})
