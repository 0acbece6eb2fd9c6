/** A hostile package in a real browser: it can hurt nobody but itself (R25–R28). */
import { expect, test, type Frame, type Page } from '@playwright/test'
import { createSocket } from 'node:dgram'
import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { entries } from '#tests/scorm/manifests.ts'
import { signInAs, startDemo, type DemoServer } from './demo-server.ts'
import { attackPage } from './package-attacks.ts'
import { openPart, place, statusLine, upload } from './package-desk.ts'
import { ownerOn } from './people.ts'

test.describe.configure({ mode: 'default', timeout: 120_000 })

let server: DemoServer
let outside: Server
let heard: string[] = []
let id = ''
let page: Page
let frame: Frame
const sent: { url: string; body: string }[] = []
const dialogs: string[] = []
const downloads: string[] = []

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000)
  server = await startDemo({ ALONGSIDE_DEMO: '1' })
  outside = createServer((request, answer) => {
    heard.push(request.url ?? '')
    answer.writeHead(200, { 'access-control-allow-origin': '*' }).end('x')
  })
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve))
  const stranger = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`
  const desk = await (await browser.newContext()).newPage()
  await signInAs(desk, server, 'carla')
  id = await upload(
    desk,
    server,
    entries('1.2', {
      'index.html': attackPage(server.origin, stranger),
      'worker.js': `self.onfetch = () => {}
self.onmessage = ({ data }) => fetch(data).then(() => postMessage('told'), () => postMessage('refused'))`,
    }),
  )
  await place(desk, server, id, 'Attack')
  page = await (await browser.newContext()).newPage()
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.accept()
  })
  page.on('download', (download) => downloads.push(download.suggestedFilename()))
  page.on('request', (request) => {
    if (request.url().includes('/api/packages/'))
      sent.push({ url: request.url(), body: request.postData() ?? '' })
  })
  await signInAs(page, server, 'ray')
})
test.beforeEach(async () => {
  frame = await openPart(page, server, id)
  await expect(statusLine(page)).toHaveText('Open. Nothing has been saved yet.')
  heard = []
  sent.length = 0
})
test.afterAll(async () => {
  await server.stop()
  outside.close()
  expect(server.output()).not.toMatch(/Error|caused by/)
})

/** As if the machine knew every name: not each one knows p-….localhost. */
const ask = (
  to: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<{ readonly status: number | undefined; readonly headers: IncomingHttpHeaders }> =>
  new Promise((resolve, reject) => {
    const { host, port, pathname } = new URL(to)
    const options = { port, path: pathname, method, headers: { ...headers, host } }
    request(options, (answer) => {
      resolve({ status: answer.resume().statusCode, headers: answer.headers })
    })
      .on('error', reject)
      .end()
  })

const attack = (name: string, ...args: string[]): Promise<string> =>
  frame.evaluate(
    ([which, rest]) =>
      (window as unknown as { attacks: Record<string, (...all: string[]) => string> }).attacks[
        which
      ]?.(...rest) ?? 'no such attack',
    [name, args] as const,
  )
const launchId = (): Promise<string | null> =>
  page.locator('package-player').getAttribute('data-launch')
const post = (launch: string, body: unknown): Promise<{ status: number; text: string }> =>
  page.evaluate(
    async ([to, json]) => {
      const answer = await fetch(`/api/packages/${to}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'alongside-owner':
            document.querySelector<HTMLElement>('[data-owner]')?.dataset['owner'] ?? '',
        },
        body: json,
      })
      return { status: answer.status, text: await answer.text() }
    },
    [launch, JSON.stringify(body)] as const,
  )

