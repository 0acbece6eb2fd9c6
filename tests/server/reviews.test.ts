/** Support reviews and API tokens, against a real database and the built course. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listApiTokens } from '#db/api-tokens.ts'
import { loadHome } from '#tests/read-desk.ts'
import { listReviews, reviewLineOf } from '#db/reviews.ts'
import { write } from '#db/client.ts'
import { dayAt, momentIn } from '#domain/calendar/days.ts'
import type { Reason } from '#domain/readiness/attention.ts'
import {
  makeApiToken,
  MOST_PER_MINUTE,
  readWithToken,
  revokeApiToken,
} from '#server/register/api-tokens.ts'
import { toCsv } from '#server/files/csv.ts'
import { exportRegister } from '#server/register/export-register.ts'
import { ANYBODY } from '#domain/register/wish.ts'
import { ownLearner } from '#server/learning/learner.ts'
import { newId } from '#server/trail/new-id.ts'
import { meetingsOf, noteMeeting, takeBackMeeting } from '#server/reviews/note-meeting.ts'
import { hashOfSecret } from '#server/access/secret.ts'
import { finishAction, writeReview, type ReviewForm } from '#server/reviews/write-review.ts'
import { batchesOf, DAY, english, MINUTE, NOW, openPlatform, type Platform } from './platform.ts'

let platform: Platform
beforeAll(async () => {
  platform = await openPlatform()
})
afterAll(() => platform.close())

const day = (time: number): string => dayAt(time, 'America/Chicago')
const LESSON = english.modules[0]?.lessons[0]?.id ?? ''
const form = (rest: Partial<ReviewForm> = {}): ReviewForm => ({
  id: newId(NOW),
  day: day(NOW),
  wentWell: 'You waited.',
  stayed: '',
  skill: '',
  wellbeing: 4,
  capacity: 2,
  seen: 0,
  nextOn: day(NOW + 90 * DAY),
  actions: [],
  ...rest,
})
const kidney = ({ id }: { readonly id: string }) => ({ id, programme: 'kidney' })
const auditOf = async (act: string): Promise<number> =>
  (await platform.rows('SELECT * FROM audit WHERE act = ?', act)).length

describe('a support review', () => {
  test('is read with what was agreed, newest first, in one batch with its audit row', async () => {
    const { carla, luz } = platform.cast
    const actions = [
      { text: 'Read it again.', dueOn: day(NOW + 5 * DAY), lesson: LESSON },
      { text: '', dueOn: '', lesson: '' },
      { text: 'Call me.', dueOn: day(NOW + 2 * DAY), lesson: 'no/such-lesson' },
    ]
    await writeReview(carla, kidney(luz), english, form({ day: day(NOW - 3 * DAY) }), NOW)
    const batches = await batchesOf(async () => {
      expect(await writeReview(carla, kidney(luz), english, form({ actions }), NOW)).toEqual({
        kind: 'saved',
      })
    })
    expect(batches).toBe(1)
    const [newest, before] = await listReviews(luz.id, 'kidney')
    expect(newest).toMatchObject({ coordinatorName: 'Carla', wellbeing: 4 })
    expect(day(newest?.heldAt ?? 0)).toBe(day(NOW))
    expect(newest?.actions.map(({ text, lesson }) => [text, lesson])).toEqual([
      ['Call me.', ''],
      ['Read it again.', LESSON],
    ])
    expect(before?.actions).toEqual([])
    expect(await auditOf('review-written')).toBe(2)
    expect(await reviewLineOf(luz.id, null)).toEqual({ nextOn: day(NOW + 90 * DAY), open: 2 })
  })

  test('sent twice is written once', async () => {
    const { carla, ray } = platform.cast
    const once = form()
    const send = () => writeReview(carla, kidney(ray), english, once, NOW)
    expect(await Promise.all([send(), send()])).toEqual([{ kind: 'saved' }, { kind: 'saved' }])
    expect(await listReviews(ray.id, 'kidney')).toHaveLength(1)
  })

  test.each<[string, Partial<ReviewForm>, string]>([
    ['without what went well', { wentWell: '  ' }, 'text-missing'],
    ['without wellbeing', { wellbeing: null }, 'wellbeing-missing'],
    ['without capacity', { capacity: null }, 'capacity-missing'],
    ['of tomorrow and the day after', { day: day(NOW + 3 * DAY) }, 'day-future'],
    ['of no day', { day: '2026-02-30' }, 'day-malformed'],
    ['with no next day', { nextOn: '' }, 'next-malformed'],
    [
      'with a next day in the past',
      { nextOn: day(NOW - DAY), day: day(NOW - 9 * DAY) },
      'next-past',
    ],
    ['with a next day in two years', { nextOn: day(NOW + 700 * DAY) }, 'next-too-far'],
    ['too long', { stayed: 'x'.repeat(4001) }, 'too-long'],
    [
      'with an action without a day',
      { actions: [{ text: 'Go', dueOn: '', lesson: '' }] },
      'action-day',
    ],
    [
      'with a day without an action',
      { actions: [{ text: ' ', dueOn: '2026-12-01', lesson: '' }] },
      'action-text',
    ],
  ])('%s is refused', async (_, rest, problem) => {
    const { carla, nadia } = platform.cast
    const outcome = await writeReview(carla, kidney(nadia), english, form(rest), NOW)
    if (outcome.kind !== 'refused') throw new Error('it was saved')
    expect(outcome.problems.map(([name]) => name)).toEqual([problem])
    expect(await listReviews(nadia.id, 'kidney')).toEqual([])
  })

  test('of oneself is refused', async () => {
    const { carla } = platform.cast
    const outcome = await writeReview(carla, kidney(carla), english, form(), NOW)
    expect(outcome).toEqual({ kind: 'refused', problems: [['oneself']] })
  })

  test('what was agreed is done once, and only where it is one’s own', async () => {
    const { luz, nadia } = platform.cast
    const reviews = await listReviews(luz.id, 'kidney')
    const [action] = reviews[0]?.actions ?? []
    const id = action?.id ?? ''
    expect(await finishAction(nadia, kidney(nadia), id, NOW)).toEqual({ kind: 'not-there' })
    expect(await finishAction(nadia, kidney(luz), id, NOW)).toEqual({ kind: 'not-allowed' })
    expect(await finishAction(luz, kidney(luz), id, NOW)).toEqual({ kind: 'done' })
    expect(await finishAction(luz, kidney(luz), id, NOW + 5)).toEqual({ kind: 'done' })
    expect((await listReviews(luz.id, 'kidney'))[0]?.actions[0]?.doneAt).toBe(NOW)
    expect(await auditOf('review-action-done')).toBe(1)
  })
})

/** Carla says ready, and the mentor signs, both at this moment. */
async function signsOff(person: string, at: number): Promise<void> {
  const decision = newId(at)
  await write([
    {
      sql: `INSERT INTO sign_offs (id, person, programme, decided_by, decided_at, decision, reason, conditions, internal_note, otherwise, expires_on, evidence, evidence_hash)
            VALUES (?, ?, 'kidney', ?, ?, 'ready', 'x', '', '', '', '2099-01-01', '[]', '')`,
      args: [decision, person, platform.cast.carla.id, at],
    },
    {
      sql: `INSERT INTO commitments (sign_off, signed_at, declared_name) VALUES (?, ?, 'x')`,
      args: [decision, at],
    },
  ])
}

