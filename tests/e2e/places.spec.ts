/** Stopping, coming back elsewhere, changing the language, pressing Back: nothing is lost. */
import { expect, test } from '@playwright/test'
import { askedOn, asksOf, rightOf } from '#tests/quiz-forms.ts'
import { signInAs, startDemo, type DemoServer } from './demo-server.ts'
import { courseOf, wordsIn } from './people.ts'
import { pressAndArrive } from './press.ts'

let server: DemoServer
test.beforeAll(async () => {
  server = await startDemo()
})
test.afterAll(async () => {
  await server.stop()
})

const course = courseOf('en')
const listening = course.modules.find(({ slug }) => slug === 'listening')
const questions = listening?.quiz?.questions ?? []

test('Nadia stops in a quiz and comes back on another device to the same question', async ({
  browser,
  page,
}) => {
  await signInAs(page, server, 'nadia')
  await page.goto(`${server.origin}/learn/listening/quiz`)
  await page.locator('main a.govuk-button').click()
  const first = questions[0]
  if (!first) throw new Error('The quiz has no questions.')
  for (const id of rightOf(await askedOn(page, first)))
    await page.locator(`input[name=option][value="${id}"]`).check()
  await page.locator('button[value=answer]').click()
  await expect(page.locator('#feedback')).toHaveText(wordsIn('en').course.right)

  const other = await (await browser.newContext()).newPage()
  await signInAs(other, server, 'nadia')
  await other.goto(`${server.origin}/learn`)
  await other.locator('.carry-on a').click()
  await expect(other.locator('h1')).toHaveText(questions[1] ? asksOf(questions[1]) : '')
  await expect(other.locator('.caption')).toContainText(
    wordsIn('en').course.questionOf(2, questions.length),
  )
})

test('Ray stops in a talk and comes back to the same turn; one step back keeps what he had chosen', async ({
  browser,
  page,
}) => {
  await signInAs(page, server, 'ray')
  await page.goto(`${server.origin}/learn/practising/man-by-the-window`)
  await pressAndArrive(page, page.locator('button[value=start]'))
  const firstTurn = await page.locator('input[name=turn]').inputValue()
  await page.locator('input[name=reply]').first().check()
  const chosen = await page.locator('input[name=reply]').first().inputValue()
  await pressAndArrive(page, page.locator('button[value=say]'))
  const secondTurn = await page.locator('input[name=turn]').inputValue()
  expect(secondTurn).not.toBe(firstTurn)

  const other = await (await browser.newContext()).newPage()
  await signInAs(other, server, 'ray')
  await other.goto(`${server.origin}/learn`)
  await other.locator('.carry-on a').click()
  await expect(other.locator('input[name=turn]')).toHaveValue(secondTurn)
  await pressAndArrive(other, other.locator('button[value=back]'))
  await expect(other.locator('input[name=turn]')).toHaveValue(firstTurn)
  await expect(other.locator(`input[name=reply][value="${chosen}"]`)).toBeChecked()
})

test('C8: Nadia goes away in the middle of a lesson, and another device opens it there', async ({
  browser,
  page,
}) => {
  const lesson = listening?.lessons[1]
  await signInAs(page, server, 'nadia')
  await page.goto(`${server.origin}/learn/${lesson?.id}`)
  for (const card of [1, 2]) {
    await pressAndArrive(page, page.locator('[data-now] button[value^="on:"]'))
    await expect(page.locator('.card').nth(card)).toHaveAttribute('data-now')
  }
  const heading = await page.locator('.card:visible h2').first().innerText()
  await page.goto(`${server.origin}/about`)

  const other = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await signInAs(other, server, 'nadia')
  await other.goto(`${server.origin}/learn`)
  await other.locator('.carry-on a').click()
  await expect(other.locator('.card:visible h2').first()).toBeInViewport()
  await expect(other.locator('.card:visible h2').first()).toHaveText(heading)
  await other.goto(`${server.origin}/learn/${lesson?.id}`)
  await expect(other.locator('main')).toContainText(wordsIn('en').course.stoppedAt(heading))
})

test('F7: a page that the browser kept is asked for again after its person signed out', async ({
  page,
}) => {
  await signInAs(page, server, 'ray')
  await page.goto(`${server.origin}/record`)
  const shownAgain = () =>
    page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
  await page.evaluate(() => ((window as unknown as { mark: boolean }).mark = true))
  const isOld = () => page.evaluate(() => 'mark' in window)
  await shownAgain()
  expect(await isOld()).toBe(true)
  const other = await page.context().newPage()
  await other.goto(`${server.origin}/about`)
  await other.locator('form.sign-out button').click()
  await expect(other.locator('form.sign-out')).toHaveCount(0)
  await Promise.all([page.waitForURL(/sign-in/), shownAgain()])
})

