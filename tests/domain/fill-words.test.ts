import { describe, expect, test } from 'vitest'
import { fillCourse, fillHtml, fillText } from '#domain/programme/fill-words.ts'
import type { Programme } from '#domain/programme/programme.ts'
import { course, programme as kidney } from '#tests/fixtures/course.ts'

const longTerm: Programme = {
  ...kidney,
  slug: 'long-term',
  country: 'uk',
  timeZone: 'Europe/London',
  terms: { 'clinical-team': 'your GP or specialist nurse' },
}

describe('a term', () => {
  test('is the programme’s own word, wherever it stands in the text', () => {
    const text = 'Ask {{clinical-team}}. Only {{clinical-team}} can say.'
    expect(fillText(text, longTerm.terms)).toBe(
      'Ask your GP or specialist nurse. Only your GP or specialist nurse can say.',
    )
  })

  test('begins with a capital where it opens a sentence, and not in a cell or a list', () => {
    expect(fillText('Stop. {{clinical-team}} can say.', longTerm.terms)).toBe(
      'Stop. Your GP or specialist nurse can say.',
    )
    expect(fillHtml('<p>{{clinical-team}} can say.</p>', longTerm)).toBe(
      '<p>Your GP or specialist nurse can say.</p>',
    )
    expect(fillHtml('<td>{{clinical-team}}</td>', longTerm)).toBe(
      '<td>your GP or specialist nurse</td>',
    )
  })

  test('that the programme does not know stays visible as its name', () => {
    expect(fillText('Call {{crisis-line}}.', kidney.terms)).toBe('Call crisis-line.')
  })

  test('is text in a text and escaped in a page: a programme cannot write HTML', () => {
    const sly: Programme = {
      ...kidney,
      terms: { 'clinical-team': '<img src=x onerror="alert(1)"> & staff' },
    }
    expect(fillHtml('<p>Ask {{clinical-team}}.</p>', sly)).toBe(
      '<p>Ask &lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; staff.</p>',
    )
    expect(fillText('Ask {{clinical-team}}.', sly.terms)).toBe(
      'Ask <img src=x onerror="alert(1)"> & staff.',
    )
  })

  test('that stands in another term’s words is not filled again', () => {
    const nested = { ...kidney, terms: { place: '{{clinical-team}}', 'clinical-team': 'staff' } }
    expect(fillText('At {{place}}.', nested.terms)).toBe('At {{clinical-team}}.')
  })
})

describe('a passage for one country', () => {
  const html =
    '<p>First.</p><!--only:us--><p>Call 911.</p><!--end-only--><!--only:uk--><p>Call 999, {{clinical-team}}.</p><!--end-only--><p>Last.</p>'

  test('stays in that country, with its terms filled', () => {
    expect(fillHtml(html, longTerm)).toBe(
      '<p>First.</p><p>Call 999, your GP or specialist nurse.</p><p>Last.</p>',
    )
  })

  test('goes in the other', () => {
    expect(fillHtml(html, kidney)).toBe('<p>First.</p><p>Call 911.</p><p>Last.</p>')
  })
})

describe('a course', () => {
  test('says the same lesson in each programme’s words', () => {
    const lesson = (programme: Programme) =>
      fillCourse(course, programme).modules[0]?.lessons[0]?.html ?? ''
    expect(lesson(kidney)).toContain('Tell your dialysis staff &amp; nephrologist.')
    expect(lesson(longTerm)).toContain('Tell your GP or specialist nurse.')
    expect(lesson(kidney)).not.toContain('{{')
  })

  test('is filled in every text: questions, feedback, turns, glossary', () => {
    const words = JSON.stringify(course).replaceAll('Rosa', '{{clinical-team}}')
    const filled = JSON.stringify(fillCourse(JSON.parse(words) as typeof course, longTerm))
    expect(words.match(/\{\{clinical-team\}\}/g)?.length).toBeGreaterThan(15)
    expect(filled).not.toContain('{{')
  })

  test('keeps every id, revision and key', () => {
    const filled = fillCourse(course, longTerm)
    expect(filled.release).toBe(course.release)
    expect(filled.modules[0]?.quiz).toEqual(course.modules[0]?.quiz)
    expect(course.modules[0]?.lessons[0]?.html).toContain('{{clinical-team}}')
  })
})
