/** The sign-off on a phone, question by question, and what the mentor does with it: commitment, certificate, check page. */
import { expect, test, type Browser, type Page } from '@playwright/test'
import type { Language } from '#domain/course/language.ts'
import { signInAs, startDemo, type DemoServer } from './demo-server.ts'
import { wordsIn } from './people.ts'
import { judgeLines, send as sendForm, signAs } from './sign-off-steps.ts'
import { picture } from './picture.ts'
import { violationsOf } from './violations.ts'
import { pressAndArrive } from './press.ts'
import { oneOf } from '#tests/runs.ts'

const DISPLAYS = [
  ['large', 'cream'],
  ['larger', 'high'],
] as const

let server: DemoServer
test.beforeAll(async () => {
  server = await startDemo()
})
test.afterAll(() => server.stop())
test.describe.configure({ mode: 'serial' })

async function open(
  browser: Browser,
  who: string | null,
  language: Language,
  javaScriptEnabled: boolean,
): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled,
    locale: language,
    viewport: { width: 390, height: 844 },
  })
  const page = await context.newPage()
  await context.addCookies([{ name: 'language', value: language, url: server.origin }])
  if (!who) return page
  await signInAs(page, server, who)
  if ((await page.locator('html').getAttribute('lang')) !== language) {
    await page.locator('.language-switch button').click()
    await expect(page.locator('html')).toHaveAttribute('lang', language)
  }
  return page
}

/** Without sideways scrolling, and a picture to look at; accessible, where axe can run at all. */
async function look(page: Page, name: string): Promise<void> {
  await picture(page, `sign-off/${name}`)
  const wide = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)
  expect(wide, `${name} scrolls sideways`).toBe(0)
  if (name.startsWith('en-')) return
  const violations = await violationsOf(page)
  expect(violations.map(({ id, nodes }) => `${name} ${id} ${nodes[0]?.html}`)).toEqual([])
}

