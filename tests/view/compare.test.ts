/** What a lesson closes with: a prompt, and a line to compare with that nobody has to look at. */
import { expect, test } from 'vitest'
import { wordsIn } from '#i18n/words.ts'
import { course } from '#tests/fixtures/course.ts'
import type { Frame } from '#view/frame.ts'
import { html } from '#view/html.ts'
import { lessonView, type LessonModel } from '#view/lesson.ts'

const words = wordsIn('en').course
const frame: Frame = {
  language: 'en',
  locale: { tag: 'en-US', timeZone: 'UTC' },
  words,
  links: {
    home: '/',
    item: (id) => id,
    card: (id, { section }) => `/${id}/${section}`,
    question: (id) => id,
    quizResult: (id) => id,
    talk: (id) => id,
    debrief: (id) => id,
  },
}
const [module] = course.modules
const lesson = module?.lessons[0]
if (!module || !lesson) throw new Error('The small course has a lesson.')
const drawn = (more: Partial<LessonModel>, compare = { line: 'Nobody sees the rest.' }): string =>
  lessonView(
    {
      lesson: { ...lesson, compare },
      moduleTitle: module.title,
      glossary: {},
      read: false,
      card: 1,
      whole: false,
      stoppedAt: 0,
      cameBack: true,
      next: '/next',
      hidden: {},
      ...more,
    },
    frame,
  ).text
const isOpen = (text: string): boolean =>
  /<details[^>]* open[^>]*>\s*<summary[^>]*><span[^>]*>Show me a line/.test(text)

test('the line is folded until somebody asks for it, and open once their own was saved', () => {
  expect(drawn({ note: html`` })).toContain('Nobody sees the rest.')
  expect(isOpen(drawn({ note: html`` }))).toBe(false)
  expect(isOpen(drawn({ note: html``, isCompared: true }))).toBe(true)
})

test('where no note is kept the page has a box without a name, and says that nothing is sent', () => {
  const text = drawn({})
  expect(text).toContain(words.ownLineStays)
  expect(/<textarea[^>]*>/.exec(text)?.[0]).not.toMatch(/ name=/)
  expect(drawn({ note: html`` })).not.toContain('own-line')
})

test('a prompt stands where the text of the lesson ends in none', () => {
  expect(drawn({}, { line: 'A.', ask: 'What do you say?' } as { line: string })).toContain(
    'What do you say?',
  )
})
