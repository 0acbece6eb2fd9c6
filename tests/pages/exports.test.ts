/** Packages from the page: Ana, the administrator, makes them; nobody else comes near. */
import { unzipSync } from 'fflate'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSite, type Site } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(async () => {
  await site.stop()
  expect(site.server.output()).not.toMatch(/Error|caused by/)
})

const WISH = {
  programme: 'kidney',
  language: 'both',
  standard: '2004',
  preset: 'moodle',
  scope: 'chosen',
  modules: ['role', 'consent'],
  tries: '3',
  interactions: 'preset',
}

async function make(change: Readonly<Record<string, string | readonly string[]>> = {}) {
  const answer = await site.ask('POST', '/manage/exports', {
    as: 'ana',
    body: { ...WISH, ...change },
  })
  expect(answer.status).toBe(303)
  return answer.location
}

const fetchZip = async (address: string): Promise<Response> =>
  fetch(site.server.origin + address, { headers: { cookie: site.spareCookie('ana') } })

describe('a package that Ana makes', () => {
  test('has a page with its size, SHA-256, steps for Moodle and what does not travel', async () => {
    const at = await make()
    const { text } = await site.ask('GET', at, { as: 'ana' })
    expect(text).toContain('alongside-kidney-en-es-scorm2004-moodle-part.zip')
    expect(text).toMatch(/[0-9a-f]{64}/)
    expect(text).toContain('Unlimited attempts')
    expect(text).toContain('Reflections and exercises')
    expect(text).toContain('After 3 tries')
  })

  test('is downloaded as it was measured, twice the same', async () => {
    const at = await make()
    const { text } = await site.ask('GET', at, { as: 'ana' })
    const [address = ''] = /\/manage\/exports\/[^"]*\/zip\/[^"]*/.exec(text) ?? []
    const answers = [await fetchZip(address), await fetchZip(address)]
    const bytes = await Promise.all(
      answers.map(async (one) => Buffer.from(await one.arrayBuffer())),
    )
    expect(answers[0]?.headers.get('content-disposition')).toMatch(/^attachment; filename="along/)
    const sums = bytes.map((one) => createHash('sha256').update(one).digest('hex'))
    expect(text).toContain(sums[0])
    expect(sums[1]).toBe(sums[0])
    expect(Object.keys(unzipSync(bytes[0] as Buffer))).toContain('imsmanifest.xml')
  })

  test('is one file for each module where that is asked for', async () => {
    const at = await make({ scope: 'each', modules: [] })
    const { text } = await site.ask('GET', at, { as: 'ana' })
    expect(new Set(text.match(/zip\/alongside-[^"]*\.zip/g)).size).toBeGreaterThanOrEqual(9)
  })

  test('stands in the history and in the audit log, by whom and when', async () => {
    const at = await make({ language: 'es', standard: '1.2', preset: 'canvas', scope: 'whole' })
    const { text } = await site.ask('GET', '/manage/exports', { as: 'ana' })
    expect(text).toContain(`href="${at}"`)
    expect(text).toContain('Canvas')
    const log = await site.ask('GET', '/manage/audit?act=package-exported', { as: 'ana' })
    expect(log.text).toContain('made a SCORM package')
  })

  test('runs in a frame of ours with nothing but its own files', async () => {
    const at = await make()
    const name = 'alongside-kidney-en-es-scorm2004-moodle-part.zip'
    const file = await site.ask('GET', `${at}/play/${name}/index.html`, { as: 'ana' })
    expect(file.status).toBe(200)
    const policy = file.headers.get('content-security-policy')
    expect(policy).toContain(`script-src ${site.server.origin}${at}/play/${name}/;`)
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'self'")
    const page = await site.ask('GET', `${at}/preview?package=${name}`, { as: 'ana' })
    expect(page.status).toBe(200)
    expect(page.text).toMatch(/<iframe[^>]*title="The package: /)
    for (const other of [
      'nothing.html',
      '..%2f..%2fpackage.json',
      'imsmanifest.xml',
      'constructor',
    ])
      expect((await site.ask('GET', `${at}/play/${name}/${other}`, { as: 'ana' })).status).toBe(404)
  })

  test('is there for nobody else', async () => {
    const at = await make()
    const name = 'alongside-kidney-en-es-scorm2004-moodle-part.zip'
    for (const page of [
      at,
      `${at}/zip/${name}`,
      `${at}/preview?package=${name}`,
      `${at}/play/${name}/index.html`,
    ])
      for (const as of ['ray', 'oscar', 'carla', 'gwen'] as const)
        expect([page, as, (await site.ask('GET', page, { as })).status]).toEqual([page, as, 404])
  })

  test('says so when the course has moved on, and offers to make it again', async () => {
    const at = await make()
    const folder = path.join(site.server.dataDir, 'programmes')
    mkdirSync(folder, { recursive: true })
    const words = readFileSync('content/programmes/kidney.yaml', 'utf8')
    expect(words).toContain('555-0100')
    writeFileSync(path.join(folder, 'kidney.yaml'), words.replace('555-0100', '555-0199'))
    const { text } = await site.ask('GET', at, { as: 'ana' })
    expect(text).toContain('have changed since')
    expect(text).not.toContain('/zip/')
    expect(text).toContain('Make it again')
    const gone = await site.ask(
      'GET',
      `${at}/zip/alongside-kidney-en-es-scorm2004-moodle-part.zip`,
      {
        as: 'ana',
      },
    )
    expect(gone.status).toBe(404)
    const { text: list } = await site.ask('GET', '/manage/exports', { as: 'ana' })
    expect(list).toContain('The course has moved on')
    rmSync(path.join(folder, 'kidney.yaml'))
    expect((await site.ask('GET', at, { as: 'ana' })).text).toContain('/zip/')
  })
})

describe('what cannot be made is refused with words, and what was chosen is kept', () => {
  test.each([
    ['no module', { modules: [] }, 'Choose at least one module'],
    ['a module that is not there', { modules: ['constructor'] }, 'Choose at least one module'],
    ['another standard', { standard: '1.3' }, 'Choose a standard'],
    ['a language that we do not have', { language: 'fr' }, 'Choose a language'],
    ['a learning system that we do not know', { preset: '__proto__' }, 'Choose a learning system'],
    ['half a try', { tries: '0.5' }, 'Choose a number of tries'],
    ['a programme that is not there', { programme: 'heart' }, 'Choose a program'],
  ])('%s', async (_, change, says) => {
    const answer = await site.ask('POST', '/manage/exports', {
      as: 'ana',
      body: { ...WISH, preset: 'canvas', ...change },
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(says)
    expect(answer.text).toContain('There is a problem')
    if (!('preset' in change)) expect(answer.text).toMatch(/value="canvas" selected/)
  })
})
