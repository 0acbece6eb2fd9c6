/** A build beside a running server: a folder of its own, switched to at once, cleared away when nobody runs it. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import {
  builtFolder,
  currentBuild,
  markInUse,
  newBuild,
  previousBuild,
  RUN,
  switchTo,
  tidyBuilds,
} from '#builds.mjs'
import { startServer } from '#tests/start-server.ts'

const real = path.resolve(builtFolder())
let root = ''
let dist = ''
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'alongside-builds-'))
  symlinkSync(path.resolve('node_modules'), path.join(root, 'node_modules'))
})
beforeEach(() => {
  dist = mkdtempSync(path.join(root, 'dist-'))
  vi.stubEnv('ALONGSIDE_DIST', dist)
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(root, { recursive: true })
})

/** Here the source runs it, with its packages. */
const COPY = { recursive: true, filter: (file: string) => path.basename(file) !== RUN }
const anHourAgo = new Date(Date.now() - 3_600_000)

/** An empty build that was made an hour ago. */
function made(): string {
  const id = newBuild()
  mkdirSync(path.join(dist, id))
  utimesSync(path.join(dist, id), anHourAgo, anHourAgo)
  switchTo(id, anHourAgo)
  return id
}
const builds = (): string[] => readdirSync(dist).filter((name) => /^\d/.test(name))

test('B8: what is half built is nobody’s build', () => {
  expect(currentBuild()).toBe(null)
  const whole = made()
  mkdirSync(path.join(dist, newBuild()))
  expect(currentBuild()).toBe(whole)
})

test('B8: old builds are cleared away, but never one that runs, nor the one before, which is the way back', () => {
  const [old, running, killed] = [made(), made(), made()]
  const [previous, newest] = [made(), made()]
  const stopped = markInUse(running)
  // A server that was killed an hour ago left its mark.
  const mark = path.join(dist, 'in-use', `${killed}--4194305`)
  writeFileSync(mark, '')
  utimesSync(mark, anHourAgo, anHourAgo)
  tidyBuilds()
  const all = [old, running, killed, previous, newest]
  expect(all.filter((id) => builds().includes(id))).toEqual([running, previous, newest])
  stopped()
  tidyBuilds()
  expect(all.filter((id) => builds().includes(id))).toEqual([previous, newest])
  expect([previousBuild(), currentBuild()]).toEqual([previous, newest])
})

test('B8: a running server keeps what it started with, and the next one has the new words', async () => {
  const [before, after] = [newBuild(), newBuild()]
  cpSync(real, path.join(dist, before), COPY)
  switchTo(before, new Date())
  const server = await startServer({ env: { ALONGSIDE_DIST: dist } })
  const words = async (origin: string): Promise<string> => (await fetch(`${origin}/about`)).text()
  const first = await words(server.origin)
  expect(first).toContain('Alongside')

  cpSync(real, path.join(dist, after), COPY)
  for (const name of readdirSync(path.join(dist, after, 'server'), { recursive: true }) as string[])
    if (name.endsWith('.mjs')) {
      const file = path.join(dist, after, 'server', name)
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll('Alongside', 'Beside'))
    }
  switchTo(after, new Date())
  utimesSync(path.join(dist, before), anHourAgo, anHourAgo)
  tidyBuilds()
  for (const page of ['/', '/about', '/apply', '/sign-in', '/sample', '/privacy', '/favicon.svg'])
    expect([page, (await fetch(server.origin + page)).status < 400]).toEqual([page, true])
  expect(await words(server.origin)).toBe(first)

  const next = await startServer({ env: { ALONGSIDE_DIST: dist } })
  expect(await words(next.origin)).toContain('Beside')
  expect(await server.stop()).toBe(0)
  tidyBuilds()
  expect(builds().sort()).toEqual([before, after].sort())
  await next.stop()
})
