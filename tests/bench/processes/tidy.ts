/**
 * Waits until the bench ends, however it ends, then ends what it left running and removes its folder. It is told by its input,
 * which closes with the bench. Argument: the folder, which is also TMPDIR of all that the bench starts.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

const folder = process.argv[2] ?? ''
if (!folder.includes('alongside-bench-')) throw new Error('This is no folder of a bench.')
process.stdin.resume()
process.stdin.once('close', () => void tidy())

async function tidy(): Promise<void> {
  // What was just about to start something has started it by the second time.
  for (let quiet = 0, tries = 0; quiet < 2 && tries < 200; tries++) {
    const left = started()
    for (const pid of left) end(pid)
    quiet = left.length ? 0 : quiet + 1
    await sleep(50)
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
}

/** By the environment that they were given: also what somebody else started for us. */
function started(): number[] {
  if (!existsSync('/proc')) return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((name) => environmentOf(name).includes(`TMPDIR=${folder}\0`))
    .map(Number)
}

function environmentOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8')
  } catch {
    // It has ended, or is somebody else's.
    return ''
  }
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended.
  }
}
