/**
 * The course is saved on a phone of one's own: how large it is first, how far it is, what became of it, and freed again.
 * By people whose phone is full, whose line breaks, who use a private window, and who come back to a newer release.
 */
import { expect, test, type Browser, type Page } from '@playwright/test'
import { some } from '#tests/runs.ts'
import { offline as en } from '#i18n/en/offline.ts'
import { offline as es } from '#i18n/es/offline.ts'
import { saved as enSaved } from '#i18n/en/saved.ts'
import { courseOf } from './people.ts'
import { signInAs, signInShared, startDemo, type DemoServer } from './demo-server.ts'
import { workerIsReady } from './saved-device.ts'
import { violationsOf } from './violations.ts'

let server: DemoServer
test.beforeAll(async () => {
  server = await startDemo()
})
test.afterAll(() => server.stop())
test.describe.configure({ mode: 'default' })

const MODULES = courseOf('en').modules.length

async function phone(browser: Browser, who: string, init?: () => void) {
  const context = await browser.newContext({
    viewport: { width: 320, height: 640 },
    hasTouch: true,
    isMobile: true,
  })
  if (init) await context.addInitScript(init)
  const page = await context.newPage()
  await signInAs(page, server, who)
  await page.waitForFunction(() => localStorage.getItem('device') !== null)
  await page.goto(`${server.origin}/learn/saved`)
  return { context, page }
}

const row = (page: Page, slug: string) => page.locator(`[data-module="${slug}"]`)
const status = (page: Page) => page.locator('[data-status]')

interface Kept {
  readonly language: string
  readonly module: string
  readonly release: string
}

/** What lies in the store of modules. */
const modulesIn = (page: Page): Promise<Kept[]> =>
  page.evaluate(
    () =>
      new Promise((found, failed) => {
        const opening = indexedDB.open('alongside')
        opening.onerror = () => failed(new Error(opening.error?.message))
        opening.onsuccess = () => {
          const all = opening.result.transaction('modules').objectStore('modules').getAll()
          all.onsuccess = () => {
            opening.result.close()
            found(
              (all.result as Kept[]).map(({ language, module, release }) => ({
                language,
                module,
                release,
              })),
            )
          }
        }
      }),
  )

/** As if it had been saved from an older release. */
const age = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise((done) => {
        const opening = indexedDB.open('alongside')
        opening.onsuccess = () => {
          const write = opening.result.transaction('modules', 'readwrite')
          const all = write.objectStore('modules').getAll()
          all.onsuccess = () => {
            for (const one of all.result as object[])
              write.objectStore('modules').put({ ...one, release: 'older' })
          }
          write.oncomplete = () => {
            opening.result.close()
            done()
          }
        }
      }),
  )

for (const [who, language, t, packs] of some(
  2,
  [
    ['nadia', 'en', en.save, 0],
    // Two areas that she chose.
    ['luz', 'es', es.save, 2],
  ] as const,
  1,
))
  test(`${who}: saves a module, then the whole course, sees its size first, and frees it again`, async ({
    browser,
  }) => {
    const { context, page } = await phone(browser, who)
    await expect(row(page, 'consent')).toContainText(/\d+ KB/)
    await expect(page.locator('.panel').first()).toContainText(/\d([.,]\d)? MB/)
    expect(await violationsOf(page)).toEqual([])
    await row(page, 'consent').locator('[data-save]').click()
    await expect(status(page)).toHaveText(t.outcomes.kept)
    await expect(status(page)).toBeFocused()
    await expect(row(page, 'consent').locator('[data-saved]')).toHaveText(t.isSaved)
    expect((await modulesIn(page)).map((one) => [one.language, one.module])).toEqual([
      [language, 'consent'],
    ])
    await page.locator('[data-save-whole]').click()
    await expect(page.locator('[data-saved]:visible')).toHaveCount(MODULES + packs)
    await expect(status(page)).toHaveText(t.outcomes.kept)
    expect(await modulesIn(page)).toHaveLength(MODULES + packs)
    expect(await violationsOf(page)).toEqual([])
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(sideways).toBe(0)
    await row(page, 'safety').locator('[data-free]').click()
    await expect(status(page)).toHaveText(t.freed)
    expect(await modulesIn(page)).toHaveLength(MODULES + packs - 1)
    await page.locator('[data-free-whole]').click()
    await expect(page.locator('[data-saved]:visible')).toHaveCount(0)
    expect(await modulesIn(page)).toEqual([])
    await context.close()
  })

