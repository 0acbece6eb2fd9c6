/** As durable as ours: a log that is flushed at each commit, one connection. */
import { createClient } from '@libsql/client'
import { eq, getTableColumns } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/libsql'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

const people = sqliteTable('people', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
})
const sessions = sqliteTable('sessions', {
  secret: text('secret').primaryKey(),
  person: text('person').notNull(),
})
const answers = sqliteTable('answers', {
  id: text('id').primaryKey(),
  person: text('person').notNull(),
  item: text('item').notNull(),
  value: text('value').notNull(),
  madeAt: integer('made_at').notNull(),
})

const client = createClient({ url: `file:${process.env['BARE_DATABASE'] ?? ''}`, concurrency: 1 })
await client.executeMultiple(`
  PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
  CREATE TABLE IF NOT EXISTS people (id TEXT PRIMARY KEY, name TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS sessions (secret TEXT PRIMARY KEY, person TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS answers (id TEXT PRIMARY KEY, person TEXT NOT NULL, item TEXT NOT NULL, value TEXT NOT NULL, made_at INTEGER NOT NULL);
  INSERT OR IGNORE INTO people VALUES ('nadia', 'Nadia');
  INSERT OR IGNORE INTO sessions VALUES ('nadia', 'nadia');
`)
const database = drizzle(client)

export async function whoIs(secret: string) {
  const [found] = await database
    .select(getTableColumns(people))
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.person))
    .where(eq(sessions.secret, secret))
  return found
}

export const saveAnswer = (answer: typeof answers.$inferInsert) =>
  database.insert(answers).values(answer)
