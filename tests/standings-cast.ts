/** One person in each standing, with the rows that put them there. */
import type { Query } from '#db/client.ts'
import { insertPerson, insertRole } from '#db/people.ts'
import type { Standing } from '#domain/readiness/standing.ts'
import { certificateCode } from '#db/certificate-code.ts'
import { newId } from '#server/trail/new-id.ts'
import { doneOf } from './done-of.ts'
import { allSteps, type Course } from '#domain/course/course.ts'
import type { Language } from '#domain/course/language.ts'
import { isRequired } from '#domain/learning/steps.ts'

const DAY = 86_400_000

interface Decided {
  readonly decision?: 'ready' | 'more-practice' | 'not-this-role'
  /** Days before now. */
  readonly ago?: number
  readonly conditions?: string
  readonly until?: string
  readonly withdrawn?: boolean
  readonly second?: boolean
  readonly commitment?: boolean
}

export interface Case {
  readonly standing: Standing
  /** What is special about it, for the name of the person. */
  readonly as: string
  readonly decided: readonly Decided[]
  readonly asked?: boolean
  readonly paused?: boolean
  readonly lapsed?: boolean
  /** Nobody looked at the check that the programme requires; at everybody else’s somebody did. */
  readonly unchecked?: boolean
  /** Has done every required step of the course. */
  readonly whole?: boolean
}

const HELD: Decided = { ago: 40, second: true, commitment: true }
const NO: Decided = { commitment: false }

/** The programme of all of them asks for two signatures, and requires a check. */
export const CASES: readonly Case[] = [
  { standing: 'in-training', as: 'new', decided: [] },
  { standing: 'in-training', as: 'arrived', decided: [], whole: true },
  { standing: 'waiting-for-sign-off', as: 'asks', decided: [], asked: true },
  {
    standing: 'waiting-for-second-signature',
    as: 'second',
    decided: [{ ...HELD, second: false }],
  },
  { standing: 'waiting-for-commitment', as: 'commit', decided: [{ ...HELD, commitment: false }] },
  { standing: 'ready', as: 'ready', decided: [HELD] },
  {
    standing: 'ready-with-conditions',
    as: 'conditions',
    decided: [{ ...HELD, conditions: 'Phone only, please' }],
  },
  { standing: 'more-practice', as: 'practice', decided: [{ ...NO, decision: 'more-practice' }] },
  { standing: 'not-this-role', as: 'other', decided: [{ ...NO, decision: 'not-this-role' }] },
  { standing: 'paused', as: 'paused', decided: [HELD], paused: true },
  { standing: 'lapsed', as: 'lapsed', decided: [HELD], lapsed: true },
  { standing: 'on-hold', as: 'hold', decided: [HELD], unchecked: true },
  { standing: 'expired', as: 'expired', decided: [{ ...HELD, until: '2020-01-01' }] },
  { standing: 'withdrawn', as: 'withdrawn', decided: [{ ...HELD, withdrawn: true }] },
  // Inés: holds, is renewed today, and two signatures are open.
  { standing: 'ready', as: 'renewed', decided: [HELD, { ago: 0 }] },
  { standing: 'ready', as: 'resign', decided: [HELD, { ago: 0, second: true }] },
]

export interface Placed extends Case {
  readonly id: string
  readonly name: string
  readonly language: Language
  /** Of the public check page of the first decision, which is open; '' without one. */
  readonly code: string
}

export const REASON = 'We talked it through, warmly.'

