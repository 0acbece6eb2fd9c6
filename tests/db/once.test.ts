/** What is written once asks the same as what is written anew, with the values of each time. */
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { database, once, onceRow, read, reading, together, write } from '#db/client.ts'
import { joined } from '#db/engine/together.ts'
import type { Overview } from '#db/records.ts'
import { overviews, people, progress } from '#db/schema.ts'
import { openTemporary, person } from './temporary.ts'

let folder: Awaited<ReturnType<typeof openTemporary>>
beforeAll(async () => {
  folder = await openTemporary()
  await write(['ada', 'ben', 'cy'].map(person))
})
afterAll(() => folder.close())

const LINE: Overview = {
  ...{ person: 'ben', done: 1, steps: 2, lastItem: '', lastAt: 0, askedAt: null, pausedAt: null },
  ...{ helpAt: null, reflectionAt: null, stuckOn: '', lapsed: false, courseShape: '' },
  ...{ cardsOn: null, cardsAt: 0 },
}

const among = (id: string, most: number) =>
  reading(
    database()
      .select({ id: people.id })
      .from(people)
      .where(sql`${people.id} >= ${id} AND ${eq(people.disabledAt, sql`NULL`)} IS NULL`)
      .orderBy(people.id)
      .limit(most),
    (found) => found.map(({ id }) => id),
  )

test('each time has its own values', async () => {
  const written = once(among)
  expect(await read(written('ada', 2))).toEqual(['ada', 'ben'])
  expect(await read(written('ben', 9))).toEqual(['ben', 'cy'])
  expect(await together({ one: written('cy', 1), two: written('ada', 1) })).toEqual({
    one: ['cy'],
    two: ['ada'],
  })
  expect(written('ben', 1)).toMatchObject({
    sql: among('ben', 1).sql,
    params: among('ben', 1).params,
  })
})

test('it is composed no more than twice, to be compared with itself', () => {
  let times = 0
  const written = once((id: string) => {
    times++
    return among(id, 1)
  })
  for (const id of ['ada', 'ben', 'cy']) written(id)
  expect(times).toBe(2)
})

test('what looks at a value, and would ask the same for every other, is refused', () => {
  const looks = once((id: string) => among(id === 'ada' ? 'ada' : 'ben', 1))
  expect(() => looks('ada')).toThrow('Bug')
  const counts = once((id: string, most: number) => among(id, most + 1))
  expect(() => counts('ada', 1)).toThrow('Bug')
})

test('several that are asked together again are one and the same text', () => {
  const written = once(among)
  const both = (id: string) => joined({ one: written(id, 1), two: written(id, 2) })
  expect(both('ben')).toEqual({ sql: both('ada').sql, args: ['ben', 1, 'ben', 2] })
  // One more column, or another order, is another text.
  const other = { ...written('ada', 1), columns: ['id'] }
  expect(joined({ one: other, two: written('ada', 2) }).sql).not.toBe(both('ada').sql)
})

test('a row is written with its own values, where it stands already too', async () => {
  const put = onceRow(['person', 'item', 'state', 'records'], (row: typeof progress.$inferSelect) =>
    database()
      .insert(progress)
      .values(row)
      .onConflictDoUpdate({
        target: [progress.person, progress.item],
        set: { state: row.state, records: row.records },
      }),
  )
  const row = { person: 'ada', item: 'a/b', state: '{}', records: 1 }
  await write([put(row), put({ ...row, item: 'a/c' })])
  await write([put({ ...row, state: '[]', records: 2 })])
  expect(await database().select().from(progress).orderBy(progress.item)).toEqual([
    { ...row, state: '[]', records: 2 },
    { ...row, item: 'a/c' },
  ])
})

test('yes, no and nothing come out as they went in', async () => {
  const put = onceRow(Object.keys(LINE) as (keyof typeof LINE)[], (row: Overview) =>
    database().insert(overviews).values(row),
  )
  await write([put({ ...LINE, person: 'ada', lapsed: true }), put({ ...LINE, askedAt: 7 })])
  expect(await database().select().from(overviews).orderBy(overviews.person)).toEqual([
    { ...LINE, person: 'ada', lapsed: true },
    { ...LINE, askedAt: 7 },
  ])
})
