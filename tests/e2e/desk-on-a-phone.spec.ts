/** A coordinator's day on a phone: what is to be done is on the first screen, and a record is three. */
import { expect, test, type Page } from '@playwright/test'
import { signInAs, startDemo, type DemoServer } from './demo-server.ts'
import { wordsIn } from './people.ts'
import { picture } from './picture.ts'
import { violationsOf } from './violations.ts'

const PHONE = { width: 390, height: 844 }
const DESK = { width: 1280, height: 900 }

let server: DemoServer
test.beforeAll(async () => {
  server = await startDemo()
})
test.afterAll(() => server.stop())

/** Where they begin and how high they are, in pixels. */
const boxesOf = (page: Page, selector: string): Promise<{ top: number; height: number }[]> =>
  page.locator(selector).evaluateAll((all) =>
    all.map((one) => {
      const { top, height } = one.getBoundingClientRect()
      return { top, height }
    }),
  )

for (const language of ['en', 'es'] as const)
  test(`the work list and a record, in ${language}`, async ({ browser }) => {
    const context = await browser.newContext({ locale: language, viewport: PHONE })
    await context.addCookies([{ name: 'language', value: language, url: server.origin }])
    const page = await context.newPage()
    await signInAs(page, server, 'carla')
    if ((await page.locator('html').getAttribute('lang')) !== language) {
      await page.locator('.language-switch button').click()
      await expect(page.locator('html')).toHaveAttribute('lang', language)
    }
    const words = wordsIn(language)

    await page.goto(`${server.origin}/coordinate`)
    await expect(page.getByRole('searchbox', { name: words.find.label })).toBeInViewport()
    const tasks = await boxesOf(page, '.work-list__task')
    expect(tasks.length).toBeGreaterThan(1)
    const [first] = tasks
    expect((first?.top ?? 999) + (first?.height ?? 999)).toBeLessThanOrEqual(PHONE.height)
    for (const { height } of tasks) expect(height).toBeLessThanOrEqual(96)
    await page.setViewportSize(DESK)
    for (const { height } of await boxesOf(page, '.work-list__task'))
      expect(height).toBeLessThanOrEqual(56)

    // The longest of every kind, with an owner and a cohort: still a thumb and two lines.
    await page.setViewportSize(PHONE)
    await page.evaluate(
      ([why, ...about]) => {
        const task = document.querySelector('.work-list__task')
        const [who, , whose] = task?.querySelectorAll('p') ?? []
        if (who?.firstElementChild) who.firstElementChild.textContent = 'María Núñez López'
        if (whose) whose.textContent = about[0] ?? ''
        const line = task?.querySelector('.work-list__why')
        if (line) line.textContent = why ?? ''
      },
      [words.evidence.reasonSince(words.evidence.reasons.harm, '28/11/2026'), words.tasks.hold],
    )
    for (const { height } of await boxesOf(page, '.work-list__task'))
      expect(height).toBeLessThanOrEqual(96)

    // The record: nobody has begun, so every line is open.
    await page.goto(`${server.origin}/coordinate?tab=all`)
    for (const name of ['Nadia', 'Inés', 'Luz']) {
      await page.goto(`${server.origin}/coordinate?tab=all`)
      await page.getByRole('link', { name, exact: true }).click()
      await expect(page.locator('h1')).toHaveText(name)
      const main = await boxesOf(page, 'main')
      const end = (main[0]?.top ?? 0) + (main[0]?.height ?? 0)
      expect.soft(Math.ceil(end), `${name} ends at`).toBeLessThanOrEqual(3 * PHONE.height)
      await expect(page.getByRole('searchbox', { name: words.find.label })).toBeInViewport()
      await expect(page.locator('.desk-menu summary')).toBeVisible()
      await picture(page, `desk-on-a-phone/${language}-${name}`, { wide: true })
      expect(await violationsOf(page)).toEqual([])
    }
    // On paper a record is whole: what is folded on the screen stands open.
    const folded = page.locator(
      'main details:not([open]):not(.no-print, .no-print *) .readiness li',
    )
    await expect(folded.first()).toBeHidden()
    await page.emulateMedia({ media: 'print' })
    for (const line of await folded.all()) await expect(line).toBeVisible()
    await page.emulateMedia({ media: 'screen' })
    // Luz asks for sign-off: that is the button.
    const button = page.locator('main .button-row a.govuk-button').first()
    await expect(button).toHaveText(words.tasks.next['sign-off'])
    await expect(button).toBeInViewport()
    // Opened by the address alone, and by the menu of the desk.
    await page.goto(`${page.url()}#observations`)
    await expect(page.locator('#observations')).toBeVisible()
    await page.locator('.desk-menu summary').click()
    await page.locator('.desk-menu').getByRole('link', { name: words.people.desk.inbox }).click()
    await expect(page).toHaveURL(/\/coordinate\/inbox/)
    await context.close()
  })
