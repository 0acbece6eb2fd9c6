/**
 * The saved course without a connection: what is done there lies on the device, reaches us once, and is nobody else's. By a
 * person whose tab is closed and killed, who has two of them open, who lends the phone, and whose wifi answers in our place.
 */
import { expect, test, type Page } from '@playwright/test'
import { saved as en } from '#i18n/en/saved.ts'
import { saved as es } from '#i18n/es/saved.ts'
import { askedOn, rightOf } from '#tests/quiz-forms.ts'
import { startDemo, signInAs, type DemoServer } from './demo-server.ts'
import { courseOf } from './people.ts'
import { deviceOf, isReady, stored } from './saved-device.ts'
import { violationsOf } from './violations.ts'

let server: DemoServer
test.beforeAll(async () => {
  server = await startDemo()
})
test.afterAll(() => server.stop())
test.describe.configure({ mode: 'default' })

interface Entry {
  readonly id: string
  readonly person: string
  readonly kind: string
  readonly state: string
}

const QUIZ = 'consent/quiz'
const [question] =
  courseOf('en').modules.find(({ slug }) => slug === 'consent')?.quiz?.questions ?? []
if (!question) throw new Error('the course has changed its shape')
const ASKED = `/saved#/${question.id}`

const line = (page: Page) => page.locator('[data-part="saving"]')
const entries = (page: Page): Promise<Entry[]> => stored<Entry>(page, 'queue')
const answersIn = async (page: Page): Promise<Entry[]> =>
  (await entries(page)).filter(({ kind }) => kind === 'question-answered')

/** Answers the question so often, each time once more; ends when the last one lies on the device. */
async function answer(page: Page, times: number): Promise<void> {
  const before = (await answersIn(page)).length
  for (let n = 1; n <= times; n++) {
    await page.goto(`${server.origin}${ASKED}/again`)
    await page.locator('main input[name=option]').first().check()
    await page.locator('main button[value=answer]').click()
    // In each attempt another option may come first: right or wrong, it is kept.
    await expect.poll(async () => (await answersIn(page)).length).toBeGreaterThanOrEqual(before + n)
  }
}

/** As the server has it, asked by whoever is signed in. */
async function sentTo(page: Page, sent: readonly Entry[]): Promise<string[]> {
  const person = await page.locator('form.sign-out').getAttribute('data-drafts-of')
  const answer = await page.request.post(`${server.origin}/api/records`, {
    headers: { origin: server.origin, 'alongside-owner': person ?? '' },
    data: { records: sent },
  })
  const { records } = (await answer.json()) as { records: { status: string }[] }
  return records.map(({ status }) => status)
}

