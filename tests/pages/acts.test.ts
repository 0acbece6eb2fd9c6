/** Who may do what on every page that takes a form: every act × role. */
import { globSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actsSent, type SentAct } from '#tests/house/acts.ts'
import { newId } from '#server/trail/new-id.ts'
import { ACTS } from './acts.ts'
import { cellOf, expected, ROLE_NAMES, ROLES, shown, type Cells } from './roles.ts'
import { openSite, type Site } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(async () => {
  await site.stop()
  expect(site.server.output()).not.toMatch(/Error|caused by/)
})

/** Those last for whom it is: nobody is refused only because it was done already. */
const inTurn = (cells: Cells) =>
  ROLE_NAMES.toSorted((a, b) => Number(isDone(cells, a)) - Number(isDone(cells, b)))
const isDone = (cells: Cells, role: (typeof ROLE_NAMES)[number]): boolean =>
  !['404', '401', 'out'].includes(cellOf(cells, role))

describe.each(Object.entries(ACTS))('%s', (_file, acts) => {
  test.each(acts)('%s on %s', async (_what, path, fields, cells) => {
    const answered: Record<string, string> = {}
    const said: Record<string, string> = {}
    for (const role of inTurn(cells)) {
      const record = newId(Date.now())
      const filled = (value: string) => site.fill(value.replaceAll('{record}', record))
      const body = Object.fromEntries(
        Object.entries(fields).map(([name, value]) => [name, filled(value)]),
      )
      const answer = shown(await site.ask('POST', site.fill(path), { as: ROLES[role], body }))
      const cell = expected(site, cellOf(cells, role).replaceAll('{record}', record), path)
      const start = cell.endsWith('*') ? cell.slice(0, -1) : null
      said[role] = cell
      answered[role] = start !== null && answer.startsWith(start) ? cell : answer
    }
    expect(answered).toEqual(said)
  })
})

describe('the table', () => {
  test('is about pages that there are', () => {
    const files = globSync('**/*.{astro,ts}', { cwd: 'src/pages' })
    expect(Object.keys(ACTS).filter((file) => !files.includes(file))).toEqual([])
  })

  test('has every page that takes a form', () => {
    const taking = globSync('**/*.{astro,ts}', { cwd: 'src/pages' }).filter((file) =>
      /\bpost\b/.test(readFileSync(`src/pages/${file}`, 'utf8')),
    )
    expect(taking.length).toBeGreaterThan(30)
    expect(taking.filter((file) => !(file in ACTS))).toEqual(['somebody-else.astro'])
  })

  test('has every act of every page: what its buttons send, and what it asks for', () => {
    // A trainee's own record shows the same lists without their buttons.
    const sent = actsSent().filter(({ page }) => page !== 'record/index.astro')
    expect(sent.length).toBeGreaterThan(80)
    expect([...new Set(sent.filter((act) => !isListed(act)).map(inShort))]).toEqual([])
  })
})

const ALL = Object.values(ACTS).flat()
const isListed = ({ page, to, fields, value }: SentAct): boolean =>
  (to !== null
    ? ALL.filter(([, path]) => path.replace(/\?.*/, '') === to)
    : page === null
      ? ALL
      : (ACTS[page] ?? [])
  ).some(([, , sent]) =>
    fields.some((field) => (value === null ? field in sent : sent[field] === value)),
  )
const inShort = ({ page, to, fields, value }: SentAct): string =>
  `${page ?? 'src/view'}${to ? ` to ${to}` : ''}: ${value ?? fields.join()}`
