/** Two packages that are open at once in one browser know nothing of each other (docs/decisions/imported-packages.md). */
import { get } from 'node:http'
import { expect, test, type Frame, type Page } from '@playwright/test'
import { entries } from '#tests/scorm/manifests.ts'
import { signInAs, startDemo, type DemoServer } from './demo-server.ts'
import { contentOf, openPart, place, SCO_PAGE, statusLine, upload } from './package-desk.ts'

test.describe.configure({ mode: 'default', timeout: 120_000 })

/** Leaves something in every place that a browser has for a page, and listens. */
const leaveTraces = (frame: Frame): Promise<void> =>
  frame.evaluate(async () => {
    const heard: unknown[] = []
    Reflect.set(window, 'heard', heard)
    new BroadcastChannel('packages').onmessage = ({ data }) => heard.push(data)
    window.addEventListener('storage', (event) => heard.push(event.key))
    localStorage.setItem('trace', 'left')
    sessionStorage.setItem('trace', 'left')
    document.cookie = 'trace=left; path=/; SameSite=None; Secure'
    await new Promise((resolve) => (indexedDB.open('trace').onsuccess = resolve))
    await caches.open('trace')
  })

/** What another package finds of it; says something aloud as well. */
const findTraces = (frame: Frame): Promise<string[]> =>
  frame.evaluate(async () => {
    new BroadcastChannel('packages').postMessage('hello')
    localStorage.setItem('said', 'hello')
    const databases = await indexedDB.databases()
    return [
      localStorage.getItem('trace') ? 'localStorage' : '',
      sessionStorage.getItem('trace') ? 'sessionStorage' : '',
      document.cookie ? 'a cookie' : '',
      databases.some(({ name }) => name === 'trace') ? 'indexedDB' : '',
      (await caches.has('trace')) ? 'caches' : '',
    ].filter(Boolean)
  })

const heard = (frame: Frame): Promise<unknown> =>
  frame.evaluate((): unknown => Reflect.get(window, 'heard'))

/** As a browser that does not know the attribute: the frame is put there again without it. */
const withoutCredentialless = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    new MutationObserver((_changes, observer) => {
      const frame = document.querySelector('iframe[credentialless]')
      if (!frame) return
      observer.disconnect()
      const plain = frame.cloneNode() as Element
      plain.removeAttribute('credentialless')
      frame.replaceWith(plain)
    }).observe(document, { childList: true, subtree: true })
    Reflect.deleteProperty(HTMLIFrameElement.prototype, 'credentialless')
  })

/** By any name: not every system knows that p-….localhost is this machine. */
const statusAt = (host: string, port: string, path: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    get({ port, path, headers: { host } }, (answer) => resolve(answer.resume().statusCode)).on(
      'error',
      reject,
    )
  })

const WALLS = {
  'by an opening of its own (Chromium)': {
    settings: (port: number) => ({ CONTENT_ORIGIN: `http://127.0.0.1:${port}` }),
    plain: false,
  },
  'by a host of its own': {
    settings: () => ({ ALONGSIDE_DEMO: '1' }),
    plain: true,
  },
}
for (const [how, { settings, plain }] of Object.entries(WALLS))
  test.describe(how, () => {
    let server: DemoServer
    let page: Page
    const ids: string[] = []
    test.beforeAll(async ({ browser }) => {
      test.setTimeout(120_000)
      server = await startDemo(settings)
      const desk = await (await browser.newContext()).newPage()
      await signInAs(desk, server, 'carla')
      for (const name of ['Milk', 'Sugar']) {
        const id = await upload(desk, server, entries('1.2', { 'index.html': SCO_PAGE }))
        await place(desk, server, id, name)
        ids.push(id)
      }
      page = await (await browser.newContext()).newPage()
      await signInAs(page, server, 'ray')
    })
    test.afterAll(async () => {
      await server.stop()
      expect(server.output()).not.toMatch(/Error|caused by/)
    })

    // An open one would make the next one wait.
    test.afterEach(async () => {
      for (const one of page.context().pages()) if (one !== page) await one.close()
      await page.goto('about:blank')
    })

    test('neither finds what the other stores, nor hears it', async () => {
      const other = await page.context().newPage()
      if (plain) for (const one of [page, other]) await withoutCredentialless(one)
      const milk = await openPart(page, server, ids[0] ?? '')
      const sugar = await openPart(other, server, ids[1] ?? '')
      for (const one of [page, other])
        await expect(one.locator('iframe[credentialless]')).toHaveCount(plain ? 0 : 1)
      await leaveTraces(milk)
      expect(await findTraces(sugar)).toEqual([])
      await page.waitForTimeout(500)
      expect(await heard(milk)).toEqual([])
      expect(await findTraces(milk)).toContain('localStorage')
    })

    test('one after the other in one tab, the second finds nothing of the first', async () => {
      await page.context().clearCookies({ name: 'trace' })
      const tab = await page.context().newPage()
      await withoutCredentialless(tab)
      await leaveTraces(await openPart(tab, server, ids[0] ?? ''))
      expect(await findTraces(await openPart(tab, server, ids[1] ?? ''))).toEqual([])
    })

    test('the token of one opens nothing at the host of the other', async () => {
      await page.goto(`${server.origin}/learn/packages/${ids[0]}/1`)
      const { host, port, pathname } = new URL((await contentOf(page)).url())
      const foreign = host.replace(ids[0] ?? '', ids[1] ?? '')
      expect(await statusAt(host, port, pathname)).toBe(200)
      expect(await statusAt(foreign, port, pathname)).toBe(plain ? 404 : 200)
    })

    test('F1: where a browser cannot keep two openings apart, the second waits and the first loses nothing', async () => {
      const first = await page.context().newPage()
      const second = await page.context().newPage()
      for (const one of [first, second]) await withoutCredentialless(one)
      const milk = await openPart(first, server, ids[0] ?? '')
      await leaveTraces(milk)
      // With a host for each package only the same one waits.
      await second.goto(`${server.origin}/learn/packages/${ids[plain ? 0 : 1]}/1`)
      await expect(statusLine(second)).toContainText('is open in another window')
      expect(second.frames().filter((one) => one.url().includes('/shell/'))).toEqual([])
      expect(await findTraces(milk)).toContain('localStorage')
      await first.close()
      await expect(statusLine(second)).toHaveText('Open. Nothing has been saved yet.')
      expect(await findTraces(await contentOf(second))).toEqual([])
    })
  })
