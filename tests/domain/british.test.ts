/** What a programme in the United Kingdom reads: its spelling in the course and on the screens, and nothing else changed. */
import { describe, expect, test } from 'vitest'
import type { Course } from '#domain/course/course.ts'
import { british, britishHtml } from '#domain/programme/british.ts'
import { localeOf } from '#domain/programme/locale.ts'
import { wordsFor } from '#i18n/british-words.ts'
import { wordsIn } from '#i18n/words.ts'
import { courseOf } from '#tests/e2e/people.ts'
import { dayInWords } from '#view/frame.ts'

test.each([
  ['Your program and its organization', 'Your programme and its organisation'],
  ['Programs. A neighbor', 'Programmes. A neighbour'],
  ['the program’s contacts', 'the programme’s contacts'],
  [
    'somebody to practice with, as often as you practiced',
    'somebody to practise with, as often as you practised',
  ],
  [
    'They watch me practice what they practice next',
    'They watch me practise what they practise next',
  ],
  ['It is not a license', 'It is not a licence'],
  ['Good practice. A programmer. The centers', 'Good practice. A programmer. The centres'],
])('%s', (american, said) => {
  expect(british(american)).toBe(said)
})

test('a drawing keeps its attributes', () => {
  expect(britishHtml('<p class="center">A center</p><text fill="color">gray</text>')).toBe(
    '<p class="center">A centre</p><text fill="color">grey</text>',
  )
})

test.each([
  ['en', 'us', 'November 21, 2026'],
  ['en', 'uk', '21 November 2026'],
  ['es', 'us', '21 de noviembre de 2026'],
  ['es', 'uk', '21 de noviembre de 2026'],
] as const)('a day in %s, %s', (language, country, said) => {
  const locale = localeOf(language, { country, timeZone: 'Europe/London' })
  expect(dayInWords('2026-11-21', locale)).toBe(said)
  expect(dayInWords(Date.UTC(2026, 10, 21, 23, 59), locale)).toBe(said)
})

describe('the programme in the United Kingdom', () => {
  const idsOf = (course: Course): unknown[] => {
    const ids: unknown[] = []
    JSON.stringify(course.modules, (key, value: unknown) => {
      if (/^(id|slug|turn|ending|start|lesson|needs|terms|kind|revision)$/.test(key))
        ids.push(value)
      return value
    })
    return ids
  }

  test('reads the same course by the same ids', () => {
    expect(idsOf(courseOf('en', 'long-term'))).toEqual(idsOf(courseOf('en')))
  })

  test('meets no American spelling in it', () => {
    const american =
      /\b(neighbors?|favors?|centers?|colors?|recognized?|organizations?|programs?|mom)\b/i
    const texts: string[] = []
    JSON.stringify(courseOf('en', 'long-term').modules, (key, value: unknown) => {
      if (typeof value === 'string' && !/^(id|slug|turn|ending|release)$/.test(key))
        texts.push(value.replace(/<[^>]*>/g, ' '))
      return value
    })
    expect(texts.filter((text) => american.test(text))).toEqual([])
  })

  test('has its spelling on the screens, and leaves names alone; others keep theirs', () => {
    const uk = wordsFor('en', { country: 'uk' })
    expect(uk.learn.whoSeesRecord).toContain('your programme')
    expect(uk.learn.homeTitle('Honor Gray')).toBe('Hello, Honor Gray')
    expect(uk.coordinate.programmeOf('Gray')).toBe('Programme: Gray')
    expect(wordsFor('en', { country: 'us' })).toBe(wordsIn('en'))
    expect(wordsFor('es', { country: 'uk' })).toBe(wordsIn('es'))
    expect(wordsFor('en', { country: 'uk' })).toBe(uk)
  })
})
