/** As the bench, with next to nothing to measure: presses the page that is named, or waits beside a process of its own. */
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { keepClean } from '#tests/bench/keep-clean.ts'
import { press } from '#tests/bench/load.ts'

const [origin] = process.argv.slice(2)

await keepClean(async (folder) => {
  if (origin) {
    const asks = [{ path: '/learn', status: 200 }]
    await press({ name: 'The home', origin, asks }, { clients: 2, seconds: 1 })
    console.log('measured')
    return
  }
  writeFileSync(path.join(folder, 'data/some.db'), '')
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
    detached: true,
    stdio: 'ignore',
  })
  console.log(JSON.stringify({ folder, pid: child.pid }))
  await new Promise(() => setInterval(() => undefined, 1000))
})
