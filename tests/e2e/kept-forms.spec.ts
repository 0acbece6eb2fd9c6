/**
 * Each form of a trainee by itself: what is typed or chosen is there again after the tab was closed; a press that does not
 * arrive stays in its page, also where the device believes that it is connected, and one more press sends it.
 */
import { expect, test, type BrowserContext, type Page } from '@playwright/test'
import { some } from '#tests/runs.ts'
import { kept as en } from '#i18n/en/kept.ts'
import { kept as es } from '#i18n/es/kept.ts'
import { box, howMany, line, openAt, phoneOf, top } from './kept.ts'
import { startDemo, type DemoServer } from './demo-server.ts'
import { courseOf, walkTalk, wordsIn } from './people.ts'
import { pressAndArrive } from './press.ts'

let server: DemoServer
test.beforeAll(async () => {
  server = await startDemo()
})
test.afterAll(() => server.stop())
test.describe.configure({ mode: 'default' })

const QUESTION = '/learn/consent/quiz/who-decides'
const TALK = 'practising/skip-thursday'

/** The device is connected, as it thinks; nothing that is sent arrives. @returns what brings the line back */
async function cutOff(page: Page): Promise<() => Promise<void>> {
  await page.route('**/*', (route) =>
    route.request().method() === 'POST' ? route.abort('connectionfailed') : route.continue(),
  )
  expect(await page.evaluate(() => navigator.onLine)).toBe(true)
  return () => page.unroute('**/*')
}

const button = (page: Page) => page.locator('#page-form button[type=submit]').first()
const isKept = (context: BrowserContext): Promise<void> =>
  expect.poll(() => howMany(context)).toBe(1)

interface Form {
  readonly what: string
  readonly who: string
  /** Where it stands; walked to where there is no address before. */
  readonly at: string | ((page: Page) => Promise<string>)
  readonly type: (page: Page) => Promise<void>
  readonly isThere: (page: Page) => Promise<void>
  /** The page after it. */
  readonly to: RegExp
  /** How it is shown once it is saved. */
  readonly isSaved: (page: Page) => Promise<void>
}

const field = (page: Page, name: string) => page.locator(`main [name="${name}"]`)
const inFields = (name: string, text: string) => ({
  type: (page: Page) => field(page, name).fill(text),
  isThere: (page: Page) => expect(field(page, name)).toHaveValue(text),
})
const firstOf = (page: Page) => page.locator('main [name^="field-"]').first()

const FORMS: readonly Form[] = [
  {
    what: 'an exercise',
    who: 'nadia',
    at: '/learn/story/goal-road-map',
    type: (page) => firstOf(page).fill('Walking to the park.'),
    isThere: (page) => expect(firstOf(page)).toHaveValue('Walking to the park.'),
    to: /^(?!.*goal-road-map$)/,
    isSaved: (page) => expect(firstOf(page)).toHaveValue('Walking to the park.'),
  },
  {
    what: 'own words after a talk',
    who: 'marcus',
    at: async (page) => {
      await walkTalk(page, server.origin, courseOf('en'), TALK)
      return page.url().slice(server.origin.length)
    },
    ...inFields('text', 'I would ask first.'),
    to: /saved=1#own-words/,
    isSaved: (page) => expect(field(page, 'text')).toHaveValue('I would ask first.'),
  },
  {
    what: 'how sure one feels',
    who: 'nadia',
    at: '/learn/confidence/before',
    type: (page) => page.locator('#rating-permission-4').check(),
    isThere: (page) => expect(page.locator('#rating-permission-4')).toBeChecked(),
    to: /confidence\?saved=1/,
    isSaved: (page) => expect(page.locator('#rating-permission-4')).toBeChecked(),
  },
  {
    what: 'a name',
    who: 'luz',
    at: '/name',
    ...inFields('name', 'Luz Marina'),
    to: /name\?saved=1/,
    isSaved: (page) => expect(field(page, 'name')).toHaveValue('Luz Marina'),
  },
  {
    what: 'when one can be reached',
    who: 'luz',
    at: '/record/profile',
    ...inFields('times', 'Por las mañanas'),
    to: /profile\?saved=reach/,
    isSaved: (page) => expect(field(page, 'times')).toHaveValue('Por las mañanas'),
  },
  {
    what: 'an answer to a question',
    who: 'nadia',
    at: QUESTION,
    type: (page) => field(page, 'option').nth(1).check(),
    isThere: (page) => expect(field(page, 'option').nth(1)).toBeChecked(),
    to: /attempt=/,
    isSaved: (page) => expect(page.locator('#feedback')).toBeVisible(),
  },
  {
    what: 'a reply in a talk',
    who: 'marcus',
    at: async (page) => {
      await page.goto(`${server.origin}/learn/${TALK}`)
      await pressAndArrive(page, page.locator('button[value=start]'))
      return `/learn/${TALK}/talk`
    },
    type: (page) => field(page, 'reply').first().check(),
    isThere: (page) => expect(field(page, 'reply').first()).toBeChecked(),
    to: /\/talk\?at=1#now$/,
    isSaved: (page) => expect(page.locator('.transcript > .line')).not.toHaveCount(1),
  },
  {
    what: 'a day to come back',
    who: 'ray',
    at: '/learn/pause',
    ...inFields('until', '2027-03-01'),
    to: /\/learn$/,
    isSaved: (page) => expect(field(page, 'until')).toHaveValue('2027-03-01'),
  },
]

