/**
 * `npm run dev` in a copy of the project: the cast, an author's mistake over the page, and the page renewed when all is
 * compiled; in `npm run test:hard` also when files come and go.
 */
import { expect, test, type Cookie, type Page } from '@playwright/test'
import { spawn } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { common as words } from '#i18n/en/common.ts'
import { freePort } from '#tests/start-server.ts'
import { picture } from './picture.ts'

const LESSON = 'content/en/consent/waiting-for-consent.mdx'
const QUIZ = 'content/en/consent/quiz.yaml'

// One after the other, at one server: two such at once are more than two cores carry.
test.describe.configure({ mode: 'default' })
let copy = ''
test.beforeAll(() => {
  copy = mkdtempSync(path.join(tmpdir(), 'alongside-dev-'))
  for (const name of [
    'src',
    'db',
    'content',
    'public',
    // Help is drawn from them.
    'docs',
    'README.md',
    'CONTRIBUTING.md',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'astro.config.mjs',
  ])
    cpSync(name, path.join(copy, name), { recursive: true })
  mkdirSync(path.join(copy, 'node_modules'))
  for (const name of readdirSync('node_modules').filter((one) => !/^\.(cache|vite)/.test(one)))
    symlinkSync(path.resolve('node_modules', name), path.join(copy, 'node_modules', name))
})
test.afterAll(async () => {
  await dev?.stop()
  rmSync(copy, { recursive: true, force: true })
})

function change(name: string, from: string, to: string): void {
  const file = path.join(copy, name)
  const text = readFileSync(file, 'utf8')
  expect(text).toContain(from)
  writeFileSync(file, text.replace(from, to))
}

interface Developing {
  readonly origin: string
  /** All that the server has said. */
  said(): string
  /** Nothing needed another start. */
  isFirst(): boolean
  stop(): Promise<void>
}

/** Of this worker, from the first test on. */
let dev: Developing | undefined

/** `npm run dev`, started once: what it said is told with a failure. */
async function developing(work: (dev: Developing) => Promise<void>): Promise<void> {
  test.setTimeout(600_000)
  dev ??= await start()
  try {
    await work(dev)
    expect(dev.isFirst()).toBe(true)
  } catch (error) {
    throw new Error(`The server said:\n${dev.said()}`, { cause: error })
  }
}

