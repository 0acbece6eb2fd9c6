/** One journey from offering to leaving: apply, first talk, invitation, course, role play, sign-off, register, API, withdrawal. */
import { expect, test, type Browser, type Page } from '@playwright/test'
import type { Course } from '#domain/course/course.ts'
import { courseWith } from '#domain/course/packs.ts'
import type { Language } from '#domain/course/language.ts'
import type { StartedServer } from '#tests/start-server.ts'
import { lentServer } from '#tests/lent-server.ts'
import { courseOf, invite, join, readLesson, takeQuiz, walkTalk, wordsIn } from './people.ts'
import { pressAndArrive } from './press.ts'
import { sendRest } from './rest-of-course.ts'
import { send as sendForm, signAs } from './sign-off-steps.ts'

interface Way {
  readonly server: StartedServer
  readonly language: Language
  readonly course: Course
  readonly t: ReturnType<typeof wordsIn>
}

for (const { language, javaScript, width } of [
  { language: 'en', javaScript: false, width: 1280 },
  { language: 'es', javaScript: true, width: 390 },
] as const)
  test(`from offering to leaving, ${language}, ${width} px, JavaScript ${javaScript ? 'on' : 'off'}`, async ({
    browser,
  }) => {
    test.setTimeout(240_000)
    const server = await lentServer()
    const problems: string[] = []
    const t = wordsIn(language)
    const way: Way = {
      server,
      language,
      course: courseWith(courseOf(language), ['dialysis-center']),
      t,
    }
    const open = (fades: boolean) => openPage(browser, way, { javaScript, width, fades }, problems)
    try {
      // On the phone Rosa's pages fade into each other, as most people see them (playwright.config.ts).
      const [ana, carla, rosa] = await Promise.all([open(false), open(false), open(javaScript)])
      await join(ana, server.setupLink ?? '', { name: 'Ana', signInName: 'ana', language })
      await expect(ana.locator('h1')).toHaveText(t.factor.title)
      await ana.getByRole('link', { name: t.factor.later }).click()
      await expect(ana.locator('h1')).toHaveText(t.manage.title)
      const forCarla = await invite(ana, `${server.origin}/manage/invite`, {
        name: 'Carla',
        programme: 'kidney',
        language,
      })
      await join(carla, forCarla, { name: 'Carla', signInName: 'carla', language })
      await expect(carla.locator('h1')).toHaveText(t.coordinate.title)
      const token = await makeToken(ana, way)

      await offer(rosa, way)
      const link = await firstTalk(carla, way)
      await join(rosa, link, { name: 'Rosa', signInName: 'rosa', language })
      await learn(rosa, way)
      const record = await watch(carla, way)
      await talkItThrough(carla, way, record)
      await rosa.goto(`${server.origin}/learn/sign-off`)
      await pressAndArrive(rosa, rosa.locator('button[value=ask]'))
      await rosa.goto(`${server.origin}/learn`)
      await expect(rosa.locator('.road')).toContainText(t.learn.standings['waiting-for-sign-off'])

      // Signed off, but nobody is matched before the mentor has signed too.
      await signOff(carla, way, record)
      expect(await mentors(ana, way, token)).toEqual([])
      await rosa.goto(`${server.origin}/learn/commitment`)
      await expect(rosa.locator('main')).toContainText('You wait, and you listen.')
      await signAs(rosa, 'Rosa')
      await expect(rosa).toHaveURL(`${server.origin}/record/certificate`)
      await isInRegister(carla, way)
      expect(await mentors(ana, way, token)).toMatchObject([
        {
          name: 'Rosa',
          standing: 'ready-with-conditions',
          conditions: 'Not before ten in the morning',
          comfortAreas: ['dialysis-center'],
          noGoAreas: ['transplant-loss'],
          languages: [language, 'ase'],
          contactWays: ['phone', 'letter'],
          capacity: 2,
          place: 'North Clinic',
        },
      ])

      // The renewal waits for Rosa; what was decided before holds until then.
      await renew(carla, way, record)
      expect(await mentors(ana, way, token)).toMatchObject([
        { name: 'Rosa', place: 'North Clinic' },
      ])

      await withdraw(carla, record)
      await carla.goto(`${server.origin}/coordinate/register`)
      await expect(carla.locator('main')).toContainText(t.register.intro(0))
      await expect(carla.locator('main')).not.toContainText('Rosa')
      expect(await mentors(ana, way, token)).toEqual([])
      await carla.goto(`${server.origin}/coordinate/register/left`)
      await expect(carla.locator('tbody th')).toHaveText('Rosa')
      await expect(carla.locator('tbody')).toContainText(t.register.absences.withdrawn)
      await expect(carla.locator('tbody')).toContainText('You asked to stop for now.')
      await rosa.goto(`${server.origin}/record`)
      await expect(rosa.locator('.standing').first()).toHaveText(t.learn.standings.withdrawn)
      await expect(rosa.locator('main')).toContainText('You asked to stop for now.')
      await expect(rosa.locator('main')).not.toContainText('canary-internal-note')
      expect((await rosa.goto(`${server.origin}/record/certificate`))?.url()).not.toContain(
        'certificate',
      )
      expect(problems).toEqual([])
      expect(server.output()).not.toMatch(/Rosa|rosa|carla|555-0123|seven quiet|You wait/)
    } finally {
      await server.stop()
    }
  })

