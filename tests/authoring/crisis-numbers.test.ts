/** A page that says a number says the programme's own, and no file says it twice. */
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { readFileSync } from 'node:fs'
import { CRISIS_NUMBERS, fileOf, inLanguage } from '#programme-file/in-language.ts'
import { programmeFile } from '#programme-file/programme-file.ts'

const read = (slug: string) =>
  programmeFile.parse(parse(readFileSync(`content/programmes/${slug}.yaml`, 'utf8')))

test('the numbers of the crisis lines are a term of every programme, without the emergency number', () => {
  expect(inLanguage('kidney', read('kidney'), 'es').terms[CRISIS_NUMBERS]).toBe(
    'Línea 988 de Prevención del Suicidio y Crisis',
  )
  const terms = inLanguage('long-term', read('long-term'), 'en').terms
  expect(terms[CRISIS_NUMBERS]).toMatch(/^Crisis line: 0191 498 0199; .*; Samaritans: 116 123$/)
  expect(terms[CRISIS_NUMBERS]).not.toContain('999')
})

test('it is not written into the file of a programme, where it would grow old', () => {
  const file = read('kidney')
  expect(fileOf(inLanguage('k', file, 'en'), inLanguage('k', file, 'es'))).toEqual(file)
})
