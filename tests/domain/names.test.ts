/** What a search compares and how names are ordered: one rule for every list. */
import { expect, test } from 'vitest'
import { compareNames, foldedName, isAlike, searchWords } from '#domain/people/names.ts'

const found = (typed: string, name: string, signInName = 'x'): boolean =>
  isAlike(typed, foldedName(name, signInName))

test('C15: spaces around, words in any order, accents and apostrophes of every kind find the same name', () => {
  expect(found('luz ', 'Luz Peña')).toBe(true)
  expect(found('smith hassan', 'Hassan Smith')).toBe(true)
  expect(found('O’Neill', "Tom O'Neill")).toBe(true)
  expect(found("O'Neill", 'Tom O’Neill')).toBe(true)
  expect(found('oneill', 'Tom O`Neill')).toBe(true)
  expect(found('nunez', 'José Núñez')).toBe(true)
  expect(found('NÚÑEZ', 'jose nunez')).toBe(true)
  // The accent as a letter of its own, as a Mac writes it.
  expect(found('Ángela', 'A\u0301ngela')).toBe(true)
})

test('C15: letters that no accent explains, hyphens, full stops and ordinals are found too', () => {
  expect(found('lukasz', 'Łukasz Wiśniewski')).toBe(true)
  expect(found('strasse', 'Eva Straße')).toBe(true)
  expect(found('soren', 'Søren Ågård')).toBe(true)
  expect(found('garcia lopez', 'Ana García-López')).toBe(true)
  expect(found('Mª Luz', 'M.ª Luz Gil')).toBe(true)
  expect(found('jr smith', 'J.R. Smith')).toBe(true)
  expect(found('ISIL', 'Işıl')).toBe(true)
})

test('C15: a part of the e-mail address finds its owner, every word has to be there', () => {
  expect(found("siobhan.o'brien@example.org", 'Siobhan', 'siobhan.o’brien@example.org')).toBe(true)
  expect(found('@example', 'Siobhan', 'siobhan@example.org')).toBe(true)
  expect(found('luz tom', 'Luz Peña')).toBe(false)
})

test('C15: what holds no letter and no number finds nobody', () => {
  for (const typed of ['%', '*', '  ', "'", '~', '?[']) {
    expect(searchWords(typed), typed).toEqual([])
    expect(found(typed, 'Luz'), typed).toBe(false)
  }
})

test('E4: names are ordered as the person’s language orders them', () => {
  const names = ['Zoe', 'Ángela', 'Nuño', 'Nunzia', 'nuria', 'Łukasz', 'Ana B', 'Ana']
  const sorted = (language: 'en' | 'es'): string[] =>
    names.toSorted((a, b) => compareNames(a, b, language))
  expect(sorted('en')).toEqual([
    'Ana',
    'Ana B',
    'Ángela',
    'Łukasz',
    'Nuño',
    'Nunzia',
    'nuria',
    'Zoe',
  ])
  // In Spanish ñ is a letter of its own, after n.
  expect(sorted('es')).toEqual([
    'Ana',
    'Ana B',
    'Ángela',
    'Łukasz',
    'Nunzia',
    'Nuño',
    'nuria',
    'Zoe',
  ])
})
