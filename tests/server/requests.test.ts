/** Requests for a mentor and who waits, against a real database. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database, write } from '#db/client.ts'
import { listSignOffs } from '#db/sign-offs.ts'
import {
  audit,
  mentorRequests,
  pairingEnds,
  pairings,
  proposals,
  requestWaits,
} from '#db/schema.ts'
import { eq } from 'drizzle-orm'
import { correctRequest } from '#server/pairing/correct-request.ts'
import { endRequest } from '#server/pairing/end-request.ts'
import { noteConsent } from '#server/pairing/consent-of-request.ts'
import { noteRequest } from '#server/pairing/note-request.ts'
import { writeRequest } from '#server/pairing/write-request.ts'
import { showRequest } from '#server/show/coordinate/request.ts'
import { showRequests } from '#server/show/coordinate/requests.ts'
import { newId } from '#server/trail/new-id.ts'
import type { Cast } from '#tests/cast.ts'
import { requestForm } from '#tests/request-form.ts'
import { mentorOf } from './mentor-of.ts'
import { DAY, NOW, openPlatform, type Platform } from './platform.ts'

let platform: Platform
let cast: Cast

beforeAll(async () => {
  platform = await openPlatform()
  cast = platform.cast
})
afterAll(() => platform.close())

/** @returns the id of a request that Carla writes down */
async function written(at: number, form = requestForm()): Promise<string> {
  const outcome = await writeRequest(cast.carla, 'kidney', 'en', form, at)
  if (outcome.kind !== 'written') throw new Error(`the request was ${outcome.kind}`)
  return outcome.request
}

const waits = async (request: string): Promise<number | null> => {
  const [row] = await database()
    .select({ since: requestWaits.since })
    .from(requestWaits)
    .where(eq(requestWaits.request, request))
  return row?.since ?? null
}

const actsOn = async (subject: string): Promise<string[]> =>
  (await database().select({ act: audit.act }).from(audit).where(eq(audit.subject, subject)))
    .map(({ act }) => act)
    .sort()

describe('Carla writes down a request', () => {
  test('without consent nothing is saved', async () => {
    const outcome = await writeRequest(
      cast.carla,
      'kidney',
      'en',
      requestForm({ hopes: '' }, null),
      NOW,
    )
    expect(outcome).toMatchObject({
      kind: 'refused',
      problems: ['consent-missing', 'hopes-missing'],
    })
    expect(await database().select().from(mentorRequests)).toEqual([])
  })

  test('sent by oneself is no consent that she can note', async () => {
    const form = requestForm({}, 'own-form')
    expect((await writeRequest(cast.carla, 'kidney', 'en', form, NOW)).kind).toBe('refused')
  })

  test('twice the same form is one request with one code', async () => {
    const form = requestForm()
    const first = await writeRequest(cast.carla, 'kidney', 'en', form, NOW)
    const again = await writeRequest(cast.carla, 'kidney', 'en', form, NOW + 1)
    expect(first.kind).toBe('written')
    expect(again).toEqual(first)
  })

  test('a name is pointed out, and saved once she says that it may stay', async () => {
    const form = requestForm({ hopes: 'Somebody like Rosa Delgado' })
    expect(await writeRequest(cast.carla, 'kidney', 'en', form, NOW)).toMatchObject({
      kind: 'refused',
      pointed: [{ field: 'hopes', isRefused: false }],
    })
    const sure = { ...form, confirmed: ['Rosa Delgado'] }
    expect((await writeRequest(cast.carla, 'kidney', 'en', sure, NOW)).kind).toBe('written')
  })

  test('nobody else may, nor in another programme', async () => {
    const { carla, oscar, gwen, ana, luz } = cast
    const form = requestForm()
    const outcomes = await Promise.all([
      ...[oscar, gwen, ana, luz].map((by) => writeRequest(by, 'kidney', 'en', form, NOW)),
      writeRequest(carla, 'long-term', 'en', form, NOW),
      writeRequest(carla, 'constructor', 'en', form, NOW),
    ])
    expect(outcomes.map(({ kind }) => kind)).toEqual(Array(6).fill('not-allowed'))
  })
})

