/**
 * Every option of every question and every reply of every session in a real browser, on a phone: in English without
 * JavaScript and in Spanish with it. `npm test` takes the quiz `consent` in English and every second road of one talk
 * in Spanish; `npm run test:hard` takes all. tests/hard/every-road.test.ts reads the same over HTTP.
 */
import { expect, test as base, type Page } from '@playwright/test'
import type { Language } from '#domain/course/language.ts'
import type { Module } from '#domain/course/course.ts'
import { coveringPaths } from '#domain/practice/covering-paths.ts'
import { debriefOf, type Exchange } from '#domain/practice/road.ts'
import type { Session } from '#domain/course/session.ts'
import { formsOf, UNSURE, type Question } from '#domain/course/quiz.ts'
import type { CourseWords } from '#i18n/en/course.ts'
import { askedOn, everyWrongAnswer } from '#tests/quiz-forms.ts'
import { signInAs, startDemo, type DemoServer } from './demo-server.ts'
import { courseOf, wordsIn } from './people.ts'
import { pressAndArrive as press, sendInPage } from './press.ts'
import { oneOf } from '#tests/runs.ts'

const HARD = Boolean(process.env['HARD'])

/** Trainees of the demo who may open everything. */
const WHO: Record<Language, string> = { en: 'marcus', es: 'luz' }