async function start(): Promise<Developing> {
  const port = await freePort()
  const child = spawn(process.execPath, ['src/cli/start.mjs', '--dev'], {
    cwd: copy,
    env: { PATH: process.env['PATH'], PORT: String(port), NO_COLOR: '1' },
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (output += String(chunk)))
  return {
    origin: `http://localhost:${port}`,
    said: () => output,
    isFirst: () => child.exitCode === null && output.match(/astro\s+v[\d.]+ ready/g)?.length === 1,
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}

/** By the link that stands in the terminal, which opens once; then as in the same browser. */
async function signInAsRay(page: Page, { origin, said }: Developing): Promise<void> {
  await expect.poll(said, { timeout: 120_000 }).toContain('The address is http://localhost:')
  if (ofRay.length) {
    await page.context().addCookies(ofRay)
    await page.goto(`${origin}/learn`)
  } else {
    await page.goto(/trainee, half-way\s+(\S+)/.exec(said())?.[1] ?? '')
    await page.locator('main form button[type=submit]').click()
  }
  await expect(page.locator('h1')).toContainText('Ray', { timeout: 120_000 })
  ofRay = await page.context().cookies()
}
let ofRay: Cookie[] = []

test('an author signs in as Ray, sees a mistake with its place, mends it and sees the page renewed', async ({
  page,
}) => {
  change(LESSON, 'minutes: ', 'minuets: ')
  await developing(async (dev) => {
    await expect.poll(dev.said, { timeout: 120_000 }).toContain('there is no field minuets here')
    const overlay = page.locator('vite-error-overlay')
    await page.goto(`${dev.origin}/`)
    await expect(overlay).toContainText('there is no field minuets here')
    change(LESSON, 'minuets: ', 'minutes: ')
    await expect(page.locator('main h1')).toBeVisible({ timeout: 120_000 })
    await signInAsRay(page, dev)
    expect(readdirSync(copy)).toContain('data-dev')
    await page.goto(`${dev.origin}/learn/consent/waiting-for-consent`)
    const heading = page.locator('main h1')
    const before = await heading.innerText()

    const shown: string[] = []
    // A page that is closed meanwhile shows nothing.
    const note = (): void =>
      void heading.innerText().then(
        (text) => shown.push(text),
        () => null,
      )
    page.on('load', note)
    const said = dev.said().length
    change(LESSON, 'title: ', 'titel: ')
    await expect(overlay).toContainText(/content\/en\/consent\/waiting-for-consent\.mdx:\d+/, {
      timeout: 90_000,
    })
    await expect(overlay).toContainText('→')
    await picture(page, 'develop/mistake', { fullPage: false })
    // Two things are wrong, a title that is missing and a field that nobody knows: each is said once, and by nobody else.
    expect(dev.said()).not.toContain('does not match collection schema')
    expect(
      dev
        .said()
        .slice(said)
        .match(/error: content\/en\/consent\/waiting-for-consent\.mdx:\d/g),
    ).toEqual([
      'error: content/en/consent/waiting-for-consent.mdx:1',
      'error: content/en/consent/waiting-for-consent.mdx:2',
    ])
    // The course as it was is still there, with the mistake over it.
    await page.reload()
    await expect(heading).toHaveText(before)
    await expect(overlay).toHaveCount(1)

    shown.length = 0
    change(LESSON, `titel: ${before}`, 'title: Waiting is a skill')
    await expect(heading).toHaveText('Waiting is a skill', { timeout: 90_000 })
    change(LESSON, 'You wait until the person says yes', 'You wait as long as it takes')
    await expect(page.locator('main')).toContainText('You wait as long as it takes', {
      timeout: 90_000,
    })
    await expect(overlay).toHaveCount(0)
    // One that has no other form in which somebody may be asked.
    const ask = /id: which-note\n[\s\S]*?ask: (.+)/.exec(readFileSync(QUIZ, 'utf8'))?.[1] ?? ''
    change(QUIZ, ask, 'Who waits for whom?')
    await expect.poll(() => shown, { timeout: 90_000 }).toHaveLength(3)
    expect(new Set(shown)).toEqual(new Set(['Waiting is a skill']))
    await page.goto(`${dev.origin}/learn/consent/quiz/which-note`)
    await expect(heading).toContainText('Who waits for whom?')
    // What was typed is sent only where the server says that it takes it; there is no front door here that would.
    const ready = await page.request.get(`${dev.origin}/readyz`)
    expect(await ready.json()).toEqual({ status: 'ok' })
  })
})

const NOT_HERE = words.nothingHere
const TEA = 'content/en/consent/tea-first.mdx'
const MODULE = 'content/en/consent/module.yaml'
/** A lesson as there is one already, under another title. */
const tea = (title: string, like = LESSON): string =>
  readFileSync(like, 'utf8').replace(/^title: .*$/m, `title: ${title}`)

/** Each change compiles all content again: `npm run test:hard` takes it. */
function long(name: string, work: (given: { readonly page: Page }) => Promise<void>): void {
  if (process.env['HARD']) test(name, ({ page }) => work({ page }))
}

long('a lesson, a session and a programme come and go while it runs', async ({ page }) => {
  await developing(async (dev) => {
    await signInAsRay(page, dev)
    const heading = page.locator('main h1')
    const overlay = page.locator('vite-error-overlay')
    const open = (path: string) => page.goto(dev.origin + path)
    /** Without a step by hand: the page is loaded again when all is compiled. */
    const becomes = (text: string) => expect(heading).toHaveText(text, { timeout: 90_000 })
    const [file, kept] = [path.join(copy, TEA), path.join(copy, 'kept')]

    // Listed before it is there: one mistake, said once, with the file and what to do.
    await open('/learn/consent/waiting-for-consent')
    const before = await heading.innerText()
    let said = dev.said().length
    change(MODULE, 'lessons: [', 'lessons: [tea-first, ')
    await expect(overlay).toContainText(`${TEA}\nthe file is missing`, { timeout: 90_000 })
    expect(
      dev
        .said()
        .slice(said)
        .match(/error: content/g),
    ).toHaveLength(1)
    await expect(heading).toHaveText(before)
    writeFileSync(file, tea('Tea first'))
    await expect(overlay).toHaveCount(0, { timeout: 90_000 })
    await open('/learn/consent/tea-first')
    await becomes('Tea first')

    // Taken away while it is looked at, and back with other words.
    renameSync(file, kept)
    await expect(overlay).toContainText('the file is missing', { timeout: 90_000 })
    await becomes('Tea first')
    writeFileSync(file, tea('Tea at last'))
    await becomes('Tea at last')
    await expect(overlay).toHaveCount(0)

    // In Spanish there is only what is translated; the rest is shown in English, and says so.
    await page.locator('.language-switch button').click()
    await expect(page.locator('main [lang=en]').first()).toBeVisible()
    const spanish = path.join(copy, TEA.replace('/en/', '/es/'))
    writeFileSync(spanish, tea('Primero el té', LESSON.replace('/en/', '/es/')))
    await becomes('Primero el té')
    rmSync(spanish)
    await becomes('Tea at last')
    await page.locator('.language-switch button').click()
    await expect(page.locator('main [lang=en]')).toHaveCount(0)
    // What answered a press is sent again when it is loaded again: from here on it is looked at.
    await open('/learn/consent/tea-first')

    rmSync(file)
    change(MODULE, 'lessons: [tea-first, ', 'lessons: [')
    await becomes(NOT_HERE)

    const session = (slug: string) => path.join(copy, `content/en/practising/${slug}.yaml`)
    cpSync(session('skip-thursday'), session('skip-friday'))
    change(
      'content/en/practising/module.yaml',
      '  - skip-thursday\n',
      '  - skip-thursday\n  - skip-friday\n',
    )
    said = dev.said().length
    await expect.poll(() => dev.said().slice(said), { timeout: 90_000 }).toContain('/course/former')
    // The page that is looked at loads itself again meanwhile, which ends whatever it was opening.
    await expect(async () =>
      expect((await open('/learn/practising/skip-friday'))?.status()).toBe(200),
    ).toPass({ timeout: 30_000 })
    rmSync(session('skip-friday'))
    change('content/en/practising/module.yaml', '  - skip-friday\n', '')
    await becomes(NOT_HERE)

    const programme = (slug: string) => path.join(copy, `content/programmes/${slug}.yaml`)
    await open('/apply/form?programme=heart')
    // Each number that it says is a fact, which names it.
    const facts = path.join(copy, 'content/facts.yaml')
    const known = readFileSync(facts, 'utf8')
    const named = known.replaceAll('long-term.yaml]', 'long-term.yaml, programmes/heart.yaml]')
    cpSync(programme('long-term'), programme('heart'))
    writeFileSync(facts, named)
    await expect(page.locator('form#page-form')).toBeVisible({ timeout: 90_000 })
    rmSync(programme('heart'))
    writeFileSync(facts, known)
    await becomes(NOT_HERE)
  })
})
