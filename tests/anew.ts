/**
 * Files of tests that share a worker share the packages that it has loaded, and nothing of ours: each begins with our modules
 * as when they are read for the first time, with no database open, and with the environment of the run.
 */
import { vi } from 'vitest'

const shared = globalThis as unknown as Record<symbol, NodeJS.ProcessEnv | undefined>
// A command keeps what it writes from other accounts (cli/with-database.ts), in the process that it runs in.
process.umask(0o022)

const begun = (shared[Symbol.for('alongside.test-env')] ??= { ...process.env })

for (const name of Object.keys(process.env)) if (!(name in begun)) delete process.env[name]
Object.assign(process.env, begun)
// A file that failed may have left its own open (db/client.ts).
delete shared[Symbol.for('alongside.database')]
vi.unstubAllGlobals()
vi.useRealTimers()
vi.resetModules()
