/** Packages of others, in a real browser: imported, placed, opened, left, resumed, passed, in the record. */
import { expect, test, type Page } from '@playwright/test'
import { entries, manifest, resourceOf } from '#tests/scorm/manifests.ts'
import { signInAs, startDemo, type DemoServer } from './demo-server.ts'
import { call, openPart, place, SCO_PAGE, statusLine, upload } from './package-desk.ts'
import { violationsOf } from './violations.ts'

test.describe.configure({ mode: 'default', timeout: 120_000 })

let server: DemoServer
test.beforeAll(async () => {
  test.setTimeout(120_000)
  server = await startDemo({ ALONGSIDE_DEMO: '1' })
})
test.afterAll(async () => {
  await server.stop()
  expect(server.output()).not.toMatch(/Error|caused by/)
})

const NAMES = {
  '1.2': {
    location: 'cmi.core.lesson_location',
    exit: 'cmi.core.exit',
    entry: 'cmi.core.entry',
    total: 'cmi.core.total_time',
    time: 'cmi.core.session_time',
    who: 'cmi.core.student_name',
    credit: 'cmi.core.credit',
    response: 'student_response',
    pass: [
      ['cmi.core.lesson_status', 'passed'],
      ['cmi.core.score.raw', '90'],
    ],
    start: ['cmi.core.lesson_status', 'incomplete'],
    period: '00:05:00',
    known: '00:05:00',
  },
  '2004': {
    location: 'cmi.location',
    exit: 'cmi.exit',
    entry: 'cmi.entry',
    total: 'cmi.total_time',
    time: 'cmi.session_time',
    who: 'cmi.learner_name',
    credit: 'cmi.credit',
    response: 'learner_response',
    pass: [
      ['cmi.completion_status', 'completed'],
      ['cmi.success_status', 'passed'],
      ['cmi.score.scaled', '0.9'],
    ],
    start: ['cmi.completion_status', 'incomplete'],
    period: 'PT5M',
    known: 'PT5M',
  },
} as const

async function importAs(
  page: Page,
  title: string,
  ...all: Parameters<typeof entries>
): Promise<string> {
  await signInAs(page, server, 'carla')
  const id = await upload(page, server, entries(...all))
  await place(page, server, id, title)
  return id
}