for (const { what, who, at, type, isThere, to, isSaved } of some(3, FORMS))
  test(`${what}: there again after the tab was closed; a press that does not arrive stays, and the next one saves it`, async ({
    browser,
  }) => {
    const t = who === 'luz' ? es : en
    const { context, page: first } = await phoneOf(browser, server, who, '/learn')
    const address = typeof at === 'string' ? at : await at(first)
    const tab = await context.newPage()
    await openAt(tab, server, address)
    await type(tab)
    await isKept(context)
    await tab.close()

    const page = first
    await openAt(page, server, address)
    await isThere(page)
    await expect(top(page)).toContainText(
      (await page.locator('#page-form :is(textarea, [type=text], [type=date])').count())
        ? t.back(t.phone)
        : t.backChosen(t.phone),
    )
    const before = page.url()
    const connect = await cutOff(page)
    await button(page).click()
    await expect(line(page)).toContainText(t.waits(t.phone))
    await expect(line(page)).toBeFocused()
    await isThere(page)
    expect(page.url()).toBe(before)
    await connect()
    await pressAndArrive(page, button(page))
    await expect(page).toHaveURL(to)
    await page.waitForLoadState('networkidle')
    expect(await howMany(context)).toBe(0)
    if (!/attempt=|talk$/.test(page.url())) await openAt(page, server, address)
    await isSaved(page)
    await expect(page.locator('main > .draft-status')).toHaveCount(0)
    await context.close()
  })

test('a card that is turned while nothing arrives stays; turned again, the next page is loaded once', async ({
  browser,
}) => {
  const lesson = courseOf('en').modules.find(({ slug }) => slug === 'listening')?.lessons[0]
  const { context, page } = await phoneOf(browser, server, 'nadia', `/learn/${lesson?.id}`)
  const on = page.locator('.card__way .govuk-button:visible')
  const connect = await cutOff(page)
  await on.click()
  await expect(page.locator('main .draft-status:visible')).toContainText(en.waits(en.phone))
  await expect(page.locator('.card:visible')).toHaveAttribute('data-card', '1')
  await connect()
  const loaded: string[] = []
  page.on('request', (one) => {
    if (one.isNavigationRequest()) loaded.push(`${one.method()} ${one.url()}`)
  })
  await on.click()
  // While the next page is loading, its sheet is not there yet and all cards are.
  await expect(page.locator('.card[data-now]')).toHaveAttribute('data-card', '2')
  await expect(page.locator('.card:visible')).toHaveCount(1)
  await expect(page.locator('.card:visible h2').first()).toBeFocused()
  expect(loaded).toHaveLength(1)
  expect(await howMany(context)).toBe(0)
  await context.close()
})

test('who types before the key has come keeps what they type; what was there before is offered', async ({
  browser,
}) => {
  const ASK = '/learn/ask?page=%2Flearn'
  const { context, page } = await phoneOf(browser, server, 'ray', ASK)
  await box(page).fill('From Monday.')
  await isKept(context)
  await page.route('**/api/device-key', async (route) => {
    await new Promise((done) => setTimeout(done, 1500))
    await route.continue()
  })
  await page.goto(server.origin + ASK)
  await box(page).fill('From today.')
  await expect(top(page)).toContainText(en.older(en.phone))
  await expect(box(page)).toHaveValue('From today.')
  await top(page).getByRole('button', { name: en.show }).click()
  await expect(box(page)).toHaveValue('From Monday.')
  await context.close()
})

test('no connection at all, and the device does not know: a press on a lesson stays as well', async ({
  browser,
}) => {
  const lesson = courseOf('en').modules.find(({ slug }) => slug === 'listening')?.lessons[1]
  const { context, page } = await phoneOf(browser, server, 'ray', `/learn/${lesson?.id}?part=`)
  await page.route('**/*', (route) => route.abort('connectionfailed'))
  const button = page.locator('main button[form=lesson-form]:visible').first()
  await button.click()
  await expect(page.locator('main .draft-status')).toHaveText(wordsIn('en').common.noLine)
  await context.close()
})

test('what is only ticked asks nothing at sign-out, and is gone on another day', async ({
  browser,
}) => {
  const { context, page } = await phoneOf(browser, server, 'joyce', QUESTION)
  await field(page, 'option').first().check()
  await isKept(context)
  await page.evaluate(() => {
    const [key = ''] = Object.keys(localStorage).filter((one) => one.startsWith('typed:'))
    const entry = JSON.parse(localStorage.getItem(key) ?? '{}') as { at: number }
    localStorage.setItem(key, JSON.stringify({ ...entry, at: entry.at - 25 * 3_600_000 }))
  })
  await openAt(page, server, QUESTION)
  await expect.poll(() => howMany(context)).toBe(0)
  await expect(field(page, 'option').first()).not.toBeChecked()
  await field(page, 'option').first().check()
  await isKept(context)
  await page.locator('form.sign-out button').click()
  await expect(page).toHaveURL(`${server.origin}/`)
  await context.close()
})
