/**
 * Pages that have no address of their own, since only a moment shows them: in both languages accessible, valid, within their
 * policy, and no wider than a phone, as every-page.spec.ts holds of all others. What the server says where something broke is
 * one page for both (front-door/plain-answer.ts).
 */
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test, type Page } from '@playwright/test'
import { LANGUAGES, type Language } from '#domain/course/language.ts'
import { signInAs, startDemo, type DemoServer } from './demo-server.ts'
import { fillPath } from './ids-of-cast.ts'
import { lentServer } from '#tests/lent-server.ts'
import { join, wordsIn } from './people.ts'
import { newId as idAt } from '#server/trail/new-id.ts'
import { invalidIn } from './valid-html.ts'
import { violationsOf, withAxe } from './violations.ts'

let server: DemoServer
test.beforeAll(async () => {
  server = await startDemo()
})
test.afterAll(() => server.stop())
test.describe.configure({ mode: 'default', timeout: 120_000 })

const newId = (): string => idAt(Date.now())
const HARD = Boolean(process.env['HARD'])
const WIDTHS = [320, 1280]

type Fields = Readonly<Record<string, string>>
const id = (name: string): string => fillPath(server, `{${name}}`)
const change = ({ dataDir }: { readonly dataDir: string }, ...statements: readonly string[]) => {
  const database = new DatabaseSync(path.join(dataDir, 'alongside.db'), { timeout: 5000 })
  for (const one of statements) database.exec(one)
  database.close()
}

for (const language of LANGUAGES) {
  const t = wordsIn(language)

  test(`${language}: what was typed waits, since nobody or somebody else is signed in`, async ({
    page,
  }) => {
    const problems = await watched(page, server.origin, language)
    const typed = { owner: id('luz'), act: 'pause', reason: 'I am tired.' }
    await page.goto(`${server.origin}/about`)
    await looks(page, problems, language, 401, t.common.sessionEnded, '/learn/pause', typed)
    await signInAs(page, server, 'nadia')
    await speaks(page, language)
    await looks(page, problems, language, 409, t.common.somebodyElse, '/learn/pause', typed)
    expect(problems).toEqual([])
  })

  test(`${language}: several people at once, and a second signature`, async ({ page }) => {
    change(
      server,
      `INSERT INTO programme_rules (programme, second_signature, group_sessions_count, second_since, changed_by, changed_at)
       VALUES ('kidney', 1, 0, 0, '${id('ana')}', 0) ON CONFLICT DO UPDATE SET second_signature = 1, second_since = 0`,
    )
    const problems = await watched(page, server.origin, language)
    await signInAs(page, server, 'carla')
    await speaks(page, language)
    const people = '/coordinate/people/together?programme=kidney'
    const who = { owner: id('carla'), who: id('nadia'), seen: '1', batch: newId(), reason: '' }
    for (const together of ['cohort', 'archive', 'codes', 'export'])
      await looks(page, problems, language, 200, null, people, { ...who, together })
    const codes = { ...who, together: 'codes', do: 'it', password: server.password }
    await looks(page, problems, language, 200, null, people, codes)
    await expect(page.locator('.invitation-card').first()).toBeVisible()
    const signature = `/coordinate/${id('ines')}/second-signature`
    // Carla gave the first one: it says so. Given by Ana, it is hers to sign.
    await looksAt(page, problems, language, signature)
    const by = (name: string): void =>
      change(
        server,
        `UPDATE sign_offs SET decided_by = '${id(name)}' WHERE person = '${id('ines')}'`,
      )
    by('ana')
    await looksAt(page, problems, language, signature)
    await expect(page.locator('[name=declaredName]')).toBeVisible()
    const signed = { owner: id('carla'), id: '', declaredName: '' }
    await looks(page, problems, language, 422, null, signature, signed)
    by('carla')
    expect(problems).toEqual([])
  })

  test(`${language}: a second step is due`, async ({ page }) => {
    const own = await lentServer()
    try {
      const problems = await watched(page, own.origin, language)
      await join(page, own.setupLink ?? '', { name: 'Ana', signInName: 'ana', language })
      await expect(page.locator('html')).toHaveAttribute('lang', language)
      change(own, 'UPDATE factor_dates SET due_from = 1')
      await page.goto(`${own.origin}/ways-in/factor`)
      const owner = (await page.locator('input[name=owner]').first().getAttribute('value')) ?? ''
      const typed = { owner, do: 'contact', email: '', phone: '555 0100' }
      await looks(page, problems, language, 403, t.factor.first.title, '/ways-in', typed)
      expect(problems).toEqual([])
    } finally {
      await own.stop()
    }
  })
}

