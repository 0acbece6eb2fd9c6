import { expect, test } from 'vitest'
import {
  among,
  line,
  someOf,
  text,
  ticked,
  typedIn,
  typedLike,
  uuid,
  whole,
  yesNo,
} from '#web/typed.ts'

const FIELDS = {
  day: line,
  note: text,
  accepted: yesNo,
  outcome: among(['invite', 'wait']),
  areas: someOf(['home', 'pain']),
  alone: ticked,
  capacity: whole,
  id: uuid,
}
const sent = (form: Record<string, string[]>) =>
  typedIn({ kind: 'sent', form: new Map(Object.entries(form)) }, FIELDS, { day: '2026-11-29' })

test('what was typed comes out as values of its kind', () => {
  const { values, isSent } = sent({
    day: [' 2026-11-30 '],
    note: ['  I was\nthere  '],
    accepted: ['no'],
    outcome: ['wait'],
    areas: ['pain', 'home', 'pain'],
    alone: ['on'],
    capacity: ['12'],
    id: ['019ac000-0000-7000-8000-000000000001'],
  })
  expect(isSent).toBe(true)
  expect(values).toEqual({
    day: '2026-11-30',
    note: '  I was\nthere  ',
    accepted: false,
    outcome: 'wait',
    areas: ['home', 'pain'],
    alone: true,
    capacity: 12,
    id: '019ac000-0000-7000-8000-000000000001',
  })
})

test('what nobody offered is nothing, and never an exception', () => {
  const { values } = sent({
    accepted: ['maybe'],
    outcome: ['now'],
    areas: ['x'],
    capacity: ['-3'],
    id: ['1'],
  })
  expect(values).toEqual({
    day: '',
    note: '',
    accepted: null,
    outcome: null,
    areas: [],
    alone: false,
    capacity: Number.NaN,
    id: '',
  })
})

test('before anything was sent the form holds what it was opened with', () => {
  const form = typedIn({ kind: 'none' }, FIELDS, { day: '2026-11-29', areas: ['home'] })
  expect(form.isSent).toBe(false)
  expect(form.values).toMatchObject({ day: '2026-11-29', areas: ['home'], note: '' })
  expect(form.box('day')).toEqual({ name: 'day', value: '2026-11-29', problem: undefined })
})

test('a refusal stands at its field in words, and what was typed stays beside it', () => {
  const form = sent({ day: ['29/11'], note: ['kept'] })
  form.refuse(['day-malformed'], { 'day-malformed': 'day' }, { 'day-malformed': 'Choose a day.' })
  expect(form.problems).toEqual({ day: 'Choose a day.' })
  expect(form.box('day')).toEqual({ name: 'day', value: '29/11', problem: 'Choose a day.' })
  expect(form.box('note').value).toBe('kept')
})

test('a form whose language was switched keeps what was typed and sends nothing', () => {
  const form = typedIn({ kind: 'switched', form: new Map([['note', ['kept']]]) }, FIELDS, {
    note: 'old',
  })
  expect(form.isSent).toBe(false)
  expect(form.box('note').value).toBe('kept')
})

test('a form about as many people as there are is read by the kind of its names', () => {
  const answer = among(['different', 'same'])
  const form = new Map([
    ['same-4', ['different', 'same']],
    ['same-x', ['same']],
    ['same-12', ['perhaps']],
    ['__proto__', ['same']],
    ['list', ['same-4']],
  ])
  const read = typedLike({ kind: 'switched', form }, /^same-\d{1,4}$/, answer)
  expect(read).toEqual({ 'same-4': 'different', 'same-12': null })
  expect(typedLike({ kind: 'none' }, /./, text)).toEqual({})
})