test('F6: an empty date is marked as empty until somebody chooses one', async ({ page }) => {
  await signInAs(page, server, 'carla')
  await page.goto(`${server.origin}/coordinate/reports`)
  await expect(page.locator('#from')).toHaveClass(/is-empty/)
  await page.locator('#from').fill('2026-11-01')
  await expect(page.locator('#from')).not.toHaveClass(/is-empty/)
})

test('changing the language inside a question keeps what was ticked', async ({ page }) => {
  await signInAs(page, server, 'nadia')
  await page.goto(`${server.origin}/learn/role/quiz`)
  await page.locator('main a.govuk-button').click()
  const option = page.locator('input[name=option]').nth(1)
  const value = await option.inputValue()
  await option.check()
  await page.locator('.language-switch button').click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'es')
  await expect(page.locator(`input[name=option][value="${value}"]`)).toBeChecked()
  const spanish = courseOf('es').modules[0]?.quiz?.questions[0]
  await expect(page.locator('h1')).toHaveText(spanish ? asksOf(spanish) : '')
  await page.locator('.language-switch button').click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

test('a blank answer is refused with words, and browser Back after an answer keeps the first one', async ({
  page,
}) => {
  await signInAs(page, server, 'joyce')
  await page.goto(`${server.origin}/learn/boundaries/quiz`)
  await page.locator('main a.govuk-button').click()
  await page.locator('button[value=answer]').click()
  await expect(page.locator('.govuk-error-summary')).toContainText(wordsIn('en').course.chooseFirst)
  await expect(page.locator('.govuk-error-summary')).toBeFocused()
  const address = page.url()
  const options = page.locator('input[name=option]')
  const [first, second] = [await options.nth(0).inputValue(), await options.nth(1).inputValue()]
  await options.nth(0).check()
  const form = await page.evaluate(() => {
    const data = new FormData(document.querySelector<HTMLFormElement>('#page-form') ?? undefined)
    return Object.fromEntries([...data].map(([name, value]) => [name, String(value)]))
  })
  await page.locator('button[value=answer]').click()
  await expect(page.locator('#feedback')).toBeVisible()
  // The old tab sends the same form with another answer.
  const again = await page.request.post(address, {
    form: { ...form, option: second },
    headers: { origin: server.origin },
  })
  expect(again.status()).toBe(200)
  expect(await again.text()).toContain(wordsIn('en').learn.keptAnswer)
  expect(first).not.toBe(second)
})

test('a coordinator whose session ended keeps what was typed and sends it by signing in', async ({
  page,
  context,
}) => {
  await signInAs(page, server, 'carla')
  await page.goto(`${server.origin}/coordinate?tab=all`)
  await page.getByRole('link', { name: 'Ray', exact: true }).click()
  const record = page.url()
  await page.goto(`${record}/observe`)
  await page.locator('input[name=level-listening][value="2"]').check()
  await page.locator('textarea[name=note]').fill('Three open questions in a row.')
  await context.clearCookies({ name: 'alongside' })
  await page.locator('main form button[type=submit]').click()
  await expect(page.locator('h1')).toHaveText(wordsIn('en').common.sessionEnded)
  await page.locator('input[name=again-name]').fill('carla')
  await page.locator('input[name=again-password]').fill(server.password)
  await page.locator('main form button[type=submit]').click()
  await expect(page.locator('#observations')).toContainText('Three open questions in a row.')
})

test('A1: Ray’s words wait on the device, locked: Nadia finds nothing of them, Ray gets them back', async ({
  page,
  context,
}) => {
  const here = `${server.origin}/learn/self-care/my-warning-signs`
  const words = 'I snap at people on Tuesdays.'
  const { common, course } = wordsIn('en')
  const submit = page.locator('main form button[type=submit]')
  const waits = page.locator('.words-wait')
  await signInAs(page, server, 'ray')
  await page.goto(here)
  await page.locator('textarea[name=text]').fill(words)
  await context.clearCookies({ name: 'alongside' })
  await submit.click()
  await expect(page.locator('h1')).toHaveText(common.sessionEnded)
  await expect(page.getByText(common.waitsOnDevice)).toBeVisible()
  await page.locator('input[name=again-name]').fill('nadia')
  await page.locator('input[name=again-password]').fill(server.password)
  await submit.click()
  await expect(page.locator('h1')).toHaveText(common.somebodyElse)
  await page.getByRole('button', { name: common.openAfresh('Nadia') }).click()
  await expect(page.locator('textarea[name=text]')).toHaveValue('')
  await expect(waits).toBeHidden()
  expect(await page.content()).not.toContain(words)
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(words)

  await page.getByRole('button', { name: common.signOut }).click()
  await signInAs(page, server, 'ray')
  await expect(waits).toContainText(common.wordsWait)
  await page.getByRole('button', { name: common.wordsWaitShow }).click()
  await expect(page.locator('textarea[name=text]')).toHaveValue(words)
  await expect(waits).toBeHidden()
  await submit.click()
  await expect(page.locator('.done-note')).toContainText(course.saved)
  await page.goto(`${server.origin}/learn`)
  await expect(waits).toBeHidden()
})
