/** `npm run check` and `npm run lint`: types, lint, format. --afresh asks about everything again. */
import { forget } from './found-clean.mjs'
import { CHECKS } from './gate.mjs'
import { refuseOldNode, ROOT } from './modern-node.mjs'
import { installIfNeeded, runTool } from './prepare.mjs'

refuseOldNode()
process.chdir(ROOT)
const words = process.argv.slice(2)
if (words.includes('--afresh')) forget()
installIfNeeded()
for (const [name, check] of Object.entries(CHECKS)) {
  if (!words.includes(name.toLowerCase())) continue
  const { runs, done } = check()
  for (const run of runs) {
    const { status } = runTool(run, 'inherit')
    if (status !== 0) process.exit(status ?? 1)
  }
  done()
  if (!runs.length) console.log(`${name}: nothing changed since this was found clean.`)
}
