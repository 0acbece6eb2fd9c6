/** A coordinator writes to two people; who asked for it is told by mail that something is there, and both read it. */
import { expect, test, type Page } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { closeDatabase, openDatabase, write } from '#db/client.ts'
import { makeCast } from '#tests/cast.ts'
import { startServer } from '#tests/start-server.ts'
import { startSmtp } from '#tests/server/smtp.ts'
import { signIn, wordsIn } from './people.ts'
import { picture } from './picture.ts'
import { pressAndArrive } from './press.ts'
import { violationsOf } from './violations.ts'
import { oneOf } from '#tests/runs.ts'

/** Luz has an address, from which she never came in. */
async function seed(dataDir: string): Promise<void> {
  const url = `file:${path.join(dataDir, 'alongside.db')}`
  await openDatabase({ url, authToken: undefined, dataDir })
  const { luz } = await makeCast(Date.now() - 86_400_000)
  await write([{ sql: "UPDATE people SET email = 'luz@example.org' WHERE id = ?", args: [luz.id] }])
  await closeDatabase()
}

for (const { language, coordinator, javaScript } of oneOf('es', [
  { language: 'en', coordinator: 'carla', javaScript: true },
  { language: 'es', coordinator: 'cesar', javaScript: false },
] as const))
  test(`a message, ${language}, JavaScript ${javaScript ? 'on' : 'off'}`, async ({ browser }) => {
    test.setTimeout(240_000)
    const dataDir = mkdtempSync(path.join(tmpdir(), 'alongside-messages-'))
    await seed(dataDir)
    const smtp = await startSmtp()
    const server = await startServer({
      dataDir,
      env: { SMTP_URL: smtp.url, MAIL_FROM: 'Kidney friends <alongside@example.org>' },
    })
    const { origin } = server
    const { messages: t, notices, people } = wordsIn(language)
    const es = wordsIn('es').notices
    const open = async (name: string): Promise<Page> => {
      const context = await browser.newContext({
        viewport: { width: 390, height: 844 },
        javaScriptEnabled: javaScript,
        locale: language,
      })
      const page = await context.newPage()
      page.setDefaultTimeout(30_000)
      await signIn(page, origin, name)
      return page
    }
    const look = async (page: Page, name: string): Promise<void> => {
      if (javaScript) expect(await violationsOf(page)).toEqual([])
      await picture(page, `messages-${language}-${name}`)
    }
    const press = (page: Page, name: string) =>
      pressAndArrive(page, page.locator('main').getByRole('button', { name, exact: true }))

    try {
      // Luz reads Spanish, whoever writes to her. She says that the address is hers.
      const luz = await open('luz')
      await luz.goto(`${origin}/ways-in/mail`)
      await expect(luz.getByRole('main')).toContainText(es.notProven)
      await luz.getByLabel(es.kinds.message).check()
      await press(luz, es.save)
      await expect(luz.getByLabel(es.kinds.message)).toBeChecked()
      await look(luz, 'chosen')

      const desk = await open(coordinator)
      await desk.goto(`${origin}/coordinate/people?programme=kidney&role=trainee`)
      for (const name of ['Luz', 'Nadia'])
        await desk.getByLabel(`${people.together.choose} ${name}`, { exact: true }).check()
      await press(desk, t.write)
      await expect(desk.getByRole('main')).toContainText(t.to(2))
      await desk.getByLabel(t.text.en).fill('Hello {name}, tea on Thursday.')
      await press(desk, t.preview)
      await expect(desk.getByRole('main')).toContainText(t.problems.missing)
      await look(desk, 'refused')
      await desk.getByLabel(t.text.es).fill('Hola, {name}: té el jueves.')
      await press(desk, t.preview)
      const main = desk.getByRole('main')
      await expect(main).toContainText('Hello Nadia, tea on Thursday.')
      await expect(main).toContainText('Hola, Luz: té el jueves.')
      await expect(main).toContainText(t.byMail(1))
      await expect(main).toContainText(t.notByMail(1))
      await look(desk, 'preview')
      await press(desk, t.send(2))
      await expect(main).toContainText(t.sentBy(coordinator === 'carla' ? 'Carla' : 'César', 2))

      await expect.poll(() => smtp.mails.length, { timeout: 60_000 }).toBe(1)
      const [mail = ''] = smtp.mails
      expect(mail).toContain('To: luz@example.org')
      expect(mail).toContain('From: Alongside <alongside@example.org>')
      expect(mail).toContain(`Subject: ${es.mail.subject}`)
      expect(mail).not.toMatch(/Luz|jueves|[Kk]idney|renal/)
      await desk.reload()
      await expect(main).toContainText(t.counts.mailed(1))
      await expect(main).toContainText(notices.outcomes['no-address'])
      await look(desk, 'sent')

      await luz.goto(`${origin}/learn/messages`)
      await expect(luz.getByRole('main')).toContainText('Hola, Luz: té el jueves.')
      await luz.goto(`${origin}/ways-in/mail`)
      await expect(luz.locator('#sent')).toContainText(es.what.message)
      await look(luz, 'told')
    } finally {
      await server.stop()
      smtp.close()
      rmSync(dataDir, { recursive: true, force: true })
    }
  })
