/**
 * From a request to a good end: suggestion, proposal, yes, yes, connected, three meetings, something to tell, review, ending,
 * report; on a phone, both languages. And a mentor who lapses in the middle.
 */
import { createClient } from '@libsql/client'
import { expect, test, type Page } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { answerProposal } from '#server/pairing/answer-proposal.ts'
import { connect, noteRequesterAnswer } from '#server/pairing/connect.ts'
import { propose } from '#server/pairing/propose.ts'
import { writeRequest } from '#server/pairing/write-request.ts'
import { newId } from '#server/trail/new-id.ts'
import { requestForm } from '#tests/request-form.ts'
import { startServer } from '#tests/start-server.ts'
import { signIn, wordsIn } from './people.ts'
import { picture } from './picture.ts'
import { pressAndArrive } from './press.ts'
import { DAY, inDatabase, signedOffLuz } from './signed-off.ts'
import { violationsOf } from './violations.ts'
import { oneOf } from '#tests/runs.ts'

for (const { language, coordinator, javaScript } of oneOf('es', [
  { language: 'en', coordinator: 'carla', javaScript: true },
  { language: 'es', coordinator: 'cesar', javaScript: false },
] as const))
  test(`two who both wanted it, ${language}, JavaScript ${javaScript ? 'on' : 'off'}`, async ({
    browser,
  }) => {
    test.setTimeout(300_000)
    const dataDir = mkdtempSync(path.join(tmpdir(), 'alongside-pairing-'))
    await inDatabase(dataDir, () => signedOffLuz(Date.now(), 1))
    const server = await startServer({ dataDir })
    const { origin } = server
    const { pairing: t, evidence, reports, requests, reviews } = wordsIn(language)
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
      await desk.goto(`${origin}/coordinate/requests/new`)
      await looked(desk, 'new')
      await desk.locator('input[name=languages][value=en]').check()
      await desk.locator('input[name=ways][value=phone]').check()
      await desk.locator('input[name=areas][value=dialysis-home]').check()
      await desk.locator('[name=hopes]').fill('To hear how others do it.')
      await desk.locator('input[name=wishes][value=area]').check()
      await desk.locator('input[name=consent][value=said]').check()
      await pressAndArrive(desk, desk.getByRole('button', { name: requests.send, exact: true }))
      await pressAndArrive(desk, desk.getByRole('button', { name: requests.madeOn }))
      await pressAndArrive(desk, desk.getByRole('button', { name: t.suggestions.link }))
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
      await desk.locator('[name=wentWell]').fill('She let the other one talk.')
      await desk.locator('input[name=wellbeing][value="4"]').check()
      await desk.locator('select[name=capacity]').selectOption('1')
      await pressAndArrive(desk, desk.locator('#page-form button[type=submit]'))
      await expect(desk.locator('.saved-note')).toHaveText(reviews.saved)
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

test('a mentor who lapses in the middle: both are called, and the request waits for somebody else', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const dataDir = mkdtempSync(path.join(tmpdir(), 'alongside-lapse-'))
  const now = Date.now()
  const at = now - DAY
  const proposal = newId(at)
  const luz = await inDatabase(dataDir, async () => {
    const { carla, luz } = await signedOffLuz(now, 1)
    const asked = await writeRequest(carla, 'kidney', 'en', requestForm(), at)
    if (asked.kind !== 'written') throw new Error('the request was refused')
    const request = { id: asked.request, programme: 'kidney' }
    const outcomes = [
      await propose(carla, request, { id: proposal, mentor: luz.id, days: 7 }, at),
      await answerProposal(luz, proposal, 'yes', at),
      await noteRequesterAnswer(carla, proposal, 'yes', at),
      await connect(carla, proposal, newId(at), at),
    ]
    expect(outcomes.map(({ kind }) => kind)).toEqual(['saved', 'saved', 'saved', 'saved'])
    return luz.id
  })
  const server = await startServer({ dataDir })
  const { origin } = server
  const open = async (name: string, width: number): Promise<Page> => {
    const page = await (await browser.newContext({ viewport: { width, height: 844 } })).newPage()
    await signIn(page, origin, name)
    return page
  }
  const { pairing: t, evidence } = wordsIn('en')
  const looked = async (page: Page, called: string): Promise<void> => {
    expect(await violationsOf(page)).toEqual([])
    await picture(page, `pairing-lapse-${called}`)
  }
  try {
    const [phone, desk] = [await open('luz', 390), await open('carla', 1280)]
    await desk.goto(`${origin}/coordinate`)
    await expect(desk.getByRole('main')).not.toContainText(evidence.reasons.pairing)
    // What the sign-off leans on was raised, as a release does at the start.
    const database = createClient({ url: `file:${path.join(dataDir, 'alongside.db')}` })
    await database.execute('PRAGMA busy_timeout = 10000')
    await database.execute({
      sql: `INSERT INTO overviews (person, done, last_item, last_at, lapsed) VALUES (?, 0, '', 0, 1) ON CONFLICT DO UPDATE SET lapsed = 1`,
      args: [luz],
    })
    database.close()

    await phone.goto(`${origin}/learn/pairings/${proposal}`)
    const es = wordsIn('es')
    await expect(phone.getByRole('main')).toContainText(es.pairing.mine.stopped)
    await looked(phone, 'mine')

    await desk.goto(`${origin}/coordinate`)
    await expect(desk.getByRole('main')).toContainText(evidence.reasons.pairing)
    await desk.goto(`${origin}/coordinate/pairings/${proposal}`)
    await expect(desk.getByRole('main')).toContainText(t.desk.calls)
    await looked(desk, 'calls')
    await desk.getByLabel(t.desk.ends['mentor-stopped']).check()
    await pressAndArrive(desk, desk.getByRole('button', { name: t.desk.endDo }))
    await pressAndArrive(desk, desk.getByRole('button', { name: t.desk.again }))
    await expect(desk.getByRole('main')).toContainText(t.suggestions.nobody)
    await looked(desk, 'again')
    await desk.goto(`${origin}/coordinate`)
    await expect(desk.getByRole('main')).not.toContainText(evidence.reasons.pairing)
    await desk.goto(`${origin}/coordinate/requests`)
    await expect(desk.locator('tbody tr')).toHaveCount(1)
    await phone.goto(`${origin}/learn/pairings/${proposal}`)
    await expect(phone.getByRole('main')).toContainText(es.pairing.mine.form)
    await looked(phone, 'ended')
  } finally {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
})