for (const [what, name, expected] of [
  ['read the page around it', 'readsThePage', /^refused/],
  ['read where it is', 'readsTheShellsParent', /^refused/],
  ['read a cookie', 'readsCookies', /^$/],
  ['read the platform’s storage', 'readsTheStorage', /^refused/],
  ['fetch a record', 'fetchesARecord', /^refused/],
  ['ask the platform in the old way', 'asksByXhr', /^refused/],
  ['open a window', 'opensAWindow', /^(null|refused.*)$/],
  ['take the top', 'takesTheTop', /^refused/],
  ['frame the platform', 'framesThePlatform', /^refused/],
  ['install a worker', 'installsAWorker', /^refused/],
  ['ask where one is', 'asksWhereOneIs', /^refused/],
] as const)
  test(`a package cannot ${what}`, async () => {
    expect(await attack(name)).toMatch(expected)
    expect(page.url()).toContain(`/learn/packages/${id}/1`)
    expect(page.context().pages()).toHaveLength(1)
    expect(page.frames().filter((one) => one.url().startsWith(server.origin))).toHaveLength(1)
  })

test('a package cannot send a result for somebody by itself', async () => {
  expect(await attack('postsAResult', (await launchId()) ?? '')).toMatch(/^refused/)
})

test('a package tells nobody outside anything, in nine ways', async () => {
  await attack('tellsOutside')
  expect(heard).toEqual([])
})

test('a package cannot lead the person away by a link, nor its own frame', async () => {
  await attack('takesTheTopByLink')
  expect(page.url()).toContain(`/learn/packages/${id}/1`)
  await attack('leavesItsFrame')
  await page.waitForTimeout(1000)
  expect(heard).toEqual([])
})

test('a package may have a worker, which tells nobody outside anything either', async () => {
  const answer = await frame.evaluate(
    (to) =>
      new Promise((resolve) => {
        const worker = new Worker('worker.js')
        worker.onmessage = ({ data }) => resolve(data)
        worker.onerror = () => resolve('no worker')
        worker.postMessage(to)
      }),
    `http://127.0.0.1:${(outside.address() as AddressInfo).port}/worker`,
  )
  expect(answer).toBe('refused')
  expect(heard).toEqual([])
})

test('D2: a package may ask whether to go on, and hears the answer', async () => {
  expect(await attack('asksToResume')).toBe('true')
  expect(dialogs).toEqual(['Go on where you left off?'])
})

test('D8: no call goes out of a package, from no window that it can make', async () => {
  const ear = createSocket('udp4')
  let packets = 0
  ear.on('message', () => packets++)
  await new Promise<void>((resolve) => ear.bind(0, '127.0.0.1', resolve))
  expect(await attack('callsOut', `stun:127.0.0.1:${ear.address().port}`)).toBe('')
  expect(packets).toBe(0)
  ear.close()
})

test('D8: a package learns nothing of who somebody is: not by name, not by account', async () => {
  const told = await attack('knowsWho')
  expect(told).toMatch(/^learner-[0-9a-f]{32} \| Learner \d{4} \| /)
  expect(told).not.toMatch(/ray/i)
  const account = await (await page.context().request.get(`${server.origin}/learn`)).text()
  for (const [of] of account.matchAll(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f-]{17}/g))
    if (of !== id) expect(told).not.toContain(of)
})

test('D8: every answer of the content host forbids all other connections', async () => {
  const { origin } = new URL(frame.url())
  const shell = await page.locator('package-player').getAttribute('data-shell')
  for (const to of [shell ?? '', frame.url(), `${origin}/shell/shell-12.js`, `${origin}/nothing`]) {
    const answer = await ask(to)
    expect(answer.headers['connection-allowlist'], to).toBe('(response-origin);webrtc=block')
  }
})

// What is blocked here may cost the package its own frame; that is its own affair.
test('a package cannot download', async () => {
  await attack('downloads').catch(() => 'its frame is gone')
  await page.waitForTimeout(800)
  expect(downloads).toEqual([])
  expect(page.url()).toContain(`/learn/packages/${id}/1`)
})

test('a package cannot post a form of ours', async () => {
  await attack('postsAForm').catch(() => 'its frame is gone')
  await page.waitForTimeout(800)
  expect(page.frames().filter((one) => one.url().startsWith(server.origin))).toHaveLength(1)
  await page.goto(`${server.origin}/learn`)
  await expect(page.locator('button[value=pause]')).toBeVisible()
})

