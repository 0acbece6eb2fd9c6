/** Mail goes to no server whose certificate nobody vouches for: who stands in between would read codes. */
import { execFileSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createServer, type TLSSocket } from 'node:tls'
import { expect, test } from 'vitest'
import { mailReasonOf } from '#domain/people/mail-state.ts'
import { problemOf, sendBySmtp } from '#server/running/send-mail.ts'
import { readSettings } from '#settings.ts'
import { ownAddress } from '#tests/scorm/ways-out.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'alongside-certificate-'))

/** Of this moment, by nobody but itself; null where the machine has no openssl. */
function ownCertificate(): { readonly key: Buffer; readonly cert: Buffer } | null {
  const [key, cert] = [path.join(folder, 'key.pem'), path.join(folder, 'cert.pem')]
  const wish = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
  const files = ['-subj', '/CN=localhost', '-keyout', key, '-out', cert]
  try {
    execFileSync('openssl', ['req', '-x509', ...wish, ...files], { stdio: 'ignore' })
  } catch {
    return null
  }
  return { key: readFileSync(key), cert: readFileSync(cert) }
}

test('a mail server with a certificate of its own making gets nothing', async (context) => {
  const made = ownCertificate()
  if (!made) return context.skip('no openssl here to make a certificate')
  let heard = ''
  const listen = (socket: TLSSocket): void => {
    socket.on('error', () => socket.destroy())
    socket.on('data', (chunk) => (heard += String(chunk)))
    socket.write('220 here\r\n')
  }
  const server = createServer(made, listen)
  server.on('tlsClientError', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  try {
    const send = sendBySmtp({
      smtpUrl: `smtps://localhost:${port}`,
      from: 'Alongside <a@example.org>',
    })
    const mail = { to: 'luz@example.org', subject: 'Your code', text: 'canary' }
    await expect(send(mail)).rejects.toThrow(/self[- ]signed certificate/)
    const problem = problemOf(await send(mail).catch((error: unknown) => error))
    expect([problem, mailReasonOf(problem)]).toEqual(['ECERTIFICATE', 'certificate'])
    expect(heard).toBe('')
  } finally {
    server.close()
    rmSync(folder, { recursive: true, force: true })
  }
})

test('a mail server of another machine that offers no TLS gets nothing, not even the name and password', async () => {
  const { createServer: plain } = await import('node:net')
  let heard = ''
  const server = plain((socket) => {
    socket.on('error', () => socket.destroy())
    socket.on('data', (chunk) => {
      heard += String(chunk)
      socket.write(/^EHLO/i.test(String(chunk)) ? '250-here\r\n250 AUTH PLAIN\r\n' : '502 no\r\n')
    })
    socket.write('220 here\r\n')
  })
  await new Promise<void>((resolve) => server.listen(0, ownAddress(), resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  try {
    // As a setting says it: to an address that is not loopback's.
    const { mail } = readSettings({
      SMTP_URL: `smtp://ana:secret@mail.example:${port}`,
      MAIL_FROM: 'a@example.org',
    })
    if (!mail) throw new Error('there is no mail')
    const smtpUrl = mail.smtpUrl.replace('mail.example', ownAddress())
    const letter = { to: 'luz@example.org', subject: 'Your code', text: 'canary' }
    await expect(sendBySmtp({ ...mail, smtpUrl })(letter)).rejects.toThrow(/STARTTLS/)
    expect(heard).toMatch(/^EHLO/)
    expect(heard).not.toMatch(/AUTH|MAIL FROM|canary/)
  } finally {
    server.close()
  }
})

test('nothing of ours switches the check of certificates off, for mail or for a database', () => {
  const files = globSync('{src,db}/**/*.{ts,mjs,js,astro}')
  expect(files.length).toBeGreaterThan(500)
  const off =
    /rejectUnauthorized|NODE_TLS_REJECT_UNAUTHORIZED|checkServerIdentity|ignoreTLS["']?\s*:/
  expect(files.filter((file) => off.test(readFileSync(file, 'utf8')))).toEqual([])
})
