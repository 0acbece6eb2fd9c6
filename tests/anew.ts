/**
 * Files of tests that share a worker share the packages that it has loaded, and nothing of ours: each begins with our modules
 * as when they are read for the first time, with no database open, nothing counted, and with the environment of the run.
 */
import { vi } from 'vitest'

const shared = globalThis as unknown as Record<symbol, NodeJS.ProcessEnv | undefined>
// A command keeps what it writes from other accounts (cli/with-database.ts), in the process that it runs in.
process.umask(0o022)

const ENVIRONMENT = Symbol.for('alongside.test-env')
const begun = (shared[ENVIRONMENT] ??= { ...process.env })

for (const name of Object.keys(process.env)) if (!(name in begun)) delete process.env[name]
Object.assign(process.env, begun)
// What two copies of a module share hangs on globalThis: counts, the build, a database that a file left open as it failed.
for (const symbol of Object.getOwnPropertySymbols(shared)) {
  const ours = Symbol.keyFor(symbol)?.startsWith('alongside.')
  if (ours && symbol !== ENVIRONMENT) Reflect.deleteProperty(shared, symbol)
}
vi.unstubAllGlobals()
vi.useRealTimers()
vi.resetModules()
