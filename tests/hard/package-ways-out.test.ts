/**
 * No way out of a package in engines that Playwright does not drive as people have them (D8, R27): each way is tried from a
 * page without a policy, and from a package. What an engine cannot do at all is printed; nothing may come from the package.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeDatabase, openDatabase } from '#db/client.ts'
import { wordsIn } from '#i18n/words.ts'
import { newId } from '#server/trail/new-id.ts'
import { makeCast, PASSWORD } from '#tests/cast.ts'
import { pressAndGo, sees, type Engine } from '#tests/engines/engine.ts'
import { firefox } from '#tests/engines/firefox.ts'
import { webkit } from '#tests/engines/webkit.ts'
import { placeTea } from '#tests/pages/a-package.ts'
import { listen, ownAddress, QUIET, waysPage, type Ear } from '#tests/scorm/ways-out.ts'
import { freePort, startServer, type StartedServer } from '#tests/start-server.ts'

const ENGINES = { Firefox: firefox(), WebKitGTK: webkit() }
/** What every engine can do: if one of these is not heard, the control is broken and nothing was shown. */
const CERTAIN = [
  'fetch',
  'a request of the old kind',
  'beacon',
  'web socket',
  'stream of events',
  'picture',
  'style sheet',
  'picture of a style',
  'script',
  'script that is a module',
  'frame',
  'form into a frame',
  'form that posts into a frame',
  'worker of a text',
]
/** Its first call, as of any package. */
const API =
  "for (var w = window; w !== w.parent && !w.API; w = w.parent); if (w.API) w.API.LMSInitialize('');"
const LONG_MS = 6000

const quiet = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
/** Until nothing new was heard for a while. */
async function settled(ear: Ear, who: string): Promise<string[]> {
  for (let before = -1; before !== ear.heard(who).length; await quiet(LONG_MS))
    before = ear.heard(who).length
  return ear.heard(who)
}

for (const name of ['Firefox', 'WebKitGTK'] as const) {
  const found = ENGINES[name]
  if ('missing' in found) console.log(`Skipped: ${name}: ${found.missing}.`)
  describe.skipIf('missing' in found)(name, () => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'alongside-ways-'))
    const id = newId(Date.now())
    let engine: Engine
    let server: StartedServer
    let control: Server
    let ear: Ear

    beforeAll(async () => {
      if ('missing' in found) return
      ear = await listen(['free', 'package'], ownAddress())
      await openDatabase({
        url: `file:${path.join(dataDir, 'alongside.db')}`,
        authToken: undefined,
        dataDir,
      })
      const cast = await makeCast(Date.now())
      await placeTea(id, cast.carla.id, Date.now())
      await closeDatabase()
      const folder = path.join(dataDir, 'packages', 'a'.repeat(64))
      mkdirSync(folder, { recursive: true })
      writeFileSync(path.join(folder, 'index.html'), waysPage(ear.place('package'), API))
      const port = await freePort()
      server = await startServer({
        dataDir,
        port,
        env: { CONTENT_ORIGIN: `http://127.0.0.1:${port}` },
      })
      control = createServer((_request, answer) => {
        answer.writeHead(200, { 'content-type': 'text/html' })
        answer.end(waysPage(ear.place('free'), ''))
      })
      await new Promise<void>((resolve) => control.listen(0, '127.0.0.1', resolve))
      engine = await found.start()
      console.log(`Runs: ${engine.version}`)
    })
    afterAll(async () => {
      await engine?.end()
      await server?.stop()
      control?.close()
      ear?.close()
      rmSync(dataDir, { recursive: true, force: true })
    })

    test('a page without a policy is heard', async () => {
      await engine.go(`http://127.0.0.1:${(control.address() as AddressInfo).port}/`)
      const heard = await settled(ear, 'free')
      const silent = Object.keys(QUIET).filter((way) => !heard.includes(way))
      console.log(`${engine.version}: ${heard.length} ways heard; not these: ${silent.join('; ')}`)
      // Loopback alone is no address that Firefox calls; WebKitGTK of Debian has no calls at all.
      if (name === 'Firefox' && ownAddress() !== '127.0.0.1')
        expect(heard).toContain('call between people')
      expect(CERTAIN.filter((way) => !heard.includes(way))).toEqual([])
    })

    test('a package is not, by none of them', async () => {
      await engine.go(`${server.origin}/sign-in?way=password`)
      await engine.type('#name', 'ray')
      await engine.type('#password', PASSWORD)
      await pressAndGo(engine, 'form:has(#password) button[type=submit]')
      await engine.go(`${server.origin}/learn/packages/${id}/1`)
      await sees(engine, wordsIn('en').packages.learn.says.opened)
      expect(await settled(ear, 'package')).toEqual([])
    })
  })
}
