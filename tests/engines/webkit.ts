/** WebKitGTK as Debian packs it (webkit2gtk-driver), by WebDriver; on a screen of its own, since it has no other (xvfb). */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { globSync } from 'node:fs'
import { freePort } from '#tests/start-server.ts'
import { MIDDLE, touchAt, type Engine, type Found } from './engine.ts'

const PACKAGES = 'Debian: apt install webkit2gtk-driver xvfb'
const [BROWSER] = globSync('/usr/lib/*/webkit2gtk-4.1/MiniBrowser')
const DISPLAY = ':97'

export function webkit(): Found {
  for (const [name, words] of [
    ['WebKitWebDriver', ['--version']],
    ['Xvfb', ['-help']],
  ] as const)
    if (spawnSync(name, words).error) return { missing: `${name} is not here (${PACKAGES})` }
  return BROWSER
    ? { start: () => start(BROWSER) }
    : { missing: `MiniBrowser is not here (${PACKAGES})` }
}

async function start(binary: string): Promise<Engine> {
  const children: ChildProcess[] = []
  const killAtExit = (): void => children.forEach((child) => void child.kill('SIGKILL'))
  process.once('exit', killAtExit)
  const begin = (name: string, words: readonly string[]): void => {
    const env = { ...process.env, DISPLAY, GTK_A11Y: 'none', LIBGL_ALWAYS_SOFTWARE: '1' }
    children.push(spawn(name, words, { stdio: 'ignore', env }))
  }
  begin('Xvfb', [DISPLAY, '-screen', '0', '1280x1000x24', '-nolisten', 'tcp'])
  const port = await freePort()
  begin('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'])
  const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const { value } = (await response.json()) as { value: unknown }
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value).slice(0, 500)}`)
    return value
  }
  await reached(() => call('GET', '/status'))
  const session = (await call('POST', '/session', {
    capabilities: {
      alwaysMatch: { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } },
    },
  })) as { sessionId: string; capabilities: { browserVersion: string } }
  const here = `/session/${session.sessionId}`
  const post = (path: string, body: unknown = {}): Promise<unknown> =>
    call('POST', here + path, body)
  const element = async (selector: string): Promise<string> => {
    const found = await post('/element', { using: 'css selector', value: selector })
    return Object.values(found as object)[0] as string
  }
  const engine: Engine = {
    version: `WebKitGTK ${session.capabilities.browserVersion}`,
    go: async (url) => void (await post('/url', { url })),
    url: async () => (await call('GET', `${here}/url`)) as string,
    run: async <T>(script: string, ...args: unknown[]) =>
      (await post('/execute/sync', { script, args })) as T,
    async press(selector) {
      const actions = touchAt(await engine.run(MIDDLE, selector))
      await post('/actions', {
        actions: [{ type: 'pointer', id: 'finger', parameters: { pointerType: 'mouse' }, actions }],
      })
    },
    type: async (selector, text) =>
      void (await post(`/element/${await element(selector)}/value`, { text })),
    async newPage() {
      const { handle } = (await post('/window/new', { type: 'tab' })) as { handle: string }
      await call('DELETE', `${here}/window`)
      await post('/window', { handle })
    },
    async end() {
      await call('DELETE', here).catch(() => undefined)
      process.off('exit', killAtExit)
      children.toReversed().forEach((child) => child.kill())
    },
  }
  return engine
}

async function reached(ask: () => Promise<unknown>): Promise<void> {
  const end = Date.now() + 30_000
  for (;;)
    try {
      await ask()
      return
    } catch (error) {
      if (Date.now() > end) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
}
