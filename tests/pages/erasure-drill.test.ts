/**
 * Twenty words that stand nowhere else are entered by real forms in the name of Luz, or about her. She downloads them, is
 * erased by an administrator while the server runs, and then they are found nowhere: not in a file, not in what the server
 * printed, not in anything that is saved as a file, and not after an older backup was put back.
 */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { plusDays } from '#domain/calendar/days.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { newId } from '#server/trail/new-id.ts'
import type { Name } from '#tests/cast.ts'
import { startServer } from '#tests/start-server.ts'
import { beside } from './a-database.ts'
import { openSite, session, type Answer, type Site } from './site.ts'

const NOW = Date.now()
const { today } = momentOf('kidney', NOW)
let site: Site
beforeAll(async () => {
  // Mail waits in the outbox: nobody listens there.
  site = await openSite(
    { SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'alongside@example.org' },
    'own',
  )
})
afterAll(() => site.stop())

let planted = 0
const canary = (): string => `qzcanary${String(++planted).padStart(2, '0')}zq`
const all = (): string[] =>
  Array.from({ length: planted }, (_, n) => `qzcanary${String(n + 1).padStart(2, '0')}zq`)

async function send(
  as: Name | null,
  to: string,
  body: Readonly<Record<string, string>>,
): Promise<Answer> {
  const filled = Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, site.fill(value)]),
  )
  const answer = await site.ask('POST', site.fill(to), { as, body: filled })
  expect(`${to}: ${answer.status}`).toMatch(/: (200|303)$/)
  return answer
}
const id = (): string => newId(Date.now())
const LUZ = '/coordinate/{luz}'
/** Read while Luz was here: where each of her words may stand in a file that somebody saves. */
const FILES = [
  ['carla', '/coordinate/people?programme=kidney'],
  ['carla', '/coordinate?tab=all'],
  ['carla', '/coordinate/register?programme=kidney'],
  ['carla', '/coordinate/messages?programme=kidney'],
  ['carla', '/coordinate/applications?programme=kidney'],
  ['carla', '/coordinate/inbox?programme=kidney'],
  ['carla', '/coordinate/pairings?programme=kidney'],
  ['ana', '/manage/accounts'],
  ['ana', '/manage/audit'],
  ['ana', '/manage/rights'],
] as const

/** Words of hers in any file below DATA_DIR. @param but names of files that are left out: backups of before */
function found(but: RegExp): string[] {
  const files = readdirSync(site.server.dataDir, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && !but.test(path.join(one.parentPath, one.name)))
    .map((one) => readFileSync(path.join(one.parentPath, one.name), 'latin1'))
  return all().filter((word) => files.some((text) => text.includes(word)))
}
const cli = (...words: readonly string[]): string =>
  execFileSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'src/cli/alongside.ts', ...words],
    {
      env: {
        PATH: process.env['PATH'],
        DATA_DIR: site.server.dataDir,
        PORT: new URL(site.server.origin).port,
      },
      encoding: 'utf8',
    },
  )
const backup = (): string => path.join(site.server.dataDir, 'backups', 'monday.db')