describe('one request', () => {
  let id: string
  beforeAll(async () => {
    id = await written(NOW - 30 * DAY)
  })

  test('is seen by those of its programme alone, and that they looked is written down', async () => {
    for (const by of [cast.gwen, cast.oscar, cast.ana, cast.luz])
      expect(await showRequest(by, id, NOW)).toBeNull()
    expect(await showRequest(cast.carla, newId(NOW), NOW)).toBeNull()
    expect(await showRequest(cast.carla, id, NOW)).toMatchObject({
      state: 'waiting',
      request: {
        byName: 'Carla',
        consent: { given: true, how: 'said' },
        waitsSince: NOW - 30 * DAY,
      },
    })
    expect(await actsOn(id)).toContain('seen:request')
  })

  test('a correction is a new version; of two at once the second sees the first', async () => {
    const form = { ...requestForm({ hopes: 'Somebody to walk with.' }), id: newId(NOW), seen: 1 }
    const other = { ...requestForm({ hopes: 'Nobody.' }), id: newId(NOW), seen: 1 }
    expect(await correctRequest(cast.cesar, id, form, NOW)).toEqual({ kind: 'saved' })
    expect(await correctRequest(cast.cesar, id, form, NOW)).toEqual({ kind: 'saved' })
    expect(await correctRequest(cast.carla, id, other, NOW)).toEqual({ kind: 'meanwhile' })
    expect(await correctRequest(cast.gwen, id, other, NOW)).toEqual({ kind: 'not-allowed' })
    expect((await showRequest(cast.carla, id, NOW))?.request).toMatchObject({
      versions: 2,
      answers: { hopes: 'Somebody to walk with.' },
    })
  })

  test('what was tried is noted', async () => {
    const note = { id: newId(NOW), text: 'Luz is full until spring.' }
    expect(await noteRequest(cast.carla, id, note, NOW)).toEqual({ kind: 'saved' })
    expect(await noteRequest(cast.carla, id, note, NOW)).toEqual({ kind: 'saved' })
    for (const [text, kind] of [
      ['', 'refused'],
      ['x'.repeat(1001), 'refused'],
      ['Call 555 013 4477', 'pointed'],
    ] as const)
      expect((await noteRequest(cast.carla, id, { ...note, text }, NOW)).kind).toBe(kind)
    expect((await noteRequest(cast.oscar, id, note, NOW)).kind).toBe('not-allowed')
    expect((await showRequest(cast.carla, id, NOW))?.notes).toMatchObject([
      { text: 'Luz is full until spring.', byName: 'Carla' },
    ])
  })

  test('without consent it rests, and with it it waits again as long as before', async () => {
    expect(await noteConsent(cast.carla, id, false, null, NOW)).toMatchObject({ kind: 'refused' })
    expect((await noteConsent(cast.gwen, id, false, 'said', NOW)).kind).toBe('not-allowed')
    expect((await noteConsent(cast.carla, id, false, 'said', NOW)).kind).toBe('saved')
    expect(await waits(id)).toBeNull()
    expect((await showRequest(cast.carla, id, NOW))?.state).toBe('no-consent')
    expect((await noteConsent(cast.carla, id, true, 'written', NOW + 1)).kind).toBe('saved')
    expect(await waits(id)).toBe(NOW - 30 * DAY)
  })

  test('once ended nothing of it changes', async () => {
    expect((await endRequest(cast.gwen, id, 'helped', NOW)).kind).toBe('not-allowed')
    expect((await endRequest(cast.carla, id, 'erased', NOW)).kind).toBe('refused')
    expect(await endRequest(cast.carla, id, 'other-help', NOW)).toEqual({ kind: 'ended' })
    expect(await endRequest(cast.cesar, id, 'helped', NOW)).toEqual({ kind: 'ended' })
    const form = { ...requestForm(), id: newId(NOW), seen: 2 }
    expect((await correctRequest(cast.carla, id, form, NOW)).kind).toBe('not-allowed')
    expect((await noteConsent(cast.carla, id, false, 'said', NOW)).kind).toBe('not-allowed')
    expect(await showRequest(cast.carla, id, NOW)).toMatchObject({
      state: 'ended',
      request: { end: { why: 'other-help', byName: 'Carla' }, waitsSince: null },
    })
  })
})

describe('who waits', () => {
  test('a pairing takes a request off the list, and its end puts it back from that day on', async () => {
    const request = await written(NOW - 20 * DAY)
    const { id: mentor } = await mentorOf(platform, 'kidney')
    const [signOff] = await listSignOffs(mentor)
    const of = { request, programme: 'kidney', mentor, by: cast.carla.id, at: NOW }
    const proposal = { ...of, id: newId(NOW), signOff: signOff?.id ?? '' }
    const pairing = { ...of, id: newId(NOW), proposal: proposal.id }
    await write([
      database()
        .insert(proposals)
        .values({ ...proposal, endsOn: '2026-11-27', reasons: '{}' }),
      database().insert(pairings).values(pairing),
    ])
    expect(await waits(request)).toBeNull()
    expect((await showRequest(cast.carla, request, NOW))?.state).toBe('paired')
    await write([
      database().insert(pairingEnds).values({
        pairing: pairing.id,
        why: 'another-mentor',
        endedOn: '2026-11-20',
        by: cast.carla.id,
        at: NOW,
      }),
    ])
    expect(await waits(request)).toBe(NOW)
  })

  test('the longest wait first, page by page, of one programme', async () => {
    const made: string[] = []
    for (let days = 90; days > 30; days--) made.push(await written(NOW - days * DAY))
    const first = await showRequests(cast.carla, 'kidney', null, NOW)
    expect(first?.rows.map(({ id }) => id)).toEqual(made.slice(0, 50))
    const second = await showRequests(cast.carla, 'kidney', first?.next ?? '', NOW)
    expect(second?.rows.slice(0, 10).map(({ id }) => id)).toEqual(made.slice(50))
    expect(second?.next).toBeNull()
    expect(await showRequests(cast.gwen, 'kidney', null, NOW)).toBeNull()
    expect((await showRequests(cast.gwen, 'long-term', null, NOW))?.rows).toEqual([])
  })
})
