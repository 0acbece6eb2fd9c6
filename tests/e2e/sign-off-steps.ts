/** What every sign-off in a browser does: line by line, and signing with one's name. */
import { expect, type Page } from '@playwright/test'
import { pressAndArrive } from './press.ts'
import type { Judgement } from '#domain/readiness/offer.ts'

/** The page's own form. */
export const send = (page: Page): Promise<void> =>
  pressAndArrive(page, page.locator('#page-form button.govuk-button[type=submit]').first())

/** Answers every question about a line; stands at the decision afterwards. */
export async function judgeLines(
  desk: Page,
  judge: (line: string) => Judgement = () => 'shown',
): Promise<void> {
  for (;;) {
    const before = desk.url()
    const line = /\/line-([\w-]+)$/.exec(before)?.[1]
    if (!line) return
    await desk.locator(`input[value=${judge(line)}]`).check()
    await send(desk)
    await expect(desk).not.toHaveURL(before)
  }
}

/** A declaration, by the coordinator or by the mentor. */
export async function signAs(page: Page, name: string): Promise<void> {
  await page.locator('[name=declaredName]').fill(name)
  await send(page)
}
