/** The second step of staff from the first start on: set up, asked for, lost, given back, and never skipped. */
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test, type Browser, type Page } from '@playwright/test'
import { oneOf } from '#tests/runs.ts'
import type { Language } from '#domain/course/language.ts'
import { codeOf, stepAt } from '#server/access/one-time-code.ts'
import type { StartedServer } from '#tests/start-server.ts'
import { lentServer } from '#tests/lent-server.ts'
import { invite, join, PASSWORD, wordsIn } from './people.ts'
import { pressAndArrive } from './press.ts'
import { violationsOf } from './violations.ts'
import { deviceOf } from './virtual-device.ts'

interface Way {
  readonly server: StartedServer
  readonly language: Language
  readonly t: ReturnType<typeof wordsIn>
}

const NEW_PASSWORD = 'nine slow rivers'

for (const { language, width } of oneOf('es', [
  { language: 'en', width: 1280 },
  { language: 'es', width: 390 },
] as const))
  test(`set up, lost and given back, ${language}, ${width} px`, async ({ browser }) => {
    test.setTimeout(180_000)
    const server = await lentServer()
    const way: Way = { server, language, t: wordsIn(language) }
    try {
      const ana = await openPage(browser, way, width)
      const carla = await openPage(browser, way, width)
      await deviceOf(ana)
      await join(ana, server.setupLink ?? '', { name: 'Ana', signInName: 'ana', language })
      const codes = await setUpPasskey(ana, way)

      const link = await invite(ana, `${server.origin}/manage/invite`, {
        name: 'Carla',
        programme: 'kidney',
        language,
      })
      await join(carla, link, { name: 'Carla', signInName: 'carla', language })
      await expect(carla.locator('h1')).toHaveText(way.t.coordinate.title)
      const app = await setUpApp(carla, way)
      await leave(carla, way)
      await signIn(carla, way, 'carla', PASSWORD)
      await typeCode(carla, way, codeOf(app.key, app.step + 1))
      await expect(carla.locator('h1')).toHaveText(way.t.coordinate.title)

      // Phone and paper are lost, and the password is forgotten.
      await leave(carla, way)
      const reset = await giveBack(ana, way)
      await carla.goto(reset)
      await carla.locator('input[name=password]').fill(NEW_PASSWORD)
      await pressAndArrive(carla, carla.locator('#page-form button[type=submit]').first())
      await expect(carla.locator('h1')).toHaveText(way.t.coordinate.title)
      await expect(carla.getByText(way.t.factor.told.title)).toBeVisible()
      expect(await violationsOf(carla)).toEqual([])
      await deviceOf(carla)
      await carla.getByRole('link', { name: way.t.factor.notice.do }).click()
      await setUpPasskey(carla, way)
      await leave(carla, way)
      await carla.goto(`${server.origin}/sign-in?to=%2Fcoordinate%2Fregister`)
      await carla.getByRole('button', { name: way.t.passkeys.enter }).click()
      await expect(carla).toHaveURL(/\/coordinate\/register/)

      // The administrator's own way back, once: in both languages over HTTP (tests/pages/way-back.test.ts).
      if (language === 'es') await recover(await openPage(browser, way, width), way, codes)
    } finally {
      await server.stop()
    }
  })

function openPage(browser: Browser, { language }: Way, width: number): Promise<Page> {
  return browser.newPage({
    viewport: { width, height: 900 },
    locale: language === 'es' ? 'es-US' : 'en-US',
  })
}

const headline = (page: Page, words: string): Promise<void> =>
  expect(page.locator('h1')).toHaveText(words)

/** On /ways-in/factor. @returns the recovery codes */
async function setUpPasskey(page: Page, { t }: Way): Promise<readonly string[]> {
  await headline(page, t.factor.title)
  await page.getByRole('link', { name: t.factor.passkey.do }).click()
  await headline(page, t.passkeys.add)
  await page.getByRole('button', { name: t.passkeys.addDo }).click()
  await expect(page.getByText(t.factor.saved.passkey)).toBeVisible()
  await pressAndArrive(page, page.getByRole('button', { name: t.factor.codes.make, exact: true }))
  await headline(page, t.factor.codes.madeTitle)
  expect(await violationsOf(page)).toEqual([])
  const codes = await page.locator('main code').allTextContents()
  expect(codes).toHaveLength(10)
  await page.getByRole('button', { name: t.factor.codes.done }).click()
  return codes
}