test('without a connection the saved module is found at the address of a lesson, and read on', async ({
  browser,
}) => {
  const { context, page } = await phone(browser, 'nadia')
  await row(page, 'consent').locator('[data-save]').click()
  await expect(status(page)).toHaveText(en.save.outcomes.kept)
  await workerIsReady(page)
  await context.setOffline(true)
  const lesson = courseOf('en').modules.find(({ slug }) => slug === 'consent')?.lessons[0]
  await page.goto(`${server.origin}/learn/${lesson?.id}`)
  await page.getByRole('link', { name: en.shell.goOnHere }).click()
  await expect(page.locator('main h1')).toHaveText(lesson?.title ?? '')
  await page.goto(`${server.origin}/saved`)
  // Drawn once more when it has looked for a connection: what is pressed meanwhile stands still.
  const module = await page.locator('[data-list=modules] a').first().elementHandle()
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await page.evaluate(() => new Promise((done) => setTimeout(done, 500)))
  expect(await module?.evaluate((one) => one.isConnected)).toBe(true)
  await module?.click()
  await expect(page.locator('main h1')).toHaveText(lesson?.title ?? '')
  await context.setOffline(false)
  await context.close()
})

test('without a connection a word with a slip is found in what is saved; a word of danger shows whom to call first', async ({
  browser,
}) => {
  const { context, page } = await phone(browser, 'nadia')
  await row(page, 'consent').locator('[data-save]').click()
  await expect(status(page)).toHaveText(en.save.outcomes.kept)
  await workerIsReady(page)
  await context.setOffline(true)
  await page.goto(`${server.origin}/learn/messages`)
  const field = page.getByRole('searchbox')
  await field.fill('promisse')
  await field.press('Enter')
  const first = page.locator('[data-list=found] a').first()
  await expect(first).toHaveAttribute('href', /^\/saved#\/consent\//)
  expect(await violationsOf(page)).toEqual([])
  // What was asked for on the platform is looked for here; accents and plurals count for as little as there.
  await page.goto(`${server.origin}/search?q=c%C3%B3nsents`)
  await expect(field).toHaveValue('cónsents')
  await expect(first).toBeVisible()
  await first.click()
  await expect(page.locator('main')).toContainText(/consent/i)
  await page.goto(`${server.origin}/saved#/`)
  await page.getByRole('link', { name: enSaved.search }).click()
  await expect(field).toBeFocused()
  await field.fill('kill myself')
  await field.press('Enter')
  await expect(page.locator('main .help-block__number', { hasText: '988' })).toBeVisible()
  expect(await violationsOf(page)).toEqual([])
  await field.fill('xyzzyq')
  await field.press('Enter')
  await expect(page.locator('[data-when=nothing]')).toBeVisible()
  await context.close()
})

test('beside each module of the course stands how large it is: one press saves it, at a shared computer there is none', async ({
  browser,
}) => {
  const { context, page } = await phone(browser, 'nadia')
  await page.goto(`${server.origin}/learn`)
  const link = page.locator('#module-consent a[href="/learn/saved?save=consent"]')
  if (!(await link.isVisible())) await page.locator('#module-consent summary').click()
  await expect(link).toHaveText(/Save to this phone\s+\(\d+ KB\)/)
  await expect(page.locator('a[href^="/learn/saved?save="]')).toHaveCount(MODULES)
  expect(await violationsOf(page)).toEqual([])
  await link.click()
  await expect(status(page)).toHaveText(en.save.outcomes.kept)
  expect((await modulesIn(page)).map(({ module }) => module)).toEqual(['consent'])
  await expect(page).toHaveURL(`${server.origin}/learn/saved`)
  await context.close()
  const shared = await browser.newContext()
  const there = await shared.newPage()
  await signInShared(there, server, 'nadia')
  await expect(there.locator('#module-consent')).toBeAttached()
  await expect(there.locator('a[href^="/learn/saved"]')).toHaveCount(0)
  await shared.close()
})

test('how far it is, is shown while it comes', async ({ browser }) => {
  const { context, page } = await phone(browser, 'nadia')
  let open = (): void => undefined
  const held = new Promise<void>((resolve) => (open = resolve))
  await page.route('**/api/saved/en/safety', async (route) => {
    await held
    await route.continue()
  })
  await page.locator('[data-save-whole]').click()
  const bar = page.locator('progress')
  await expect(bar).toBeVisible()
  await expect
    .poll(() => bar.evaluate((one: HTMLProgressElement) => one.value / one.max))
    .toBeGreaterThan(0.1)
  expect(await bar.evaluate((one: HTMLProgressElement) => one.value < one.max)).toBe(true)
  open()
  await expect(bar).toBeHidden()
  await expect(status(page)).toHaveText(en.save.outcomes.kept)
  await context.close()
})

test('the line breaks in the middle: what came stays, and it says so; pressed again the rest comes', async ({
  browser,
}) => {
  const { context, page } = await phone(browser, 'nadia')
  await page.route('**/api/saved/en/safety', (route) => route.abort('connectionreset'))
  await page.locator('[data-save-whole]').click()
  await expect(status(page)).toHaveText(en.save.outcomes['no-line'])
  await expect(status(page)).toHaveAttribute('data-tone', 'warn')
  const before = (await modulesIn(page)).length
  expect(before).toBeGreaterThan(0)
  expect(before).toBeLessThan(MODULES)
  await page.unroute('**/api/saved/en/safety')
  await page.route('**/api/saved/en/safety', (route) =>
    route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Hotel wifi</h1>' }),
  )
  await page.locator('[data-save-whole]').click()
  await expect(status(page)).toHaveText(en.save.outcomes['no-line'])
  await page.unroute('**/api/saved/en/safety')
  await page.locator('[data-save-whole]').click()
  await expect(status(page)).toHaveText(en.save.outcomes.kept)
  expect(await modulesIn(page)).toHaveLength(MODULES)
  await context.close()
})

test('a full phone is told plainly, and nothing that was saved is lost', async ({ browser }) => {
  const { context, page } = await phone(browser, 'nadia')
  await row(page, 'consent').locator('[data-save]').click()
  await expect(status(page)).toHaveText(en.save.outcomes.kept)
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('no room', 'QuotaExceededError')
    }
  })
  await row(page, 'safety').locator('[data-save]').click()
  await expect(status(page)).toHaveText(en.save.outcomes.full)
  expect((await modulesIn(page)).map(({ module }) => module)).toEqual(['consent'])
  await context.close()
})

