/** Enter in a field sends its form, as everywhere; it never switches the language. */
import { expect, test, type Page } from '@playwright/test'
import { startDemo, type DemoServer } from './demo-server.ts'
import { wordsIn } from './people.ts'

let server: DemoServer
test.beforeAll(async () => {
  server = await startDemo()
})
test.afterAll(() => server.stop())

async function enter(page: Page, field: string): Promise<void> {
  const arrived = page.waitForEvent('domcontentloaded')
  await page.locator(field).first().press('Enter')
  await arrived
}

for (const javaScriptEnabled of [true, false])
  test(`JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled, locale: 'en' })
    const page = await context.newPage()
    await page.goto(`${server.origin}/sign-in?way=password`)
    await page.locator('input[name=name]').fill('carla')
    await page.locator('input[name=password]').fill(server.password)
    await enter(page, 'input[name=password]')
    await expect(page).toHaveURL(`${server.origin}/coordinate`)
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')

    // A radio, a box and a day, in the middle of the work of a desk.
    await page.goto(`${server.origin}/coordinate?tab=all`)
    await page.getByRole('link', { name: 'Nadia', exact: true }).click()
    await expect(page).not.toHaveURL(/tab=all/)
    const record = page.url()
    await page.goto(`${record}/talk`)
    await page.locator('input[name=accepted][value=yes]').check()
    await enter(page, 'input[name=accepted][value=yes]')
    await expect(page.locator('.govuk-error-summary')).toContainText(
      wordsIn('en').evidence.problems['competency-missing'],
    )
    await enter(page, 'input[name=day]')
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await expect(page.locator('.govuk-error-summary')).toBeVisible()
    // The language is still where it was.
    await page.locator('.language-switch button[name=switch-language]').click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'es')
    await expect(page.locator('input[name=accepted][value=yes]')).toBeChecked()
    await page.locator('.language-switch button[name=switch-language]').click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await context.close()
  })
