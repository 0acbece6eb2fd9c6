/**
 * What a trainee or an applicant types is kept on their device, locked, until it is saved; what cannot reach us stays in its
 * page and is sent once. By a person who is cut off, closes the tab, lends the tablet, and whose session ends.
 */
import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { some } from '#tests/runs.ts'
import { kept as en } from '#i18n/en/kept.ts'
import { kept as es } from '#i18n/es/kept.ts'
import { startServer } from '#tests/start-server.ts'
import { courseOf, wordsIn } from './people.ts'
import { box, howMany, line, openAt, phoneOf, stored, top } from './kept.ts'
import { CAST, signInAs, startDemo, type DemoServer } from './demo-server.ts'

const PROMISE = '/learn/consent/a-promise-i-can-keep'
const QUESTION = '/learn/consent/quiz/who-decides'
const ASK = '/learn/ask?page=%2Flearn'

let server: DemoServer
test.beforeAll(async () => {
  server = await startDemo()
})
test.afterAll(() => server.stop())
test.describe.configure({ mode: 'default' })

const phone = (browser: Browser, who: string, to: string) => phoneOf(browser, server, who, to)
const open = (page: Page, to: string): Promise<void> => openAt(page, server, to)

const press = (page: Page): Promise<void> =>
  page.locator('#page-form button[type=submit]').first().click({ noWaitAfter: true })

/** Until what is typed lies on the device. */
async function isKept(context: BrowserContext): Promise<void> {
  await expect.poll(() => howMany(context)).toBe(1)
}

/** How often these words stand among what the trainee wrote. */
async function timesAsked(page: Page, words: string): Promise<number> {
  await open(page, '/learn/messages')
  return page.locator('main').getByText(words).count()
}

for (const [who, t] of some(2, [
  ['nadia', en],
  ['luz', es],
] as const))
  test(`${who}: half a reflection is there again after the tab was closed, locked, and can be thrown away`, async ({
    browser,
  }) => {
    const { context, page } = await phone(browser, who, '/learn')
    const tab = await context.newPage()
    await open(tab, PROMISE)
    await expect(line(tab)).toHaveText(t.keeps(t.phone))
    await box(tab).fill('I will not tell her sister.')
    await isKept(context)
    expect(JSON.stringify(await stored(context))).not.toContain('sister')
    await tab.close()
    await open(page, PROMISE)
    await expect(box(page)).toHaveValue('I will not tell her sister.')
    await expect(top(page)).toContainText(t.back(t.phone))
    await page.reload()
    await expect(box(page)).toHaveValue('I will not tell her sister.')
    await top(page).getByRole('button', { name: t.drop }).click()
    await expect(top(page)).not.toBeVisible()
    await expect(box(page)).not.toHaveValue('I will not tell her sister.')
    expect(await howMany(context)).toBe(0)
    await context.close()
  })

for (const [who, t] of some(
  2,
  [
    ['nadia', en],
    ['luz', es],
  ] as const,
  1,
))
  test(`${who}: offline, a press says that it is kept; back online it is sent by itself, once, and says when it was saved`, async ({
    browser,
  }) => {
    const { context, page } = await phone(browser, who, ASK)
    const words = `May I come on Monday? ${who}`
    await box(page).fill(words)
    await context.setOffline(true)
    await press(page)
    await expect(line(page)).toContainText(t.waits(t.phone))
    await expect(line(page)).toHaveAttribute('data-tone', 'warn')
    await expect(line(page)).toBeFocused()
    await expect(box(page)).toHaveValue(words)
    // Tried in vain to the end: what is still under way when the line comes back is a press that arrives, and moves the page.
    const tried = page.waitForEvent('requestfailed')
    await line(page).getByRole('button', { name: t.sendNow }).click()
    await tried
    await expect(line(page)).toContainText(t.waits(t.phone))
    await context.setOffline(false)
    await expect(line(page)).toContainText(t.saved('').replace(/[.)\s(]+$/, ''))
    await expect(line(page)).toContainText(/\d:\d\d/)
    expect(await howMany(context)).toBe(0)
    // Some browsers tell once more of a letter that was typed before: that is saved, and is not kept again.
    await box(page).dispatchEvent('input')
    await page.evaluate(() => new Promise((done) => setTimeout(done, 500)))
    expect(await howMany(context)).toBe(0)
    await line(page).getByRole('button', { name: t.goOn }).click()
    await expect(page).toHaveURL(/asked=1/)
    expect(await timesAsked(page, words)).toBe(1)
    await context.close()
  })

