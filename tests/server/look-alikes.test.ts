/** Two sign-in names that one takes for each other: the rule, its twin in SQL, and its index. */
import { createClient } from '@libsql/client'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { write } from '#db/client.ts'
import { insertPerson, isLookAlike, lookAlikeQuery } from '#db/people.ts'
import { lookOf } from '#domain/people/names.ts'
import { asSignInName } from '#domain/people/person.ts'
import { openTemporary } from '#tests/db/temporary.ts'

let folder: Awaited<ReturnType<typeof openTemporary>>
const person = (id: string, signInName: string) =>
  insertPerson({
    id,
    signInName,
    name: id,
    language: 'en',
    passwordHash: null,
    email: '',
    createdAt: 1,
  })

beforeAll(async () => {
  folder = await openTemporary()
  await write([
    person('ray', 'ray.b'),
    person('marnie', 'marnie'),
    person('inés', 'inés.ruiz@example.org'),
    person('lola', 'lola10'),
  ])
})

afterAll(() => folder.close())

test.each([
  ['ray.b', true],
  ['ray.6', false],
  ['ráy.b', true],
  ['rayb', true],
  ['mamie', true],
  ['marny', false],
  ['ines.ruiz@example.org', true],
  ['іnеs.ruіz@еxаmрlе.org', true],
  ['ines.ruiz@example.com', false],
  ['lolalo', true],
  ['1ola1o', true],
  ['lola11', false],
])('whether %s is taken for somebody else’s: %s', async (name, expected) => {
  expect(await isLookAlike(asSignInName(name))).toBe(expected)
})

test('whoever changes a letter of their own name is not taken for themselves', async () => {
  expect(await isLookAlike('ráy.b', 'ray')).toBe(false)
})

test('the database takes for the same what the rule takes for the same', async () => {
  const letter = fc.constantFrom(...'aáñno01lrmvw.-_~ß@')
  const name = fc.string({ unit: letter, minLength: 3, maxLength: 8 })
  let count = 0
  await fc.assert(
    fc.asyncProperty(name, name, async (one, other) => {
      const id = `p${count++}`
      await write([person(id, `${id}x${one}`)])
      const asked = asSignInName(`${id}x${other}`)
      expect(await isLookAlike(asked)).toBe(lookOf(asSignInName(`${id}x${one}`)) === lookOf(asked))
    }),
    { seed: 20261130, numRuns: 60 },
  )
})

test('it is looked up by an index', async () => {
  const { sql, params } = lookAlikeQuery('ray.b', '').toSQL()
  const client = createClient({ url: folder.url })
  const plan = await client.execute({ sql: `EXPLAIN QUERY PLAN ${sql}`, args: params as string[] })
  client.close()
  expect(plan.rows[0]?.['detail']).toContain('USING INDEX people_look')
})
