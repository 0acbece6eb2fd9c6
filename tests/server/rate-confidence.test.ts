/** How sure somebody feels: from a form and from a device, kept whole, and no step of the course. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findOverview, findProgress } from '#db/records.ts'
import { tallyOf } from '#domain/learning/steps.ts'
import type { Person } from '#domain/people/person.ts'
import { ownLearner } from '#server/learning/learner.ts'
import { loadCompetencies } from '#server/course/load-course.ts'
import { newId } from '#server/trail/new-id.ts'
import { rateConfidence } from '#server/learning/rate-confidence.ts'
import { loadTraineeState } from '#server/readiness/readiness.ts'
import { receiveRecords } from '#server/learning/receive-records.ts'
import { english, MINUTE, NOW, openPlatform, type Platform } from './platform.ts'

let platform: Platform
beforeAll(async () => {
  platform = await openPlatform()
})
afterAll(() => platform.close())

const lines = loadCompetencies('en')
/** Each form is a second later than the one before. */
let later = NOW
const rate = async (person: Person, fields: Readonly<Record<string, string>>, id = newId(NOW)) => {
  later += 1000
  const learner = await ownLearner(person, english)
  return rateConfidence(learner, 'before', lines, fields, id, later)
}
const kept = async (person: Person) => {
  const have = (await findProgress(person.id))['confidence/before']
  return have?.kind === 'rated' ? have.ratings : null
}

describe('from the form', () => {
  test('Nadia leaves lines out, and says it again: the latest counts as a whole', async () => {
    const { nadia } = platform.cast
    expect(await rate(nadia, { consent: '4', listening: '0' })).toEqual({ kind: 'saved' })
    expect(await kept(nadia)).toEqual({ consent: 4, listening: 0 })
    expect(await rate(nadia, { permission: '10', listening: '' })).toEqual({ kind: 'saved' })
    expect(await kept(nadia)).toEqual({ permission: 10 })
  })

  test('nothing chosen, a number outside the scale and a line of nobody are not saved', async () => {
    const { nadia } = platform.cast
    const before = await kept(nadia)
    expect(await rate(nadia, { consent: '' })).toEqual({ kind: 'empty' })
    for (const wrong of ['11', '-1', '4.5', 'x', '1e1', '٣'])
      expect(await rate(nadia, { consent: wrong, safety: '5' })).toEqual({
        kind: 'no-such-number',
        competencies: ['consent'],
      })
    expect(await rate(nadia, { cooking: '5' })).toEqual({ kind: 'empty' })
    expect(await kept(nadia)).toEqual(before)
  })

  test('the same form twice keeps the first; "after" is closed until the course is done', async () => {
    const { nadia } = platform.cast
    const id = newId(NOW)
    expect(await rate(nadia, { safety: '3' }, id)).toEqual({ kind: 'saved' })
    expect(await rate(nadia, { safety: '3' }, id)).toEqual({ kind: 'saved' })
    expect(await rate(nadia, { safety: '9' }, id)).toEqual({ kind: 'kept' })
    expect(await kept(nadia)).toEqual({ safety: 3 })
    const learner = await ownLearner(nadia, english)
    expect(await rateConfidence(learner, 'after', lines, { safety: '9' }, newId(NOW), NOW)).toEqual(
      { kind: 'closed' },
    )
  })

  test('is no step: nothing is done by it, "Carry on" stays, readiness does not know it', async () => {
    const { ray } = platform.cast
    const before = await loadTraineeState(await ownLearner(ray, english), 'en', NOW)
    await rate(ray, { consent: '10' })
    const learner = await ownLearner(ray, english)
    expect(tallyOf(english, learner.progress).done).toBe(0)
    expect(await findOverview(ray.id)).toMatchObject({ done: 0, lastItem: '', lastAt: 0 })
    expect((await loadTraineeState(learner, 'en', NOW)).readiness).toEqual(before.readiness)
  })
})

describe('from a device', () => {
  const sent = (value: unknown, more: object = {}) => ({
    id: newId(NOW),
    item: 'confidence/before',
    revision: 1,
    kind: 'confidence-rated',
    value,
    madeAt: NOW - MINUTE,
    ...more,
  })
  const receive = async (person: Person, record: unknown): Promise<string> => {
    const answer = await receiveRecords(person, english, { records: [record] }, NOW)
    const [one] = answer.kind === 'answered' ? answer.records : []
    return one?.status ?? 'malformed'
  }

  test('Luz’s numbers arrive once', async () => {
    const { luz } = platform.cast
    const record = sent({ when: 'before', ratings: { consent: 7 } })
    expect(await receive(luz, record)).toBe('accepted')
    expect(await receive(luz, record)).toBe('duplicate')
    expect(await kept(luz)).toEqual({ consent: 7 })
  })

  test.each([
    ['an unknown line', { when: 'before', ratings: { cooking: 5 } }],
    ['a number outside the scale', { when: 'before', ratings: { consent: 11 } }],
    ['no number', { when: 'before', ratings: { consent: '5' } }],
    ['nothing', { when: 'before', ratings: {} }],
    ['another item', { when: 'after', ratings: { consent: 5 } }],
    ['no time', { ratings: { consent: 5 } }],
  ])('%s is refused', async (_, value) => {
    const { luz } = platform.cast
    expect(await receive(luz, sent(value))).toBe('refused')
    expect(await kept(luz)).toEqual({ consent: 7 })
  })
})
