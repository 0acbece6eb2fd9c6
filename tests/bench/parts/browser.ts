/** What somebody sees on a slow telephone: slow 4G, a processor four times slower, the first visit and the second. */
import { chromium, type Browser, type Page } from '@playwright/test'
import { figure, ratio, short, spread, times } from '../figures.ts'
import { WentWrong } from '../load.ts'
import type { Measured } from '../part.ts'
import { PAGES, PATHS } from '../product.ts'
import { NETWORK, SLOWER } from '../slow.ts'
import type { Stage } from '../stage.ts'

/** Until late pictures and fonts would have moved something. */
const SETTLED_MS = 700

interface Seen {
  /** Milliseconds since the visit began: anything, and the largest thing. */
  fcp: number
  lcp: number
  cls: number
  /** Of tasks that took longer than 50 ms, what was longer. */
  tbt: number
  /** Of the slowest interaction; 0 where it took less than 16 ms. */
  inp: number
  bytes: number
  requests: number
}

/** Runs in the page before anything of its own. */
const WATCH = `
window.seen = { fcp: 0, lcp: 0, cls: 0, tbt: 0, inp: 0 }
const on = (type, take, more = {}) =>
  new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...more })
on('paint', ({ name, startTime }) => { if (name === 'first-contentful-paint') seen.fcp = startTime })
on('largest-contentful-paint', ({ startTime }) => { seen.lcp = startTime })
on('layout-shift', ({ value, hadRecentInput }) => { if (!hadRecentInput) seen.cls += value })
on('longtask', ({ duration }) => { seen.tbt += duration - 50 })
on('event', ({ duration, interactionId }) => { if (interactionId) seen.inp = Math.max(seen.inp, duration) }, { durationThreshold: 16 })
`

export async function measure(stage: Stage): Promise<Measured> {
  const product = await stage.product()
  const plain = await stage.plain()
  const targets = [
    { name: 'plain HTML', url: plain.origin, cookie: '' },
    ...PAGES.filter((name) => !name.startsWith('search')).map((name) => {
      const { origin, asks } = product.page(name)
      return { name, url: origin + PATHS[name][0], cookie: asks[0]?.cookie ?? '' }
    }),
  ]
  const taken: Record<string, { first: Seen[]; second: Seen[] }> = {}
  const browser = await chromium.launch({
    executablePath: process.env['TEST_BROWSER'] ?? '',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  try {
    for (let n = 0; n < stage.repetitions; n++)
      for (const { name, url, cookie } of targets) {
        const { first, second } = (taken[name] ??= { first: [], second: [] })
        for (const [at, seen] of (await visits(browser, url, cookie)).entries())
          (at ? second : first).push(seen)
      }
  } finally {
    await browser.close()
  }
  const rows = (['first', 'second'] as const).flatMap((visit) =>
    Object.entries(taken).map(([name, all]) => {
      const of = (what: keyof Seen): number[] => all[visit].map((one) => one[what])
      const limit = taken['plain HTML']?.[visit].map(({ lcp }) => lcp) ?? []
      const median = (what: keyof Seen): string => short(figure(of(what)).median)
      return [
        ...[`${name}, ${visit} visit`, median('fcp'), spread(figure(of('lcp')))],
        ...[times(ratio(of('lcp'), limit)), median('tbt'), median('cls')],
        ...[figure(of('inp')).median < 16 ? 'under 16' : median('inp')],
        ...[short(figure(of('bytes')).median / 1024), median('requests')],
      ]
    }),
  )
  const head = ['Page', 'FCP', 'LCP', 'of plain HTML', 'TBT', 'CLS', 'INP', 'KB', 'requests']
  return {
    json: taken,
    tables: [{ title: 'Slow 4G, processor four times slower (ms)', head, rows }],
  }
}

/** With nothing kept, then again. */
async function visits(browser: Browser, url: string, cookie: string): Promise<Seen[]> {
  const context = await browser.newContext({
    locale: 'en-US',
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    // What it fetches is not counted, nor slowed down: what is measured is the page and the browser's own cache.
    serviceWorkers: 'block',
  })
  try {
    const [name = '', value = ''] = cookie.split(/=(.*)/s)
    if (name) await context.addCookies([{ name, value, url }])
    const page = await context.newPage()
    await page.addInitScript(WATCH)
    return [await visit(page, url), await visit(page, url)]
  } finally {
    await context.close()
  }
}

async function visit(page: Page, url: string): Promise<Seen> {
  await page.goto('about:blank')
  const devtools = await page.context().newCDPSession(page)
  let [bytes, requests] = [0, 0]
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  devtools.on('Network.requestWillBeSent', ({ request }) => {
    if (request.url.startsWith('http')) requests++
  })
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', NETWORK)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  const answer = await page.goto(url, { waitUntil: 'load', timeout: 60_000 })
  if (answer?.status() !== 200 || page.url().replace(/\/$/, '') !== url.replace(/\/$/, ''))
    throw new WentWrong(
      `${new URL(url).pathname} answered ${answer?.status()} at ${new URL(page.url()).pathname}.`,
    )
  await page.waitForTimeout(SETTLED_MS)
  const before = { bytes, requests }
  await interact(page)
  await page.waitForTimeout(SETTLED_MS)
  const seen = await page.evaluate(() => (window as unknown as { seen: Seen }).seen)
  await devtools.detach()
  return { ...seen, ...before }
}

/** One that leads nowhere else: an option is chosen, else the next thing takes the focus. */
async function interact(page: Page): Promise<void> {
  const choice = page.locator('label:has(input[type=radio]), input[type=radio] + label').first()
  if (await choice.isVisible()) await choice.tap()
  else await page.keyboard.press('Tab')
}
