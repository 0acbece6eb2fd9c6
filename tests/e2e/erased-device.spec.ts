/**
 * Somebody is erased by an administrator, on a page, while a device of theirs is without a connection and holds what they
 * did there. When it is back, the device clears all of it by itself: from the saved course, and from any page of a visitor.
 */
import { expect, test, type Browser, type Page } from '@playwright/test'
import { signInAs, startDemo, type DemoServer } from './demo-server.ts'
import { courseOf } from './people.ts'
import { deviceOf, stored } from './saved-device.ts'
import { violationsOf } from './violations.ts'

let server: DemoServer
test.beforeAll(async () => {
  server = await startDemo()
})
test.afterAll(() => server.stop())
test.describe.configure({ mode: 'default' })

/** What lies on the device: entries of the queue, people, and keys that name somebody. */
const lies = async (page: Page): Promise<readonly [number, number, number]> => [
  (await stored(page, 'queue')).length,
  (await stored(page, 'people')).length,
  await page.evaluate(
    () => Object.keys(localStorage).filter((key) => /^\w+:[0-9a-f]{8}-/.test(key)).length,
  ),
]

/** Without a connection they answer a question; nobody has it but the device. */
async function awayFor(browser: Browser, who: string, language: 'en' | 'es') {
  const { context, page } = await deviceOf(browser, server, who, ['consent'], language)
  await context.setOffline(true)
  const [question] =
    courseOf(language).modules.find(({ slug }) => slug === 'consent')?.quiz?.questions ?? []
  await page.goto(`${server.origin}/saved#/${question?.id ?? ''}/new`)
  await page.locator('main input[name=option]').first().check()
  await page.locator('main button[value=answer]').click()
  await expect.poll(async () => (await lies(page))[0]).toBeGreaterThan(0)
  expect((await lies(page))[2]).toBeGreaterThan(0)
  return { context, page }
}

async function erase(browser: Browser, name: string): Promise<void> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await signInAs(page, server, 'ana')
  await page.goto(`${server.origin}/manage/accounts?search=${name}`)
  await page.getByRole('link', { name, exact: true }).click()
  await page.locator('main a[href$="/erase"]').click()
  expect(await violationsOf(page)).toEqual([])
  await page.locator('main button[value=erase]').click()
  // Nothing was typed.
  await expect(page.locator('.govuk-error-summary')).toBeVisible()
  expect(await violationsOf(page)).toEqual([])
  await page.locator('main input[name=name]').fill(name)
  await page.locator('main button[value=erase]').click()
  await expect(page.locator('.saved-note')).toBeVisible()
  expect(new URL(page.url()).pathname).toBe('/manage/rights')
  await context.close()
}

test('the saved course sends, is told that its person is gone, and clears what it holds', async ({
  browser,
}) => {
  const { context, page } = await awayFor(browser, 'nadia', 'en')
  await erase(browser, 'Nadia')
  // Nothing of hers stays on the screen either: the page is drawn anew, for nobody.
  const anew = page.waitForEvent('load')
  await context.setOffline(false)
  await anew
  await expect.poll(() => lies(page)).toEqual([0, 0, 0])
  expect(await page.evaluate(() => localStorage.getItem('device'))).toBe(null)
  await context.close()
})

test('a page of a visitor asks once whether its person is gone, and clears what lies there', async ({
  browser,
}) => {
  const { context, page } = await awayFor(browser, 'luz', 'es')
  // The tab was closed before the connection came back.
  await page.goto('about:blank')
  await erase(browser, 'Luz')
  await context.setOffline(false)
  await page.goto(`${server.origin}/about`)
  await expect(page.locator('template[data-gone]')).toHaveCount(1)
  await expect.poll(() => lies(page)).toEqual([0, 0, 0])
  await context.close()
})
