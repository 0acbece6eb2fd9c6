/** The built server with the demo's invented cast, in a folder of its own. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { freePort, startServer, type StartedServer } from '#tests/start-server.ts'

export interface DemoServer extends StartedServer {
  readonly password: string
}

type Settings = Readonly<Record<string, string>>

/** @param settings such as those of `npm run demo` itself */
export async function startDemo(
  settings: Settings | ((port: number) => Settings) = {},
): Promise<DemoServer> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'alongside-demo-'))
  const port = await freePort()
  const more = typeof settings === 'function' ? settings(port) : settings
  const env = { ...process.env, DATA_DIR: dataDir, PORT: String(port), ...more }
  const demo = spawnSync(process.execPath, ['src/cli/alongside.ts', 'demo'], {
    env,
    encoding: 'utf8',
  })
  const password = /only this once: (\S+)/.exec(demo.stdout)?.[1]
  if (!password) throw new Error(`The demo was not made:\n${demo.stdout}${demo.stderr}`)
  const server = await startServer({ dataDir, port, env: more })
  return {
    ...server,
    password,
    async stop() {
      const code = await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
      return code
    },
  }
}

export async function signInAs(page: Page, server: DemoServer, name: string): Promise<void> {
  await page.goto(`${server.origin}/sign-in`)
  await page.locator('input[name=name]').fill(name)
  await page.locator('input[name=password]').fill(server.password)
  await page.locator('main form button[type=submit]').click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}
