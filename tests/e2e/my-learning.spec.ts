/** "My learning": found from the home page, printed, and saved as a file that opens without us. */
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { expect, test } from '@playwright/test'
import { some } from '#tests/runs.ts'
import { signInAs, startDemo, type DemoServer } from './demo-server.ts'
import { wordsIn } from './people.ts'
import { picture } from './picture.ts'
import { violationsOf } from './violations.ts'

let server: DemoServer
test.beforeAll(async () => {
  server = await startDemo()
})
test.afterAll(async () => {
  await server.stop()
})

for (const [who, language] of some(2, [
  ['ray', 'en'],
  ['ines', 'es'],
] as const))
  test.describe(who, () => {
    test.use({ viewport: { width: 390, height: 844 }, acceptDownloads: true })

    test('finds it from home, reads it, and takes it along', async ({ page }, info) => {
      const t = wordsIn(language).mine.learning
      await signInAs(page, server, who)
      await page.goto(`${server.origin}/learn`)
      await page.getByRole('link', { name: t.link }).click()
      await expect(page.getByRole('heading', { level: 1, name: t.title })).toBeVisible()
      await expect(page.locator('main h2')).not.toHaveCount(0)
      await picture(page, `my-learning/${who}`, { wide: true })
      expect(await violationsOf(page)).toEqual([])
      await page.setViewportSize({ width: 320, height: 640 })
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0)

      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: t.save }).click(),
      ])
      const file = info.outputPath(download.suggestedFilename())
      await download.saveAs(file)
      expect(readFileSync(file, 'utf8')).toContain(t.leftOutTitle)
      await page.context().setOffline(true)
      await page.goto(pathToFileURL(file).href)
      await expect(page.getByRole('heading', { level: 1, name: t.title })).toBeVisible()
      await picture(page, `my-learning/${who}-file`)
      expect(await violationsOf(page)).toEqual([])
    })
  })

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('it is read and saved too', async ({ page }) => {
    await signInAs(page, server, 'ray')
    await page.goto(`${server.origin}/record`)
    const t = wordsIn('en').mine.learning
    await page.getByRole('link', { name: t.link }).click()
    await expect(page.getByRole('heading', { level: 1, name: t.title })).toBeVisible()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: t.save }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^my-learning-\d{4}-\d\d-\d\d\.html$/)
  })
})
