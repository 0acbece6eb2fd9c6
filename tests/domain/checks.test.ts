/** Checks: what stands on a day, until when it counts, and what may be written. */
import { describe, expect, test } from 'vitest'
import type { Day } from '#domain/calendar/days.ts'
import type { ProgrammeCheck } from '#domain/programme/programme.ts'
import { readCheck, type CheckForm } from '#domain/readiness/check-entry.ts'
import {
  isCheckDue,
  isOnHold,
  lineAt,
  openChecks,
  termOf,
  type CheckEntry,
  type CheckFacts,
  type CheckRule,
} from '#domain/readiness/checks.ts'

const CHICAGO = 'America/Chicago'
/** Noon in Chicago. */
const at = (day: string): number => Date.parse(`${day}T18:00:00Z`)
const LINE = { check: 'background-check', line: 'seen' } as const
const entry = (
  day: string,
  act: CheckEntry['act'],
  rest: Partial<CheckEntry> = {},
): CheckEntry => ({
  ...{ ...LINE, id: `${day}-${act}`, act, at: at(day), recheckOn: null, countsUntil: null },
  ...rest,
})
const required = (from: string, said = from): CheckRule => ({
  ...{ ...LINE, id: said, rule: 'required', since: at(from), at: at(said) },
})
const facts = (entries: readonly CheckEntry[], rules: readonly CheckRule[] = []): CheckFacts => ({
  rules,
  entries,
})
const stateOn = (day: string, all: CheckFacts) => lineAt(all, LINE, at(day), CHICAGO).state

/** Seen on 10 January 2026, again after 3 years, with 60 days for it. */
const seen = entry('2026-01-10', 'accepted', termOf('2026-01-10', 36, 60))

describe('a line', () => {
  test('goes from nothing to asked, received and accepted', () => {
    const all = facts([
      entry('2026-01-02', 'asked'),
      entry('2026-01-05', 'received'),
      entry('2026-01-10', 'accepted'),
    ])
    expect(
      ['2026-01-01', '2026-01-02', '2026-01-06', '2026-01-11'].map((day) => stateOn(day, all)),
    ).toEqual(['not-started', 'asked', 'received', 'accepted'])
  })

  test('is due again on its day, counts through its window, and on the day after counts no more', () => {
    expect(termOf('2026-01-10', 36, 60)).toEqual({
      recheckOn: '2029-01-10',
      countsUntil: '2029-03-11',
    })
    const all = facts([seen], [required('2026-01-01')])
    const on = (day: string) => {
      const line = lineAt(all, LINE, at(day), CHICAGO)
      return [line.state, line.counts, line.isDue, isOnHold(all, at(day), CHICAGO)]
    }
    expect(on('2029-01-09')).toEqual(['accepted', true, false, false])
    expect(on('2029-01-10')).toEqual(['recheck-due', true, true, false])
    expect(on('2029-03-10')).toEqual(['recheck-due', true, true, false])
    expect(on('2029-03-11')).toEqual(['recheck-due', false, true, true])
  })

  test('that is renewed counts while it is asked for and received, and from the new one on', () => {
    const all = facts(
      [seen, entry('2029-01-12', 'asked'), entry('2029-02-01', 'received')],
      [required('2026-01-01')],
    )
    expect(stateOn('2029-01-20', all)).toBe('asked')
    expect(isOnHold(all, at('2029-02-02'), CHICAGO)).toBe(false)
    expect(isOnHold(all, at('2029-03-11'), CHICAGO)).toBe(true)
    const renewed = { ...all, entries: [...all.entries, entry('2029-03-12', 'accepted')] }
    expect(isOnHold(renewed, at('2029-03-13'), CHICAGO)).toBe(false)
  })

  test('ends at midnight by the programme’s clock', () => {
    const all = facts([seen], [required('2026-01-01')])
    const midnight = Date.parse('2029-03-11T06:00:00Z')
    expect(isOnHold(all, midnight - 1, CHICAGO)).toBe(false)
    expect(isOnHold(all, midnight, CHICAGO)).toBe(true)
    expect(isOnHold(all, midnight - 1, 'Europe/London')).toBe(true)
  })

  test('that was waived counts, and that was taken back does not', () => {
    const rules = [required('2026-01-01')]
    const waived = facts([entry('2026-02-01', 'waived')], rules)
    expect([stateOn('2027-01-01', waived), isOnHold(waived, at('2027-01-01'), CHICAGO)]).toEqual([
      'waived',
      false,
    ])
    const ended = facts([seen, entry('2026-03-01', 'ended')], rules)
    expect([stateOn('2026-03-02', ended), isOnHold(ended, at('2026-03-02'), CHICAGO)]).toEqual([
      'not-started',
      true,
    ])
  })

  test('waits for a coordinator when it is received, and 28 days after it was asked for', () => {
    const due = (day: string, ...entries: CheckEntry[]) =>
      isCheckDue(facts(entries), at(day), CHICAGO, false)
    expect(due('2026-01-03', entry('2026-01-02', 'asked'))).toBe(false)
    expect(due('2026-01-29', entry('2026-01-02', 'asked'))).toBe(false)
    expect(due('2026-01-30', entry('2026-01-02', 'asked'))).toBe(true)
    expect(due('2026-01-03', entry('2026-01-02', 'received'))).toBe(true)
  })

  test('that a programme dropped is due for nobody', () => {
    const dropped: CheckRule = { ...required('2026-02-01'), rule: 'dropped', since: null }
    const all = facts([entry('2026-01-02', 'received')], [dropped])
    expect(isCheckDue(all, at('2026-01-30'), CHICAGO, true)).toBe(true)
    expect(isCheckDue(all, at('2026-02-02'), CHICAGO, true)).toBe(false)
  })
})

