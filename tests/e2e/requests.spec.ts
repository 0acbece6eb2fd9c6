/** Somebody asks for a mentor, comes back by the code, and is seen by a coordinator; on a phone, both languages. */
import { expect, test, type Page } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { closeDatabase, openDatabase, write } from '#db/client.ts'
import { upsertProgrammeRules } from '#db/programme-rules.ts'
import { makeCast } from '#tests/cast.ts'
import { startServer } from '#tests/start-server.ts'
import { signIn, wordsIn } from './people.ts'
import { picture } from './picture.ts'
import { pressAndArrive } from './press.ts'
import { violationsOf } from './violations.ts'
import { oneOf } from '#tests/runs.ts'

const CONTACT = 'canary-contact@example.org'

async function seed(dataDir: string): Promise<void> {
  await openDatabase({
    url: `file:${path.join(dataDir, 'alongside.db')}`,
    authToken: undefined,
    dataDir,
  })
  const cast = await makeCast(Date.now() - 86_400_000)
  const rules = { programme: 'kidney', secondSignature: false, groupSessionsCount: false }
  await write([
    upsertProgrammeRules(
      { ...rules, requestsOpen: true, changedBy: cast.ana.id, changedAt: 1 },
      null,
    ),
  ])
  await closeDatabase()
}

for (const { language, coordinator, javaScript, width } of oneOf('en', [
  { language: 'en', coordinator: 'carla', javaScript: true, width: 390 },
  { language: 'es', coordinator: 'cesar', javaScript: false, width: 1280 },
] as const))
  test(`a request for a mentor, ${language}, JavaScript ${javaScript ? 'on' : 'off'}`, async ({
    browser,
  }) => {
    test.setTimeout(240_000)
    const dataDir = mkdtempSync(path.join(tmpdir(), 'alongside-requests-'))
    await seed(dataDir)
    const server = await startServer({ dataDir })
    const { origin } = server
    const { ask: t, requests: r } = wordsIn(language)
    const seen: string[] = []
    const open = async (): Promise<Page> => {
      const context = await browser.newContext({
        viewport: { width, height: 844 },
        javaScriptEnabled: javaScript,
        locale: language,
      })
      const page = await context.newPage()
      page.on('console', (message) => {
        if (message.type() === 'error' && !/4\d\d/.test(message.text())) seen.push(message.text())
      })
      return page
    }
    const look = async (page: Page, name: string): Promise<void> => {
      await picture(page, `request-${name}-${language}`)
      if (javaScript) expect(await violationsOf(page)).toEqual([])
    }
    const press = (page: Page, text: string) =>
      pressAndArrive(page, page.getByRole('button', { name: text, exact: true }))

    const rosa = await open()
    await rosa.goto(`${origin}/ask?programme=kidney`)
    await look(rosa, 'ask')
    await rosa
      .getByRole('link', { name: t.myself })
      .or(rosa.getByRole('button', { name: t.myself }))
      .click()
    await press(rosa, t.send)
    await expect(rosa.locator('.govuk-error-summary')).toContainText(
      t.you.problems['consent-missing'],
    )
    await rosa.locator('input[name=languages][value=es]').check()
    await rosa.locator('input[name=ways][value=phone]').check()
    await rosa.locator('input[name=areas][value=dialysis-home]').check()
    await rosa.locator('[name=hopes]').fill('Somebody like Rosa Delgado')
    await rosa.locator('input[name=wishes][value=area]').check()
    await rosa.locator('input[name=consent]').check()
    await rosa.locator('input[name=reachedBy][value=email]').check()
    await rosa.locator('[name=contact]').fill(CONTACT)
    await press(rosa, t.send)
    await expect(rosa.locator('.govuk-error-summary')).toContainText('Rosa Delgado')
    await expect(rosa.locator('[name=contact]')).toHaveValue(CONTACT)
    await look(rosa, 'pointed')
    await rosa.locator('input[name=sure]').check()
    await press(rosa, t.send)
    await expect(rosa).toHaveURL(`${origin}/ask/sent`)
    const code = (await rosa.locator('#request-code').textContent())?.trim() ?? ''
    expect(code).toMatch(/^\w{4}-\w{4}-\w{4}$/)
    await look(rosa, 'sent')
    await press(rosa, t.done)

    const desk = await open()
    await signIn(desk, origin, coordinator)
    await desk.goto(`${origin}/coordinate`)
    await expect(desk.locator('.reason--request')).toHaveCount(1)
    await desk.goto(`${origin}/coordinate/requests`)
    await expect(desk.locator('#lacks li')).toHaveCount(2)
    await look(desk, 'waiting')
    expect(await desk.content()).not.toContain(CONTACT)
    await desk.locator('tbody th a').click()
    expect(await desk.content()).not.toContain(CONTACT)
    await look(desk, 'one')
    await desk.getByRole('link', { name: r.contactShow }).click()
    await expect(desk.locator('main')).toContainText(CONTACT)
    await look(desk, 'contact')

    await rosa.goto(`${origin}/ask/code`)
    await rosa.locator('[name=code]').fill('ABCD-EFGH-JKLM')
    await press(rosa, t.codeGo)
    await expect(rosa.locator('.govuk-error-summary')).toContainText(t.codeUnknown)
    await look(rosa, 'code')
    await rosa.locator('[name=code]').fill(code.toLowerCase())
    await press(rosa, t.codeGo)
    await expect(rosa.locator('main')).toContainText(t.mineStates.waiting)
    await look(rosa, 'mine')
    await rosa.getByRole('link', { name: t.correct }).click()
    await look(rosa, 'correct')
    await rosa.locator('[name=hopes]').fill('Somebody calm.')
    await press(rosa, r.saveCorrected)
    await expect(rosa.locator('main')).toContainText('Somebody calm.')
    await rosa.locator('summary', { hasText: t.erase }).click()
    await press(rosa, t.erase)
    await expect(rosa.locator('main')).toContainText(t.mineStates.erased)
    await press(rosa, t.leave)
    await rosa.goto(`${origin}/ask/mine`)
    await expect(rosa).toHaveURL(`${origin}/ask/code`)
    await desk.goto(`${origin}/coordinate/requests`)
    await expect(desk.locator('main')).toContainText(r.waiting(0))

    expect(seen).toEqual([])
    await server.stop()
    expect(server.output()).not.toContain(CONTACT)
    rmSync(dataDir, { recursive: true, force: true })
  })
