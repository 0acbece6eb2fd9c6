/** The `alongside` command, wherever it is called: the project's folder is where it works. */
import { HOME } from '#builds.mjs'
import { runCommand } from './run-command.ts'

// npm changes into the project's folder and says where it was called; files are named from there.
const isNpm = process.env['npm_lifecycle_event'] === 'alongside'
const calledIn = (isNpm && process.env['INIT_CWD']) || process.cwd()
process.chdir(HOME)
// What is being written is ended or taken away before this ends ('exit'): never half a file. A server stops in its own way.
if (process.argv[2] !== 'serve')
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => process.exit(130))
process.exitCode = await runCommand(process.argv.slice(2), calledIn)
