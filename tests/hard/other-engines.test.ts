/**
 * A trainee's journey in engines that Playwright does not drive as people have them: Firefox ESR and WebKitGTK, both from
 * Debian's packages (tests/engines). An engine that is not here is a skipped test, and the reason is printed.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createClient } from '@libsql/client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeDatabase, openDatabase } from '#db/client.ts'
import { LANGUAGES } from '#domain/course/language.ts'
import { isRequired } from '#domain/learning/steps.ts'
import { wordsIn } from '#i18n/words.ts'
import { kept as keptEn } from '#i18n/en/kept.ts'
import { kept as keptEs } from '#i18n/es/kept.ts'
import { offline as offlineEn } from '#i18n/en/offline.ts'
import { offline as offlineEs } from '#i18n/es/offline.ts'
import { asWritten, UNSURE } from '#domain/course/quiz.ts'
import { rightOf } from '#tests/quiz-forms.ts'
import { courseOf, stepsOnTheWay } from '#tests/built-course.ts'
import { makeCast, PASSWORD } from '#tests/cast.ts'
import { named, pressAndGo, sees, until, type Engine } from '#tests/engines/engine.ts'
import { firefox } from '#tests/engines/firefox.ts'
import { webkit } from '#tests/engines/webkit.ts'
import { choose, doCourse } from '#tests/whole-course.ts'
import { freePort, startServer, type StartedServer } from '#tests/start-server.ts'

/** Somebody who reads in each language. */
const READERS = { en: 'ray', es: 'luz' } as const
const ENGINES = { Firefox: firefox(), WebKitGTK: webkit() }

const LESSON = '/learn/consent/waiting-for-consent'
const PROMISE = '/learn/consent/a-promise-i-can-keep'
const kept = { en: keptEn, es: keptEs }
/** Scripts of the page: how many steps wait, and whether every module is saved. */
const WAITING =
  "Number(Object.entries(localStorage).find(([key]) => key.startsWith('queue:'))?.[1] ?? 0)"
const READY = "return document.querySelector('[data-keeps]:not([hidden])')"
const SAVED = "document.querySelector('[data-save-whole]').hidden"
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

    const saveCourse = async (): Promise<void> => {
      await go('/learn/saved')
      await until(engine, 'the page to know what is saved', READY)
      if (!(await engine.run<boolean>(`return ${SAVED}`))) await engine.press('[data-save-whole]')
      await until(engine, 'the course to be saved', `return ${SAVED}`)
    }

    /** Once more where a driver that is faster than a hand made a double click of it. */
    const pressUntil = async (selector: string, body: string): Promise<void> => {
      await engine.press(selector)
      await new Promise((resolve) => setTimeout(resolve, 600))
      if (!(await engine.run<boolean>(body))) await engine.press(selector).catch(() => undefined)
      await until(engine, `what comes of ${selector}`, body)
    }

    /** All that waited on the device. */
    const sent = async (): Promise<void> => {
      await until(engine, 'a button that sends', "return document.querySelector('[data-send]')")
      await engine.press('[data-send]')
      await until(engine, 'nothing to wait on the device', `return (${WAITING}) === 0`)
    }

    /** How many records of this kind came from a device, and how many different ones. */
    const arrived = async (kind: string): Promise<unknown[]> => {
      const client = createClient({ url: `file:${path.join(dataDir, 'alongside.db')}` })
      const { rows } = await client.execute({
        sql: "SELECT count(*), count(DISTINCT id) FROM records WHERE source = 'queue' AND kind = ?",
        args: [kind],
      })
      client.close()
      return Object.values(rows[0] ?? {}).slice(0, 2)
    }

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
        const form = await engine.run(
          "return document.querySelector('main input[name=form]').value",
        )
        const asked = asWritten(question, String(form))
        await sees(engine, asked.ask)
        for (const id of rightOf(asked)) await choose(engine, id)
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

    test('keeps 50 answers while nobody is there, over a reload and a new page, and each arrives once', async () => {
      const [question] =
        course.modules.find(({ slug }) => slug === 'consent')?.quiz?.questions ?? []
      await saveCourse()
      await server.kill()
      await go('/saved#/')
      for (let n = 1; n <= 50; n++) {
        await engine.run('location.hash = arguments[0]', `#/${question?.id}/again`)
        await until(
          engine,
          'the question',
          "return document.querySelector('main input[name=option]')",
        )
        await choose(engine, UNSURE)
        await pressUntil('main button[value=answer]', `return (${WAITING}) === ${n}`)
        if (n === 20) {
          await engine.run("document.documentElement.dataset.before = ''; location.reload()")
          await until(
            engine,
            'the page once more',
            "return document.documentElement.dataset.before === undefined && document.querySelector('main h1')",
          )
        }
        if (n === 35) {
          await engine.newPage()
          await go('/saved#/')
        }
      }
      await start()
      await sent()
      expect(await arrived('question-answered')).toEqual([50, 50])
    })

    // It takes minutes: in one engine, in one language.
    if (name === 'Firefox' && language === 'en')
      test('does the whole course while nobody is there, and all of it arrives', async () => {
        await saveCourse()
        await server.kill()
        await go('/saved#/')
        const acts = await doCourse(engine, course)
        expect(acts.length).toBeGreaterThan(250)
        await start()
        await sent()
        await go('/learn')
        const { length } = stepsOnTheWay(course).filter(isRequired)
        await sees(engine, words.learn.doneOf(length, length))
      })
  })
}
