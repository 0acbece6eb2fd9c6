import { describe, expect, test } from 'vitest'
import { bestRun, principlesWith, type RoadStep } from '#domain/practice/run.ts'
import { debriefOf, exchangesOf, placeAfter } from '#domain/practice/road.ts'
import { session } from '#tests/fixtures/course.ts'
import { history } from './history.ts'

const step = (turn: string, reply: string): RoadStep => ({ turn, reply, verdicts: {} })
const SKIPPED = step('rosa-asks', 'i-skipped-once')
const HEARD = step('rosa-asks', 'hear-the-wish')
const TAKEN_BACK = step('rosa-will-skip', 'take-it-back')
const LEFT = step('rosa-will-skip', 'leave-it')
const TO_TEAM = step('what-is-hard', 'ask-the-team')
const NOTHING = step('what-is-hard', 'say-nothing')
const place = (...road: RoadStep[]) => placeAfter(session, exchangesOf(session, road))

describe('walking through a session', () => {
  test('it begins with its first turn', () => {
    expect(place()).toMatchObject({ kind: 'turn', turn: { slug: 'rosa-asks' }, isRepair: false })
  })

  test('a reply that crosses a line leads to a turn in which it can be mended', () => {
    expect(place(SKIPPED)).toMatchObject({ turn: { slug: 'rosa-will-skip' }, isRepair: true })
  })

  test('a mended road goes on where the other one goes on', () => {
    expect(place(SKIPPED, TAKEN_BACK)).toEqual(place(HEARD))
    expect(place(HEARD)).toMatchObject({ turn: { slug: 'what-is-hard' }, isRepair: false })
  })

  test.each([
    [[HEARD, TO_TEAM], 'asked-the-team', 'held-well'],
    [[HEARD, NOTHING], 'left-open', 'recoverable'],
    [[SKIPPED, LEFT], 'late', 'harm-avoided-late'],
  ])('road %#: it ends with %s', (road, id, kind) => {
    expect(place(...road)).toMatchObject({ kind: 'end', ending: { id, kind } })
  })

  test('a road is followed only as far as the session still knows it', () => {
    const gone = step('rosa-asks', 'a-reply-of-last-year')
    expect(exchangesOf(session, [HEARD, gone, TO_TEAM]).map(({ reply }) => reply.id)).toEqual([
      'hear-the-wish',
    ])
    expect(place(gone)).toEqual(place())
  })

  test('a session that leads nowhere has no place, and no exception', () => {
    expect(placeAfter({ ...session, start: 'gone' }, [])).toBeNull()
    const ended = exchangesOf(session, [HEARD, TO_TEAM])
    expect(placeAfter({ ...session, endings: [] }, ended)).toBeNull()
  })
})

describe('one step back', () => {
  test('cuts the road there: what was said after it is gone', () => {
    const ana = history()
    ana.said('rosa-asks', 'i-skipped-once', 0, { 'no-advice': 'crossed' })
    ana.said('rosa-will-skip', 'leave-it', 1, { safety: 'missed' })
    ana.said('rosa-asks', 'hear-the-wish', 0, { listening: 'kept' })
    expect(ana.session().open).toEqual({
      id: 'monday',
      road: [{ turn: 'rosa-asks', reply: 'hear-the-wish', verdicts: { listening: 'kept' } }],
    })
  })

  test('takes the crossed line with it', () => {
    const ana = history()
    ana.said('rosa-asks', 'i-skipped-once', 0, { 'no-advice': 'crossed' })
    ana.said('rosa-asks', 'hear-the-wish', 0, { listening: 'kept' })
    ana.said('what-is-hard', 'ask-the-team', 1, { signpost: 'kept' })
    ana.ended('asked-the-team')
    expect(ana.session().ended).toMatchObject([{ ending: 'asked-the-team', crossed: [] }])
  })

  test('a mended line stays crossed: mending is not undoing', () => {
    const ana = history()
    ana.said('rosa-asks', 'i-skipped-once', 0, { 'no-advice': 'crossed', 'own-story': 'missed' })
    ana.said('rosa-will-skip', 'take-it-back', 1, { 'no-advice': 'kept' })
    ana.said('what-is-hard', 'ask-the-team', 2, { signpost: 'kept' })
    ana.ended('asked-the-team')
    expect(ana.session().ended[0]?.crossed).toEqual(['no-advice'])
  })
})

