import { asc, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { database, flag, json, meaning, read, reading, rows, together, write } from '#db/client.ts'
import { people, roles } from '#db/schema.ts'
import { countQueries } from '#tests/pages/processes/count-statements.ts'
import { openTemporary, person } from './temporary.ts'

let folder: Awaited<ReturnType<typeof openTemporary>>
const names = Array.from({ length: 1000 }, (_, n) => `p${String(n).padStart(4, '0')}`)

beforeAll(async () => {
  folder = await openTemporary()
  await write([
    ...[...names].reverse().map(person),
    database()
      .insert(roles)
      .values({ person: 'p0007', role: 'trainee', programme: 'kidney', createdAt: 5 }),
  ])
})
afterAll(() => folder.close())

const everybody = () =>
  database().select({ id: people.id, name: people.name }).from(people).orderBy(asc(people.id))
const withRole = () =>
  database()
    .select()
    .from(people)
    .leftJoin(roles, eq(roles.person, people.id))
    .where(eq(people.id, 'p0007'))

test('lists that are read together are what they are alone, in the same order', async () => {
  const found = await together({
    everybody: reading(everybody()),
    joined: reading(withRole()),
    nobody: reading(database().select().from(people).where(eq(people.id, 'nobody'))),
    count: meaning(
      rows(sql`SELECT count(*) AS n FROM ${people}`, { n: z.number() }),
      ([one]) => one?.n,
    ),
  })
  expect(found.everybody).toEqual(await everybody())
  expect(found.everybody.map(({ id }) => id)).toEqual(names)
  expect(found.joined).toEqual(await withRole())
  expect(found.joined[0]?.roles?.programme).toBe('kidney')
  expect(found.nobody).toEqual([])
  expect(found.count).toBe(1000)
})

test('they are one statement, whose parameters stay where they belong', async () => {
  const counted = countQueries()
  const of = (id: string) =>
    reading(database().select({ id: people.id }).from(people).where(eq(people.id, id)))
  const found = await together({ seven: of('p0007'), nine: of('p0009') })
  expect(found).toEqual({ seven: [{ id: 'p0007' }], nine: [{ id: 'p0009' }] })
  expect(counted.n).toBe(1)
})

const ODD = sql`SELECT 'a "b", [c]' AS text, NULL AS empty, 1 AS yes, json_array('x', 1) AS list`
const SHAPE = {
  list: json(z.tuple([z.string(), z.number()])),
  yes: flag,
  text: z.string(),
  empty: z.string().nullable(),
}

test('raw rows are parsed: flags, JSON, nothing, whatever the order of the columns', async () => {
  const right = [{ text: 'a "b", [c]', empty: null, yes: true, list: ['x', 1] }]
  expect(await read(rows(ODD, SHAPE))).toEqual(right)
  expect((await together({ odd: rows(ODD, SHAPE) })).odd).toEqual(right)
})

test('a column that holds something else is an error, not a value', async () => {
  await expect(read(rows(sql`SELECT 'two' AS n`, { n: z.number() }))).rejects.toThrow(
    'expected number',
  )
})
