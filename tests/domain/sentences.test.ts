/** One sentence after the other is read aloud: none is cut in the middle, and none is lost. */
import { expect, test } from 'vitest'
import { LANGUAGES, type Language } from '#domain/course/language.ts'
import { sentencesIn } from '#domain/course/sentences.ts'
import { courseOf } from '#tests/built-course.ts'

const split = (text: string, language: Language): string[] =>
  sentencesIn(text, language).map(({ start, end }) => text.slice(start, end))

test.each([
  ['Wait. Ask! Tell?', ['Wait.', 'Ask!', 'Tell?']],
  ['  You wait.\n  You ask.  ', ['You wait.', 'You ask.']],
  ['Dr. Okafor called Mrs. Bell. She was out.', ['Dr. Okafor called Mrs. Bell.', 'She was out.']],
  ['Bring food, e.g. Bread. Then go.', ['Bring food, e.g. Bread.', 'Then go.']],
  ['It took 1.5 hours at 3 p.m. today.', ['It took 1.5 hours at 3 p.m. today.']],
  ['“Is it bad?” “No.” She laughs.', ['“Is it bad?”', '“No.”', 'She laughs.']],
  ['The list', ['The list']],
  ['…', ['…']],
  ['', []],
  [' \n ', []],
])('in English: %j', (text, sentences) => {
  expect(split(text, 'en')).toEqual(sentences)
})

test.each([
  ['¿Puedo sentarme? Claro que sí.', ['¿Puedo sentarme?', 'Claro que sí.']],
  ['La Sra. Vega llamó al Dr. Ruiz. No estaba.', ['La Sra. Vega llamó al Dr. Ruiz.', 'No estaba.']],
  ['Lleve algo, p. ej. Pan. Luego vaya.', ['Lleve algo, p. ej. Pan.', 'Luego vaya.']],
  ['En EE. UU. Llame al 911. Espere.', ['En EE. UU. Llame al 911.', 'Espere.']],
  ['«No sé», dice. «Mañana.» Y se va.', ['«No sé», dice.', '«Mañana.»', 'Y se va.']],
])('in Spanish: %j', (text, sentences) => {
  expect(split(text, 'es')).toEqual(sentences)
})

test.each(LANGUAGES)('in every lesson in %s no word is lost', (language) => {
  for (const { html } of courseOf(language).modules.flatMap(({ lessons }) => lessons)) {
    const text = html.replace(/<[^>]*>/g, ' ')
    const words = (of: string): string[] => of.split(/\s+/).filter(Boolean)
    expect(words(split(text, language).join(' '))).toEqual(words(text))
  }
})
