/**
 * Runs the command on a Node that can read TypeScript; works on Node 20 itself, called from any folder. In a release,
 * dist/alongside.mjs calls it.
 */
import { fileURLToPath } from 'node:url'
import { modernNode, QUICK } from './modern-node.mjs'
import { become } from './become.mjs'

if (modernNode() === process.execPath) {
  await import('./resolve-once.mjs')
  await import('./alongside.ts')
} else {
  const program = fileURLToPath(new URL('alongside.ts', import.meta.url))
  become([...QUICK, program, ...process.argv.slice(2)])
}
