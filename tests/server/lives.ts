/** Random lives of trainees and mentors, as rows in the tables, the way the verbs leave them. */
import fc from 'fast-check'
import type { Query } from '#db/client.ts'
import { insertPerson, insertRole } from '#db/people.ts'
import { dayAt, DAY_MS, plusDays } from '#domain/calendar/days.ts'
import type { CheckIn, PairingEnd } from '#domain/pairing/pairing.ts'
import type { Level } from '#domain/readiness/competency.ts'
import { CHECK_ACTS } from '#domain/readiness/checks.ts'
import { askedOf } from '#domain/readiness/earlier-needs.ts'
import { liftLevel } from '#domain/readiness/harm.ts'
import { DECISIONS } from '#domain/readiness/standing.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { newId } from '#server/trail/new-id.ts'
import { competenciesIn } from '#tests/built-course.ts'
import { english, type Platform } from './platform.ts'

/** 9 in the evening of 27 November in Chicago, 3 in the morning of the 28th in London. */
export const NOW = Date.UTC(2026, 10, 28, 3)

/** Days from today, so that what is counted ends yesterday, today or tomorrow often enough. */
const days = (...some: number[]) => fc.constantFrom(...some)
const ago = days(1, 2, 9, 27, 28, 29, 40, 90)
const one = <T>(arbitrary: fc.Arbitrary<T>, freq = 2) => fc.option(arbitrary, { freq, nil: null })
const COMPETENCIES = competenciesIn('en')
const TODAYS = JSON.stringify(askedOf(COMPETENCIES))
const followUp = fc.record({ again: one(days(-1, 0, 1)), before: days(0, 1) })
const signOff = fc.record({
  ago,
  decision: fc.constantFrom('ready', 'ready', 'ready', 'ready', ...DECISIONS),
  ends: one(days(-9, -1, 0, 1, 59, 60, 61, 300), 6),
  withdrawn: fc.constantFrom(false, false, false, false, true),
  second: fc.boolean(),
  committed: fc.constantFrom(true, true, true, false),
  byCarla: fc.boolean(),
})
/** What makes a mentor: without it few would ever be asked to a review. */
const sound = fc.record({
  ago,
  decision: fc.constant('ready' as const),
  ends: one(days(60, 61, 300)),
  withdrawn: fc.constant(false),
  second: fc.constantFrom(true, true, true, false),
  committed: fc.constant(true),
  byCarla: fc.boolean(),
})
const checkEntry = fc.record({
  check: fc.constantFrom('background-check', 'references', 'dropped'),
  act: fc.constantFrom('accepted', 'accepted', ...CHECK_ACTS),
  ago,
  recheck: one(days(-9, -1, 0, 1, 9)),
  window: one(days(0, 1, 2, 9)),
})
export const life = fc.record({
  archived: fc.constantFrom(false, false, false, true),
  signOffs: fc.array(fc.oneof(signOff, sound), { maxLength: 3 }),
  asked: one(ago),
  help: one(ago),
  helpFollowed: one(followUp),
  reflection: one(ago),
  incidents: fc.array(
    fc.record({ ago, step: one(fc.record({ next: one(days(-1, 0, 1, 60)), ends: fc.boolean() })) }),
    { maxLength: 2 },
  ),
  stopped: one(fc.record({ ago, ended: fc.boolean() })),
  /** Whether what the programme requires was looked at long ago, and what was written since. */
  checked: fc.constantFrom(...Array<boolean>(11).fill(true), false),
  checks: fc.oneof(fc.constant([]), fc.array(checkEntry, { maxLength: 2 })),
  stuck: fc.boolean(),
  lapsed: fc.constantFrom(false, false, true),
  pause: one(fc.record({ ago, until: one(days(-9, -1, 0, 9)), followed: one(followUp) })),
  meetings: fc.array(days(0, 1, 2, 9, 28, 40), { maxLength: 4 }),
  reviews: fc.array(
    fc.record({
      ago,
      wellbeing: days(1, 2, 3, 5),
      next: days(-1, 0, 1, 60),
      followed: one(followUp),
      actions: fc.array(fc.record({ due: days(-1, 0, 1), done: fc.boolean() }), { maxLength: 2 }),
    }),
    { maxLength: 2 },
  ),
  observations: fc.array(
    fc.record({
      ago,
      line: fc.constantFrom('safety', 'listening', 'their-goal'),
      level: fc.constantFrom<Level[]>(0, 1, 2, 3),
      harm: fc.constantFrom(false, false, true),
      amends: fc.constantFrom(false, false, true),
      followed: one(followUp, 1),
    }),
    { maxLength: 4 },
  ),
  /** Of the sign-offs, in their order: from before needs were written down, of less than today's, of today's. */
  needs: fc.tuple(...[0, 1, 2].map(() => fc.constantFrom('', '{}', TODAYS))),
  concerns: fc.array(fc.record({ ago, followed: one(followUp) }), { maxLength: 1 }),
  /** Somebody to support: connected, or only said yes to. */
  pairings: fc.oneof(
    { arbitrary: fc.constant([]), weight: 2 },
    {
      arbitrary: fc.array(
        fc.record({
          ago: days(1, 2, 9),
          connected: fc.constantFrom(true, true, false),
          met: days(0, 1, 2, 3, 4),
          takenBack: fc.boolean(),
          asked: fc.constantFrom<CheckIn | null>(null, null, 'first', 'third', 'other'),
          ended: fc.constantFrom<PairingEnd | null>(null, null, null, 'died', 'died', 'other'),
          over: fc.constantFrom(false, false, false, true),
          followed: one(followUp, 1),
        }),
        { minLength: 1, maxLength: 2 },
      ),
      weight: 1,
    },
  ),
  /** Asked about their data, and whether it was answered. */
  dataAsked: one(fc.record({ ago, answered: fc.boolean() })),
  /** The last mail to them was not taken. */
  refused: one(
    fc.record({
      problem: fc.constantFrom('EENVELOPE 550', 'EENVELOPE 552', 'EMESSAGE 421', 'EAUTH 535'),
      since: fc.constantFrom('nothing', 'nothing', 'sent', 'said'),
    }),
  ),
  /** Days since the last work; null for none ever. */
  worked: fc.option(days(0, 13, 14, 15, 40), { freq: 5 }),
})
export type Life = typeof life extends fc.Arbitrary<infer L> ? L : never
type Followed = Life['helpFollowed']

