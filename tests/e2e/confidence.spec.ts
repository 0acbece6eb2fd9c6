/** How sure somebody feels: said before and after, changed, and seen by the coordinator – without JavaScript too. */
import { expect, test, type Page } from '@playwright/test'
import { signInAs, startDemo, type DemoServer } from './demo-server.ts'
import { ownerOn, wordsIn } from './people.ts'

let server: DemoServer
test.beforeAll(async () => {
  test.setTimeout(120_000)
  server = await startDemo()
})
test.afterAll(async () => {
  await server.stop()
})
test.describe.configure({ mode: 'default' })

const tile = (page: Page, line: string, number: number) =>
  page.locator(`input[name=rating-${line}][value="${number}"]`)

test.describe('without JavaScript, on a phone', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })

  test('Nadia is asked once before the course, may leave lines out, and may change her mind', async ({
    page,
  }) => {
    const t = wordsIn('en').confidence
    await signInAs(page, server, 'nadia')
    await page.getByRole('link', { name: t.offers.before.link }).click()
    await expect(page.locator('main')).toContainText(t.whoSees)

    // Nothing chosen is refused with words; nothing is preselected.
    await expect(page.locator('.scale__input:checked')).toHaveCount(0)
    await page.locator('main form button[type=submit]').click()
    await expect(page.locator('.govuk-error-summary')).toContainText(t.empty)

    await tile(page, 'permission', 4).check()
    await tile(page, 'listening', 10).check()
    await page.locator('main form button[type=submit]').click()
    await expect(page.locator('main')).toContainText(t.saved)
    await expect(page.locator('.changes__line')).toHaveCount(2)
    await expect(page.locator('.changes')).toContainText('Asking permission: 4 of 10.')

    // The language changes, and what was typed stays; "–" takes a number away.
    await page.getByRole('link', { name: t.change.before }).click()
    await expect(tile(page, 'permission', 4)).toBeChecked()
    await tile(page, 'permission', 0).check()
    await page.locator('input[id=rating-listening-none]').check()
    await page.getByRole('button', { name: 'Español' }).click()
    await expect(page.locator('h1')).toHaveText(wordsIn('es').confidence.formTitles.before)
    await expect(tile(page, 'permission', 0)).toBeChecked()
    await expect(tile(page, 'listening', 10)).not.toBeChecked()
    await page.locator('main form button[type=submit]').click()
    await expect(page.locator('.changes__line')).toHaveCount(1)
    await expect(page.locator('.changes')).toContainText('Pedir permiso: 0 de 10.')

    await page.goto(`${server.origin}/learn`)
    await expect(page.locator('main')).not.toContainText(
      wordsIn('es').confidence.offers.before.title,
    )
    // It is far too early for "after".
    await page.goto(`${server.origin}/learn/confidence/after`)
    await expect(page.locator('main')).toContainText(wordsIn('es').confidence.closed.after)
  })

  test('the same form sent twice keeps what was saved first, and says so', async ({ page }) => {
    await signInAs(page, server, 'marcus')
    const here = `${server.origin}/learn/confidence/after`
    await page.goto(here)
    const record = await page.locator('input[name=record]').inputValue()
    const owner = await ownerOn(page)
    const send = (number: string) =>
      page.request.post(here, {
        form: { owner, record, 'rating-consent': number },
        headers: { origin: server.origin },
      })
    expect(await (await send('9')).text()).toContain(wordsIn('en').confidence.saved)
    expect(await (await send('1')).text()).toContain(wordsIn('en').confidence.kept)
    await page.goto(here)
    await expect(tile(page, 'consent', 9)).toBeChecked()
    // Not a number of the scale: refused with words, and what was right stays.
    const refused = await page.request.post(here, {
      form: { owner, record, 'rating-consent': '11', 'rating-listening': '3' },
      headers: { origin: server.origin },
    })
    expect(refused.status()).toBe(422)
    expect(await refused.text()).toContain(wordsIn('en').confidence.noSuchNumber)
  })
})

test('Luz has done the course: she says it again, reads what changed, and Carla sees the table', async ({
  page,
  browser,
}) => {
  const t = wordsIn('es').confidence
  await signInAs(page, server, 'luz')
  await page.getByRole('link', { name: t.offers.after.link }).click()
  const lines = await page.locator('.scale').count()
  expect(lines).toBe(14)
  // She said 3, 4 or 5 before; with the keyboard alone she now says 8 everywhere.
  for (const line of await page.locator('fieldset').all())
    await line.locator('input[value="8"]').press('Space')
  await page.locator('main form button[type=submit]').click()
  await expect(page.locator('main')).toContainText('Siente más seguridad en las 14 cosas.')
  await expect(page.locator('.changes')).toContainText(
    'Pedir permiso: de 4 a 8. Siente más seguridad.',
  )
  await page.goto(`${server.origin}/record`)
  await expect(page.locator('main')).toContainText('Siente más seguridad en las 14 cosas.')

  const desk = await (await browser.newContext()).newPage()
  await signInAs(desk, server, 'carla')
  await desk.getByRole('link', { name: 'Luz', exact: true }).click()
  const row = desk.locator('#confidence tbody tr').filter({ hasText: 'Asks permission' })
  await expect(row.locator('td')).toHaveText(['4', '8', 'Surer'])
})
