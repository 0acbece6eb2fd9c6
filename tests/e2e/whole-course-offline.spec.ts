/**
 * The whole course without a connection, in one go: saved on a phone of one's own, done from the first lesson to the last
 * debrief, then sent. What is there then is what the verbs make of the same with a connection. `npm test` takes it in
 * English, `npm run test:hard` in Spanish too; tests/hard/other-engines.test.ts does it in Firefox.
 */
import { expect, test, type Page } from '@playwright/test'
import path from 'node:path'
import { closeDatabase, openDatabase } from '#db/client.ts'
import { findBySignInName, findPerson } from '#db/people.ts'
import { LANGUAGES, type Language } from '#domain/course/language.ts'
import { offline as en } from '#i18n/en/offline.ts'
import { offline as es } from '#i18n/es/offline.ts'
import { stepsOnTheWay } from '#tests/built-course.ts'
import { startServer } from '#tests/start-server.ts'
import { twoTrainees } from '#tests/visitor.ts'
import { doByVerbs, recordOf } from '#tests/whole-course-by-verbs.ts'
import { doCourse, type Hands } from '#tests/whole-course.ts'
import { courseOf, signIn } from './people.ts'
import { isReady, stored } from './saved-device.ts'

const HARD = Boolean(process.env['HARD'])
const NAMES: Record<Language, string> = { en: 'rosa.en', es: 'luz.es' }
const OTHER: Record<Language, Language> = { en: 'es', es: 'en' }
const save = { en: en.save, es: es.save }

for (const language of HARD ? LANGUAGES : (['en'] as const))
  test(`${language}: the whole course without a connection in one go is the same record with us as online`, async ({
    browser,
  }) => {
    test.setTimeout(300_000)
    const course = courseOf(language)
    const server = await startServer()
    await twoTrainees(server.origin, server.setupLink)
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      screen: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    })
    const page = await context.newPage()
    page.setDefaultTimeout(15_000)
    await signIn(page, server.origin, NAMES[language])
    await isReady(page)
    await page.goto(`${server.origin}/learn/saved`)
    await page.locator('[data-save-whole]').click()
    await expect(page.locator('[data-status]')).toHaveText(save[language].outcomes.kept)
    await context.setOffline(true)
    await page.goto(`${server.origin}/saved#/`)
    await expect(page.locator('[data-carry-on]')).toBeVisible()

    const hands: Hands = {
      run: (body, ...args) =>
        page.evaluate(`(function () { ${body} }).apply(null, ${JSON.stringify(args)})`),
      press: pressing(page),
      type: (selector, text) => page.locator(selector).fill(text),
    }
    const begun = Date.now()
    const acts = await doCourse(hands, course)
    for (const { kind, item } of stepsOnTheWay(course))
      expect(acts.some((act) => Object.values(act).some((one) => isOf(one, item.id)), kind)).toBe(
        true,
      )
    const waiting = await stored<{ state: string }>(page, 'queue')
    expect(waiting.length).toBeGreaterThanOrEqual(acts.length)
    expect(waiting.map(({ state }) => state)).toEqual(waiting.map(() => 'waits'))

    await context.setOffline(false)
    await expect.poll(() => stored(page, 'queue'), { timeout: 60_000 }).toEqual([])
    await page.goto(`${server.origin}/learn`)
    await expect(page.locator('[data-task-state=done], .status--done').first()).toBeVisible()
    await context.close()
    await server.kill()

    // Somebody else, with a connection: the verbs of the same pages, in the same order.
    const { dataDir } = server
    const file = path.join(dataDir, 'alongside.db')
    await openDatabase({ url: `file:${file}`, authToken: undefined, dataDir })
    const personNamed = async (name: string) => {
      const person = await findPerson((await findBySignInName(name))?.id ?? '')
      if (!person) throw new Error(`nobody is called ${name}`)
      return person
    }
    const away = await personNamed(NAMES[language])
    const online = await personNamed(NAMES[OTHER[language]])
    await doByVerbs(online, course, acts, begun)
    await closeDatabase()
    const [theirs, there] = [await recordOf(file, away.id), await recordOf(file, online.id)]
    expect(theirs.records.length).toBeGreaterThan(300)
    expect(theirs).toEqual(there)
  })

/** Where it stands and what lies over it is asked of the first few of each kind: to ask it took half of the whole journey. */
const BY_HAND = HARD ? Infinity : 12

function pressing(page: Page): Hands['press'] {
  const pressed = new Map<string, number>()
  return async (selector) => {
    const kind = selector.replaceAll(/"[^"]*"/g, '')
    const times = (pressed.get(kind) ?? 0) + 1
    pressed.set(kind, times)
    if (times <= BY_HAND) await page.locator(selector).first().click()
    else await page.evaluate((one) => document.querySelector<HTMLElement>(one)?.click(), selector)
  }
}

const isOf = (value: unknown, id: string): boolean =>
  typeof value === 'string' && (value === id || value.startsWith(`${id}/`))