test('50 answers without a connection, over a reload, a killed tab, two tabs and a second person, arrive once', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const { context, page } = await deviceOf(browser, server, 'nadia', ['consent'])
  await context.setOffline(true)
  await page.goto(server.origin + ASKED)
  await answer(page, 10)
  await page.reload()
  await expect(line(page)).toContainText(en.kept(10, en.phone))
  await answer(page, 10)
  const tab = await context.newPage()
  await tab.goto(server.origin + ASKED)
  await page.close({ runBeforeUnload: false })
  await expect(line(tab)).toContainText(en.kept(20, en.phone))
  const second = await context.newPage()
  await second.goto(server.origin + ASKED)
  for (let n = 0; n < 3; n++) {
    await answer(tab, 5)
    await answer(second, 5)
  }
  await second.close()
  const mine = await answersIn(tab)
  expect(new Set(mine.map(({ id }) => id)).size).toBe(50)

  // Lent: another person signs in at this phone, who sees and sends nothing of it.
  await context.route('**/api/records', (route) => route.abort())
  await context.setOffline(false)
  await tab.goto(`${server.origin}/learn`)
  const top = tab.locator('main > .draft-status').first()
  await expect(top).toContainText(en.kept(50, en.phone))
  await expect(top).toContainText(en.why.unreached)
  await tab.locator('form.sign-out button').click()
  await tab.getByRole('button', { name: /Keep it here/ }).click()
  await expect(tab).toHaveURL(`${server.origin}/`)
  const calls: string[] = []
  await context.unroute('**/api/records')
  tab.on('request', (request) => {
    if (request.url().endsWith('/api/records')) calls.push(request.postData() ?? '')
  })
  await signInAs(tab, server, 'ray')
  await isReady(tab)
  await tab.waitForLoadState('networkidle')
  await expect(tab.locator('main > .draft-status')).toHaveCount(0)
  await tab.goto(`${server.origin}/saved#/`)
  await expect(line(tab)).toContainText(en.nothingYet(en.phone))
  await expect(tab.locator('[data-tally]')).not.toContainText('NaN')
  // A device asks whether whoever left something on it is still there; nothing of theirs goes with it.
  expect(calls.filter((body) => body !== '{}')).toEqual([])
  expect((await answersIn(tab)).map(({ state }) => state)).toEqual(Array(50).fill('waits'))

  // Back with its own person, whichever page they open.
  await tab.goto(`${server.origin}/learn`)
  await tab.locator('form.sign-out button').click()
  await expect(tab).toHaveURL(`${server.origin}/`)
  await signInAs(tab, server, 'nadia')
  await expect(top).toContainText(/50 steps .* saved with us at \d+:\d\d/)
  await expect.poll(async () => (await entries(tab)).length).toBe(0)
  const sent = mine.map((entry) => ({ ...entry, value: undefined, ...Object(entry) }) as Entry)
  expect(await sentTo(tab, sent)).toEqual(Array(50).fill('duplicate'))
  await tab.reload()
  await expect(tab.locator('main > .draft-status')).toHaveCount(0)
  await context.close()
})

const CANARY = 'the yellow canary of 7 May'

test('private words lie sealed on the device, and stand with us once there is a connection', async ({
  browser,
}) => {
  const { context, page } = await deviceOf(browser, server, 'luz', ['consent', 'story'], 'es')
  await context.setOffline(true)
  const lesson = courseOf('es').modules.find(({ slug }) => slug === 'consent')?.lessons[0]
  const asked = courseOf('es').modules.find(({ slug }) => slug === 'consent')?.reflection
  if (!lesson || !asked) throw new Error('the course has changed its shape')
  await page.goto(`${server.origin}/saved#/${asked.id}`)
  // What is asked, and its label, can be read aloud: nothing that is typed.
  const aloud = page.locator('[data-read-aloud]')
  await expect(aloud.locator('h1')).toHaveText(asked.title)
  await expect(aloud.locator('label[for=text]')).toBeVisible()
  await expect(page.locator('[data-read-controls]')).toHaveCount(1)
  await page.locator('textarea[name=text]').fill(CANARY)
  await page.locator('button[value=write]').click()
  await expect(page.locator('[data-done=write]')).toHaveText(es.keptWriting(es.phone))
  await page.goto(`${server.origin}/saved#/${lesson.id}`)
  await page.getByText(es.note.open).click()
  await page.locator('button[value=note]').click()
  await expect(page.locator('.govuk-error-summary')).toContainText(es.note.missing)
  await page.locator('textarea[name=note]').fill(`note: ${CANARY}`)
  await page.locator('button[value=note]').click()
  await expect(page.locator('[data-done=note]')).toHaveText(es.note.kept(es.phone))
  await page.getByText(es.ask.open).click()
  await page.locator('textarea[name=question]').fill(`question: ${CANARY}`)
  await page.locator('button[value=ask]').click()
  const done = page.locator('[data-done=ask]')
  await expect(done).toContainText('Nadie la ha leído todavía')
  await expect(done).toContainText(/\d{3}/)
  expect(await violationsOf(page)).toEqual([])
  // Half a word more, in a tab that is killed.
  await page.getByText(es.ask.open).click()
  await page.locator('textarea[name=question]').fill(`draft: ${CANARY}`)
  await expect.poll(async () => (await entries(page)).length).toBe(4)
  const raw = JSON.stringify(await entries(page))
  expect(raw).not.toContain('canary')
  expect(raw).not.toContain(Buffer.from(CANARY).toString('base64').slice(4, 20))
  await page.reload()
  await expect(page.locator('form[data-act=ask] [data-draft-line]')).toHaveText(es.draft(es.phone))
  await context.setOffline(false)
  await expect(line(page)).toContainText('Guardado con nosotros')
  await page.reload()
  await expect(page.locator('textarea[name=question]')).toHaveValue(`draft: ${CANARY}`)
  await expect.poll(async () => (await entries(page)).map(({ kind }) => kind)).toEqual(['draft'])
  await page.goto(`${server.origin}/learn/${asked.id}`)
  await expect(page.locator('main textarea').first()).toHaveValue(CANARY)
  await page.goto(`${server.origin}/learn/messages`)
  await expect(page.locator('main')).toContainText(`question: ${CANARY}`)
  await context.close()
})

