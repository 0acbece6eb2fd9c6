/** Runs the process that counts the queries of the register's and the reports' pages. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { freePort } from '#tests/start-server.ts'

type Counts = Readonly<Record<string, { readonly queries: number; readonly ms: number }>>

/** @param many how many trainees there are the second time */
export async function countDeskQueries(many: number): Promise<{ few: Counts; many: Counts }> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'alongside-desk-queries-'))
  try {
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      [path.join(import.meta.dirname, 'processes/count-desk-queries.ts')],
      {
        env: {
          PATH: process.env['PATH'],
          DATA_DIR: dataDir,
          PORT: String(await freePort()),
          MANY: String(many),
          CONTENT_ORIGIN: 'http://packages.test',
        },
      },
    )
    if (stderr) throw new Error(stderr)
    return JSON.parse(stdout) as { few: Counts; many: Counts }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

export const queriesOf = (counts: Counts): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).map(([page, { queries }]) => [page, queries]))
