/** A lesson is read aloud sentence by sentence, by a voice that the test pretends to have. */
import { expect, test, type Page } from '@playwright/test'
import { pretendVoices } from './pretended-voice.ts'
import { violationsOf } from './violations.ts'
import { startServer, type StartedServer } from '#tests/start-server.ts'

let server: StartedServer
test.beforeAll(async () => {
  test.setTimeout(60_000)
  server = await startServer()
})
test.afterAll(async () => {
  await server.stop()
})

async function lesson(page: Page, language: 'en' | 'es', voices: readonly string[]): Promise<void> {
  await pretendVoices(page, voices)
  await page.context().addCookies([{ name: 'language', value: language, url: server.origin }])
  await page.goto(`${server.origin}/sample`)
}

const said = (page: Page): Promise<string[]> =>
  page.evaluate(() => window.pretended.said.map(({ text }) => text))
const endOfSentence = (page: Page): Promise<void> => page.evaluate(() => window.pretended.end())

/** The words under the highlight. */
const shown = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...(CSS.highlights.get('read-aloud') ?? [])].map((range) =>
      (range as Range).toString().replace(/\s+/g, ' '),
    ),
  )

test('in its order, with the sentence marked, paused, carried on and stopped', async ({ page }) => {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await lesson(page, 'en', ['es-MX', 'en-GB'])
  await page.getByRole('button', { name: 'Read aloud' }).focus()
  await page.keyboard.press('Enter')
  const text = await page
    .locator('[data-read-aloud] .prose > p')
    .first()
    .evaluate((first) => (first.textContent ?? '').replace(/\s+/g, ' '))
  const [first = '', second = ''] = [
    ...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text),
  ].map(({ segment }) => segment.trim())
  expect(await said(page)).toEqual([first])
  expect(await shown(page)).toEqual([first])
  await endOfSentence(page)
  expect(await said(page)).toEqual([first, second])
  expect(await shown(page)).toEqual([second])

  await page.getByRole('button', { name: 'Pause reading' }).click()
  expect(await shown(page)).toEqual([second])
  await page.getByRole('button', { name: 'Carry on reading' }).click()
  expect(await said(page)).toEqual([first, second, second])

  const stop = page.getByRole('button', { name: 'Stop reading' })
  await stop.focus()
  await page.keyboard.press('Space')
  expect(await shown(page)).toEqual([])
  await expect(stop).toBeHidden()
  await expect(page.getByRole('button', { name: 'Read aloud' })).toBeFocused()
  expect(await said(page)).toHaveLength(3)
  const violations = await violationsOf(page)
  expect(violations).toEqual([])
  expect(complaints).toEqual([])
})

test('to the end, with every sentence once, and nothing of what is folded or drawn', async ({
  page,
}) => {
  await lesson(page, 'es', ['es-MX', 'en-US'])
  await page.getByRole('button', { name: 'Leer en voz alta' }).click()
  for (let count = 0; count < 500 && (await shown(page)).length; count++) await endOfSentence(page)
  await expect(page.getByRole('button', { name: 'Leer en voz alta' })).toBeVisible()
  const heard = await page.evaluate(() => window.pretended.said)
  expect(new Set(heard.map(({ lang }) => lang))).toEqual(new Set(['es-MX']))
  const written = await page.locator('[data-read-aloud]').evaluate((root: HTMLElement) => {
    const copy = root.cloneNode(true) as HTMLElement
    for (const drawn of copy.querySelectorAll('svg, video, details > :not(summary), [data-unread]'))
      drawn.remove()
    return (copy.textContent ?? '').replace(/\s+/g, '')
  })
  expect(heard.map(({ text }) => text.replace(/\s+/g, '')).join('')).toBe(written)
})

test('not at all where the device has no voice for the language', async ({ page }) => {
  await lesson(page, 'es', ['en-US'])
  await expect(page.locator('[data-read-controls]')).toBeHidden()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('there is no button', async ({ page }) => {
    await page.goto(`${server.origin}/sample`)
    await expect(page.locator('[data-read-aloud]')).toBeVisible()
    await expect(page.locator('[data-read-controls]')).toBeHidden()
  })
})
