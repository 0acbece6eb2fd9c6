/** The clip on the start page: asked for by the reader, with words under the picture. */
import { expect, test } from '@playwright/test'
import type { StartedServer } from '#tests/start-server.ts'
import { lentServer } from '#tests/lent-server.ts'
import { pretendVoices } from './pretended-voice.ts'
import { violationsOf } from './violations.ts'

let server: StartedServer
test.beforeAll(async () => {
  test.setTimeout(60_000)
  server = await lentServer()
})
test.afterAll(async () => {
  await server.stop()
})

test('nothing of it is loaded before play; then it plays in parts, with captions of the page’s language', async ({
  browser,
}) => {
  const context = await browser.newContext({ locale: 'es', viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  const asked: string[] = []
  page.on('request', (request) => {
    if (/\.(webm|mp4)$/.test(request.url())) asked.push(request.headers()['range'] ?? 'whole')
  })
  await page.goto(server.origin)
  const video = page.locator('video')
  await video.scrollIntoViewIfNeeded()
  await expect(video).toHaveJSProperty('paused', true)
  expect(asked).toEqual([])

  await video.evaluate(async (clip: HTMLVideoElement) => {
    clip.muted = true
    clip.currentTime = 28
    await clip.play()
  })
  await expect
    .poll(() => video.evaluate((clip: HTMLVideoElement) => clip.currentTime))
    .toBeGreaterThan(27.9)
  expect(asked[0]).toMatch(/^bytes=/)
  const shown = await video.evaluate((clip: HTMLVideoElement) =>
    [...clip.textTracks].map(({ language, mode, activeCues }) => [
      language,
      mode,
      [...(activeCues ?? [])].map((cue) => (cue as VTTCue).text),
    ]),
  )
  expect(shown).toEqual([
    ['en', 'disabled', []],
    [
      'es',
      'showing',
      ['Lo que le cuentan se queda con usted.\nAl principio dice qué no puede callar.'],
    ],
  ])
  await context.close()
})

test('its words are read by a voice of the device, for which the picture waits', async ({
  page,
}) => {
  await pretendVoices(page, ['en-US', 'es-MX far'])
  const said = () => page.evaluate(() => window.pretended.said.map(({ text }) => text))
  await page.goto(server.origin)
  const video = page.locator('video')
  const button = page.getByRole('button', { name: 'Have the words read by this device' })
  await video.evaluate((clip: HTMLVideoElement) => {
    clip.muted = true
    clip.defaultPlaybackRate = clip.playbackRate = 8
  })
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(button).toHaveAttribute('aria-pressed', 'true')
  const first = 'When a long illness is new, it can feel very lonely.'
  const second = 'A peer mentor has been there too. Mentors wait until they are asked.'
  await expect.poll(said).toEqual([first])
  // The voice is still at the first words when the next ones come.
  await expect(video).toHaveJSProperty('paused', true)
  expect(await said()).toEqual([first])
  await page.evaluate(() => window.pretended.end())
  await expect.poll(said).toEqual([first, second])
  await expect(video).toHaveJSProperty('paused', true)
  const cancelled = () => page.evaluate(() => window.pretended.cancelled)
  const before = await cancelled()
  await button.click()
  await expect(button).toHaveAttribute('aria-pressed', 'false')
  expect(await cancelled()).toBe(before + 1)
  expect(await violationsOf(page)).toEqual([])
})

test('whoever stops the clip stops the voice, and without a voice for the page nothing is offered', async ({
  page,
  browser,
}) => {
  await pretendVoices(page, ['en-US'])
  await page.goto(server.origin)
  await page.getByRole('button', { name: 'Have the words read by this device' }).click()
  await expect.poll(() => page.evaluate(() => window.pretended.said.length)).toBe(1)
  await page.locator('video').evaluate((clip: HTMLVideoElement) => clip.pause())
  await expect.poll(() => page.evaluate(() => window.pretended.cancelled)).toBe(1)
  const context = await browser.newContext({ locale: 'es' })
  const other = await context.newPage()
  await pretendVoices(other, ['en-US', 'es-MX far'])
  await other.goto(server.origin)
  await expect(other.locator('video')).toBeVisible()
  await expect(other.locator('[data-clip-voice]')).toBeHidden()
  await context.close()
})
