/**
 * Every page, as every role, in both languages: accessible, within its policy, without sideways scrolling, valid.
 * F5: no sideways scroll with text alone at 200 %. F8: one current page, and a title that says nothing twice.
 * In each way to draw it: the dark, more contrast, both, and cream. Paper is white in all of them.
 * Nothing is too low for a thumb, no table of three columns hides one, and no bracket stands apart from its word.
 */
import { expect, test, type Page } from '@playwright/test'
import { LANGUAGES, type Language } from '#domain/course/language.ts'
import { signInAs, startDemo, type DemoServer } from './demo-server.ts'
import { asksForCorrection, fillPath } from './ids-of-cast.ts'
import { VISITOR, WALKS } from './pages-of-roles.ts'
import { invalidIn } from './valid-html.ts'
import { violationsOf, withAxe } from './violations.ts'

let server: DemoServer
test.beforeAll(async () => {
  server = await startDemo()
  await asksForCorrection(server)
})
test.afterAll(async () => {
  await server.stop()
})
test.describe.configure({ mode: 'default' })

for (const language of LANGUAGES) {
  test(`visitor, ${language}`, async ({ page }) => {
    test.setTimeout(180_000)
    await inLanguage(page, language)
    await look(page, VISITOR, language)
  })
  for (const [who, paths] of WALKS)
    test(`${who}, ${language}`, async ({ page }) => {
      test.setTimeout(240_000)
      await signInAs(page, server, who)
      await switchTo(page, language)
      await look(page, paths, language)
    })
}

const DARK = 'rgb(15, 31, 34)'
const groundOf = (): string => getComputedStyle(document.body).backgroundColor

test.describe('light or dark, as somebody chose', () => {
  test.use({ javaScriptEnabled: false })

  test('dark stays dark in a light room, light stays light in a dark one, and paper is white', async ({
    page,
  }) => {
    const choose = async (theme: string, contrast = 'system'): Promise<void> => {
      await page.goto(`${server.origin}/display`)
      await page.locator(`[name=theme][value=${theme}] + label`).click()
      await page.locator(`[name=contrast][value=${contrast}] + label`).click()
      await page.getByRole('button', { name: 'Save' }).click()
      await expect(page.locator('.saved-note')).toBeVisible()
    }
    const ground = (): Promise<string> => page.evaluate(groundOf)
    await page.emulateMedia({ colorScheme: 'light' })
    await choose('dark')
    expect(await ground()).toBe(DARK)
    await expect(page.locator('meta[name=color-scheme]')).toHaveAttribute('content', 'dark')
    await page.emulateMedia({ colorScheme: 'dark', media: 'print' })
    expect(await ground()).toBe('rgb(255, 255, 255)')
    await page.emulateMedia({ media: 'screen' })
    await choose('dark', 'high')
    expect(await ground()).toBe('rgb(0, 0, 0)')
    await choose('automatic', 'cream')
    expect(await ground()).toBe('rgb(245, 233, 208)')
    await choose('light')
    expect(await ground()).toBe('rgb(251, 247, 240)')
    await choose('automatic')
    expect(await ground()).toBe(DARK)
  })
})

async function inLanguage(page: Page, language: string): Promise<void> {
  await page.context().addCookies([{ name: 'language', value: language, url: server.origin }])
}

async function switchTo(page: Page, language: string): Promise<void> {
  if ((await page.getAttribute('html', 'lang')) === language) return
  await page.locator('.language-switch button').click()
  await expect(page.locator('html')).toHaveAttribute('lang', language)
}

/** What is hard to press or to read on a phone; runs in the page. */
function onPhone(): string[] {
  const problems: string[] = []
  const isSeen = (one: Element): boolean => one.getBoundingClientRect().width > 1
  for (const one of document.querySelectorAll<HTMLElement>('a[href], button, summary, select')) {
    // A link within a sentence is as high as its line.
    const stands =
      getComputedStyle(one).display !== 'inline' ||
      one.parentElement?.innerText.trim() === one.innerText.trim()
    // Where a row can be pressed, the link's own box is laid over it.
    const over = getComputedStyle(one, '::after')
    const isRow = over.content !== 'none' && over.position === 'absolute' && over.inset === '0px'
    const { height } = ((isRow && one.offsetParent) || one).getBoundingClientRect()
    if (isSeen(one) && stands && height < 43.5)
      problems.push(`${Math.round(height)}px low: ${one.outerHTML.slice(0, 120)}`)
  }
  for (const table of document.querySelectorAll('.table-scroll'))
    if (
      isSeen(table) &&
      table.scrollWidth > table.clientWidth + 1 &&
      table.querySelectorAll('th').length < 4
    )
      problems.push(`a table hides a column: ${table.textContent.trim().slice(0, 60)}`)
  const apart = /.{0,30}(\([^\S\n]|[^\S\n]\)|\S[^\S\n][,;:](\s|$)).{0,20}/.exec(
    document.body.innerText,
  )
  if (apart) problems.push(`apart from its word: ${apart[0]}`)
  return problems
}

async function onPhoneAt(page: Page): Promise<string[]> {
  const wide = await page.evaluate(() => {
    const { documentElement: root } = document
    root.style.fontSize = '200%'
    const wider = root.scrollWidth - root.clientWidth
    root.style.fontSize = ''
    return wider
  })
  const problems = await page.evaluate(onPhone)
  return wide > 0 ? [`F5: text at 200 %: ${wide}px wider than a phone`, ...problems] : problems
}

/**
 * `npm run test:hard` looks at every width and asks axe everything at each, in every language; `npm test` asks it everything
 * once about each page: about one page on a desk in English, in the light, about the next on a phone in Spanish, in the dark
 * (docs/decisions/quick-loop.md).
 */