test('401, 429, 500, a wifi’s page or nothing in a sync: a clear line, and nothing is lost', async ({
  browser,
}) => {
  const { context, page } = await deviceOf(browser, server, 'nadia', ['consent'])
  await page.goto(`${server.origin}/saved#/`)
  const answers = [
    [{ status: 401, json: { error: 'sign-in' } }, en.why['signed-out']],
    [{ status: 429, json: { error: 'too-many' } }, en.why.busy],
    [{ status: 500, json: { error: 'failed' } }, en.why.busy],
    [{ status: 200, contentType: 'text/html', body: '<h1>Free wifi' }, en.why.stranger],
    [null, en.why.unreached],
  ] as const
  let count = 0
  for (const [answered, why] of answers) {
    await context.route('**/api/records', (route) =>
      answered ? route.fulfill(answered) : route.abort(),
    )
    await answer(page, 1)
    count++
    await expect(line(page)).toHaveText(`${en.kept(count, en.phone)} ${why}`)
    await context.unroute('**/api/records')
  }
  await page.getByRole('button', { name: en.send(count) }).click()
  await expect(line(page)).toContainText('Saved with us at')
  await expect.poll(async () => (await entries(page)).length).toBe(0)
  await context.close()
})

test('after signing out the saved course can be read, says that nothing is recorded, and records nothing', async ({
  browser,
}) => {
  const { context, page } = await deviceOf(browser, server, 'nadia', ['consent'])
  await page.goto(`${server.origin}/learn`)
  await page.locator('form.sign-out button').click()
  await expect(page).toHaveURL(`${server.origin}/`)
  await context.setOffline(true)
  await page.goto(server.origin + ASKED)
  await expect(line(page)).toHaveText(en.nobody)
  await page.locator('main input[name=option]').first().check()
  await page.locator('main button[value=answer]').click()
  await expect(page.locator('main h1')).toBeVisible()
  await expect(page.locator('main textarea')).toHaveCount(0)
  expect(await entries(page)).toEqual([])
  await context.close()
})

test('a quiz, a lesson in cards and a talk are done without a connection, and are the same with us', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const { context, page } = await deviceOf(browser, server, 'nadia', ['consent'])
  await context.setOffline(true)
  await page.goto(`${server.origin}/saved#/`)
  expect(await violationsOf(page)).toEqual([])
  await page.locator('[data-carry-on]').click()
  await expect(page.locator('main h1')).toBeVisible()
  expect(await violationsOf(page)).toEqual([])
  const quiz = courseOf('en').modules.find(({ slug }) => slug === 'consent')?.quiz
  for (const [index, one] of (quiz?.questions ?? []).entries()) {
    await page.goto(`${server.origin}/saved#/${one.id}${index === 0 ? '/new' : ''}`)
    for (const id of rightOf(await askedOn(page, one)))
      await page.locator(`main input[value="${id}"]`).check()
    await page.locator('main button[value=answer]').click()
    await expect(page.locator('main')).toContainText('That’s right')
  }
  await page.goto(`${server.origin}/saved#/${QUIZ}/result`)
  await expect(page.locator('main h1')).toHaveText(/passed|finished/)
  await context.setOffline(false)
  await expect(line(page)).toContainText('Saved with us at')
  await page.goto(`${server.origin}/learn/${QUIZ}`)
  await expect(page.locator('main')).toContainText('You passed this quiz with')
  await context.close()
})