test('the tab is killed with a press that did not arrive: the next page sends it and says so', async ({
  browser,
}) => {
  const { context, page } = await phone(browser, 'ray', ASK)
  await box(page).fill('Whom do I call at night?')
  await context.setOffline(true)
  await press(page)
  await expect(line(page)).toContainText(en.waits(en.phone))
  const other = await context.newPage()
  await page.close()
  await context.setOffline(false)
  await other.goto(`${server.origin}/resources`)
  await expect(top(other)).toContainText(/saved with us at \d/)
  expect(await howMany(context)).toBe(0)
  expect(await timesAsked(other, 'Whom do I call at night?')).toBe(1)
  await context.close()
})

test('the answer is lost: sent again it is one; changed meanwhile it is both', async ({
  browser,
}) => {
  const { context, page } = await phone(browser, 'ray', ASK)
  const loseAnswers = () =>
    page.route('**/learn/ask*', async (route) => {
      if (route.request().method() !== 'POST') return route.continue()
      await route.fetch({ maxRedirects: 0 })
      await route.abort('connectionreset')
    })
  await box(page).fill('The line broke here.')
  await loseAnswers()
  await press(page)
  await expect(line(page)).toContainText(en.waits(en.phone))
  await page.unroute('**/learn/ask*')
  await press(page)
  await expect(page).toHaveURL(/asked=1/)
  expect(await timesAsked(page, 'The line broke here.')).toBe(1)

  await open(page, ASK)
  await box(page).fill('First words.')
  await loseAnswers()
  await press(page)
  await expect(line(page)).toContainText(en.waits(en.phone))
  await box(page).pressSequentially(' And more.')
  await expect(line(page)).toContainText(en.changed)
  await page.unroute('**/learn/ask*')
  await press(page)
  await expect(page).toHaveURL(/asked=1/)
  expect(await timesAsked(page, 'First words. And more.')).toBe(1)
  await context.close()
})

test('an answer to a question stays as well, and is chosen again', async ({ browser }) => {
  const { context, page } = await phone(browser, 'ray', `${QUESTION}?again=1`)
  const option = page.locator('main input[name=option]').first()
  const key = page.waitForResponse('**/api/device-key')
  await option.check()
  await key
  await context.setOffline(true)
  await press(page)
  await expect(line(page)).toContainText(en.waits(en.phone))
  await expect(option).toBeChecked()
  await context.setOffline(false)
  await expect(line(page)).toContainText(/Saved with us/)
  await line(page).getByRole('button', { name: en.goOn }).click()
  await expect(page.locator('#feedback')).toBeVisible()
  expect(await howMany(context)).toBe(0)
  await context.close()
})

test('what is wrong is said on the server’s own page, in place, and the words stay', async ({
  browser,
}) => {
  const { context, page } = await phone(browser, 'ray', ASK)
  await box(page).fill('x'.repeat(2001))
  await press(page)
  await expect(page.locator('.govuk-error-summary')).toBeFocused()
  await expect(page).toHaveTitle(/^Error: /)
  await expect(box(page)).toHaveValue('x'.repeat(2001))
  await box(page).fill('Shorter, after a refusal.')
  await press(page)
  await expect(page).toHaveURL(/asked=1/)
  expect(await howMany(context)).toBe(0)
  expect(await timesAsked(page, 'Shorter, after a refusal.')).toBe(1)
  await context.close()
})

test('the session ended: it says so and keeps the words; signed in again, they are sent once', async ({
  browser,
}) => {
  const { context, page } = await phone(browser, 'ray', ASK)
  await box(page).fill('Written after the session ended.')
  await isKept(context)
  await context.clearCookies()
  await press(page)
  await expect(page.locator('h1')).toHaveText(wordsIn('en').common.sessionEnded)
  await signInAs(page, server, 'ray')
  await expect(top(page)).toContainText(/saved with us at/)
  expect(await timesAsked(page, 'Written after the session ended.')).toBe(1)
  await context.close()
})

