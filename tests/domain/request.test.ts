/** What a request for a mentor may say, and what is pointed out before it is sent. */
import { describe, expect, test } from 'vitest'
import { noted, pointedOut, tellTales } from '#domain/pairing/free-text.ts'
import { problemsWithAnswers, stateOfRequest, tidied } from '#domain/pairing/request.ts'
import { ANSWERS } from '#tests/request-form.ts'

const kinds = (text: string, harmless: readonly string[] = []): string[] =>
  tellTales(text, harmless).map(({ kind, words }) => `${kind}: ${words}`)

describe('a free text', () => {
  test.each([
    ['Please write to rosa@example.org', 'email: rosa@example.org'],
    ['Call me on 555 013 4477.', 'number: 555 013 4477'],
    ['+44 (0)20 7946 0958', 'number: +44 (0)20 7946 0958'],
    ['Llámeme al 600-123-456', 'number: 600-123-456'],
    ['Record 00481234567', 'number: 00481234567'],
    ['MRN 48123', 'record-number: MRN 48123'],
    ['born 03/07/1961', 'date: 03/07/1961'],
    ['nació el 3 de julio de 1961', 'date: 3 de julio de 1961'],
    ['July 3, 1961', 'date: July 3, 1961'],
    ['like Rosa Delgado', 'name: Rosa Delgado'],
    ['Please Rosa Delgado', 'name: Rosa Delgado'],
    ['con Luz María Núñez de la Torre', 'name: Luz María Núñez de la Torre'],
    ['I have lupus.', 'ailment: lupus'],
    ['tomo Prednisona', 'ailment: Prednisona'],
    ['estoy con depresión', 'ailment: depresión'],
  ])('%s', (text, found) => {
    expect(kinds(text)).toContain(found)
  })

  test.each([
    'Weekday afternoons, not on Tuesdays or Thursdays.',
    'Someone near North Park, in Spanish.',
    'I work from 9 to 5 and have 2 children.',
    'My Monday evenings. On Fridays we are away.',
    'Between 10:00 and 12:30, from 3 March on.',
    'Prefiero los lunes por la tarde. No me gusta hablar por teléfono.',
    'To hear how others live with dialysis at home.',
  ])('“%s” may stand as it is', (text) => {
    expect(kinds(text)).toEqual([])
  })

  test('what the programme is about is no diagnosis there', () => {
    expect(kinds('living with diabetes', ['Kidney disease with diabetes'])).toEqual([])
    expect(kinds('in Example Kidney Network', ['Example Kidney Network'])).toEqual([])
  })

  test('what was looked at may stay; a phone number may not', () => {
    const answers = {
      times: '',
      place: '',
      hopes: 'like Rosa Delgado',
      wouldNotWork: '555 013 4477',
    }
    const before = pointedOut(answers, [], [])
    expect(before.map(({ field, isRefused }) => [field, isRefused])).toEqual([
      ['hopes', false],
      ['wouldNotWork', true],
    ])
    const after = pointedOut(answers, [], ['Rosa Delgado', '555 013 4477'])
    expect(after.map(({ field }) => field)).toEqual(['wouldNotWork'])
  })

  test('a note may name a mentor, and no phone number', () => {
    expect(noted('Asked Luz Vega: not now.')).toEqual([])
    expect(noted('Call 555 013 4477 or luz@example.org')).toEqual(['email', 'number'])
  })
})

describe('what is asked for', () => {
  test('whole', () => {
    expect(problemsWithAnswers(ANSWERS)).toEqual([])
  })

  test.each([
    [{ initials: 'ROSA' }, 'initials-malformed'],
    [{ initials: 'R1' }, 'initials-malformed'],
    [{ languages: [] }, 'languages-missing'],
    [{ ways: [] }, 'ways-missing'],
    [{ hopes: ' ' }, 'hopes-missing'],
    [{ wishes: [] }, 'wishes-missing'],
    [{ wishes: ['area', 'way', 'times', 'place'] as const }, 'wishes-too-many'],
    [{ place: 'x'.repeat(201) }, 'place-too-long'],
    [{ hopes: 'x'.repeat(1001) }, 'hopes-too-long'],
  ])('%o', (change, problem) => {
    expect(problemsWithAnswers({ ...ANSWERS, ...change })).toEqual([problem])
  })

  test('only what is offered is kept, and initials without their points', () => {
    const typed = {
      ...ANSWERS,
      initials: 'r. d.',
      languages: ['tlh', 'es'],
      ways: ['pigeon', 'phone'],
      areas: ['constructor', 'dialysis-home'],
      place: '  Oak Park ',
    }
    expect(tidied(typed, { 'dialysis-home': '' })).toEqual({
      ...ANSWERS,
      initials: 'RD',
      languages: ['es'],
      ways: ['phone'],
      areas: ['dialysis-home'],
      place: 'Oak Park',
    })
  })
})

test.each([
  [{ end: null, consent: { given: true }, waitsSince: 1 }, 'waiting'],
  [{ end: null, consent: { given: true }, waitsSince: null }, 'paired'],
  [{ end: null, consent: { given: false }, waitsSince: null }, 'no-consent'],
  [{ end: { why: 'helped' }, consent: { given: true }, waitsSince: null }, 'ended'],
  [{ end: { why: 'erased' }, consent: { given: true }, waitsSince: null }, 'erased'],
] as const)('%o stands as %s', (request, state) => {
  expect(stateOfRequest(request)).toBe(state)
})
