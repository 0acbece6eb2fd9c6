/** Verbs of administrators and of packages, asked directly by somebody who may not: refused, and nothing is written. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Name } from '#tests/cast.ts'
import { findPerson } from '#db/people.ts'
import { findPackage } from '#db/packages.ts'
import { findProgrammeRules } from '#db/programme-rules.ts'
import { rolesOf } from '#db/roles.ts'
import { NOT_ALLOWED } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { showAudit } from '#server/show/manage/audit.ts'
import { bringVersionBack, readProgramme, saveProgramme } from '#server/course/save-programme.ts'
import { archiveProgramme, makeProgramme, openProgramme } from '#server/course/make-programme.ts'
import { setProgrammeRules, wishProgrammeRules } from '#server/course/set-programme-rules.ts'
import { showProgramme, showSection } from '#server/show/manage/programme.ts'
import { loadCourse, loadProgramme } from '#server/course/load-course.ts'
import { showProgrammes, showTemplates } from '#server/show/manage/programmes.ts'
import { showReleases } from '#server/show/manage/releases.ts'
import { showRules, showSecondSignature } from '#server/show/manage/rules.ts'
import { acceptPackage } from '#server/packages/accept-package.ts'
import { importPackage, replacePackage } from '#server/packages/import-package.ts'
import { launchPackage } from '#server/packages/launch-package.ts'
import { loadBuilt } from '#server/packages/load-built.ts'
import { makeExport } from '#server/packages/make-export.ts'
import { openPart, previewPart } from '#server/packages/open-part.ts'
import { archivePackage, placePackage } from '#server/packages/place-package.ts'
import { showExport, showExports, showMade } from '#server/show/manage/exports.ts'
import { showPackage } from '#server/show/manage/package.ts'
import { showImport, showPackages } from '#server/show/manage/packages.ts'
import { showPlaced } from '#server/show/learn/placed.ts'
import * as roles from '#server/people/change-roles.ts'
import { correctName } from '#server/people/correct-name.ts'
import { showAccount, showAccounts } from '#server/show/manage/accounts.ts'
import { beginSecondSignature } from '#server/readiness/begin-second-signature.ts'
import { makeApiToken, revokeApiToken } from '#server/register/api-tokens.ts'
import { showTokens } from '#server/show/manage/tokens.ts'
import { newId } from '#server/trail/new-id.ts'
import { placeTea } from '#tests/pages/a-package.ts'
import { NOW, openPlatform, type Platform } from './platform.ts'

// Before any module reads the settings.
vi.hoisted(() => vi.stubEnv('CONTENT_ORIGIN', 'http://packages.test'))
let platform: Platform
const TEA = newId(NOW)
beforeAll(async () => {
  platform = await openPlatform()
  await placeTea(TEA, platform.cast.carla.id, NOW)
})
afterAll(async () => {
  await platform.close()
  vi.unstubAllEnvs()
})

const everybodyBut = (...may: Name[]): Name[] =>
  (['ana', 'carla', 'gwen', 'oscar', 'ray', 'joyce'] as const).filter((name) => !may.includes(name))
const audits = async (): Promise<unknown> => (await platform.rows('SELECT * FROM audit')).length

type Ask = (by: Person) => Promise<unknown>
const nadia = (): Person => platform.cast.nadia
const wish = {
  programme: 'kidney',
  languages: ['en'],
  standard: '1.2',
  preset: 'generic',
  modules: ['consent'],
  perModule: false,
  tries: 0,
  interactions: 'preset',
  sessions: false,
  media: false,
} as const
const rules = { secondSignature: false, groupSessionsCount: true }
const programmeWish = {
  from: 'kidney',
  languages: ['en'],
  name: { en: 'Brook', es: '' },
  organisation: { en: 'Brook', es: '' },
  timeZone: 'Europe/London',
} as const
const upload = { file: '/nowhere.zip', name: 'a.zip', size: 1, sha256: 'b'.repeat(64), cut: false }
const place = { titleEn: 'Tea', titleEs: 'Té', position: '1', required: false }
const search = { person: '', act: '', from: null, before: null, programmes: null, page: 1 }
const opening = { id: TEA, number: '1', nameOf: String }

/** What only administrators do. */
const ADMINISTRATORS: Readonly<Record<string, Ask>> = {
  'save words': (by) => saveProgramme(by, 'kidney', 'about', {}, '', NOW),
  'read words': async (by) => readProgramme(by, 'kidney', 'about', {}, ''),
  'bring words back': (by) => bringVersionBack(by, 'kidney', 'shipped', '', NOW),
  'make a programme': (by) => makeProgramme(by, programmeWish, NOW),
  'open a programme': (by) => openProgramme(by, 'kidney', '', NOW),
  'archive a programme': (by) => archiveProgramme(by, 'long-term', '', NOW),
  'set rules': (by) => setProgrammeRules(by, 'kidney', rules, 0, NOW),
  'wish rules': (by) => wishProgrammeRules(by, 'kidney', rules, 0, NOW),
  'begin a second signature': (by) => beginSecondSignature(by, 'kidney', '2099-01-01', 0, NOW),
  'make a token': (by) =>
    makeApiToken(
      by,
      { id: newId(NOW), name: 'Match', programme: 'kidney', scopes: ['mentors:read'], days: 30 },
      NOW,
    ),
  'revoke a token': (by) => revokeApiToken(by, 'x', NOW),
  'make an export': (by) => makeExport(by, wish, loadBuilt(), NOW),
  'give a coordinator’s role': (by) => roles.giveRole(by, nadia().id, 'coordinator', 'kidney', NOW),
  'give an administrator’s role': (by) => roles.giveRole(by, nadia().id, 'administrator', '', NOW),
  'take a coordinator’s role': (by) =>
    roles.takeRole(by, platform.cast.cesar.id, 'coordinator', 'kidney', NOW),
  'take an administrator’s role': (by) =>
    roles.takeRole(by, platform.cast.ana.id, 'administrator', '', NOW),
  'move a trainee elsewhere': (by) =>
    roles.moveTrainee(by, nadia().id, 'kidney', { programme: 'long-term', cohort: null }, NOW),
  'close an account': (by) => roles.disableAccount(by, nadia().id, NOW),
  'open an account': (by) => roles.enableAccount(by, nadia().id, NOW),
}