test('two people at one tablet: the second sees and sends nothing of the first, who finds it again', async ({
  browser,
}) => {
  const { context, page } = await phone(browser, 'ray', ASK)
  await box(page).fill('Only Ray may read this.')
  await context.setOffline(true)
  await press(page)
  await expect(line(page)).toContainText(en.waits(en.phone))
  await page.goto('about:blank')
  await context.setOffline(false)
  await context.clearCookies()

  await signInAs(page, server, 'nadia')
  const posts: string[] = []
  page.on('request', (request) => request.method() === 'POST' && posts.push(request.url()))
  await open(page, ASK)
  await expect(box(page)).toHaveValue('')
  await expect(page.locator('main')).not.toContainText('Ray')
  await expect(top(page)).not.toBeVisible()
  const key = await page.evaluate(async () => {
    const [name = ''] = Object.keys(localStorage).filter((one) => one.startsWith('typed:'))
    const answer = (await (await fetch('/api/device-key')).json()) as { person: string }
    return answer.person !== name.split(':')[1]
  })
  expect(key).toBe(true)
  expect(posts).toEqual([])
  expect(await howMany(context)).toBe(1)
  await page.locator('form.sign-out button').click()
  await expect(page).toHaveURL(`${server.origin}/`)

  await signInAs(page, server, 'ray')
  await expect(top(page)).toContainText(/saved with us at/)
  expect(await timesAsked(page, 'Only Ray may read this.')).toBe(1)
  await context.close()
})

test('somebody else signed in meanwhile in another tab: the old page sends nothing and shows nothing', async ({
  browser,
}) => {
  const { context, page } = await phone(browser, 'ray', ASK)
  await box(page).fill('Ray’s, in an old tab.')
  await isKept(context)
  await context.clearCookies()
  const other = await context.newPage()
  await signInAs(other, server, 'nadia')
  await press(page)
  await expect(page.locator('h1')).toHaveText('Somebody else opened this page')
  await expect(page.locator('main')).not.toContainText('Ray’s')
  expect(await timesAsked(other, 'Ray’s, in an old tab.')).toBe(0)
  await context.close()
})

test('at a shared computer nothing lies on the device, and the page says so; a press offline stays', async ({
  browser,
}) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  const { origin, password } = server
  await page.request.post(`${origin}/sign-in`, {
    headers: { origin },
    form: { owner: '', name: 'ray', password, shared: 'yes' },
    maxRedirects: 0,
  })
  await open(page, ASK)
  await expect(line(page)).toHaveText(en.keepsNot)
  await box(page).fill('At the library.')
  await context.setOffline(true)
  await press(page)
  await expect(line(page)).toContainText(en.waitsInPage)
  expect(await howMany(context)).toBe(0)
  await context.setOffline(false)
  await expect(line(page)).toContainText(/Saved with us/)
  expect(await howMany(context)).toBe(0)
  await context.close()
})

test('a full device, a wifi’s own page, a server that cannot: each says the truth, and the words stay', async ({
  browser,
}) => {
  const { context, page } = await phone(browser, 'ray', ASK)
  await box(page).fill('Through it all.')
  await isKept(context)
  const answers = [
    [{ status: 200, contentType: 'text/html', body: '<h1>Free wifi</h1>' }, en.stranger],
    [{ status: 500, contentType: 'text/html', body: 'broken' }, en.busy],
    [{ status: 413, contentType: 'text/plain', body: 'too long' }, en.tooLong],
    [{ status: 429, contentType: 'text/plain', body: 'slow down' }, en.busy],
    [{ status: 400, contentType: 'text/plain', body: 'no' }, en.refused],
  ] as const
  for (const [answer, says] of answers) {
    await page.route('**/learn/ask*', (route) =>
      route.request().method() === 'POST' ? route.fulfill(answer) : route.continue(),
    )
    await press(page)
    await expect(line(page)).toContainText(says)
    await expect(box(page)).toHaveValue('Through it all.')
    await page.unroute('**/learn/ask*')
  }
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await box(page).pressSequentially(' Still.')
  await expect(line(page)).toContainText(en.keepsNot)
  await press(page)
  await expect(page).toHaveURL(/asked=1/)
  expect(await timesAsked(page, 'Through it all. Still.')).toBe(1)
  await context.close()
})