/** @returns the key that the app holds, and the half minute whose code was used */
async function setUpApp(page: Page, { t, server }: Way): Promise<{ key: string; step: number }> {
  await page.getByRole('link', { name: t.factor.notice.do }).click()
  await headline(page, t.factor.title)
  await page.getByRole('link', { name: t.factor.app.do }).click()
  await headline(page, t.factor.app.title)
  await page.getByText(t.factor.app.byHand).click()
  const key = (await page.locator('#app-key').innerText()).replace(/\s/g, '')
  await page.locator('input[name=code]').fill('000000')
  await pressAndArrive(page, page.getByRole('button', { name: t.factor.app.act }))
  await expect(page.locator('.govuk-error-summary')).toContainText(t.factor.problems.wrong)
  expect((await page.locator('#app-key').textContent())?.replace(/\s/g, '')).toBe(key)
  const step = stepAt(Date.now())
  await page.locator('input[name=code]').fill(codeOf(key, step))
  await pressAndArrive(page, page.getByRole('button', { name: t.factor.app.act }))
  await headline(page, t.factor.codes.madeTitle)
  await page.goto(`${server.origin}/coordinate`)
  return { key, step }
}

async function leave(page: Page, { t }: Way): Promise<void> {
  await page.getByRole('button', { name: t.common.signOut }).click()
  await expect(page.getByRole('link', { name: t.common.signIn }).first()).toBeVisible()
}

async function signIn(page: Page, way: Way, name: string, password: string): Promise<void> {
  await page.goto(`${way.server.origin}/sign-in?way=password`)
  await page.locator('input[name=name]').fill(name)
  await page.locator('input[name=password]').fill(password)
  await page.locator('main form button[type=submit]').click()
  await headline(page, way.t.factor.step.title)
  expect(await violationsOf(page)).toEqual([])
}

async function typeCode(page: Page, { t }: Way, code: string): Promise<void> {
  await page.locator('input[name=factor]').fill(code)
  await pressAndArrive(page, page.getByRole('button', { name: t.factor.step.do }))
}

/** Ten minutes later: Ana shows her passkey where the forms stand. @returns the link to a new password */
async function giveBack(ana: Page, way: Way): Promise<string> {
  const { t, server } = way
  longAgo(server)
  await ana.goto(`${server.origin}/manage/accounts`)
  await ana.getByRole('link', { name: 'Carla' }).click()
  await headline(ana, 'Carla')
  const takeAway = ana.locator('form', {
    has: ana.getByRole('button', { name: t.factor.reset.do }),
  })
  await takeAway.getByRole('button', { name: t.factor.proof.passkey }).click()
  await expect(ana.getByRole('status').first()).toBeVisible()
  await expect(ana.getByText(t.factor.reset.none)).toBeVisible()
  longAgo(server)
  await ana.reload()
  const forLink = ana.locator('form', {
    has: ana.getByRole('button', { name: t.factor.reset.link }),
  })
  await forLink.getByRole('button', { name: t.factor.proof.passkey }).click()
  await headline(ana, t.factor.reset.linkTitle)
  expect(await violationsOf(ana)).toEqual([])
  return ana.locator('#link').inputValue()
}

function longAgo(server: StartedServer): void {
  const database = new DatabaseSync(path.join(server.dataDir, 'alongside.db'), { timeout: 5000 })
  // The roles too: whoever got one after the sign-in is asked to sign in anew.
  database.prepare('UPDATE roles SET created_at = created_at - 3600000').run()
  database.prepare('UPDATE sessions SET authenticated_at = ?').run(Date.now() - 600_000)
  database.close()
}

/** Ana at a computer that knows nothing of her: neither password nor passkey, but the paper. */
async function recover(page: Page, way: Way, codes: readonly string[]): Promise<void> {
  const { t, server } = way
  const [first = '', second = '', third = ''] = codes
  await page.goto(`${server.origin}/sign-in?way=password`)
  await page.getByText(t.ways.cannot).click()
  await page.getByRole('link', { name: t.factor.recover.link }).click()
  await headline(page, t.factor.recover.title)
  const send = async (one: string, other: string): Promise<void> => {
    await page.locator('input[name=name]').fill('ana')
    await page.locator('input[name=first]').fill(one)
    await page.locator('input[name=second]').fill(other)
    await pressAndArrive(page, page.getByRole('button', { name: t.factor.recover.do }))
  }
  await send(first, first)
  await expect(page.locator('.govuk-error-summary')).toContainText(t.factor.recover.wrong)
  await send(first, second.toLowerCase())
  await page.locator('input[name=password]').fill(NEW_PASSWORD)
  await pressAndArrive(page, page.locator('#page-form button[type=submit]').first())
  // The second step is not skipped by it.
  await headline(page, t.factor.step.title)
  await typeCode(page, way, second)
  await expect(page.locator('.govuk-error-summary')).toContainText(t.factor.problems.used)
  await typeCode(page, way, third)
  await headline(page, t.manage.title)
  await page.goto(`${server.origin}/ways-in/factor`)
  await expect(page.getByText(t.factor.state.left(7))).toBeVisible()
}