for (const standard of ['1.2', '2004'] as const)
  test(`a package of ${standard}: left half-way, resumed, passed, and in the record`, async ({
    browser,
  }) => {
    const names = NAMES[standard]
    const desk = await browser.newPage()
    const title = `Tea in ${standard}`
    const id = await importAs(desk, title, standard, { 'index.html': SCO_PAGE })
    const page = await browser.newPage()
    await signInAs(page, server, 'ray')
    await page.goto(`${server.origin}/learn`)
    await expect(page.locator('#packages .task', { hasText: title })).toContainText(
      'Not yet started',
    )

    const first = await openPart(page, server, id)
    await expect(statusLine(page)).toHaveText('Open. Nothing has been saved yet.')
    expect(await call(first, 'GetValue', names.entry)).toBe('ab-initio')
    expect(await call(first, 'GetValue', names.who)).toMatch(/^Learner \d{4}$/)
    expect(await call(first, 'GetValue', names.credit)).toBe('credit')
    for (const [name, value] of [
      names.start,
      [names.location, 'page-2'],
      ['cmi.suspend_data', 'milk=yes'],
      [names.exit, 'suspend'],
      [names.time, names.period],
    ] as const)
      expect(await call(first, 'SetValue', name, value), name).toBe('true')
    expect(await call(first, 'Commit')).toBe('true')
    await expect(statusLine(page)).toContainText('Saved at')

    // Left without a word: nothing is lost.
    await page.goto(`${server.origin}/learn`)
    await expect(page.locator('#packages .task', { hasText: title })).toContainText('In progress')
    const second = await openPart(page, server, id)
    expect(await call(second, 'GetValue', names.entry)).toBe('resume')
    expect(await call(second, 'GetValue', names.location)).toBe('page-2')
    expect(await call(second, 'GetValue', 'cmi.suspend_data')).toBe('milk=yes')
    expect(await call(second, 'GetValue', names.total)).toContain(names.known.replace('PT5M', '5M'))
    for (const [name, value] of [
      ...names.pass,
      ['cmi.interactions.0.id', 'sugar'],
      ['cmi.interactions.0.type', 'choice'],
      [`cmi.interactions.0.${names.response}`, 'b'],
      ['cmi.interactions.0.result', 'correct'],
      [names.time, names.period],
    ] as const)
      expect(await call(second, 'SetValue', name, value), name).toBe('true')
    expect(await call(second, 'Terminate')).toBe('true')
    await expect(statusLine(page)).toContainText('The course has ended')

    await page.goto(`${server.origin}/record`)
    const own = page.locator('#packages .panel', { hasText: title })
    for (const text of ['Reported by the package', 'Passed', '90 of 100', '10 minutes', '1 answer'])
      await expect(own).toContainText(text)
    await page.goto(`${server.origin}/learn`)
    await expect(page.locator('#packages .task', { hasText: title })).toContainText('Completed')

    // A later opening that goes wrong takes nothing away; the coordinator sees the same.
    const third = await openPart(page, server, id)
    const [status, value] =
      standard === '1.2' ? ['cmi.core.lesson_status', 'failed'] : ['cmi.success_status', 'failed']
    await call(third, 'SetValue', status, value)
    await call(third, 'Commit')
    await expect(statusLine(page)).toContainText('Saved at')
    await desk.goto(`${server.origin}/coordinate?tab=all`)
    await desk.getByRole('link', { name: 'Ray', exact: true }).click()
    const seen = desk.locator('#packages .panel', { hasText: title })
    await expect(seen).toContainText('Passed')
    await expect(seen).toContainText('90 of 100')
  })

test('a package with several parts has our menu, and is done when each part is', async ({
  browser,
}) => {
  const items = ['Milk', 'Sugar', 'Map'].map(
    (name, at) => `<item identifier="i${at}" identifierref="r${at}"><title>${name}</title></item>`,
  )
  const resources = ['milk', 'sugar', 'map'].map((name, at) =>
    resourceOf('1.2', `${name}.html`)
      .replace('"res"', `"r${at}"`)
      .replace('"sco"', at === 2 ? '"asset"' : '"sco"'),
  )
  const desk = await browser.newPage()
  const id = await importAs(desk, 'Three parts', '1.2', {
    'imsmanifest.xml': manifest('1.2', {
      organizations: `<organizations default="o"><organization identifier="o"><title>Three</title>${items.join('')}</organization></organizations>`,
      resources: resources.join(''),
    }),
    'index.html': null,
    'milk.html': SCO_PAGE,
    'sugar.html': SCO_PAGE,
    'map.html': '<!doctype html><title>Map</title><p>The way to Rosa.</p>',
  })
  const page = await browser.newPage()
  await signInAs(page, server, 'nadia')
  await page.goto(`${server.origin}/learn/packages/${id}`)
  await expect(page.locator('.task')).toHaveText([
    /Milk\s+Not yet started/,
    /Sugar\s+Not yet started/,
    /Map\s+Not yet started/,
  ])
  for (const part of [1, 2]) {
    const frame = await openPart(page, server, id, part)
    await call(frame, 'SetValue', 'cmi.core.lesson_status', 'completed')
    await call(frame, 'Terminate')
    await expect(statusLine(page)).toContainText('Saved at')
  }
  await page.goto(`${server.origin}/learn/packages/${id}`)
  await expect(page.locator('main')).toContainText('2 of 3 done')
  await openPart(page, server, id, 3)
  await page.goto(`${server.origin}/learn/packages/${id}`)
  await expect(page.locator('main')).toContainText('3 of 3 done')
})

