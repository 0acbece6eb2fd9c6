/** The cast on a libSQL server, and two processes of the built server on it that share a folder. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { closeDatabase, openDatabase } from '#db/client.ts'
import { makeCast, type Cast, type Name } from '#tests/cast.ts'
import { enter } from '#tests/entry.ts'
import { freePort, startServer, type StartedServer } from '#tests/start-server.ts'
import { askAt, type Told, type Wish } from './ask.ts'
import { startSqld, type Sqld } from './sqld.ts'

export interface Two {
  readonly sqld: Sqld
  readonly cast: Cast
  /** The folder that both share. */
  readonly dataDir: string
  readonly servers: StartedServer[]
  readonly ports: readonly number[]
  /** HOST:PORT that both answer to; `spread` may listen there. */
  readonly host: string
  readonly contentHost: string
  /** Settings of each, for one that is started again and for commands. */
  readonly env: Readonly<Record<string, string>>
  /** To the first (0) or the second (1). */
  ask(which: number, path: string, wish?: Wish): Promise<Told>
  cookieOf(name: Name): string
  start(which: number): Promise<void>
  stop(): Promise<void>
}

/** The database is open in this process until `stop`. @param more settings @param url another way to the same server */
export async function startTwo(
  more: Readonly<Record<string, string>> = {},
  url?: (sqld: Sqld) => Promise<string>,
): Promise<Two> {
  const sqld = await startSqld()
  const dataDir = mkdtempSync(path.join(tmpdir(), 'alongside-two-'))
  const now = Date.now()
  await openDatabase({ url: sqld.url, authToken: undefined, dataDir })
  const cast = await makeCast(now)
  const cookies = new Map<string, string>()
  for (const [name, person] of Object.entries(cast)) {
    const isStaff = person.roles.some(({ role }) => role !== 'trainee')
    cookies.set(name, await enter(person, isStaff ? 'staff' : 'trainee', now))
  }
  const ports = [await freePort(), await freePort()]
  const [host, contentHost] = [`localhost:${await freePort()}`, 'packages.test']
  const env = {
    DATABASE_URL: (await url?.(sqld)) ?? sqld.url,
    ORIGIN: `http://${host}`,
    CONTENT_ORIGIN: `http://${contentHost}`,
    HOST: '127.0.0.1',
    ...more,
  }
  const servers: StartedServer[] = []
  const start = async (which: number): Promise<void> => {
    servers[which] = await startServer({ dataDir, port: ports[which] ?? 0, env })
  }
  try {
    await Promise.all([start(0), start(1)])
  } catch (error) {
    await sqld.remove()
    throw error
  }
  return {
    ...{ sqld, cast, dataDir, servers, ports, host, contentHost, start },
    env: { ...env, DATA_DIR: dataDir },
    ask: (which, to, wish) => askAt(ports[which] ?? 0, host, to, wish),
    cookieOf: (name) => `alongside=${cookies.get(name) ?? ''}`,
    stop: async () => {
      await Promise.all(servers.map((server) => server.kill()))
      await closeDatabase()
      await sqld.remove()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
