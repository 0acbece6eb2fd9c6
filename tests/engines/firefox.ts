/** Firefox as Debian packs it (firefox-esr), by WebDriver BiDi over the WebSocket that Node has: no driver between them. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { MIDDLE, touchAt, until, type Engine, type Found } from './engine.ts'

/** A profile that asks nobody anything and tells nobody anything. */
const PREFS = {
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.reportingpolicy.firstRun': false,
}

export function firefox(): Found {
  const { status } = spawnSync('firefox-esr', ['--version'], { encoding: 'utf8' })
  if (status !== 0)
    return { missing: 'firefox-esr does not run here (Debian: apt install firefox-esr)' }
  return { start }
}

async function start(): Promise<Engine> {
  const profile = mkdtempSync(path.join(tmpdir(), 'alongside-firefox-'))
  writeFileSync(
    path.join(profile, 'user.js'),
    Object.entries(PREFS)
      .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
      .join(''),
  )
  const child = spawn(
    'firefox-esr',
    ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'],
    { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, HOME: profile } },
  )
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const killAtExit = (): void => void child.kill('SIGKILL')
  process.once('exit', killAtExit)
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stderr.on('data', (part) => {
      said += String(part)
      const listens = /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1]
      if (listens) resolve(listens)
    })
    void exited.then(() => reject(new Error(`Firefox ended before it listened:\n${said}`)))
  })
  const send = await connect(`${address}/session`)
  const session = (await send('session.new', { capabilities: {} })) as {
    capabilities: { browserVersion: string }
  }
  const tree = (await send('browsingContext.getTree', {})) as { contexts: { context: string }[] }
  let context = tree.contexts[0]?.context ?? ''
  const engine: Engine = {
    version: `Firefox ${session.capabilities.browserVersion}`,
    async go(url) {
      // Between two pages there is none to mark.
      await until(
        engine,
        'a page to go from',
        "return document.documentElement && ((document.documentElement.dataset.before = ''), true)",
      )
      // Where a worker answers in the place of a server that is away, BiDi calls the navigation failed: the page says it.
      await send('browsingContext.navigate', { context, url, wait: 'none' }).catch(
        (error: Error) => {
          if (!error.message.includes('NS_ERROR_CONNECTION_REFUSED')) throw error
        },
      )
      await until(
        engine,
        url,
        "return document.readyState === 'complete' && document.documentElement.dataset.before === undefined",
      )
    },
    url: () => engine.run('return location.href'),
    async run<T>(body: string, ...args: unknown[]) {
      const expression = `JSON.stringify((function () { ${body} }).apply(null, ${JSON.stringify(args)}) ?? null)`
      const answer = (await send('script.evaluate', {
        expression,
        target: { context },
        awaitPromise: false,
      })) as { type: string; result?: { value: string }; exceptionDetails?: { text: string } }
      if (!answer.result || answer.type !== 'success')
        throw new Error(`${answer.exceptionDetails?.text} in: ${body}`)
      return JSON.parse(answer.result.value) as T
    },
    async press(selector) {
      const actions = touchAt(await engine.run(MIDDLE, selector))
      await send('input.performActions', {
        context,
        actions: [{ type: 'pointer', id: 'finger', actions }],
      })
    },
    async type(selector, text) {
      await engine.press(selector)
      const actions = [...text].flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ])
      await send('input.performActions', {
        context,
        actions: [{ type: 'key', id: 'keys', actions }],
      })
    },
    async newPage() {
      const made = (await send('browsingContext.create', { type: 'tab' })) as { context: string }
      await send('browsingContext.close', { context })
      context = made.context
    },
    async end() {
      await send('session.end', {}).catch(() => undefined)
      child.kill()
      await exited
      process.off('exit', killAtExit)
      rmSync(profile, { recursive: true, force: true })
    },
  }
  return engine
}

const ANSWER_MS = 60_000

type Send = (method: string, params: unknown) => Promise<unknown>

async function connect(address: string): Promise<Send> {
  const socket = new WebSocket(address)
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve())
    socket.addEventListener('error', () =>
      reject(new Error(`Firefox does not answer at ${address}`)),
    )
  })
  const waiting = new Map<number, (answer: Answer) => void>()
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer
    waiting.get(answer.id ?? 0)?.(answer)
  })
  let last = 0
  return (method, params) =>
    new Promise((resolve, reject) => {
      const id = ++last
      const late = setTimeout(() => reject(new Error(`${method}: no answer`)), ANSWER_MS)
      waiting.set(id, (answer) => {
        clearTimeout(late)
        waiting.delete(id)
        if (answer.type === 'success') resolve(answer.result)
        else reject(new Error(`${method}: ${answer.error}: ${answer.message}`))
      })
      socket.send(JSON.stringify({ id, method, params }))
    })
}

interface Answer {
  readonly id?: number
  readonly type: string
  readonly result?: unknown
  readonly error?: string
  readonly message?: string
}
