/** `npm run dev` in a copy of the project: the cast, an author's mistake over the page, and the page renewed when all is compiled. */
import { expect, test } from '@playwright/test'
import { spawn } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePort } from '#tests/start-server.ts'
import { picture } from './picture.ts'

const LESSON = 'content/en/consent/waiting-for-consent.mdx'
const QUIZ = 'content/en/consent/quiz.yaml'

let copy = ''
test.beforeAll(() => {
  copy = mkdtempSync(path.join(tmpdir(), 'alongside-dev-'))
  for (const name of [
    'src',
    'db',
    'content',
    'public',
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
test.afterAll(() => rmSync(copy, { recursive: true, force: true }))

function change(name: string, from: string, to: string): void {
  const file = path.join(copy, name)
  const text = readFileSync(file, 'utf8')
  expect(text).toContain(from)
  writeFileSync(file, text.replace(from, to))
}

test('an author signs in as Ray, sees a mistake with its place, mends it and sees the page renewed', async ({
  page,
}) => {
  test.setTimeout(600_000)
  const port = await freePort()
  change(LESSON, 'minutes: ', 'minuets: ')
  const dev = spawn(process.execPath, ['src/cli/start.mjs', '--dev'], {
    cwd: copy,
    env: { PATH: process.env['PATH'], PORT: String(port), NO_COLOR: '1' },
  })
  const ended = new Promise((resolve) => dev.once('exit', resolve))
  let output = ''
  for (const stream of [dev.stdout, dev.stderr])
    stream.on('data', (chunk) => (output += String(chunk)))
  try {
    await expect
      .poll(() => output, { timeout: 120_000 })
      .toContain('there is no field minuets here')
    const overlay = page.locator('vite-error-overlay')
    await page.goto(`http://localhost:${port}/`)
    await expect(overlay).toContainText('there is no field minuets here')
    change(LESSON, 'minuets: ', 'minutes: ')
    await expect(page.locator('main h1')).toBeVisible({ timeout: 120_000 })
    await expect
      .poll(() => output, { timeout: 120_000 })
      .toContain('The address is http://localhost:')
    expect(readdirSync(copy)).toContain('data-dev')
    await page.goto(/trainee, half-way\s+(\S+)/.exec(output)?.[1] ?? '')
    await page.locator('main form button[type=submit]').click()
    await expect(page.locator('h1')).toContainText('Ray', { timeout: 120_000 })
    await page.goto(`http://localhost:${port}/learn/consent/waiting-for-consent`)
    const heading = page.locator('main h1')
    const before = await heading.innerText()

    const shown: string[] = []
    page.on('load', () => void heading.innerText().then((text) => shown.push(text)))
    const said = output.length
    change(LESSON, 'title: ', 'titel: ')
    await expect(overlay).toContainText(/content\/en\/consent\/waiting-for-consent\.mdx:\d+/, {
      timeout: 90_000,
    })
    await expect(overlay).toContainText('→')
    await picture(page, 'develop/mistake', { fullPage: false })
    // Two things are wrong, a title that is missing and a field that nobody knows: each is said once, and by nobody else.
    expect(output).not.toContain('does not match collection schema')
    expect(
      output.slice(said).match(/error: content\/en\/consent\/waiting-for-consent\.mdx:\d/g),
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
    const ask = /ask: (.+)/.exec(readFileSync(QUIZ, 'utf8'))?.[1] ?? ''
    change(QUIZ, ask, 'Who waits for whom?')
    await expect.poll(() => shown, { timeout: 90_000 }).toHaveLength(3)
    expect(new Set(shown)).toEqual(new Set(['Waiting is a skill']))
    await page.goto(`http://localhost:${port}/learn/consent/quiz`)
    await page.locator('main a.govuk-button').first().click()
    await expect(heading).toContainText('Who waits for whom?')
  } catch (error) {
    throw new Error(`The server said:\n${output}`, { cause: error })
  } finally {
    dev.kill('SIGTERM')
    await ended
  }
})
