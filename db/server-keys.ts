/** Keys of this platform, made when they are needed first; shared by every server on this database. */
import { eq } from 'drizzle-orm'
import { database, write } from './client.ts'
import { serverKeys } from './schema.ts'

export async function hasKey(name: string): Promise<boolean> {
  const [row] = await database()
    .select({ name: serverKeys.name })
    .from(serverKeys)
    .where(eq(serverKeys.name, name))
  return row !== undefined
}

/** @param fresh what becomes the key where there is none yet; of two servers the first wins */
export async function findOrKeepKey(name: string, fresh: string, now: number): Promise<string> {
  const find = () =>
    database()
      .select({ secret: serverKeys.secret })
      .from(serverKeys)
      .where(eq(serverKeys.name, name))
  const [known] = await find()
  if (known) return known.secret
  await write([
    database()
      .insert(serverKeys)
      .values({ name, secret: fresh, createdAt: now })
      .onConflictDoNothing(),
  ])
  const [kept] = await find()
  if (!kept) throw new Error(`Bug: the key ${name} was not kept.`)
  return kept.secret
}
