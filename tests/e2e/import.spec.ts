/** People with their history come from a spreadsheet: on a phone and at a desk, with and without JavaScript. */
import { expect, test } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { startServer } from '#tests/start-server.ts'
import { invite, join, wordsIn } from './people.ts'
import { picture } from './picture.ts'
import { pressAndArrive } from './press.ts'
import { violationsOf } from './violations.ts'
import { oneOf } from '#tests/runs.ts'

const LIST = [
  'Name;E-mail;Phone;Joined;Training;Trained by;Signed off;Valid until;Town;Shoe size',
  'Nadia Ruiz;nadia@example.org;555 010 2000;03/04/2019;Listening, 2 days;The old hospital;05/06/2019;05/06/2099;Salem;38',
  'Peter Reed;;;;;;;;;',
  '=cmd();x;12;31.02.2019;;;;;;',
].join('\n')

for (const { language, javaScript, width } of oneOf('en', [
  { language: 'en', javaScript: false, width: 390 },
  { language: 'es', javaScript: true, width: 1280 },
] as const))
  test(`a list is looked at, mended by hand and brought in, ${language}, ${width} px, JavaScript ${javaScript ? 'on' : 'off'}`, async ({
    browser,
  }) => {
    test.setTimeout(240_000)
    const server = await startServer()
    const { origin } = server
    const words = wordsIn(language)
    const t = words.imports
    const context = await browser.newContext({
      viewport: { width, height: 844 },
      javaScriptEnabled: javaScript,
      locale: language,
      acceptDownloads: true,
    })
    await context.addCookies([{ name: 'language', value: language, url: origin }])
    const problems: string[] = []
    const page = await context.newPage()
    page.setDefaultTimeout(30_000)
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
        problems.push(`${page.url()} ${message.text()}`)
    })
    const look = async (name: string): Promise<void> => {
      if (javaScript) expect(await violationsOf(page), name).toEqual([])
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(wider, name).toBeLessThanOrEqual(0)
      await picture(page, `import-${language}-${name}`)
    }
    const button = (act: string) => page.locator(`main button[value=${act}]`)
    try {
      const apart = await browser.newContext({ locale: language })
      await apart.addCookies([{ name: 'language', value: language, url: origin }])
      const ana = await apart.newPage()
      await join(ana, server.setupLink ?? '', {
        name: 'Ana',
        signInName: 'ana@example.org',
        language,
      })
      await expect(ana).not.toHaveURL(/join/)
      const link = await invite(ana, `${origin}/manage/invite`, {
        name: 'Carla',
        programme: 'kidney',
        language,
      })
      await apart.close()
      await join(page, link, { name: 'Carla', signInName: 'carla@example.org', language })
      await expect(page).not.toHaveURL(/join/)

      await page.goto(`${origin}/coordinate/people`)
      await page.getByRole('link', { name: t.link }).click()
      await expect(page.locator('h1')).toHaveText(t.title)
      await look('upload')
      const upload = page.locator('#page-form button[type=submit]')
      const file = (name: string, buffer: Buffer) =>
        page.locator('#list-file').setInputFiles({ name, mimeType: 'text/csv', buffer })
      await file('people.xlsx', Buffer.from('PK\u0003\u0004'))
      await pressAndArrive(page, upload)
      await expect(page.locator('.govuk-error-summary')).toContainText(t.refused['not-text'])
      await file('people.csv', Buffer.from(LIST))
      await pressAndArrive(page, upload)

      // The columns are guessed; the shoe size is left out.
      await expect(page.locator('h1')).toHaveText(t.columns.title)
      await expect(page.locator('#column-3')).toHaveValue('joined')
      await expect(page.locator('#column-9')).toHaveValue('')
      await look('columns')
      await page.locator('#column-0').selectOption('')
      await pressAndArrive(page, button('columns'))
      await expect(page.locator('.govuk-error-summary')).toContainText(
        t.columns.problems['no-name'],
      )
      await page.locator('#column-0').selectOption('name')
      await pressAndArrive(page, button('columns'))

      // The third of April or the fourth of March?
      await expect(page.locator('main')).toContainText(t.order.legend('03/04/2019'))
      await look('order')
      await page.locator('input[value=day-first]').check()
      await pressAndArrive(page, button('order'))
      await expect(page.locator('main')).toContainText(t.check.count(2, 0, 1))
      await expect(page.locator('main')).toContainText(t.problems['date-not-there'])
      await look('check')
      const loading = page.waitForEvent('download')
      await page.getByRole('link', { name: t.check.save }).click()
      const saved = readFileSync(await (await loading).path(), 'utf8')
      // What a spreadsheet would run stays text.
      expect(saved).toContain("'=cmd()")
      await pressAndArrive(page, button('run'))
      await expect(page.locator('h1')).toHaveText(t.done.title(2))
      await look('done')

      // The same list once more: nobody is made again, and nobody decides that but Carla.
      await page.goto(`${origin}/coordinate/import`)
      await file('people.csv', Buffer.from(LIST))
      await pressAndArrive(page, upload)
      await pressAndArrive(page, button('columns'))
      await page.locator('input[value=day-first]').check()
      await pressAndArrive(page, button('order'))
      await expect(page.locator('main')).toContainText(t.here.intro(2))
      await page.locator('input[name=people][value=each]').check()
      await pressAndArrive(page, button('people'))
      await expect(page.locator('main')).toContainText(t.here.ask(2, 'Nadia Ruiz'))
      await look('here')
      await page.locator('#line-2').check()
      await page.locator('input[name=line-3][value=leave]').check()
      await pressAndArrive(page, button('each'))
      await expect(page.locator('main')).toContainText(t.check.count(0, 1, 2))
      await pressAndArrive(page, button('run'))
      await expect(page.locator('main')).toContainText(t.done.added(1))

      // What the list says stands on her record, and she is not ready by it.
      await page.goto(`${origin}/coordinate/people?search=Nadia`)
      const nadia = page.getByRole('link', { name: 'Nadia Ruiz' })
      const id = /people\/([\w-]+)/.exec((await nadia.getAttribute('href')) ?? '')?.[1]
      await page.goto(`${origin}/coordinate/${id}`)
      await page.locator('summary', { hasText: t.facts.title }).click()
      await expect(page.locator('#imported')).toContainText(t.facts['signed-off-help'])
      await expect(page.locator('#imported')).toContainText(t.facts.training('Listening, 2 days'))
      await look('record')
      await page.goto(`${origin}/coordinate/register`)
      await expect(page.locator('main')).not.toContainText('Nadia')

      // Several at once, from the list of people: seen first, then done, and said.
      const m = words.people.together
      await page.goto(`${origin}/coordinate/people?role=trainee`)
      await look('people')
      await pressAndArrive(page, page.getByRole('button', { name: m.go }))
      await expect(page.locator('main')).toContainText(m.nobody)
      await page.getByLabel(`${m.choose} Peter Reed`).check()
      await page.locator('select[name=together]').selectOption('archive')
      await pressAndArrive(page, page.getByRole('button', { name: m.go }))
      await expect(page.locator('main')).toContainText(m.count(1))
      await look('archive')
      await pressAndArrive(page, page.getByRole('button', { name: m.do.archive(1) }))
      await expect(page.locator('.govuk-error-summary')).toBeVisible()
      await page.locator('textarea[name=reason]').fill('Moved away.')
      await pressAndArrive(page, page.getByRole('button', { name: m.do.archive(1) }))
      await expect(page.locator('.saved-note')).toContainText(m.done.archive(1))
      await page.locator('input[name=all]').check()
      await page.locator('select[name=together]').selectOption('export')
      await pressAndArrive(page, page.getByRole('button', { name: m.go }))
      const people = page.waitForEvent('download')
      await page.getByRole('button', { name: m.do.export(1) }).click()
      expect(readFileSync(await (await people).path(), 'utf8')).toContain('nadia@example.org')

      // An invitation that nobody used is made again with others.
      await invite(page, `${origin}/coordinate/invite`, { name: 'Tom', role: 'trainee' })
      await page.goto(`${origin}/coordinate/invitations`)
      await look('invitations')
      const s = words.invitations.several
      await page.locator('input[name=all]').check()
      await pressAndArrive(page, page.getByRole('button', { name: s.look }))
      await expect(page.locator('main')).toContainText(s.handed(1))
      await look('again')
      await pressAndArrive(page, page.getByRole('button', { name: s.do(1) }))
      await expect(page.locator('.invitation-card')).toHaveCount(1)
      expect(problems).toEqual([])
    } finally {
      await context.close()
      await server.stop()
    }
  })
