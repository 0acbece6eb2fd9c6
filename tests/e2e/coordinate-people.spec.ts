/** People and administration on a phone: apply, first talk, invite, join by code, cohorts, roles, group session, words of a programme. */
import { expect, test, type Page } from '@playwright/test'
import type { Language } from '#domain/course/language.ts'
import { lentServer } from '#tests/lent-server.ts'
import { invite, join, PASSWORD, wordsIn } from './people.ts'
import { picture } from './picture.ts'
import { violationsOf } from './violations.ts'
import { pressAndArrive } from './press.ts'
import { oneOf } from '#tests/runs.ts'

for (const { language, javaScript } of oneOf('es', [
  { language: 'en', javaScript: false },
  { language: 'es', javaScript: true },
] as const))
  test(`from an application to a group session, ${language}, JavaScript ${javaScript ? 'on' : 'off'}`, async ({
    browser,
  }) => {
    test.setTimeout(420_000)
    const server = await lentServer()
    const { origin } = server
    const words = wordsIn(language)
    const t = words.people
    const problems: string[] = []
    const open = async (): Promise<Page> => {
      const context = await browser.newContext({
        viewport: { width: 390, height: 844 },
        javaScriptEnabled: javaScript,
        locale: language,
      })
      await context.addCookies([{ name: 'language', value: language, url: origin }])
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
      return page
    }
    const look = (page: Page, name: string): Promise<void> =>
      lookAt(page, `${language}-${name}`, language, javaScript)

    try {
      // Ana sets the platform up and invites Carla.
      const ana = await open()
      await join(ana, server.setupLink ?? '', {
        name: 'Ana',
        signInName: 'ana@example.org',
        language,
      })
      await look(ana, 'manage')
      const forCarla = await invite(ana, `${origin}/manage/invite`, {
        name: 'Carla',
        programme: 'kidney',
        language,
      })
      const carla = await open()
      await join(carla, forCarla, { name: 'Carla', signInName: 'carla@example.org', language })

      // Rosa offers to be a mentor.
      const rosa = await open()
      await rosa.goto(`${origin}/apply?programme=kidney`)
      await rosa.locator('#check-0').check()
      await look(rosa, 'apply')
      await rosa.locator('main a.govuk-button').click()
      await rosa.locator('main form button[type=submit]').click()
      await expect(rosa.locator('.govuk-error-summary')).toContainText(
        words.apply.problems.missing.why,
      )
      await look(rosa, 'apply-refused')
      await rosa
        .locator('textarea[name=why]')
        .fill('I had good company in my first year. I would like to be that for somebody.')
      await rosa.locator('input[name=areas][value=dialysis-center]').check()
      await rosa.locator('input[name=notAreas][value=transplant-loss]').check()
      await rosa.locator('input[name=name]').fill('Rosa')
      await rosa.locator('input[name=contact]').fill('555-0123')
      await rosa.locator('main form button[type=submit]').click()
      await expect(rosa.locator('h1')).toHaveText(words.apply.thanksTitle)
      await look(rosa, 'apply-thanks')

      // Carla makes a cohort, reads the application and writes the first talk down.
      await carla.goto(`${origin}/coordinate/cohorts`)
      await carla.locator('#page-form input[name=name]').fill('Spring')
      await carla.locator('#page-form button[type=submit]').click()
      await expect(carla.locator('main h2').first()).toHaveText('Spring')
      await look(carla, 'cohorts')
      await carla.goto(`${origin}/coordinate/applications`)
      await expect(carla.locator('main')).toContainText(t.applications.open(1))
      await look(carla, 'applications')
      await carla.getByRole('link', { name: 'Rosa' }).click()
      await carla.locator('#page-form button[type=submit]').click()
      await expect(carla.locator('.govuk-error-summary')).toContainText(
        t.applications.problems['outcome-missing'],
      )
      await carla.locator('input[name=outcome][value=invite]').check()
      await carla
        .locator('textarea[name=message]')
        .fill('Welcome, Rosa. The course starts in spring.')
      await carla.locator('textarea[name=internalNote]').fill('canary-internal-note')
      await pressAndArrive(carla, carla.locator('#page-form button[type=submit]'))
      await look(carla, 'application')
      await carla.getByRole('button', { name: t.applications.invite }).click()
      await expect(carla.locator('input[name=name]')).toHaveValue('Rosa')
      await carla.locator('select[name=cohort]').selectOption({ label: 'Spring' })
      await look(carla, 'invite')
      await pressAndArrive(carla, carla.locator('#page-form button[type=submit]'))
      const code = (await carla.locator('.invitation-card__code').textContent()) ?? ''
      expect(code).toMatch(/^[A-HJ-NP-Z2-9]{4}(-[A-HJ-NP-Z2-9]{4}){2}$/)
      await look(carla, 'invite-done')

      // Rosa types the code from her sheet.
      await rosa.goto(`${origin}/join`)
      await rosa.locator('input[name=code]').fill('OOOO-1111')
      await rosa.locator('main form button[type=submit]').click()
      await expect(rosa.locator('.govuk-error-summary')).toContainText(words.ways.codeMalformed)
      await look(rosa, 'join')
      // Or points the camera at it, and chooses a password: ways-in.spec.ts goes in by typing.
      await rosa.goto(`${origin}/join/${code}`)
      await join(rosa, rosa.url(), { name: 'Rosa', signInName: 'rosa', language })
      await expect(rosa).toHaveURL(`${origin}/learn`)

      // Several people at once: one line is wrong, nobody is invited before the preview.
      await carla.goto(`${origin}/coordinate/invite-many`)
      await look(carla, 'invite-many')
      const file = (name: string, buffer: Buffer) =>
        carla.locator('#list-file').setInputFiles({ name, mimeType: 'text/csv', buffer })
      const check = carla.locator('#page-form button[type=submit]').first()
      const many = words.invitations.invite
      await carla.locator('textarea[name=list]').fill('Tom')
      await file('people.xlsx', Buffer.from('PK\u0003\u0004'))
      await check.click()
      await expect(carla.locator('.govuk-error-summary')).toContainText(many.fileRefused)
      await expect(carla.locator('textarea[name=list]')).toHaveValue('Tom')
      await file('people.csv', Buffer.from('Núñez José\nAna Ruiz\nAna Ruiz\n', 'latin1'))
      await pressAndArrive(carla, check)
      await look(carla, 'invite-many-letters')
      await carla.getByLabel('Núñez José').check()
      await pressAndArrive(carla, check)
      await look(carla, 'invite-many-same')
      await carla.locator('button[value=mend]').click()
      await carla.locator('textarea[name=list]').fill('Navn;E-post\nAna Ruiz;ana@example.org')
      await pressAndArrive(carla, check)
      await look(carla, 'invite-many-columns')
      await carla.locator('button[value=mend]').click()
      await carla
        .locator('textarea[name=list]')
        .fill(
          'name,email,language,cohort\nTom,tom@example.org,en,Spring\nLuz,,español,\n=cmd(),x,,\n',
        )
      await carla.locator('#page-form button[type=submit]').click()
      await expect(carla.locator('main')).toContainText(words.invitations.invite.previewCount(2, 1))
      await look(carla, 'invite-many-preview')
      await carla.locator('button[value=invite]').click()
      await expect(carla.locator('.invitation-card')).toHaveCount(2)
      await look(carla, 'invite-many-done')
      await carla.goto(`${origin}/coordinate/invitations`)
      await expect(carla.locator('tbody tr')).toHaveCount(2)
      await look(carla, 'invitations')
      await carla.getByRole('button', { name: words.invitations.list.againFor('Tom') }).click()
      await expect(carla.locator('.invitation-card')).toHaveCount(1)

      // A group session: planned, on Rosa's home and in her calendar, one press signs her up; then it was, and she came.
      await carla.goto(`${origin}/coordinate/group-sessions`)
      await carla.locator('input[name=title]').fill('Listening practice')
      await carla.locator('input[name=time]').fill('18:30')
      await carla.locator('input[name=place]').fill('https://meet.example.org/4')
      await carla.locator('#page-form button[type=submit]').click()
      await expect(carla.locator('.govuk-error-summary')).toContainText(
        t.groups.problems['day-malformed'],
      )
      await carla.locator('input[name=day]').fill('2099-02-28')
      await carla.locator('#page-form button[type=submit]').click()
      await expect(carla.locator('.saved-note')).toHaveText(t.groups.saved)
      await expect(carla.locator('main a[href="https://meet.example.org/4"]')).toBeVisible()
      await carla.goto(`${origin}/coordinate/group-sessions`)
      await look(carla, 'group-sessions')
      await rosa.goto(`${origin}/learn`)
      await expect(rosa.locator('main')).toContainText('Listening practice')
      await expect(rosa.locator('main a[href="https://meet.example.org/4"]')).toBeVisible()
      const ics = await rosa.request.get(
        `${origin}${await rosa.locator('a[href$=".ics"]').getAttribute('href')}`,
      )
      expect(ics.headers()['content-type']).toBe('text/calendar; charset=utf-8')
      expect(await ics.text()).toContain('SUMMARY:Listening practice')
      await rosa.getByRole('link', { name: t.groups.mine.see }).click()
      await rosa.locator('button[value=place]').click()
      await expect(rosa.locator('.saved-note')).toContainText(t.groups.mine.saved.place)
      await look(rosa, 'group-sessions-mine')
      await carla.getByRole('link', { name: 'Listening practice' }).click()
      await expect(carla.locator('.sign-ups')).toContainText('Rosa')
      await carla.locator('input[name=day]').fill('2026-02-28')
      await carla.getByRole('button', { name: t.desk.save }).click()
      await carla.locator('.attendance__one label[for^=came-]').click()
      await carla.getByRole('button', { name: t.groups.attendanceSave }).first().click()
      await expect(carla.locator('input[type=radio][value=came]')).toBeChecked()
      await expect(carla.locator('.saved-note')).toHaveText(t.groups.cameSaved(1))
      await look(carla, 'group-session')
      await rosa.goto(`${origin}/learn`)
      await expect(rosa.locator('main')).toContainText(t.groups.attended)

      // Rosa leaves: what she may see ends with the next request; then she is brought back.
      await carla.goto(`${origin}/coordinate/people`)
      await look(carla, 'people')
      await carla.getByRole('link', { name: 'Rosa', exact: true }).click()
      await expect(carla.locator('select[name=cohort]')).toHaveValue(/.{36}/)
      await look(carla, 'person')
      await carla.getByRole('button', { name: t.people.archiveDo, exact: true }).click()
      await expect(carla.locator('.govuk-error-summary')).toContainText(
        t.people.problems['reason-missing'],
      )
      await carla.locator('input[name=reason]').fill('Moved to another town')
      await prove(carla)
      await carla.getByRole('button', { name: t.people.archiveDo, exact: true }).click()
      await expect(carla.locator('main')).toContainText('Moved to another town')
      const after = await rosa.request.get(`${origin}/learn`).then((answer) => answer.text())
      expect(after.includes('Listening practice')).toBe(false)
      await prove(carla)
      await carla.getByRole('button', { name: t.people.backDo, exact: true }).click()
      await expect(carla.locator('select[name=cohort]')).toBeVisible()

      // Ana gives the programme its own words, looks first, and takes them back.
      await ana.goto(`${origin}/manage/programmes/kidney`)
      await look(ana, 'programme')
      await ana.getByRole('link', { name: words.programmes.sections.contact, exact: true }).click()
      const email = ana.locator('[id="contact.email"]')
      await email.fill('not an address')
      await look(ana, 'programme-contact')
      await ana.locator('#page-form button[value=preview]').click()
      await expect(ana.locator('.govuk-error-summary')).toContainText(
        words.manage.boxProblems.email,
      )
      await ana.locator('[id="contact.email"]').fill('mentors@river.example.org')
      await ana.locator('[id="contact.example"]').uncheck()
      await ana.locator('#page-form button[value=preview]').click()
      await ana.locator('button[value=save]').click()
      await expect(ana.locator('#history li')).toHaveCount(2)
      await ana.getByRole('link', { name: words.programmes.sections.about, exact: true }).click()
      await ana.locator('[id="name.en"]').fill('River mentors')
      await ana.locator('[id="name.es"]').fill('Mentores del río')
      await ana.locator('#page-form button[value=preview]').click()
      await expect(ana.locator('h1')).toHaveText(words.manage.previewTitle)
      await look(ana, 'programme-preview')
      const river = language === 'en' ? 'River mentors' : 'Mentores del río'
      await rosa.goto(`${origin}/apply/form`)
      await expect(rosa.locator('main')).not.toContainText(river)
      await ana.locator('button[value=save]').click()
      await expect(ana.locator('#history li')).toHaveCount(3)
      await expect(ana.locator('#history li').first()).toContainText(words.manage.name)
      await rosa.goto(`${origin}/apply/form`)
      await expect(rosa.locator('main')).toContainText(river)
      await expect(rosa.locator('.help-block')).toContainText('mentors@river.example.org')
      await ana.getByRole('button', { name: words.manage.bringBackShipped }).click()
      await expect(ana.locator('main')).toContainText(river)
      await ana.locator('button[value=bring-back]').click()
      await expect(ana.locator('#history li')).toHaveCount(4)

      // She makes one of her own: English alone, and closed until nothing in it is an example.
      await ana.goto(`${origin}/manage`)
      await ana.getByRole('link', { name: words.programmes.make }).click()
      await ana.locator('select[name=from]').selectOption('long-term')
      await ana.locator('[name="languages.es"]').uncheck()
      await ana.locator('[id="organisation.en"]').fill('Harbour')
      await ana.locator('#page-form button.govuk-button').click()
      await expect(ana.locator('.govuk-error-summary')).toContainText(
        words.manage.boxProblems.missing,
      )
      await look(ana, 'programme-new')
      await ana.locator('[id="name.en"]').fill('Harbour mentors')
      await ana.locator('#page-form button.govuk-button').click()
      await expect(ana.locator('#state h2')).toHaveText(words.programmes.states.draft)
      await ana.locator('#state button').click()
      await expect(ana.locator('.govuk-error-summary')).toContainText(
        words.programmes.sections.crisis,
      )
      await look(ana, 'programme-refused')
      await ana.getByRole('link', { name: words.programmes.sections.contact, exact: true }).click()
      await expect(ana.locator('[name="contact.name.es"]')).toHaveCount(0)
      await ana.locator('[id="contact.phone"]').fill('0191 233 1234')
      await ana.locator('[id="contact.email"]').fill('mentors@harbour.org')
      await ana.locator('#page-form button[value=preview]').click()
      await expect(ana.locator('main mark').first()).toContainText('0191 233 1234')
      await look(ana, 'programme-new-preview')
      await ana.locator('button[value=save]').click()
      await ana.getByRole('link', { name: words.programmes.sections.crisis, exact: true }).click()
      await ana.locator('[id="crisis.1.number"]').fill('0191 233 1235')
      await ana.locator('[id="crisis.2.number"]').fill('0191 233 1236')
      await ana.locator('#page-form button[value=preview]').click()
      await ana.locator('button[value=save]').click()
      await ana.locator('#state button').click()
      await expect(ana.locator('#state h2')).toHaveText(words.programmes.states.open)
      const visitor = await open()
      await visitor.goto(`${origin}/apply/form?programme=harbour-mentors`)
      await expect(visitor.locator('html')).toHaveAttribute('lang', /^en/)
      await expect(visitor.locator('.language-switch')).toHaveCount(0)
      await expect(visitor.locator('.help-block')).toContainText('0191 233 1234')
      await visitor.context().close()
      await rosa.goto(`${origin}/apply/form`)
      await expect(rosa.locator('main')).not.toContainText(river)
      await ana.goto(`${origin}/manage/programmes/kidney/rules`)
      await ana.locator('input[name=groupSessionsCount]').check()
      await ana.locator('#page-form button[type=submit]').click()
      await expect(ana.locator('input[name=groupSessionsCount]')).toBeChecked()
      await look(ana, 'rules')

      // Accounts, release, audit.
      await ana.goto(`${origin}/manage/releases`)
      await look(ana, 'releases')
      await ana.goto(`${origin}/manage/accounts?search=carla`)
      await look(ana, 'accounts')
      await ana.getByRole('link', { name: 'Carla' }).click()
      await look(ana, 'account')
      await prove(ana)
      await ana.getByRole('button', { name: words.manage.disable }).click()
      await expect(ana.getByRole('button', { name: words.manage.enable })).toBeVisible()
      await carla.goto(`${origin}/coordinate/people`)
      await expect(carla).toHaveURL(/sign-in/)
      await ana.goto(`${origin}/manage/audit?person=Carla`)
      await expect(ana.locator('main')).toContainText('account-disabled')
      await expect(ana.locator('main')).toContainText('trainee-archived')
      await expect(ana.locator('main')).not.toContainText('Moved to another town')
      await expect(ana.locator('main')).not.toContainText('canary-internal-note')
      await look(ana, 'audit')

      expect(problems).toEqual([])
    } finally {
      await server.stop()
    }
  })

/** Types the password where the page asks for it. */
async function prove(page: Page): Promise<void> {
  for (const box of await page.locator('input[name=password]').all()) await box.fill(PASSWORD)
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
  if (javaScript) {
    const violations = await violationsOf(page)
    expect(violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html ?? ''}`)).toEqual([])
  }
  await picture(page, `people/${name}`)
}
