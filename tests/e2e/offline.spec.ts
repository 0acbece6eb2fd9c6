/**
 * Without a connection: our own page for any address, from the first visit on; whom to call; nothing of anybody in a cache.
 * By people at their own phone, at a computer that others use, and before anybody has signed in.
 */
import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { offline as en } from '#i18n/en/offline.ts'
import { offline as es } from '#i18n/es/offline.ts'
import { wordsIn } from './people.ts'
import { signInAs, signInShared, startDemo, type DemoServer } from './demo-server.ts'
import { violationsOf } from './violations.ts'

let server: DemoServer
test.beforeAll(async () => {
  server = await startDemo()
})
test.afterAll(() => server.stop())
test.describe.configure({ mode: 'default' })

const PHONE = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true }

/** Signed in on a device of one's own, until the device is ready to be without a connection. */
async function phone(browser: Browser, who: string) {
  const context = await browser.newContext(PHONE)
  const page = await context.newPage()
  await signInAs(page, server, who)
  await isReady(page)
  return { context, page }
}

async function isReady(page: Page): Promise<void> {
  await page.waitForFunction(() => localStorage.getItem('device') !== null)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
}

/** All that lies in caches: by its address, as text. */
const cached = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(async () => {
    const all: [string, string][] = []
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        const answer = await cache.match(request)
        all.push([new URL(request.url).pathname, (await answer?.text()) ?? ''])
      }
    }
    return Object.fromEntries(all)
  })

/** What of the heading can be seen. */
const headed = (page: Page, title: string): Promise<void> =>
  expect(page.locator('h1')).toHaveText(title, { useInnerText: true })

const workers = (context: BrowserContext): number => context.serviceWorkers().length

for (const [who, language, t, ends] of [
  ['nadia', 'en', en.shell, '988'],
  ['luz', 'es', es.shell, '988'],
] as const)
  test(`${who}: after the first visit any address gives our own page, with whom to call, and names nobody`, async ({
    browser,
  }) => {
    const { context, page } = await phone(browser, who)
    await context.setOffline(true)
    for (const address of ['/learn', '/record', '/learn/consent/quiz', '/nothing-here', '/']) {
      await page.goto(server.origin + address)
      await headed(page, t.title)
      expect(new URL(page.url()).pathname).toBe(address)
    }
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await expect(page.locator('.help-block__number', { hasText: ends })).toBeVisible()
    await expect(page.locator('.help-block__who')).toBeVisible()
    const text = await page.locator('body').innerText()
    expect(text).not.toMatch(new RegExp(who, 'i'))
    expect(await violationsOf(page)).toEqual([])
    const widths = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ])
    expect(widths[0]).toBe(widths[1])
    await page.getByRole('button', { name: wordsIn(language).common.language }).click()
    await headed(page, language === 'en' ? es.shell.title : en.shell.title)
    expect(await violationsOf(page)).toEqual([])
    await context.close()
  })

test('"Try again" says that there is still no connection, and later opens what was asked for', async ({
  browser,
}) => {
  const { context, page } = await phone(browser, 'nadia')
  await context.setOffline(true)
  await page.goto(`${server.origin}/learn/messages`)
  const again = page.getByRole('button', { name: en.shell.again })
  await again.click()
  await expect(page.getByText(en.shell.stillNone)).toBeFocused()
  await context.setOffline(false)
  await headed(page, en.shell.titleBack)
  await page.getByRole('button', { name: en.shell.toPage }).click()
  await expect(page.locator('form.sign-out')).toBeVisible()
  expect(new URL(page.url()).pathname).toBe('/learn/messages')
  await context.close()
})

test('a form that did not get through says so, and the way back leads to it', async ({
  browser,
}) => {
  const { context, page } = await phone(browser, 'nadia')
  await page.goto(`${server.origin}/search`)
  await context.setOffline(true)
  await page.locator('.language-switch button').click()
  await expect(page.getByText(en.shell.notSent)).toBeVisible()
  await page.getByRole('button', { name: en.shell.back }).click()
  await expect(page).toHaveURL(/\/search$/)
  await context.close()
})

test('no page of anybody and no answer of ours lies in a cache', async ({ browser }) => {
  const { context, page } = await phone(browser, 'nadia')
  for (const address of ['/learn', '/record', '/learn/consent/quiz', '/learn/messages'])
    await page.goto(server.origin + address)
  const files = await cached(page)
  expect(Object.keys(files).sort()).toEqual([...new Set(Object.keys(files))].sort())
  expect(Object.keys(files)).toContain('/saved')
  for (const [path, text] of Object.entries(files)) {
    expect(path).toMatch(/^\/(saved$|_astro\/|icons\/|favicon\.svg$|manifest\.webmanifest$)/)
    expect(text).not.toMatch(/nadia/i)
  }
  await context.close()
})

test('at a computer that others use, and before signing in, nothing is kept', async ({
  browser,
}) => {
  const context = await browser.newContext(PHONE)
  const page = await context.newPage()
  await page.goto(`${server.origin}/sample`)
  await signInShared(page, server, 'nadia')
  await page.waitForLoadState('networkidle')
  expect(workers(context)).toBe(0)
  const kept = () =>
    page.evaluate(async () => ({
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      device: localStorage.getItem('device'),
    }))
  expect(await kept()).toEqual({ databases: 0, caches: 0, device: null })
  const answer = await page.request.get(`${server.origin}/api/saved/en/consent`)
  expect([answer.status(), await answer.json()]).toEqual([403, { error: 'shared' }])
  await context.close()
})

test('after signing out the page knows nobody, and still whom to call', async ({ browser }) => {
  const { context, page } = await phone(browser, 'nadia')
  await page.locator('form.sign-out button').click()
  await expect(page).toHaveURL(`${server.origin}/`)
  expect(await page.evaluate(() => localStorage.getItem('device'))).toBeNull()
  await context.setOffline(true)
  await page.goto(`${server.origin}/learn`)
  await headed(page, en.shell.title)
  await expect(page.locator('.help-block__number').first()).toBeVisible()
  await context.close()
})
