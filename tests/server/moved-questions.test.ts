/** Questions that an author moved to another quiz: what people answered is theirs there, from the next start on. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { write } from '#db/client.ts'
import { findProgress, insertRecord } from '#db/records.ts'
import { quizProgressOf } from '#domain/learning/progress.ts'
import { recordOf, type Made } from '#domain/learning/record.ts'
import type { Person } from '#domain/people/person.ts'
import type { QuizProgress } from '#domain/quiz/attempt.ts'
import { loadFormer } from '#server/course/load-course.ts'
import { followRenames } from '#server/releases/follow-renames.ts'
import { newId } from '#server/trail/new-id.ts'
import { english, NOW, openPlatform, type Platform } from './platform.ts'

let platform: Platform
beforeAll(async () => {
  platform = await openPlatform()
})
afterAll(() => platform.close())

/** As the course had them: `values/quiz` was a part of `role/quiz`. */
const MOVED = Object.entries(loadFormer()).filter(
  ([from, to]) => from.startsWith('role/quiz/') && to.startsWith('values/quiz/'),
)
const STAYED = english.modules
  .flatMap(({ quiz }) => (quiz?.id === 'role/quiz' ? quiz.questions : []))
  .slice(0, 4)

/** As an older release wrote them, in this order. */
const wrote = (by: Person, made: readonly Made[]): Promise<unknown> =>
  write(
    made.map((one, n) =>
      insertRecord(
        recordOf(one, { id: newId(NOW + n), person: by.id, source: 'web', at: NOW + n }),
      ),
    ),
  )
const answered = (attempt: string, item: string, right: boolean): Made => ({
  ...{ kind: 'question-answered', item, revision: 1 },
  value: { attempt, options: ['x'], right },
})
const ended = (value: Made<'quiz-finished'>['value']): Made => ({
  ...{ kind: 'quiz-finished', item: 'role/quiz', revision: 1 },
  value,
})
const quizOf = async (by: Person, id: string): Promise<QuizProgress | null> =>
  quizProgressOf(await findProgress(by.id), id)

test('a pass stays a pass in both, with the answers where they belong', async () => {
  const { nadia } = platform.cast
  const attempt = newId(NOW)
  const ids = [...STAYED.map(({ id }) => id), ...MOVED.map(([from]) => from)]
  expect(ids).toHaveLength(10)
  // Two of six that moved were wrong at first, which alone would not pass.
  await wrote(nadia, [
    ...ids.map((id, n) => answered(attempt, id, n < 8)),
    ...ids.slice(8).map((id) => answered(attempt, id, true)),
    ended({ attempt, right: 8, of: 10, passed: true, refresher: false }),
  ])
  expect(await followRenames(loadFormer(), NOW)).toBe(1)
  expect(await quizOf(nadia, 'role/quiz')).toMatchObject({
    passed: true,
    best: { right: 8, of: 10 },
    open: null,
  })
  const values = await quizOf(nadia, 'values/quiz')
  expect(values).toMatchObject({ passed: true, open: null, best: { right: 4, of: 6 } })
  expect(Object.keys(values?.last?.answers ?? {})).toEqual(MOVED.map(([, to]) => to))
  // Once: the next start finds nothing to do.
  expect(await followRenames(loadFormer(), NOW)).toBe(0)
  expect(await quizOf(nadia, 'values/quiz')).toEqual(values)
})

test('a pass of the second attempt, which asked only what had been wrong, is one too', async () => {
  const { ray } = platform.cast
  const [one, two] = [newId(NOW), newId(NOW + 1)]
  const ids = [...STAYED.map(({ id }) => id), ...MOVED.map(([from]) => from)]
  const kept = Object.fromEntries(ids.slice(0, 7).map((id) => [id, 1]))
  await wrote(ray, [
    ...ids.map((id, n) => answered(one, id, n < 7)),
    ...ids.slice(7).map((id) => answered(one, id, true)),
    ended({ attempt: one, right: 7, of: 10, passed: false, refresher: false }),
    ...ids.slice(7).map((id) => answered(two, id, true)),
    ended({ attempt: two, right: 10, of: 10, passed: true, refresher: false, kept }),
  ])
  expect(await followRenames(loadFormer(), NOW)).toBe(1)
  expect(await quizOf(ray, 'role/quiz')).toMatchObject({ passed: true })
  expect(await quizOf(ray, 'values/quiz')).toMatchObject({
    passed: true,
    open: null,
    best: { right: 6, of: 6 },
    tries: 2,
  })
})

test('who was in the middle goes on in both', async () => {
  const { joyce } = platform.cast
  const attempt = newId(NOW)
  const [from, to] = MOVED[0] ?? ['', '']
  await wrote(joyce, [answered(attempt, STAYED[0]?.id ?? '', true), answered(attempt, from, true)])
  expect(await followRenames(loadFormer(), NOW)).toBe(1)
  for (const id of ['role/quiz', 'values/quiz'])
    expect(await quizOf(joyce, id)).toMatchObject({ passed: false, tries: 0, last: null })
  expect((await quizOf(joyce, 'values/quiz'))?.open?.answers).toMatchObject({
    [to]: { firstRight: true },
  })
})
