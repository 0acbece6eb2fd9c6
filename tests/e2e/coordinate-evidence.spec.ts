/** A coordinator gathers evidence on a phone: a question, a reflection, a role play, a talk, notes; and what the trainee sees of it. */
import { expect, test, type Browser, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import type { Language } from '#domain/course/language.ts'
import { signInAs, startDemo, type DemoServer } from './demo-server.ts'
import { courseOf, wordsIn } from './people.ts'
import { picture } from './picture.ts'
import { violationsOf } from './violations.ts'
import { oneOf } from '#tests/runs.ts'

async function open(
  browser: Browser,
  demo: DemoServer,
  signInName: string,
  language: Language,
  problems: string[],
  javaScriptEnabled = true,
): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled,
    locale: language,
    viewport: { width: 390, height: 844 },
  })
  const page = await context.newPage()
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d|ERR_INTERNET/.test(message.text()))
      problems.push(message.text())
  })
  page.on('pageerror', (error) => problems.push(String(error)))
  page.on('response', (response) => {
    if (response.status() >= 500) problems.push(`${response.status()} ${response.url()}`)
  })
  await signInAs(page, demo, signInName)
  const shown = await page.locator('html').getAttribute('lang')
  if (shown !== language) await page.locator('.language-switch button').first().click()
  await expect(page.locator('html')).toHaveAttribute('lang', language)
  return page
}

const send = (page: Page): Promise<void> =>
  page.locator('#page-form button[type=submit]').first().click()

