/** What each setting may be, and the words for what it may not. */
import { z } from 'zod'

const whole = (from: number, to: number) =>
  z.coerce
    .number({ error: `is a whole number from ${from} to ${to}` })
    .refine((value) => Number.isInteger(value) && value >= from && value <= to, {
      message: `is a whole number from ${from} to ${to}`,
    })
/** A host alone would be taken for a scheme, and a path would be lost. */
const origin = z
  .string()
  .refine((value) => /^https?:\/\/[^/?#@\s]+\/?$/i.test(value) && URL.canParse(value), {
    message:
      'is a whole address with http:// or https:// in front and nothing behind the host, such as https://mentors.example.org',
  })
  .transform((url) => new URL(url).origin)

/** Roughly: it stands in a file, and nothing is sent there. */
const isEmail = (text: string): boolean => /^[^\s@<>:/]+@[^\s@<>:/]+\.[^\s@<>:/]+$/.test(text)
/** Each an e-mail address, or a page (https) or number (tel:) to reach somebody at; they become addresses of RFC 9116. */
const contacts = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter(Boolean))
  .refine(
    (all) =>
      all.length > 0 &&
      all.every((one) => isEmail(one) || /^(https:\/\/|tel:\+?)[^\s/]/i.test(one)),
    {
      message:
        'is an e-mail address, an address with https://, or a number with tel:; several with commas between them',
    },
  )
  .transform((all) => all.map((one) => (isEmail(one) ? `mailto:${one}` : one)))

/** Public keys as `age-keygen` prints them. */
const recipients = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter(Boolean))
  .refine((all) => all.length > 0 && all.every((one) => /^age1[a-z0-9]{50,}$/.test(one)), {
    message:
      'is a public key that begins with age1 (age-keygen prints it), or several with commas between them; the secret key never stands here',
  })

/** A mail server on this machine. */
const IS_HERE = /^smtp:\/\/([^@/]*@)?(localhost|127\.0\.0\.1|\[::1\])([:/?]|$)/

export const schema = z.object({
  PORT: whole(1, 65535).default(4321),
  HOST: z.string().min(1).default('localhost'),
  ORIGIN: origin.optional(),
  TRUSTED_PROXY_HOPS: whole(0, 5).default(0),
  DATA_DIR: z.string().min(1).default('data'),
  DATABASE_URL: z
    .string()
    .regex(/^(file|https?|wss?|libsql):/, 'begins with file:, http(s):, ws(s): or libsql:')
    .optional(),
  DATABASE_AUTH_TOKEN: z.string().optional(),
  CONTENT_ORIGIN: origin.optional(),
  ALONGSIDE_DEMO: z.string().optional(),
  ALONGSIDE_CAST: z.string().optional(),
  DEFAULT_PROGRAMME: z.string().min(1).default('kidney'),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'begins with smtp:// or smtps://')
    .refine((url) => !/ignoreTLS/i.test(url) || IS_HERE.test(url), {
      message:
        'takes ignoreTLS only for localhost: else codes would cross the network in the clear',
    })
    .optional(),
  MAIL_FROM: z.string().includes('@', { message: 'is an e-mail address' }).optional(),
  BACKUP_RECIPIENT: recipients.optional(),
  SECURITY_CONTACT: contacts.optional(),
  ALONGSIDE_ENV: z
    .enum(['development', 'production'], { error: 'is production or development' })
    .default('development'),
})

export type SettingName = keyof typeof schema.shape
