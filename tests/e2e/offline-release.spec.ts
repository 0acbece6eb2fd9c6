/** A release while somebody is offline and while pages are open: the new one takes over, and nothing that is open breaks. */
import { expect, test, type Page } from '@playwright/test'
import path from 'node:path'
import { offline as en } from '#i18n/en/offline.ts'
import { startServer, type StartedServer } from '#tests/start-server.ts'
import { courseOf } from './people.ts'
import { CAST, signInAs, startDemo } from './demo-server.ts'
import { releases, rewrite } from './releases.ts'
import { workerIsReady } from './saved-device.ts'

const made = releases()
test.afterAll(() => made.remove())

/** The build once more, its page without a connection saying something else, as a later release would. */
const release = (says: string): string =>
  made.make(says, (folder) => {
    const file = (name: string): string => path.join(folder, 'client', name)
    rewrite(file('saved/index.html'), (text) => text.replace(en.shell.lost, says))
    rewrite(file('sw.js'), (text) => text.replace(/(?<=`)[0-9a-f]{12}(?=`)/, says))
  })

const caches = (page: Page): Promise<string[]> => page.evaluate(() => globalThis.caches.keys())

/**
 * The files of a worker come first; it takes over when the one before is idle. Browsers end an idle one after half a minute,
 * but never one that is looked into, as here.
 */
const onceIdle = async (page: Page, holds: () => Promise<void>): Promise<void> => {
  const inside = await page.context().newCDPSession(page)
  await inside.send('ServiceWorker.enable')
  await expect(async () => {
    await inside.send('ServiceWorker.stopAllWorkers')
    await holds()
  }).toPass({ timeout: 120_000 })
}

test('the next release replaces the worker and its files; a course that is open goes on, and the one before last goes', async ({
  browser,
}) => {
  const demo = await startDemo()
  let server: StartedServer = demo
  const next = async (says: string): Promise<void> => {
    await server.kill()
    const env = { ...CAST, ALONGSIDE_DIST: release(says) }
    server = await startServer({
      dataDir: demo.dataDir,
      port: Number(new URL(demo.origin).port),
      env,
    })
  }
  const lessons = courseOf('en').modules.find(({ slug }) => slug === 'consent')?.lessons ?? []
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  await signInAs(page, demo, 'nadia')
  await page.waitForFunction(() => localStorage.getItem('device') !== null)
  await page.goto(`${demo.origin}/learn/saved`)
  await page.locator('[data-module=consent] [data-save]').click()
  await expect(page.locator('[data-status]')).toHaveText(en.save.outcomes.kept)
  await workerIsReady(page)
  const reading = await context.newPage()
  await reading.goto(`${demo.origin}/saved#/${lessons[0]?.id}`)
  await expect(reading.locator('main h1')).toHaveText(lessons[0]?.title ?? '')
  const first = await caches(page)
  expect(first).toHaveLength(1)

  await next('second')
  await page.goto(`${demo.origin}/learn`)
  await expect.poll(() => caches(page)).toEqual([...first, 'release-second'])
  await context.setOffline(true)
  await reading.goto(`${demo.origin}/saved#/${lessons[1]?.id}`)
  await expect(reading.locator('main h1')).toHaveText(lessons[1]?.title ?? '')
  await onceIdle(page, async () => {
    await page.goto(`${demo.origin}/learn/messages`)
    await expect(page.getByText('second', { exact: true })).toBeVisible({ timeout: 2_000 })
  })

  await context.setOffline(false)
  await next('third')
  await page.goto(`${demo.origin}/learn`)
  await expect.poll(() => caches(page)).toContain('release-third')
  await onceIdle(page, async () => {
    await page.goto(`${demo.origin}/learn`)
    expect(await caches(page)).toEqual(['release-second', 'release-third'])
  })
  await context.close()
  await server.kill()
  await demo.stop()
})
