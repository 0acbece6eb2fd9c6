/** The real, built server on a free port with a folder of its own; used by tests and by hand. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { QUICK } from '#cli/modern-node.mjs'

export interface StartedServer {
  /** `http://localhost:PORT` */
  readonly origin: string
  readonly dataDir: string
  /** The first administrator's one-time link; null when there already is an administrator. */
  readonly setupLink: string | null
  /** Process id of the server. */
  readonly pid: number
  /** Everything it printed so far. */
  output(): string
  /** SIGTERM; resolves with the exit code. The folder is removed unless it was handed in. */
  stop(): Promise<number | null>
  /** kill -9; the folder stays. */
  kill(): Promise<void>
}

export interface StartOptions {
  /** Default: a fresh one in the system's temporary folder. */
  readonly dataDir?: string
  /** Default: any free one. */
  readonly port?: number
  readonly env?: Readonly<Record<string, string>>
  /** How long it may take, in milliseconds: a minute, unless its database is large. */
  readonly withinMs?: number
  /** What Node runs, from the system's temporary folder: a release, in the place of the source. */
  readonly program?: readonly string[]
}

const root = path.resolve(import.meta.dirname, '..')

/** @throws Error with what the server printed when it does not come up in time */
export async function startServer(options: StartOptions = {}): Promise<StartedServer> {
  const dataDir = options.dataDir ?? mkdtempSync(path.join(tmpdir(), 'alongside-'))
  const port = options.port ?? (await freePort())
  const origin = options.env?.['ORIGIN'] ?? `http://localhost:${port}`
  const child = spawn(process.execPath, options.program ?? [...QUICK, 'src/front-door.ts'], {
    cwd: options.program ? tmpdir() : root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      TMPDIR: tmpdir(),
      ALONGSIDE_CONFIG: 'none',
      PORT: String(port),
      DATA_DIR: dataDir,
      ...options.env,
    },
  })
  let output = ''
  child.stdout.on('data', (chunk) => (output += String(chunk)))
  child.stderr.on('data', (chunk) => (output += String(chunk)))
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  // A test run that ends early takes its servers with it.
  const killAtExit = (): void => void child.kill('SIGKILL')
  process.once('exit', killAtExit)
  void exited.then(() => process.off('exit', killAtExit))

  await ready()
  return {
    origin,
    dataDir,
    setupLink: setupLinkIn(output),
    pid: child.pid ?? 0,
    output: () => output,
    async stop() {
      child.kill('SIGTERM')
      const code = await exited
      if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true })
      return code
    },
    async kill() {
      child.kill('SIGKILL')
      await exited
    },
  }

  /** Address and first start's words are printed together. */
  async function ready(): Promise<void> {
    const deadline = Date.now() + (options.withinMs ?? 60_000)
    let ended = false
    void exited.then(() => (ended = true))
    while (!isReady(output)) {
      if (ended || Date.now() > deadline) {
        child.kill('SIGKILL')
        throw new Error(`The server did not start:\n${output}`)
      }
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}

const isReady = (output: string): boolean => /^Alongside is at .*\n/m.test(output)

const setupLinkIn = (output: string): string | null =>
  /^\s+(https?:\/\/\S+)$/m.exec(output)?.[1] ?? null

/** A port that nothing listens on right now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, 'localhost', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
