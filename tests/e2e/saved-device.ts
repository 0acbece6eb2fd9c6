/** A device of one's own on which modules are saved, and what lies there. */
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { signInAs, type DemoServer } from './demo-server.ts'

const PHONE = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  screen: { width: 390, height: 844 },
}

export interface Device {
  readonly context: BrowserContext
  readonly page: Page
}

/** Signed in, and these modules saved, until the device is ready to be without a connection. */
export async function deviceOf(
  browser: Browser,
  server: DemoServer,
  who: string,
  modules: readonly string[],
  language = 'en',
): Promise<Device> {
  const context = await browser.newContext(PHONE)
  const page = await context.newPage()
  await signInAs(page, server, who)
  await isReady(page)
  await saveModules(page, modules, language)
  return { context, page }
}

export async function isReady(page: Page): Promise<void> {
  await page.waitForFunction(() => localStorage.getItem('device') !== null)
  await workerIsReady(page)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
}

/**
 * From here on the worker answers for each page that is opened. Whether it controls the one that is open is another
 * question: when it begins, it claims no page that is just being loaded, and that one stays without it.
 */
export const workerIsReady = (page: Page): Promise<void> =>
  page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))

/** As "Save to this phone" does: what the server gives, in the store of the device. */
async function saveModules(page: Page, modules: readonly string[], language: string) {
  await page.evaluate(
    async ([slugs, of]) => {
      const db = await new Promise<IDBDatabase>((opened, failed) => {
        const request = indexedDB.open('alongside', 1)
        request.addEventListener('success', () => opened(request.result))
        request.addEventListener('error', () => failed(new Error('not opened')))
      })
      for (const slug of slugs) {
        const answer = await fetch(`/api/saved/${of}/${slug}`)
        const module = (await answer.json()) as object
        const write = db.transaction('modules', 'readwrite')
        write.objectStore('modules').put({ ...module, bytes: 1, savedAt: Date.now() })
        await new Promise((done) => write.addEventListener('complete', done))
      }
      db.close()
    },
    [modules, language] as const,
  )
}

/** All that lies in one store of the device. */
export const stored = <T>(page: Page, store: 'queue' | 'people' | 'modules'): Promise<T[]> =>
  page.evaluate(
    (name) =>
      new Promise<T[]>((found, failed) => {
        const request = indexedDB.open('alongside', 1)
        request.addEventListener('error', () => failed(new Error('not opened')))
        request.addEventListener('success', () => {
          const all = request.result.transaction(name).objectStore(name).getAll()
          all.addEventListener('success', () => {
            request.result.close()
            found(all.result as T[])
          })
        })
      }),
    store,
  )
