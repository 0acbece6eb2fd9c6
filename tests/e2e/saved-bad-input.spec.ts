/** The saved course on a device that is full, that keeps nothing, and on which something broke: it is said, and nothing is lost. */
import { expect, test, type Page } from '@playwright/test'
import { offline } from '#i18n/en/offline.ts'
import { saved as en } from '#i18n/en/saved.ts'
import { signInAs, startDemo, type DemoServer } from './demo-server.ts'
import { courseOf } from './people.ts'
import { deviceOf, isReady, stored } from './saved-device.ts'

let server: DemoServer
test.beforeAll(async () => {
  server = await startDemo()
})
test.afterAll(() => server.stop())
test.describe.configure({ mode: 'default' })

interface Entry {
  readonly item: string
  readonly state: string
}
const entries = (page: Page): Promise<Entry[]> => stored<Entry>(page, 'queue')
const line = (page: Page) => page.locator('[data-part="saving"]')

const consent = courseOf('en').modules.find(({ slug }) => slug === 'consent')
const [first, second] = consent?.quiz?.questions ?? []
const asked = consent?.reflection
if (!first || !second || !asked) throw new Error('the course has changed its shape')

async function answer(page: Page, { id }: { readonly id: string }): Promise<void> {
  await page.evaluate((to) => (location.hash = to), `#/${id}/again`)
  await page.locator('main input[name=option]').first().check()
  await page.locator('main button[value=answer]').click()
}

test('a full phone: it says that it is not kept yet, and keeps all of it once there is room', async ({
  browser,
}) => {
  const { context, page } = await deviceOf(browser, server, 'nadia', ['consent'])
  await context.setOffline(true)
  await page.goto(`${server.origin}/saved#/`)
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype
    Object.assign(window, { makeRoom: () => (IDBObjectStore.prototype.put = put) })
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('no room', 'QuotaExceededError')
    }
  })
  await answer(page, first)
  await expect(line(page)).toHaveText(en.full(en.phone))
  expect(await entries(page)).toEqual([])
  // What is written is not taken from its field.
  await page.evaluate((to) => (location.hash = to), `#/${asked.id}`)
  await page.locator('textarea[name=text]').fill('I wait for a yes.')
  await page.locator('button[value=write]').click()
  await expect(page.locator('.govuk-error-summary')).toContainText(en.full(en.phone))
  await expect(page.locator('textarea[name=text]')).toHaveValue('I wait for a yes.')
  await page.evaluate(() => (window as unknown as { makeRoom: () => void }).makeRoom())
  await answer(page, second)
  await expect(line(page)).toContainText(en.kept(2, en.phone))
  await context.setOffline(false)
  await expect(line(page)).toContainText('Saved with us at')
  await context.close()
})

test('a record in the queue is broken: the course opens, the others are saved, and that one is told', async ({
  browser,
}) => {
  const { context, page } = await deviceOf(browser, server, 'nadia', ['consent'])
  await context.setOffline(true)
  const person = await page.evaluate(() => localStorage.getItem('device')?.split(' ')[0] ?? '')
  await page.evaluate(
    ([of, item]) =>
      new Promise((done) => {
        const opening = indexedDB.open('alongside')
        opening.onsuccess = () => {
          const write = opening.result.transaction('queue', 'readwrite')
          const id = '01900000-0000-7000-8000-00000000beef'
          const broken = { id, person: of, kind: 'question-answered', item, revision: 1 }
          write.objectStore('queue').put({ ...broken, madeAt: 1, state: 'waits' })
          write.oncomplete = () => {
            opening.result.close()
            done(null)
          }
        }
      }),
    [person, first.id] as const,
  )
  await page.goto(`${server.origin}/saved#/`)
  await expect(page.locator('[data-tally]')).toBeVisible()
  await answer(page, second)
  await expect(line(page)).toContainText(en.kept(2, en.phone))
  await context.setOffline(false)
  await expect
    .poll(async () => (await entries(page)).map(({ item, state }) => [item, state]))
    .toEqual([[first.id, 'refused']])
  await page.goto(`${server.origin}/saved#/`)
  await expect(page.locator('form[data-notice]')).toContainText(en.refused(1))
  await context.close()
})

test('a window that keeps nothing: the page without a connection says so, and still whom to call', async ({
  browser,
}) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await signInAs(page, server, 'nadia')
  await isReady(page)
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('private window', 'InvalidStateError')
    }
  })
  await context.setOffline(true)
  await page.goto(`${server.origin}/learn`)
  await expect(page.getByText(offline.shell.keepsNothing)).toBeVisible()
  await expect(page.getByText(offline.shell.danger)).toBeVisible()
  await context.close()
})
