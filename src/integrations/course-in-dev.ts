/**
 * While developing: keeps the compiled course fresh, shows an author's mistake over the page (once, with its place),
 * and reloads pages when a change is compiled, not before. The cast comes when the course is there to make it from.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { AstroIntegrationLogger } from 'astro'
import { isRunnableDevEnvironment, type ViteDevServer } from 'vite'
import { compileContent } from '../authoring/check.ts'
import { tell } from '../authoring/problem.ts'
import { mistakeOverPage } from './mistake-over-page.ts'

const NAMES = [
  'en',
  'en-GB',
  'es',
  'programmes',
  'competencies',
  'role-plays',
  'facts',
  'ledger',
  'former',
  'help',
]
const FOLDER = path.resolve('.astro/course')
const ROUTE = path.resolve('src/pages/course/[name].json.ts')
/** The course, and what /help is drawn from. */
const WRITTEN = ['content', 'docs'].map((folder) => path.resolve(folder) + path.sep)
/** An editor saves several files in a row. */
const SETTLE_MS = 150
/** Astro asks for reloads of its own within this time of a change in content/: only ours counts. */
const QUIET_MS = 2000
/** What the compiler itself asks the server for, and scripts and styles of a page that is there. */
const PASSES = /^\/(?:course\/|@|src\/|node_modules\/|__)/

export function followContent(server: ViteDevServer, logger: AstroIntegrationLogger): void {
  process.env['COURSE_DIR'] = FOLDER
  const { hot } = server.environments.client
  const changed = new Set<string>()
  let quietUntil = 0
  let mistake: ReturnType<typeof mistakeOverPage> = null
  let begin = (): void => undefined
  let ready = new Promise<void>((resolve) => (begin = resolve))

  const send = hot.send.bind(hot)
  const sendInTime = (...args: unknown[]): void => {
    const [payload] = args
    const isReload =
      typeof payload === 'object' && payload && 'type' in payload && payload.type === 'full-reload'
    if (!isReload || Date.now() > quietUntil) Reflect.apply(send, hot, args)
  }
  hot.send = sendInTime
  server.ws.send = sendInTime
  // Whoever opens a page later sees what is wrong as well.
  hot.on('vite:client:connect', (_data, client) => {
    if (mistake) client.send(mistake)
  })
  server.middlewares.use((request, answer, next) => {
    // Pages ask it before they send what was typed. Here is no front door that would answer.
    if (request.url === '/readyz')
      answer.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"ok"}')
    else if (PASSES.test(request.url ?? '')) next()
    else
      void ready.then(() => {
        if (isThere()) next()
        else answer.writeHead(503, { 'content-type': 'text/html' }).end(NOTHING_YET)
      })
  })

  async function compile(): Promise<void> {
    const problems = compileContent('content').problems.filter((one) => one.severity === 'error')
    mistake = mistakeOverPage(problems)
    if (mistake) {
      for (const problem of problems) logger.error(tell(problem))
      logger.error('Pages show the course as it was before.')
      return send(mistake)
    }
    forget(server, [ROUTE, ...changed])
    changed.clear()
    await fetchAll(server)
    send({ type: 'full-reload', path: '*' })
  }

  let timer: NodeJS.Timeout | undefined
  let waiting: (() => void) | undefined
  server.watcher.on('all', (event, file) => {
    if (!WRITTEN.some((folder) => file.startsWith(folder))) return
    changed.add(file)
    quietUntil = Date.now() + QUIET_MS
    if (!waiting) ready = new Promise((resolve) => (waiting = resolve))
    clearTimeout(timer)
    // What is new must first be known to Astro.
    timer = setTimeout(
      () => {
        queue(waiting)
        waiting = undefined
      },
      event === 'change' ? SETTLE_MS : 8 * SETTLE_MS,
    )
  })

  // One after the other: two at once would each undo what the other has forgotten.
  let last = Promise.resolve()
  const queue = (done?: () => void): void => {
    last = last
      .then(compile)
      .catch((error: unknown) => logger.error(whole(error)))
      .then(makeCast)
      .then(done)
  }
  server.httpServer?.once('listening', () => queue(begin))
}

/** With what it came from: "fetch failed" alone says nothing. */
const whole = (error: unknown): string =>
  error instanceof Error && error.cause ? `${error} (${whole(error.cause)})` : String(error)

/** So that both are read again. */
function forget(server: ViteDevServer, files: readonly string[]): void {
  for (const environment of Object.values(server.environments))
    for (const file of files) {
      const { moduleGraph } = environment
      for (const module of moduleGraph.getModulesByFile(file) ?? [])
        moduleGraph.invalidateModule(module)
      if (!isRunnableDevEnvironment(environment)) continue
      const { evaluatedModules } = environment.runner
      for (const module of evaluatedModules.getModulesByFile(file) ?? [])
        evaluatedModules.invalidateModule(module)
    }
}

/**
 * A connection of its own: one that was kept may have been closed while this process compiled, and the change would be
 * shown only with the next one.
 */
const ANEW = { headers: { connection: 'close' } }

/** All of them or none. */
async function fetchAll(server: ViteDevServer): Promise<void> {
  const listens = server.httpServer?.address() as AddressInfo | undefined
  if (!listens) throw new Error('The development server does not listen.')
  const { address, family, port } = listens
  const host = family === 'IPv6' ? `[${address}]` : address
  const texts: [string, string][] = []
  for (const name of NAMES) {
    const answer = await fetch(`http://${host}:${port}/course/${name}.json`, ANEW)
    if (!answer.ok)
      throw new Error(`The course was not compiled: ${name} answers ${answer.status}.`)
    texts.push([name, await answer.text()])
  }
  mkdirSync(FOLDER, { recursive: true })
  for (const [name, text] of texts) writeFileSync(path.join(FOLDER, `${name}.next`), text)
  for (const [name] of texts)
    renameSync(path.join(FOLDER, `${name}.next`), path.join(FOLDER, `${name}.json`))
}

/** Of a course that was never compiled there is nothing but what is wrong with it. */
const NOTHING_YET =
  '<!doctype html><title>Alongside</title><script type="module" src="/@vite/client"></script>'
const isThere = (): boolean => existsSync(path.join(FOLDER, 'en.json'))

const MADE = Symbol.for('alongside.dev-cast')
const shared = globalThis as unknown as Record<symbol, boolean | undefined>

/** Once in a process, before any page is asked for: afterwards this one holds the database. */
async function makeCast(): Promise<void> {
  if (shared[MADE] || !isThere()) return
  shared[MADE] = true
  const child = spawn(process.execPath, ['src/cli/alongside.ts', 'demo'], { stdio: 'inherit' })
  const code = await new Promise((resolve) => child.once('exit', resolve))
  if (code !== 0) process.exit(1)
}
