/** What a search for a person compares. */
import { expect, test } from 'vitest'
import { findTerms } from '#domain/people/find.ts'

test.each([
  ['  Núñez, MARÍA ', [['nunez'], ['maria']]],
  ['O’Neill', [['oneill']]],
  ['maria.nunez@example.org', [['marianunez'], ['exampleorg']]],
  ['Nadia nadia', [['nadia']]],
  ['…', []],
  ['', []],
])('%j is compared word by word', (typed, terms) => {
  expect(findTerms(typed)).toEqual(terms)
})

test.each([
  '0161 555 0123',
  '+44 161 555 0123',
  '(0161) 555-0123',
  '0044.161.555.0123',
  '01615550123',
])('a phone number is found by its end, however it is written: %s', (typed) => {
  expect(findTerms(typed)[0]?.[0]).toBe('15550123')
})

test('a number and a name go together, and a few digits are a word', () => {
  expect(findTerms('nadia 555 01 23')).toEqual([['5550123'], ['nadia']])
  expect(findTerms('0123')).toEqual([['0123']])
})

test('a reference of digits alone is compared as it stands too', () => {
  expect(findTerms('01234567')).toEqual([['1234567', '01234567']])
})

test.each([
  ['1729094d', [['1729094d']]],
  ['d1729094', [['d1729094']]],
  ['2345-6789-ABCD', [['2345'], ['6789'], ['abcd']]],
  ['ABCD-2345-6789', [['abcd'], ['2345'], ['6789']]],
])('digits joined to letters are no number to call: %s', (typed, terms) => {
  expect(findTerms(typed)).toEqual(terms)
})

test('no more than ten words are compared, and nothing after 100 signs', () => {
  expect(findTerms('a b c d e f g h i j k l')).toHaveLength(10)
  expect(findTerms(`${' '.repeat(100)}Nadia`)).toEqual([])
})
