/** B7: what became of each mail is known: queued, sent, or refused and why. */
import { createServer, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'drizzle-orm'
import { closeDatabase, database, openDatabase, write } from '#db/client.ts'
import { listWaitingMail, troubledMail } from '#db/outbox.ts'
import { updateContact } from '#db/people.ts'
import { listWaitingInvitations, mailOfLinks } from '#tests/read-desk.ts'
import { isFinal, mailReasonOf, mailStateOf } from '#domain/people/mail-state.ts'
import { INVITES } from '#domain/people/person.ts'
import { invite } from '#server/people/invite.ts'
import { codeForTrainee } from '#server/access/code-for-trainee.ts'
import { codeMadeMail } from '#web/mail-words.ts'
import { newId } from '#server/trail/new-id.ts'
import { resendInvitation } from '#server/people/resend-invitation.ts'
import { sendBySmtp, sendWaitingMail, type Send } from '#server/running/send-mail.ts'
import { makeCast, type Cast } from '#tests/cast.ts'
import { newFolder, type Folder } from '#tests/db/temporary.ts'
import { startSmtp } from './smtp.ts'

const NOW = Date.now()
const words = () => ({ subject: 'Your invitation', text: 'A link' })
const reach = { programmes: ['kidney'], roles: INVITES.coordinator }
let folder: Folder
let cast: Cast
beforeAll(async () => {
  folder = newFolder()
  process.env['DATA_DIR'] = folder.dataDir
  process.env['SMTP_URL'] = 'smtp://127.0.0.1:9'
  process.env['MAIL_FROM'] = 'alongside@example.org'
  await openDatabase({ url: folder.url, authToken: undefined, dataDir: folder.dataDir })
  cast = await makeCast(NOW)
})
afterAll(async () => {
  await closeDatabase()
  folder.remove()
})

/** @returns the address of a mail server that answers this to every recipient */
function answering(answer: string): Promise<{ url: string; close: () => void }> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    socket.write('220 here\r\n')
    socket.on('data', (chunk) => {
      const line = chunk.toString()
      if (/^RCPT/i.test(line)) socket.write(`${answer}\r\n`)
      else socket.write(/^QUIT/i.test(line) ? '221 bye\r\n' : '250 fine\r\n')
    })
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      resolve({ url: `smtp://127.0.0.1:${port}`, close: () => void server.close() })
    })
  })
}

/** Carla invites Luz; @returns the link's id */
async function invites(email: string): Promise<string> {
  const people = [{ name: 'Luz', email, language: 'es' as const, cohort: null }]
  await invite(
    cast.carla,
    { role: 'trainee', programme: 'kidney', batch: newId(NOW), people },
    words,
    NOW,
  )
  const { rows } = await listWaitingInvitations(reach, 'waiting', NOW, 1)
  return rows.find((row) => row.email === email)?.id ?? ''
}
const factsOf = async (link: string) => (await mailOfLinks([link])).get(link)
const stateOf = async (link: string): Promise<string> => {
  const mail = await factsOf(link)
  return mail ? mailStateOf(mail) : 'none'
}
const by = (url: string): Send => sendBySmtp({ smtpUrl: url, from: 'alongside@example.org' })

