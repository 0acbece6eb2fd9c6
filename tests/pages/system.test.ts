/** The System page: what it says is in the words of the screens, and its test mail goes out. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wordsIn } from '#i18n/words.ts'
import { startSmtp, type Smtp } from '#tests/server/smtp.ts'
import { beside, type Beside } from './a-database.ts'
import { openSite, type Site } from './site.ts'

let smtp: Smtp
let site: Site
let data: Beside
beforeAll(async () => {
  smtp = await startSmtp()
  site = await openSite({ SMTP_URL: smtp.url, MAIL_FROM: 'alongside@example.org' })
  data = beside(site)
})
afterAll(async () => {
  data.close()
  await site.stop()
  smtp.close()
})

const page = '/manage/system'
const sendTo = (address: string) => {
  data.change('UPDATE people SET email = ? WHERE id = ?', address, site.cast.ana.id)
  return site.ask('POST', page, { as: 'ana', body: { do: 'mail' } })
}

test('programmes and their fields stand there by their names', async () => {
  const { text } = await site.ask('GET', page, { as: 'ana' })
  expect(text).toContain('The program “Kidney peer mentors” still has examples (the contact)')
  expect(text).toContain(
    'examples (the contact, line 2 for emergencies, and line 3 for emergencies)',
  )
  expect(text).not.toMatch(/crisis\.\d|programme? (kidney|long-term) /)
})

test('a test mail arrives at the own address of who asked', async () => {
  const sent = await sendTo('ana@example.org')
  expect([sent.status, sent.headers.get('location')]).toEqual([303, '/manage/system?saved=1#mail'])
  expect(smtp.mails).toEqual([expect.stringMatching(/^To: ana@example\.org$/m)])
  expect(smtp.mails[0]).toContain(wordsIn('en').doctor.page.testMail.subject)
})

test('why the mail server refuses is said, with its place and the remedy', async () => {
  const refused = await sendTo('ané@example.org')
  expect(refused.status).toBe(422)
  const { host } = new URL(smtp.url)
  expect(refused.text).toContain(`The mail server ${host} did not take the mail (`)
  expect(refused.text).toContain(wordsIn('en').doctor.mailRemedies.address)
  smtp.close()
  const away = await sendTo('ana@example.org')
  expect([away.status, away.text]).toEqual([
    422,
    expect.stringContaining(wordsIn('en').doctor.mailRemedies.away),
  ])
})
