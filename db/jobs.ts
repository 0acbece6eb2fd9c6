/**
 * Leases of what servers on one database do one at a time. All of it goes by the clock of the database: those of two machines
 * differ, and a lease that one of them thinks over would be held by two.
 */
import { write } from './client.ts'

const NOW = "CAST(unixepoch('subsec') * 1000 AS INTEGER)"

/** @param holder names this process @returns whether it is this process's turn: it is, until `leaseMs` from now */
export async function takeJob(name: string, holder: string, leaseMs: number): Promise<boolean> {
  const [taken] = await write([
    {
      sql: `INSERT INTO jobs (name, holder, free_at, begun) VALUES (?1, ?2, ${NOW} + ?3, 1)
        ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, free_at = excluded.free_at, begun = begun + 1
          WHERE jobs.free_at <= ${NOW}
        RETURNING name`,
      args: [name, holder, leaseMs],
    },
  ])
  return taken?.rows.length === 1
}

/** So much longer, for whoever still holds it. */
export async function keepJob(name: string, holder: string, leaseMs: number): Promise<void> {
  await write([
    {
      sql: `UPDATE jobs SET free_at = ${NOW} + ?3 WHERE name = ?1 AND holder = ?2`,
      args: [name, holder, leaseMs],
    },
  ])
}

/** @param dueInMs when anybody may begin it again */
export async function endJob(name: string, holder: string, dueInMs: number): Promise<void> {
  await write([
    {
      sql: `UPDATE jobs SET holder = '', free_at = ${NOW} + ?3, ended_at = ${NOW} WHERE name = ?1 AND holder = ?2`,
      args: [name, holder, Math.round(dueInMs)],
    },
  ])
}
