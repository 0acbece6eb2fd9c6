/** How words are compared, what of a course can be found, and when whom to call comes first. */
import { describe, expect, test } from 'vitest'
import { dangersIn } from '#domain/search/danger.ts'
import { excerptOf, marked, type Piece } from '#domain/search/excerpt.ts'
import { foldWord } from '#domain/search/fold.ts'
import { ownParts } from '#domain/search/own-parts.ts'
import { openParts, partsOf, teachingParts } from '#domain/search/parts.ts'
import { course } from '#tests/fixtures/course.ts'

test.each([
  ['médicos', 'medico'],
  ['FÍSTULAS', 'fistula'],
  ['riñones', 'riñón'],
  ['luces', 'luz'],
  ['transfusiones', 'transfusion'],
  ['dialisys', 'diálisis'],
  ['dialysis', 'diálisis'],
  ['nurses', 'nurse'],
  ['biopsies', 'biopsy'],
  ['accesses', 'access'],
  ['boundarys', 'boundaries'],
  ['comitment', 'commitment'],
  ['nefrologo', 'nephrologo'],
  ["don't", 'dont'],
  ['don’t', "don't"],
])('%s and %s are one word', (one, other) => {
  expect(foldWord(one)).toBe(foldWord(other))
})

test.each([
  ['gas', 'gasa'],
  ['peso', 'piso'],
  ['988', '98'],
  ['bus', 'bu'],
])('%s and %s stay two words', (one, other) => {
  expect(foldWord(one)).not.toBe(foldWord(other))
})

const said = (pieces: readonly Piece[]): string =>
  pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')

describe('an excerpt', () => {
  const long = `${'It begins far away. '.repeat(12)}She looked at her fistula, and then at the other fistulas in the room. ${'It ends far away. '.repeat(12)}`

  test('stands around the hit, marks it as it is written, and cuts no word', () => {
    const pieces = excerptOf(long, new Set(['fistula']))
    expect(said(pieces)).toContain('at her [fistula], and then at the other [fistulas] in')
    expect(said(pieces)).toMatch(/^… (It|begins|far|away)\b/)
    expect(said(pieces)).toMatch(/\b(It|ends|far|away)\.? …$/)
    expect(said(pieces).length).toBeLessThan(200)
  })

  test('stands where most of the words are', () => {
    const text = `A room. ${'Nothing here. '.repeat(20)}The fistula hurts in the room.`
    expect(said(excerptOf(text, new Set(['fistula', foldWord('room')])))).toContain(
      'The [fistula] hurts in the [room].',
    )
  })

  test('of a short text is all of it', () => {
    expect(said(marked('Wait. Ask.', new Set(['ask'])))).toBe('Wait. [Ask].')
    expect(excerptOf('', new Set(['ask']))).toEqual([])
  })
})

describe('the parts of a course', () => {
  const withHeadings = {
    ...course,
    modules: course.modules.map((module) => ({
      ...module,
      lessons: module.lessons.map((lesson) => ({
        ...lesson,
        html: '<p>You wait.</p><h2 id="when-you-may-ask">When you <em>may</em> ask</h2><p>Rosa &amp; you&#39;re here.</p><!-- a note --><ul><li>One</li><li>Two</li></ul>',
      })),
    })),
  }

  test('are a lesson by its headings, as plain text', () => {
    const [above, below] = partsOf(withHeadings)
    expect(above).toMatchObject({ heading: '', anchor: '', text: 'You wait.', module: 'Consent' })
    expect(below).toMatchObject({
      id: 'consent/what-stays-between-us',
      title: 'What stays between us',
      heading: 'When you may ask',
      anchor: 'when-you-may-ask',
      text: "Rosa & you're here. One Two",
    })
  })

  test('have sessions, pages and words, each once, and nothing that gives itself away', () => {
    const parts = partsOf(course)
    expect(new Set(parts.map(({ kind }) => kind))).toEqual(
      new Set(['lesson', 'session', 'resource', 'term']),
    )
    expect(new Set(parts.map(({ key }) => key)).size).toBe(parts.length)
    const all = JSON.stringify(parts)
    expect(all).not.toContain('not yours to say')
    expect(all).not.toContain('in words')
    expect(all).not.toContain('Scene cards')
  })

  test('for those who teach stand apart, and a visitor has no lesson among the open ones', () => {
    expect(teachingParts(course).map(({ title }) => title)).toEqual(['Scene cards'])
    expect(new Set(openParts(course).map(({ kind }) => kind))).toEqual(
      new Set(['resource', 'term']),
    )
  })

  test('that somebody wrote come from their own progress alone', () => {
    const written = { kind: 'written', record: 'r', fields: {}, shared: false } as const
    const parts = ownParts(course, {
      'consent/a-promise-i-can-keep': { ...written, text: 'I will call her back.' },
      'consent/what-stays-between-us': { kind: 'lesson', revision: 1 },
    })
    expect(parts.map(({ id, text }) => [id, text])).toEqual([
      ['consent/a-promise-i-can-keep', 'I will call her back.'],
    ])
  })
})

describe('a word of danger', () => {
  test.each([
    'suicide',
    'Suicidal thoughts',
    'suiside',
    'i want to kill myself',
    'kill my self',
    'he says he wants to die',
    'end my own life',
    'self-harm',
    '988',
    'suicidio',
    'SUICIDÁRSE',
    'matarme',
    'quiero morirme',
    'ya no quiero vivir',
    'quitarse la vida',
    'hacerme dano',
    'mi esposo me pega',
  ])('puts the crisis lines first: %s', (query) => {
    expect(dangersIn(query)).toContain('crisis')
  })

  test.each([
    '911',
    'chest pain',
    'pain in my chest',
    "can't breathe",
    'cant breath',
    'short of breath',
    'bleeding fistula',
    'stroke',
    'heart atack',
    'dolor de pecho',
    'me duele el pecho',
    'no puedo respirar',
    'falta de aire',
    'infarto',
    'se desmayo',
    '999',
  ])('puts the emergency number first: %s', (query) => {
    expect(dangersIn(query)).toContain('body')
  })

  test.each(['', 'consent', 'gifts', 'my story', 'fistulas', 'regalos', 'kidney diet', 'médicos'])(
    'is not seen in "%s"',
    (query) => {
      expect(dangersIn(query)).toEqual([])
    },
  )
})
