/** Runs the command on a Node that can read TypeScript; works on Node 20 itself, called from any folder. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { modernNode, QUICK } from './modern-node.mjs'

const program = fileURLToPath(new URL('alongside.ts', import.meta.url))
const run = spawnSync(modernNode(), [...QUICK, program, ...process.argv.slice(2)], {
  stdio: 'inherit',
})
process.exit(run.status ?? 1)