describe('runs', () => {
  test('a session counts when it ended; an open run is no run yet', () => {
    const ana = history()
    ana.said('rosa-asks', 'hear-the-wish', 0, { listening: 'kept' })
    expect(ana.session()).toMatchObject({ ended: [], open: { id: 'monday' } })
    ana.ended('left-open')
    expect(ana.session()).toMatchObject({ open: null, ended: [{ id: 'monday' }] })
  })

  test('a second run is a road of its own', () => {
    const ana = history()
    ana.said('rosa-asks', 'hear-the-wish', 0, { listening: 'kept' }, 'monday')
    ana.said('rosa-asks', 'i-skipped-once', 0, { 'no-advice': 'crossed' }, 'friday')
    ana.ended('left-open', 'monday')
    expect(ana.session().ended[0]?.road).toMatchObject([{ reply: 'hear-the-wish' }])
    expect(ana.session().open).toMatchObject({ id: 'friday', road: [{ reply: 'i-skipped-once' }] })
  })

  test('the first ending of a run counts', () => {
    const ana = history()
    const first = ana.ended('late')
    ana.ended('asked-the-team')
    expect(ana.session().ended).toMatchObject([{ ending: 'late', endedBy: first.id }])
  })

  test('the last reply belongs to the road, even where the ending was written down before it', () => {
    const ana = history()
    ana.ended('asked-the-team')
    ana.said('what-is-hard', 'ask-the-team', 0, { signpost: 'kept' })
    expect(ana.session().ended).toMatchObject([{ road: [{ reply: 'ask-the-team' }] }])
  })
})

describe('the best road', () => {
  const run =
    (name: string, verdicts: Parameters<ReturnType<typeof history>['said']>[3]) =>
    (ana: ReturnType<typeof history>) => {
      ana.said('rosa-asks', 'hear-the-wish', 0, verdicts, name)
      ana.ended('left-open', name)
    }
  const best = (...runs: ReturnType<typeof run>[]) => {
    const ana = history()
    for (const one of runs) one(ana)
    return bestRun(ana.session())?.id
  }
  const clear = run('clear', { listening: 'kept' })
  const missed = run('missed', { listening: 'missed', hope: 'missed' })
  const crossed = run('crossed', { 'no-advice': 'crossed' })

  test('is the one that crosses least, whenever it was walked: early roads never count against anyone', () => {
    expect(best(clear, missed, crossed)).toBe('clear')
    expect(best(crossed, clear)).toBe('clear')
    expect(best(crossed, missed)).toBe('missed')
  })

  test('is the later one of two equal ones', () => {
    expect(best(clear, run('clear-again', { listening: 'kept' }))).toBe('clear-again')
  })

  test('is none before a run has ended', () => {
    const ana = history()
    ana.said('rosa-asks', 'hear-the-wish', 0, {})
    expect(bestRun(ana.session())).toBeNull()
  })
})

describe('the debrief', () => {
  const lines = (...road: RoadStep[]) =>
    debriefOf(exchangesOf(session, road)).map(({ principle, verdict, exchanges }) => [
      principle,
      verdict,
      exchanges.map(({ reply }) => reply.id).join(),
    ])

  test('names each principle once with its worst verdict, the worst verdicts first', () => {
    expect(lines(SKIPPED, TAKEN_BACK, NOTHING)).toEqual([
      ['no-advice', 'crossed', 'i-skipped-once'],
      ['signpost', 'missed', 'say-nothing'],
      ['own-story', 'missed', 'i-skipped-once'],
    ])
  })

  test('names what was kept last, also where the principle stands earlier in the list', () => {
    expect(lines(SKIPPED, TAKEN_BACK, TO_TEAM)).toEqual([
      ['no-advice', 'crossed', 'i-skipped-once'],
      ['own-story', 'missed', 'i-skipped-once'],
      ['signpost', 'kept', 'ask-the-team'],
    ])
  })

  test('of a clear road names what was kept', () => {
    expect(lines(HEARD, TO_TEAM)).toEqual([
      ['signpost', 'kept', 'ask-the-team'],
      ['listening', 'kept', 'hear-the-wish'],
    ])
  })

  test('of no road says nothing', () => {
    expect(lines()).toEqual([])
  })
})

test('a principle that was crossed twice is named once', () => {
  const road: RoadStep[] = [
    { turn: 'a', reply: 'b', verdicts: { safety: 'crossed', hope: 'kept' } },
    { turn: 'c', reply: 'd', verdicts: { safety: 'crossed' } },
  ]
  expect(principlesWith('crossed', road)).toEqual(['safety'])
  expect(principlesWith('kept', road)).toEqual(['hope'])
})