for (const { language, javaScript, mentor } of oneOf('en', [
  { language: 'en', javaScript: false, mentor: 'nadia' },
  { language: 'es', javaScript: true, mentor: 'luz' },
] as const))
  test(`from the evidence to the check page, ${language}, JavaScript ${javaScript ? 'on' : 'off'}`, async ({
    browser,
  }) => {
    test.setTimeout(150_000)
    const words = wordsIn(language)
    const t = words.signOff
    const m = words.mentor
    const name = mentor === 'luz' ? 'Luz' : 'Nadia'
    const shot = (what: string): string => `${language}-${what}`
    const desk = await open(browser, 'carla', language, javaScript)
    await desk.goto(`${server.origin}/coordinate?tab=all`)
    await desk.getByRole('link', { name, exact: true }).click()
    const record = desk.url().replace(/[?#].*/, '')
    const send = () => sendForm(desk)
    const at = (step: string) => expect(desk).toHaveURL(`${record}/sign-off/${step}`)

    // The evidence, then line by line; nothing is chosen for the coordinator.
    await desk.goto(`${record}/sign-off/check`)
    await expect(desk).toHaveURL(`${record}/sign-off`)
    await look(desk, shot('1-evidence'))
    await send()
    // Luz has shown some lines, which are asked together; Nadia none.
    await at(mentor === 'luz' ? 'met' : 'line-consent')
    await send()
    await expect(desk.locator('.govuk-error-summary')).toContainText(
      t.problems[mentor === 'luz' ? 'met-missing' : 'judgement-missing'],
    )
    await look(desk, shot('2-line-refused'))
    await judgeLines(desk, (line) => (line === 'listening' ? 'not-yet' : 'shown'))
    await at('decision')
    await look(desk, shot('3-decision'))
    await desk.locator('input[value=more-practice]').check()
    await send()
    // "More practice" takes its lines from what was said before.
    await at('reason')
    await desk.goto(`${record}/sign-off/practise`)
    await expect(desk.locator('input[value=listening]')).toBeChecked()
    await look(desk, shot('4-practise'))
    await desk.goto(`${record}/sign-off/decision`)
    await expect(desk.locator('input[value=more-practice]')).toBeChecked()
    await desk.locator('input[value=ready]').check()
    await send()
    await at('reason')
    await send()
    await expect(desk.locator('#reason-error')).toContainText(t.problems['reason-missing'])
    await desk.locator('[name=reason]').fill('You wait, and you listen.')
    await send()
    await expect(desk.locator('#otherwise-error')).toContainText(t.problems['otherwise-missing'])
    await desk.locator('[name=otherwise]').fill('She did this for years elsewhere.')
    await desk.locator('[name=conditions]').fill('By phone only')
    await look(desk, shot('4b-reason'))
    await send()
    await at('offer')
    // Nothing that Nadia would talk about rests on anything yet.
    const diabetes = desk.locator('input[name=comfortAreas][value=diabetes]')
    if (mentor === 'luz') await diabetes.check()
    else await expect(diabetes).toHaveCount(0)
    await expect(desk.getByText(words.areas.lacks.title)).toHaveCount(1)
    await desk.locator('input[name=noGoAreas][value=diabetes]').check()
    await send()
    if (mentor === 'luz')
      await expect(desk.locator('#noGoAreas-error')).toContainText(t.problems['areas-both'])
    await desk.locator('input[name=noGoAreas][value=diabetes]').uncheck()
    await desk.locator('input[name=noGoAreas][value=transplant]').check()
    await desk.locator(`input[name=languages][value=${language}]`).check()
    await desk.locator('input[name=contactWays][value=phone]').check()
    await desk.locator('[name=capacity]').selectOption('2')
    await look(desk, shot('5-offer'))
    await send()
    await at('until')
    await send()

    // Check, change one answer, and come straight back.
    await at('check')
    await look(desk, shot('7-check'))
    await desk.locator('a[href$="/sign-off/reason"]').first().click()
    await expect(desk.locator('[name=conditions]')).toHaveValue('By phone only')
    await desk.locator('[name=conditions]').fill(
      // As long as it may be where the sheet of paper is counted.
      'By phone, after 10 in the morning. '.repeat(javaScript ? 1 : 114).trim(),
    )
    await send()
    await at('check')
    await expect(desk.locator('.check-answers').first()).toContainText('after 10 in the morning')
    await desk.locator('a[href$="/sign-off/declare"]').click()
    await signAs(desk, 'Carlos')
    await expect(desk.locator('#declaredName-error')).toContainText(t.nameWrong('Carla'))
    await look(desk, shot('8-declare-refused'))

    // Somebody observes in between: refused, with what has changed; the answers stay.
    const observer = await open(browser, 'oscar', language, javaScript)
    await observer.goto(`${record}/observe`)
    await observer.locator('input[name=level-listening][value="2"]').check()
    await sendForm(observer)
    await expect(observer).toHaveURL(/observed=/)
    await signAs(desk, ' carla ')
    await expect(desk.locator('#look-again')).toContainText(t.changedMeanwhile)
    await look(desk, shot('9-changed'))
    await desk.locator('#look-again a').click()
    await at('check')
    await expect(desk.locator('#meanwhile')).toContainText(t.changedSince)
    await expect(desk.locator('a[href$="/sign-off/declare"]')).toHaveCount(0)
    await look(desk, shot('9b-meanwhile'))
    await send()
    await expect(desk.locator('#meanwhile')).toHaveCount(0)
    await judgeLines(desk)
    await at('check')
    await desk.locator('a[href$="/sign-off/declare"]').click()
    await signAs(desk, 'CARLA')
    await expect(desk.locator('h1')).toHaveText(t.doneTitle)
    await look(desk, shot('10-done'))
    await desk.goBack()
    await desk.goto(`${record}/sign-off/declare`)
    await expect(desk).toHaveURL(`${record}/sign-off`)
    await desk.goto(record)
    await expect(desk.locator('.identity-bar')).toContainText(
      words.learn.standings['waiting-for-commitment'],
    )

    // The mentor signs, and is ready.
    const page = await open(browser, mentor, language, javaScript)
    await page.goto(`${server.origin}/learn`)
    await look(page, shot('11-learn'))
    await page.locator('a[href="/learn/commitment"]').click()
    await expect(page.locator('main')).toContainText('You wait, and you listen.')
    await expect(page.locator('main')).not.toContainText('for years elsewhere')
    await look(page, shot('12-commitment'))
    const sign = () => sendForm(page)
    await sign()
    await expect(page.locator('.govuk-error-summary')).toContainText(t.nameWrong(name))
    await signAs(page, name)
    await expect(page).toHaveURL(`${server.origin}/record/certificate`)
    await look(page, shot('13-certificate'))
    const code = (await page.locator('.certificate__code').innerText()).trim()
    expect(code).toMatch(/^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$/)
    // E5: one sheet, upright and across, with a long name, conditions as long as they may be, and large letters.
    if (!javaScript) {
      await page.evaluate((long) => {
        const box = document.querySelector('.certificate__name')
        if (box) box.textContent = long
      }, LONG_NAME)
      expect(await sheetsOf(page)).toEqual([1, 1, 1, 1])
      await page.evaluate(() => {
        Object.assign(document.documentElement.dataset, { text: 'larger', spacing: 'wide' })
      })
      expect(await sheetsOf(page)).toEqual([1, 1, 1, 1])
    }

    // The check page is there only while the mentor lets it be.
    const visitor = await open(browser, null, language, javaScript)
    const check = async (): Promise<number | undefined> =>
      (await visitor.goto(`${server.origin}/check/${code}`))?.status()
    expect(await check()).toBe(404)
    await pressAndArrive(page, page.locator('#public-check button'))
    expect(await check()).toBe(200)
    await expect(visitor.locator('main')).toContainText(name)
    await expect(visitor.locator('main')).toContainText(m.checkYes)
    await look(visitor, shot('14-check'))
    await pressAndArrive(page, page.locator('#public-check button'))
    expect(await check()).toBe(404)
    await look(visitor, shot('15-check-unknown'))

    for (const [path, what] of [
      ['/record', '16-record'],
      ['/learn/sign-off', '17-ask'],
      ['/learn/pause', '18-pause'],
      ['/learn/who-can-see', '19-who'],
    ] as const) {
      await page.goto(server.origin + path)
      await look(page, shot(what))
    }

    // A pause with a day on which they may be back; the coordinator sees both.
    await page.goto(`${server.origin}/learn/pause`)
    await page.locator('[name=until]').fill('2020-01-01')
    await sign()
    await expect(page.locator('#until-error')).toContainText(m.pauseProblem)
    await page.locator('[name=until]').fill('2031-05-01')
    await sign()
    await look(page, shot('20-paused'))
    await desk.goto(`${record}?on=2020-01-01`)
    await expect(desk.locator('.identity-bar')).toContainText(words.learn.standings.paused)
    await expect(desk.locator('.identity-bar')).toContainText('2031')
    await expect(desk.locator('#standing-on')).toContainText(words.learn.standings['in-training'])
    await look(desk, shot('21-record'))
    await page.goto(`${server.origin}/learn`)
    await page.locator('button[value=resume]').click()
    await expect(page.locator('button[value=pause]')).toBeVisible()

    // How they like to read, on every page from then on, and after signing in elsewhere.
    const [text, contrast] = DISPLAYS[javaScript ? 0 : 1]
    await page.goto(`${server.origin}/display`)
    await page.locator(`input[name=text][value=${text}]`).check()
    await page.locator(`input[name=contrast][value=${contrast}]`).check()
    await page.locator('input[name=spacing][value=wide]').check()
    await sign()
    await look(page, shot('22-display'))
    await page.goto(`${server.origin}/nothing-here`)
    await expect(page.locator('html')).toHaveAttribute('data-text', text)
    await look(page, shot('23-not-here'))
    const elsewhere = await open(browser, mentor, language, javaScript)
    await expect(elsewhere.locator('html')).toHaveAttribute('data-contrast', contrast)
    await expect(elsewhere.locator('html')).toHaveAttribute('data-spacing', 'wide')
  })

/** As long as a name may be. */
const LONG_NAME =
  'Maximiliana-Guadalupe Fernández de Córdoba y Álvarez de Toledo Wiśniewska-Ogrodowczyk von Hohenlohe'

/** How many sheets of paper the page takes: A4 and Letter, each upright and across. */
async function sheetsOf(page: Page): Promise<number[]> {
  const sheets: number[] = []
  for (const format of ['A4', 'Letter'])
    for (const landscape of [false, true]) {
      const file = await page.pdf({ format, landscape })
      sheets.push(file.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0)
    }
  return sheets
}
