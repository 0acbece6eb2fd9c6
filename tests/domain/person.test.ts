import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  asSignInName,
  hasRole,
  isAdministrator,
  isEmail,
  isSignInName,
  mayMakeLinkFor,
  problemWithName,
  programmesAs,
  type Person,
  type RoleIn,
} from '#domain/people/person.ts'

const person = (...roles: RoleIn[]): Person => ({
  id: 'x',
  name: 'Tom',
  signInName: 'tom',
  language: 'en',
  roles,
  display: '',
})
const trainee = { role: 'trainee', programme: 'kidney' } as const
const observer = { role: 'observer', programme: 'kidney' } as const
const carla = person({ role: 'coordinator', programme: 'kidney' })

test('a role is a role in one programme', () => {
  const both = person(trainee, { role: 'observer', programme: 'long-term' })
  expect(hasRole(both, 'trainee', 'kidney')).toBe(true)
  expect(hasRole(both, 'trainee', 'long-term')).toBe(false)
  expect(programmesAs(both, 'observer')).toEqual(['long-term'])
  expect(isAdministrator(both)).toBe(false)
  expect(isAdministrator(person({ role: 'administrator', programme: '' }))).toBe(true)
})

describe('a coordinator may make a new link', () => {
  test.each([
    ['for a trainee of the programme', [trainee], true],
    ['for a mentor who observes there too', [trainee, observer], true],
    ['not for a trainee of another programme', [{ ...trainee, programme: 'long-term' }], false],
    [
      'not for a trainee of two programmes',
      [trainee, { ...trainee, programme: 'long-term' }],
      false,
    ],
    ['not for a trainee who coordinates', [trainee, carla.roles[0] as RoleIn], false],
    ['not for an administrator', [trainee, { role: 'administrator', programme: '' }], false],
  ] as [string, RoleIn[], boolean][])('%s', (_, roles, expected) => {
    expect(mayMakeLinkFor(carla, person(...roles))).toBe(expected)
  })
})

test("E1: siobhan.o'brien@example.org may be invited and may be a sign-in name", () => {
  const address = asSignInName(" Siobhan.O'Brien@example.org ")
  expect([isEmail(address), isSignInName(address)]).toEqual([true, true])
  expect(
    ["o'brien", '<b>@example.org', 'a b@example.org', '"a"@example.org'].map(isSignInName),
  ).toEqual([false, false, false, false])
})

test('E1: every address that may be invited may be a sign-in name', () =>
  fc.assert(
    fc.property(
      fc.oneof(
        fc.emailAddress(),
        fc
          .tuple(fc.string({ unit: 'grapheme', minLength: 1 }), fc.domain())
          .map((two) => two.join('@')),
      ),
      (address) => {
        if (isEmail(address)) expect(isSignInName(address)).toBe(true)
      },
    ),
    { seed: 20261121 },
  ))

test('C18: a name with an address or a tag in it is never fine', () => {
  expect(problemWithName("Tom O'Neill tom@example.org")).toBe('address')
  expect(problemWithName('Ana Ruiz <ana')).toBe('address')
  expect(problemWithName("Tom O'Neill")).toBeNull()
})
