/**
 * Whatever happened to somebody, their record (rules over rows) says the reasons for which they stand on the coordinators'
 * home (SQL), and the mentor's own home says of the next review the same as both.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { write } from '#db/client.ts'
import { findMentor } from '#db/register.ts'
import { reviewLineOf as latestReviewOf } from '#db/reviews.ts'
import { DAY_MS } from '#domain/calendar/days.ts'
import type { Person } from '#domain/people/person.ts'
import { PERSON_REASONS, type Reason } from '#domain/readiness/attention.ts'
import { reviewLineOf } from '#domain/reviews/review-line.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { isUnderEarlierNeeds } from '#server/register/earlier-needs.ts'
import { openRecord } from '#server/readiness/open-record.ts'
import { meetingsOf } from '#server/reviews/note-meeting.ts'
import type { TraineeNeed } from '#server/reviews/needs-of-trainee.ts'
import { showTraineeRecord } from '#server/show/coordinate/trainee-record.ts'
import { newId } from '#server/trail/new-id.ts'
import { mentorJson } from '#web/register-words.ts'
import { also } from '#tests/cast.ts'
import { loadHome } from '#tests/read-desk.ts'
import { checkRules, insert, life, NOW, rowsOf, type Life } from './lives.ts'
import { openPlatform, type Platform } from './platform.ts'

const PEOPLE = 240
/** Of these at least so many stand on the home for each reason, so that each meets the others. */
const isEnough = (count: number): boolean => count >= 8

/** Signed off, with whatever else chance has brought, and nobody looked at the check that is required. */
const unchecked = (of: Life): Life => ({
  ...{ ...of, archived: false, lapsed: false, checked: false, checks: [] },
  signOffs: [
    {
      ...{ ago: 9, decision: 'ready', ends: null, withdrawn: false, second: true, committed: true },
      byCarla: false,
    },
  ],
})

/** On the way, and without work for weeks. */
const idle = (of: Life): Life => ({
  ...{ ...of, archived: false, stopped: null, pause: null, asked: null, signOffs: [] },
  worked: 40,
})

/** Ready, and said yes to somebody. */
const willing = (of: Life): Life => ({
  ...{ ...unchecked(of), checked: true, stopped: null, pause: null },
  pairings: [
    {
      ...{ ago: 2, connected: false, met: 0, takenBack: false, asked: null, ended: null },
      ...{ over: false, followed: null },
    },
  ],
})

let platform: Platform
beforeAll(async () => {
  platform = await openPlatform()
})
afterAll(() => platform.close())

const reasonOf = (need: TraineeNeed): Reason =>
  need.kind === 'matter' ? need.matter.kind : need.kind === 'expires' ? 'expiring' : need.kind

/** Who stands on the home, with every reason. */
async function onHome(programme: string, viewer: string): Promise<Map<string, Reason[]>> {
  const found = new Map<string, Reason[]>()
  for (let page = 1; ; page++) {
    const wish = { tab: 'all', search: '', cohort: '', reason: null, page } as const
    const by = { viewer, mayDecide: true, language: 'en' } as const
    const { rows } = await loadHome({ programme, ...wish, ...by }, momentOf(programme, NOW))
    if (rows.length === 0) return found
    for (const { id, reasons } of rows) found.set(id, [...reasons])
  }
}

test.each([
  ['kidney', null],
  ['long-term', NOW - 30 * DAY_MS],
] as const)(
  'R45: in %s, with two signatures since %s, the record and the home say the same of everybody',
  async (programme, secondSince) => {
    const carla: Person = also(platform.cast.carla, 'coordinator', programme)
    if (secondSince !== null)
      await write([
        insert('programme_rules', {
          ...{ programme, second_signature: 1, group_sessions_count: 0, second_since: secondSince },
          ...{ changed_by: '', changed_at: 0 },
        }),
      ])
    await write(checkRules(platform, programme))
    const lives = fc.sample(life, { numRuns: PEOPLE, seed: 20261129 })
    const people = [
      ...lives,
      ...lives.slice(0, 8).map(unchecked),
      ...lives.slice(8, 14).map(idle),
      ...lives.slice(14, 26).map(willing),
    ].map((of) => ({
      id: newId(NOW),
      of,
    }))
    await write(people.flatMap(({ id, of }) => rowsOf(platform, id, programme, of)))

    const home = await onHome(programme, carla.id)
    const met = new Map<Reason, number>()
    const differ: unknown[] = []
    let registered = 0
    for (const { id, of } of people) {
      const record = await openRecord(carla, id, 'en', NOW)
      if (!record) throw new Error('no record')
      const wish = { page: 1, observed: null, on: '' }
      const { needs, state, learner } = await showTraineeRecord(record, wish, 'en', NOW)
      const said = new Set(needs.map(reasonOf))
      const says = PERSON_REASONS.filter((reason) => said.has(reason))
      const listed = home.get(id) ?? []
      for (const reason of listed) met.set(reason, (met.get(reason) ?? 0) + 1)
      const latest = await latestReviewOf(id, programme)
      const line = reviewLineOf(state.facts, latest, meetingsOf(learner), NOW)
      const isDue = line?.isPast === true && !of.archived
      const harms = state.readiness.lines.filter(({ harm }) => harm !== null)
      if (harms.some(({ met }) => met)) differ.push({ harms, of })
      const mentor = await findMentor(id, programme, momentOf(programme, NOW))
      if ((mentor !== null) !== (state.told.onRegister && !of.archived)) differ.push({ mentor, of })
      if (mentor) {
        registered++
        const earlier = state.more?.kind === 'earlier'
        if (mentor.harm !== harms.length > 0) differ.push({ mentor, harms, of })
        if (isUnderEarlierNeeds(mentor) !== earlier) differ.push({ mentor, more: state.more, of })
        if (mentorJson(mentor).needs !== (earlier ? 'earlier' : 'today'))
          differ.push({ mentor, more: state.more, of })
      }
      // What was followed up leaves the list; the line stays open.
      if (harms.length === 0 && listed.includes('harm')) differ.push({ listed, of })
      const isFollowed = of.observations.some((seen) => seen.followed !== null)
      if (harms.length > 0 && !isFollowed && !listed.includes('harm')) differ.push({ harms, of })
      if (says.join() !== listed.join() || isDue !== listed.includes('review'))
        differ.push({ record: says, home: listed, isDue, standing: state.standing, of })
    }
    expect(differ).toEqual([])
    expect(registered).toBeGreaterThan(15)
    // Otherwise chance has not asked enough.
    const asked = PERSON_REASONS.filter((one) => one !== 'second-signature' || secondSince !== null)
    expect(Object.fromEntries(asked.map((one) => [one, met.get(one) ?? 0]))).toEqual(
      Object.fromEntries(asked.map((one) => [one, expect.toSatisfy(isEnough)])),
    )
    expect([...met.keys()].filter((one) => !asked.some((known) => known === one))).toEqual([])
  },
  120_000,
)
