/**
 * A sample of tests/hard/every-road.test.ts in a real browser, on a phone: every option of two quizzes and every
 * reply of one session, one half in English without JavaScript and the other in Spanish with it.
 * `npm test` takes the quiz in English and the talk in Spanish; `npm run test:hard` takes both in both.
 */
import { expect, test, type Page } from '@playwright/test'
import { findModule } from '#domain/course/course.ts'
import { coveringPaths } from '#domain/practice/covering-paths.ts'
import { debriefOf, type Exchange } from '#domain/practice/road.ts'
import type { Session } from '#domain/practice/session.ts'
import { UNSURE, type Question } from '#domain/quiz/quiz.ts'
import type { CourseWords } from '#i18n/en/course.ts'
import { signInAs, startDemo, type DemoServer } from './demo-server.ts'
import { courseOf, wordsIn } from './people.ts'

const SESSION = 'rough-nurse'
const HARD = Boolean(process.env['HARD'])

let server: DemoServer
test.beforeAll(async () => {
  test.setTimeout(120_000)
  server = await startDemo()
})
test.afterAll(async () => {
  await server.stop()
})

for (const { language, who, javaScriptEnabled, module, half } of [
  { language: 'en', who: 'marcus', javaScriptEnabled: false, module: 'consent', half: 0 },
  { language: 'es', who: 'luz', javaScriptEnabled: true, module: 'safety', half: 1 },
] as const) {
  test.describe(`${language}, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled, viewport: { width: 390, height: 844 } })
    const course = courseOf(language)
    const words = wordsIn(language).course

    const quiz = async ({ page }: { page: Page }): Promise<void> => {
      test.setTimeout(240_000)
      await signInAs(page, server, who)
      await page.goto(`${server.origin}/learn/${module}/quiz`)
      await page.locator('main a.govuk-button').click()
      for (const question of findModule(course, module)?.quiz?.questions ?? [])
        await everyOption(page, question, words)
      await expect(page.locator('main h1')).toHaveText(words.notYet)
    }

    const talk = async ({ page }: { page: Page }): Promise<void> => {
      test.setTimeout(300_000)
      const session = course.modules
        .flatMap(({ sessions }) => sessions)
        .find((one) => one.slug === SESSION)
      if (!session) throw new Error(`no session ${SESSION}`)
      await signInAs(page, server, who)
      const roads = coveringPaths(session).filter((_, index) => index % 2 === half)
      for (const road of roads) await walk(page, session, road, words)
    }

    if (HARD || language === 'en') test(`every option of the quiz ${module}`, quiz)
    if (HARD || language === 'es') test(`every second road of ${SESSION}`, talk)
  })
}

/** Wrong ones first, then "I am not sure", then the right one, which leads on. */
async function everyOption(page: Page, question: Question, words: CourseWords): Promise<void> {
  const right = question.options.filter((option) => option.right).map(({ id }) => id)
  const wrong = question.options.filter((option) => !option.right).map(({ id }) => [id])
  for (const options of [...wrong, [UNSURE], right]) {
    await expect(page.locator('main h1')).toContainText(question.ask)
    for (const id of options) await page.locator(`input[name=option][value="${id}"]`).check()
    await page.locator('button[value=answer]').click()
    const isUnsure = options[0] === UNSURE
    await expect(page.locator('#feedback')).toHaveText(
      options === right ? words.right : isUnsure ? words.unsureHeading : words.notQuite,
    )
    const feedback = isUnsure
      ? [question.unsure]
      : question.options.filter(({ id }) => options.includes(id)).map((option) => option.feedback)
    for (const text of feedback) await expect(page.locator('.feedback')).toContainText(text)
    await expect(page.locator('.feedback .better-line')).toHaveText(
      question.better ? [question.better] : [],
    )
    const next =
      options === right
        ? page.locator('main a.govuk-button').first()
        : page.getByRole('button', { name: words.tryAgain })
    await next.click()
  }
}

async function walk(
  page: Page,
  session: Session,
  path: readonly Exchange[],
  words: CourseWords,
): Promise<void> {
  await page.goto(`${server.origin}/learn/${session.id}`)
  await page.locator('button[value=start]').click()
  for (const [index, { turn, reply }] of path.entries()) {
    const before = path[index - 1]?.reply
    const lines = page.locator('.transcript > .line')
    await expect(page.locator('.transcript > .line').last()).toContainText(turn.says.trim())
    if (before) await expect(lines.filter({ hasText: before.consequence })).not.toHaveCount(0)
    await expect(page.locator('legend')).toHaveText(
      before?.way.kind === 'repair' ? words.mendIt : words.whatDoYouSay,
    )
    await page.locator(`input[name=reply][value="${reply.id}"]`).check()
    await page.locator('button[value=say]').click()
  }
  await expect(page).toHaveURL(/\/debrief/)
  const verdicts = page.locator('.verdict')
  for (const [index, line] of debriefOf(path).entries()) {
    const card = verdicts.nth(index)
    await expect(card.locator('h3')).toContainText(words.principles[line.principle])
    await expect(card.locator('.verdict__word')).toHaveText(words.verdicts[line.verdict])
    const better = line.exchanges.flatMap(({ reply }) =>
      line.verdict === 'kept' ? [] : [reply.better ?? ''],
    )
    await expect(card.locator('.better-line')).toHaveText(better)
  }
}
