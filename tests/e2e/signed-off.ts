/** A database of its own in which Luz is signed off, and on the register. */
import path from 'node:path'
import { closeDatabase, openDatabase, write } from '#db/client.ts'
import { makeCast, type Cast } from '#tests/cast.ts'

export const DAY = 86_400_000

/** While no server has it open. */
export async function inDatabase<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const url = `file:${path.join(dataDir, 'alongside.db')}`
  await openDatabase({ url, authToken: undefined, dataDir })
  try {
    return await work()
  } finally {
    await closeDatabase()
  }
}

/** The cast joined nine days ago, and Luz knows home dialysis. @param capacity how many people she can support */
export async function signedOffLuz(now: number, capacity: number): Promise<Cast> {
  const cast = await makeCast(now - 9 * DAY)
  const signOff = '01900000-0000-7000-8000-0000000000c1'
  await write([
    {
      sql: `INSERT INTO sign_offs (id, person, programme, decided_by, decided_at, decision, reason, conditions, internal_note, otherwise,
        expires_on, comfort_areas, no_go_areas, languages, contact_ways, capacity, place, evidence, evidence_hash)
        VALUES (?, ?, 'kidney', ?, ?, 'ready', 'x', '', '', '', '2099-01-01', '["dialysis-home"]', '[]', '["en","es"]', '["phone"]', ?, '', '[]', '')`,
      args: [signOff, cast.luz.id, cast.carla.id, now - 5 * DAY, capacity],
    },
    {
      sql: `INSERT INTO commitments VALUES (?, ?, 'Luz')`,
      args: [signOff, now - 4 * DAY],
    },
  ])
  return cast
}
