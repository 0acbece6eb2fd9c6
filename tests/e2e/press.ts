/** Presses what sends a form, and waits for what comes of it: the page moves only when we have answered. */
import { expect, type Locator, type Page } from '@playwright/test'

export async function pressAndArrive(page: Page, button: Locator): Promise<void> {
  await page
    .locator('main > *')
    .first()
    .evaluate((first) => first.setAttribute('data-old', ''))
  await button.click()
  await expect(page.locator('main > [data-old]')).toHaveCount(0)
}
