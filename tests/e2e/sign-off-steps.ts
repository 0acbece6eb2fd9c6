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
    const page = /\/(met|line-[\w-]+)$/.exec(before)?.[1]
    if (!page) return
    if (page === 'met') await judgeTogether(desk, judge)
    else await desk.locator(`input[value=${judge(page.slice('line-'.length))}]`).check()
    await send(desk)
    await expect(desk).not.toHaveURL(before)
  }
}

/** The lines that the evidence meets, on one page. */
async function judgeTogether(desk: Page, judge: (line: string) => Judgement): Promise<void> {
  const ticks = desk.locator('input[name=notYet]')
  const lines = await ticks.evaluateAll((all) => all.map((one) => one.getAttribute('value') ?? ''))
  const open = lines.filter((line) => judge(line) === 'not-yet')
  await desk.locator(`input[name=shown][value=${open.length > 0 ? 'not-all' : 'all'}]`).check()
  if (open.length > 0) await desk.locator('details:has(input[name=notYet]) summary').click()
  for (const line of open) await desk.locator(`input[name=notYet][value=${line}]`).check()
}

/** A declaration, by the coordinator or by the mentor. */
export async function signAs(page: Page, name: string): Promise<void> {
  await page.locator('[name=declaredName]').fill(name)
  await send(page)
}