test('what Luz writes, and what is written about her, is entered by the forms of the site', async () => {
  // What she says and does.
  await send('luz', '/record/profile', { do: 'access', access: canary() })
  await send('luz', '/record/profile', {
    do: 'emergency',
    emergencyName: canary(),
    emergencyPhone: '555 0101',
  })
  await send('luz', '/learn/consent/a-promise-i-can-keep', { record: id(), text: canary() })
  await send('luz', '/learn/consent/waiting-for-consent', {
    record: id(),
    act: 'note',
    note: canary(),
  })
  await send('luz', `/learn/${session.id}/debrief`, { record: id(), text: canary() })
  await send('luz', '/learn/ask', { id: id(), page: '/learn', text: canary() })
  await send('luz', '/ways-in', { do: 'contact', email: `${canary()}@example.org`, phone: '' })
  await send('luz', '/account/data/correct', { id: id(), text: canary() })
  // What coordinators and observers write about her.
  for (const kind of ['shared', 'internal'])
    await send('carla', `${LUZ}/notes`, { id: id(), kind, text: canary() })
  const concern = id()
  await send('carla', `${LUZ}/notes`, { id: concern, kind: 'concern', text: canary() })
  await send('carla', `${LUZ}/follow-up`, { id: id(), about: concern, text: canary() })
  await send('oscar', `${LUZ}/observe`, {
    id: id(),
    'level-listening': '2',
    'note-listening': canary(),
    note: canary(),
  })
  await send('carla', `${LUZ}/talk`, {
    id: id(),
    competency: 'self-care',
    accepted: 'yes',
    day: '2026-01-02',
    note: canary(),
  })
  await send('carla', `${LUZ}/outside`, {
    id: id(),
    competency: 'listening',
    standsFor: 'observation',
    day: '2026-01-02',
    source: canary(),
  })
  await send('carla', `${LUZ}/reviews/write`, {
    id: id(),
    day: today,
    wentWell: canary(),
    stayed: canary(),
    wellbeing: '4',
    capacity: '2',
    nextOn: plusDays(today, 90),
  })
  await send('carla', `${LUZ}/checks/references.seen`, {
    id: id(),
    act: 'accepted',
    onDay: '2026-01-02',
    number: canary(),
  })
  await send('carla', '/coordinate/people/message?programme=kidney', {
    who: '{luz}',
    'text-en': canary(),
    'text-es': canary(),
    seen: '1',
    id: id(),
    do: 'send',
  })
  const incident = id()
  await send('carla', `${LUZ}/incidents`, {
    id: incident,
    kind: 'incident',
    happenedOn: today,
    text: canary(),
    looksAfter: '{carla}',
  })
  await send('carla', `${LUZ}/incidents`, {
    id: id(),
    about: incident,
    text: canary(),
    told: canary(),
    ends: 'yes',
    looksAfter: '{carla}',
    seen: '1',
  })
  await send('carla', `${LUZ}/withdraw`, { id: '{of:signedOff}', reason: canary() })
  // A mail with a code to her, which waits.
  await send('carla', `${LUZ}/link`, {})
  // An application of before, joined with her account.
  const { name } = site.cast.luz
  await send(null, '/apply/form', {
    id: id(),
    why: canary(),
    experience: canary(),
    languages: 'en',
    times: 'Mondays',
    name,
    contact: `${all()[6]}@example.org`,
  })
  const list = await site.ask('GET', '/coordinate/applications?programme=kidney', { as: 'carla' })
  const [, application = ''] =
    new RegExp(`/coordinate/applications/([0-9a-f-]{36})[^>]*>\\s*${name}`).exec(list.text) ?? []
  expect(application).not.toBe('')
  const at = `/coordinate/applications/${application}`
  await send('carla', at, {
    id: id(),
    outcome: 'later',
    message: canary(),
    internalNote: canary(),
    againOn: plusDays(today, 30),
  })
  await send('carla', at, { do: 'join-account', other: '{luz}' })
  // What a package reports.
  const opened = await site.ask('GET', site.fill('/learn/packages/{of:package}'), { as: 'luz' })
  const [, part = ''] = /\/learn\/packages\/[0-9a-f-]{36}\/([\w-]+)/.exec(opened.text) ?? []
  const player = await site.ask('GET', site.fill(`/learn/packages/{of:package}/${part || 'tea'}`), {
    as: 'luz',
  })
  const [, launch = ''] = /data-launch="([0-9a-f-]{36})"/.exec(player.text) ?? []
  expect(launch).not.toBe('')
  const committed = await site.ask('POST', `/api/packages/${launch}`, {
    as: 'luz',
    type: 'application/json',
    headers: { 'alongside-owner': site.cast.luz.id },
    body: JSON.stringify({ sequence: 1, elements: { 'cmi.suspend_data': canary() } }),
  })
  expect(committed.status).toBe(200)

  expect(planted).toBeGreaterThanOrEqual(20)
  expect(cli('backup', backup())).toContain('Backed up')
  expect(found(/nothing/)).toEqual(all())
})

/** What Luz gets: names of the files, and their contents. */
async function download(): Promise<Readonly<Record<string, string>>> {
  const answer = await fetch(`${site.server.origin}/account/data/download`, {
    method: 'POST',
    headers: {
      cookie: site.spareCookie('luz'),
      origin: site.server.origin,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ owner: site.cast.luz.id }),
  })
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip'])
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
  return Object.fromEntries(
    Object.entries(files).map(([name, content]) => [name, Buffer.from(content).toString()]),
  )
}

