/** Computes the folded texts that are missing: rows of an older version, and all of them after a change of the rule. */
import type { Client, InStatement } from '@libsql/client'
import { certificateCode } from '#db/certificate-code.ts'
import { fold, foldedName } from '#domain/people/names.ts'

const BATCH = 1000

/** A migration that changes the rule sets the column to null; this fills it again before anything is served. */
export async function foldNames(client: Client): Promise<void> {
  await fill(client, 'SELECT id, name, sign_in_name AS other FROM people WHERE folded IS NULL', {
    sql: 'UPDATE people SET folded = ? WHERE id = ? AND name = ?',
    of: foldedName,
  })
  await fill(
    client,
    "SELECT id, place AS name, '' AS other FROM sign_offs WHERE folded_place IS NULL",
    {
      sql: 'UPDATE sign_offs SET folded_place = ? WHERE id = ? AND place = ?',
      of: fold,
    },
  )
  await fill(client, "SELECT id, name, '' AS other FROM applications WHERE folded IS NULL", {
    sql: 'UPDATE applications SET folded = ? WHERE id = ? AND name = ?',
    of: fold,
  })
  await fill(client, "SELECT id, name, '' AS other FROM links WHERE folded IS NULL", {
    sql: 'UPDATE links SET folded = ? WHERE id = ? AND name = ?',
    of: fold,
  })
  await fill(
    client,
    "SELECT id, id AS name, '' AS other FROM sign_offs WHERE certificate_code IS NULL",
    {
      sql: 'UPDATE sign_offs SET certificate_code = ? WHERE id = ? AND id = ?',
      of: certificateCode,
    },
  )
}

async function fill(
  client: Client,
  select: string,
  update: { readonly sql: string; readonly of: (name: string, other: string) => string },
): Promise<void> {
  for (;;) {
    const { rows } = await client.execute(`${select} LIMIT ${BATCH}`)
    const statements = rows.map((row): InStatement => ({
      sql: update.sql,
      args: [
        update.of(String(row['name']), String(row['other'])),
        String(row['id']),
        String(row['name']),
      ],
    }))
    if (statements.length) await client.batch(statements, 'write')
    if (rows.length < BATCH) return
  }
}
