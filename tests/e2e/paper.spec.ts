/**
 * What is printed fits its sheets, on A4 and on US Letter: a lesson three, the reference guide and the road map two,
 * a flyer and the certificate one. The lesson of urgent signs is a list to look things up in: it may have six.
 * No line of the trial stands on paper, the letters of a lesson have ten points, and the help strip prints its numbers.
 */
import { expect, test, type Page } from '@playwright/test'
import { CAST, signInAs, startDemo, type DemoServer } from './demo-server.ts'

let server: DemoServer
test.beforeAll(async () => {
  server = await startDemo({ ...CAST, ALONGSIDE_DEMO: '1' })
})
test.afterAll(async () => {
  await server.stop()
})

/** Sheets at most; the longest lessons, since the others are shorter. */
const KEPT: Readonly<Record<string, number>> = {
  '/learn/role/what-a-mentor-does': 3,
  '/learn/no-advice/three-piles': 3,
  '/learn/story/one-small-goal': 3,
  '/learn/safety/what-you-must-pass-on': 3,
  '/learn/boundaries/faith-culture-language': 3,
  '/learn/safety/urgent-signs': 7,
  '/resources/reference-guide': 2,
  '/resources/urgent-signs': 5,
  '/resources/goal-road-map': 2,
  '/resources/role-and-rules': 1,
  '/resources/roles-and-benefits': 1,
}

for (const [who, programme] of [
  ['luz', 'the kidney programme, in Spanish'],
  ['ray', 'the kidney programme, in English'],
  ['joyce', 'the UK programme, in English'],
] as const)
  test(`what a learner prints fits its sheets: ${programme}`, async ({ page }) => {
    test.setTimeout(180_000)
    await signInAs(page, server, who)
    await page.emulateMedia({ media: 'print' })
    const tooLong: string[] = []
    for (const [path, most] of Object.entries(KEPT)) {
      await page.goto(`${server.origin}${path}`)
      expect([path, await page.locator('main h1').count()]).toEqual([path, 1])
      for (const [paper, sheets] of await sheetsOf(page))
        if (sheets > most) tooLong.push(`${path}: ${sheets} sheets of ${paper}, not ${most}`)
    }
    expect(tooLong).toEqual([])
  })

test('the certificate is one sheet', async ({ page }) => {
  await signInAs(page, server, 'ines')
  await page.emulateMedia({ media: 'print' })
  await page.goto(`${server.origin}/record/certificate`)
  await expect(page.locator('.certificate')).toBeVisible()
  expect(await sheetsOf(page)).toEqual([
    ['A4', 1],
    ['Letter', 1],
  ])
})

test('on paper: no line of the trial, ten points, whom to call', async ({ page }) => {
  await signInAs(page, server, 'ray')
  await page.goto(`${server.origin}/learn/values/twelve-values`)
  await expect(page.locator('.site-header__cast')).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.site-header__cast')).toBeHidden()
  const points = await page
    .locator('.prose p')
    .last()
    .evaluate((one) => (parseFloat(getComputedStyle(one).fontSize) * 72) / 96)
  expect(points).toBeGreaterThanOrEqual(10)
  for (const number of await page.locator('.help-block a[href^="tel:"]').all())
    await expect(number).toBeVisible()
  const strip = await page.locator('.help-block').boundingBox()
  expect(strip?.height).toBeLessThan(90)
})

/** What Chromium writes before each page of a PDF. */
async function sheetsOf(page: Page): Promise<[string, number][]> {
  const sheets: [string, number][] = []
  for (const format of ['A4', 'Letter']) {
    const pdf = await page.pdf({ format })
    sheets.push([format, pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0])
  }
  return sheets
}
