/** From a request to a good end: suggestion, proposal, yes, yes, connected, three meetings, something to tell; on a phone, both languages. */
import { expect, test, type Page } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { closeDatabase, openDatabase, write } from '#db/client.ts'
import { writeRequest } from '#server/pairing/write-request.ts'
import { makeCast } from '#tests/cast.ts'
import { requestForm } from '#tests/request-form.ts'
import { startServer } from '#tests/start-server.ts'
import { signIn, wordsIn } from './people.ts'
import { picture } from './picture.ts'
import { pressAndArrive } from './press.ts'
import { violationsOf } from './violations.ts'

const DAY = 86_400_000

/** Luz is signed off, and somebody asks for a mentor. @returns the request */
async function seed(dataDir: string): Promise<string> {
  const now = Date.now()
  await openDatabase({
    url: `file:${path.join(dataDir, 'alongside.db')}`,
    authToken: undefined,
    dataDir,
  })
  const cast = await makeCast(now - 9 * DAY)
  const signOff = '01900000-0000-7000-8000-0000000000c1'
  await write([
    {
      sql: `INSERT INTO sign_offs (id, person, programme, decided_by, decided_at, decision, reason, conditions, internal_note, otherwise,
        expires_on, comfort_areas, no_go_areas, languages, contact_ways, capacity, place, evidence, evidence_hash)
        VALUES (?, ?, 'kidney', ?, ?, 'ready', 'x', '', '', '', '2099-01-01', '["dialysis-home"]', '[]', '["en","es"]', '["phone"]', 1, '', '[]', '')`,
      args: [signOff, cast.luz.id, cast.carla.id, now - 5 * DAY],
    },
    {
      sql: `INSERT INTO commitments VALUES (?, ?, 'Luz')`,
      args: [signOff, now - 4 * DAY],
    },
  ])
  const asked = await writeRequest(cast.carla, 'kidney', 'en', requestForm(), now - DAY)
  if (asked.kind !== 'written') throw new Error('the request was refused')
  await closeDatabase()
  return asked.request
}

for (const { language, coordinator, javaScript } of [
  { language: 'en', coordinator: 'carla', javaScript: true },
  { language: 'es', coordinator: 'cesar', javaScript: false },
] as const)
  test(`two who both wanted it, ${language}, JavaScript ${javaScript ? 'on' : 'off'}`, async ({
    browser,
  }) => {
    test.setTimeout(300_000)
    const dataDir = mkdtempSync(path.join(tmpdir(), 'alongside-pairing-'))
    const request = await seed(dataDir)
    const server = await startServer({ dataDir })
    const { origin } = server
    const { pairing: t, evidence, reports } = wordsIn(language)
    const open = async (name: string, width = 390): Promise<Page> => {
      const context = await browser.newContext({
        viewport: { width, height: 844 },
        javaScriptEnabled: javaScript,
        locale: language,
      })
      const page = await context.newPage()
      await signIn(page, origin, name)
      await page.goto(`${origin}/about`)
      const other = page.locator(`button[name=language][value=${language}]`)
      if (await other.count()) await pressAndArrive(page, other)
      return page
    }
    const looked = async (page: Page, called: string): Promise<void> => {
      if (javaScript) expect(await violationsOf(page)).toEqual([])
      await picture(page, `pairing-${called}-${language}`)
    }
    const desk = await open(coordinator, 1280)
    const phone = await open('luz')
    try {
      await desk.goto(`${origin}/coordinate/requests/${request}/suggestions`)
      await expect(desk.getByRole('main')).toContainText(t.suggestions.bases['signed-off'])
      await looked(desk, 'suggestions')
      await pressAndArrive(desk, desk.getByRole('button', { name: t.suggestions.ask('Luz') }))
      const desked = desk.url()
      await looked(desk, 'asked')

      await phone.goto(`${origin}/learn`)
      await pressAndArrive(phone, phone.getByRole('link', { name: t.mine.home.see }))
      const own = phone.url()
      await expect(phone.getByRole('heading', { level: 1 })).toHaveText(t.mine.question)
      await looked(phone, 'question')
      await pressAndArrive(phone, phone.getByRole('button', { name: t.mine.answers.yes }))

      await desk.goto(desked)
      await pressAndArrive(desk, desk.getByRole('button', { name: t.desk.requesterYes }))
      await pressAndArrive(desk, desk.getByRole('button', { name: t.desk.connectDo }))
      await looked(desk, 'connected')

      await phone.goto(`${own}/first-meeting`)
      await expect(phone.getByRole('heading', { level: 2 }).first()).toHaveText(t.sheet.limitsTitle)
      await looked(phone, 'sheet')
      for (let n = 0; n < 3; n++) {
        await phone.goto(own)
        if (n === 0) {
          await phone.getByRole('button', { name: t.mine.note }).click()
          await expect(phone.getByRole('alert')).toContainText(
            t.mine.meetingProblems['way-missing'],
          )
        }
        await phone.getByLabel(wordsIn(language).signOff.contactWays.phone).check()
        await phone.getByLabel(t.mine.minutes).fill('45')
        await pressAndArrive(phone, phone.getByRole('button', { name: t.mine.note }))
        await expect(phone.getByRole('status').first()).toHaveText(t.mine.noted)
      }
      await looked(phone, 'meetings')
      await phone.getByLabel(t.mine.tellText).fill('She asked about her medicine.')
      await pressAndArrive(phone, phone.getByRole('button', { name: t.mine.tellDo }))

      // Whom she supports is said where something about her is changed.
      await desk.goto(`${origin}/coordinate`)
      await expect(desk.getByRole('main')).toContainText(evidence.reasons['check-in'])
      await desk.goto(`${origin}/coordinate/register`)
      await expect(desk.locator('.register__free')).toBeVisible()
      await pressAndArrive(desk, desk.getByRole('link', { name: 'Luz', exact: true }))
      await expect(desk.locator('#supports')).toContainText(t.supports.now(1))
      await looked(desk, 'record')
      await desk.goto(`${desk.url().split('?')[0]}/reviews/write`)
      await expect(desk.locator('#supports')).toContainText(t.supports.stays)
      await looked(desk, 'review')
      await desk.goto(desked)
      await expect(desk.locator('#check-in')).toContainText(t.desk.checkInDue.third)
      await desk.locator('#check-in').getByLabel(t.desk.goings.well, { exact: true }).check()
      await pressAndArrive(
        desk,
        desk.locator('#check-in').getByRole('button', { name: t.desk.save }),
      )
      await desk.getByLabel(t.desk.ends['as-planned']).check()
      await pressAndArrive(desk, desk.getByRole('button', { name: t.desk.endDo }))
      await looked(desk, 'ended')
      await desk.goto(`${origin}/coordinate/reports?report=meetings`)
      await expect(desk.getByRole('main')).toContainText(reports.meetings(3, 2))
      await looked(desk, 'report')
      await desk.goto(`${origin}/coordinate/reports?report=endings`)
      await expect(desk.getByRole('main')).toContainText(t.desk.ends['as-planned'])
      // One pairing is too few for whoever is not of the programme.
      await desk.goto(`${origin}/coordinate/reports/funder`)
      await expect(desk.locator('.funder-sheet')).not.toContainText(t.desk.ends['as-planned'])
      await looked(desk, 'funder')
      await phone.goto(own)
      await looked(phone, 'ended')
      await pressAndArrive(phone, phone.getByRole('button', { name: t.mine.skip }))
      await expect(phone.getByRole('main')).toContainText(t.mine.formDone)
    } finally {
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    }
  })
