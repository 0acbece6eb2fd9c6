/** Takes every picture of docs/help, in both languages, and the one of the README; nothing is asked here but that each page opens. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { LANGUAGES, type Language } from '#domain/course/language.ts'
import { fillPath } from '#tests/e2e/ids-of-cast.ts'
import { signInAs, startDemo, type DemoServer } from '#tests/e2e/demo-server.ts'
import { SAID_IN_PICTURES, textsOf, type SaidInPictures } from './said-in-pictures.ts'

const FOLDER = 'public/help'
const PHONE = { width: 390, height: 780 }

interface Picture {
  readonly name: string
  readonly who: string
  readonly page: string
  /** What stands at the top of it. */
  readonly from?: string
  /** What stands in its middle. */
  readonly around?: string
}

const PICTURES: readonly Picture[] = [
  { name: 'home', who: 'ray', page: '/learn' },
  {
    name: 'talk',
    who: 'luz',
    page: '/learn/practising/skip-thursday/talk',
    around: '.govuk-radios__item',
  },
  { name: 'desk', who: 'carla', page: '/coordinate' },
  { name: 'observe', who: 'carla', page: '/coordinate/{luz}/observe', from: 'fieldset' },
]

let server: DemoServer
const said: SaidInPictures = {}

test.use({ viewport: PHONE, deviceScaleFactor: 2, colorScheme: 'light' })
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  mkdirSync(FOLDER, { recursive: true })
  server = await startDemo()
})
test.afterAll(() => server.stop())

for (const { name, who, page: path, from, around } of PICTURES)
  test(name, async ({ page }) => {
    await signInAs(page, server, who)
    for (const language of LANGUAGES) {
      await open(page, path, language)
      const place = from ?? around
      if (place)
        await page
          .locator(place)
          .first()
          .evaluate(
            (one, isTop) => one.scrollIntoView({ block: isTop ? 'start' : 'center' }),
            Boolean(from),
          )
      const file = `${name}.${language}.webp`
      writeFileSync(`${FOLDER}/${file}`, await webp(page))
      said[file] = textsOf(language, await seenLines(page))
    }
  })

test('what they say is written down', () => {
  writeFileSync(SAID_IN_PICTURES, `${JSON.stringify(said, null, 2)}\n`)
})

/** Three phone screens beside each other. */
test('README', async ({ page, browser }) => {
  const shots: Buffer[] = []
  for (const [who, path, language] of [
    ['ray', '/learn', 'en'],
    ['nadia', '/learn/consent/quiz/who-decides', 'en'],
    ['luz', '/learn/practising/skip-thursday/debrief', 'es'],
  ] as const) {
    const context = await browser.newContext({ viewport: PHONE, deviceScaleFactor: 1 })
    const phone = await context.newPage()
    await signInAs(phone, server, who)
    await open(phone, path, language)
    shots.push(await phone.screenshot())
    await context.close()
  }
  await page.setContent(
    `<body style="margin:0;padding:50px 30px;display:flex;gap:30px;background:#e9e2d3">${shots
      .map(
        (shot) =>
          `<img style="border-radius:24px" src="data:image/png;base64,${shot.toString('base64')}">`,
      )
      .join('')}`,
  )
  const whole = await page.locator('body').boundingBox()
  expect(whole?.height).toBeGreaterThan(0)
  await page.setViewportSize({ width: 1290, height: 880 })
  writeFileSync('docs/screenshot.png', await page.screenshot({ scale: 'css' }))
})

async function open(page: Page, path: string, language: Language): Promise<void> {
  await page.goto(server.origin + fillPath(server, path))
  if ((await page.getAttribute('html', 'lang')) !== language) {
    await page.locator('.language-switch button').click()
    await expect(page.locator('html')).toHaveAttribute('lang', language)
  }
  // Of the demo only its people are shown.
  await page.evaluate(() => document.querySelector('.site-header__cast')?.remove())
  await page.evaluate(() => document.fonts.ready)
}

async function webp(page: Page): Promise<Buffer> {
  const session = await page.context().newCDPSession(page)
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 60 })
  await session.detach()
  return Buffer.from(data, 'base64')
}

/** Each line of text within the picture. */
const seenLines = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const lines: string[] = []
    while (walker.nextNode()) {
      const range = document.createRange()
      range.selectNode(walker.currentNode)
      const { top, bottom, width, height } = range.getBoundingClientRect()
      const isSeen = width > 2 && height > 2 && bottom > 0 && top < innerHeight
      if (isSeen) lines.push(walker.currentNode.textContent?.replace(/\s+/g, ' ').trim() ?? '')
    }
    return lines
  })