const LEAVES = {
  'tells its result only when its page goes': `var a = find(window, 'API'); a.LMSInitialize('')
    window.onpagehide = function () { a.LMSSetValue('cmi.core.score.raw', '66'); a.LMSSetValue('cmi.core.lesson_status', 'completed'); a.LMSFinish('') }`,
  'sets its result and never commits': `var a = find(window, 'API'); a.LMSInitialize('')
    a.LMSSetValue('cmi.core.score.raw', '66'); a.LMSSetValue('cmi.core.lesson_status', 'completed')`,
}
for (const [what, script] of Object.entries(LEAVES))
  test(`a package that ${what} is heard when a link leads away`, async ({ browser }) => {
    const desk = await browser.newPage()
    const page = SCO_PAGE.replace("document.title = scorm('Initialize')", script)
    const id = await importAs(desk, what, '1.2', { 'index.html': page })
    const trainee = await browser.newPage()
    await signInAs(trainee, server, 'ray')
    await openPart(trainee, server, id)
    await expect(statusLine(trainee)).toHaveText('Open. Nothing has been saved yet.')
    await trainee.locator('.package-bar__back').click()
    await expect(trainee).toHaveURL(new RegExp(`/learn/packages/${id}$`))
    await trainee.goto(`${server.origin}/record`)
    const own = trainee.locator('#packages .panel', { hasText: what })
    await expect(own).toContainText('66 of 100')
    await expect(own).toContainText('Yes')
  })

test('without a network a link stays, says so, and goes on when all is saved; the whole screen can be used', async ({
  browser,
}) => {
  const desk = await browser.newPage()
  const id = await importAs(desk, 'Left offline', '1.2', { 'index.html': SCO_PAGE })
  const page = await (await browser.newContext()).newPage()
  await signInAs(page, server, 'ray')
  const frame = await openPart(page, server, id)
  await expect(statusLine(page)).toHaveText('Open. Nothing has been saved yet.')
  await page.locator('[data-more] summary').press('Enter')
  const button = page.locator('[data-whole-screen]')
  await button.press('Enter')
  await expect(button).toHaveText('Leave the whole screen')
  await expect(statusLine(page)).toBeVisible()
  await button.press('Enter')
  await expect(button).toHaveText('Use the whole screen')
  await page.context().setOffline(true)
  await call(frame, 'SetValue', 'cmi.suspend_data', 'late')
  await page.locator('.package-bar__back').click()
  await expect(statusLine(page)).toContainText('Not saved yet.')
  expect(page.url()).toContain(`/learn/packages/${id}/1`)
  const asked = page.waitForEvent('dialog')
  const closing = page.close({ runBeforeUnload: true })
  expect((await asked).type(), 'the browser asks before the window goes').toBe('beforeunload')
  await (await asked).dismiss()
  await closing
  await page.context().setOffline(false)
  await expect(page).toHaveURL(new RegExp(`/learn/packages/${id}$`), { timeout: 15_000 })
  const again = await openPart(page, server, id)
  expect(await call(again, 'GetValue', 'cmi.suspend_data')).toBe('late')
})

test('a preview shows the package and each of its calls, and keeps nothing', async ({
  browser,
}) => {
  const desk = await browser.newPage()
  const id = await importAs(desk, 'Looked at', '1.2', { 'index.html': SCO_PAGE })
  await desk.goto(`${server.origin}/manage/packages/${id}/preview/1`)
  const { contentOf } = await import('./package-desk.ts')
  const frame = await contentOf(desk)
  expect(await call(frame, 'GetValue', 'cmi.core.lesson_mode')).toBe('browse')
  await call(frame, 'SetValue', 'cmi.suspend_data', 'x'.repeat(5000))
  await call(frame, 'SetValue', 'cmi.no_such_thing', 'x')
  await call(frame, 'Commit')
  const told = (text: string) => desk.locator('[data-calls] tr', { hasText: text })
  await expect(told('LMSSetValue(cmi.suspend_data)')).toContainText('5,000 of 4096')
  await expect(told('LMSSetValue(cmi.no_such_thing)')).toHaveAttribute('data-error', '401')
  await expect(told('LMSCommit()')).toHaveAttribute('data-error', '0')
  await expect(desk.locator('[data-state]')).toContainText('cmi.suspend_data')
  await expect(statusLine(desk)).toHaveText('A preview: nothing is kept.')
})