type Value = string | number | null
export const insert = (table: string, row: Readonly<Record<string, Value>>): Query => ({
  sql: `INSERT INTO ${table} (${Object.keys(row).join()}) VALUES (${Object.keys(row)
    .map(() => '?')
    .join()})`,
  args: Object.values(row),
})

const QUIZ = english.modules.find(({ slug }) => slug === 'consent')?.quiz
/** Passed once, at a revision of its ★ questions from before today's. */
const LAPSED = {
  ...{ kind: 'quiz', passed: true, passedBy: newId(NOW), best: null, tries: 1 },
  ...{ rightAt: {}, open: null, last: null },
}

/** All the rows of somebody, in the tables as the verbs leave them. */
export function rowsOf({ cast }: Platform, person: string, programme: string, of: Life): Query[] {
  const { carla, gwen } = cast
  const { timeZone, today } = momentOf(programme, NOW)
  const before = (count: number): number => NOW - count * DAY_MS
  const rows: Query[] = [
    insertPerson({
      id: person,
      signInName: person,
      name: person,
      language: 'en',
      createdAt: before(99),
    }),
    insertRole({ person, role: 'trainee', programme, createdAt: before(99) }),
  ]
  const add = (table: string, row: Readonly<Record<string, Value>>) => rows.push(insert(table, row))
  const followed = (kind: string, about: string, said: Followed) => {
    if (!said) return
    const again = said.again === null ? null : plusDays(today, said.again)
    const head = { id: newId(NOW), kind, about, person, programme, coordinator: carla.id }
    add('follow_ups', { ...head, at: before(said.before), text: 'x', again_on: again })
  }
  const record = (item: string, kind: string, value: object, count: number): string => {
    const [id, at] = [newId(before(count)), before(count)]
    const head = { id, person, item, unit: item, revision: 1, kind, value: JSON.stringify(value) }
    add('records', { ...head, made_at: at, received_at: at, source: 'web' })
    return id
  }
  const state = (item: string, value: object) =>
    add('progress', { person, item, state: JSON.stringify(value), records: 1 })
  add('overviews', {
    ...{ person, done: 0, last_item: '', last_at: of.worked === null ? 0 : before(of.worked) },
    asked_at: of.asked === null ? null : before(of.asked),
    help_at: of.help === null ? null : before(of.help),
    reflection_at: of.reflection === null ? null : before(of.reflection),
    stuck_on: of.stuck ? (QUIZ?.questions[0]?.id ?? '') : '',
    paused_at: of.pause ? before(of.pause.ago) : null,
    lapsed: of.lapsed ? 1 : 0,
  })
  if (of.lapsed) {
    state(QUIZ?.id ?? '', LAPSED)
    add('lapses', { person, lapsed_at: before(1) })
  }
  if (of.meetings.length) {
    const met = of.meetings.map((count) => ({
      id: newId(NOW),
      day: dayAt(before(count), timeZone),
    }))
    state('meetings', {
      kind: 'meetings',
      meetings: met.toSorted((a, b) => (a.day < b.day ? -1 : 1)),
    })
  }
  for (const happened of of.incidents) {
    const [id, at] = [newId(before(happened.ago)), before(happened.ago)]
    const head = { id, person, programme, kind: 'incident', happened_on: today, text: 'x' }
    add('incidents', { ...head, owner: carla.id, written_by: carla.id, written_at: at })
    if (!happened.step) continue
    const next = happened.step.next === null ? null : plusDays(today, happened.step.next)
    const step = { id: newId(NOW), incident: id, by: carla.id, at: before(0), text: 'x' }
    const ends = happened.step.ends ? 1 : 0
    add('incident_steps', { ...step, owner: carla.id, next_on: next, ends, told: '' })
  }
  const entry = (check: string, count: number, rest: Readonly<Record<string, Value>>): void =>
    void add('check_entries', {
      ...{ id: newId(before(count)), person, programme, check_slug: check, line: 'seen' },
      ...{ on_day: today, by: carla.id, at: before(count), ...rest },
    })
  if (of.checked) entry('background-check', 95, { act: 'accepted' })
  for (const { check, act, recheck, window, ...one } of of.checks) {
    const again = recheck === null ? null : plusDays(today, recheck)
    const until = again === null || window === null ? null : plusDays(again, window)
    entry(check, one.ago, { act, recheck_on: again, counts_until: until })
  }
  if (of.stopped) {
    const stop = newId(NOW)
    const begun = { stopped_by: carla.id, stopped_at: before(of.stopped.ago), reason: 'x' }
    add('stops', { id: stop, person, programme, ...begun })
    const ended = { stop, ended_by: carla.id, ended_at: before(0), outcome: 'reinstated' }
    if (of.stopped.ended) add('stop_ends', { ...ended, reason: 'x' })
  }
  if (of.asked !== null) record('course', 'sign-off-asked', {}, of.asked)
  if (of.help !== null)
    followed(
      'help',
      record('help', 'help-asked', { page: '/', text: 'x' }, of.help),
      of.helpFollowed,
    )
  if (of.pause) {
    const until = of.pause.until === null ? null : plusDays(today, of.pause.until)
    followed('pause', record('pause', 'paused', { until }, of.pause.ago), of.pause.followed)
  }
  let signOffId = ''
  for (const [index, said] of of.signOffs.entries()) {
    const [id, at] = [newId(before(said.ago)), before(said.ago)]
    signOffId = id
    const ends = said.decision === 'ready' && said.ends !== null ? plusDays(today, said.ends) : null
    add('sign_offs', {
      ...{ id, person, programme, decided_at: at, decision: said.decision, expires_on: ends },
      decided_by: said.byCarla ? carla.id : gwen.id,
      ...{ reason: 'x', conditions: '', internal_note: '', otherwise: '' },
      ...{ evidence: '[]', evidence_hash: '', needs: of.needs[index] ?? '' },
    })
    const signed = { sign_off: id, declared_name: 'x', signed_at: at + 1 }
    if (said.second) add('second_signatures', { ...signed, signed_by: gwen.id })
    if (said.committed) add('commitments', signed)
    if (said.withdrawn)
      add('withdrawals', {
        sign_off: id,
        withdrawn_by: carla.id,
        withdrawn_at: at + 2,
        reason: 'x',
      })
  }
  for (const held of of.reviews) {
    const id = newId(before(held.ago))
    add('support_reviews', {
      ...{ id, person, programme, coordinator: carla.id, held_at: before(held.ago) },
      ...{ went_well: 'x', stayed: '', skill: '', wellbeing: held.wellbeing, capacity: 1 },
      next_on: plusDays(today, held.next),
    })
    followed('wellbeing', id, held.followed)
    for (const { due, done } of held.actions) {
      const agreed = { id: newId(NOW), review: id, text: 'x', due_on: plusDays(today, due) }
      add('review_actions', { ...agreed, lesson: '', done_at: done ? NOW : null })
    }
  }
  let last: string | null = null
  for (const seen of of.observations) {
    const id = newId(before(seen.ago))
    const line = COMPETENCIES.find((competency) => competency.id === seen.line)
    add('observations', {
      ...{ id, person, programme, observer: gwen.id, observed_at: before(seen.ago), note: '' },
      ...{ trainee_note: '', amend_reason: '', amends: seen.amends ? last : null },
    })
    add('observed_levels', {
      ...{ observation: id, competency: seen.line, level: seen.level, note: '' },
      ...{ harm: seen.harm ? 'x' : '', lifted_at: line ? liftLevel(line) : 2 },
    })
    followed('harm', id, seen.followed)
    last = seen.amends ? last : id
    if (seen.amends) last = null
  }
  for (const worry of of.concerns) {
    const [id, at] = [newId(before(worry.ago)), before(worry.ago)]
    const head = { id, person, programme, author: carla.id, kind: 'concern', text: 'x' }
    add('notes', { ...head, written_at: at })
    followed('concern', id, worry.followed)
  }
  for (const one of signOffId ? of.pairings : []) {
    const [request, proposal, at] = [
      newId(before(one.ago)),
      newId(before(one.ago)),
      before(one.ago),
    ]
    const by = carla.id
    add('mentor_requests', {
      ...{ id: request, programme, reference: request, code_hash: request, asker: 'coordinator' },
      ...{ by, language: 'en', at },
    })
    add('request_consents', {
      id: newId(at),
      request,
      given: one.over ? 0 : 1,
      how: 'said',
      by,
      at,
    })
    add('proposals', {
      ...{
        id: proposal,
        request,
        programme,
        mentor: person,
        by,
        at,
        ends_on: today,
        reasons: '[]',
      },
      sign_off: signOffId,
    })
    add('proposal_answers', { proposal, answer: 'yes', by: person, at: at + 1 })
    if (!one.connected) continue
    const pairing = newId(before(one.ago))
    add('pairings', { id: pairing, proposal, request, programme, mentor: person, by, at: at + 2 })
    for (let n = 0; n < one.met; n++)
      add('meetings', {
        ...{ id: newId(at + 3 + n), pairing, met_on: today, way: 'phone', minutes: 30, by: person },
        ...{ at: at + 3 + n, taken_back_at: n === 0 && one.takenBack ? NOW : null },
      })
    const seen = { id: newId(NOW), pairing, going: 'well', text: '', by, at: before(0) }
    if (one.asked) add('check_ins', { ...seen, after: one.asked })
    if (!one.ended) continue
    add('pairing_ends', { pairing, why: one.ended, ended_on: today, by, at: before(0) })
    if (one.ended === 'died') followed('bereaved', pairing, one.followed)
  }
  if (of.dataAsked) {
    const request = newId(before(of.dataAsked.ago))
    const at = before(of.dataAsked.ago)
    add('data_requests', { id: request, person, kind: 'correction', programme, text: 'x', at })
    if (of.dataAsked.answered)
      add('data_answers', { request, answer: 'done', text: '', by: carla.id, at: at + 1 })
  }
  if (of.refused) {
    const [email, at] = [`${person}@example.org`, before(5)]
    rows.push({ sql: 'UPDATE people SET email = ? WHERE id = ?', args: [email, person] })
    const mail = { recipient: email, subject: 'x', text: '', created_at: at, next_try_at: at }
    const { problem, since } = of.refused
    add('outbox', { ...mail, id: newId(at), refused_at: at, problem, tries: 1 })
    if (since === 'sent') add('outbox', { ...mail, id: newId(at), sent_at: at + 1 })
    if (since === 'said') {
      const wish = { person, kind: 'message', is_on: 1, hour: 8, weekdays: 1 }
      add('notice_wishes', { ...wish, at: at + 1 })
    }
  }
  if (of.archived)
    rows.push({
      sql: 'UPDATE roles SET archived_at = ? WHERE person = ?',
      args: [before(1), person],
    })
  return rows
}

/** What a programme asks of checks: one since twenty days, and one nothing more. */
export const checkRules = ({ cast }: Platform, programme: string): Query[] =>
  (
    [
      ['background-check', 'required', NOW - 20 * DAY_MS],
      ['dropped', 'dropped', null],
    ] as const
  ).map(([check, rule, since]) =>
    insert('check_rules', {
      ...{ id: newId(NOW - 30 * DAY_MS), programme, check_slug: check, line: 'seen', rule, since },
      ...{ by: cast.carla.id, at: NOW - 30 * DAY_MS },
    }),
  )