async function openPage(
  browser: Browser,
  { server, language }: Way,
  how: { readonly javaScript: boolean; readonly width: number; readonly fades: boolean },
  problems: string[],
): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: how.javaScript,
    locale: language,
    viewport: { width: how.width, height: 844 },
    reducedMotion: how.fades ? 'no-preference' : 'reduce',
  })
  await context.addCookies([{ name: 'language', value: language, url: server.origin }])
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
      problems.push(`${page.url()} ${message.text()}`)
  })
  // A fade that Chromium gives up is no fault of the page: it is shown at once.
  page.on('pageerror', (error) => {
    if (!/^InvalidStateError: Transition was aborted/.test(String(error)))
      problems.push(String(error))
  })
  page.on('response', (response) => {
    if (response.status() >= 500) problems.push(`${response.status()} ${response.url()}`)
  })
  return page
}

/** @returns the token, which is shown once */
async function makeToken(ana: Page, { server }: Way): Promise<string> {
  await ana.goto(`${server.origin}/manage/tokens`)
  await ana.locator('#page-form input[name=name]').fill('Matching')
  await ana.locator('input[name=programme][value=kidney]').check()
  await ana.locator('input[name=scope]').check()
  await ana.locator('input[name=days][value="90"]').check()
  await sendForm(ana)
  return ana.locator('#token').inputValue()
}

/** What another system reads. */
async function mentors(page: Page, { server }: Way, token: string): Promise<unknown[]> {
  const answer = await page.request.get(`${server.origin}/api/v1/mentors`, {
    headers: { authorization: `Bearer ${token}` },
  })
  expect(answer.status()).toBe(200)
  return ((await answer.json()) as { mentors: unknown[] }).mentors
}

async function offer(rosa: Page, { server, t }: Way): Promise<void> {
  await rosa.goto(`${server.origin}/apply?programme=kidney`)
  await rosa.locator('#check-0').check()
  await rosa.locator('main a.govuk-button').click()
  await rosa.locator('[name=why]').fill('I had good company in my first year.')
  await rosa.locator('input[name=areas][value=dialysis-center]').check()
  await rosa.locator('input[name=notAreas][value=transplant-loss]').check()
  await rosa.locator('[name=name]').fill('Rosa')
  await rosa.locator('[name=contact]').fill('555-0123')
  await sendForm(rosa)
  await expect(rosa.locator('h1')).toHaveText(t.apply.thanksTitle)
}

/** @returns the link of the invitation that follows it */
async function firstTalk(carla: Page, { server, t }: Way): Promise<string> {
  await carla.goto(`${server.origin}/coordinate/applications`)
  await carla.getByRole('link', { name: 'Rosa' }).click()
  await carla.locator('input[name=outcome][value=invite]').check()
  await carla.locator('[name=message]').fill('Welcome, Rosa. The course starts in spring.')
  await sendForm(carla)
  await carla.locator('a', { hasText: t.people.applications.invite }).click()
  await expect(carla.locator('input[name=name]')).toHaveValue('Rosa')
  await sendForm(carla)
  return carla.locator('#link').inputValue()
}