test('Luz downloads what is hers, and nothing that staff wrote among themselves', async () => {
  const files = await download()
  const names = Object.keys(files)
  const page = files['mis-datos.html'] ?? ''
  // access, emergency, reflection, note, own words, question, address, correction, shared note.
  for (const n of [1, 2, 3, 4, 5, 6, 7, 8, 9]) expect(page).toContain(all()[n - 1])
  // internal, concern, what was done.
  for (const n of [10, 11, 12]) expect(page).not.toContain(all()[n - 1])
  expect(page).toMatch(/<html lang="es">[\s\S]*Lo que hizo y escribió en el curso/)
  const json = names
    .filter((name) => name.startsWith('json/'))
    .map((name) => JSON.parse(files[name] ?? '') as unknown)
  expect(JSON.stringify(json)).toContain(all()[2])
})

test('Carla releases one note and holds the others back; Luz reads why, and gets the one', async () => {
  await send('luz', '/account/data/notes', {})
  const list = await site.ask('GET', site.fill(`${LUZ}/data`), { as: 'carla' })
  const request =
    [...list.text.matchAll(/\/data\/([0-9a-f-]{36})/g)]
      .map(([, one]) => one)
      .find((one) => list.text.includes(`/data/${one}"`)) ?? ''
  const form = await site.ask('GET', site.fill(`${LUZ}/data/${request}`), { as: 'carla' })
  const rows = [...form.text.matchAll(/name="row-(\d+)" value="([^"]+)"/g)].map(
    ([, n = '', row = '']) => ({ n, row }),
  )
  expect(rows.length).toBeGreaterThan(3)
  // Nothing is decided by leaving it out.
  const undecided = await site.ask('POST', site.fill(`${LUZ}/data/${request}`), {
    as: 'carla',
    body: { do: 'review', ...Object.fromEntries(rows.map(({ n, row }) => [`row-${n}`, row])) },
  })
  expect(undecided.status).toBe(422)
  // The newest first: the concern, and before it the note among staff.
  const [, internal] = rows.filter(({ row }) => row.startsWith('internal-notes:'))
  const released = all()[9]
  const body = Object.fromEntries(
    rows.flatMap(({ n, row }) => [
      [`row-${n}`, row],
      [`hold-${n}`, row === internal?.row ? 'release' : 'hold'],
      [`why-${n}`, row === internal?.row ? '' : 'It names another person.'],
    ]),
  )
  await send('carla', `${LUZ}/data/${request}`, { do: 'review', ...body })
  const mine = await site.ask('GET', '/account/data', { as: 'luz' })
  expect(mine.text).toContain('It names another person.')
  expect(mine.text).toContain('Lo que se entregó está en su descarga.')
  const page = (await download())['mis-datos.html'] ?? ''
  expect([10, 11, 12].map((n) => page.includes(all()[n - 1] ?? '?'))).toEqual(
    [10, 11, 12].map((n) => all()[n - 1] === released),
  )
  expect(page).toContain('It names another person.')
})

test('Ana sees what would go in words, is refused under another name, and erases Luz while the server runs', async () => {
  await send('luz', '/account/data/erase', { sure: 'yes' })
  const desk = await site.ask('GET', '/manage/rights', { as: 'ana' })
  expect(desk.text).toContain('wants everything to be erased')
  const page = site.fill('/manage/accounts/{luz}/erase')
  const preview = await site.ask('GET', page, { as: 'ana' })
  expect(preview.text).toContain('What they did and wrote in the course')
  expect(preview.text).not.toMatch(/profile_fields|sign_offs|data_requests/)
  expect(
    (await site.ask('POST', page, { as: 'ana', body: { do: 'erase', name: 'Lux' } })).status,
  ).toBe(422)
  // A proof of long ago is none.
  const stale = await site.ask('POST', page, {
    cookie: site.staleCookie('ana'),
    owner: 'ana',
    body: { do: 'erase', name: site.cast.luz.name },
  })
  expect(stale.status).toBe(422)
  const done = await site.ask('POST', page, {
    as: 'ana',
    body: { do: 'erase', name: site.cast.luz.name },
  })
  expect([done.status, done.location]).toEqual([303, '/manage/rights?saved=erased'])
})

