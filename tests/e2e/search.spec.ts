/** From a word that somebody remembers to the place where it stands: on a phone, without a script. */
import { expect, test } from '@playwright/test'
import { signInAs, startDemo, type DemoServer } from './demo-server.ts'
import { picture } from './picture.ts'

let server: DemoServer
test.beforeAll(async () => {
  server = await startDemo()
})
test.afterAll(async () => {
  await server.stop()
})

test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 640 } })

test('a word with a slip leads to its heading, and Back to what was found', async ({ page }) => {
  await signInAs(page, server, 'nadia')
  await page.getByRole('navigation').getByRole('link', { name: 'Search' }).click()
  await page.getByRole('searchbox', { name: 'What are you looking for?' }).fill('fistulas')
  await page.keyboard.press('Enter')
  await expect(page.locator('mark').first()).toBeVisible()
  await picture(page, 'search-found')
  await page.getByRole('link', { name: 'Choosing what to tell – Short, and back to them' }).click()
  await expect(page.getByRole('heading', { name: 'Short, and back to them' })).toBeInViewport()
  await picture(page, 'search-heading', { fullPage: false })
  await page.goBack()
  await expect(page.getByRole('searchbox')).toHaveValue('fistulas')
  await page.getByRole('link', { name: 'fistula', exact: true }).click()
  await expect(page.getByText('A vein that was joined to an artery')).toBeInViewport()
})

test('somebody who types a word of danger sees whom to call before anything else', async ({
  page,
}) => {
  await page.goto(`${server.origin}/search`)
  await page.getByRole('searchbox').fill('kill myself')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main').getByRole('link', { name: '911' })).toBeInViewport()
  await expect(page).toHaveTitle('Search – Alongside')
})
