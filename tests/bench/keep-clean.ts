/** A folder of its own for all that is measured, and nothing of it left, however the bench ends. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { modernNode } from '#cli/modern-node.mjs'
import { WentWrong } from './load.ts'

/**
 * Ends the process: with 1 where something went wrong, which it says.
 * @param work gets the folder, which is where everything temporary is kept meanwhile
 */
export async function keepClean(work: (folder: string) => Promise<void>): Promise<never> {
  endWithStarter()
  const folder = mkdtempSync(path.join(tmpdir(), 'alongside-bench-'))
  const program = path.join(import.meta.dirname, 'processes/tidy.ts')
  const tidy = spawn(modernNode(), [program, folder], {
    // Ctrl-C in a terminal does not reach it.
    detached: true,
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  // From here on whoever is started is known by it.
  process.env['TMPDIR'] = folder
  // Not the folder of whoever lives here.
  process.env['DATA_DIR'] = path.join(folder, 'data')
  mkdirSync(process.env['DATA_DIR'])
  const failed = await work(folder).then(
    () => false,
    (error: unknown) => {
      console.error(error instanceof WentWrong ? `\n${error.message}` : error)
      return true
    },
  )
  tidy.stdin?.end()
  await once(tidy, 'exit')
  process.exit(failed ? 1 : 0)
}

/** Whoever ends `npm run bench` ends this, too. */
function endWithStarter(): void {
  if (process.env['BENCH_STARTER'] === undefined) return
  const starter = process.ppid
  setInterval(() => process.ppid !== starter && process.exit(1), 200).unref()
}