test('none of her words is left in a file, in what the server printed, or in what can be saved', async () => {
  expect(found(/monday/)).toEqual([])
  expect(all().filter((word) => site.server.output().includes(word))).toEqual([])
  for (const [as, file] of FILES) {
    const { text, status } = await site.ask('GET', file, { as })
    expect([file, status]).toEqual([file, 200])
    expect(all().filter((word) => text.includes(word))).toEqual([])
  }
  const signIns = await site.ask('POST', '/manage/security', { as: 'ana', body: { do: 'file' } })
  expect([signIns.status, signIns.text.length > 100]).toEqual([200, true])
  expect(all().filter((word) => signIns.text.includes(word))).toEqual([])
  expect((await site.ask('GET', site.fill(LUZ), { as: 'carla' })).text).not.toContain(
    site.cast.luz.name,
  )
  expect((await site.ask('GET', '/learn', { as: 'luz' })).status).toBe(303)
})

test('a device that was away sends her queue: it is gone, and nothing comes back (410)', async () => {
  const records = {
    records: [
      {
        id: id(),
        kind: 'lesson-read',
        item: 'consent/waiting-for-consent',
        revision: 1,
        madeAt: NOW,
        value: {},
      },
    ],
  }
  const late = (owner: string, cookie = ''): Promise<Answer> =>
    site.ask('POST', '/api/records', {
      cookie,
      type: 'application/json',
      headers: { 'alongside-owner': owner },
      body: JSON.stringify(records),
    })
  const { luz, ray } = site.cast
  expect((await late(luz.id)).status).toBe(410)
  expect(JSON.parse((await late(luz.id)).text)).toEqual({ error: 'erased' })
  // Also while somebody else is signed in there; and whoever is only signed out keeps theirs.
  expect((await late(luz.id, site.spareCookie('ray'))).status).toBe(410)
  expect((await late(ray.id)).status).toBe(401)
  const keys = await site.ask('GET', '/api/device-key', {
    cookie: '',
    headers: { 'alongside-owner': luz.id },
  })
  expect(keys.status).toBe(410)
})

test('Joyce is erased while her device sends: each answer is whole, and nothing of hers is left', async () => {
  const { joyce } = site.cast
  const cookie = site.spareCookie('joyce')
  const batch = () => ({
    records: Array.from({ length: 100 }, () => ({
      ...{ id: id(), kind: 'lesson-read', item: 'consent/waiting-for-consent', revision: 1 },
      ...{ madeAt: NOW, value: {} },
    })),
  })
  const send = async (): Promise<number> => {
    const { status } = await site.ask('POST', '/api/records', {
      cookie,
      owner: 'joyce',
      type: 'application/json',
      body: JSON.stringify(batch()),
    })
    return status
  }
  const before = await send()
  const erase = () =>
    site.ask('POST', site.fill('/manage/accounts/{joyce}/erase'), {
      as: 'ana',
      body: { do: 'erase', name: joyce.name },
    })
  const [first, second, erased, third, fourth] = await Promise.all([
    send(),
    send(),
    erase(),
    send(),
    send(),
  ])
  expect([before, erased.status]).toEqual([200, 303])
  for (const status of [first, second, third, fourth]) expect([200, 410]).toContain(status)
  expect(await send()).toBe(410)
  const data = beside(site)
  const left = data.rows('SELECT 1 FROM records WHERE person = ?', joyce.id)
  const [tombstone] = data.rows('SELECT name, email FROM people WHERE id = ?', joyce.id)
  data.close()
  expect(left).toEqual([])
  expect(tombstone).toEqual({ name: '—', email: '' })
})

test('an older backup is put back: she is erased again before anybody sees it', async () => {
  // While a server has the database it is refused, and nothing has changed.
  expect(() => cli('restore', backup())).toThrow(/is in use|running|holds/i)
  expect((await fetch(`${site.server.origin}/readyz`)).status).toBe(200)
  await site.server.stop()
  expect(cli('restore', backup())).toMatch(/erased again/)
  expect(found(/monday|before-restore/)).toEqual([])
  const again = await startServer({ dataDir: site.server.dataDir })
  try {
    expect((await fetch(`${again.origin}/readyz`)).status).toBe(200)
    expect(again.output()).not.toMatch(/qzcanary/)
  } finally {
    await again.stop()
  }
})
