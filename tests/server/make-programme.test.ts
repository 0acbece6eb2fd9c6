/** Programmes are made, opened and archived here, and take in whom they should. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NOW, openPlatform, type Platform } from './platform.ts'
import type { Language } from '#domain/course/language.ts'
import { NOT_ALLOWED } from '#domain/people/may.ts'
import { boxesOf } from '#programme-file/boxes.ts'
import { checkProgrammes } from '#server/course/check-programmes.ts'
import {
  fileOfProgramme,
  findOpenProgramme,
  findProgramme,
  loadProgrammes,
} from '#server/course/load-course.ts'
import {
  archiveProgramme,
  makeProgramme,
  openProgramme,
  type ProgrammeWish,
} from '#server/course/make-programme.ts'
import { listVersions, newestVersion } from '#server/course/programme-files.ts'
import { bringVersionBack, saveProgramme } from '#server/course/save-programme.ts'
import type { Section } from '#domain/programme/section.ts'
import { apply } from '#server/people/apply.ts'
import * as roles from '#server/people/change-roles.ts'
import { invite } from '#server/people/invite.ts'
import { settings } from '#settings.ts'
import { newId } from '#server/trail/new-id.ts'

let platform: Platform
beforeAll(async () => {
  platform = await openPlatform()
})
afterAll(() => platform.close())

const wish: ProgrammeWish = {
  from: 'long-term',
  languages: ['en'],
  name: { en: 'Harbour mentors', es: '' },
  organisation: { en: 'Harbour', es: '' },
  timeZone: 'Europe/London',
}
const HARBOUR = 'harbour-mentors'
/** A version is named by its moment. */
let moment = NOW
const soon = (): number => ++moment

async function save(section: Section, words: Readonly<Record<string, string>>, slug = HARBOUR) {
  const file = fileOfProgramme(slug)
  if (!file) throw new Error(`no ${slug}`)
  const typed = { ...boxesOf(file), ...words }
  return saveProgramme(platform.cast.ana, slug, section, typed, newestVersion(slug), soon())
}
const application = (language: Language = 'en') =>
  apply(
    HARBOUR,
    language,
    {
      id: newId(NOW),
      why: 'To give back.',
      experience: 'Ten years with diabetes.',
      areas: [],
      notAreas: [],
      languages: '',
      times: '',
      access: '',
      name: 'Olive',
      contact: 'olive@example.com',
    },
    '10.0.0.9',
    NOW,
  )
const words = () => ({ subject: 'x', text: 'x' })
const invited = (role: 'trainee' | 'coordinator', language: Language = 'en') =>
  invite(
    role === 'trainee'
      ? { ...platform.cast.carla, roles: [{ role: 'coordinator', programme: HARBOUR }] }
      : platform.cast.ana,
    {
      role,
      programme: HARBOUR,
      people: [{ name: 'Olive', email: '', language, cohort: null }],
      batch: newId(NOW),
    },
    words,
    NOW,
  )

describe('making one', () => {
  test.each<[string, Partial<ProgrammeWish>, Record<string, string>]>([
    ['no name', { name: { en: ' ', es: 'Puerto' } }, { 'name.en': 'missing' }],
    ['no language', { languages: [] }, { languages: 'no-language' }],
    ['no clock', { timeZone: 'Harbour' }, { timeZone: 'zone' }],
    ['words of nobody', { from: 'constructor' }, { from: 'unknown' }],
    [
      'a name that is taken',
      { name: { en: 'kidney PEER mentors ', es: '' } },
      { 'name.en': 'taken' },
    ],
    [
      'a second language without words',
      { languages: ['en', 'es'] },
      { 'name.es': 'missing', 'organisation.es': 'missing' },
    ],
  ])('with %s is refused', async (_, part, problems) => {
    const before = loadProgrammes('en').length
    const answer = await makeProgramme(platform.cast.ana, { ...wish, ...part }, NOW)
    expect(answer).toEqual({ kind: 'refused', problems })
    expect(loadProgrammes('en').length).toBe(before)
  })

  test('gives a draft with the words of another one, and contacts that count as examples', async () => {
    const made = await makeProgramme(platform.cast.ana, wish, NOW)
    expect(made).toEqual({ kind: 'made', slug: HARBOUR })
    const programme = findProgramme(HARBOUR, 'en')
    expect([programme?.state, programme?.languages, programme?.country]).toEqual([
      'draft',
      ['en'],
      'uk',
    ])
    expect(programme?.contact.example).toBe(true)
    expect(programme?.terms).toEqual(
      expect.objectContaining({ place: findProgramme('long-term', 'en')?.terms['place'] }),
    )
    expect(findOpenProgramme(HARBOUR, 'en')).toBeNull()
    const [row] = await platform.rows(`SELECT * FROM audit WHERE act = 'programme-made'`)
    expect(row).toMatchObject({ actor: platform.cast.ana.id, programme: HARBOUR })
  })

  test('twice with one name is refused, and another name of the same letters gets a slug of its own', async () => {
    const { ana } = platform.cast
    expect(await makeProgramme(ana, wish, NOW)).toMatchObject({ problems: { 'name.en': 'taken' } })
    const alike = { ...wish, name: { en: 'Harbour – mentors', es: '' } }
    expect(await makeProgramme(ana, alike, soon())).toEqual({
      kind: 'made',
      slug: `${HARBOUR}-2`,
    })
    const unwritable = { ...wish, languages: ['es'], name: { en: '', es: '¡¿…?!' } } as const
    const spanish = { ...unwritable, organisation: { en: '', es: 'Puerto' } }
    expect(await makeProgramme(ana, spanish, soon())).toEqual({ kind: 'made', slug: 'programme' })
    const kept = { ...wish, name: { en: 'New', es: '' } }
    expect(await makeProgramme(ana, kept, soon())).toEqual({ kind: 'made', slug: 'new-2' })
  })

  test('a draft takes nobody in: no application, no invitation, no role', async () => {
    expect(await application()).toEqual({ kind: 'closed' })
    expect(await invited('coordinator')).toEqual(NOT_ALLOWED)
    const { ana, cesar, nadia } = platform.cast
    expect(await roles.giveRole(ana, cesar.id, 'observer', HARBOUR, NOW)).toEqual(NOT_ALLOWED)
    const there = { programme: HARBOUR, cohort: null }
    expect(await roles.moveTrainee(ana, nadia.id, 'kidney', there, NOW)).toEqual(NOT_ALLOWED)
  })

  test('a draft that is still an example stops no start', async () => {
    await expect(checkProgrammes(NOW)).resolves.toBeUndefined()
  })
})