/** What coordinators of kidney do, and nobody else. */
const COORDINATORS: Readonly<Record<string, Ask>> = {
  'assign a cohort': (by) => roles.assignCohort(by, nadia().id, 'kidney', null, NOW),
  'archive a trainee': (by) => roles.archiveTrainee(by, nadia().id, 'kidney', 'Moved', NOW),
  'bring a trainee back': (by) => roles.bringBack(by, nadia().id, 'kidney', NOW),
  'take a part for done': (by) =>
    acceptPackage(by, { id: nadia().id, programme: 'kidney' }, `${TEA} tea`, NOW),
}

/** What coordinators of kidney and administrators do. */
const IMPORTERS: Readonly<Record<string, Ask>> = {
  'import a package': (by) => importPackage(by, 'kidney', newId(NOW), upload, NOW),
  'replace a package': (by) => replacePackage(by, TEA, upload, false, NOW),
  'place a package': (by) => placePackage(by, TEA, place, NOW),
  'archive a package': (by) => archivePackage(by, TEA, true, NOW),
  'let somebody observe': (by) => roles.giveRole(by, nadia().id, 'observer', 'kidney', NOW),
  'let nobody observe': (by) => roles.takeRole(by, nadia().id, 'observer', 'kidney', NOW),
  'correct a name': (by) => correctName(by, nadia(), 'Somebody', 'kidney', NOW),
  'look into a package': async (by) => {
    const tea = await findPackage(TEA, ['kidney'])
    const [part] = tea?.content.items ?? []
    if (!tea || !part) throw new Error('no tea')
    return launchPackage(by, tea, part, true, NOW, String)
  },
}

describe.each([
  ['administrators', ADMINISTRATORS, everybodyBut('ana')],
  ['coordinators of the programme', COORDINATORS, everybodyBut('carla')],
  ['administrators and coordinators of the programme', IMPORTERS, everybodyBut('ana', 'carla')],
] as const)('only %s', (_, verbs, names) => {
  test.each(Object.entries(verbs))('%s', async (_what, ask) => {
    const before = await audits()
    for (const name of names) expect(await ask(platform.cast[name])).toEqual(NOT_ALLOWED)
    expect(await audits()).toBe(before)
    expect((await findPerson(nadia().id))?.name).toBe('Nadia')
    expect(await rolesOf(nadia().id)).toHaveLength(1)
    expect((await findProgrammeRules('kidney')).version).toBe(0)
  })
})

test('a package is opened by trainees of its programme alone', async () => {
  for (const name of everybodyBut('ray')) {
    expect(await openPart(platform.cast[name], opening, NOW)).toBeNull()
    expect(await showPlaced(platform.cast[name], TEA)).toBeNull()
  }
  for (const name of everybodyBut('ana', 'carla'))
    expect(await previewPart(platform.cast[name], opening, NOW)).toBeNull()
  expect((await openPart(platform.cast.ray, opening, NOW))?.used.id).toBe(TEA)
  expect((await previewPart(platform.cast.carla, opening, NOW))?.used.id).toBe(TEA)
})