/** A lesson, a quiz missed and passed, a talk and three reflections by hand; the rest as from a phone without a network. */
async function learn(rosa: Page, { server, course, t }: Way): Promise<void> {
  const { origin } = server
  const first = course.modules[0]?.lessons[0]
  await expect(rosa.locator('h1')).toHaveText(t.learn.homeTitle('Rosa'))
  await expect(rosa.locator('.carry-on')).toContainText(first?.title ?? '')
  await readLesson(rosa, origin, first?.id ?? '')
  for (const lesson of course.modules.find(({ slug }) => slug === 'no-advice')?.lessons ?? [])
    await readLesson(rosa, origin, lesson.id)
  await takeQuiz(rosa, origin, course, 'no-advice', (index) => index < 3)
  await expect(rosa.locator('h1')).toHaveText(t.course.notYet)
  // Only what went wrong is asked again.
  const never = (): boolean => false
  await takeQuiz(rosa, origin, course, 'no-advice', never, (index) => index < 3)
  await expect(rosa.locator('h1')).toHaveText(t.course.moduleFinished)
  await walkTalk(rosa, origin, course, 'practising/skip-thursday')
  await expect(rosa.locator('h1')).toHaveText(t.course.endings['held-well'])
  for (const { reflection } of course.modules) {
    if (!reflection) continue
    await rosa.goto(`${origin}/learn/${reflection.id}`)
    await rosa.locator('[name=text]').fill('I can promise to come when I say so.')
    await rosa.locator('input[name=share]').check()
    await sendForm(rosa)
    await expect(rosa).not.toHaveURL(`${origin}/learn/${reflection.id}`)
  }
  await sendRest(rosa, origin, course)
}