test('signing out asks: keep it locked, send it, or throw it away', async ({ browser }) => {
  const { context, page } = await phone(browser, 'ray', ASK)
  const leave = () => page.locator('form.sign-out button').click()
  const write = async (words: string): Promise<void> => {
    await open(page, ASK)
    await box(page).fill(words)
    await isKept(context)
  }
  await write('For another day.')
  await leave()
  await expect(top(page)).toContainText(en.signOut.ask(en.phone))
  await expect(top(page)).toBeFocused()
  await top(page).getByRole('button', { name: en.signOut.keep }).click()
  await expect(page).toHaveURL(`${server.origin}/`)
  expect(await howMany(context)).toBe(1)

  await signInAs(page, server, 'ray')
  await open(page, ASK)
  await expect(box(page)).toHaveValue('For another day.')
  await leave()
  await top(page).getByRole('button', { name: en.signOut.drop }).click()
  await expect(page).toHaveURL(`${server.origin}/`)
  expect(await howMany(context)).toBe(0)
  await context.close()
})

test('an applicant’s words stay on the device only where they say that it is theirs', async ({
  browser,
}) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  await open(page, '/apply/form')
  await box(page).fill('I was helped once.')
  await page.waitForTimeout(500)
  expect(await howMany(context)).toBe(0)
  await context.setOffline(true)
  await page.locator('#name').fill('Ines Prado')
  await page.locator('#contact').fill('ines@example.org')
  await press(page)
  await expect(line(page)).toContainText(en.waitsInPage)
  await context.setOffline(false)
  await expect(line(page)).toContainText(/Saved with us/)

  await open(page, '/apply/form')
  await page.locator('#own-device').check()
  await box(page).fill('On my own phone.')
  await isKept(context)
  await page.reload()
  await expect(box(page)).toHaveValue('On my own phone.')
  await page.locator('#own-device').uncheck()
  expect(await howMany(context)).toBe(0)
  await context.close()
})

test('the server is killed under a press: it waits, and is sent once when it is up again', async ({
  browser,
}) => {
  const { context, page } = await phone(browser, 'ray', ASK)
  await box(page).fill('Through a restart.')
  await server.kill()
  await press(page)
  await expect(line(page)).toContainText(en.waits(en.phone))
  const { dataDir, origin, password, stop } = server
  const again = await startServer({ dataDir, port: Number(new URL(origin).port), env: CAST })
  server = { ...again, password, stop: async () => (await again.stop(), stop()) }
  await line(page).getByRole('button', { name: en.sendNow }).click()
  await expect(page).toHaveURL(/asked=1/)
  expect(await timesAsked(page, 'Through a restart.')).toBe(1)
  await context.close()
})

test('a lesson loads none of this; where its script does not come, a press offline stays in the page', async ({
  browser,
}) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await signInAs(page, server, 'nadia')
  const last = courseOf('en').modules.at(-1)?.lessons.at(-1)?.id ?? ''
  const scripts: string[] = []
  page.on('request', (one) => one.resourceType() === 'script' && scripts.push(one.url()))
  await open(page, `/learn/${last}`)
  expect(scripts.filter((url) => url.includes('Later'))).toEqual([])
  const button = page.locator('main button[form=lesson-form].govuk-button').first()
  await context.setOffline(true)
  await button.click({ noWaitAfter: true })
  await expect(page.locator('main .draft-status')).toHaveText(wordsIn('en').common.noLine)
  const here = page.url()
  await context.setOffline(false)
  await button.click()
  await expect(page).not.toHaveURL(here)
  await page.waitForLoadState('networkidle')
  expect(await howMany(context)).toBe(0)
  await context.close()
})

test('without JavaScript a form goes the way it always went', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await signInAs(page, server, 'ray')
  await page.goto(server.origin + ASK)
  await box(page).fill('No script here.')
  await press(page)
  await expect(page).toHaveURL(/asked=1/)
  await context.close()
})
