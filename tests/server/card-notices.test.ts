/** That decision cards wait is told by mail: calmly, to whoever has not come by themselves, and never when none waits. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { putCardDay } from '#db/card-days.ts'
import { read, write } from '#db/client.ts'
import { noticesOfQuery } from '#db/notices.ts'
import { findOverview } from '#db/records.ts'
import { CARDS_TOLD } from '#domain/people/notices.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { workOutCardDays } from '#server/running/work-out-card-days.ts'
import { receiveRecords } from '#server/learning/receive-records.ts'
import { rebuildProgress } from '#server/learning/rebuild-progress.ts'
import { sortCard } from '#server/learning/sort-card.ts'
import { tellWhatWaits } from '#server/running/tell-what-waits.ts'
import { newId } from '#server/trail/new-id.ts'
import { noticeMail } from '#web/mail-words.ts'
import { DAY, english, learnerOf, NOW, openPlatform, type Platform } from './platform.ts'

vi.hoisted(() => {
  process.env['SMTP_URL'] = 'smtp://127.0.0.1:9'
  process.env['MAIL_FROM'] = 'Kidney friends <alongside@example.org>'
})

const PASSED = NOW - 30 * DAY
/** The first cards come a week after a module was passed. */
const DUE = PASSED + 7 * DAY
const TOLD = DUE + CARDS_TOLD.after * DAY
const cards = english.cards?.filter(({ module }) => module === 'consent') ?? []
let platform: Platform
beforeAll(async () => {
  platform = await openPlatform()
  const { nadia } = platform.cast
  await write([
    { sql: "UPDATE people SET email = 'nadia@example.org' WHERE id = ?", args: [nadia.id] },
    {
      sql: "INSERT INTO proven_addresses (person, email, at) VALUES (?, 'nadia@example.org', 1)",
      args: [nadia.id],
    },
  ])
  await round(PASSED - DAY)
  const questions = english.modules.find(({ slug }) => slug === 'consent')?.quiz?.questions ?? []
  const attempt = newId(PASSED)
  const records = questions.map((question, at) => ({
    ...{ id: newId(PASSED + at), kind: 'question-answered', madeAt: PASSED + at },
    ...{ item: question.id, revision: question.revision },
    value: {
      attempt,
      options: question.options.filter(({ right }) => right).map(({ id }) => id),
    },
  }))
  await receiveRecords(nadia, english, { records }, PASSED + 1000)
})
afterAll(() => platform.close())

const round = (now: number) => tellWhatWaits(['kidney'], noticeMail, now)
const told = async () =>
  (await read(noticesOfQuery(platform.cast.nadia.id, null, Number.MAX_SAFE_INTEGER))).map(
    ({ kind, outcome }) => `${kind}: ${outcome}`,
  )
const dayOf = async () => (await findOverview(platform.cast.nadia.id))?.cardsOn
const dayAt = (at: number) => momentOf('kidney', at).today
async function sit(on: number, count = 5): Promise<void> {
  for (const card of cards.slice(0, count))
    expect(
      await sortCard(
        await learnerOf(platform.cast.nadia),
        { card: card.id, pile: card.pile },
        newId(on),
        on,
      ),
    ).toBe('saved')
}

test('from when on they wait is worked out once, after what moves it, and is kept by a rebuild', async () => {
  const { nadia } = platform.cast
  expect((await findOverview(nadia.id))?.cardsAt).toBeLessThan(0)
  expect(await workOutCardDays(PASSED + 2000)).toBeGreaterThan(0)
  expect(await dayOf()).toBe(dayAt(DUE))
  expect(await workOutCardDays(PASSED + 3000)).toBe(0)
  expect(await rebuildProgress(nadia.id)).toBe(0)
  expect((await findOverview(nadia.id))?.cardsAt).toBe(PASSED + 2000)
  // Somebody else's, or what a sign-off moves, is made good within a week.
  expect(await workOutCardDays(PASSED + 8 * DAY)).toBeGreaterThan(0)
})

test('whoever has not come for some days is told, once', async () => {
  expect(await round(TOLD - DAY)).toEqual({ notices: 0, mails: 0 })
  expect(await round(TOLD)).toEqual({ notices: 1, mails: 1 })
  expect(await told()).toEqual(['cards: mailed'])
  expect(await round(TOLD + 29 * DAY)).toEqual({ notices: 0, mails: 0 })
  const [mail] = await platform.rows('SELECT subject, text FROM outbox')
  expect(mail?.['text']).not.toMatch(/card|consent/i)
})

test('not within four weeks, not in a pause, not where it was switched off, and not while it is to be worked out', async () => {
  const { nadia } = platform.cast
  const [sat, again] = [TOLD + DAY, TOLD + DAY + 21 * DAY]
  await sit(sat, cards.length)
  await workOutCardDays(sat + 1000)
  expect(await dayOf()).toBe(dayAt(again))
  expect(await round(again + 4 * DAY)).toEqual({ notices: 0, mails: 0 })
  const later = TOLD + (CARDS_TOLD.gap + 1) * DAY
  const set = (to: string) =>
    write([{ sql: `UPDATE overviews SET ${to} WHERE person = ?`, args: [nadia.id] }])
  await set(`paused_at = ${sat}`)
  expect(await round(later)).toEqual({ notices: 0, mails: 0 })
  await set('paused_at = NULL, cards_at = -1')
  expect(await round(later)).toEqual({ notices: 0, mails: 0 })
  await workOutCardDays(later - 1000)
  await write([
    {
      sql: "INSERT INTO notice_wishes (person, kind, is_on, at) VALUES (?, 'cards', 0, 1)",
      args: [nadia.id],
    },
  ])
  expect(await round(later)).toEqual({ notices: 1, mails: 0 })
  expect(await told()).toEqual(['cards: off', 'cards: mailed'])
})

test('what was sorted while it was worked out is not lost', async () => {
  const { nadia } = platform.cast
  const before = await findOverview(nadia.id)
  const at = TOLD + 60 * DAY
  await sit(at, 1)
  await write([putCardDay(nadia.id, before?.cardsAt ?? 0, '2020-01-01', at)])
  expect(await dayOf()).toBe(before?.cardsOn)
  await workOutCardDays(at + 1000)
  expect((await findOverview(nadia.id))?.cardsAt).toBe(at + 1000)
  expect(await dayOf()).not.toBe('2020-01-01')
})
