/** What others did while somebody was deciding: counted, and the newest named. */
import { expect, test } from 'vitest'
import { happened, happenedSince } from '#domain/readiness/meanwhile.ts'

const signOff = (id: string, decidedAt: number, withdrawnAt: number | null = null) => ({
  ...{ id, decidedAt, withdrawnAt, decision: 'ready' as const, conditions: '' },
  ...{ expiresOn: null, secondSignedAt: null, committedAt: null },
})
const PAST = {
  signOffs: [signOff('b', 50), signOff('a', 10, 20)],
  stops: [{ from: 30, until: 40 }],
  incidents: [60],
}

test('decisions, withdrawals, stops, their ends and incidents count, newest first', () => {
  expect(happened(PAST).map(({ kind, at }) => [kind, at])).toEqual([
    ['incident', 60],
    ['decided', 50],
    ['stop-ended', 40],
    ['stopped', 30],
    ['withdrawn', 20],
    ['decided', 10],
  ])
})

test('of these the ones are named that came since as many had happened', () => {
  expect(happenedSince(PAST, 4).map(({ kind }) => kind)).toEqual(['incident', 'decided'])
  expect(happenedSince(PAST, 6)).toEqual([])
  // Something was forgotten in between: nothing is named.
  expect(happenedSince(PAST, 9)).toEqual([])
})
