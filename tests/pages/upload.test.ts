/** Uploading a package over HTTP: who may, how much, and what stays on the disk (R23, R26). */
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#server/trail/new-id.ts'
import { makeZip, type Entry } from '#tests/scorm/make-zip.ts'
import { entries } from '#tests/scorm/manifests.ts'
import { openSite, type Site } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(async () => {
  await site.stop()
  expect(site.server.output()).not.toMatch(/Error|caused by/)
})

const BOUNDARY = 'alongside'
const field = (name: string, value: string): Buffer =>
  Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
const form = (zip: Buffer, fields: Readonly<Record<string, string>>): Buffer =>
  Buffer.concat([
    ...Object.entries(fields).map(([name, value]) => field(name, value)),
    Buffer.from(
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="package"; filename="..\\\\evil/tea.zip"\r\nContent-Type: application/zip\r\n\r\n`,
    ),
    zip,
    Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
  ])
const send = (
  as: 'carla' | 'oscar' | 'ray' | null,
  all: readonly Entry[],
  more: Readonly<Record<string, string>> = {},
) =>
  site.ask('POST', '/manage/packages/new', {
    as,
    type: `multipart/form-data; boundary=${BOUNDARY}`,
    body: form(makeZip(all), { programme: 'kidney', ...more }),
  })
/** Everything below DATA_DIR/packages. */
const onDisk = (): string[] => {
  const folder = path.join(site.server.dataDir, 'packages')
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true })
        .map(String)
        .filter((name) => name !== '.incoming')
    : []
}

test('a refused package is told by rule and file, and nothing of it stays', async () => {
  const answer = await send('carla', [...entries(), { name: '../evil.html', content: 'x' }])
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('../evil.html would be unpacked outside the package.')
  const late = await send('carla', [
    ...entries(),
    { name: 'wrong', content: 'x', claims: { crc: 1 } },
  ])
  expect(late.text).toContain('wrong is damaged')
  expect(onDisk()).toEqual([])
})

test('others cannot upload, nor a coordinator into another programme', async () => {
  expect((await send('ray', entries())).status).toBe(404)
  expect((await send('oscar', entries())).status).toBe(404)
  expect((await send(null, entries())).status).toBe(401)
  const foreign = await send('carla', entries(), { programme: 'long-term' })
  expect([foreign.status, foreign.text.includes('Choose a program')]).toEqual([422, true])
  expect(onDisk()).toEqual([])
})

test('who signed in a while ago shows the password first', async () => {
  const ask = (more: Readonly<Record<string, string>>) =>
    site.ask('POST', '/manage/packages/new', {
      cookie: site.staleCookie('cesar'),
      type: `multipart/form-data; boundary=${BOUNDARY}`,
      body: form(makeZip(entries()), { programme: 'kidney', ...more }),
    })
  expect((await ask({})).status).toBe(422)
  expect(onDisk()).toEqual([])
  expect((await ask({ password: 'seven quiet lamps' })).status).toBe(303)
  expect(onDisk().some((name) => name.endsWith('imsmanifest.xml'))).toBe(true)
})

test('the same form sent twice imports once; the file’s own name does no harm', async () => {
  const id = '01900000-0000-7000-8000-00000000abcd'
  const files = entries('1.2', { 'index.html': 'once' })
  for (const answer of [await send('carla', files, { id }), await send('carla', files, { id })])
    expect(answer.location).toBe(`/manage/packages/${id}?imported=1`)
  const page = await site.ask('GET', `/manage/packages/${id}`, { as: 'carla' })
  expect(page.text).toContain('tea.zip')
  expect(page.text).not.toContain('evil/tea.zip')
  expect((await site.ask('GET', `/manage/packages/${id}`, { as: 'gwen' })).status).toBe(404)
})

test('what was found many times is said once, with how many more there are', async () => {
  const id = '01900000-0000-7000-8000-00000000abce'
  const odd = Object.fromEntries(Array.from({ length: 13 }, (_, at) => [`a name ${at}.txt`, 'x']))
  await send('carla', entries('1.2', { 'index.html': 'odd', ...odd }), { id })
  const { text } = await site.ask('GET', `/manage/packages/${id}`, { as: 'carla' })
  expect(text).toContain('It can be opened here.')
  // Both not listed and oddly named.
  expect(text.match(/12 more like this/g)).toHaveLength(2)
  expect(text.match(/… and 3 more like this\./g)).toHaveLength(2)
  // With them: no control document, and nothing that talks to a learning system (D11).
  expect(text.match(/<strong>Warning:<\/strong>/g)).toHaveLength(4)
})

test('an empty file is no package, and nothing of it stays', async () => {
  const before = onDisk()
  const answer = await site.ask('POST', '/manage/packages/new', {
    as: 'carla',
    type: `multipart/form-data; boundary=${BOUNDARY}`,
    body: form(Buffer.alloc(0), { programme: 'kidney' }),
  })
  expect([answer.status, answer.text.includes('Choose a zip file')]).toEqual([422, true])
  expect(onDisk()).toEqual(before)
})

test('a form that ends in the middle is malformed, and nothing of it stays', async () => {
  const before = onDisk()
  const body = form(makeZip(entries()), { programme: 'kidney' })
  const answer = await site.ask('POST', '/manage/packages/new', {
    as: 'carla',
    type: `multipart/form-data; boundary=${BOUNDARY}`,
    body: body.subarray(0, body.length - 60),
  })
  expect(answer.status).toBe(400)
  expect(onDisk()).toEqual(before)
})

test('more than 100 MB is refused before it is read; everywhere else a megabyte is the most', async () => {
  const headers = { 'x-padding': 'x' }
  const ask = (to: string, bytes: number) =>
    site.ask('POST', to, {
      as: 'carla',
      headers,
      type: `multipart/form-data; boundary=${BOUNDARY}`,
      body: Buffer.alloc(bytes),
    })
  expect((await ask('/manage/packages/new', 100_200_000)).status).toBe(413)
  expect((await ask('/manage/packages/index', 1_000_001)).status).toBe(413)
})

describe('C18: the list of people to invite comes as a file, without JavaScript', () => {
  const listForm = (file: Uint8Array, fields: Readonly<Record<string, string>> = {}): Buffer =>
    Buffer.concat([
      ...Object.entries({ list: '', 'for-language': 'en', ...fields }).map(([name, value]) =>
        field(name, value),
      ),
      Buffer.from(
        `--${BOUNDARY}\r\nContent-Disposition: form-data; name="list-file"; filename="list.csv"\r\nContent-Type: text/csv\r\n\r\n`,
      ),
      file,
      Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
    ])
  const send = (file: Uint8Array) =>
    site.ask('POST', '/coordinate/invite-many', {
      as: 'carla',
      type: `multipart/form-data; boundary=${BOUNDARY}`,
      body: listForm(file),
    })
  const post = (body: Readonly<Record<string, string>>) =>
    site.ask('POST', '/coordinate/invite-many', { as: 'carla', body })
  const hidden = (text: string, name: string): string =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? ''

  // Ada joined under another sign-in name than the address to which her invitation went.
  beforeAll(async () => {
    const body = { name: 'Ada', email: 'ada@example.org', role: 'trainee', programme: 'kidney' }
    const made = await site.ask('POST', '/coordinate/invite', { as: 'carla', body })
    const [, secret] = /\/join\/([A-Z0-9-]{14})/.exec(made.text) ?? []
    const joined = await site.ask('POST', `/join/${secret}`, {
      body: { name: 'Ada', signInName: 'ada', password: 'three quiet herons', language: 'en' },
    })
    expect(joined.status).toBe(303)
  })

  test('C18: UTF-16 with tabs from Excel, with a column that nobody asked for', async () => {
    const words =
      'First Name\tLast Name\tE-mail Address\tPhone\r\nÁngela\tÑandú\ta@example.org\t1\r\n'
    const answer = await send(Buffer.from(`\ufeff${words}`, 'utf16le'))
    expect(answer.status).toBe(200)
    expect(answer.text).toContain('Ángela Ñandú</th>')
    expect(answer.text).toContain('These columns are left out: Phone.')
  })

  test('C18: where the letters could be read in two ways it asks, and takes the answer', async () => {
    const asked = await send(Buffer.from('Núñez José;jose@example.org\n', 'latin1'))
    expect(asked.text).toContain('Do these names look right?')
    const bytes = hidden(asked.text, 'bytes')
    const rest = { bytes, stage: 'letters', programme: 'kidney', 'for-language': 'en' }
    const none = await post(rest)
    expect([none.status, hidden(none.text, 'bytes')]).toEqual([422, bytes])
    expect((await post({ ...rest, encoding: 'windows-1252' })).text).toContain('Núñez José</th>')
  })

  test('C18: a workbook is refused with the way on, and what stands in the box is kept', async () => {
    const answer = await site.ask('POST', '/coordinate/invite-many', {
      as: 'carla',
      type: `multipart/form-data; boundary=${BOUNDARY}`,
      body: listForm(Buffer.from('PK\u0003\u0004'), { list: 'Canary Ruiz' }),
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Save the spreadsheet as CSV')
    expect(answer.text).toContain('Canary Ruiz')
  })

  test('C18: unknown headings, an account and one name twice are asked about before anybody is invited', async () => {
    const list = 'Navn;E-post\nAna Ruiz;ana.ruiz@example.org\nAna Ruiz;\nAda;ada@example.org'
    const asked = await post({ list, 'for-language': 'en' })
    expect(asked.text).toContain('What is in which column?')
    const columns = { 'column-0': 'name', 'column-1': 'email', headings: 'yes', stage: 'columns' }
    const batch = newId(Date.now())
    const preview = await post({ ...columns, list, batch, 'for-language': 'en' })
    expect(preview.text).toContain('has an account already')
    expect(hidden(preview.text, 'column-1')).toBe('email')
    const invite = { ...columns, list, batch, step: 'invite', stage: 'preview' }
    const early = await post(invite)
    expect(early.status).toBe(422)
    expect(early.text).toContain('Say whether they are different people')
    const done = await post({ ...invite, 'same-2': 'different' })
    expect(done.text.match(/class="invitation-card"/g)).toHaveLength(2)
  })

  test('C18: one person with an address that has an account is not invited to a second one', async () => {
    const answer = await site.ask('POST', '/coordinate/invite', {
      as: 'carla',
      body: { name: 'Ada', email: 'Ada@example.org', role: 'trainee', programme: 'kidney' },
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Somebody has an account with this address already')
  })
})