async function reasonsOf(person: string, now: number): Promise<readonly Reason[]> {
  const wish = {
    programme: 'kidney',
    tab: 'all',
    search: '',
    cohort: '',
    reason: null,
    viewer: '',
    mayDecide: true,
    language: 'en',
    page: 1,
  } as const
  return (
    (await loadHome(wish, momentIn('America/Chicago', now))).rows.find(({ id }) => id === person)
      ?.reasons ?? []
  )
}

describe('a review that is overdue', () => {
  test('is a reason on the coordinator’s home from 4 weeks after the sign-off, then from the day that was agreed', async () => {
    const { carla, nadia } = platform.cast
    await signsOff(nadia.id, NOW - 29 * DAY)
    expect(await reasonsOf(nadia.id, NOW - 2 * DAY)).not.toContain('review')
    expect(await reasonsOf(nadia.id, NOW)).toContain('review')
    await writeReview(carla, kidney(nadia), english, form({ nextOn: day(NOW + 30 * DAY) }), NOW)
    expect(await reasonsOf(nadia.id, NOW)).not.toContain('review')
    expect(await reasonsOf(nadia.id, NOW + 30 * DAY)).not.toContain('review')
    expect(await reasonsOf(nadia.id, NOW + 31 * DAY)).toContain('review')
  })
})

