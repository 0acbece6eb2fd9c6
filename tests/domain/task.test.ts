/** What a record offers first. */
import { expect, test } from 'vitest'
import { PERSON_REASONS } from '#domain/readiness/attention.ts'
import { nextAct } from '#domain/readiness/task.ts'
import { dialled } from '#domain/people/contact.ts'

test('danger is the button, whatever else waits and in whichever order it came', () => {
  expect(nextAct(['review', 'help', 'concern'], true)).toBe('concern')
  expect(nextAct([...PERSON_REASONS].reverse(), true)).toBe('harm')
  expect(nextAct(['idle', 'expiring'], false)).toBe('expiring')
})

test('where nothing waits it is the decision, once everything is there for it, else a role play', () => {
  expect(nextAct([], true)).toBe('decide')
  expect(nextAct([], false)).toBe('watch')
  // Who has done nothing for two weeks is written to, before a role play.
  expect(nextAct(['idle'], false)).toBe('idle')
})

test.each([
  ['+44 (0)161 555-0123', '+4401615550123'],
  ['0161 555 0123 x 12', '01615550123'],
  ['555.0123', '5550123'],
])('%s is dialled as %s', (phone, number) => {
  expect(dialled(phone)).toBe(number)
})
