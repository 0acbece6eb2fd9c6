/** What is found in the course as it is built, in both languages, as people type. */
import { expect, test } from 'vitest'
import { partsOf } from '#domain/search/parts.ts'
import { searchOver } from '#search/search.ts'
import { courseOf } from '#tests/built-course.ts'

const parts = { en: partsOf(courseOf('en')), es: partsOf(courseOf('es')) }
const searches = { en: searchOver(parts.en), es: searchOver(parts.es) }

/** The address within the course of what is found first. */
const first = (language: 'en' | 'es', query: string): string | undefined =>
  searches[language](query).hits[0]?.part.key

test.each([
  ['en', 'dialisys', 'word-dialysis'],
  ['en', 'fistulas', 'word-fistula'],
  ['en', 'Confidentality', 'word-confidentiality'],
  ['en', 'potasium', 'word-potassium'],
  ['es', 'diálisys', 'word-dialysis'],
  ['es', 'fistulas', 'word-fistula'],
  ['es', 'confidensialidad', 'word-confidentiality'],
  ['es', 'NEFROLOGOS', 'word-nephrologist'],
] as const)('%s: "%s" finds %s first', (language, query, key) => {
  expect(first(language, query)).toBe(key)
})

test.each([
  ['en', 'open questions', 'listening/open-questions'],
  ['en', 'gifts', 'boundaries/money-gifts-numbers'],
  ['es', 'regalos', 'boundaries/money-gifts-numbers'],
  ['en', 'suicide', 'safety/talking-about-suicide'],
  ['es', 'suicidio', 'safety/talking-about-suicide'],
  ['en', 'skip thursday', 'practising/skip-thursday'],
] as const)('%s: "%s" leads into %s', (language, query, id) => {
  const [hit] = searches[language](query).hits
  expect(hit?.part.id).toBe(id)
})

test('medicos finds médicos, and marks the words that stand there', () => {
  const { hits, isNear } = searches.es('medicos')
  expect(hits.length).toBeGreaterThan(5)
  expect(isNear).toBe(false)
  expect([...(hits[0]?.words ?? [])]).toContain('medico')
})

test('what is only near is said to be near, and what is nowhere is not found', () => {
  expect(searches.en('confidentality').isNear).toBe(true)
  expect(searches.en('confidentiality').isNear).toBe(false)
  expect(searches.en('money zebra').isNear).toBe(true)
  for (const nothing of ['', '   ', 'xyzzyq', 'the of and', '<script>', '*', '%00'])
    expect(searches.en(nothing).hits, nothing).toEqual([])
})

test('every part has an address of its own, and a heading leads to its anchor', () => {
  for (const one of [parts.en, parts.es]) {
    expect(one.length).toBeGreaterThan(250)
    expect(new Set(one.map(({ key }) => key)).size).toBe(one.length)
    expect(one.filter(({ heading, anchor }) => (heading === '') !== (anchor === ''))).toEqual([])
    expect(one.filter(({ text }) => /[<>]|&\w+;|\{\{/.test(text)).map(({ key }) => key)).toEqual([])
  }
})

test('every word that a lesson explains is found by its name', () => {
  for (const language of ['en', 'es'] as const)
    for (const [id, { term }] of Object.entries(courseOf(language).glossary))
      expect(
        searches[language](term)
          .hits.slice(0, 3)
          .map(({ part }) => part.key),
        term,
      ).toContain(`word-${id}`)
})
