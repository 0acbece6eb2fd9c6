/** The `alongside` command, wherever it is called: the project's folder is where it works. */
import { HOME } from '#builds.mjs'
import { runCommand } from './run-command.ts'

// npm changes into the project's folder and says where it was called; files are named from there.
const isNpm = process.env['npm_lifecycle_event'] === 'alongside'
const calledIn = (isNpm && process.env['INIT_CWD']) || process.cwd()
process.chdir(HOME)
process.exitCode = await runCommand(process.argv.slice(2), calledIn)
