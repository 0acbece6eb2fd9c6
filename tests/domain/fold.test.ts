import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, unfold, type Told } from '#domain/packages/fold.ts'

const english = {
  id: 'consent/listen',
  star: true,
  title: 'Listen first',
  html: '<p>Say <strong>nothing</strong> for a while.</p>',
  options: [
    { id: 'wait', text: 'Wait' },
    { id: 'ask', text: 'Ask' },
  ],
}
const spanish = {
  ...english,
  title: 'Escuche primero',
  html: '<p>No diga <strong>nada</strong> un rato.</p>',
  options: [
    { id: 'wait', text: 'Espere' },
    { id: 'ask', text: 'Ask' },
  ],
}

describe('a second language', () => {
  test('is told by its words alone, in the places of the first', () => {
    const told = fold(english, spanish)
    expect(told).toEqual({
      title: 'Escuche primero',
      html: [0, 0, 'No diga ', 0, 'nada', 0, ' un rato.', 0, 0],
      options: [{ text: 'Espere' }, 0],
    })
    expect(unfold(english, told)).toEqual(spanish)
  })

  test('is told whole where its shape is another', () => {
    const html = '<p>Otra cosa.</p>'
    const longer = { ...spanish, html, options: [...spanish.options, { id: 'go', text: 'Vaya' }] }
    const told = fold(english, longer)
    expect(told).toMatchObject({ html, options: { '': longer.options } })
    expect(unfold(english, told)).toEqual(longer)
    const lacking = { id: 'consent/listen', title: 'Escuche' }
    expect(unfold(english, fold(english, lacking))).toEqual(lacking)
  })

  test('comes back as it was, to the byte, whatever both are', () => {
    const html = fc
      .array(fc.constantFrom('<b>', '</b>', 'a', 'b ', '<', '>', 'ñ'), { maxLength: 8 })
      .map((parts) => parts.join(''))
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom<unknown>(0, 1, null, true, ''),
        html,
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom('', 'a', 'b', 'constructor'), tie('value'), { maxKeys: 3 }),
      ),
    }))
    fc.assert(
      fc.property(value, value, (first, other) => {
        const told = JSON.parse(JSON.stringify(fold(first, other))) as Told
        expect(JSON.stringify(unfold(first, told))).toBe(JSON.stringify(other))
      }),
      { numRuns: 2000, seed: 7 },
    )
  })
})
