/** No way out of a package (D8, R27): each way is tried from a page without a policy, where it is heard, and from a package. */
import { expect, test, type Frame, type Page } from '@playwright/test'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { entries } from '#tests/scorm/manifests.ts'
import { LEAVING, listen, QUIET, waysPage, WAYS_SCRIPT, type Ear } from '#tests/scorm/ways-out.ts'
import { signInAs, startDemo, type DemoServer } from './demo-server.ts'
import { call, openPart, place, SCO_PAGE, statusLine, upload } from './package-desk.ts'

test.describe.configure({ mode: 'default', timeout: 300_000 })

const FIND = /<script>([\s\S]*)<\/script>/.exec(SCO_PAGE)?.[1] ?? ''

/** How long something may take that must not happen; what happens is waited for. */
const QUIET_MS = 2500

let server: DemoServer
let control: Server
let freely = ''
let ear: Ear
let id = ''
let leavingId = ''
let page: Page

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  server = await startDemo({ ALONGSIDE_DEMO: '1' })
  ear = await listen(['free', 'package', 'free-leaving', 'package-leaving'])
  control = createServer((_request, answer) => {
    answer.writeHead(200, { 'content-type': 'text/html' })
    answer.end(waysPage(ear.place('free'), ''))
  })
  await new Promise<void>((resolve) => control.listen(0, '127.0.0.1', resolve))
  freely = `http://127.0.0.1:${(control.address() as AddressInfo).port}/`
  const desk = await (await browser.newContext()).newPage()
  await signInAs(desk, server, 'carla')
  const quiet = waysPage(ear.place('package'), FIND)
  const leaving = `<!doctype html><html lang="en"><title>Leaving</title><body><script>${FIND}${WAYS_SCRIPT}</script></body></html>`
  id = await upload(desk, server, entries('1.2', { 'index.html': quiet }))
  leavingId = await upload(desk, server, entries('1.2', { 'index.html': leaving }))
  for (const [one, title] of [
    [id, 'Ways out'],
    [leavingId, 'Leaving'],
  ] as const)
    await place(desk, server, one, title)
  page = await (await browser.newContext()).newPage()
  await signInAs(page, server, 'ray')
  const free = await (await browser.newContext()).newPage()
  await free.goto(freely)
  await expect
    .poll(() => Object.keys(QUIET).filter((way) => !ear.heard('free').includes(way)))
    .toEqual([])
  await free.close()
  await openPart(page, server, id)
  await expect(statusLine(page)).toBeVisible()
  await page.waitForTimeout(QUIET_MS)
})

test.afterAll(async () => {
  await server.stop()
  control.close()
  ear.close()
  expect(server.output()).not.toMatch(/Error|caused by/)
})

test('the package ran, and knows its API', async () => {
  await expect(statusLine(page)).toHaveText('Open. Nothing has been saved yet.')
})

for (const way of Object.keys(QUIET))
  test(`not by: ${way}`, () => {
    expect(ear.heard('free')).toContain(way)
    expect(ear.heard('package')).not.toContain(way)
  })

test('a person is somebody else to every package, the same one at each opening', async ({
  browser,
}) => {
  const told = async (where: Page, one: string): Promise<string> =>
    call(await openPart(where, server, one), 'GetValue', 'cmi.core.student_id')
  const ray = [await told(page, id), await told(page, leavingId), await told(page, id)]
  expect(ray[0]).toMatch(/^learner-[0-9a-f]{32}$/)
  expect(ray[2]).toBe(ray[0])
  const other = await (await browser.newContext()).newPage()
  await signInAs(other, server, 'nadia')
  const nadia = await told(other, id)
  expect(new Set([...ray, nadia]).size).toBe(3)
  await other.context().close()
})

const tryOut = (where: Page | Frame, name: string, who: string): Promise<unknown> =>
  where
    .evaluate(
      ([way, to]) => {
        ;(window as unknown as { way: (name: string, place: unknown) => void }).way(way, to)
      },
      [name, ear.place(who)] as const,
    )
    // The page may be gone by then: that is what it is about.
    .catch(() => undefined)

for (const way of Object.keys(LEAVING))
  test(`not by leaving: ${way}`, async ({ browser }) => {
    const free = await (await browser.newContext()).newPage()
    await free.goto(freely)
    await tryOut(free, way, 'free-leaving')
    await expect.poll(() => ear.heard('free-leaving')).toContain(way)
    await free.context().close()
    const before = page.context().pages().length
    const frame = await openPart(page, server, leavingId)
    await expect(statusLine(page)).toHaveText('Open. Nothing has been saved yet.')
    await tryOut(frame, way, 'package-leaving')
    await page.waitForTimeout(1000)
    expect(ear.heard('package-leaving')).toEqual([])
    expect(page.url()).toContain(`/learn/packages/${leavingId}/1`)
    expect(page.context().pages()).toHaveLength(before)
  })
