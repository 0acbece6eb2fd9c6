/** Who may do what on everybody's own pages: every act × role. The others' stand in routes.test.ts. */
import { globSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#server/running/new-id.ts'
import { MANAGE_ACTS } from './acts.ts'
import { OWN_ACTS } from './own-acts.ts'
import { cellOf, expected, ROLE_NAMES, ROLES, shown } from './roles.ts'
import { openSite, type Site } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(async () => {
  await site.stop()
  expect(site.server.output()).not.toMatch(/Error|caused by/)
})

describe.each(Object.entries(OWN_ACTS))('%s', (_file, acts) => {
  test.each(acts)('%s on %s', async (_what, path, fields, cells) => {
    const answers: [string, string][] = []
    for (const role of ROLE_NAMES) {
      const body = Object.fromEntries(
        Object.entries(fields).map(([name, value]) => [
          name,
          value === '{record}' ? newId(Date.now()) : site.fill(value),
        ]),
      )
      const answer = await site.ask('POST', site.fill(path), { as: ROLES[role], body })
      answers.push([role, shown(answer)])
    }
    expect(Object.fromEntries(answers)).toEqual(
      Object.fromEntries(
        ROLE_NAMES.map((role) => [role, expected(site, cellOf(cells, role), path)]),
      ),
    )
  })
})

/** Their acts stand in other tests so far; this list only shrinks. */
const NOT_YET: readonly RegExp[] = [/^(coordinate|manage|api)\//, /^learn\/packages\//]

test('every page that takes a form has its acts in the table', () => {
  const taking = globSync('**/*.{astro,ts}', { cwd: 'src/pages' }).filter((file) =>
    /\bpost\b/.test(readFileSync(`src/pages/${file}`, 'utf8')),
  )
  expect(taking.length).toBeGreaterThan(30)
  const known = [...Object.keys(OWN_ACTS), ...MANAGE_ACTS.map(({ page }) => page)]
  const missing = taking.filter((file) => !known.includes(file))
  expect(missing.filter((file) => !NOT_YET.some((one) => one.test(file)))).toEqual([
    'somebody-else.astro',
  ])
})
