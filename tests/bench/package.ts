/**
 * How long a package takes to its first usable screen in a bare learning system, beside a plain SCO that says one line:
 * slow 4G, a processor four times slower, with and without compression, nothing in the cache. Ratios, never assertions.
 */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { chromium, type Browser } from '@playwright/test'
import { builtFolder } from '#builds.mjs'
import type { Language } from '#domain/course/language.ts'
import { readBuilt, type Built } from '#scorm/build/built.ts'
import { exportPackages } from '#scorm/build/export.ts'
import type { Files } from '#scorm/build/zip.ts'
import { browserPath } from '#tests/browser-path.ts'
import { NETWORK, SLOWER } from './slow.ts'

const ROUNDS = 3

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

const PLAIN: Files = new Map([
  [
    'index.html',
    bytes(
      '<!doctype html><html lang="en"><meta charset="utf-8"><title>Plain</title><main></main><script src="sco.js"></script></html>',
    ),
  ],
  [
    'sco.js',
    bytes(
      "parent.API.LMSInitialize('');document.querySelector('main').innerHTML='<h1>Course</h1><a data-carry-on href=\"#\">Start</a>';parent.API.LMSCommit('')",
    ),
  ],
])

/** Takes everything and keeps it, as long as the window is open. */
const LMS = `<!doctype html><html lang="en"><meta charset="utf-8"><title>LMS</title><script>
const kept = {}
window.API = {
  LMSInitialize: () => 'true', LMSFinish: () => 'true', LMSCommit: () => 'true', LMSGetLastError: () => '0',
  LMSGetErrorString: () => '', LMSGetDiagnostic: () => '',
  LMSGetValue: (name) => kept[name] ?? '', LMSSetValue: (name, value) => ((kept[name] = value), 'true'),
}
</script><iframe src="/sco/index.html" style="width:100%;height:90vh"></iframe></html>`

/** In the frame: when what somebody presses first has been painted, counted from when the frame was asked for. */
const WATCH = `if (window !== top) {
  const look = () => document.querySelector('[data-carry-on]')
    ? requestAnimationFrame(() => setTimeout(() => { window.usableAt = performance.now() }))
    : requestAnimationFrame(look)
  look()
}`

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
  woff2: 'font/woff2',
}

interface Served {
  readonly origin: string
  readonly server: Server
  /** What was sent since it was last asked. */
  sent(): number
}

async function serve(files: Files, compressed: boolean): Promise<Served> {
  let total = 0
  const packed = new Map([...files].map(([name, content]) => [name, gzipSync(content)]))
  const server = createServer(({ url = '/' }, response) => {
    const name = url.replace(/^\/sco\//, '').replace(/[?#].*$/, '')
    const isText = !name.endsWith('.woff2')
    const content = (compressed && isText ? packed : files).get(name)
    if (url === '/') return response.setHeader('Content-Type', TYPES['html'] ?? '').end(LMS)
    if (!content) return response.writeHead(404).end()
    total += content.length
    response.writeHead(200, {
      'Content-Type': TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
      'Content-Length': content.length,
      ...(compressed && isText ? { 'Content-Encoding': 'gzip' } : {}),
    })
    return response.end(content)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}/`,
    server,
    sent: () => {
      const now = total
      total = 0
      return now
    },
  }
}

/** Milliseconds. */
async function usable(browser: Browser, { origin }: Served): Promise<number> {
  const context = await browser.newContext({
    locale: 'en-US',
    viewport: { width: 390, height: 844 },
  })
  try {
    const page = await context.newPage()
    const cdp = await context.newCDPSession(page)
    await cdp.send('Network.enable')
    await cdp.send('Network.emulateNetworkConditions', NETWORK)
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    await page.addInitScript(WATCH)
    await page.goto(origin, { waitUntil: 'commit' })
    const frame = await (await page.waitForSelector('iframe')).contentFrame()
    if (!frame) throw new Error('The learning system has no frame.')
    const at = await frame.waitForFunction(
      () => (window as unknown as { usableAt?: number }).usableAt,
      null,
      { timeout: 60_000 },
    )
    return (await at.jsonValue()) ?? 0
  } finally {
    await context.close()
  }
}

function packageIn(built: Built, languages: readonly Language[]): Files {
  const exported = exportPackages(built, {
    programme: built.programmes.en[0]?.slug ?? '',
    languages,
    standard: '1.2',
    modules: [],
    perModule: false,
    preset: 'generic',
    tries: 0,
    interactions: 'preset',
    sessions: false,
    media: false,
  })
  const [one] = exported.kind === 'made' ? exported.packages : []
  if (!one) throw new Error(JSON.stringify(exported))
  return one.files
}

const median = (all: readonly number[]): number =>
  all.toSorted((a, b) => a - b)[all.length >> 1] ?? 0

const built = readBuilt(builtFolder())
if (!built) throw new Error('Nothing is built. Run: npm run build')
const packages: [string, Files][] = [
  ['plain SCO', PLAIN],
  ['in English', packageIn(built, ['en'])],
  ['in both languages', packageIn(built, ['en', 'es'])],
]
const browser = await chromium.launch({
  executablePath: await browserPath(),
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})
const open: Server[] = []
try {
  for (const compressed of [true, false]) {
    console.log(compressed ? 'compressed' : 'not compressed')
    const rows = await Promise.all(
      packages.map(async ([name, files]) => {
        const served = await serve(files, compressed)
        open.push(served.server)
        return { name, served, times: [] as number[] }
      }),
    )
    for (let round = 0; round < ROUNDS; round++)
      for (const { served, times } of rows) times.push(await usable(browser, served))
    const limit = median(rows[0]?.times ?? [])
    for (const { name, times } of rows) {
      const all = times.map((time) => Math.round(time)).join(' ')
      console.log(
        `  ${name.padEnd(20)} ${Math.round(median(times))} ms  ${(median(times) / limit).toFixed(2)}×  (${all})`,
      )
    }
  }
} finally {
  await browser.close()
  for (const server of open) server.close()
}
