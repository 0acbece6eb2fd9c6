/** No page is forgotten where a browser looks at every one: each stands in a list, or is named with the test that reaches it. */
import { existsSync, globSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ELSEWHERE, VISITOR, WALKS } from './e2e/pages-of-roles.ts'

const PAGES = globSync('src/pages/**/*.astro').map((file) => file.replace('src/pages/', ''))
const LISTED = [...VISITOR, ...WALKS.flatMap(([, paths]) => paths)].map((one) =>
  // A person's id and its page stand in one word there.
  one
    .replace(/\?.*/, '')
    .replace(/\{of:(amend|decision)\}/, (_, kind: string) =>
      kind === 'amend' ? 'x/amend/x' : 'x/decisions/x',
    ),
)

const partsOf = (page: string): string[] =>
  `/${page.replace('.astro', '')}`.replace(/\/index$/, '').split('/')
const isOpen = (part: string | undefined): boolean => part?.startsWith('[') ?? false

/** Which page answers: of two that fit the one whose name says more, as Astro chooses. */
function pageOf(path: string): string | undefined {
  const asked = path === '/' ? [''] : path.split('/')
  const fits = PAGES.filter((page) => {
    const parts = partsOf(page)
    return parts.length === asked.length && parts.every((one, n) => isOpen(one) || one === asked[n])
  })
  return fits.sort((one, other) => {
    const [a, b] = [partsOf(one), partsOf(other)]
    const at = a.findIndex((part, n) => isOpen(part) !== isOpen(b[n]))
    return at < 0 ? 0 : isOpen(a[at]) ? 1 : -1
  })[0]
}

test('each page stands in a list of every-page.spec.ts, or is reached by a test that is named', () => {
  const seen = new Set(LISTED.map((path) => pageOf(path) ?? '404.astro'))
  expect(PAGES.filter((page) => !seen.has(page) && !(page in ELSEWHERE))).toEqual([])
})

test('what is named there is there, and stands in one place alone', () => {
  const seen = new Set(LISTED.map(pageOf))
  for (const [page, file] of Object.entries(ELSEWHERE))
    expect([page, PAGES.includes(page), existsSync(file), seen.has(page)]).toEqual([
      page,
      true,
      true,
      false,
    ])
})

test('nothing in a list leads nowhere, but what asks for it', () => {
  expect(LISTED.filter((path) => !pageOf(path))).toEqual(['/nothing-here'])
})
