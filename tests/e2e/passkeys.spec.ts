/** A passkey made, used and taken away in a real browser, whose own virtual device holds it. */
import { expect, test, type Page } from '@playwright/test'
import type { Language } from '#domain/course/language.ts'
import { wordsIn } from '#i18n/words.ts'
import { signInAs, startDemo, type DemoServer } from './demo-server.ts'
import { violationsOf } from './violations.ts'
import { deviceOf } from './virtual-device.ts'
import { oneOf } from '#tests/runs.ts'

let server: DemoServer
test.beforeAll(async () => {
  server = await startDemo()
})
test.afterAll(async () => {
  await server.stop()
})

async function inLanguage(page: Page, language: Language): Promise<void> {
  if ((await page.getAttribute('html', 'lang')) !== language)
    await page.locator('.language-switch button').click()
  await expect(page.locator('html')).toHaveAttribute('lang', language)
}

for (const { language } of oneOf('en', [{ language: 'en' }, { language: 'es' }] as const))
  test(`made after a lesson, used at the door, taken away again, ${language}`, async ({ page }) => {
    test.setTimeout(180_000)
    const { passkeys: t, common, account } = wordsIn(language)
    const { cdp, id } = await deviceOf(page)
    await signInAs(page, server, language === 'en' ? 'ray' : 'luz')
    await inLanguage(page, language)

    await page.getByRole('link', { name: t.offerDo }).click()
    await expect(page.locator('h1')).toHaveText(t.add)
    expect(await violationsOf(page)).toEqual([])
    await page.getByRole('button', { name: t.addDo }).click()
    await expect(page.getByRole('status').first()).toHaveText(t.saved.added)
    expect(await violationsOf(page)).toEqual([])
    const { credentials } = await cdp.send('WebAuthn.getCredentials', { authenticatorId: id })
    expect(credentials).toMatchObject([{ rpId: 'localhost', isResidentCredential: true }])
    await page.goto(`${server.origin}/learn`)
    await expect(page.getByText(t.offer)).toHaveCount(0)
    // The same device makes no second one.
    await page.goto(`${server.origin}/ways-in/passkeys/new`)
    await page.getByRole('button', { name: t.addDo }).click()
    await expect(page.getByText(t.already)).toBeVisible()

    await page.getByRole('button', { name: common.signOut }).click()
    await expect(page.getByRole('link', { name: common.signIn }).first()).toBeVisible()
    await page.goto(`${server.origin}/sign-in?to=%2Frecord`)
    expect(await violationsOf(page)).toEqual([])
    await page.getByRole('button', { name: t.enter }).click()
    await expect(page).toHaveURL(`${server.origin}/record`)

    // On a shared computer the cookie goes with the window.
    await page.getByRole('button', { name: common.signOut }).click()
    await expect(page.getByRole('link', { name: common.signIn }).first()).toBeVisible()
    await page.goto(`${server.origin}/sign-in`)
    await page.getByText(account.shared, { exact: true }).click()
    await page.getByRole('button', { name: t.enter }).click()
    await expect(page).toHaveURL(`${server.origin}/learn`)
    const cookies = await page.context().cookies()
    expect(cookies.find(({ name }) => name === 'alongside')?.expires).toBe(-1)
    await page.goto(`${server.origin}/ways-in/passkeys`)
    await expect(page.getByText(t.shared)).toBeVisible()

    await page.locator('summary', { hasText: t.change('').slice(0, 8) }).click()
    await page.getByRole('button', { name: t.remove }).click()
    await expect(page.getByRole('status').first()).toHaveText(t.saved.removed)
    await page.getByRole('button', { name: common.signOut }).click()
    await expect(page.getByRole('link', { name: common.signIn }).first()).toBeVisible()
    await page.goto(`${server.origin}/sign-in`)
    await page.getByRole('button', { name: t.enter }).click()
    await expect(page.locator('.govuk-error-summary')).toContainText(t.wrong)
    expect(await violationsOf(page)).toEqual([])
  })

test('a person who turns back, or whose finger is not known, is told so and loses nothing', async ({
  page,
}) => {
  const { passkeys: t } = wordsIn('en')
  const { cdp, id } = await deviceOf(page)
  await page.goto(`${server.origin}/sign-in`)
  await page.locator('#code').fill('nadia')
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId: id, isUserVerified: false })
  await page.getByRole('button', { name: t.enter }).click()
  await expect(page.getByText(t.cancelled)).toBeVisible()
  await expect(page.locator('#code')).toHaveValue('nadia')
  await page.context().setOffline(true)
  await page.getByRole('button', { name: t.enter }).click()
  await expect(page.getByText(t.lost)).toBeVisible()
  await expect(page.locator('#code')).toHaveValue('nadia')
})

test('"No, do not ask again" holds on every device', async ({ page, browser }) => {
  const { passkeys: t } = wordsIn('en')
  await signInAs(page, server, 'walt')
  await page.getByRole('button', { name: t.offerNo }).click()
  await expect(page.getByRole('status').first()).toHaveText(t.saved.declined)
  const other = await browser.newPage()
  await signInAs(other, server, 'walt')
  await expect(other.locator('h1')).toBeVisible()
  await expect(other.getByText(t.offer)).toHaveCount(0)
  await other.close()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('nothing is said of passkeys at the door, and the other ways are there', async ({
    page,
  }) => {
    const { passkeys: t, account } = wordsIn('en')
    await page.goto(`${server.origin}/sign-in`)
    await expect(page.getByText(t.enter, { exact: true })).toBeHidden()
    await expect(page.getByRole('button', { name: account.signInDo })).toBeVisible()
    await signInAs(page, server, 'nadia')
    await page.goto(`${server.origin}/ways-in/passkeys`)
    await expect(page.getByText(t.add, { exact: true })).toBeHidden()
    await page.goto(`${server.origin}/ways-in/passkeys/new`)
    await expect(page.getByText(t.addNone)).toBeVisible()
    await expect(page.getByText(t.addDo, { exact: true })).toBeHidden()
  })
})

test('a browser that knows no passkeys is offered none', async ({ page }) => {
  const { passkeys: t } = wordsIn('en')
  await page.addInitScript(() => Reflect.deleteProperty(window, 'PublicKeyCredential'))
  await page.goto(`${server.origin}/sign-in`)
  await expect(page.locator('#code')).toBeVisible()
  await expect(page.getByText(t.enter, { exact: true })).toBeHidden()
})
