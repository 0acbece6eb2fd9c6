/** Runs the command on a Node that can read TypeScript; works on Node 20 itself. */
import { spawnSync } from 'node:child_process'
import { modernNode } from './modern-node.mjs'

const run = spawnSync(modernNode(), ['src/cli/alongside.ts', ...process.argv.slice(2)], {
  stdio: 'inherit',
})
process.exit(run.status ?? 1)
