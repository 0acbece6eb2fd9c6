/** One profile per person: carried from the application, corrected by its person, changed for them and told, seen by whom it names. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { insertApplication } from '#db/applications.ts'
import { read, together, write } from '#db/client.ts'
import { findPersonRow } from '#db/people.ts'
import { changedForQuery, profileQuery, putFor, valuesOf } from '#db/profiles.ts'
import { deleteBefore } from '#db/retention.ts'
import { NOT_ALLOWED } from '#domain/people/may.ts'
import { fieldsOf, type ProfileSection, type ProfileValues } from '#domain/people/profile.ts'
import { cutoffsAt } from '#domain/retention/retention.ts'
import { prepareLink } from '#server/access/make-link.ts'
import { saveContact } from '#server/access/own-ways.ts'
import { useLink } from '#server/access/use-link.ts'
import { messageQueries, messagesFrom } from '#server/learning/messages.ts'
import { acceptInvitation } from '#server/people/accept-invitation.ts'
import { correctName } from '#server/people/correct-name.ts'
import { exportRecord } from '#server/people/export-record.ts'
import { saveProfile, type ProfileOutcome } from '#server/people/save-profile.ts'
import { seeProfileChanges } from '#server/people/see-profile-changes.ts'
import { openRecord } from '#server/readiness/open-record.ts'
import { showProfile } from '#server/show/coordinate/profile.ts'
import { showTraineeRecord } from '#server/show/coordinate/trainee-record.ts'
import { showOwnProfile } from '#server/show/learn/profile.ts'
import { newId } from '#server/trail/new-id.ts'
import type { Person } from '#domain/people/person.ts'
import { also, type Cast } from '#tests/cast.ts'
import { DAY, english, NOW, openPlatform, type Platform } from './platform.ts'
import { HERE } from '#tests/entry.ts'

let platform: Platform
let cast: Cast
beforeAll(async () => {
  platform = await openPlatform()
  cast = platform.cast
})
afterAll(() => platform.close())

const AREAS = ['work', 'family', 'travel']
let clock = NOW
/** Every change has its own moment. */
const later = (): number => ++clock

/** As a form sends it: what is not named was neither shown nor typed. */
const saves = (
  by: Person,
  whose: Person,
  section: ProfileSection,
  typed: ProfileValues,
  was: ProfileValues = {},
  programme = 'kidney',
): Promise<ProfileOutcome> =>
  saveProfile(
    by,
    { id: whose.id, programme },
    { fields: fieldsOf(section), was, typed, areas: AREAS },
    later(),
  )

const keptOf = async ({ id }: Person): Promise<ProfileValues> =>
  valuesOf(await read(profileQuery(id)))
const trailOf = async ({ id }: Person, field: string) =>
  (await read(profileQuery(id))).find((one) => one.field === field)

describe('what an applicant wrote', () => {
  const answers = {
    ...{ why: 'To give back.', experience: '', areas: ['work'], notAreas: ['travel'] },
    ...{ languages: 'Spanish', times: 'Mornings', access: 'No stairs' },
  }
  async function invited(contact: string): Promise<{ application: string; code: string }> {
    const application = newId(NOW)
    const link = prepareLink(
      {
        ...{ kind: 'invitation', role: 'trainee', programme: 'kidney', language: 'en' },
        ...{ name: 'Rosa Applies', email: '', cohort: null, application, createdBy: cast.carla.id },
      },
      NOW,
    )
    await write([
      insertApplication({
        ...{ id: application, programme: 'kidney', name: 'Rosa Applies', contact, language: 'en' },
        ...{ answers: JSON.stringify(answers), sentAt: NOW - 20 * DAY },
      }),
      link.query,
    ])
    return { application, code: link.code }
  }

  test('stands in the profile when they come in, with the day on which they wrote it', async () => {
    const { application, code } = await invited('0161 555 0199')
    const whence = { address: '203.0.113.7', device: '', session: null }
    const answer = await useLink(code, { shared: false }, whence, NOW)
    if (answer.kind !== 'joined') throw new Error(answer.kind)
    const { person } = answer
    expect(await keptOf(person)).toEqual({
      times: 'Mornings',
      languageWords: 'Spanish',
      areas: '["work"]',
      notAreas: '["travel"]',
      access: 'No stairs',
    })
    expect((await findPersonRow(person.id))?.phone).toBe('0161 555 0199')
    expect(await trailOf(person, 'times')).toMatchObject({ by: person.id, at: NOW - 20 * DAY })
    const record = await openRecord(cast.carla, person.id, 'en', NOW)
    if (!record) throw new Error('no record')
    const wish = { page: 1, observed: null, on: '' }
    const shown = await showTraineeRecord(record, wish, 'en', NOW)
    expect(shown.applications.map(({ id }) => id)).toEqual([application])
    expect(shown.profile?.values.access).toBe('No stairs')
  })

  test('never takes the place of what somebody with an account has written', async () => {
    await saves(cast.gwen, cast.gwen, 'reach', { times: 'Evenings' })
    const { code } = await invited('gwen@example.org')
    expect((await acceptInvitation(cast.gwen, code, false, HERE, NOW)).kind).toBe('joined')
    expect(await keptOf(cast.gwen)).toMatchObject({ times: 'Evenings', access: 'No stairs' })
    expect((await findPersonRow(cast.gwen.id))?.phone).toBe('')
  })
})

