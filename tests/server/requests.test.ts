/** Requests for a mentor and who waits, against a real database. */
import { globSync, readFileSync } from 'node:fs'
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
import { refreshDesk } from '#db/desk-people.ts'
import { deleteBefore } from '#db/retention.ts'
import { findRequestAmong, type SeenRequest } from '#db/requests.ts'
import { cutoffsAt } from '#domain/retention/retention.ts'
import type { Person } from '#domain/people/person.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { answerProposal } from '#server/pairing/answer-proposal.ts'
import { connect, noteRequesterAnswer } from '#server/pairing/connect.ts'
import { propose } from '#server/pairing/propose.ts'
import { tellWhatWaits } from '#server/running/tell-what-waits.ts'
import { noticeMail } from '#web/mail-words.ts'
import { hashOfSecret } from '#server/access/secret.ts'
import type { Whence } from '#server/access/throttle.ts'
import { setProgrammeRules } from '#server/course/set-programme-rules.ts'
import { askableProgrammes, askForMentor, type AskForm } from '#server/pairing/ask.ts'
import {
  consentOwnRequest,
  correctOwnRequest,
  eraseOwnRequest,
  findOwnRequest,
  openRequest,
  withdrawOwnRequest,
} from '#server/pairing/own-request.ts'
import { showRequestContact } from '#server/show/coordinate/request-contact.ts'
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
import { DAY, MINUTE, NOW, openPlatform, type Platform } from './platform.ts'

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

/** @returns the id of a pairing with somebody who was signed off */
async function pairedWith(request: string, at: number): Promise<string> {
  const { id: mentor } = await mentorOf(platform, 'kidney')
  const [signOff] = await listSignOffs(mentor)
  const of = { request, programme: 'kidney', mentor, by: cast.carla.id, at }
  const proposal = { ...of, id: newId(at), signOff: signOff?.id ?? '' }
  const pairing = { ...of, id: newId(at), proposal: proposal.id }
  await write([
    database()
      .insert(proposals)
      .values({ ...proposal, endsOn: '2026-11-27', reasons: '{}' }),
    database().insert(pairings).values(pairing),
  ])
  return pairing.id
}

const endPairing = (pairing: string, at: number): Promise<unknown> =>
  write([
    database()
      .insert(pairingEnds)
      .values({ pairing, why: 'another-mentor', endedOn: '2026-11-20', by: cast.carla.id, at }),
  ])

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
    const pairing = await pairedWith(request, NOW)
    expect(await waits(request)).toBeNull()
    expect((await showRequest(cast.carla, request, NOW))?.state).toBe('paired')
    await endPairing(pairing, NOW)
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

