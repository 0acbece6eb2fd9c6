/** Codes, invitation lists, applications, calendar files and retention: rules without a database. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { icsOf } from '#domain/calendar/ics.ts'
import { problemsWithApplication } from '#domain/people/application.ts'
import { codeFrom, inGroups, readCode } from '#domain/people/code.ts'
import { checkList, type Around } from '#domain/people/invitation-list.ts'
import { isEmail } from '#domain/people/person.ts'
import { cutoffsAt } from '#domain/retention/retention.ts'

const SEED = { seed: 20261121 }

describe('a code', () => {
  test('has twelve signs in groups of four, without 0, O, 1 and I', () => {
    const code = codeFrom(new Uint8Array([0, 8, 13, 31, 32, 255, 1, 2, 3, 4, 5, 6]))
    expect(inGroups(code)).toMatch(/^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$/)
  })
  test('is read however it is typed', () =>
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 12, maxLength: 12 }),
        fc.constantFrom('', ' ', '-', ' – '),
        (bytes, between) => {
          const code = codeFrom(bytes)
          const typed = code.slice(0, 4) + between + code.slice(4).toLowerCase()
          expect(readCode(typed)).toBe(code)
        },
      ),
      SEED,
    ))
  test('is not what a link holds', () => {
    expect(readCode('w3pVb0J1mXyzKq4s7nT2cR8dF6gH5aLeUiOjPkQlZxC')).toBeNull()
    expect(readCode('ABCD-EFGH-JKL0')).toBeNull()
    expect(readCode('')).toBeNull()
  })
})

describe('a list of people to invite', () => {
  const around: Around = {
    language: 'en',
    cohort: null,
    cohorts: [{ id: 'c1', name: 'Spring' }],
    waiting: new Set(['old@example.org']),
    accounts: new Set(),
  }
  const check = (...rows: string[][]) => checkList(rows, around)

  test('takes name, e-mail, language and cohort in this order', () => {
    expect(check(['Rosa Díaz', 'Rosa@Example.org', 'español', 'SPRING'])).toMatchObject({
      good: 1,
      rows: [
        { invited: { name: 'Rosa Díaz', email: 'rosa@example.org', language: 'es', cohort: 'c1' } },
      ],
    })
  })
  test('takes another order from a line of headings, in Spanish too', () => {
    expect(check(['Idioma', 'Nombre'], ['es', 'Luz'])).toMatchObject({
      rows: [{ line: 2, invited: { name: 'Luz', email: '', language: 'es', cohort: null } }],
    })
  })
  test('leaves out the column that it does not know, by name', () => {
    expect(check(['name', 'shoe size'], ['Luz', '39'])).toMatchObject({
      good: 1,
      leftOut: ['shoe size'],
      rows: [{ invited: { name: 'Luz' } }],
    })
  })
  test.each([
    [['', 'rosa@example.org'], 'name-missing'],
    [['Rosa', 'rosa@'], 'email-malformed'],
    [['Rosa', '', 'French'], 'language-unknown'],
    [['Rosa', '', '', 'Autumn'], 'cohort-unknown'],
    [['Rosa', '', '', '', 'more'], 'too-many-columns'],
    [['=HYPERLINK("http://x")'], 'formula'],
    [['@SUM(A1)'], 'formula'],
    [['Rosa', 'old@example.org'], 'already-invited'],
  ] as const)('says of %j: %s', (row, problem) => {
    const checked = check([...row])
    expect(checked).toMatchObject({ good: 0, rows: [{ invited: null, problems: [problem] }] })
  })
  test('finds a person who stands there twice', () => {
    expect(check(['Rosa', 'rosa@example.org'], ['R.', 'ROSA@example.org'])).toMatchObject({
      good: 1,
      rows: [{ problems: [] }, { problems: ['twice'] }],
    })
  })
  test('is refused when it is empty, or has 50,000 lines', () => {
    expect(check(['', ''])).toEqual({ kind: 'refused', reason: 'empty' })
    const rows = Array.from({ length: 50_000 }, (_, n) => [`Person ${n}`])
    expect(checkList(rows, around)).toEqual({ kind: 'refused', reason: 'too-many', rows: 50_000 })
  })
  test('never lets anything through that a spreadsheet would run', () =>
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { maxLength: 6 }), { maxLength: 20 }), (rows) => {
        const checked = checkList(rows, around)
        if (checked.kind !== 'checked') return
        for (const { invited } of checked.rows)
          if (invited) {
            expect(invited.name).not.toMatch(/^[=+\-@]|[@<>]/)
            expect(invited.email === '' || isEmail(invited.email)).toBe(true)
          }
      }),
      SEED,
    ))
})

test('an application needs a name, a way to reach the person and why; an area is not both', () => {
  const form = {
    name: ' ',
    contact: '',
    why: '',
    experience: '',
    areas: ['a'],
    notAreas: ['a'],
    languages: '',
    times: '',
    access: '',
  }
  expect(problemsWithApplication(form)).toEqual([
    { field: 'why', problem: 'missing' },
    { field: 'name', problem: 'missing' },
    { field: 'contact', problem: 'missing' },
    { field: 'notAreas', problem: 'both' },
  ])
  expect(
    problemsWithApplication({
      ...form,
      name: 'Rosa',
      contact: '555',
      why: 'Because',
      notAreas: [],
    }),
  ).toEqual([])
})

test('a calendar file escapes commas, folds long lines at 75 octets and ends them with CR LF', () => {
  const text = icsOf({
    id: 'x',
    start: Date.UTC(2027, 1, 15, 18, 30),
    title: `Escucha, práctica; ${'ñ'.repeat(60)}`,
    place: 'Room 4\nfirst floor',
    stamp: Date.UTC(2026, 10, 21),
    sequence: 0,
    organiser: 'no-reply@example.org',
  })
  expect(text).toContain('DTSTART:20270215T183000Z\r\nDTEND:20270215T193000Z')
  expect(text).toContain('SUMMARY:Escucha\\, práctica\\; ')
  expect(text).toContain('LOCATION:Room 4\\nfirst floor')
  for (const line of text.split('\r\n'))
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
})

test('retention: an application goes 12 months after it was closed, internal notes 24 months after leaving', () => {
  const now = Date.UTC(2027, 10, 21)
  expect(cutoffsAt(now).applications).toBe(Date.UTC(2026, 10, 21))
  expect(cutoffsAt(now).notes).toBe(now - 730 * 86_400_000)
  expect(cutoffsAt(now).sessions).toBe(now)
})
