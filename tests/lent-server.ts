/**
 * A server takes 1.7 seconds of processor time until it has all its pages, and is slow until it is warm. So who is done with
 * one gives it back, with database and files as they were after its start, and the next in the same worker takes it.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { startServer, type StartedServer } from '#tests/start-server.ts'
import { endWithRun, runFolder } from '#tests/once-per-run.ts'

type Settings = Readonly<Record<string, string>>

interface Kept {
  readonly server: StartedServer
  /** What stood in its folder when it had started. */
  readonly asBegun: string
}

/** By what they were started with, one of each; files of tests that share a worker each have this module anew (anew.ts). */
const shared = globalThis as unknown as Record<symbol, Map<string, Kept> | undefined>
const idle = (shared[Symbol.for('tests.lent-servers')] ??= new Map<string, Kept>())

/**
 * @param begun a folder to begin with; none: nobody has an account yet
 * @param port where the settings name it; else any
 * @returns a server that nobody else uses; `stop` gives it back, `kill` ends it
 */
export async function lentServer(
  env: Settings = {},
  begun?: string,
  port?: number,
): Promise<StartedServer> {
  const kind = JSON.stringify([begun, Object.entries(env).sort()])
  const kept = idle.get(kind) ?? (await start(env, begun, port))
  idle.delete(kind)
  return lend(kind, kept)
}

async function start(env: Settings, begun?: string, port?: number): Promise<Kept> {
  const dataDir = mkdtempSync(path.join(runFolder(), 'data-'))
  if (begun) cpSync(begun, dataDir, { recursive: true })
  const server = await startServer({ dataDir, env, ...(port === undefined ? {} : { port }) })
  endWithRun(server.pid)
  const asBegun = `${dataDir}-as-begun`
  mkdirSync(asBegun)
  await copy(dataDir, asBegun)
  return { server, asBegun }
}

function lend(kind: string, kept: Kept): StartedServer {
  const { server, asBegun } = kept
  const said = server.output().length
  let state: 'lent' | 'killed' | 'back' = 'lent'
  return {
    ...server,
    output: () => server.output().slice(said),
    async kill() {
      state = 'killed'
      await server.kill()
    },
    async stop() {
      if (state === 'lent') {
        for (const name of readdirSync(server.dataDir).filter(isCopied))
          rmSync(path.join(server.dataDir, name), { recursive: true })
        await copy(asBegun, server.dataDir)
        idle.set(kind, kept)
      }
      state = 'back'
      return 0
    },
  }
}

const DATABASE = 'alongside.db'
/** Not what belongs to the process: its database, locks and socket. */
const isCopied = (name: string): boolean => !name.startsWith(DATABASE) && name !== 'control.sock'

/** How often SQLite is asked again while the other process writes. */
const TRIES = 100

/** The database page by page, as SQLite does it: another process may have it open. */
async function copy(from: string, to: string): Promise<void> {
  for (const name of readdirSync(from).filter(isCopied))
    cpSync(path.join(from, name), path.join(to, name), { recursive: true })
  const source = new DatabaseSync(path.join(from, DATABASE))
  try {
    for (let tries = 1; ; tries++)
      try {
        await backup(source, path.join(to, DATABASE), { rate: 1_000_000 })
        return
      } catch (error) {
        if (tries === TRIES) throw error
        await sleep(50)
      }
  } finally {
    source.close()
  }
}