describe('a check that will be required', () => {
  const all = facts([], [required('2026-06-01', '2026-05-01')])
  test('is due for mentors at once, and nobody is on hold before its day', () => {
    expect(isCheckDue(all, at('2026-05-02'), CHICAGO, true)).toBe(true)
    expect(isCheckDue(all, at('2026-05-02'), CHICAGO, false)).toBe(false)
    expect(isOnHold(all, at('2026-05-31'), CHICAGO)).toBe(false)
    expect(isOnHold(all, at('2026-06-01'), CHICAGO)).toBe(true)
  })

  test('stands open before a decision, and no longer once somebody looked', () => {
    const open = (entries: readonly CheckEntry[], day: string) =>
      openChecks({ ...all, entries }, at(day), CHICAGO).map(({ check }) => check)
    expect(open([], '2026-04-30')).toEqual([])
    expect(open([], '2026-05-02')).toEqual(['background-check'])
    expect(open([entry('2026-05-02', 'accepted')], '2026-05-03')).toEqual([])
  })

  test('two lines are one check: each has to count', () => {
    const status = { ...required('2026-06-01', '2026-05-01'), line: 'status' as const }
    const both = facts([entry('2026-05-02', 'accepted')], [...all.rules, status])
    expect(isOnHold(both, at('2026-06-02'), CHICAGO)).toBe(true)
    const looked = entry('2026-05-03', 'accepted', { line: 'status' })
    expect(
      isOnHold({ ...both, entries: [...both.entries, looked] }, at('2026-06-02'), CHICAGO),
    ).toBe(false)
  })
})

describe('what is written', () => {
  const check: ProgrammeCheck = {
    ...{ name: 'x', level: '', why: 'x', months: 36, window: 60, status: { months: 12 } },
  }
  const today: Day = '2026-11-27'
  const form: CheckForm = {
    ...{ act: 'accepted', onDay: '2026-11-01', number: '', recheckOn: '', why: '' },
  }
  const read = (more: Partial<CheckForm>, ground = {}) =>
    readCheck({ ...form, ...more }, { check, line: 'seen', isThere: true, ...ground }, today)
  const problems = (more: Partial<CheckForm>, ground = {}) => {
    const answer = read(more, ground)
    return answer.kind === 'refused' ? answer.problems : []
  }

  test('counts from the day of the paper, for as long as the programme says of its line', () => {
    expect(read({})).toMatchObject({
      term: { recheckOn: '2029-11-01', countsUntil: '2029-12-31' },
    })
    expect(read({}, { line: 'status' })).toMatchObject({
      term: { recheckOn: '2027-11-01', countsUntil: '2027-12-31' },
    })
    expect(read({ recheckOn: '2027-01-01' })).toMatchObject({
      term: { recheckOn: '2027-01-01', countsUntil: '2027-03-02' },
    })
    expect(read({ act: 'waived', why: 'She only writes.' })).toMatchObject({
      term: { recheckOn: null, countsUntil: null },
    })
  })

  test.each([
    [{ act: null }, ['act-missing']],
    [{ onDay: '' }, ['day-missing']],
    [{ onDay: '2026-02-30' }, ['day-missing']],
    [{ onDay: '2026-11-28' }, ['day-future']],
    [{ act: 'asked', onDay: '2026-11-28' }, ['day-future']],
    [{ onDay: '1926-11-27' }, ['day-old', 'over']],
    [{ onDay: '2023-01-01' }, ['over']],
    [{ recheckOn: 'soon' }, ['recheck-malformed']],
    [{ recheckOn: '2026-11-01' }, ['recheck-before']],
    [{ number: '1'.repeat(61) }, ['number-long']],
    [{ act: 'waived' }, ['why-missing']],
    [{ act: 'ended', why: ' ' }, ['why-missing']],
    [{ act: 'waived', why: 'x'.repeat(501) }, ['why-long']],
  ] as const)('%o is refused in words', (more, found) => {
    expect(problems(more)).toEqual(found)
  })

  test('nothing ends that is not there, and what is asked for no more can only end', () => {
    expect(problems({ act: 'ended', why: 'x' }, { isThere: false })).toEqual(['nothing-there'])
    expect(problems({}, { check: null })).toEqual(['act-missing'])
    expect(read({ act: 'ended', why: 'x' }, { check: null }).kind).toBe('entry')
  })

  test('what was asked for or received needs no day: it is today’s', () => {
    expect(read({ act: 'asked', onDay: '' })).toMatchObject({ onDay: today })
  })
})
