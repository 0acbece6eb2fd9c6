/** What a coordinator and a trainee do with a package, by the pages. */
import { expect, type Frame, type Page } from '@playwright/test'
import { makeZip, type Entry } from '#tests/scorm/make-zip.ts'
import type { DemoServer } from './demo-server.ts'

/** Finds its API as packages do; the test speaks through `scorm`. */
export const SCO_PAGE = `<!doctype html><html lang="en"><title>Tea</title><body><h1>Tea with Rosa</h1><script>
function find(win, name) { for (var i = 0; i < 10; i++) { try { if (win[name]) return win[name] } catch (e) { return null } if (win === win.parent) return null; win = win.parent } return null }
var api12 = find(window, 'API'), api2004 = find(window, 'API_1484_11')
function scorm(name) {
  var rest = Array.prototype.slice.call(arguments, 1)
  var api = api2004 || api12, real = api2004 ? name : 'LMS' + (name === 'Terminate' ? 'Finish' : name)
  return api[real].apply(api, rest.length ? rest : [''])
}
document.title = scorm('Initialize')
</script></body></html>`

/** Uploads, and answers the id that the package got. */
export async function upload(
  page: Page,
  server: DemoServer,
  entries: readonly Entry[],
): Promise<string> {
  await page.goto(`${server.origin}/manage/packages/new`)
  await page.setInputFiles('input[name=package]', {
    name: 'tea.zip',
    mimeType: 'application/zip',
    buffer: makeZip(entries),
  })
  await page.locator('main form[enctype] button[type=submit]').click()
  await expect(page).toHaveURL(/\?imported=1/)
  return /packages\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''
}

export async function place(
  page: Page,
  server: DemoServer,
  id: string,
  title: string,
): Promise<void> {
  await page.goto(`${server.origin}/manage/packages/${id}`)
  await page.locator('input[name=titleEn]').fill(title)
  await page.locator('input[name=titleEs]').fill(`${title} (es)`)
  await page.locator('input[name=required]').check()
  await page.locator('button[value=place]').click()
  await expect(page).toHaveURL(/\?saved=1/)
}

/** Opens a part and waits for the package's own page. */
export async function openPart(
  page: Page,
  server: DemoServer,
  id: string,
  part = 1,
): Promise<Frame> {
  await page.goto(`${server.origin}/learn/packages/${id}/${part}`)
  return contentOf(page)
}

export async function contentOf(page: Page): Promise<Frame> {
  await expect
    .poll(() => page.frames().some((frame) => frame.url().includes('/files/')), { timeout: 15_000 })
    .toBe(true)
  const frame = page.frames().find((one) => one.url().includes('/files/'))
  if (!frame) throw new Error('the package is not open')
  await frame.waitForLoadState('domcontentloaded')
  return frame
}

/** One call of the package's. */
export const call = (frame: Frame, name: string, ...args: string[]): Promise<string> =>
  frame.evaluate(
    ([first, rest]) =>
      (window as unknown as { scorm: (...all: string[]) => string }).scorm(first, ...rest),
    [name, args] as const,
  )

export const statusLine = (page: Page) => page.locator('[data-status]')
