/** What is said of a disk, a clock, a proxy and a backup: the rules, without any of them. */
import { describe, expect, test } from 'vitest'
import { CHECKS, finding, saidOf, worstOf, type Finding } from '#domain/doctor/finding.ts'
import { judgeBackup, judgeClock, judgeDisk, judgeDrill, judgeProxy } from '#domain/doctor/judge.ts'
import { doctor as en } from '#i18n/en/doctor.ts'
import { doctor as es } from '#i18n/es/doctor.ts'

const NOW = Date.parse('2026-11-30T12:00:00Z')
const MINUTE = 60_000
const DAY = 86_400_000
const MB = 1_000_000
const ORIGIN = 'https://mentors.example.org'
const kinds = (found: readonly Finding[]): string[] => found.map(({ kind }) => kind)

test('a disk needs room for one more copy of the database, and is comfortable with several', () => {
  expect(judgeDisk(140 * MB, 100 * MB).kind).toBe('disk-full')
  expect(judgeDisk(800 * MB, 100 * MB).kind).toBe('disk-low')
  expect(judgeDisk(900 * MB, 100 * MB).kind).toBe('disk-fine')
})

test('a clock behind what was written is a problem, and so is one that jumped; minutes are not', () => {
  expect(judgeClock(NOW, NOW - DAY, NOW + 4 * MINUTE).kind).toBe('clock-fine')
  const behind = judgeClock(NOW, NOW - DAY, NOW + 6 * MINUTE)
  expect(saidOf(behind, en.findings)[0]).toBe(
    'The clock says 2026-11-30T12:00Z, but something was written at 2026-11-30T12:06Z.',
  )
  expect(judgeClock(NOW, NOW - 8 * DAY, NOW - 8 * DAY)).toMatchObject({
    kind: 'clock-ahead',
    state: 'problem',
    facts: { today: '2026-11-30', newest: '2026-11-22', days: 8 },
  })
})

test('a backup of last night is good, one of two days a warning, of eight a problem, and none only with people', () => {
  expect(judgeBackup(30 * 3600, 5).kind).toBe('backup-fine')
  expect(judgeBackup(2 * 86_400, 5).kind).toBe('backup-old')
  expect(judgeBackup(8 * 86_400, 5).kind).toBe('backup-lost')
  expect(judgeBackup(null, 5).kind).toBe('backup-none')
  expect(judgeBackup(null, 0).state).toBe('ok')
})

test('a drill is good for a quarter, and one that failed is a problem', () => {
  const drill = { day: '2026-11-01', at: NOW - 29 * DAY, file: 'a.db', problems: 0 } as const
  expect(judgeDrill(null, NOW).state).toBe('warning')
  expect(judgeDrill(drill, NOW).state).toBe('ok')
  expect(judgeDrill({ ...drill, at: NOW - 100 * DAY }, NOW).kind).toBe('drill-old')
  expect(judgeDrill({ ...drill, problems: 1 }, NOW).state).toBe('problem')
})

describe('proxies, by what they sent', () => {
  const at = (hops: number) => ({ hops, origin: ORIGIN })
  test.each([
    [null, null, 0, ['proxy-unseen']],
    [{ entries: null, proto: null }, null, 0, ['proxy-none']],
    [{ entries: 1, proto: 'https' }, null, 1, ['proxy-fine']],
    [{ entries: 1, proto: 'https' }, null, 0, ['proxy-unbelieved']],
    [{ entries: 1, proto: 'https' }, null, 2, ['proxy-too-few']],
    [{ entries: null, proto: null }, null, 1, ['proxy-silent']],
    [{ entries: 1, proto: 'http' }, null, 1, ['proxy-fine', 'proxy-http']],
    [{ entries: 1, proto: 'https' }, 'localhost:4321', 1, ['proxy-host']],
  ] as const)('%j, refused %s, hops %i', (seen, refused, hops, expected) => {
    expect(kinds(judgeProxy(seen, refused, at(hops)))).toEqual(expected)
  })
})

test('every warning and every problem has a remedy in both languages, and every finding words of its own', () => {
  // Facts that any of the words may need.
  const facts = {
    ...{
      version: '24',
      wants: '22',
      folder: '/f',
      mode: '755',
      free: 5e9,
      places: 1,
      file: 'a.db',
    },
    ...{ today: '2026-11-30', newest: '2026-11-30', now: 'x', days: 2, place: 'file', says: 'S.' },
    ...{ tables: 2, rows: 2, applied: 2, waiting: 2, host: 'h', problem: 'E', reason: 'away' },
    ...{ mails: 2, hops: 1, entries: 1, origin: ORIGIN, hours: 2, day: '2026-11-30', problems: 2 },
    ...{
      programme: 'kidney',
      names: { en: 'Kidney', es: 'Riñón' },
      fields: ['contact'],
      missing: 2,
      all: 3,
      check: 'node',
    },
  }
  const kindsOf = Object.keys(en.findings) as Finding['kind'][]
  expect(kindsOf.length).toBeGreaterThan(45)
  for (const kind of kindsOf) {
    const one = finding(kind, facts as never, kind === 'unlooked' ? 'node' : undefined)
    expect(CHECKS).toContain(one.check)
    const said = [saidOf(one, en.findings), saidOf(one, es.findings)]
    for (const [says, remedy] of said) {
      expect(`${says} ${remedy ?? ''}`).not.toMatch(/undefined|NaN|#/)
      expect([kind, Boolean(remedy)]).toEqual([kind, one.state !== 'ok'])
    }
    if (!('says' in one.facts && said[0]?.[0] === 'S.') && kind !== 'node-fine')
      expect(said[0]?.[0]).not.toBe(said[1]?.[0])
  }
})

test('the worst of them counts', () => {
  const fine = finding('mail-answers', { host: 'h' })
  expect(worstOf([])).toBe('ok')
  expect(worstOf([fine, finding('mail-off', {})])).toBe('warning')
  expect(worstOf([finding('database-shut', {}), fine])).toBe('problem')
})
