/**
 * A trainee's journey in engines that Playwright does not drive as people have them: Firefox ESR and WebKitGTK, both from
 * Debian's packages (tests/engines). An engine that is not here is a skipped test, and the reason is printed.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeDatabase, openDatabase } from '#db/client.ts'
import { LANGUAGES } from '#domain/course/language.ts'
import { wordsIn } from '#i18n/words.ts'
import { kept as keptEn } from '#i18n/en/kept.ts'
import { kept as keptEs } from '#i18n/es/kept.ts'
import { offline as offlineEn } from '#i18n/en/offline.ts'
import { offline as offlineEs } from '#i18n/es/offline.ts'
import { courseOf } from '#tests/built-course.ts'
import { makeCast, PASSWORD } from '#tests/cast.ts'
import { named, pressAndGo, sees, until, type Engine } from '#tests/engines/engine.ts'
import { firefox } from '#tests/engines/firefox.ts'
import { webkit } from '#tests/engines/webkit.ts'
import { freePort, startServer, type StartedServer } from '#tests/start-server.ts'

/** Somebody who reads in each language. */
const READERS = { en: 'ray', es: 'luz' } as const
const ENGINES = { Firefox: firefox(), WebKitGTK: webkit() }

const LESSON = '/learn/consent/waiting-for-consent'
const PROMISE = '/learn/consent/a-promise-i-can-keep'
const kept = { en: keptEn, es: keptEs }
const shells = { en: offlineEn.shell, es: offlineEs.shell }

for (const name of ['Firefox', 'WebKitGTK'] as const) {
  const found = ENGINES[name]
  if ('missing' in found) console.log(`Skipped: ${name}: ${found.missing}.`)
  describe.skipIf('missing' in found).each(LANGUAGES)(`${name}, %s`, (language) => {
    let engine: Engine
    let dataDir: string
    let port: number
    let server: StartedServer
    const who = READERS[language]
    const words = wordsIn(language)
    const course = courseOf(language)
    const go = (to: string): Promise<void> => engine.go(server.origin + to)

    const start = async (): Promise<void> => void (server = await startServer({ dataDir, port }))

    beforeAll(async () => {
      if ('missing' in found) return
      dataDir = mkdtempSync(path.join(tmpdir(), 'alongside-engines-'))
      const url = `file:${path.join(dataDir, 'alongside.db')}`
      await openDatabase({ url, authToken: undefined, dataDir })
      await makeCast(Date.now())
      await closeDatabase()
      port = await freePort()
      await start()
      engine = await found.start()
      console.log(`Runs: ${engine.version}, ${language}`)
    })
    afterAll(async () => {
      await engine?.end()
      await server?.stop()
      if (dataDir) rmSync(dataDir, { recursive: true, force: true })
    })

    /** @param names what stands on it, of which one is there */
    const press = async (...names: readonly string[]): Promise<void> =>
      pressAndGo(engine, await named(engine, ...names))

    test('signs in with a name and a password', async () => {
      await go('/sign-in?way=password')
      await engine.type('#name', who)
      await engine.type('#password', PASSWORD)
      await pressAndGo(engine, 'form:has(#password) button[type=submit]')
      expect(new URL(await engine.url()).pathname).toBe('/learn')
      await sees(engine, words.learn.tasks)
    })

    test('reads a lesson to its end, part by part', async () => {
      const { next, haveRead } = words.course
      const isLast =
        "return [...document.querySelectorAll('main button')].some((one) => one.offsetParent && one.innerText === arguments[0])"
      await go(LESSON)
      let parts = 1
      for (; !(await engine.run<boolean>(isLast, haveRead)) && parts < 9; parts++) await press(next)
      expect(parts).toBeGreaterThan(1)
      await press(haveRead)
      await go('/learn')
      const state = await engine.run(
        `return document.querySelector('a.task__name[href^="${LESSON}"]').closest('li').textContent`,
      )
      expect(state).toContain(words.learn.statuses.done)
    })

    test('answers a quiz by pressing, to its result', async () => {
      const t = words.course
      const module = course.modules.find(({ slug }) => slug === 'consent')
      const questions = module?.quiz?.questions ?? []
      expect(questions.length).toBeGreaterThan(3)
      await go(`/learn/${questions[0]?.id}`)
      for (const question of questions) {
        await sees(engine, question.ask)
        for (const { id } of question.options.filter(({ right }) => right))
          await engine.press(`input[value="${id}"] + label`)
        await press(t.answer)
        // What is right leads on, and says so above what comes next.
        await sees(engine, t.right)
      }
      await sees(engine, t.youKnow)
      expect(new URL(await engine.url()).pathname).toBe('/learn/consent/quiz/result')
    })

    test('keeps what was typed while nobody is there, in a new page too, and sends it once', async () => {
      const t = kept[language]
      const sentence = `I wait for a yes. ${who}`
      await go(PROMISE)
      await sees(engine, t.keeps(t.device))
      await engine.type('main textarea', sentence)
      await until(
        engine,
        'what is typed to lie on the device',
        "return Object.keys(localStorage).some((key) => key.startsWith('typed:'))",
      )
      expect(await engine.run('return JSON.stringify(localStorage)')).not.toContain(
        'wait for a yes',
      )
      await engine.newPage()
      await go(PROMISE)
      await sees(engine, t.back(t.device))
      expect(await engine.run("return document.querySelector('main textarea').value")).toBe(
        sentence,
      )
      await server.kill()
      await engine.press('#page-form button[type=submit]')
      await sees(engine, t.waits(t.device))
      await start()
      await engine.press(await named(engine, t.sendNow))
      await until(
        engine,
        'nothing to be left on the device',
        "return !Object.keys(localStorage).some((key) => key.startsWith('typed:'))",
      )
      await go(PROMISE)
      expect(
        await engine.run<string>(
          "return document.querySelector('main').innerText + document.querySelector('main textarea')?.value",
        ),
      ).toContain(sentence)
    })

    test('shows our own page for any address while nobody is there, and names nobody', async () => {
      const t = shells[language]
      await go('/learn')
      await until(
        engine,
        'the worker to look after this device',
        'return navigator.serviceWorker.controller',
      )
      await server.kill()
      for (const address of ['/record', '/nothing-here']) {
        await go(address)
        await sees(engine, t.title)
        await sees(engine, '988')
        const text = await engine.run<string>('return document.body.innerText')
        expect(text.toLowerCase()).not.toContain(who)
      }
      await start()
      await go('/record')
      await sees(engine, words.learn.recordTitle)
    })
  })
}