describe('a meeting that a mentor notes', () => {
  const note = async (person: string, day: string, id = newId(NOW)) =>
    noteMeeting(
      await ownLearner({ id: person }, english),
      { id, day },
      momentIn('America/Chicago', NOW),
    )
  const noted = async (person: string) => meetingsOf(await ownLearner({ id: person }, english))

  test('is refused to whoever is not signed off, and so is a day before the sign-off or to come', async () => {
    const { ray } = platform.cast
    expect(await note(ray.id, day(NOW))).toEqual({ kind: 'no-mentor' })
    await signsOff(ray.id, NOW - 10 * DAY)
    for (const [when, problem] of [
      [day(NOW - 11 * DAY), 'before-sign-off'],
      [day(NOW + 2 * DAY), 'day-future'],
      ['yesterday', 'day-malformed'],
    ] as const)
      expect(await note(ray.id, when)).toEqual({ kind: 'refused', problem })
    expect(await noted(ray.id)).toEqual([])
  })

  test('sent twice is noted once, and can be taken back by its mentor alone', async () => {
    const { ray, luz } = platform.cast
    const id = newId(NOW)
    await Promise.all([note(ray.id, day(NOW - DAY), id), note(ray.id, day(NOW - DAY), id)])
    expect(await noted(ray.id)).toEqual([{ id, day: day(NOW - DAY) }])
    expect(await takeBackMeeting(await ownLearner(luz, english), id, NOW)).toBe(false)
    expect(await takeBackMeeting(await ownLearner(ray, english), id, NOW)).toBe(true)
    expect(await takeBackMeeting(await ownLearner(ray, english), id, NOW)).toBe(false)
    expect(await noted(ray.id)).toEqual([])
  })

  test('the third makes the first review due, and not a later one', async () => {
    const { carla, ray } = platform.cast
    await write([{ sql: 'DELETE FROM support_reviews WHERE person = ?', args: [ray.id] }])
    for (const days of [9, 4]) await note(ray.id, day(NOW - days * DAY))
    expect(await reasonsOf(ray.id, NOW)).not.toContain('review')
    await note(ray.id, day(NOW - DAY))
    expect(await reasonsOf(ray.id, NOW)).toContain('review')
    await writeReview(carla, kidney(ray), english, form(), NOW)
    await note(ray.id, day(NOW))
    expect(await reasonsOf(ray.id, NOW)).not.toContain('review')
  })
})

test('reviews of another programme are not seen in this one', async () => {
  const { gwen, joyce } = platform.cast
  const there = { id: joyce.id, programme: 'long-term' }
  await writeReview(gwen, there, english, form({ wentWell: 'Only there.' }), NOW)
  expect(await listReviews(joyce.id, 'kidney')).toEqual([])
  expect(await listReviews(joyce.id, 'long-term')).toHaveLength(1)
  expect(await listReviews(joyce.id, null)).toHaveLength(1)
})

