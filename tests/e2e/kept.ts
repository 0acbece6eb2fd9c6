/** A trainee's phone, and what lies on it until it is saved. */
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { signInAs, type DemoServer } from './demo-server.ts'

export async function phoneOf(browser: Browser, server: DemoServer, who: string, to: string) {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    screen: { width: 390, height: 844 },
  })
  const page = await context.newPage()
  await signInAs(page, server, who)
  await openAt(page, server, to)
  return { context, page }
}

export async function openAt(page: Page, server: DemoServer, to: string): Promise<void> {
  await page.goto(server.origin + to)
  await page.waitForLoadState('networkidle')
}

export const box = (page: Page) => page.locator('main textarea').first()
/** What became of what was typed: by the button of its form, or at the top of the page. */
export const line = (page: Page) => page.locator('#page-form .draft-status')
export const top = (page: Page) => page.locator('main > .draft-status').first()

export const stored = (context: BrowserContext): Promise<Record<string, string>> =>
  (context.pages()[0] as Page).evaluate(() =>
    Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith('typed:'))),
  )
export const howMany = async (context: BrowserContext): Promise<number> =>
  Object.keys(await stored(context)).length
