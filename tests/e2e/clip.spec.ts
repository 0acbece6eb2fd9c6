/** The clip on the start page: asked for by the reader, with words under the picture. */
import { expect, test } from '@playwright/test'
import type { StartedServer } from '#tests/start-server.ts'
import { lentServer } from './lent-server.ts'

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
