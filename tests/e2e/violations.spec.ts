/** What the other tests lean on when they say that a page has no violation. */
import { expect, test } from '@playwright/test'
import { violationsOf } from './violations.ts'

test('a picture without words and grey on grey are found, each with its rule and its place', async ({
  page,
}) => {
  await page.setContent(`<!doctype html><html lang="en"><title>Planted</title><main><h1>Planted</h1>
    <img id="picture" src="data:,"><p id="grey" style="color:#999;background:#aaa">Grey on grey</p></main></html>`)
  expect((await violationsOf(page)).map(({ id, nodes }) => [id, nodes[0]?.target])).toEqual([
    ['color-contrast', '#grey'],
    ['image-alt', '#picture'],
  ])
  expect((await violationsOf(page, { tags: ['wcag2a'] })).map(({ id }) => id)).toEqual([
    'image-alt',
  ])
  expect((await violationsOf(page, { but: ['color-contrast'] })).map(({ id }) => id)).toEqual([
    'image-alt',
  ])
  expect(await violationsOf(page, { exclude: ['main'] })).toEqual([])
})