/** One server for each worker, and in it one signed-in trainee for each language. */
const test = base.extend<object, { demo: DemoServer; walkers: Record<Language, Page> }>({
  demo: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from the pattern
    async ({}, use) => {
      const server = await startDemo()
      await use(server)
      await server.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  walkers: [
    async ({ demo, browser }, use) => {
      const walker = async (language: Language): Promise<Page> => {
        const context = await browser.newContext({
          javaScriptEnabled: language === 'es',
          viewport: { width: 390, height: 844 },
        })
        const page = await context.newPage()
        await signInAs(page, demo, WHO[language])
        return page
      }
      await use({ en: await walker('en'), es: await walker('es') })
    },
    { scope: 'worker', timeout: 120_000 },
  ],
})

for (const { language } of oneOf('en', [{ language: 'en' }, { language: 'es' }] as const)) {
  const course = courseOf(language)
  const words = wordsIn(language).course

  for (const module of quizzesOf(course.modules, language)) {
    const questions = module.quiz?.questions ?? []
    const count = questions.flatMap(formsOf).flatMap(({ options }) => [...options, UNSURE]).length
    test(`${language}: all ${count} answers of the quiz ${module.slug}`, async ({
      demo,
      walkers,
    }) => {
      test.setTimeout(20_000 + count * 6_000)
      const page = walkers[language]
      await page.goto(`${demo.origin}/learn/${module.slug}/quiz`)
      await page.locator('main a.govuk-button').click()
      const given = { count: 0 }
      for (const question of questions) await everyAnswer(page, question, words, given)
      await expect(page.locator('main h1')).toHaveText(words.notYet)
    })
  }

  for (const session of sessionsOf(course.modules, language)) {
    const roads = coveringPaths(session).filter((_, index) => HARD || index % 2 === 1)
    const replies = new Set(roads.flat().map(({ reply }) => reply)).size
    test(`${language}: ${roads.length} roads with ${replies} replies of ${session.slug}`, async ({
      demo,
      walkers,
    }) => {
      test.setTimeout(20_000 + roads.flat().length * 4_000)
      for (const [nth, road] of roads.entries())
        await walk(walkers[language], demo, session, road, words, nth > 0)
    })
  }
}

function quizzesOf(modules: readonly Module[], language: Language): readonly Module[] {
  if (HARD) return modules.filter(({ quiz }) => quiz)
  return language === 'en' ? modules.filter(({ slug }) => slug === 'consent') : []
}

function sessionsOf(modules: readonly Module[], language: Language): readonly Session[] {
  const sessions = modules.flatMap((module) => module.sessions)
  if (HARD) return sessions
  return language === 'es' ? sessions.filter(({ slug }) => slug === 'rough-nurse') : []
}

/** So many answers of a quiz, and the first road of a talk, are given by hand; after them the page does it. */
const BY_HAND = 6

interface Shown {
  readonly heading: string
  readonly feedback: string
  readonly said: string
  readonly better: readonly string[]
}

/** Runs in the page. */
const shownIn = (): Shown => {
  const textOf = (one: Element | null): string =>
    one?.textContent.replaceAll(/\s+/g, ' ').trim() ?? ''
  return {
    heading: textOf(document.querySelector('main h1')),
    feedback: textOf(document.querySelector('#feedback')),
    said: textOf(document.querySelector('.feedback')),
    better: [...document.querySelectorAll('.feedback .better-line')].map(textOf),
  }
}

const single = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

async function everyAnswer(
  page: Page,
  question: Question,
  words: CourseWords,
  given: { count: number },
): Promise<void> {
  const nextAnswer = everyWrongAnswer(question)
  for (;;) {
    const asked = await askedOn(page, question)
    const { isRight, options } = nextAnswer(asked)
    const isUnsure = options[0] === UNSURE
    const byHand = given.count++ < BY_HAND
    expect((await page.evaluate(shownIn)).heading).toContain(single(asked.ask))
    const inputs = options.map((id) => `main input[name=option][value="${id}"]`)
    if (byHand) {
      for (const input of inputs) await page.locator(input).check()
      await press(page, page.locator('button[value=answer]'))
    } else await sendInPage(page, inputs, 'button[value=answer]')
    const shown = await page.evaluate(shownIn)
    expect(shown.feedback).toBe(
      isRight
        ? words.right
        : isUnsure
          ? words.unsureHeading
          : asked.options.some(({ id, right }) => right && options.includes(id))
            ? words.partlyRight
            : words.notQuite,
    )
    const feedback = isUnsure
      ? [asked.unsure]
      : asked.options.filter(({ id }) => options.includes(id)).map((option) => option.feedback)
    for (const text of feedback) expect(shown.said).toContain(single(text))
    expect(shown.better).toEqual(asked.better ? [single(asked.better)] : [])
    // What is right has led on to the next question, or to the result.
    if (isRight) return
    if (byHand) await press(page, page.getByRole('button', { name: words.tryAgain }))
    else await sendInPage(page, [], 'main a.govuk-button[href$="&again=1"]:not([href*="after="])')
  }
}

async function walk(
  page: Page,
  demo: DemoServer,
  session: Session,
  path: readonly Exchange[],
  words: CourseWords,
  inPage: boolean,
): Promise<void> {
  await page.goto(`${demo.origin}/learn/${session.id}`)
  await press(page, page.locator('button[value=start]'))
  for (const [index, { turn, reply }] of path.entries()) {
    const before = path[index - 1]?.reply
    const lines = page.locator('.transcript > .line')
    await expect(page.locator('.transcript > .line').last()).toContainText(turn.says.trim())
    if (before) await expect(lines.filter({ hasText: before.consequence })).not.toHaveCount(0)
    await expect(page.locator('legend')).toHaveText(
      before?.way.kind === 'repair' ? words.mendIt : words.whatDoYouSay,
    )
    const input = `input[name=reply][value="${reply.id}"]`
    if (inPage) await sendInPage(page, [input], 'button[value=say]')
    else {
      await page.locator(input).check()
      await press(page, page.locator('button[value=say]'))
    }
  }
  await expect(page).toHaveURL(/\/debrief/)
  const lines = debriefOf(path)
  const verdicts = page.locator('.verdict')
  // Why and better are said once, at the first principle that a reply missed.
  const told = new Set<Exchange['reply']>()
  await expect(verdicts).toHaveCount(lines.length)
  for (const [index, line] of lines.entries()) {
    const card = verdicts.nth(index)
    await expect(card.locator('h3')).toContainText(words.principles[line.principle])
    await expect(card.locator('.verdict__word')).toHaveText(words.verdicts[line.verdict])
    const first = line.exchanges.filter(({ reply }) => line.verdict !== 'kept' && !told.has(reply))
    for (const { reply } of first) told.add(reply)
    const better = first.map(({ reply }) => reply.better ?? '')
    await expect(card.locator('.better-line')).toHaveText(better)
  }
}
