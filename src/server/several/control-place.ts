/**
 * Where the control sockets of the servers on one DATA_DIR lie. The first of a machine is `control.sock` where the database is a
 * file, which has one server; where machines may share the folder their sockets carry their names: one of another machine
 * answers nobody here, and is nobody's to take away.
 */
import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { hostname } from 'node:os'
import path from 'node:path'
import { isDatabaseFile } from '#db/client.ts'

/** Servers of one machine on one folder. */
const MOST = 9
const SOCKET = /^control(-[0-9a-f]{6}-\d)?\.sock$/

/** Where a server of this machine may listen, the first free one. */
export function ownPlaces(dataDir: string): string[] {
  if (isDatabaseFile()) return [path.join(dataDir, 'control.sock')]
  const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 6)
  return Array.from({ length: MOST }, (_, n) =>
    path.join(dataDir, `control-${machine}-${n + 1}.sock`),
  )
}

/** Where a command finds them; most of them may be left of servers that are no more. */
export function allPlaces(dataDir: string): string[] {
  try {
    return readdirSync(dataDir)
      .filter((name) => SOCKET.test(name))
      .sort()
      .map((name) => path.join(dataDir, name))
  } catch {
    return []
  }
}