test('a browser that keeps nothing says so, and offers nothing to press', async ({ browser }) => {
  const context = await browser.newContext()
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('private window', 'InvalidStateError')
    }
  })
  const page = await context.newPage()
  await signInAs(page, server, 'nadia')
  await page.goto(`${server.origin}/learn/saved`)
  await expect(page.getByText(en.save.keepsNothing)).toBeVisible()
  await expect(page.locator('[data-save-whole]')).toBeHidden()
  await context.close()
})

test('whether the browser promised to keep it is said, and an iPhone is advised its home screen', async ({
  browser,
}) => {
  for (const promised of [true, false]) {
    const context = await browser.newContext({
      userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1',
    })
    await context.addInitScript((answer) => {
      let asked = false
      StorageManager.prototype.persisted = () => Promise.resolve(asked && answer)
      StorageManager.prototype.persist = () => {
        asked = true
        return Promise.resolve(answer)
      }
    }, promised)
    const page = await context.newPage()
    await signInAs(page, server, 'nadia')
    await page.goto(`${server.origin}/learn/saved`)
    await expect(page.getByText(en.save.iphone)).toBeVisible()
    await row(page, 'consent').locator('[data-save]').click()
    await expect(status(page)).toHaveText(en.save.outcomes.kept)
    await expect(page.getByText(en.save.persisted)).toBeVisible({ visible: promised })
    await expect(page.getByText(en.save.notPersisted)).toBeVisible({ visible: !promised })
    await context.close()
  }
})

test('a browser that asks its person, who does not answer: the module is saved all the same', async ({
  browser,
}) => {
  const { context, page } = await phone(browser, 'nadia', () => {
    StorageManager.prototype.persist = () => new Promise(() => undefined)
  })
  await row(page, 'consent').locator('[data-save]').click()
  await expect(status(page)).toHaveText(en.save.outcomes.kept)
  await context.close()
})

test('a module of an older release stays until the new one has come, and is renewed by the next page', async ({
  browser,
}) => {
  const { context, page } = await phone(browser, 'nadia')
  await row(page, 'consent').locator('[data-save]').click()
  await expect(status(page)).toHaveText(en.save.outcomes.kept)
  const [now] = await modulesIn(page)
  await age(page)
  await page.route('**/api/saved/en/**', (route) => route.abort('connectionreset'))
  await page.reload()
  await expect(row(page, 'consent').locator('[data-saved]')).toHaveText(en.save.isOlder)
  expect((await modulesIn(page)).map(({ release }) => release)).toEqual(['older'])
  await page.unroute('**/api/saved/en/**')
  await page.goto(`${server.origin}/learn`)
  await expect.poll(async () => (await modulesIn(page))[0]?.release).toBe(now?.release)
  await context.close()
})

test('the module one is in saves itself, once that was agreed to', async ({ browser }) => {
  const { context, page } = await phone(browser, 'nadia')
  await page.goto(`${server.origin}/learn/safety/quiz`)
  await page.waitForLoadState('networkidle')
  expect(await modulesIn(page)).toEqual([])
  await page.goto(`${server.origin}/learn/saved`)
  await page.getByLabel(en.save.itself).check()
  await expect(page.getByText(en.save.itselfOn)).toBeVisible()
  await page.goto(`${server.origin}/learn/safety/quiz`)
  await expect
    .poll(async () => (await modulesIn(page)).map(({ module }) => module))
    .toEqual(['safety'])
  await context.close()
})

test('at a shared computer the page says that nothing is saved, and offers nothing', async ({
  browser,
}) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await signInShared(page, server, 'nadia')
  await expect(page.getByRole('link', { name: en.save.link })).toHaveCount(0)
  await page.goto(`${server.origin}/learn/saved`)
  await expect(page.getByText(en.save.shared)).toBeVisible()
  await expect(page.locator('main button')).toHaveCount(0)
  expect(await page.evaluate(() => indexedDB.databases())).toEqual([])
  await context.close()
})