test('something broke: said in both languages, with what was typed to be sent again', async ({
  page,
}) => {
  const problems = await watched(page, server.origin, 'en')
  await signInAs(page, server, 'ray')
  await page.goto(`${server.origin}/learn/ask?page=%2Flearn`)
  change(server, 'ALTER TABLE records RENAME TO gone')
  try {
    await looksAt(page, problems, 'en', '/learn', 500)
    const typed = { owner: id('ray'), id: newId(), page: '/learn', text: 'Is Tuesday all right?' }
    await looks(page, problems, 'en', 500, 'Alongside', '/learn/ask', typed)
    await expect(page.locator('pre')).toHaveText(typed.text)
    expect(problems).toEqual([])
  } finally {
    change(server, 'ALTER TABLE gone RENAME TO records')
  }
})

/** Listens for what the policy refuses and for third parties. @returns where problems are gathered */
async function watched(page: Page, origin: string, language: Language): Promise<string[]> {
  const problems: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of [45]\d\d/.test(message.text()))
      problems.push(`${page.url()}: ${message.text()}`)
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) problems.push(`third party: ${request.url()}`)
  })
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`CSP: ${event.violatedDirective} ${event.blockedURI}`)
    })
  })
  await withAxe(page)
  await page.context().addCookies([{ name: 'language', value: language, url: origin }])
  return problems
}

async function speaks(page: Page, language: Language): Promise<void> {
  if ((await page.getAttribute('html', 'lang')) === language) return
  await page.locator('.language-switch button').click()
  await expect(page.locator('html')).toHaveAttribute('lang', language)
}

/** As a form of an old tab: it is sent from whichever page is open. */
async function looks(
  page: Page,
  problems: string[],
  language: Language,
  status: number,
  title: string | null,
  to: string,
  fields: Fields,
): Promise<void> {
  const [answer] = await Promise.all([
    page.waitForResponse((one) => one.request().method() === 'POST'),
    page.waitForEvent('load'),
    page.evaluate(
      ([action, all]) => {
        const form = document.createElement('form')
        Object.assign(form, { method: 'post', action })
        for (const [name, value] of Object.entries(all)) {
          const field = document.createElement('input')
          Object.assign(field, { type: 'hidden', name, value })
          form.append(field)
        }
        document.body.append(form)
        HTMLFormElement.prototype.submit.call(form)
      },
      [to, fields] as const,
    ),
  ])
  expect([to, answer.status()]).toEqual([to, status])
  if (title !== null) await expect(page.locator('h1')).toHaveText(title)
  await holds(page, problems, language, await answer.text())
}

async function looksAt(
  page: Page,
  problems: string[],
  language: Language,
  to: string,
  status = 200,
): Promise<void> {
  const answer = await page.goto(new URL(to, server.origin).href)
  expect([to, answer?.status()]).toEqual([to, status])
  await holds(page, problems, language, (await answer?.text()) ?? '')
}

async function holds(page: Page, problems: string[], language: Language, html: string) {
  const where = `${new URL(page.url()).pathname}, ${language}`
  await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${language}`))
  await expect(page.locator('h1')).toHaveCount(1)
  for (const one of await invalidIn(html, language)) problems.push(`${where}: ${one}`)
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 })
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    if (sideways > 0) problems.push(`${where} at ${width}: ${sideways}px wider than the screen`)
    // As every-page.spec.ts asks: at each width with `npm run test:hard`.
    if (!HARD && width !== (language === 'es' ? 320 : 1280)) continue
    for (const { id: rule, nodes } of await violationsOf(page))
      problems.push(
        `${where} at ${width}: ${rule}: ${nodes.map(({ target }) => target).join(' | ')}`,
      )
  }
}
