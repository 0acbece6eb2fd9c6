/** A lesson is read aloud sentence by sentence, by a voice that the test pretends to have. */
import { expect, test, type Page } from '@playwright/test'
import { wordsIn } from './people.ts'
import { pretendVoices } from './pretended-voice.ts'
import { violationsOf } from './violations.ts'
import type { StartedServer } from '#tests/start-server.ts'
import { lentServer } from '#tests/lent-server.ts'

const t = wordsIn('en').course
let server: StartedServer
test.beforeAll(async () => {
  test.setTimeout(60_000)
  server = await lentServer()
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
  await expect.poll(() => said(page)).toEqual([first])
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
  await expect.poll(() => said(page)).not.toEqual([])
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
  await lesson(page, 'es', ['en-US', 'es-MX far'])
  await expect(page.locator('[data-read-none]')).toHaveText(wordsIn('es').course.readNone)
  await expect(page.locator('[data-read-controls]')).toBeHidden()
})

test('what reads comes with the first press, and not before', async ({ page }) => {
  const scripts: string[] = []
  page.on('request', (one) => one.resourceType() === 'script' && scripts.push(one.url()))
  await lesson(page, 'en', ['en-US'])
  await expect(page.locator('[data-read-controls]')).toBeVisible()
  const before = scripts.length
  expect(scripts.filter((url) => /read-?(later|page)/i.test(url))).toEqual([])
  await page.getByRole('button', { name: t.readAloud }).click()
  await expect.poll(() => said(page)).toHaveLength(1)
  expect(scripts.length).toBeGreaterThan(before)
})

test('from the paragraph or heading that is chosen, by keyboard; Escape takes the choice away', async ({
  page,
}) => {
  await lesson(page, 'en', ['en-US'])
  const from = page.getByRole('button', { name: t.readFrom, exact: true })
  const places = page.getByRole('button', { name: t.readHere })
  await from.focus()
  await page.keyboard.press('Enter')
  await expect(places.first()).toBeVisible()
  await expect(from).toHaveAttribute('aria-pressed', 'true')
  expect(await violationsOf(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(places).toHaveCount(0)
  await expect(from).toBeFocused()
  await page.keyboard.press('Enter')
  const second = page.locator('[data-card="1"] .prose > p').nth(1)
  await second.getByRole('button').focus()
  await page.keyboard.press('Enter')
  await expect(places).toHaveCount(0)
  const text = (await second.innerText()).replace(/\s+/g, ' ')
  const [heard = ''] = await said(page)
  expect(heard.length).toBeGreaterThan(5)
  expect(text.startsWith(heard)).toBe(true)
  expect(await shown(page)).toEqual([heard])
})

test('in the voice and at the speed that were chosen; both are kept on this device', async ({
  page,
}) => {
  await lesson(page, 'en', ['en-GB', 'en-US', 'es-MX', 'en-AU far'])
  await page.getByText(t.readWishes, { exact: true }).click()
  const voices = page.locator('#read-voice option')
  await expect(voices).toHaveText(['Voice en-US', 'Voice en-GB'])
  await page.locator('#read-voice').selectOption('Voice en-GB')
  await page.locator('#read-rate').selectOption('0.7')
  await page.getByRole('button', { name: t.readAloud }).click()
  const last = () => page.evaluate(() => window.pretended.said.at(-1))
  expect(await last()).toMatchObject({ voice: 'Voice en-GB', lang: 'en-GB', rate: 0.7 })
  // Heard at once.
  await page.locator('#read-rate').selectOption('1.25')
  await expect.poll(last).toMatchObject({ rate: 1.25 })
  expect(await violationsOf(page)).toEqual([])
  await page.reload()
  await page.getByRole('button', { name: t.readAloud }).click()
  await expect.poll(last).toMatchObject({ voice: 'Voice en-GB', rate: 1.25 })
})

test('goes on where the engine fell silent, and says again what it swallowed', async ({ page }) => {
  await lesson(page, 'en', ['en-US'])
  await page.getByRole('button', { name: t.readAloud }).click()
  await expect.poll(() => said(page)).toHaveLength(1)
  await page.evaluate(() => window.pretended.fallSilent())
  await expect.poll(() => said(page)).toHaveLength(2)
  const [first, second] = await said(page)
  expect(second).not.toBe(first)
  await page.evaluate(() => window.pretended.swallow())
  await endOfSentence(page)
  await expect.poll(() => said(page)).toHaveLength(4)
  const [, , third, again] = await said(page)
  expect(again).toBe(third)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('there is no button', async ({ page }) => {
    await page.goto(`${server.origin}/sample`)
    await expect(page.locator('[data-read-aloud]')).toBeVisible()
    await expect(page.locator('[data-read-controls]')).toBeHidden()
  })
})
