/** A check comes due: required by an administrator, seen by the mentor, recorded by a coordinator; on a phone, both languages. */
import { expect, test, type Page } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startServer } from '#tests/start-server.ts'
import { signIn, wordsIn } from './people.ts'
import { picture } from './picture.ts'
import { pressAndArrive } from './press.ts'
import { inDatabase, signedOffLuz } from './signed-off.ts'
import { violationsOf } from './violations.ts'
import { oneOf } from '#tests/runs.ts'

for (const { language, coordinator, javaScript } of oneOf('en', [
  { language: 'en', coordinator: 'carla', javaScript: true },
  { language: 'es', coordinator: 'cesar', javaScript: false },
] as const))
  test(`a required check, ${language}, JavaScript ${javaScript ? 'on' : 'off'}`, async ({
    browser,
  }) => {
    test.setTimeout(240_000)
    const dataDir = mkdtempSync(path.join(tmpdir(), 'alongside-checks-'))
    const cast = await inDatabase(dataDir, () => signedOffLuz(Date.now(), 2))
    const luz = cast.luz.id
    const server = await startServer({ dataDir })
    const { origin } = server
    const { checks: t, learn, evidence } = wordsIn(language)
    const open = async (name: string, width = 390): Promise<Page> => {
      const context = await browser.newContext({
        viewport: { width, height: 844 },
        javaScriptEnabled: javaScript,
        locale: language,
      })
      const page = await context.newPage()
      page.setDefaultTimeout(30_000)
      await signIn(page, origin, name)
      await page.goto(`${origin}/about`)
      const other = page.locator(`button[name=language][value=${language}]`)
      if (await other.count()) await pressAndArrive(page, other)
      return page
    }
    const look = async (page: Page, name: string): Promise<void> => {
      if (javaScript) expect(await violationsOf(page)).toEqual([])
      await picture(page, `checks-${language}-${name}`)
    }
    const press = (page: Page, name: string) =>
      pressAndArrive(page, page.locator('main').getByRole('button', { name, exact: true }))

    try {
      const ana = await open('ana', 1280)
      await ana.goto(`${origin}/manage/programmes/kidney/checks`)
      await look(ana, 'declared')
      await ana.goto(`${origin}/manage/programmes/kidney/required`)
      await look(ana, 'rules')
      await ana.goto(`${origin}/manage/programmes/kidney/required?check=references.seen`)
      await expect(ana.getByRole('main')).toContainText(t.manage.leave(1))
      await expect(ana.getByRole('main').getByText('Luz', { exact: true })).toBeVisible()
      await look(ana, 'whom')
      const today = await ana.evaluate(() =>
        new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Chicago' }).format(),
      )
      await ana.getByLabel(t.manage.day).fill(today)
      await press(ana, t.manage.begin)
      await expect(ana.getByRole('main')).toContainText(t.manage.end)

      const mentor = await open('luz')
      await mentor.goto(`${origin}/learn`)
      await expect(mentor.locator('main .standing--on-hold')).toHaveText(learn.standings['on-hold'])
      await look(mentor, 'home')
      await mentor.getByRole('main').getByRole('button', { name: t.mine.link }).click()
      await expect(mentor.getByRole('heading', { level: 1 })).toHaveText(t.mine.title)
      await look(mentor, 'mine')

      const desk = await open(coordinator)
      await desk.goto(`${origin}/coordinate?programme=kidney`)
      await expect(desk.getByRole('main')).toContainText(evidence.reasons['on-hold'])
      await desk.goto(`${origin}/coordinate/${luz}`)
      await look(desk, 'record')
      await desk.goto(`${origin}/coordinate/${luz}/checks`)
      await look(desk, 'theirs')
      await desk.goto(`${origin}/coordinate/${luz}/checks/references.seen`)
      await look(desk, 'form')
      await desk.getByLabel(t.acts.accepted).check()
      await desk.getByLabel(t.form.onDay).fill('2099-01-01')
      await press(desk, t.form.save)
      await expect(desk.getByRole('main')).toContainText(t.problems['day-future'])
      await look(desk, 'refused')
      await desk.getByLabel(t.form.onDay).fill(today)
      await desk.getByLabel(t.form.number).fill('0017')
      await press(desk, t.form.save)
      await expect(desk.getByRole('heading', { level: 1 })).toHaveText(t.title)
      await look(desk, 'in-order')

      await mentor.goto(`${origin}/learn`)
      await expect(mentor.locator('main .standing')).toHaveText(learn.standings.ready)

      // Before anything is asked: what will be.
      await mentor.goto(`${origin}/apply?programme=kidney`)
      await expect(mentor.locator('main #checks')).toContainText(t.apply.intro)
      await look(mentor, 'ahead')
    } finally {
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    }
  })