describe('opening it', () => {
  const open = (newest = newestVersion(HARBOUR)) =>
    openProgramme(platform.cast.ana, HARBOUR, newest, soon())

  test('waits until every contact is somebody’s', async () => {
    expect(await open()).toEqual({ kind: 'to-do', sections: ['contact', 'crisis'] })
    const mine = { 'contact.phone': '0191 233 1234', 'contact.email': 'mentors@harbour.org' }
    expect(await save('contact', mine)).toEqual({ kind: 'saved' })
    expect(await open()).toEqual({ kind: 'to-do', sections: ['crisis'] })
    const lines = { 'crisis.1.number': '0191 233 1235', 'crisis.2.number': '0191 233 1236' }
    expect(await save('crisis', lines)).toEqual({ kind: 'saved' })
    expect(await open('older')).toEqual({ kind: 'meanwhile' })
    expect(await open()).toEqual({ kind: 'saved' })
    expect(findOpenProgramme(HARBOUR, 'en')?.contact.email).toBe('mentors@harbour.org')
  })

  test('people come in, and are written to in a language that it offers', async () => {
    expect(await application()).toEqual({ kind: 'sent' })
    const made = await invited('coordinator', 'es')
    expect(made).toMatchObject({ kind: 'made', made: [{ language: 'en' }] })
  })

  test('an older version brings words back and leaves it open', async () => {
    const [, older] = versionIds()
    const { ana } = platform.cast
    const answer = await bringVersionBack(ana, HARBOUR, older ?? '', newestVersion(HARBOUR), soon())
    expect(answer).toEqual({ kind: 'saved' })
    expect(findProgramme(HARBOUR, 'en')?.state).toBe('open')
    expect(await bringVersionBack(ana, HARBOUR, 'shipped', newestVersion(HARBOUR), soon())).toEqual(
      {
        kind: 'unknown',
      },
    )
  })

  test('two administrators who change different sections replace nothing of each other', async () => {
    const { ana } = platform.cast
    const seen = newestVersion(HARBOUR)
    const file = fileOfProgramme(HARBOUR)
    if (!file) throw new Error('no harbour')
    const boxes = boxesOf(file)
    const area = { ...boxes, 'areas.copd.en': 'Lungs' }
    const term = { ...boxes, 'terms.place.en': 'the practice' }
    expect(await saveProgramme(ana, HARBOUR, 'areas', area, seen, soon())).toEqual({
      kind: 'saved',
    })
    expect(await saveProgramme(ana, HARBOUR, 'terms', term, seen, soon())).toEqual({
      kind: 'saved',
    })
    const now = findProgramme(HARBOUR, 'en')
    expect([now?.areas['copd'], now?.terms['place']]).toEqual(['Lungs', 'the practice'])
    expect(await saveProgramme(ana, HARBOUR, 'areas', boxes, seen, soon())).toEqual({
      kind: 'meanwhile',
    })
  })

  test('words of the language that it lacks do not stand in its file', () => {
    const text = readFileSync(
      path.join(settings().dataDir, 'programmes', `${HARBOUR}.yaml`),
      'utf8',
    )
    expect(text).toContain('en: Harbour mentors')
    expect(text).not.toContain('es: Harbour')
  })
})

describe('archiving it', () => {
  const archive = (slug = HARBOUR) =>
    archiveProgramme(platform.cast.ana, slug, newestVersion(slug), soon())

  test('is refused while somebody hopes to come in, and for what visitors read', async () => {
    expect(await archive()).toEqual({ kind: 'waiting', invitations: 1, applications: 1 })
    expect(await archive('kidney')).toEqual({ kind: 'default' })
  })

  test('takes in no more trainees, lets others look after those in it, and can be undone', async () => {
    expect(await archive(`${HARBOUR}-2`)).toEqual({ kind: 'saved' })
    const slug = `${HARBOUR}-2`
    const { ana, cesar, nadia } = platform.cast
    const there = { programme: slug, cohort: null }
    expect(await roles.moveTrainee(ana, nadia.id, 'kidney', there, NOW)).toEqual(NOT_ALLOWED)
    expect(await roles.giveRole(ana, cesar.id, 'observer', slug, NOW)).toEqual({ kind: 'done' })
    expect(await openProgramme(ana, slug, newestVersion(slug), soon())).toEqual({
      kind: 'to-do',
      sections: ['contact', 'crisis'],
    })
  })
})

const versionIds = (): string[] => listVersions(HARBOUR).map(({ id }) => id)
