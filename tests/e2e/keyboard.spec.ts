/** Without a mouse, without a finger, on 320 pixels: from a code on paper to what is written after the first quiz. */
import { expect, test, type Locator, type Page } from '@playwright/test'
import { askedOn, rightOf } from '#tests/quiz-forms.ts'
import { signInAs, startDemo, type DemoServer } from './demo-server.ts'
import { courseOf } from './people.ts'
import { pressAndArrive } from './press.ts'

let server: DemoServer
test.beforeAll(async () => {
  server = await startDemo()
})
test.afterAll(() => server.stop())

const WIDTH = 320
const HEIGHT = 640
/** Of a page; whoever needs more cannot be meant to use it. */
const MOST_TABS = 60
const course = courseOf('es')

const hasFocus = (one: Locator): Promise<boolean> =>
  one.evaluate((element) => element === document.activeElement)

/** Goes there by the Tab key alone; what has the focus can be seen, and looks like it. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let pressed = 0; pressed < MOST_TABS; pressed++) {
    await page.keyboard.press('Tab')
    if (await hasFocus(wanted)) {
      await isSeen(page, wanted)
      return
    }
  }
  throw new Error(`${page.url()}: ${String(wanted)} was not reached in ${MOST_TABS} steps`)
}

/** WCAG 2.2: 2.4.7 and 2.4.11. A choice shows its focus on the box that is drawn for it. */
async function isSeen(page: Page, one: Locator): Promise<void> {
  const { top, bottom, drawn } = await one.evaluate((element) => {
    const box = element.getBoundingClientRect()
    const shows = [element, element.nextElementSibling, element.parentElement].flatMap((part) =>
      part ? [getComputedStyle(part), getComputedStyle(part, '::before')] : [],
    )
    return {
      top: box.top,
      bottom: box.bottom,
      drawn: shows.some(
        ({ outlineStyle, outlineWidth, boxShadow }) =>
          (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
      ),
    }
  })
  const where = `${page.url()}: ${await one.evaluate(({ outerHTML }) => outerHTML.slice(0, 120))}`
  expect(drawn, `${where} does not show that it has the focus`).toBe(true)
  expect(bottom, `${where} stands above what is seen`).toBeGreaterThan(0)
  expect(top, `${where} stands below what is seen`).toBeLessThan(HEIGHT)
}

/** Enter on what the page is for. */
async function enter(page: Page, button: Locator): Promise<void> {
  await tabTo(page, button)
  const before = page.url()
  await page.keyboard.press('Enter')
  await expect(page).not.toHaveURL(before)
}

/** Radios are one stop, and arrows choose among them; each box is a stop of its own. */
async function choose(page: Page, ids: readonly string[]): Promise<void> {
  const option = (id: string) => page.locator(`input[name=option][value="${id}"]`)
  if ((await page.locator('input[name=option][type=radio]').count()) === 0) {
    for (const id of ids) {
      await tabTo(page, option(id))
      await page.keyboard.press('Space')
      await expect(option(id)).toBeChecked()
    }
    return
  }
  await tabTo(page, page.locator('input[name=option]').first())
  await page.keyboard.press('Space')
  for (let n = 0; n < 6 && !(await option(ids[0] ?? '').isChecked()); n++)
    await page.keyboard.press('ArrowDown')
  await expect(option(ids[0] ?? '')).toBeChecked()
}

test('a keyboard alone, 320 px, in Spanish: a code, the first quiz, a reflection', async ({
  browser,
}) => {
  test.setTimeout(90_000)
  const desk = await browser.newPage()
  await signInAs(desk, server, 'carla')
  await desk.goto(`${server.origin}/coordinate/invite?programme=kidney`)
  await desk.locator('input[name=name]').fill('Rosa')
  await desk.locator('input[name=for-language][value=es]').check()
  const asTrainee = desk.locator('input[name=role][value=trainee]')
  if ((await asTrainee.count()) > 0) await asTrainee.check()
  await pressAndArrive(desk, desk.locator('#page-form button[type=submit]'))
  const code = (await desk.locator('.invitation-card__code').textContent()) ?? ''
  await desk.close()

  const context = await browser.newContext({
    viewport: { width: WIDTH, height: HEIGHT },
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.goto(`${server.origin}/join`)
  await tabTo(page, page.locator('input[name=code]'))
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/learn\/role\/what-a-mentor-does/)

  const questions = course.modules[0]?.quiz?.questions ?? []
  const primary = page.locator('main .govuk-button:not(.govuk-button--secondary):visible').first()
  for (let step = 0; step < 40 && !/\/quiz\/result/.test(page.url()); step++) {
    const id = /\/learn\/([^/?#]+\/quiz\/[^/?#]+)/.exec(page.url())?.[1]
    const asked = questions.find((one) => one.id === id)
    if (asked && (await page.locator('button[value=answer]').count()) > 0)
      await choose(page, rightOf(await askedOn(page, asked)))
    await enter(page, primary)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(WIDTH)
  }
  await expect(page).toHaveURL(/\/quiz\/result/)

  const asked = course.modules.find(({ reflection }) => reflection)?.reflection
  await page.goto(`${server.origin}/learn/${asked?.id}`)
  await tabTo(page, page.locator('textarea[name=text]'))
  await page.keyboard.type('Prometo escuchar.')
  await tabTo(page, page.locator('#page-form button[type=submit]'))
  await page.keyboard.press('Enter')
  await expect(page.locator('.done-note')).toBeVisible()
  await expect(page.locator('textarea[name=text]')).toHaveValue('Prometo escuchar.')
  await context.close()
})