/** @param by person id of who decides */
export function placeCases(
  course: Course,
  programme: string,
  by: string,
  language: Language,
  now: number,
): { readonly people: readonly Placed[]; readonly rows: Query[] } {
  const check = ['references', 'seen'] as const
  const since = now - 90 * DAY
  const rows: Query[] = [
    sql(
      `INSERT INTO check_rules VALUES (?, ?, ?, ?, 'required', ?, ?, ?)`,
      ...[newId(since), programme, ...check, since, by, since],
    ),
  ]
  const people = CASES.map((one): Placed => {
    const id = newId(now)
    const name = `Zed-${one.as}-${language}`
    rows.push(
      insertPerson({ id, signInName: `${one.as}-${language}`, name, language, createdAt: now }),
      insertRole({ person: id, role: 'trainee', programme, createdAt: now - 50 * DAY }),
    )
    rows.push(...rowsOf(one, id, course, now))
    if (!one.unchecked)
      rows.push(
        sql(
          `INSERT INTO check_entries VALUES (?, ?, ?, ?, ?, 'accepted', '2026-01-02', '', NULL, NULL, '', ?, ?)`,
          ...[newId(since), id, programme, ...check, by, since],
        ),
      )
    const ids = one.decided.map((decided) => {
      const signOff = newId(now - (decided.ago ?? 5) * DAY)
      rows.push(...decisionRows(decided, { id, signOff, programme, by, now }))
      return signOff
    })
    const code = ids[0] && one.decided[0]?.decision === undefined ? certificateCode(ids[0]) : ''
    if (code)
      rows.push(sql('INSERT INTO public_checks VALUES (?, ?, ?, ?, NULL)', code, id, ids[0], now))
    return { ...one, id, name, language, code }
  })
  return { people, rows }
}

const sql = (text: string, ...args: (string | number | null | undefined)[]): Query => ({
  sql: text,
  args: args.map((one) => one ?? null),
})

function rowsOf(
  { asked, paused, lapsed, whole }: Case,
  id: string,
  course: Course,
  now: number,
): Query[] {
  const at = now - 2 * DAY
  const record = (unit: string, kind: string, value: object): Query =>
    sql(
      `INSERT INTO records (id, person, item, unit, revision, kind, value, made_at, received_at, source) VALUES (?, ?, ?, ?, 1, ?, ?, ?, ?, 'web')`,
      ...[newId(at), id, unit, unit, kind, JSON.stringify(value), at, at],
    )
  const rows = [
    sql(
      `INSERT INTO overviews (person, done, last_item, last_at, asked_at, paused_at, lapsed) VALUES (?, 0, '', 0, ?, ?, ?)`,
      ...[id, asked ? at : null, paused ? at : null, lapsed ? 1 : 0],
    ),
  ]
  if (whole)
    for (const step of allSteps(course).filter(isRequired))
      rows.push(
        sql(
          'INSERT INTO progress VALUES (?, ?, ?, 1)',
          id,
          step.item.id,
          JSON.stringify(doneOf(step)),
        ),
      )
  if (asked) rows.push(record('course', 'sign-off-asked', {}))
  if (paused) rows.push(record('pause', 'paused', { until: null }))
  if (lapsed) {
    // Passed once, at a revision of its ★ questions from before today's.
    const quiz = course.modules.find((module) => module.slug === 'consent')?.quiz
    const state = {
      ...{ kind: 'quiz', passed: true, passedBy: newId(at), best: null, tries: 1 },
      ...{ rightAt: {}, open: null, last: null },
    }
    rows.push(
      sql('INSERT INTO progress VALUES (?, ?, ?, 1)', id, quiz?.id, JSON.stringify(state)),
      sql('INSERT INTO lapses (person, lapsed_at) VALUES (?, ?)', id, at),
    )
  }
  return rows
}

function decisionRows(
  one: Decided,
  ids: { id: string; signOff: string; programme: string; by: string; now: number },
): Query[] {
  const at = ids.now - (one.ago ?? 5) * DAY
  const decision = one.decision ?? 'ready'
  const until = decision === 'ready' ? (one.until ?? '2099-05-01') : null
  return [
    sql(
      `INSERT INTO sign_offs (id, person, programme, decided_by, decided_at, decision, reason, conditions, internal_note, otherwise, expires_on, judgements, languages, contact_ways, evidence, evidence_hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', '', ?, '{"consent":"not-yet"}', '["en"]', '["phone"]', '[]', '')`,
      ...[ids.signOff, ids.id, ids.programme, ids.by, at, decision, REASON],
      ...[one.conditions ?? '', until],
    ),
    ...(one.second
      ? [sql(`INSERT INTO second_signatures VALUES (?, ?, ?, 'x')`, ids.signOff, ids.by, at + 1)]
      : []),
    ...(one.commitment
      ? [sql(`INSERT INTO commitments VALUES (?, ?, 'Zed')`, ids.signOff, at + 2)]
      : []),
    ...(one.withdrawn
      ? [
          sql(
            `INSERT INTO withdrawals VALUES (?, ?, ?, 'She asked for it.')`,
            ids.signOff,
            ids.by,
            at + 3,
          ),
        ]
      : []),
  ]
}
