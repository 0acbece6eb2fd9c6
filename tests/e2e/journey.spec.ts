/** The whole journey, as its people live it: set-up link to sign-off, with JavaScript and without, in both languages. */
import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test'
import type { Language } from '#domain/course/course.ts'
import { startServer } from '#tests/start-server.ts'
import { courseOf, invite, join, readLesson, takeQuiz, walkTalk, wordsIn } from './people.ts'

const watch = (page: Page, problems: string[]): void => {
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
      problems.push(message.text())
  })
  page.on('pageerror', (error) => problems.push(String(error)))
  page.on('response', (response) => {
    if (response.status() >= 500) problems.push(`${response.status()} ${response.url()}`)
  })
}

interface Desk {
  readonly context: BrowserContext
  readonly page: Page
}

for (const { language, javaScript } of [
  { language: 'en', javaScript: false },
  { language: 'es', javaScript: true },
] as const)
  test(`set-up link to sign-off and withdrawal, ${language}, JavaScript ${javaScript ? 'on' : 'off'}`, async ({
    browser,
  }) => {
    test.setTimeout(240_000)
    const server = await startServer()
    const problems: string[] = []
    const open = () => openDesk(browser, language, javaScript, problems)
    const words = wordsIn(language)
    const course = courseOf(language)
    try {
      const administrator = await open()
      await join(administrator.page, server.setupLink ?? '', {
        name: 'Ana',
        signInName: 'ana@example.org',
        language,
      })
      await expect(administrator.page.locator('h1')).toHaveText(words.manage.title)
      const forCoordinator = await invite(administrator.page, `${server.origin}/manage/invite`, {
        name: 'Carla',
        programme: 'kidney',
        language,
      })

      const coordinator = await open()
      await join(coordinator.page, forCoordinator, {
        name: 'Carla',
        signInName: 'carla@example.org',
        language,
      })
      await expect(coordinator.page.locator('h1')).toHaveText(words.coordinate.title)
      const forTrainee = await invite(coordinator.page, `${server.origin}/coordinate/invite`, {
        name: 'Rosa',
        role: 'trainee',
        language,
      })

      const trainee = await open()
      await join(trainee.page, forTrainee, { name: 'Rosa', signInName: 'rosa', language })
      const { page } = trainee
      await expect(page.locator('h1')).toHaveText(words.learn.homeTitle('Rosa'))
      await expect(page.locator('.carry-on')).toContainText(
        course.modules[0]?.lessons[0]?.title ?? '',
      )

      // A whole module: lessons, then a quiz missed and passed.
      const noAdvice = course.modules.find(({ slug }) => slug === 'no-advice')
      for (const lesson of noAdvice?.lessons ?? []) await readLesson(page, server.origin, lesson.id)
      await takeQuiz(page, server.origin, course, 'no-advice', () => true)
      await expect(page.locator('h1')).toHaveText(words.course.notYet)
      await takeQuiz(page, server.origin, course, 'no-advice')
      await expect(page.locator('h1')).toHaveText(words.course.moduleFinished)
      await walkTalk(page, server.origin, course, 'practising/skip-thursday')
      await expect(page.locator('h1')).toHaveText(words.course.endings['held-well'])

      await page.goto(`${server.origin}/learn`)
      await page.locator('.road a[href="/learn/sign-off"]').click()
      await page.locator('button[value=ask]').click()
      await page.goto(`${server.origin}/learn`)
      await expect(page.locator('.road')).toContainText(
        words.learn.standings['waiting-for-sign-off'],
      )

      // The coordinator sees it, observes, and is told what is still missing.
      const desk = coordinator.page
      await desk.goto(`${server.origin}/coordinate`)
      await expect(desk.locator('table')).toContainText('Rosa')
      await desk.locator('table a').first().click()
      const record = desk.url()
      await expect(desk.locator('#attempts')).toContainText(words.coordinate.attemptPassed)
      await desk.goto(`${record}/observe`)
      for (const line of ['consent', 'confidentiality', 'no-advice', 'permission', 'listening'])
        await desk.locator(`input[name=level-${line}][value="2"]`).check()
      await desk.locator('textarea[name=note]').fill('She waited, and asked first.')
      await desk.locator('main form button[type=submit]').click()
      await expect(desk.locator('#observations')).toContainText('She waited')
      const noAdviceLine = desk.locator('.readiness__line--met').filter({ hasText: '★' })
      await expect(noAdviceLine.first()).toBeVisible()

      // Against the evidence only with a reason of its own; what was typed stays.
      await desk.goto(`${record}/sign-off`)
      const send = () => desk.locator('#page-form button.govuk-button').click()
      await send()
      while (/\/line-/.test(desk.url())) {
        const before = desk.url()
        await desk.locator('input[value=shown]').check()
        await send()
        await expect(desk).not.toHaveURL(before)
      }
      await desk.locator('input[name=decision][value=ready]').check()
      await send()
      await desk.locator('textarea[name=reason]').fill('You listen well.')
      await send()
      await send()
      await expect(desk.locator('.govuk-error-summary')).toContainText(
        words.signOff.problems['otherwise-missing'],
      )
      await desk.locator('textarea[name=otherwise]').fill('She has mentored for years elsewhere.')
      await send()
      await desk.locator('textarea[name=conditions]').fill('Phone only')
      await send()
      await send()
      await desk.locator(`input[name=languages][value=${language}]`).check()
      await desk.locator('input[name=contactWays][value=phone]').check()
      await send()
      await desk.locator('[name=capacity]').selectOption('1')
      await send()
      await send()
      await expect(desk.locator('main')).toContainText('You listen well.')
      await desk.locator('a[href$="/sign-off/declare"]').click()
      await desk.locator('[name=declaredName]').fill('Carla')
      await send()
      await expect(desk.locator('h1')).toHaveText(words.signOff.doneTitle)
      await page.goto(`${server.origin}/learn/commitment`)
      await page.locator('[name=declaredName]').fill('Rosa')
      await page.locator('#page-form button.govuk-button').click()
      await desk.goto(record)
      await expect(desk.locator('.identity-bar')).toContainText(
        words.learn.standings['ready-with-conditions'],
      )

      await page.goto(`${server.origin}/learn`)
      await expect(page.locator('main')).toContainText('You listen well.')
      await expect(page.locator('main')).toContainText('Phone only')
      await expect(page.locator('main')).not.toContainText('mentored for years')

      await desk.goto(`${record}/withdraw`)
      await desk.locator('textarea[name=reason]').fill('We pause for now.')
      await desk.locator('main form button[type=submit]').click()
      await expect(desk.locator('.identity-bar')).toContainText(words.learn.standings.withdrawn)
      await page.goto(`${server.origin}/record`)
      await expect(page.locator('main')).toContainText('We pause for now.')
      expect(problems).toEqual([])
      expect(server.output()).not.toMatch(/Rosa|rosa|carla|seven quiet|You listen/)
    } finally {
      await server.stop()
    }
  })

async function openDesk(
  browser: Browser,
  language: Language,
  javaScriptEnabled: boolean,
  problems: string[],
): Promise<Desk> {
  const context = await browser.newContext({
    javaScriptEnabled,
    locale: language,
    viewport: { width: 390, height: 844 },
  })
  const page = await context.newPage()
  watch(page, problems)
  return { context, page }
}
