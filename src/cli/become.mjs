import { spawn } from 'node:child_process'
import { modernNode } from './modern-node.mjs'

/** Becomes that program as far as one can: passes signals on, ends with its exit code. */
export function become(args, env = {}) {
  const child = spawn(modernNode(), args, { stdio: 'inherit', env: { ...process.env, ...env } })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGTERM' ? 143 : 130)))
}