describe('B7: a mail', () => {
  test('B7: is queued until the mail server took it, and sent only then', async () => {
    const link = await invites('sent@example.org')
    expect(await stateOf(link)).toBe('queued')
    await sendWaitingMail(() => Promise.resolve(), NOW)
    expect(await stateOf(link)).toBe('sent')
  })

  test('B7: that a server answers with 550 is refused at once, why is said, and nobody tries again', async () => {
    const link = await invites('nobody@example.org')
    const server = await answering('550 no such user')
    await sendWaitingMail(by(server.url), NOW)
    server.close()
    expect(await stateOf(link)).toBe('refused')
    const mail = await factsOf(link)
    expect(mailReasonOf(mail?.problem ?? '')).toBe('address')
    expect(await listWaitingMail(NOW + 400 * 86_400_000)).toEqual([])
    // The one-time link in it goes with the refusal.
    const [row] = await database().all(sql`SELECT text FROM outbox WHERE link = ${link}`)
    expect(row).toEqual({ text: '' })
  })

  test('B7: to smtp://127.0.0.1:9 waits, says that the server cannot be reached, and is tried again', async () => {
    const link = await invites('away@example.org')
    await sendWaitingMail(by('smtp://127.0.0.1:9'), NOW)
    expect(await stateOf(link)).toBe('queued')
    const mail = await factsOf(link)
    expect(mailReasonOf(mail?.problem ?? '')).toBe('away')
    expect(mail?.nextTryAt).toBe(NOW + 60_000)
  })

  test('B7: stands on the home of who sent it until the invitation is made again, and of nobody else', async () => {
    const { carla, cesar, ana } = cast
    const names = async (of: string) => (await troubledMail(of, ['kidney'], NOW)).length
    expect([await names(carla.id), await names(cesar.id), await names(ana.id)]).toEqual([2, 0, 0])
    // Where the account of who sent it is closed, the colleagues see it.
    await write([{ sql: 'UPDATE people SET disabled_at = 1 WHERE id = ?', args: [carla.id] }])
    expect(await names(cesar.id)).toBe(2)
    await write([{ sql: 'UPDATE people SET disabled_at = NULL WHERE id = ?', args: [carla.id] }])
    const { rows } = await listWaitingInvitations(reach, 'waiting', NOW, 1)
    const refused = rows.find(({ email }) => email === 'nobody@example.org')?.id ?? ''
    await resendInvitation(carla, reach, refused, words, NOW)
    expect(await names(carla.id)).toBe(1)
  })

  test('B7: to a mail server that takes the connection and says nothing waits, and holds up no other mail', async () => {
    const links = [await invites('hung@example.org'), await invites('behind@example.org')]
    const sockets: Socket[] = []
    const server = createServer((socket) => void sockets.push(socket))
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const hung = sendBySmtp(
      { smtpUrl: `smtp://localhost:${port}`, from: 'alongside@example.org' },
      100,
    )
    await sendWaitingMail(
      (mail) => (mail.to.startsWith('hung') ? hung(mail) : Promise.resolve()),
      NOW,
    )
    for (const socket of sockets) socket.destroy()
    server.close()
    expect(sockets).toHaveLength(1)
    expect(await Promise.all(links.map(stateOf))).toEqual(['queued', 'sent'])
    expect(mailReasonOf((await factsOf(links[0] ?? ''))?.problem ?? '')).toBe('away')
  })
})

test('A7: whoever has an address is told by mail who made a code into their account, never the code itself', async () => {
  const { carla, luz } = cast
  await write([updateContact(luz.id, { email: 'luz@example.org', phone: '' })])
  const made = await codeForTrainee(
    carla,
    { id: luz.id, programme: 'kidney' },
    (account) => codeMadeMail({ ...account, language: 'en' }, carla.name),
    NOW,
  )
  if (made.kind !== 'made') throw new Error('no code was made')
  const server = await startSmtp()
  await sendWaitingMail(by(server.url), NOW)
  server.close()
  const mails = server.mails.filter((mail) => mail.includes('To: luz@example.org'))
  expect(mails).toHaveLength(1)
  expect(mails[0]).toContain('Subject: A code for your account')
  expect(mails[0]).toContain('Carla made a code with which one can sign in')
  expect(mails[0]?.replace(/=\r\n/g, '')).not.toContain(made.code)
  // Who has none reads it when they next sign in.
  expect(await codeMadeMail(cast.nadia, carla.name)).toBe(null)
})

test('B7: an answer of 5xx is the last word, whoever gives it', () => {
  expect(['EENVELOPE 550', 'EMESSAGE 554', 'EAUTH 535', 'EPROTOCOL 550'].map(isFinal)).toEqual([
    true,
    true,
    true,
    true,
  ])
  expect(['EENVELOPE 450', 'ESOCKET', 'ECONNECTION 421', 'unknown', ''].map(isFinal)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ])
  expect(['EAUTH 535', 'EENVELOPE 552', 'EDNS', 'unknown'].map(mailReasonOf)).toEqual([
    'not-let-in',
    'full',
    'away',
    'other',
  ])
})
