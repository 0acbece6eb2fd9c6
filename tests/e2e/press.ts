/** Presses what sends a form, and waits for what comes of it: the page moves only when we have answered. */
import { expect, type Locator, type Page } from '@playwright/test'

export async function pressAndArrive(page: Page, button: Locator): Promise<void> {
  await page
    .locator('main > *')
    .first()
    .evaluate((first) => first.setAttribute('data-old', ''))
  await button.click()
  // By itself Playwright looks again only every half second, once a quarter of one is over.
  await expect(async () => expect(await page.evaluate(isAnother)).toBe(true)).toPass({
    intervals: [30],
    timeout: 15_000,
  })
}

/** Runs in the page: what was pressed is gone, and the next is there, not only on its way. */
const isAnother = (): boolean =>
  document.readyState !== 'loading' &&
  document.querySelector('main > *') !== null &&
  document.querySelector('main > [data-old]') === null
