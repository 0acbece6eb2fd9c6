/** Who may do what on everybody's own pages and on those about a trainee: every act × role. The others' stand in routes.test.ts. */
import { globSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#server/trail/new-id.ts'
import { MANAGE_ACTS } from './acts.ts'
import { DESK_ACTS } from './desk-acts.ts'
import { OWN_ACTS } from './own-acts.ts'
import { cellOf, expected, ROLE_NAMES, ROLES, shown, type Cell } from './roles.ts'
import { openSite, type Site } from './site.ts'
import { TRAINEE_ACTS } from './trainee-acts.ts'

const ACTS = { ...TRAINEE_ACTS, ...OWN_ACTS, ...DESK_ACTS }

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(async () => {
  await site.stop()
  expect(site.server.output()).not.toMatch(/Error|caused by/)
})

describe.each(Object.entries(ACTS))('%s', (_file, acts) => {
  test.each(acts)('%s on %s', async (_what, path, fields, cells) => {
    const answers: [string, string][] = []
    for (const role of ROLE_NAMES) {
      const record = newId(Date.now())
      const body = Object.fromEntries(
        Object.entries(fields).map(([name, value]) => [
          name,
          value === '{record}' ? record : site.fill(value),
        ]),
      )
      const answer = await site.ask('POST', site.fill(path), { as: ROLES[role], body })
      answers.push([role, shown(answer).replaceAll(record, 'RECORD')])
    }
    const said = (cell: Cell) => expected(site, cell.replaceAll('{record}', 'RECORD'), path)
    expect(Object.fromEntries(answers)).toEqual(
      Object.fromEntries(ROLE_NAMES.map((role) => [role, said(cellOf(cells, role))])),
    )
  })
})

test('every page that takes a form has its acts in the table', () => {
  const taking = globSync('**/*.{astro,ts}', { cwd: 'src/pages' }).filter((file) =>
    /\bpost\b/.test(readFileSync(`src/pages/${file}`, 'utf8')),
  )
  expect(taking.length).toBeGreaterThan(30)
  const known = [...Object.keys(ACTS), ...MANAGE_ACTS.map(({ page }) => page)]
  expect(taking.filter((file) => !known.includes(file))).toEqual(['somebody-else.astro'])
})