test('a new version takes the old one’s place and every result stays', async ({ browser }) => {
  const desk = await browser.newPage()
  const id = await importAs(desk, 'Two versions', '1.2', { 'index.html': SCO_PAGE })
  const page = await browser.newPage()
  await signInAs(page, server, 'ray')
  const frame = await openPart(page, server, id)
  await call(frame, 'SetValue', 'cmi.core.score.raw', '70')
  await call(frame, 'SetValue', 'cmi.suspend_data', 'old')
  await call(frame, 'Commit')
  await expect(statusLine(page)).toContainText('Saved at')

  for (const [again, expected] of [
    ['no', 'old'],
    ['yes', ''],
  ] as const) {
    const { makeZip } = await import('#tests/scorm/make-zip.ts')
    await desk.goto(`${server.origin}/manage/packages/${id}/replace`)
    await desk.locator(`input[name=again][value=${again}]`).check()
    const buffer = makeZip(entries('1.2', { 'index.html': SCO_PAGE.replace('Rosa', again) }))
    await desk.setInputFiles('input[name=package]', {
      name: 'v2.zip',
      mimeType: 'application/zip',
      buffer,
    })
    await desk.locator('main form[enctype] button[type=submit]').click()
    await expect(desk).toHaveURL(/saved=1/)
    const now = await openPart(page, server, id)
    await expect(now.locator('h1')).toHaveText(`Tea with ${again}`)
    expect(await call(now, 'GetValue', 'cmi.suspend_data')).toBe(expected)
    await page.goto(`${server.origin}/record`)
    await expect(page.locator('#packages .panel', { hasText: 'Two versions' })).toContainText(
      '70 of 100',
    )
  }
})