/** A picture on a phone and at a desk, no axe violations, nothing wider than the screen. */
async function look(page: Page, name: string): Promise<void> {
  const violations = await violationsOf(page, {
    tags: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  })
  expect(violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html}`)).toEqual([])
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(wide, `${name} is wider than the screen`).toBeLessThanOrEqual(0)
  await picture(page, `evidence/${name}`, { wide: true })
}

for (const { language } of oneOf('es', [{ language: 'en' }, { language: 'es' }] as const))
  test(`from a question to accepted evidence, ${language}`, async ({ browser }) => {
    test.setTimeout(240_000)
    const demo = await startDemo({ ALONGSIDE_DEMO: '1' })
    const problems: string[] = []
    const words = wordsIn(language)
    const t = words.evidence
    const course = courseOf(language)
    const promise = course.modules.find(({ slug }) => slug === 'consent')?.reflection
    const lesson = course.modules[0]?.lessons[0]
    if (!promise || !lesson) throw new Error('the course has no reflection or lesson')
    try {
      // Ray asks on a lesson, and shares a reflection; JavaScript is off for him.
      const ray = await open(browser, demo, 'ray', language, problems, false)
      await ray.goto(`${demo.origin}/learn/${lesson.id}`)
      await ray.locator('.help-block__ask a[href*="/learn/ask"]').click()
      await expect(ray.locator('main')).toContainText(lesson.title)
      await send(ray)
      await expect(ray.locator('.govuk-error-summary')).toContainText(t.askMissing)
      await ray.locator('textarea[name=text]').fill('May I tell her my age?')
      await send(ray)
      await expect(ray).toHaveURL(new RegExp(`/learn/${lesson.id}`))
      await expect(ray.locator('#asked')).toContainText('May I tell her my age?')
      await expect(ray.locator('#asked')).toContainText(t.noAnswerYet)
      await ray.goto(`${demo.origin}/learn/${promise.id}`)
      await ray.locator('textarea[name=text]').fill('I can promise to come when I say so.')
      await ray.locator('input[name=share]').check()
      await send(ray)

      // Carla's home says that Ray needs her, and why.
      const carla = await open(browser, demo, 'carla', language, problems)
      await carla.goto(`${demo.origin}/coordinate`)
      const tasks = carla.locator('.work-list__task').filter({ hasText: 'Ray' })
      await expect(tasks.locator('.reason--help')).toBeVisible()
      await expect(tasks.locator('.reason--reflection')).toBeVisible()
      await look(carla, `home-${language}`)
      await carla.goto(`${demo.origin}/coordinate?tab=all&search=zzz`)
      await expect(carla.locator('main')).toContainText('zzz')
      await carla.goto(`${demo.origin}/coordinate?reason=help`)
      const asked = carla.locator('.work-list__task').filter({ hasText: 'Ray' })
      await expect(asked).toHaveCount(1)
      // She takes it: it is hers, and her list of her own has it alone.
      await asked.locator('.work-list__whose a').click()
      await send(carla)
      await expect(carla.locator('.govuk-error-summary')).toContainText(
        wordsIn(language).tasks.problems['act-missing'],
      )
      await carla.locator('input[name=act][value=take]').check()
      await look(carla, `task-${language}`)
      await send(carla)
      await expect(carla.locator('.saved-note')).toBeVisible()
      await carla.goto(`${demo.origin}/coordinate?whose=mine`)
      await expect(asked).toContainText(wordsIn(language).tasks.yours)
      await asked.locator('.work-list__who a').click()
      const record = carla.url().replace(/[?#].*/, '')
      await expect(carla.locator('.needs-you')).toContainText(t.reasons.help)
      await look(carla, `record-${language}`)

      // The inbox: an answer with a lesson; a reflection that is not yet, then accepted.
      await carla.goto(`${demo.origin}/coordinate/inbox`)
      await expect(carla.locator('tbody')).toContainText('May I tell her my age?')
      await look(carla, `inbox-${language}`)
      await carla.locator('tr').filter({ hasText: 'my age?' }).locator('th a').click()
      await send(carla)
      await expect(carla.locator('.govuk-error-summary')).toContainText(t.replyTextMissing)
      await carla.locator('textarea[name=text]').fill('Yes, if she asks you.')
      await carla.locator('select[name=lesson]').selectOption(lesson.id)
      await look(carla, `answer-${language}`)
      await send(carla)
      await expect(carla.locator('.saved-note')).toContainText(t.answerSent)
      await carla.goto(`${demo.origin}/coordinate/inbox?tab=reflections`)
      await carla.locator('tr').filter({ hasText: 'Ray' }).locator('th a').click()
      await expect(carla.locator('main')).toContainText('I can promise to come')
      await carla.locator('input[name=accepted][value=yes]').check()
      await carla.locator('textarea[name=text]').fill('Thank you, that is a good promise.')
      await send(carla)
      await expect(carla.locator('.saved-note')).toContainText(t.answerSent)
      await carla.goto(`${demo.origin}/coordinate?tab=needs`)
      await expect(
        carla.locator('.work-list__task').filter({ hasText: 'Ray' }).locator('.reason--help'),
      ).toHaveCount(0)

      // The answer stands on the page where he asked, and on his start page.
      await ray.goto(`${demo.origin}/learn/${lesson.id}`)
      await expect(ray.locator('#asked')).toContainText('Yes, if she asks you.')
      const rayAtHome = await open(browser, demo, 'ray', language, problems)
      await rayAtHome.goto(`${demo.origin}/learn/${lesson.id}`)
      await look(rayAtHome, `asked-${language}`)
      await ray.goto(`${demo.origin}/learn`)
      await expect(ray.locator('#messages')).toContainText('Thank you, that is a good promise.')

      // A role play on a phone; the connection is lost, and nothing of it.
      await carla.goto(`${record}/observe`)
      await carla.locator('input[name=level-consent][value="2"]').check()
      await carla.locator('input[name=level-listening][value="1"]').check()
      await carla.locator('textarea[name=note]').fill('He waited.')
      await look(carla, `observe-${language}`)
      await carla.context().setOffline(true)
      await send(carla)
      await expect(carla.locator('[data-draft-status]')).toHaveText(t.draft.offlineKept)
      await carla.context().setOffline(false)
      await carla.reload()
      await expect(carla.locator('.draft-status--back p')).toHaveText(t.draft.back)
      await expect(carla.locator('input[name=level-consent][value="2"]')).toBeChecked()
      await expect(carla.locator('textarea[name=note]')).toHaveValue('He waited.')
      await carla.locator('textarea[name=traineeNote]').fill('Monday, unit 2.')
      await send(carla)
      await expect(carla.locator('.saved-note')).toBeVisible()
      await expect(carla.locator('#observations')).toContainText('Monday, unit 2.')
      await carla.goto(`${record}/observe`)
      await expect(carla.locator('input[name=level-consent][value="2"]')).not.toBeChecked()

      // Locked: only an amendment with a reason, and both stay.
      // The place in the address opens the part that holds it.
      await carla.goto(`${record}#observations`)
      await carla.locator('#observations a[href*="/amend/"]').first().click()
      await carla.locator('input[name=level-listening][value="3"]').check()
      await send(carla)
      await expect(carla.locator('.govuk-error-summary')).toContainText(t.amendReasonMissing)
      await carla.locator('textarea[name=amendReason]').fill('We talked it through.')
      await look(carla, `amend-${language}`)
      await send(carla)
      await expect(carla.locator('#observations')).toContainText(t.amendedLater)
      await expect(carla.locator('#observations')).toContainText('We talked it through.')

      // A talk, and evidence from elsewhere, with refusals that keep what was typed.
      await carla.goto(`${record}/talk`)
      await carla.locator('select[name=competency]').selectOption('self-care')
      await send(carla)
      await expect(carla.locator('.govuk-error-summary')).toContainText(
        t.problems['accepted-missing'],
      )
      await expect(carla.locator('select[name=competency]')).toHaveValue('self-care')
      await carla.locator('input[name=accepted][value=yes]').check()
      await carla.locator('textarea[name=note]').fill('He knows when to stop.')
      await look(carla, `talk-${language}`)
      await send(carla)
      await expect(carla.locator('#talks')).toContainText('He knows when to stop.')
      await carla.goto(`${record}/outside`)
      await carla.locator('select[name=competency]').selectOption('boundaries')
      await carla.locator('input[name=standsFor][value=quiz]').check()
      await carla.locator('textarea[name=source]').fill('A course at the county hospital')
      await carla.locator('input[name=day]').fill('2025-03-01')
      await send(carla)
      await expect(carla.locator('.govuk-error-summary')).toBeVisible()
      await carla.locator('input[name=standsFor][value=observation]').check()
      await look(carla, `outside-${language}`)
      await send(carla)
      await expect(carla.locator('#outside')).toContainText('A course at the county hospital')
      await expect(carla.locator('#readiness')).toContainText(t.fromElsewhere)

      // Notes: a shared one reaches Ray, an internal one and a concern never do (R16).
      for (const [kind, text] of [
        ['shared', 'See you on Tuesday.'],
        ['internal', 'CANARY-INTERNAL'],
        ['concern', 'CANARY-CONCERN'],
      ] as const) {
        await carla.goto(`${record}/notes`)
        await carla.locator(`input[name=kind][value=${kind}]`).check()
        await carla.locator('textarea[name=text]').fill(text)
        await send(carla)
        await expect(carla.locator(`section#${kind}`)).toContainText(text)
      }
      await look(carla, `notes-${language}`)
      const oscar = await open(browser, demo, 'oscar', language, problems)
      for (const page of [ray, oscar]) {
        for (const address of ['/learn', '/learn/messages', '/record', new URL(record).pathname]) {
          await page.goto(`${demo.origin}${address}`)
          expect(await page.content()).not.toContain('CANARY')
        }
      }
      await ray.goto(`${demo.origin}/learn/messages`)
      await expect(ray.locator('main')).toContainText('See you on Tuesday.')
      await rayAtHome.goto(`${demo.origin}/learn/messages`)
      await look(rayAtHome, `messages-${language}`)
      await ray.goto(`${demo.origin}/record`)
      await expect(ray.locator('main')).toContainText('He knows when to stop.')

      // The observer observes, and nothing else; another programme's coordinator finds nobody.
      for (const page of ['talk', 'outside', 'notes', 'export', 'sign-off'])
        expect((await oscar.goto(`${record}/${page}`))?.status(), page).toBe(404)
      expect((await oscar.goto(`${record}/observe`))?.status()).toBe(200)
      expect((await oscar.goto(`${demo.origin}/coordinate/inbox`))?.status()).toBe(404)
      const gwen = await open(browser, demo, 'gwen', language, problems)
      for (const page of ['', '/observe', '/talk', '/outside', '/notes', '/export'])
        expect((await gwen.goto(`${record}${page}`))?.status(), page).toBe(404)
      await gwen.goto(`${demo.origin}/coordinate/inbox?tab=answered`)
      await expect(gwen.locator('main')).not.toContainText('Ray')

      // The copy: without internal notes unless they are asked for.
      for (const internal of [false, true]) {
        await carla.goto(`${record}/export`)
        if (internal) await carla.locator('input[name=internal]').check()
        else await look(carla, `export-${language}`)
        const [download] = await Promise.all([carla.waitForEvent('download'), send(carla)])
        const text = readFileSync(await download.path(), 'utf8')
        expect(JSON.parse(text)).toMatchObject({ person: { name: 'Ray' } })
        expect(text.includes('CANARY-INTERNAL')).toBe(internal)
      }
      await carla.goto(record)
      await look(carla, `record-after-${language}`)
      expect(problems).toEqual([])
    } finally {
      await demo.stop()
    }
  })
