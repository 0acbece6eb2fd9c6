/** `npm start`: installs and builds when that is needed, then opens the front door. Runs on Node 20. */
import path from 'node:path'
import { become, build, buildIfNeeded, installIfNeeded, runTool } from './prepare.mjs'

const FLAGS = ['--dev', '--build-only', '--demo']
const flags = process.argv.slice(2)
const unknown = flags.filter((flag) => !FLAGS.includes(flag))
if (unknown.length) {
  console.error(`Unknown: ${unknown.join(' ')}. There are ${FLAGS.join(', ')}.`)
  process.exit(2)
}

process.chdir(path.resolve(import.meta.dirname, '../..'))
installIfNeeded()
if (flags.includes('--build-only')) build()
else if (flags.includes('--dev'))
  become(['node_modules/astro/bin/astro.mjs', 'dev'], { ASTRO_DEV_BACKGROUND: '0' })
else start(flags.includes('--demo') ? { DATA_DIR: 'data-demo', ALONGSIDE_DEMO: '1' } : {})

/** @param {Record<string, string>} env */
function start(env) {
  buildIfNeeded()
  if (env['ALONGSIDE_DEMO']) {
    // The example people are written while no server holds the database.
    const run = runTool(['src/cli/alongside.ts', 'demo'], 'inherit', env)
    if (run.status !== 0) process.exit(run.status ?? 1)
  }
  become(['src/front-door.ts'], env)
}
