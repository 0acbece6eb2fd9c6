/** Whoever reads what the server prints may end before it: it goes on, quietly. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { freePort } from '#tests/start-server.ts'

/** Counts what nobody caught, for this process alone, until it ends. */
const COUNTING = `import { writeFileSync } from 'node:fs'
let n = 0
process.on('uncaughtExceptionMonitor', () => n++)
process.on('exit', () => writeFileSync(process.env.COUNTED, String(n)))`

test('where its output is closed it still answers, and nothing is thrown over and over', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'alongside-closed-'))
  const counted = path.join(folder, 'counted')
  const port = await freePort()
  const child = spawn(
    process.execPath,
    [
      '--import',
      `data:text/javascript,${encodeURIComponent(COUNTING)}`,
      '--disable-warning=ExperimentalWarning',
      'src/front-door.ts',
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        ALONGSIDE_CONFIG: 'none',
        PORT: String(port),
        DATA_DIR: path.join(folder, 'data'),
        COUNTED: counted,
      },
    },
  )
  try {
    await once(child.stdout, 'data')
    child.stdout.destroy()
    child.stderr.destroy()
    const origin = `http://localhost:${port}`
    for (const at of ['/', '/nothing-here', '/healthz'])
      expect((await fetch(origin + at)).status).toBeLessThan(500)
    // A start that says something, as the daily jobs do, and what a request says.
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    expect((await ended)[0]).toBe(0)
    expect(readFileSync(counted, 'utf8')).toBe('0')
  } finally {
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
})