/** The role play. @returns the address of Rosa's record */
async function watch(carla: Page, { server, t }: Way): Promise<string> {
  await carla.goto(`${server.origin}/coordinate?tab=all`)
  await carla.locator('tbody th a').click()
  const record = carla.url().replace(/[?#].*/, '')
  await expect(carla.locator('#attempts')).toContainText(t.coordinate.attemptPassed)
  await carla.goto(`${record}/observe`)
  await carla.locator('.other-lines > summary').click()
  for (const radio of await carla.locator('input[name^=level-][value="2"]').all())
    await radio.check()
  await carla.locator('[name=note]').fill('She waited, and asked first.')
  await sendForm(carla)
  await expect(carla.locator('#observations')).toContainText('She waited, and asked first.')
  return record
}

/** The shared reflections are accepted, and the talk about looking after oneself is held: nothing is open any more. */
async function talkItThrough(carla: Page, { server, t }: Way, record: string): Promise<void> {
  const inbox = `${server.origin}/coordinate/inbox?tab=reflections`
  for (;;) {
    await carla.goto(inbox)
    const next = carla.locator('tbody th a').first()
    if ((await next.count()) === 0) break
    await next.click()
    await carla.locator('input[name=accepted][value=yes]').check()
    await carla.locator('[name=text]').fill('A good promise.')
    await sendForm(carla)
    await expect(carla.locator('.saved-note')).toContainText(t.evidence.answerSent)
  }
  await carla.goto(`${record}/talk`)
  await carla.locator('[name=competency]').selectOption('self-care')
  await carla.locator('input[name=accepted][value=yes]').check()
  await carla.locator('[name=note]').fill('She knows when to stop.')
  await sendForm(carla)
  await expect(carla.locator('#talks')).toContainText('She knows when to stop.')
  await expect(carla.locator('.readiness__line--missing')).toHaveCount(0)
}

/** With every line met a sign-off takes eight pages. */
async function signOff(carla: Page, { language, t }: Way, record: string): Promise<void> {
  await carla.goto(`${record}/sign-off`)
  const pages = [pageOf(carla)]
  const send = async (): Promise<void> => {
    await sendForm(carla)
    pages.push(pageOf(carla))
  }
  await send()
  await carla.locator('input[name=shown][value=all]').check()
  await send()
  await carla.locator('input[name=decision][value=ready]').check()
  await send()
  await carla.locator('[name=reason]').fill('You wait, and you listen.')
  await carla.locator('[name=internalNote]').fill('canary-internal-note')
  await carla.locator('[name=conditions]').fill('Not before ten in the morning')
  await send()
  await carla.locator('input[name=comfortAreas][value=dialysis-center]').check()
  await carla.locator('input[name=noGoAreas][value=transplant-loss]').check()
  for (const spoken of [language, 'ase'])
    await carla.locator(`input[name=languages][value=${spoken}]`).check()
  for (const contact of ['phone', 'letter'])
    await carla.locator(`input[name=contactWays][value=${contact}]`).check()
  await carla.locator('[name=capacity]').selectOption('2')
  await carla.locator('[name=place]').fill('North Clinic')
  await send()
  await send()
  await expect(carla.locator('h1')).toHaveText(t.signOff.checkTitle)
  await carla.locator('a[href$="/sign-off/declare"]').click()
  await expect(carla.locator('h1')).toHaveText(t.signOff.declareTitle)
  expect([...pages, pageOf(carla)]).toEqual([
    'sign-off',
    'met',
    'decision',
    'reason',
    'offer',
    'until',
    'check',
    'declare',
  ])
  await signAs(carla, 'Carla')
  await expect(carla.locator('h1')).toHaveText(t.signOff.doneTitle)
}

const pageOf = (page: Page): string => new URL(page.url()).pathname.split('/').at(-1) ?? ''

/** One thing was seen since: only that is asked, and what does not change with a day. */
async function renew(carla: Page, { t }: Way, record: string): Promise<void> {
  await carla.goto(`${record}/observe`)
  await carla.locator('input[name=level-listening][value="3"]').check()
  await sendForm(carla)
  await expect(carla).toHaveURL(/observed=/)
  await carla.goto(`${record}/sign-off`)
  await expect(carla.locator('main')).toContainText(t.signOff.keptLines(LINES - 1))
  const pages = [pageOf(carla)]
  const send = async (): Promise<void> => {
    await sendForm(carla)
    pages.push(pageOf(carla))
  }
  await send()
  await carla.locator('input[name=shown][value=all]').check()
  await send()
  await carla.locator('input[name=decision][value=ready]').check()
  await send()
  await carla.locator('[name=reason]').fill('You still wait, and you listen.')
  await expect(carla.locator('[name=conditions]')).toHaveValue('Not before ten in the morning')
  await send()
  await send()
  await expect(carla.locator('h1')).toHaveText(t.signOff.checkTitle)
  await expect(carla.locator('.check-answers').first()).toContainText('North Clinic')
  await carla.locator('a[href$="/sign-off/declare"]').click()
  await expect(carla.locator('h1')).toHaveText(t.signOff.declareTitle)
  expect([...pages, pageOf(carla)]).toEqual([
    'sign-off',
    'met',
    'decision',
    'reason',
    'until',
    'check',
    'declare',
  ])
  await signAs(carla, 'Carla')
  await expect(carla.locator('h1')).toHaveText(t.signOff.doneTitle)
}

/** How many a kidney programme asks about. */
const LINES = 14

/** Found by what was said at the sign-off, in the same words. */
async function isInRegister(carla: Page, { server, language, t, course }: Way): Promise<void> {
  await carla.goto(`${server.origin}/coordinate/register`)
  await carla.locator('select[name=language]').selectOption({ label: t.signOff.languageNames.ase })
  await carla.locator('select[name=contact]').selectOption({ label: t.signOff.contactWays.letter })
  await carla.locator('.register-filter button[type=submit]').click()
  await expect(carla.locator('main')).toContainText(t.register.found(1))
  await expect(carla.locator('tbody th')).toContainText('Rosa')
  for (const said of [
    'Not before ten in the morning',
    language === 'es' ? 'Español' : 'English',
    t.signOff.languageNames.ase,
    t.signOff.contactWays.phone,
    'North Clinic',
    course.language === 'es' ? 'Trasplante' : 'transplant',
  ])
    await expect(carla.locator('tbody')).toContainText(said, { ignoreCase: true })
}

async function withdraw(carla: Page, record: string): Promise<void> {
  await carla.goto(`${record}/withdraw`)
  await carla.locator('[name=reason]').fill('You asked to stop for now.')
  await sendForm(carla)
  await expect(carla.locator('#decisions')).toContainText('You asked to stop for now.')
}