describe('a token', () => {
  const wish = (rest = {}) => ({
    id: newId(NOW),
    name: 'Match',
    programme: 'kidney',
    scopes: ['mentors:read'] as const,
    days: 30,
    ...rest,
  })
  const make = async (rest = {}): Promise<string> => {
    const made = await makeApiToken(platform.cast.ana, wish(rest), NOW)
    if (made.kind !== 'made') throw new Error('refused')
    return made.token
  }
  const read = (token: string, now = NOW) =>
    readWithToken(`Bearer ${token}`, 'mentors:read', 'localhost', now)

  test('is kept as a hash, and stands nowhere else', async () => {
    const token = await make()
    expect(token).toMatch(/^als_[\w-]{43}$/)
    for (const table of ['api_tokens', 'audit', 'attempts'])
      expect(JSON.stringify(await platform.rows(`SELECT * FROM ${table}`))).not.toContain(token)
    expect((await listApiTokens()).map(({ id }) => id)).toContain(hashOfSecret(token))
  })

  test('made twice by one form is made once', async () => {
    const once = wish()
    const before = (await listApiTokens()).length
    const answers = await Promise.all([1, 2].map(() => makeApiToken(platform.cast.ana, once, NOW)))
    expect(answers.map(({ kind }) => kind).sort()).toEqual(['made', 'refused'])
    expect(await listApiTokens()).toHaveLength(before + 1)
  })

  test('that is used tells on which day, never when', async () => {
    const token = await make()
    const used = async () =>
      (await listApiTokens()).find(({ id }) => id === hashOfSecret(token))?.lastUsedAt
    expect(await used()).toBeNull()
    await read(token)
    expect(await used()).toBe(Math.floor(NOW / DAY) * DAY)
    await read(token, NOW + DAY)
    expect(await used()).toBe(Math.floor(NOW / DAY) * DAY + DAY)
  })

  test('ends when its days are over, and when it is revoked', async () => {
    const token = await make()
    expect((await read(token, NOW + 30 * DAY - 1)).kind).toBe('may')
    expect(await read(token, NOW + 30 * DAY)).toMatchObject({ status: 401, why: 'token-expired' })
    const { ana } = platform.cast
    expect(await revokeApiToken(ana, hashOfSecret(token), NOW)).toEqual({ kind: 'revoked' })
    expect(await revokeApiToken(ana, hashOfSecret(token), NOW + 1)).toEqual({ kind: 'revoked' })
    expect(await revokeApiToken(ana, 'x', NOW)).toEqual({ kind: 'unknown' })
    expect(await read(token)).toMatchObject({ status: 401, why: 'token-revoked' })
    expect(await auditOf('token-revoked')).toBe(1)
  })

  test('reads so often in a minute, and then again in the next', async () => {
    const token = await make()
    for (let n = 0; n < MOST_PER_MINUTE; n++) expect((await read(token)).kind).toBe('may')
    expect(await read(token)).toMatchObject({ status: 429, why: 'too-many', retryAfter: 60 })
    expect((await read(token, NOW + MINUTE)).kind).toBe('may')
  })

  test.each(['', 'Basic abc', 'Bearer', 'Bearer  ', 'Bearer a b', `Bearer ${'x'.repeat(300)}`])(
    'that is no token (%j) is refused',
    async (header) => {
      const answer = await readWithToken(header, 'mentors:read', 'elsewhere', NOW)
      expect(answer).toMatchObject({ kind: 'refused', status: 401, why: 'token-missing' })
    },
  )
})

describe('files', () => {
  test('a cell is no formula, and letters with accents survive a spreadsheet', () => {
    const csv = toCsv(['Name'], [['=1+1'], ['@x'], ['-3'], ['Inés, "Lu"'], [7]])
    expect(csv).toBe(`\ufeffName\r\n'=1+1\r\n'@x\r\n'-3\r\n"Inés, ""Lu"""\r\n7\r\n`)
  })

  test('that the register was saved is written down, whoever was in it', async () => {
    const { carla } = platform.cast
    const nobody = { ...ANYBODY, place: 'Nowhere at all' }
    expect(await exportRegister(carla, 'kidney', nobody, 'json', 'en', NOW)).toEqual([])
    expect(await auditOf('register-exported:json')).toBe(1)
  })
})
