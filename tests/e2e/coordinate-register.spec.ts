/** After the sign-off, on a phone: register, files, API, support review, withdrawal, reports. */
import { expect, test, type Page } from '@playwright/test'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { closeDatabase, openDatabase } from '#db/client.ts'
import type { Language } from '#domain/course/language.ts'
import { makeCast, PASSWORD } from '#tests/cast.ts'
import { addMany } from '#tests/many-trainees.ts'
import { startServer } from '#tests/start-server.ts'
import { courseOf, signIn, wordsIn } from './people.ts'
import { picture } from './picture.ts'
import { violationsOf } from './violations.ts'
import { pressAndArrive } from './press.ts'
import { oneOf } from '#tests/runs.ts'

const DAY = 86_400_000

/** Carla reads English, César Spanish; sixty trainees of kidney, 24 of them mentors, and 20 elsewhere. */
for (const { language, coordinator, javaScript } of oneOf('es', [
  { language: 'en', coordinator: 'carla', javaScript: false },
  { language: 'es', coordinator: 'cesar', javaScript: true },
] as const))
  test(`from the register to the reports, ${language}, JavaScript ${javaScript ? 'on' : 'off'}`, async ({
    browser,
  }) => {
    test.setTimeout(300_000)
    const dataDir = mkdtempSync(path.join(tmpdir(), 'alongside-register-'))
    await seed(dataDir)
    const server = await startServer({ dataDir })
    const { origin } = server
    const t = wordsIn(language)
    const problems: string[] = []
    const open = async (name: string): Promise<Page> => {
      const context = await browser.newContext({
        viewport: { width: 390, height: 844 },
        javaScriptEnabled: javaScript,
        locale: language,
      })
      const page = await context.newPage()
      page.setDefaultTimeout(30_000)
      page.on('console', (message) => {
        if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
          problems.push(`${page.url()} ${message.text()}`)
      })
      page.on('pageerror', (error) => problems.push(String(error)))
      page.on('response', (response) => {
        if (response.status() >= 500) problems.push(`${response.status()} ${response.url()}`)
      })
      await signIn(page, origin, name)
      // Everybody reads this journey in one language.
      await page.goto(`${origin}/about`)
      const other = page.locator(`button[name=language][value=${language}]`)
      if (await other.count()) await other.click()
      return page
    }
    const look = (page: Page, name: string): Promise<void> =>
      lookAt(page, `${language}-${name}`, language, javaScript)

    try {
      // Carla looks for a mentor who speaks Spanish.
      const carla = await open(coordinator)
      await carla.goto(`${origin}/coordinate/register?programme=kidney`)
      await expect(carla.locator('main')).toContainText(t.register.intro(24))
      await expect(carla.locator('main')).toContainText('By phone only until the next review')
      await look(carla, 'register')
      await carla.locator('select[name=language]').selectOption('es')
      await carla.locator('.register-filter button[type=submit]').click()
      await expect(carla.locator('main')).toContainText(t.register.found(8))
      await look(carla, 'register-found')
      // On paper it stays a table, with the day and what was looked for.
      await carla.emulateMedia({ media: 'print' })
      await expect(carla.locator('.register thead')).toBeVisible()
      await expect(carla.locator('main .print-only')).toContainText(t.register.language)
      await expect(carla.locator('main .caption')).toContainText(String(new Date().getFullYear()))
      await carla.emulateMedia({ media: null })

      // She saves what she found as a table.
      await carla.goto(`${origin}/coordinate/register/export?language=es`)
      await expect(carla.locator('main')).toContainText(`${t.register.language}: `)
      await carla.locator('#page-form button[type=submit]').click()
      await expect(carla.locator('.govuk-error-summary')).toContainText(t.register.formatMissing)
      await look(carla, 'register-export')
      await carla.locator('input[name=format][value=csv]').check()
      const [file] = await Promise.all([
        carla.waitForEvent('download'),
        carla.locator('#page-form button[type=submit]').click(),
      ])
      const csv = readFileSync(await file.path(), 'utf8')
      expect(csv.startsWith('\ufeff')).toBe(true)
      expect(csv.split('\r\n')).toHaveLength(1 + 8 + 1)
      expect(csv.split('\r\n')[0]).toContain(t.register.csv.noGoAreas)

      // Ana makes a token; another system reads the register with it.
      const ana = await open('ana')
      await ana.goto(`${origin}/manage/tokens`)
      await ana.locator('#page-form button[type=submit]').click()
      await expect(ana.locator('.govuk-error-summary')).toContainText(
        t.register.tokens.problems['scope-missing'],
      )
      await ana.locator('#page-form input[name=name]').fill('Match & more')
      await ana.locator('input[name=programme][value=kidney]').check()
      await ana.locator('input[name=scope]').check()
      await ana.locator('input[name=days][value="90"]').check()
      await pressAndArrive(ana, ana.locator('#page-form button[type=submit]'))
      const token = await ana.locator('#token').inputValue()
      await look(ana, 'token-made')
      const mentors = async (): Promise<{ status: number; names: string[] }> => {
        const response = await ana.request.get(`${origin}/api/v1/mentors?limit=200`, {
          headers: { authorization: `Bearer ${token}` },
        })
        const body = (await response.json()) as { mentors?: { name: string }[] }
        return { status: response.status(), names: (body.mentors ?? []).map(({ name }) => name) }
      }
      expect((await mentors()).names).toHaveLength(24)
      await ana.goto(`${origin}/manage/tokens`)
      await expect(ana.locator('tbody')).toContainText(t.register.tokens.states.valid)
      await expect(ana.locator('tbody')).not.toContainText(t.register.tokens.never)
      await look(ana, 'tokens')

      // Carla writes a support review with Trainee 0.
      await carla.goto(`${origin}/coordinate/register?programme=kidney`)
      await carla.getByRole('link', { name: 'Trainee 0', exact: true }).click()
      // The button of the record where a review is due, else among what else can be done.
      await carla.locator('#more-acts summary').click()
      await pressAndArrive(carla, carla.locator('a.govuk-button[href$="/reviews"]'))
      await look(carla, 'reviews-none')
      await carla.getByRole('button', { name: t.reviews.write, exact: true }).click()
      await carla.locator('#page-form button[type=submit]').click()
      await expect(carla.locator('.govuk-error-summary')).toContainText(
        t.reviews.problems['text-missing'],
      )
      await look(carla, 'review-refused')
      await writeReview(carla, language)
      await expect(carla.locator('.saved-note')).toHaveText(t.reviews.saved)
      await look(carla, 'reviews')
      await carla.goto(`${origin}/coordinate/register?programme=kidney&capacity=4`)
      await expect(carla.locator('tbody th')).toHaveText('Trainee 0')

      // Luz reads hers, with the lesson, and puts the next day into her calendar.
      await carla.goto(`${origin}/coordinate/people?search=Luz`)
      const luzId = /[0-9a-f-]{36}/.exec(
        (await carla.locator('tbody a').first().getAttribute('href')) ?? '',
      )?.[0]
      await carla.goto(`${origin}/coordinate/${luzId}/reviews/write`)
      await look(carla, 'review-agenda')
      await writeReview(carla, language)
      const luz = await open('luz')
      await luz.goto(`${origin}/learn`)
      await expect(luz.locator('main')).toContainText(t.reviews.lineOpen(1))
      await luz.getByRole('link', { name: t.reviews.lineLink }).click()
      await expect(luz.locator('main')).toContainText('You waited, and she said it herself.')
      await expect(luz.locator('.own-line a')).toHaveAttribute('href', /^\/learn\/listening\//)
      await look(luz, 'my-reviews')
      const ics = await luz.request.get(
        `${origin}${await luz.locator('a[href$=".ics"]').getAttribute('href')}`,
      )
      expect(await ics.text()).toMatch(/DTSTART;VALUE=DATE:\d{8}/)
      await luz.locator('button[name=done]').click()
      await expect(luz.locator('button[name=done]')).toHaveCount(0)

      // Carla withdraws a sign-off: gone from the register and from the API, and told under "who left".
      expect((await mentors()).names).toContain('Trainee 1')
      await carla.goto(`${origin}/coordinate/register?programme=kidney`)
      await carla.getByRole('link', { name: 'Trainee 1', exact: true }).click()
      await carla.locator('a[href$="/withdraw"]').first().click()
      await carla.locator('textarea[name=reason]').fill('She asked to stop for now.')
      for (const box of await carla.locator('input[name=password]').all()) await box.fill(PASSWORD)
      await carla.locator('main form button[type=submit]').last().click()
      await expect(carla).toHaveURL(/#decisions$/)
      await carla.goto(`${origin}/coordinate/register?programme=kidney`)
      await expect(carla.locator('main')).toContainText(t.register.intro(23))
      await expect(carla.getByRole('link', { name: 'Trainee 1', exact: true })).toHaveCount(0)
      expect((await mentors()).names).not.toContain('Trainee 1')
      await carla.goto(`${origin}/coordinate/register/left?programme=kidney&why=withdrawn`)
      await expect(carla.locator('tbody')).toContainText('She asked to stop for now.')
      await look(carla, 'register-left')

      // The reports: a sentence, a picture with a name, a table and its file.
      // Nobody is paired in this cast.
      const none = ['pairings', 'waiting', 'meetings', 'endings']
      for (const report of Object.keys(t.reports.names).filter((one) => !none.includes(one))) {
        await carla.goto(`${origin}/coordinate/reports?programme=kidney&report=${report}`)
        await expect(carla.locator('.report h2')).toHaveText(
          t.reports.names[report as keyof typeof t.reports.names],
        )
        const sentence = (await carla.locator('.report .govuk-body-l').textContent()) ?? ''
        const name = await carla.locator('svg[role=img]').getAttribute('aria-label')
        expect(name).toContain(sentence.trim())
        await expect(carla.locator('.report tbody tr').first()).toBeVisible()
        const table = await carla.request.get(
          `${origin}${await carla.locator('.report a[href*=".csv"]').getAttribute('href')}`,
        )
        expect(table.headers()['content-disposition']).toContain(`${report}-kidney.csv`)
        await look(carla, `report-${report}`)
      }
      await carla.goto(`${origin}/coordinate/reports?from=2026-02-30`)
      await expect(carla.locator('.govuk-error-summary')).toContainText(t.reports.problems.from)
      for (const report of ['funnel', 'time', 'confidence'] as const) {
        await ana.goto(`${origin}/manage/reports?report=${report}`)
        await look(ana, `manage-${report}`)
      }

      // Ana revokes the token.
      await ana.goto(`${origin}/manage/tokens`)
      for (const box of await ana.locator('#password-revoke').all()) await box.fill(PASSWORD)
      await ana.locator('button[name=revoke]').click()
      await expect(ana.locator('tbody')).toContainText(t.register.tokens.states.revoked)
      expect((await mentors()).status).toBe(401)

      await ana.goto(`${origin}/manage/audit`)
      for (const act of ['token-revoked', 'review-written', 'register-exported:csv'])
        await expect(ana.locator('main')).toContainText(act)
      expect(problems).toEqual([])
    } finally {
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    }
  })

async function seed(dataDir: string): Promise<void> {
  const now = Date.now()
  const url = `file:${path.join(dataDir, 'alongside.db')}`
  await openDatabase({ url, authToken: undefined, dataDir })
  const cast = await makeCast(now - DAY)
  const questions = courseOf('en').modules.flatMap(
    ({ quiz }) => quiz?.questions.map(({ id }) => id) ?? [],
  )
  const many = { by: cast.carla.id, now, questions }
  await addMany({ ...many, programme: 'kidney', from: 0, to: 60 })
  await addMany({ ...many, programme: 'long-term', from: 60, to: 80 })
  await closeDatabase()
}

async function writeReview(page: Page, language: Language): Promise<void> {
  await page.locator('textarea[name=wentWell]').fill('You waited, and she said it herself.')
  await page.locator('textarea[name=stayed]').fill('The empty chair.')
  await page.locator('input[name=wellbeing][value="4"]').check()
  await page.locator('select[name=capacity]').selectOption('4')
  await page.locator('input[name=action-0]').fill('Look at the lesson about silence again.')
  const soon = new Date(Date.now() + 20 * DAY).toISOString().slice(0, 10)
  await page.locator('input[name=due-0]').fill(soon)
  const lesson = courseOf(language).modules.find(({ slug }) => slug === 'listening')?.lessons[0]
  await page.locator('select[name=lesson-0]').selectOption(lesson?.id ?? '')
  await page.locator('#page-form button[type=submit]').click()
}

async function lookAt(
  page: Page,
  name: string,
  language: Language,
  javaScript: boolean,
): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', language)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth).catch(() => 0)
  expect(wide, `${name} is wider than the phone`).toBeLessThanOrEqual(390)
  await page.setViewportSize({ width: 320, height: 700 })
  const narrow = await page.evaluate(() => document.documentElement.scrollWidth).catch(() => 0)
  expect(narrow, `${name} scrolls sideways at 320 px`).toBeLessThanOrEqual(320)
  await page.setViewportSize({ width: 390, height: 844 })
  if (javaScript) {
    const violations = await violationsOf(page)
    expect(violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html ?? ''}`)).toEqual([])
  }
  await picture(page, `register/${name}`, { wide: true })
}