test('6,000 calls become a few commits, and the last one is kept', async () => {
  await attack('floods')
  await expect(statusLine(page)).toContainText('Saved at')
  await page.waitForTimeout(4500)
  expect(sent.length).toBeGreaterThan(0)
  expect(sent.length).toBeLessThanOrEqual(4)
  expect(sent.at(-1)?.body).toContain('"cmi.core.lesson_location":"2999"')
})

test('a megabyte of suspend_data is refused', async () => {
  expect(await attack('keepsAMegabyte')).toBe('false 405')
})

test('of 1,200 interactions 500 are kept', async () => {
  await attack('reportsMuch')
  await expect(statusLine(page)).toContainText('Saved at')
  const other = await page.context().newPage()
  await other.goto(`${server.origin}/record`)
  await expect(other.locator('#packages')).toContainText('500 answers')
  await other.close()
})

test('messages that are not from the shell are not heard', async () => {
  await attack('forges')
  await page.waitForTimeout(2500)
  expect(sent).toEqual([])
})

test('an older sequence changes nothing; another person’s launch is not there', async ({
  browser,
}) => {
  const launch = (await launchId()) ?? ''
  const elements = (place: string) => ({ 'cmi.core.lesson_location': place })
  expect(await post(launch, { sequence: 5, elements: elements('five') })).toMatchObject({
    status: 200,
  })
  expect((await post(launch, { sequence: 4, elements: elements('four') })).text).toContain(
    '"new":false',
  )
  expect((await post(launch, { sequence: 5, elements: elements('again') })).text).toContain(
    '"new":false',
  )
  for (const bad of [
    {},
    { sequence: -1, elements: {} },
    { sequence: 6 },
    { sequence: 6, elements: [] },
    null,
  ])
    expect((await post(launch, bad)).status, JSON.stringify(bad)).toBe(400)
  const long = { 'cmi.suspend_data': 'x'.repeat(64_001) }
  expect((await post(launch, { sequence: 6, elements: long })).status).toBe(413)
  const nadia = await (await browser.newContext()).newPage()
  await signInAs(nadia, server, 'nadia')
  const answer = await nadia.request.post(`${server.origin}/api/packages/${launch}`, {
    headers: { origin: server.origin, 'alongside-owner': await ownerOn(nadia) },
    data: { sequence: 9, elements: elements('hers') },
  })
  expect(answer.status()).toBe(404)
  const next = await openPart(page, server, id)
  const place = await next.evaluate(() =>
    (window as unknown as { scorm: (...all: string[]) => string }).scorm(
      'GetValue',
      'cmi.core.lesson_location',
    ),
  )
  expect(place).toBe('five')
})

test('somebody who was signed out is told so, and nothing is taken for saved', async ({
  browser,
}) => {
  const other = await (await browser.newContext()).newPage()
  await signInAs(other, server, 'nadia')
  const opened = await openPart(other, server, id)
  await other.context().clearCookies()
  await opened.evaluate(() => {
    const { scorm } = window as unknown as { scorm: (...all: string[]) => string }
    scorm('SetValue', 'cmi.suspend_data', 'mine')
    scorm('Commit')
  })
  await expect(statusLine(other)).toContainText('You have been signed out')
})

test('what one opening leaves in the browser the next one does not find', async () => {
  await attack('leavesATrace')
  frame = await openPart(page, server, id)
  expect(await attack('findsATrace')).toBe('null')
})

test('the content host hands out nothing but the files of this opening', async () => {
  expect(await attack('readsOtherFiles')).toBe('404,404,404,404,404,404')
})

test('the content host takes no form, sets no cookie, and holds its sandbox in a tab of its own', async ({
  browser,
}) => {
  const address = frame.url()
  const posted = await ask(address, {}, 'POST')
  expect(posted.status).toBe(405)
  const got = await ask(address, { cookie: 'alongside=x' })
  expect([got.status, got.headers['set-cookie']]).toEqual([200, undefined])
  expect(got.headers['content-security-policy']).toContain(
    'sandbox allow-scripts allow-same-origin allow-forms allow-modals',
  )
  const tab = await (await browser.newContext()).newPage()
  await tab.goto(address)
  expect(await tab.evaluate(() => window.open('about:blank') === null)).toBe(true)
})
