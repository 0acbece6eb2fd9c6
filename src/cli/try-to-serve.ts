/** Starts this release on a copy of the database, at a port of its own, and waits until it answers. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { codeFolder, HOME } from '#builds.mjs'
import { settingsAsGiven } from '#settings.ts'

/** From a copy nobody is written to, and it listens only here. */
const NOT_ITS_OWN = ['SMTP_URL', 'MAIL_FROM', 'DATABASE_URL', 'DATABASE_AUTH_TOKEN']
const PATIENCE_MS = 120_000

/** @returns what it said where it did not come up, or null */
export async function tryToServe(file: string, dataDir: string): Promise<string | null> {
  const port = await freePort()
  const given: NodeJS.ProcessEnv = {}
  for (const [name, { value }] of Object.entries(settingsAsGiven().given))
    if (!NOT_ITS_OWN.includes(name)) given[name] = value
  const child = spawn(process.execPath, ['src/cli/alongside.ts', 'serve'].map(ours), {
    cwd: HOME,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...given,
      ALONGSIDE_CONFIG: 'none',
      DATABASE_URL: `file:${encodeURI(file)}`,
      DATA_DIR: dataDir,
      HOST: '127.0.0.1',
      PORT: String(port),
    },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (said += String(chunk)))
  let hasEnded = false
  const ended = once(child, 'exit').then(() => {
    hasEnded = true
  })
  const isUp = await answers(port, () => hasEnded)
  child.kill('SIGKILL')
  await ended
  return isUp ? null : said.trim() || 'It did not answer.'
}

const ours = (word: string, index: number): string =>
  index === 0 ? path.resolve(codeFolder(), word) : word

async function answers(port: number, hasEnded: () => boolean): Promise<boolean> {
  const until = Date.now() + PATIENCE_MS
  for (; Date.now() < until && !hasEnded(); await sleep(200)) {
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null)
    if (ready?.ok) return true
  }
  return false
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? address.port : 0
}
