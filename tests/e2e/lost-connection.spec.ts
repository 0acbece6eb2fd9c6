/** An observed role play beside two people, where the connection comes and goes: what is typed is sent once, and only by its own person. */
import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { kept as en } from '#i18n/en/kept.ts'
import { startServer } from '#tests/start-server.ts'
import { CAST, signInAs, signInShared, startDemo, type DemoServer } from './demo-server.ts'
import { wordsIn } from './people.ts'

const t = wordsIn('en').evidence
const inNinetyDays = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10)
let server: DemoServer
test.beforeAll(async () => {
  server = await startDemo()
})
test.afterAll(() => server.stop())
test.describe.configure({ mode: 'serial' })

/** kill -9, and up again at the same address. */
async function restart(): Promise<void> {
  const { dataDir, origin, password, stop } = server
  const again = await startServer({ dataDir, port: Number(new URL(origin).port), env: CAST })
  server = { ...again, password, stop: async () => (await again.stop(), stop()) }
}

async function recordOf(page: Page, name: string): Promise<string> {
  await page.goto(`${server.origin}/coordinate?tab=all`)
  await page.getByRole('link', { name, exact: true }).click()
  return page.url().replace(/[?#].*/, '')
}

async function desk(browser: Browser, javaScriptEnabled = true) {
  const context = await browser.newContext({
    javaScriptEnabled,
    locale: 'en',
    viewport: { width: 390, height: 844 },
  })
  const page = await context.newPage()
  await signInAs(page, server, 'carla')
  return { context, page, record: await recordOf(page, 'Nadia') }
}

const finish = (page: Page): Promise<void> =>
  page.locator('#page-form button[type=submit]').first().click({ noWaitAfter: true })
const status = (page: Page) => page.locator('[data-draft-status]')
/** What a long form says at its top. */
const back = (page: Page) => page.locator('main > .draft-status--back:first-child')
const draftsIn = (context: BrowserContext): Promise<number> =>
  (context.pages()[0] as Page).evaluate(
    () => Object.keys(localStorage).filter((key) => key.startsWith('draft:')).length,
  )

/** The page that says so is there with its scripts: the draft goes when they have run. */
async function isSaved(page: Page, address = /observed=/): Promise<void> {
  await expect(page).toHaveURL(address)
  await page.waitForLoadState()
}

/** How often the note stands among Nadia's observations. */
async function times(page: Page, record: string, note: string): Promise<number> {
  await page.goto(record)
  return page.locator('#observations li.timeline__entry').filter({ hasText: note }).count()
}

test('the server is killed while somebody writes: the page stays, and one press sends it later', async ({
  browser,
}) => {
  const { context, page, record } = await desk(browser)
  await page.goto(`${record}/observe`)
  await expect(status(page)).toHaveText(t.draft.kept)
  await page.locator('input[name=level-consent][value="2"]').check()
  await page.locator('textarea[name=note]').fill('She waited for a yes.')
  await server.kill()
  await finish(page)
  await expect(status(page)).toHaveText(t.draft.offlineKept)
  await expect(status(page)).toHaveAttribute('data-tone', 'warn')
  await expect(status(page)).toBeFocused()
  await expect(page.locator('textarea[name=note]')).toHaveValue('She waited for a yes.')
  await restart()
  await finish(page)
  await isSaved(page)
  expect(await times(page, record, 'She waited for a yes.')).toBe(1)
  expect(await draftsIn(context)).toBe(0)
  await context.close()
})

test('F3: F4: offline, the tab is closed: another tab has it still, says so at its top, and sends it', async ({
  browser,
}) => {
  const { context, page, record } = await desk(browser)
  const tab = await context.newPage()
  await tab.goto(`${record}/observe`)
  await tab.locator('input[name=level-listening][value="1"]').check()
  await tab.locator('details:has(textarea[name=note-consent])').locator('summary').last().click()
  await tab.locator('textarea[name=note-consent]').fill('Asked twice.')
  await tab.locator('input[name=level-consent][value="1"]').check()
  await tab.locator('textarea[name=traineeNote]').fill('Monday, unit 2.')
  await context.setOffline(true)
  await finish(tab)
  await expect(status(tab)).toHaveText(t.draft.offlineKept)
  await expect(status(tab)).toHaveAttribute('data-tone', 'warn')
  await context.setOffline(false)
  await expect(status(tab)).toHaveText(t.draft.online)
  await tab.close()
  await page.goto(`${record}/observe`)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${record}/observe`)
  await expect(back(page)).toContainText(t.draft.back)
  await expect(back(page)).toBeInViewport()
  await expect(back(page)).toHaveAttribute('data-tone', 'wait')
  const first = page.locator('input[name=level-consent][value="1"]')
  await expect(first).not.toBeInViewport()
  await back(page).getByRole('link', { name: t.draft.first }).click()
  await expect(first).toBeInViewport()
  await expect(page.locator('input[name=level-listening][value="1"]')).toBeChecked()
  await expect(page.locator('textarea[name=note-consent]')).toBeVisible()
  await expect(page.locator('textarea[name=note-consent]')).toHaveValue('Asked twice.')
  await finish(page)
  await isSaved(page)
  expect(await times(page, record, 'Monday, unit 2.')).toBe(1)
  await context.close()
})

test('the answer is lost: the same press later is the same role play', async ({ browser }) => {
  const { context, page, record } = await desk(browser)
  await page.goto(`${record}/observe`)
  await page.locator('input[name=level-consent][value="3"]').check()
  await page.locator('textarea[name=note]').fill('The line broke here.')
  // The request arrives; what the server says to it does not.
  await page.route('**/observe', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    await route.fetch({ maxRedirects: 0 })
    await route.abort('connectionreset')
  })
  await finish(page)
  await expect(page).toHaveURL(/chrome-error/)
  await page.unroute('**/observe')
  await page.goto(`${record}/observe`)
  await expect(back(page)).toContainText(t.draft.back)
  await finish(page)
  await isSaved(page)
  expect(await times(page, record, 'The line broke here.')).toBe(1)
  await context.close()
})

test('somebody else at the same device finds nothing and sends nothing; signing out asks first', async ({
  browser,
}) => {
  const { context, page, record } = await desk(browser)
  await page.goto(`${record}/observe`)
  await page.locator('textarea[name=note]').fill('Only mine.')
  await expect.poll(() => draftsIn(context)).toBe(1)
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('Only mine')
  await context.clearCookies()
  await signInAs(page, server, 'oscar')
  await page.goto(`${record}/observe`)
  await expect(page.locator('textarea[name=note]')).toHaveValue('')
  await page.locator('form.sign-out button').click()
  await expect(page).toHaveURL(`${server.origin}/`)
  expect(await draftsIn(context)).toBe(1)

  await signInAs(page, server, 'carla')
  await page.goto(record)
  await page.locator('form.sign-out button').click()
  const asks = page.locator('main > .draft-status--back').first()
  await expect(asks).toBeFocused()
  await expect(asks).toContainText(en.signOut.ask(en.device))
  await asks.getByRole('button', { name: en.signOut.keep }).click()
  await expect(page).toHaveURL(`${server.origin}/`)
  expect(await draftsIn(context)).toBe(1)

  await signInAs(page, server, 'carla')
  await page.goto(`${record}/observe`)
  await expect(page.locator('textarea[name=note]')).toHaveValue('Only mine.')
  await page.locator('form.sign-out button').click()
  await asks.getByRole('button', { name: en.signOut.drop }).click()
  await expect(page).toHaveURL(`${server.origin}/`)
  expect(await draftsIn(context)).toBe(0)
  await context.close()
})

test('what lay open from before is locked when its person comes by; who types first is not written over', async ({
  browser,
}) => {
  const { context, page, record } = await desk(browser)
  const note = page.locator('textarea[name=note]')
  await page.goto(`${record}/observe`)
  const key = await page.locator('form[data-draft]').getAttribute('data-draft')
  const lies = () => page.evaluate(() => JSON.stringify(localStorage))
  await page.evaluate((at) => {
    const fields = { id: 'an-id-of-then', note: 'From an older version.' }
    localStorage.setItem(at, JSON.stringify({ at: Date.now(), fields }))
  }, key ?? '')
  await page.reload()
  await expect(note).toHaveValue('From an older version.')
  await expect.poll(lies).not.toContain('older version')
  expect(await draftsIn(context)).toBe(1)

  await page.route('**/api/device-key', async (route) => {
    await new Promise((done) => setTimeout(done, 1500))
    await route.continue()
  })
  await page.reload()
  await note.fill('Faster.')
  await expect(back(page)).toContainText(t.draft.older)
  await expect(note).toHaveValue('Faster.')
  await back(page).getByRole('button', { name: t.draft.show }).click()
  await expect(note).toHaveValue('From an older version.')
  await expect(back(page)).toContainText(t.draft.back)
  await page.locator('[data-draft-drop]').click()
  await expect(note).toHaveValue('')
  await expect.poll(() => draftsIn(context)).toBe(0)
  await context.close()
})

test('where nothing can be locked, nothing of a coordinator’s lies on the device, and the page says so', async ({
  browser,
}) => {
  const { context, page, record } = await desk(browser)
  await page.route('**/api/device-key', async (route) => {
    const { person } = (await (await route.fetch()).json()) as { person: string }
    await route.fulfill({ json: { person, key: null } })
  })
  await page.goto(`${record}/observe`)
  await expect(status(page)).toHaveText(t.draft.unkept)
  await page.locator('textarea[name=note]').fill('At the library.')
  await context.setOffline(true)
  await finish(page)
  await expect(status(page)).toHaveText(t.draft.offline)
  expect(await draftsIn(context)).toBe(0)
  await context.close()
})

test('a talk, a note, an answer and a page of the sign-off wait for the line as well', async ({
  browser,
}) => {
  const { context, page, record } = await desk(browser)
  await page.goto(`${record}/talk`)
  await page.locator('select[name=competency]').selectOption('self-care')
  await page.locator('input[name=accepted][value=no]').check()
  await page.locator('textarea[name=note]').fill('Not while she is on call.')
  await context.setOffline(true)
  await finish(page)
  await expect(status(page)).toHaveText(t.draft.offlineKept)
  await context.setOffline(false)
  await finish(page)
  await isSaved(page, /#talk-/)
  await page.goto(`${record}/notes`)
  await page.locator('input[name=kind][value=internal]').check()
  await page.locator('textarea[name=text]').fill('Ring her on Friday.')
  await page.reload()
  await expect(page.locator('textarea[name=text]')).toHaveValue('Ring her on Friday.')
  await finish(page)
  await isSaved(page, /#internal/)
  await expect(page.locator('#internal')).toContainText('Ring her on Friday.')
  await expect(page.locator('textarea[name=text]')).toHaveValue('')

  await page.goto(`${record}/sign-off`)
  await finish(page)
  await page.locator('input[value=not-yet]').check()
  await context.setOffline(true)
  await finish(page)
  await expect(status(page)).toHaveText(t.draft.offline)
  await context.setOffline(false)
  await finish(page)
  await expect(page).toHaveURL(/line-confidentiality/)
  expect(await draftsIn(context)).toBe(0)
  await context.close()
})

test('a support review is there again after a reload, and is saved once; at a shared computer nothing is kept', async ({
  browser,
}) => {
  const { context, page, record } = await desk(browser)
  await page.goto(`${record}/reviews/write`)
  await expect(status(page)).toHaveText(t.draft.kept)
  await page.locator('textarea[name=wentWell]').fill('She called back twice.')
  await page.locator('input[name=wellbeing][value="4"]').check()
  await expect.poll(() => draftsIn(context)).toBe(1)
  await page.reload()
  await expect(page.locator('textarea[name=wentWell]')).toHaveValue('She called back twice.')
  await expect(page.locator('input[name=wellbeing][value="4"]')).toBeChecked()
  await page.locator('select[name=capacity]').selectOption('2')
  await page.locator('input[name=nextOn]').fill(inNinetyDays)
  await finish(page)
  await isSaved(page, /reviews\?saved=/)
  await expect(page.locator('main')).toContainText('She called back twice.')
  expect(await draftsIn(context)).toBe(0)
  await context.close()

  const others = await browser.newContext({ locale: 'en' })
  const shared = await others.newPage()
  await signInShared(shared, server, 'carla')
  await shared.goto(`${record}/reviews/write`)
  await expect(status(shared)).toHaveText(t.draft.unkept)
  await shared.locator('textarea[name=wentWell]').fill('Nothing of this stays.')
  await shared.reload()
  await expect(shared.locator('textarea[name=wentWell]')).toHaveValue('')
  expect(await draftsIn(others)).toBe(0)
  await others.close()
})

test('without JavaScript the browser’s own “reload” sends it once', async ({ browser }) => {
  const { context, page, record } = await desk(browser, false)
  await page.goto(`${record}/observe`)
  await page.locator('input[name=level-consent][value="2"]').check()
  await page.locator('textarea[name=note]').fill('No script here.')
  await server.kill()
  await finish(page)
  await expect(page).toHaveURL(/chrome-error/)
  await restart()
  await page.reload()
  await isSaved(page)
  expect(await times(page, record, 'No script here.')).toBe(1)
  await context.close()
})