describe('a coordinator changes it', () => {
  test('the person is told who and what, with what stood there, until they have seen it', async () => {
    await saves(cast.nadia, cast.nadia, 'access', { access: 'Large print' })
    const changed = await saves(
      cast.carla,
      cast.nadia,
      'access',
      { access: 'Very large print' },
      { access: 'Large print' },
    )
    expect(changed.kind).toBe('saved')
    await saves(
      cast.cesar,
      cast.nadia,
      'access',
      { access: 'Audio' },
      { access: 'Very large print' },
    )
    // Of two changes that were not seen, what they had written themselves.
    expect(await trailOf(cast.nadia, 'access')).toMatchObject({
      ...{ value: 'Audio', before: 'Large print', by: cast.cesar.id, toldAt: null },
    })
    const told = messagesFrom(await together(messageQueries(cast.nadia.id)))
    expect(told).toContainEqual(
      expect.objectContaining({ kind: 'profile', by: 'César', fields: ['access'], isNew: true }),
    )
    const upTo = clock
    await saves(cast.carla, cast.nadia, 'reach', { times: 'Mornings' })
    await seeProfileChanges(cast.nadia, { heldUntil: null }, upTo, later())
    expect(await trailOf(cast.nadia, 'access')).toMatchObject({ value: 'Audio', before: '' })
    // What was changed after the page was shown is still to be told.
    expect(await read(changedForQuery(cast.nadia.id))).toEqual([
      expect.objectContaining({ field: 'access', toldAt: clock }),
      expect.objectContaining({ field: 'times', toldAt: null }),
    ])
  })

  test('in a session that a code of staff opened nobody says that they have seen it', async () => {
    const held = { heldUntil: NOW + DAY }
    expect(await seeProfileChanges(cast.nadia, held, clock, later())).toEqual(NOT_ALLOWED)
    expect(await trailOf(cast.nadia, 'times')).toMatchObject({ toldAt: null })
  })

  test('the person’s own words after it stand, and nothing is left to tell', async () => {
    await saves(cast.nadia, cast.nadia, 'reach', { times: 'Evenings' }, { times: 'Mornings' })
    expect(await trailOf(cast.nadia, 'times')).toMatchObject({
      ...{ value: 'Evenings', before: '', by: cast.nadia.id },
    })
  })

  test('a phone is changed in the one place where it stands, and told; an e-mail address never is', async () => {
    await saves(cast.carla, cast.luz, 'reach', {
      phone: '0161 555 0111',
      email: 'carla@example.org',
    })
    expect(await findPersonRow(cast.luz.id)).toMatchObject({ phone: '0161 555 0111', email: '' })
    expect(await trailOf(cast.luz, 'phone')).toMatchObject({ value: '', before: '', toldAt: null })
    const signedIn = { sessionId: 's', heldUntil: null } as Parameters<typeof saveContact>[1]
    const words = () => ({ recipient: '', subject: '', text: '' })
    await saveContact(cast.luz, signedIn, { email: '', phone: '0161 555 0222' }, words, later())
    expect(await trailOf(cast.luz, 'phone')).toMatchObject({ by: cast.luz.id })
  })

  test('a corrected name is told, never what it was', async () => {
    await correctName(cast.carla, cast.ray, 'Raymond', 'kidney', later())
    expect(await trailOf(cast.ray, 'name')).toMatchObject({
      ...{ value: '', before: '', by: cast.carla.id, toldAt: null },
    })
    const told = messagesFrom(await together(messageQueries(cast.ray.id)))
    expect(told).toContainEqual(expect.objectContaining({ kind: 'profile', fields: ['name'] }))
  })
})