test('D2, D5, D10: files, windows, the screen and the next part', async ({ browser }) => {
  const desk = await (await browser.newContext()).newPage()
  const item = (id: string) =>
    `<item identifier="${id}" identifierref="${id}"><title>Part ${id}</title></item>`
  const resource = (id: string) => resourceOf('1.2', `${id}.html`).replace('"res"', `"${id}"`)
  const links = `${SCO_PAGE}<p><a id="pdf" href="files/hand%20out.pdf" target="_blank">Handout</a>
    <a id="word" download href="files/list.docx">List</a> <a id="more" href="more.html" target="_blank">More</a>
    <a id="out" href="https://other.example/x" target="_blank">Out</a>
    <button id="made" onclick="var a=document.createElement('a');a.href=window.URL.createObjectURL(new Blob(['rosa']));a.download='certificate.txt';a.click()">Made</button>
    <button id="open" onclick="window.opened=window.open('more.html','w')">Open</button></p>`
  const id = await importAs(desk, 'Two parts with files', '1.2', {
    'imsmanifest.xml': manifest('1.2', {
      organizations: `<organizations default="o"><organization identifier="o"><title>T</title>${item('a')}${item('b')}</organization></organizations>`,
      resources: resource('a') + resource('b'),
    }),
    'index.html': null,
    'a.html': links,
    'b.html': '<!doctype html><title>B</title><p>This one says nothing.</p>',
    'more.html': '<!doctype html><title>More</title><h1>More</h1><script>opener.heard = 1</script>',
    'files/hand out.pdf': '%PDF-1.4',
    'files/list.docx': 'PK',
  })
  const page = await (await browser.newContext({ acceptDownloads: true })).newPage()
  const downloads: string[] = []
  page.on('download', (one) => downloads.push(one.suggestedFilename()))
  await signInAs(page, server, 'ray')
  for (const [width, height] of [
    [1280, 800],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height })
    await openPart(page, server, id)
    const box = await page.locator('package-player > iframe').first().boundingBox()
    expect(box?.y, `${width}`).toBeLessThanOrEqual(110)
    expect((box?.y ?? 0) + (box?.height ?? 0), 'reaches the end of the screen').toBe(height)
  }
  const frame = await openPart(page, server, id)
  const offer = page.locator('[data-offer]')
  for (const [button, name] of [
    ['pdf', 'hand out.pdf'],
    ['word', 'list.docx'],
    ['made', 'certificate.txt'],
  ] as const) {
    await frame.locator(`#${button}`).click()
    await expect(offer).toHaveText(`The course offers a file: ${name}`)
    const before = downloads.length
    await page.waitForTimeout(300)
    expect(downloads.length, 'nothing arrives by itself').toBe(before)
    await offer.locator('a').click()
    await expect.poll(() => downloads.at(-1)).toBe(name)
  }
  await frame.locator('#out').click()
  await expect(offer).toContainText('another site (other.example)')
  const shell = frame.parentFrame()
  for (const button of ['more', 'open']) {
    await frame.locator(`#${button}`).click()
    const over = shell?.frameLocator('.over iframe')
    await expect(over?.locator('h1') ?? page.locator('none')).toHaveText('More')
    expect(await frame.evaluate((): unknown => Reflect.get(window, 'heard'))).toBe(1)
    await shell?.getByRole('button', { name: 'Close and go back' }).click()
    await expect(shell?.locator('.over') ?? page.locator('none')).toHaveCount(0)
  }
  expect(page.context().pages()).toHaveLength(1)
  await page.getByText('Parts and help').click()
  await expect(page.locator('.package-parts a')).toHaveText(['Part a', 'Part b'])
  await page.getByRole('link', { name: 'Next part' }).click()
  await expect(page).toHaveURL(/\/2$/)
  await expect(page.getByRole('link', { name: 'Next part' })).toHaveCount(0)

  // D11: nothing was said by it, and a coordinator takes it for done.
  await page.goto(`${server.origin}/learn/packages/${id}`)
  await expect(page.locator('.task', { hasText: 'Part b' })).toContainText('Opened')
  await desk.goto(`${server.origin}/coordinate?tab=all`)
  await desk.getByRole('link', { name: 'Ray', exact: true }).click()
  const row = desk.locator('#packages tr', { hasText: 'Part b' })
  await expect(row).toContainText('Opened; reports nothing')
  await row.getByRole('button', { name: 'Accept as done: Part b' }).click()
  await expect(row).toContainText('Accepted by a coordinator on')
  await page.reload()
  await expect(page.locator('.task', { hasText: 'Part b' })).toContainText('Completed')
})

test('the pages are accessible, fit 320 px and keep to their policy, in both languages', async ({
  browser,
}) => {
  const desk = await (await browser.newContext()).newPage()
  const id = await importAs(desk, 'Seen', '1.2', { 'index.html': SCO_PAGE })
  const trainee = await (await browser.newContext()).newPage()
  await signInAs(trainee, server, 'nadia')
  const complaints: string[] = []
  for (const page of [desk, trainee]) {
    await page.setViewportSize({ width: 320, height: 800 })
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(`${page.url()} ${message.text()}`)
    })
  }
  const own = `/manage/packages/${id}`
  const seen = [
    ...['/manage/packages', '/manage/packages/new', own, `${own}/replace`, `${own}/preview/1`].map(
      (path) => [desk, path] as const,
    ),
    ...['/learn', `/learn/packages/${id}`, `/learn/packages/${id}/1`, '/record'].map(
      (path) => [trainee, path] as const,
    ),
  ]
  for (const language of ['es', 'en'])
    for (const [page, path] of seen) {
      await page.goto(server.origin + path)
      if ((await page.locator('html').getAttribute('lang')) !== language) {
        await page
          .locator('.site-header button[name=language], .site-header [name=switch-language]')
          .first()
          .click()
        await page.goto(server.origin + path)
      }
      expect(await page.locator('html').getAttribute('lang'), path).toBe(language)
      const violations = await violationsOf(page, { exclude: ['iframe'] })
      expect(
        violations.map(
          ({ id, nodes }) => `${path}: ${id}: ${nodes.map(({ html }) => html).join()}`,
        ),
      ).toEqual([])
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(width, path).toBeLessThanOrEqual(320)
    }
  expect(complaints).toEqual([])
})
