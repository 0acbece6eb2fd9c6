/** Times that clocks skip or say twice, and calendar files that replace each other. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { icsOf } from '#domain/calendar/ics.ts'
import { instantsOf, wallTimeAt } from '#domain/calendar/wall-clock.ts'
import { readGroupSession } from '#server/people/read-group-session.ts'

const CHICAGO = 'America/Chicago'
const form = { title: 'Listening', place: 'Room 2', day: '2027-03-14', time: '02:30', which: '' }
const instants = (day: string, time: string, zone: string) =>
  instantsOf({ day, time }, zone)?.map((instant) => new Date(instant).toISOString())

describe('E7: a time by the programme’s clocks', () => {
  test('E7: 2027-03-14 02:30 in Chicago does not exist, and this is said before saving', () => {
    expect(readGroupSession(form, CHICAGO)).toEqual({ problems: ['time-skipped'], read: null })
    // What is wrong is listed in the order in which the form asks.
    expect(readGroupSession({ ...form, title: '', place: '' }, CHICAGO).problems).toEqual([
      'title-missing',
      'time-skipped',
      'place-missing',
    ])
  })
  test('E7: 2027-11-07 01:30 in Chicago comes twice: which one is asked', () => {
    const twice = { ...form, day: '2027-11-07', time: '01:30' }
    expect(readGroupSession(twice, CHICAGO)).toMatchObject({
      problems: ['time-twice'],
      read: null,
      choice: [Date.UTC(2027, 10, 7, 6, 30), Date.UTC(2027, 10, 7, 7, 30)],
    })
    for (const startsAt of [Date.UTC(2027, 10, 7, 6, 30), Date.UTC(2027, 10, 7, 7, 30)])
      expect(readGroupSession({ ...twice, which: String(startsAt) }, CHICAGO)).toMatchObject({
        problems: [],
        read: { startsAt },
      })
    // An answer that belonged to another day does not count.
    expect(readGroupSession({ ...twice, which: '5' }, CHICAGO).problems).toEqual(['time-twice'])
  })
  test('how long it takes is kept, 90 minutes where nobody says so, and nonsense is refused', () => {
    const plain = { ...form, time: '18:30' }
    const read = (minutes: string) => readGroupSession({ ...plain, minutes }, CHICAGO)
    expect(readGroupSession(plain, CHICAGO).read?.minutes).toBe(90)
    expect(read('').read?.minutes).toBe(90)
    expect(read(' 150 ').read?.minutes).toBe(150)
    for (const wrong of ['0', '4', '721', '1.5', '-60', 'an hour', '1e9'])
      expect(read(wrong), wrong).toEqual({ problems: ['minutes-malformed'], read: null })
  })
  test('E7: every other time is one moment', () => {
    expect(instants('2027-03-14', '01:59', CHICAGO)).toEqual(['2027-03-14T07:59:00.000Z'])
    expect(instants('2027-03-14', '03:00', CHICAGO)).toEqual(['2027-03-14T08:00:00.000Z'])
    expect(instants('2027-03-28', '01:30', 'Europe/London')).toEqual([])
    // Lord Howe's clocks move by half an hour only.
    expect(instants('2027-10-03', '02:15', 'Australia/Lord_Howe')).toEqual([])
    expect(instants('2027-02-29', '10:00', CHICAGO)).toBeUndefined()
    expect(instants('2027-02-28', '24:00', CHICAGO)).toBeUndefined()
  })
  test('E7: what a moment is called leads back to it', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2020) / 60_000, max: Date.UTC(2040) / 60_000 }),
        fc.constantFrom(CHICAGO, 'Europe/London', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC'),
        (minutes, zone) => {
          const instant = minutes * 60_000
          expect(instantsOf(wallTimeAt(instant, zone), zone)).toContain(instant)
        },
      ),
      { seed: 20261121 },
    ))
})

describe('E6: a calendar file', () => {
  const event = {
    id: 'x',
    start: Date.UTC(2027, 1, 15, 18, 30),
    title: 'Listening',
    stamp: 0,
    organiser: 'no-reply@example.org',
  }
  const lines = (text: string): string[] =>
    text.split('\r\n').filter((line) => /^(METHOD|SEQUENCE|STATUS|UID|ORGANIZER)/.test(line))
  test('E6: says how often the event was changed, and is published or cancels', () => {
    expect(lines(icsOf({ ...event, sequence: 0 }))).toEqual([
      'METHOD:PUBLISH',
      'UID:x@alongside',
      'SEQUENCE:0',
      'ORGANIZER;CN=Alongside:mailto:no-reply@example.org',
      'STATUS:CONFIRMED',
    ])
    expect(lines(icsOf({ ...event, sequence: 2, cancelled: true }))).toEqual([
      'METHOD:CANCEL',
      'UID:x@alongside',
      'SEQUENCE:2',
      'ORGANIZER;CN=Alongside:mailto:no-reply@example.org',
      'STATUS:CANCELLED',
    ])
  })
})
