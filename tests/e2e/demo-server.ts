/** The built server with the demo's invented cast. */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { QUICK } from '#cli/modern-node.mjs'
import { freePort, type StartedServer } from '#tests/start-server.ts'
import { lentServer } from '#tests/lent-server.ts'
import { oncePerRun } from '#tests/once-per-run.ts'

export interface DemoServer extends StartedServer {
  readonly password: string
}

type Settings = Readonly<Record<string, string>>

/** A start that did not say so would refuse the invented people. */
export const CAST: Settings = { ALONGSIDE_CAST: '1' }

/** @param settings such as those of `npm run demo` itself */
export async function startDemo(
  settings: Settings | ((port: number) => Settings) = {},
): Promise<DemoServer> {
  const port = typeof settings === 'function' ? await freePort() : undefined
  const env = { ...CAST, ...(typeof settings === 'function' ? settings(port ?? 0) : settings) }
  // Where packages may be imported, the cast has one.
  const hasPackage = 'ALONGSIDE_DEMO' in env || 'CONTENT_ORIGIN' in env
  const made = await oncePerRun(hasPackage ? 'demo-with-package' : 'demo', (folder) =>
    makeDemo(folder, hasPackage ? { ALONGSIDE_DEMO: '1' } : {}),
  )
  const password = readFileSync(path.join(made, 'password'), 'utf8')
  return { ...(await lentServer(env, path.join(made, 'data'), port)), password }
}

/** The database of the cast in `data`, and beside it the password that was shown once. */
function makeDemo(folder: string, settings: Settings): void {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [...QUICK, 'src/cli/alongside.ts', 'demo'],
    {
      env: { ...process.env, ...settings, DATA_DIR: path.join(folder, 'data') },
      encoding: 'utf8',
    },
  )
  const password = /only this once: (\S+)/.exec(stdout)?.[1]
  if (!password) throw new Error(`The demo was not made:\n${stdout}${stderr}`)
  writeFileSync(path.join(folder, 'password'), password)
}

/** Sends what the form of /sign-in would, and opens the first page: coordinate-register.spec.ts fills in the form itself. */
export const signInAs = (page: Page, server: DemoServer, name: string): Promise<void> =>
  signInWith(page, server, { name })

/** At a computer that others use. */
export const signInShared = (page: Page, server: DemoServer, name: string): Promise<void> =>
  signInWith(page, server, { name, shared: 'yes' })

async function signInWith(
  page: Page,
  server: DemoServer,
  { name, ...more }: { readonly name: string; readonly shared?: string },
): Promise<void> {
  const { origin, password } = server
  const answer = await page.request.post(`${origin}/sign-in`, {
    headers: { origin },
    form: { owner: '', name, password, ...more },
    maxRedirects: 0,
  })
  expect([answer.status(), name]).toEqual([303, name])
  await page.goto(new URL(answer.headers()['location'] ?? '', origin).href)
}
