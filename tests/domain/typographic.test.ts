import { expect, test } from 'vitest'
import { typographic } from '#domain/text/typographic.ts'

test.each([
  [`"I'm fine," she says. "Really."`, '“I’m fine,” she says. “Really.”'],
  [`"She asked: 'Are you coming?'"`, '“She asked: ‘Are you coming?’”'],
  [`Their mentors' group ("the Tuesday one")`, 'Their mentors’ group (“the Tuesday one”)'],
  [`Tell 'em about the '90s`, 'Tell ’em about the ’90s'],
  [`Well—"no". “Set already”, it’s kept`, 'Well—“no”. “Set already”, it’s kept'],
  [`"{{coordinator}}" said 'maybe'.`, '“{{coordinator}}” said ‘maybe’.'],
])('in English: %s', (typed, set) => {
  expect(typographic(typed, 'en')).toBe(set)
  expect(typographic(set, 'en')).toBe(set)
})

test.each([
  ['"¿Puedo faltar?", dice.', '«¿Puedo faltar?», dice.'],
  ['«Y ella dijo: "¿Otra vez?" Y ya.»', '«Y ella dijo: “¿Otra vez?” Y ya.»'],
  ['¿"Por favor"? Sí.', '¿«Por favor»? Sí.'],
])('in Spanish: %s', (typed, set) => {
  expect(typographic(typed, 'es')).toBe(set)
  expect(typographic(set, 'es')).toBe(set)
})

test('a mark after a tag knows what stands before it in its line', () => {
  expect(typographic('" she says.', 'en', '“Not now.')).toBe('” she says.')
})