describe('Rosa asks for herself', () => {
  const CONTACT = 'canary-rosa@example.org'
  let seq = 0
  /** The address of another network each time, but where it is said. */
  const address = (): string => `10.${(seq += 1)}.0.1`
  const own = (answers: Parameters<typeof requestForm>[0] = {}): AskForm => ({
    ...requestForm(answers, 'own-form'),
    id: newId(NOW),
    asker: 'person',
    reachedBy: 'email',
    contact: CONTACT,
  })
  const ask = (form: AskForm, from = address(), programme = 'kidney', at = NOW) =>
    askForMentor(programme, 'en', form, from, at)
  /** @returns the code that she was shown, and the id of her request */
  async function asked(form = own(), at = NOW): Promise<{ code: string; id: string }> {
    const outcome = await ask(form, address(), 'kidney', at)
    if (outcome.kind !== 'sent') throw new Error(`the request was ${outcome.kind}`)
    const found = await findRequestAmong([hashOfSecret(outcome.code)])
    return { code: outcome.code, id: found?.id ?? '' }
  }
  const whence = (): Whence => ({ address: address(), device: '', session: null })
  async function opened(code: string, at = NOW): Promise<SeenRequest> {
    const answer = await openRequest(code, whence(), at)
    const request = answer.kind === 'open' ? await findOwnRequest(answer.pass, at) : null
    if (!request) throw new Error(`the code was ${answer.kind}`)
    return request
  }

  test('nobody can, before the administrator switches it on', async () => {
    expect(await ask(own())).toEqual({ kind: 'closed' })
    const rules = { secondSignature: false, groupSessionsCount: false, requestsOpen: true }
    expect((await setProgrammeRules(cast.carla, 'kidney', rules, 0, NOW)).kind).toBe('not-allowed')
    expect((await setProgrammeRules(cast.ana, 'kidney', rules, 0, NOW)).kind).toBe('saved')
    expect((await ask(own(), address(), 'long-term')).kind).toBe('closed')
    expect((await askableProgrammes('en')).map(({ slug }) => slug)).toEqual(['kidney'])
  })

  test('without consent or a way to reach her nothing is saved', async () => {
    expect(await ask({ ...own(), consent: 'said', contact: ' ', reachedBy: null })).toMatchObject({
      kind: 'refused',
      problems: ['consent-missing'],
      contact: ['reachedBy-missing', 'contact-missing'],
    })
    expect(await ask({ ...own(), asker: 'facility' })).toMatchObject({
      problems: ['consent-missing'],
    })
    expect(await ask({ ...own(), contact: 'x'.repeat(201) })).toMatchObject({
      contact: ['contact-too-long'],
    })
  })

  test('a phone number where it does not belong is refused', async () => {
    const form = { ...own({ times: 'Call 555 013 4477' }), confirmed: ['555 013 4477'] }
    expect(await ask(form)).toMatchObject({
      kind: 'refused',
      pointed: [{ field: 'times', isRefused: true }],
    })
  })

  test('sent twice it is one request; changed between, it is corrected', async () => {
    const form = own()
    const { code, id } = await asked(form)
    expect(await ask(form)).toEqual({ kind: 'sent', code })
    const changed = { ...form, answers: { ...form.answers, place: 'Oak Park' } }
    expect(await ask(changed, address(), 'kidney', NOW + 1)).toEqual({ kind: 'sent', code })
    expect((await showRequest(cast.carla, id, NOW))?.request).toMatchObject({
      asker: 'person',
      byName: null,
      versions: 2,
      answers: { place: 'Oak Park' },
      isReachable: true,
    })
  })

  test('ten an hour from one network, and no more', async () => {
    const from = address()
    const kinds: string[] = []
    for (let n = 0; n < 11; n++) kinds.push((await ask(own(), from)).kind)
    expect(kinds).toEqual([...Array<string>(10).fill('sent'), 'too-many'])
  })

  test('how to reach her is seen by coordinators of her programme, and each look is written down', async () => {
    const { id } = await asked()
    for (const by of [cast.gwen, cast.oscar, cast.ana, cast.luz])
      expect(await showRequestContact(by, id, NOW)).toBeNull()
    for (let n = 0; n < 2; n++)
      expect((await showRequestContact(cast.carla, id, NOW))?.contact).toEqual({
        way: 'email',
        contact: CONTACT,
      })
    expect((await actsOn(id)).filter((act) => act === 'seen:request-contact')).toHaveLength(2)
  })

  test('her code opens it, for half an hour, and no other code does', async () => {
    const { code, id } = await asked()
    const answer = await openRequest(` ${code.toLowerCase()} `, whence(), NOW)
    if (answer.kind !== 'open') throw new Error('the code opened nothing')
    expect((await findOwnRequest(answer.pass, NOW + 29 * MINUTE))?.id).toBe(id)
    expect(await findOwnRequest(answer.pass, NOW + 30 * MINUTE)).toBeNull()
    const [, until = '', seal = ''] = answer.pass.split('.')
    const { id: other } = await asked()
    for (const pass of [
      '',
      'x',
      `${other}.${until}.${seal}`,
      `${id}.${Number(until) + DAY}.${seal}`,
      `${id}.${until}.`,
    ])
      expect(await findOwnRequest(pass, NOW)).toBeNull()
    for (const wrong of ['', 'ABC', 'ABCD-EFGH-JKLM', 'constructor'])
      expect(await openRequest(wrong, whence(), NOW)).toEqual({ kind: 'unknown' })
    const from = whence()
    const kinds: string[] = []
    for (let n = 0; n < 11; n++) {
      const guess = `ABCDEFGHJK${'ABCDEFGHJKL'.charAt(n)}M`
      kinds.push((await openRequest(guess, from, NOW)).kind)
    }
    expect(kinds.at(-1)).toBe('too-many')
  })

  test('she corrects it; what she leaves empty of how to reach her stays', async () => {
    const { code, id } = await asked()
    const request = await opened(code)
    const form = { ...own({ hopes: 'Somebody calm.' }), seen: 1 }
    const stays = { reachedBy: null, contact: '' }
    expect(await correctOwnRequest(request, form, stays, NOW)).toEqual({ kind: 'saved' })
    expect((await showRequestContact(cast.carla, id, NOW))?.contact?.contact).toBe(CONTACT)
    const late = { ...own(), seen: 1 }
    expect(await correctOwnRequest(request, late, stays, NOW)).toEqual({ kind: 'meanwhile' })
    const other = { reachedBy: 'phone', contact: '555 0134' } as const
    const again = { ...own({ hopes: 'Somebody.' }), seen: 2 }
    expect(await correctOwnRequest(request, again, other, NOW)).toEqual({ kind: 'saved' })
    expect((await showRequestContact(cast.carla, id, NOW))?.contact?.contact).toBe('555 0134')
    expect(
      await correctOwnRequest(request, again, { reachedBy: null, contact: 'x' }, NOW),
    ).toMatchObject({ kind: 'contact-refused' })
  })

  test('she takes her consent back, gives it again, and withdraws', async () => {
    const { code, id } = await asked()
    await consentOwnRequest(await opened(code), false, NOW + 1)
    expect(await waits(id)).toBeNull()
    expect((await showRequest(cast.carla, id, NOW))?.state).toBe('no-consent')
    await consentOwnRequest(await opened(code), true, NOW + 2)
    expect(await waits(id)).toBe(NOW)
    await withdrawOwnRequest(await opened(code), NOW + 3)
    expect((await showRequest(cast.carla, id, NOW))?.request.end?.why).toBe('withdrawn')
    await consentOwnRequest({ ...(await opened(code)), end: null }, false, NOW + 4)
    expect((await showRequest(cast.carla, id, NOW))?.consents).toHaveLength(3)
  })

  test('erased, nothing of what she wrote is left anywhere, and the row stays', async () => {
    const word = 'canary-erased-hope'
    const { code, id } = await asked(own({ hopes: word }))
    const form = { ...own({ hopes: `${word} again` }), seen: 1 }
    const contact = { reachedBy: 'other', contact: 'canary-erased-contact' } as const
    await correctOwnRequest(await opened(code), form, contact, NOW)
    await noteRequest(cast.carla, id, { id: newId(NOW), text: 'canary-erased-note' }, NOW)
    await withdrawOwnRequest(await opened(code), NOW)
    expect(await tablesWith('canary-erased')).toEqual([
      'request_contacts',
      'request_notes',
      'request_versions',
    ])
    await eraseOwnRequest(await opened(code), NOW + 1)
    expect(await tablesWith('canary-erased')).toEqual([])
    expect(await showRequest(cast.carla, id, NOW)).toMatchObject({
      state: 'erased',
      request: { answers: null, isReachable: false, end: { why: 'erased' } },
      notes: [],
    })
  })

  test('how to reach her stands in its table, and nowhere else in the database, whatever comes of it', async () => {
    const unsaid = 'canary-would-not-work'
    const { code, id } = await asked(own({ wouldNotWork: unsaid }))
    const luz = { ...cast.ray, id: (await mentorOf(platform, 'kidney')).id }
    const mentor = { ...luz, roles: [{ role: 'trainee', programme: 'kidney' }] } as Person
    const [proposal, of] = [newId(NOW), { id, programme: 'kidney' }]
    await propose(cast.carla, of, { id: proposal, mentor: luz.id, days: 7 }, NOW)
    await answerProposal(mentor, proposal, 'yes', NOW + 1)
    await noteRequesterAnswer(cast.carla, proposal, 'yes', NOW + 2)
    expect(await connect(cast.carla, proposal, newId(NOW), NOW + 3)).toEqual({ kind: 'saved' })
    await showRequestContact(cast.carla, id, NOW + 4)
    await refreshDesk('kidney', momentOf('kidney', NOW + 5))
    // Mail about it is among the tables: `outbox`, `notices`.
    await tellWhatWaits(['kidney'], noticeMail, NOW + 6, 0)
    expect(await platform.rows('SELECT id FROM pairings WHERE request = ?', id)).toHaveLength(1)
    expect(await tablesWith(CONTACT)).toEqual(['request_contacts'])
    expect(await tablesWith(unsaid)).toEqual(['request_versions'])
    await eraseOwnRequest(await opened(code), NOW + 7)
    expect(await tablesWith(unsaid)).toEqual([])
  })

  test('what gives it anew when she has just erased all puts nothing back', async () => {
    const { code, id } = await asked()
    const request = await opened(code)
    await eraseOwnRequest(request, NOW + 1)
    const late = { reachedBy: 'phone', contact: 'canary-late' } as const
    const form = { ...own({ hopes: 'Somebody calm.' }), seen: 1 }
    expect(await correctOwnRequest(request, form, late, NOW + 2)).toEqual({ kind: 'meanwhile' })
    expect(await tablesWith('canary-late')).toEqual([])
    expect((await showRequest(cast.carla, id, NOW))?.request.isReachable).toBe(false)
  })

  test('one file of the source reads how to reach anybody, and one page asks it', () => {
    const reads = (pattern: RegExp) =>
      globSync(['db/*.ts', 'src/**/*.{ts,astro}'])
        .filter((file) => pattern.test(readFileSync(file, 'utf8')))
        .toSorted()
    expect(reads(/FROM request_contacts|from\(requestContacts\)/)).toEqual([
      'db/request-contacts.ts',
      // Whether there is one; and that it goes by its day.
      'db/requests.ts',
      'db/retention.ts',
    ])
    expect(reads(/\bfindRequestContact\b/)).toEqual([
      'db/request-contacts.ts',
      'src/server/show/coordinate/request-contact.ts',
    ])
    expect(reads(/\bshowRequestContact\b/)).toEqual([
      'src/pages/coordinate/requests/[id]/contact.astro',
      'src/server/show/coordinate/request-contact.ts',
    ])
  })

  /** Names of the tables that hold these words anywhere. */
  async function tablesWith(words: string): Promise<string[]> {
    const tables = await platform.rows(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    )
    const found: string[] = []
    for (const { name } of tables)
      if (JSON.stringify(await platform.rows(`SELECT * FROM "${String(name)}"`)).includes(words))
        found.push(String(name))
    return found.sort()
  }

  test('a way to reach her goes 30 days after the end, or after 90 days without a mentor', async () => {
    const gone = async (id: string, at: number): Promise<boolean> => {
      await deleteBefore(cutoffsAt(at))
      return (await showRequest(cast.carla, id, at))?.request.isReachable === false
    }
    const { id, code } = await asked()
    expect(await gone(id, NOW + 90 * DAY)).toBe(false)
    expect(await gone(id, NOW + 90 * DAY + 1)).toBe(true)
    const later = NOW + 100 * DAY
    const { id: ended } = await asked(own(), later)
    expect(code).not.toBe('')
    await endRequest(cast.carla, ended, 'other-help', later)
    expect(await gone(ended, later + 30 * DAY)).toBe(false)
    expect(await gone(ended, later + 30 * DAY + 1)).toBe(true)
    const { id: paired } = await asked(own(), later)
    const pairing = await pairedWith(paired, later)
    expect(await gone(paired, later + 400 * DAY)).toBe(false)
    await endPairing(pairing, later + 400 * DAY)
    expect(await gone(paired, later + 490 * DAY)).toBe(false)
    expect(await gone(paired, later + 490 * DAY + 1)).toBe(true)
    // And what an ended request said, after a year.
    await deleteBefore(cutoffsAt(later + 365 * DAY + 1))
    expect((await showRequest(cast.carla, ended, NOW))?.request.answers).toBeNull()
  })
})
