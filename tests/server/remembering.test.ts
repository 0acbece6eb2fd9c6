/** Decision cards with a real database: kept once, on two devices, seen by nobody else, and no reason to lapse. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findOverview, findProgress } from '#db/records.ts'
import { dueCards } from '#domain/learning/remembering.ts'
import { learntOf, moduleToSave } from '#domain/learning/saved.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { receiveRecords } from '#server/learning/receive-records.ts'
import { sortCard } from '#server/learning/sort-card.ts'
import { exportRecord } from '#server/people/export-record.ts'
import { loadTraineeState } from '#server/readiness/readiness.ts'
import { rememberingOf, showRemembering } from '#server/show/learn/remembering.ts'
import { showTasks } from '#server/show/learn/tasks.ts'
import { newId } from '#server/trail/new-id.ts'
import { DAY, english, learnerOf, NOW, openPlatform, type Platform } from './platform.ts'

let platform: Platform
beforeAll(async () => {
  platform = await openPlatform()
})
afterAll(() => platform.close())

const consent = english.modules.find(({ slug }) => slug === 'consent')
const own = english.cards?.filter(({ module }) => module === 'consent') ?? []
const [card, other] = own
const foreign = english.cards?.find(({ module }) => module === 'safety')
if (!consent?.quiz || !card || !other || !foreign) throw new Error('the course has other cards')
const { quiz } = consent
const PASSED = NOW - 30 * DAY

/** Nadia passes the quiz of `consent` a month ago. */
async function pass(): Promise<void> {
  const attempt = newId(PASSED)
  const records = quiz.questions.map((question, at) => ({
    id: newId(PASSED + at),
    kind: 'question-answered',
    item: question.id,
    revision: question.revision,
    madeAt: PASSED + at,
    value: {
      attempt,
      options: question.options.filter(({ right }) => right).map(({ id }) => id),
    },
  }))
  await receiveRecords(platform.cast.nadia, english, { records }, PASSED + 1000)
}
const sort = async (id: string, pile: string, record = newId(NOW), now = NOW) =>
  sortCard(await learnerOf(platform.cast.nadia), { card: id, pile }, record, now)
const nadiaAt = async (now: number) => {
  const learner = await learnerOf(platform.cast.nadia)
  const { today, timeZone } = momentOf('kidney', now)
  const decisions = { signOffs: [], secondSince: null, timeZone }
  return dueCards(rememberingOf(learner, decisions, timeZone, now), today)
}

describe('Nadia’s cards', () => {
  test('are not there before she passed a module, and wait a week later, on her home too', async () => {
    expect(await nadiaAt(NOW)).toEqual([])
    expect(await sort(card.id, card.pile)).toBe('no-such-card')
    await pass()
    expect(await nadiaAt(PASSED + 6 * DAY)).toEqual([])
    expect((await nadiaAt(NOW)).map((due) => due.card.module)).toEqual(own.map(() => 'consent'))
    const home = await showTasks(await learnerOf(platform.cast.nadia), 'en', NOW)
    expect(home.cards).toBe(own.length)
  })

  test('are kept once, with what was right then; neither her place nor her standing moves', async () => {
    const { nadia } = platform.cast
    const before = await findOverview(nadia.id)
    const id = newId(NOW)
    expect(await sort(card.id, card.pile, id)).toBe('saved')
    expect(await sort(card.id, card.pile, id)).toBe('saved')
    expect(await sort(card.id, card.pile === 'now' ? 'keep' : 'now', id)).toBe('kept')
    expect(await sort(card.id, 'later')).toBe('no-such-pile')
    expect(await sort(foreign.id, foreign.pile)).toBe('no-such-card')
    expect((await findProgress(nadia.id))['consent/cards']).toEqual({
      kind: 'cards',
      sorted: { [card.id]: [{ at: NOW, pile: card.pile, right: true }] },
    })
    // All but from when on cards wait, which is to be worked out again.
    const { cardsAt, ...line } = before ?? { cardsAt: 0 }
    expect(await findOverview(nadia.id)).toEqual({ ...line, cardsAt: cardsAt - 1 })
    expect((await nadiaAt(NOW)).map((due) => due.card.id)).not.toContain(card.id)
  })

  test('sorted on another device arrive once, are judged here, and one that is no card is refused', async () => {
    const { nadia } = platform.cast
    const made = { kind: 'card-sorted', revision: 1, madeAt: NOW + 1 }
    const wrong = other.pile === 'keep' ? 'ask' : 'keep'
    const one = { ...made, id: newId(NOW), item: other.id, value: { pile: wrong, right: true } }
    const none = { ...made, id: newId(NOW), item: 'consent/cards/cooking', value: { pile: 'ask' } }
    const answers = async () => {
      const got = await receiveRecords(nadia, english, { records: [one, none] }, NOW + 2)
      return got.kind === 'answered' ? got.records.map(({ status }) => status) : got.kind
    }
    expect(await answers()).toEqual(['accepted', 'refused'])
    expect(await answers()).toEqual(['duplicate', 'refused'])
    expect((await findProgress(nadia.id))['consent/cards']).toMatchObject({
      sorted: { [other.id]: [{ pile: wrong, right: false }] },
    })
  })

  test('overdue for a year lapse nobody', async () => {
    const learner = await learnerOf(platform.cast.nadia)
    const [now, later] = await Promise.all(
      [NOW, NOW + 365 * DAY].map((at) => loadTraineeState(learner, 'en', at)),
    )
    expect((await nadiaAt(NOW + 365 * DAY)).length).toBe(own.length)
    expect([now?.standing, later?.standing]).toEqual(['in-training', 'in-training'])
  })

  test('come one after the other, with what was said of the one before', async () => {
    const learner = await learnerOf(platform.cast.nadia)
    const shown = await showRemembering(learner, { seen: card.id, module: '', more: false }, NOW)
    expect(shown).toMatchObject({
      before: { card: { id: card.id }, pile: card.pile },
      number: 3,
      of: own.length,
    })
    expect(shown?.card?.module).toBe('consent')
  })
})

describe('nobody else', () => {
  test('reads them: not a coordinator’s file, not a saved module, not what a device is told', async () => {
    const { carla, nadia } = platform.cast
    const made = await exportRecord(
      carla,
      { id: nadia.id, name: nadia.name, programme: 'kidney' },
      english,
      { internal: true, language: 'en' },
      NOW,
    )
    if (made.kind !== 'made') throw new Error(made.kind)
    expect(made.file).not.toMatch(/card-sorted|consent\/cards/)
    expect(moduleToSave(english, 'consent')).not.toHaveProperty('cards')
    expect(learntOf(await findProgress(nadia.id))).not.toHaveProperty('consent/cards')
  })
})
