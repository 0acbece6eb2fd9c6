/** `npm start`: installs and builds when that is needed, then opens the front door. Runs on Node 20, and says so on older ones. */
import { SettingsFileError, withSettingsFile } from '../settings/file.mjs'
import { become } from './become.mjs'
import { refuseTakenPort } from './free-port.mjs'
import { QUICK, refuseOldNode, ROOT } from './modern-node.mjs'
import { build, buildIfNeeded, installIfNeeded, runTool } from './prepare.mjs'

const FLAGS = ['--dev', '--build-only', '--demo']
const flags = process.argv.slice(2)
const unknown = flags.filter((flag) => !FLAGS.includes(flag))
if (unknown.length) {
  console.error(`Unknown: ${unknown.join(' ')}. There are ${FLAGS.join(', ')}.`)
  process.exit(2)
}

refuseOldNode()
process.chdir(ROOT)
const isDev = flags.includes('--dev')
const given = readGiven()
const env = flags.includes('--demo')
  ? { DATA_DIR: 'data-demo', ALONGSIDE_DEMO: '1' }
  : isDev
    ? { DATA_DIR: given.DATA_DIR || 'data-dev', ALONGSIDE_CAST: '1' }
    : {}
if (!flags.includes('--build-only')) await refuseTakenPort({ ...given, ...env })
installIfNeeded()
if (flags.includes('--build-only')) build()
else if (isDev) develop()
else start()

/** The course is compiled, and the cast made, by the server that follows what is written (integrations/course-in-dev.ts). */
function develop() {
  const { PORT, HOST } = given
  const where = ['--port', PORT || '4321', ...(HOST ? ['--host', HOST] : [])]
  become(['node_modules/astro/bin/astro.mjs', 'dev', ...where], {
    ...env,
    ASTRO_DEV_BACKGROUND: '0',
  })
}

function start() {
  buildIfNeeded()
  if (env.ALONGSIDE_DEMO) {
    // The example people are written while no server holds the database.
    const run = runTool([...QUICK, 'src/cli/alongside.ts', 'demo'], 'inherit', env)
    if (run.status !== 0) process.exit(run.status ?? 1)
  }
  become([...QUICK, 'src/front-door.ts'], env)
}

/** The environment with the settings' file; what is wrong with a setting is said by the settings themselves. */
function readGiven() {
  try {
    return withSettingsFile(process.env)
  } catch (error) {
    if (!(error instanceof SettingsFileError)) throw error
    console.error(`These settings are wrong:\n${error.message}`)
    process.exit(1)
  }
}
