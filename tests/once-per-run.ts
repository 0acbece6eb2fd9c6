/** What is slow to make is made once in a run, by the first worker that needs it; whoever needs it gets a copy. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const FOLDER = 'TEST_RUN_FOLDER'

/** The global setup of Playwright and of Vitest: the folder of this run, which the workers know by their environment. */
export default function openRun(): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), 'alongside-run-'))
  process.env[FOLDER] = folder
  return () => {
    for (const name of readdirSync(folder).filter((one) => one.startsWith(ENDS))) end(name)
    rmSync(folder, { recursive: true, force: true })
  }
}

const ENDS = 'process-'

/** For a process that outlives the file of tests that started it: a worker may end without a word. */
export const endWithRun = (pid: number): void =>
  writeFileSync(path.join(runFolder(), ENDS + String(pid)), '')

function end(name: string): void {
  try {
    process.kill(Number(name.slice(ENDS.length)), 'SIGKILL')
  } catch {
    // It has ended with its worker.
  }
}

/**
 * @param make fills the folder that it is given; called once in a run for each name
 * @returns the folder, whole; nobody writes in it
 */
export async function oncePerRun(
  name: string,
  make: (folder: string) => void | Promise<void>,
): Promise<string> {
  const folder = path.join(runFolder(), name)
  if (isFirst(`${folder}.begun`)) {
    try {
      mkdirSync(`${folder}.unfinished`)
      await make(`${folder}.unfinished`)
      renameSync(`${folder}.unfinished`, folder)
    } catch (error) {
      writeFileSync(`${folder}.failed`, String(error))
      throw error
    }
  }
  while (!existsSync(folder)) {
    if (existsSync(`${folder}.failed`)) throw new Error(readFileSync(`${folder}.failed`, 'utf8'))
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return folder
}

/** Gone when the run has ended. */
export function runFolder(): string {
  const run = process.env[FOLDER]
  if (!run)
    throw new Error('There is no folder of this run: is it the global setup of this configuration?')
  return run
}

function isFirst(mark: string): boolean {
  try {
    mkdirSync(mark)
    return true
  } catch {
    return false
  }
}