describe('two at once', () => {
  test('each changed another field: both stand', async () => {
    const opened = await keptOf(cast.joyce)
    await saves(cast.joyce, cast.joyce, 'about', { place: 'Leeds' }, opened, 'long-term')
    const mine = { place: '', languageWords: 'French' }
    expect((await saves(cast.gwen, cast.joyce, 'about', mine, opened, 'long-term')).kind).toBe(
      'saved',
    )
    expect(await keptOf(cast.joyce)).toMatchObject({ place: 'Leeds', languageWords: 'French' })
  })

  test('both changed one field: nothing is saved, and each reads the other’s words', async () => {
    const placed = (await trailOf(cast.joyce, 'place'))?.at
    const answer = await saves(
      cast.gwen,
      cast.joyce,
      'about',
      { place: 'York', languageWords: 'French and a little German' },
      { place: '', languageWords: 'French' },
      'long-term',
    )
    expect(answer).toEqual({
      kind: 'meanwhile',
      theirs: [{ field: 'place', value: 'Leeds', by: 'Joyce', at: placed }],
      form: {
        place: { value: 'York', was: 'Leeds' },
        languages: { value: '', was: '' },
        languageWords: { value: 'French and a little German', was: 'French' },
      },
    })
    expect(await keptOf(cast.joyce)).toMatchObject({ place: 'Leeds', languageWords: 'French' })
    // Having read it, they save it anyway.
    const again = { place: 'York', languageWords: 'French and a little German' }
    const seen = { place: 'Leeds', languageWords: 'French' }
    expect((await saves(cast.gwen, cast.joyce, 'about', again, seen, 'long-term')).kind).toBe(
      'saved',
    )
    expect(await keptOf(cast.joyce)).toMatchObject(again)
  })

  test('in the same moment: one after the other, and the second is asked', async () => {
    const was = { access: (await keptOf(cast.nadia)).access ?? '' }
    const answers = await Promise.all([
      saves(cast.nadia, cast.nadia, 'access', { access: 'Mine' }, was),
      saves(cast.carla, cast.nadia, 'access', { access: 'Hers' }, was),
    ])
    expect(answers.map(({ kind }) => kind).sort()).toEqual(['meanwhile', 'saved'])
  })

  test('an area that one ticked as comfortable and the other as not is refused in words', async () => {
    await saves(cast.ray, cast.ray, 'areas', { areas: '["work"]' })
    const answer = await saves(cast.carla, cast.ray, 'areas', { notAreas: '["work"]' })
    expect(answer).toMatchObject({
      ...{ kind: 'refused', problems: [{ field: 'notAreas', problem: 'both' }] },
    })
  })
})

describe('who may', () => {
  const needs = { access: 'A secret need' }
  test('neither an observer, nor another trainee, nor a coordinator of another programme', async () => {
    for (const who of [cast.oscar, cast.ray, cast.ana, cast.joyce])
      expect(await saves(who, cast.nadia, 'access', needs)).toEqual(NOT_ALLOWED)
    // Nor under the name of a programme that is theirs.
    const gwens = also(cast.gwen, 'coordinator', 'long-term')
    expect(await saves(gwens, cast.luz, 'access', needs, {}, 'long-term')).toEqual(NOT_ALLOWED)
    expect(await keptOf(cast.luz)).not.toHaveProperty('access')
  })

  test('an observer sees nothing of it on the record, a coordinator all of it', async () => {
    for (const [who, sees] of [
      [cast.oscar, false],
      [cast.carla, true],
    ] as const) {
      const record = await openRecord(who, cast.nadia.id, 'en', NOW)
      if (!record) throw new Error('no record')
      const shown = await showTraineeRecord(record, { page: 1, observed: null, on: '' }, 'en', NOW)
      expect(shown.profile !== null).toBe(sees)
      expect((await showProfile(record, 'en')) !== null).toBe(sees)
    }
  })

  test('what somebody needs is in their own file, and in no file, mail or audit for others', async () => {
    await write([
      ...putFor(cast.nadia.id, 'access', {
        value: 'zq-need',
        before: 'zq-was',
        by: cast.carla.id,
        at: later(),
      }),
    ])
    const { id, name } = cast.nadia
    const wish = { internal: true, language: 'en' } as const
    const made = await exportRecord(
      cast.carla,
      { id, name, programme: 'kidney' },
      english,
      wish,
      later(),
    )
    expect(made.kind === 'made' && made.file).not.toMatch(/zq-/)
    expect((await showOwnProfile(cast.nadia, 'en')).values.access).toBe('zq-need')
    for (const table of ['audit', 'outbox', 'find_words', 'notes'])
      expect(JSON.stringify(await platform.rows(`SELECT * FROM ${table}`))).not.toMatch(/zq-/)
  })
})

test('details go 180 days after the last programme was left, and not while one is there', async () => {
  const left = (days: number): [sql: string, ...args: (string | number)[]] => [
    'UPDATE roles SET archived_at = ? WHERE person = ?',
    NOW - days * DAY,
    cast.joyce.id,
  ]
  expect(Object.keys(await keptOf(cast.joyce))).not.toHaveLength(0)
  const [sql, ...args] = left(179)
  await write([{ sql, args }])
  await deleteBefore(cutoffsAt(NOW))
  expect(Object.keys(await keptOf(cast.joyce))).not.toHaveLength(0)
  await write([{ sql, args: [NOW - 181 * DAY, cast.joyce.id] }])
  const gone = await deleteBefore(cutoffsAt(NOW))
  expect(gone.profiles).toBeGreaterThan(0)
  expect(await keptOf(cast.joyce)).toEqual({})
  expect(Object.keys(await keptOf(cast.nadia))).not.toHaveLength(0)
})