const HARD = Boolean(process.env['HARD'])
const WIDTHS: Record<Language, readonly number[]> = HARD
  ? { en: [320, 390, 768, 1280], es: [320, 390, 768, 1280] }
  : { en: [320, 1280], es: [320, 390, 768] }
const AXE_WIDTHS: Record<Language, readonly number[]> = HARD
  ? { en: [320, 768, 1280], es: [320, 768, 1280] }
  : { en: [1280], es: [320] }

/** What can differ between the ways to draw a page: colours and nothing else. */
const AXE_COLOURS = ['color-contrast', 'link-in-text-block']

/**
 * Whether axe is asked in this language. Most of its work is to read itself anew in each page and to look at what two pages
 * share, so in the other language the page is held to being valid HTML, and in both to all the rest.
 */
const isForAxe = (language: Language, place: number): boolean =>
  HARD || (place % 2 === 0) === (language === 'en')

const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const LIGHT = { media: {}, ground: 'rgb(251, 247, 240)' }
const DARK_WAY = { media: { colorScheme: 'dark' }, ground: DARK } as const
/** How pages are drawn when axe is asked everything. */
const USUAL = { en: LIGHT, es: HARD ? LIGHT : DARK_WAY } as const

/** Other ways, for `npm run test:hard`: that the inks of every one can be read on their grounds is held by contrast.test.ts. */
const DRAWN = [
  { name: 'dark', ...DARK_WAY },
  { name: 'more contrast', media: { contrast: 'more' }, ground: 'rgb(255, 255, 255)' },
  {
    name: 'dark with more contrast',
    media: { colorScheme: 'dark', contrast: 'more' },
    ground: 'rgb(0, 0, 0)',
  },
  { name: 'cream', media: {}, contrast: 'cream', ground: 'rgb(245, 233, 208)' },
] as const

async function drawnOtherwise(page: Page): Promise<string[]> {
  const problems: string[] = []
  for (const { name, media, ground, ...way } of DRAWN) {
    await page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference', ...media })
    await page.evaluate(
      (contrast) => {
        document.documentElement.dataset['contrast'] = contrast
        if (!contrast) delete document.documentElement.dataset['contrast']
      },
      'contrast' in way ? way.contrast : '',
    )
    const drawn = await page.evaluate(groundOf)
    if (drawn !== ground) problems.push(`${name}: its ground is ${drawn}`)
    for (const { id, nodes } of await violationsOf(page, { rules: AXE_COLOURS }))
      problems.push(`${name}: ${id}: ${nodes.map(({ target }) => target).join(' | ')}`)
  }
  await page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference' })
  return problems
}

async function look(page: Page, paths: readonly string[], language: Language): Promise<void> {
  const problems: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
      problems.push(`${page.url()}: ${message.text()}`)
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(server.origin)) problems.push(`third party: ${request.url()}`)
  })
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`CSP: ${event.violatedDirective} ${event.blockedURI}`)
    })
  })
  await page.emulateMedia({ colorScheme: 'light', ...USUAL[language].media })
  const asked = paths.filter((_, place) => isForAxe(language, place))
  const axe = await withAxe(page)
  for (const path of asked) problems.push(...(await lookAt(page, path, language, true)))
  // Where it is not asked, the pages need not read it.
  await axe.dispose()
  for (const path of paths.filter((one) => !asked.includes(one)))
    problems.push(...(await lookAt(page, path, language, false)))
  expect(problems).toEqual([])
}

async function lookAt(
  page: Page,
  listed: string,
  language: Language,
  hasAxe: boolean,
): Promise<string[]> {
  const problems: string[] = []
  const path = fillPath(server, listed)
  await page.setViewportSize({ width: 320, height: 800 })
  const response = await page.goto(server.origin + path)
  expect(response?.status(), path).toBeLessThan(500)
  expect(response?.headers()['content-security-policy'], path).toContain("script-src 'self'")
  const html = (await response?.text()) ?? ''
  if (HARD || !hasAxe)
    for (const problem of await invalidIn(html, language)) problems.push(`${path}:${problem}`)
  const said = await page.evaluate(() => {
    // Folded parts are read too.
    for (const details of document.querySelectorAll('details')) details.open = true
    return {
      title: document.title,
      headings: document.querySelectorAll('h1').length,
      ground: getComputedStyle(document.body).backgroundColor,
      current: document.querySelectorAll('[aria-current=page]').length,
    }
  })
  if (said.headings !== 1) await expect(page.locator('h1'), path).toHaveCount(1)
  if (said.ground !== USUAL[language].ground) problems.push(`${path}: its ground is ${said.ground}`)
  if (said.current > 1) problems.push(`${path}: F8: ${said.current} links are the current page`)
  if (new Set(said.title.split(' – ')).size < said.title.split(' – ').length)
    problems.push(`${path}: F8: the title says something twice: ${said.title}`)
  // From narrow to wide, each once: to lay a page out again takes longer than what is asked of it.
  for (const width of WIDTHS[language]) {
    if (width > 320) await page.setViewportSize({ width, height: 800 })
    if (width === 390)
      for (const problem of await onPhoneAt(page)) problems.push(`${path}: ${problem}`)
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    if (sideways > 0) problems.push(`${path} at ${width}: ${sideways}px wider than the screen`)
    if (!hasAxe || !AXE_WIDTHS[language].includes(width)) continue
    for (const { id, nodes } of await violationsOf(page, { tags: AXE_TAGS }))
      problems.push(`${path} at ${width}: ${id}: ${nodes.map(({ target }) => target).join(' | ')}`)
  }
  if (HARD) for (const problem of await drawnOtherwise(page)) problems.push(`${path}: ${problem}`)
  return problems
}
