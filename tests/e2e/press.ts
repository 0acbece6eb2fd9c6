/** Presses what sends a form, and waits for what comes of it: the page moves only when we have answered. */
import { expect, type Locator, type Page } from '@playwright/test'

export async function pressAndArrive(page: Page, button: Locator): Promise<void> {
  await page.evaluate(() => document.querySelector('main > *')?.setAttribute('data-old', ''))
  await button.click()
  await arrived(page)
}

/** By itself Playwright looks again only every half second, once a quarter of one is over. */
const arrived = (page: Page): Promise<void> =>
  expect(async () => expect(await page.evaluate(isAnother)).toBe(true)).toPass({
    intervals: [30],
    timeout: 15_000,
  })

/**
 * The same, with what is chosen before, by the page itself: to ask where each stands and what lies over it takes longer than
 * all that comes of it. For journeys that have pressed the same by hand already.
 */
export async function sendInPage(
  page: Page,
  chosen: readonly string[],
  button: string,
): Promise<void> {
  await page.evaluate(
    ([inputs, send]) => {
      const press = (selector: string): void => {
        const one = document.querySelector<HTMLElement>(selector)
        if (!one) throw new Error(`Nothing to press: ${selector}`)
        one.click()
      }
      document.querySelector('main > *')?.setAttribute('data-old', '')
      for (const input of inputs) if (!document.querySelector(`${input}:checked`)) press(input)
      press(send)
    },
    [chosen, button] as const,
  )
  await arrived(page)
}

/** Runs in the page: what was pressed is gone, and the next is there, not only on its way. */
const isAnother = (): boolean =>
  document.readyState !== 'loading' &&
  document.querySelector('main > *') !== null &&
  document.querySelector('main > [data-old]') === null