/** Models of pages, asked by somebody for whom the page is not there. */
const SHOWN: Readonly<Record<string, Ask>> = {
  programmes: (by) => showProgrammes(by, 'en', NOW),
  'a programme': (by) => showProgramme(by, 'kidney', 'en'),
  'a section': async (by) => showSection(by, 'kidney', 'about', 'en'),
  'what programmes begin with': async (by) => showTemplates(by, 'en'),
  rules: (by) => showRules(by, 'kidney', 'en'),
  'a second signature': (by) => showSecondSignature(by, 'kidney', 'en', NOW),
  releases: (by) => showReleases(by, loadCourse('en', loadProgramme('kidney', 'en')), 'en', NOW),
  audit: (by) => showAudit(by, search, NOW),
  accounts: (by) => showAccounts(by, '', 'en', 1),
  'an account': (by) => showAccount(by, nadia().id, 'en', NOW),
  tokens: (by) => showTokens(by, 'en', NOW),
  exports: (by) => showExports(by, 'en', 1),
  'an export': (by) => showExport(by, newId(NOW)),
  'a package that we made': (by) => showMade(by, newId(NOW), 'a.zip'),
}

test.each(Object.entries(SHOWN))('the model of %s is only an administrator’s', async (_, ask) => {
  const before = await audits()
  for (const name of everybodyBut('ana')) expect(await ask(platform.cast[name])).toBeNull()
  expect(await audits()).toBe(before)
})

test('the models of packages are their programme’s', async () => {
  const { carla, gwen, ana, oscar, ray } = platform.cast
  for (const by of [oscar, ray]) {
    expect(await showPackages(by)).toBeNull()
    expect(showImport(by)).toBeNull()
    expect(await showPackage(by, TEA)).toBeNull()
  }
  expect((await showPackages(gwen))?.packages).toEqual([])
  expect(await showPackage(gwen, TEA)).toBeNull()
  for (const by of [carla, ana]) {
    expect((await showPackages(by))?.packages.map(({ id }) => id)).toEqual([TEA])
    expect((await showPackage(by, TEA))?.versions.map((one) => one.uploadedByName)).toEqual([
      'Carla',
    ])
  }
})

describe('a coordinator', () => {
  test('draws nobody into the programme, and takes nobody’s place in another one', async () => {
    const { carla, joyce } = platform.cast
    expect(await roles.giveRole(carla, joyce.id, 'observer', 'kidney', NOW)).toEqual({
      kind: 'refused',
      reason: 'not-now',
    })
    expect(await correctName(carla, joyce, 'Somebody', 'kidney', NOW)).toEqual(NOT_ALLOWED)
    expect((await findPerson(joyce.id))?.roles).toEqual([
      { role: 'trainee', programme: 'long-term' },
    ])
  })

  test('does not bring back who is a trainee elsewhere, nor who never left', async () => {
    const { ana, carla, luz, gwen } = platform.cast
    const elsewhere = { programme: 'long-term', cohort: null }
    const notNow = { kind: 'refused', reason: 'not-now' }
    expect(await roles.bringBack(carla, luz.id, 'kidney', NOW)).toEqual(notNow)
    await roles.moveTrainee(ana, luz.id, 'kidney', elsewhere, NOW)
    expect(await roles.bringBack(carla, luz.id, 'kidney', NOW)).toEqual(notNow)
    await roles.archiveTrainee(gwen, luz.id, 'long-term', 'Moved', NOW)
    expect(await roles.bringBack(carla, luz.id, 'kidney', NOW)).toEqual({ kind: 'done' })
  })

  test('assigns cohorts of the programme alone', async () => {
    const { carla } = platform.cast
    expect(await roles.assignCohort(carla, nadia().id, 'kidney', newId(NOW), NOW)).toEqual({
      kind: 'refused',
      reason: 'not-now',
    })
  })
})

test('words that somebody else saved meanwhile are not replaced unseen', async () => {
  const { ana } = platform.cast
  expect(await saveProgramme(ana, 'kidney', 'about', {}, 'older', NOW)).toEqual({
    kind: 'meanwhile',
  })
  expect(await bringVersionBack(ana, 'kidney', 'shipped', 'older', NOW)).toEqual({
    kind: 'meanwhile',
  })
  expect(await bringVersionBack(ana, 'nothing', 'shipped', '', NOW)).toEqual({ kind: 'unknown' })
  expect(await setProgrammeRules(ana, 'nothing', rules, 0, NOW)).toEqual(NOT_ALLOWED)
})
