/** Every form that posts says whose it is (R41); the rule that reads it stands in the middleware. */
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/**
 * In a package and in a saved module no server of ours takes it: there each entry of the queue carries its person.
 * After a failure the same fields are sent again, the owner among them.
 */
const ELSEWHERE = [
  'src/front-door/typed-again.ts',
  'src/player/pages/display.ts',
  'src/player/queue/notices.ts',
  'src/player/queue/writing.ts',
]

test('A1: a page posts through components/fields/Form.astro, which names the owner', () => {
  const raw = globSync('src/**/*.astro').filter(
    (file) =>
      file !== 'src/components/fields/Form.astro' &&
      /<form\b[^>]*\bmethod=["'{`]*post/i.test(readFileSync(file, 'utf8')),
  )
  expect(raw).toEqual([])
})

test('A1: a drawn form begins with hidden fields, where its carrier names the owner', () => {
  const raw = globSync('src/**/*.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/<form\b[^>]*\bmethod="post"[^>]*>\s*(\S+)/g)].flatMap(
      ([, next = '']) => (next.startsWith('${hidden(') ? [] : [file]),
    ),
  )
  expect(raw.sort()).toEqual([...ELSEWHERE].sort())
})

test('A1: a page that hands hidden fields to a drawing hands the owner with them', () => {
  const without = globSync('src/**/*.astro').filter((file) =>
    /\bhidden: \{(?!\s*\}|\s*\.\.\.ownerField\()/.test(readFileSync(file, 'utf8')),
  )
  expect(without).toEqual([])
})
