/** Whom a request may be proposed to, in words and never by a score. */
import { expect, test } from 'vitest'
import { toldOf } from '#domain/pairing/answers.ts'
import { checkInDue, proposalStateOf, type ProposalFacts } from '#domain/pairing/pairing.ts'
import { compareFits, suggest, type Asked, type MentorFacts } from '#domain/pairing/suggest.ts'
import type { RequestAnswers } from '#domain/pairing/request.ts'

const asks: Asked = {
  ...{ areas: ['home', 'work'], languages: ['es'], ways: ['phone', 'video'], times: 'Mondays' },
  ...{ place: 'Leeds', wishes: ['language', 'long-experience'] },
}
const luz: MentorFacts = {
  ...{ absence: null, capacity: 2, used: 1, noGoAreas: ['family'], comfortAreas: ['home'] },
  ...{ ownAreas: ['work'], conditions: '', languages: ['en', 'es'], contactWays: ['phone'] },
  ...{ place: 'North Leeds', askedBefore: 'never', waitingSince: 10 },
}
const linesOf = (mentor: MentorFacts, asked = asks): string[] => {
  const found = suggest(asked, mentor)
  if (found.kind === 'never') return [found.why]
  return found.lines.map(({ kind, fit, wished }) => `${kind} ${fit}${wished ? '!' : ''}`)
}

test('each line says whether it is met, not met or for a coordinator to decide, and what is wished most', () => {
  expect(linesOf(luz)).toEqual([
    ...['standing met', 'places met', 'no-go met', 'language met!', 'way met', 'times decide'],
    ...['place met', 'areas decide', 'long-experience decide!'],
  ])
  const found = suggest(asks, luz)
  if (found.kind === 'never') throw new Error('never')
  expect(found.lines.find(({ kind }) => kind === 'areas')?.areas).toEqual([
    { area: 'home', basis: 'signed-off' },
    { area: 'work', basis: 'own-words' },
  ])
  expect(found.lines.find(({ kind }) => kind === 'way')?.common).toEqual(['phone'])
})

test('nobody who is not ready, has no place, leaves an area out or was answered already is ever suggested', () => {
  expect(linesOf({ ...luz, absence: 'paused' })).toEqual(['not-ready'])
  expect(linesOf({ ...luz, absence: 'never' })).toEqual(['not-ready'])
  expect(linesOf({ ...luz, used: 2 })).toEqual(['no-place'])
  expect(linesOf({ ...luz, noGoAreas: ['work'] })).toEqual(['no-go'])
  expect(linesOf({ ...luz, askedBefore: 'closed' })).toEqual(['closed'])
})

test('what speaks against is said, and what nobody wrote down asks for a decision', () => {
  const other = { ...luz, languages: ['en'], contactWays: [], place: 'York', comfortAreas: [] }
  expect(
    linesOf({ ...other, ownAreas: [], conditions: 'By phone', askedBefore: 'silent' }),
  ).toEqual([
    ...['standing met', 'places met', 'no-go met', 'conditions decide', 'language not-met!'],
    ...['way decide', 'times decide', 'place decide', 'areas not-met', 'asked-before decide'],
    'long-experience decide!',
  ])
})

test('a request that asks for nothing fits everybody', () => {
  const none: Asked = { areas: [], languages: [], ways: [], times: '', place: '', wishes: [] }
  expect(linesOf(luz, none)).toEqual(['standing met', 'places met'])
})

test('what is wished most decides the order, and of two who fit alike who has waited longest', () => {
  const ann = { ...luz, id: 'ann', languages: ['en'], waitingSince: 1 }
  const ben = { ...luz, id: 'ben', contactWays: ['letter'], waitingSince: 9 }
  const cy = { ...ben, id: 'cy', waitingSince: 5 }
  const order = (asked: Asked) => [ann, ben, cy].toSorted((a, b) => compareFits(asked, a, b))
  expect(order(asks).map(({ id }) => id)).toEqual(['cy', 'ben', 'ann'])
  expect(order({ ...asks, wishes: ['way'] }).map(({ id }) => id)).toEqual(['ann', 'cy', 'ben'])
})

test('a mentor is told only what was ticked', () => {
  const answers: RequestAnswers = {
    ...{ ...asks, initials: 'M. P.', hopes: 'To talk', wouldNotWork: 'Video' },
    told: ['areas', 'hopes'],
  }
  expect(toldOf(answers)).toEqual({
    ...{ initials: '', languages: [], ways: [], times: '', place: '', areas: ['home', 'work'] },
    ...{ hopes: 'To talk', wouldNotWork: '' },
  })
})

test('a proposal ends by its day, by a standing and by a request, without anybody writing it down', () => {
  const waits: ProposalFacts = {
    ...{ answer: null, end: null, requesterAnswer: null, connectedAt: null, endedAt: null },
    ...{ endsOn: '2026-12-05', requestStands: true, mentorReady: true },
  }
  const state = (facts: Partial<ProposalFacts>, today = '2026-12-04') =>
    proposalStateOf({ ...waits, ...facts }, today)
  expect(state({})).toBe('asked')
  expect(state({}, '2026-12-05')).toBe('silent')
  expect(state({ answer: 'yes' }, '2026-12-05')).toBe('yes')
  expect(state({ answer: 'yes', requesterAnswer: 'yes' })).toBe('requester-yes')
  expect(state({ answer: 'yes', requesterAnswer: 'no' })).toBe('requester-no')
  expect(state({ answer: 'yes', mentorReady: false })).toBe('mentor-not-ready')
  expect(state({ requestStands: false })).toBe('request-over')
  expect(state({ answer: 'not-now', requestStands: false })).toBe('not-now')
  expect(state({ end: 'taken-back' })).toBe('taken-back')
  expect(state({ answer: 'yes', connectedAt: 1, mentorReady: false })).toBe('connected')
  expect(state({ answer: 'yes', connectedAt: 1, endedAt: 2 })).toBe('over')
})

test('whoever asked is asked after the first and after the third meeting', () => {
  expect(checkInDue(0, [])).toBeNull()
  expect(checkInDue(1, ['other'])).toBe('first')
  expect(checkInDue(2, ['first'])).toBeNull()
  expect(checkInDue(3, ['first'])).toBe('third')
  expect(checkInDue(4, ['third'])).toBeNull()
})
