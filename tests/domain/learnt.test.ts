/** What "My learning" shows of somebody's records. */
import { expect, test } from 'vitest'
import { learntOf } from '#domain/learning/learnt.ts'
import { course } from '#tests/fixtures/course.ts'
import { history } from './history.ts'

const LESSON = 'consent/what-stays-between-us'

test('each step holds its own, the newest words first, whatever the order of the records', () => {
  const ana = history()
  ana.read(LESSON)
  ana.did(LESSON, { kind: 'note-saved', value: { text: 'One.' } })
  ana.did(LESSON, { kind: 'note-saved', value: { text: 'Two.' } })
  ana.finished(5, 6)
  ana.said('rosa-asks', 'hear-the-wish', 0, {})
  ana.ended('late')
  const { modules } = learntOf(course, ana.progress(), [...ana.records].reverse())
  const steps = modules.flatMap(({ steps }) => steps)
  expect(steps.map(({ step }) => step.item.id)).toEqual([
    LESSON,
    'consent/quiz',
    'practising/skip-thursday',
  ])
  const [lesson, quiz, talk] = steps
  expect(lesson?.readAt).toBe(1000)
  expect(lesson?.wrote.map(({ text, shared }) => [text, shared])).toEqual([
    ['Two.', false],
    ['One.', false],
  ])
  expect(quiz?.attempts.map(({ value }) => value.right)).toEqual([5])
  expect(talk?.runs.map(({ ending, run }) => [ending, run?.id])).toEqual([['late', 'monday']])
  expect(talk?.best?.id).toBe('monday')
})

test('a note that was cleared is not there, and what was written in a step that is gone still is', () => {
  const ana = history()
  ana.did(LESSON, { kind: 'note-saved', value: { text: 'Once.' } })
  ana.did(LESSON, { kind: 'note-saved', value: { text: '' } })
  ana.did(LESSON, { kind: 'lesson-opened', value: { section: 2 } })
  ana.did('gone/long-ago', { kind: 'reflection-sent', value: { text: 'Kept.', shared: false } })
  const { modules, gone } = learntOf(course, ana.progress(), ana.records)
  expect(
    modules.flatMap(({ steps }) => steps).map(({ wrote }) => wrote.map((one) => one.text)),
  ).toEqual([[]])
  expect(gone.map(({ text }) => text)).toEqual(['Kept.'])
})
