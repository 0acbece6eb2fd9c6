/** Pages that begin with `requireLearner` read by themselves what was asked about them, and the middleware does not. */
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isAskable } from '#web/about-pages.ts'
import { readsLearner } from '#web/enter.ts'

const pages = globSync('src/pages/**/*.astro').map((file) => ({
  route: file.replace(/^src\/pages|(\/index)?\.astro$/g, ''),
  begins: readFileSync(file, 'utf8').includes('await requireLearner(Astro)'),
}))

/** As a trainee has it. */
const pathOf = (route: string): string => route.replaceAll(/\[(\w+)\]/g, '$1')

test('they are those that the table names, and no others', () => {
  const askable = pages.filter(({ route }) => isAskable(pathOf(route)))
  expect(askable.length).toBeGreaterThan(20)
  expect(askable.filter(({ route, begins }) => readsLearner(route) !== begins)).toEqual([])
})
