/** Settings, read once from the environment; a wrong one is named before anything starts. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { unknownSettings } from './unknown-settings.ts'

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

const schema = z.object({
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
    .optional(),
  MAIL_FROM: z.string().includes('@', { message: 'is an e-mail address' }).optional(),
  SECURITY_CONTACT: contacts.optional(),
  ALONGSIDE_ENV: z
    .enum(['development', 'production'], { error: 'is production or development' })
    .default('development'),
})

export interface Settings {
  readonly port: number
  readonly host: string
  /** The only origin that is answered, and the base of every link. */
  readonly origin: string
  readonly trustedProxyHops: number
  readonly dataDir: string
  /** False where it is the usual folder, since nobody named one. */
  readonly dataDirIsGiven: boolean
  readonly databaseUrl: string
  readonly databaseAuthToken: string | undefined
  /** Where imported packages are served: a host of their own, or with `*.` one for each; null: nothing is imported. */
  readonly contentOrigin: string | null
  readonly defaultProgramme: string
  readonly production: boolean
  /** True under `npm run demo` and `npm run dev` alone: people may be invented, and one signs in as each of them. */
  readonly castAllowed: boolean
  /** Null: nothing is mailed; links and codes are handed over. */
  readonly mail: { readonly smtpUrl: string; readonly from: string } | null
  /** Where somebody who found a hole reaches whoever runs this, as URIs; empty: nobody said. */
  readonly securityContacts: readonly string[]
}

export class SettingsError extends Error {}

/** @throws SettingsError naming each setting that is wrong */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const names = Object.keys(schema.shape)
  const unknown = unknownSettings(Object.keys(env), [...names, ...FOR_TESTS])
  if (unknown.length) throw new SettingsError(unknown.join('\n'))
  const given = Object.fromEntries(
    names.flatMap((name) => {
      const file = env[`${name}_FILE`]
      const value = file ? readSecret(name, file, env[name]) : env[name]
      return value === undefined || value === '' ? [] : [[name, value]]
    }),
  )
  const result = schema.safeParse(given)
  if (!result.success)
    throw new SettingsError(
      result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'),
    )
  const value = result.data
  const origin = value.ORIGIN ?? `http://localhost:${value.PORT}`
  if (value.ALONGSIDE_ENV === 'production') {
    refuseOpenLine('ORIGIN', origin)
    if (value.CONTENT_ORIGIN) refuseOpenLine('CONTENT_ORIGIN', value.CONTENT_ORIGIN)
  }
  // So that it can be tried at once: names of this machine, one for each package. All are answered at 127.0.0.1.
  const isDemo = value.ALONGSIDE_DEMO !== undefined && !value.ORIGIN && !value.CONTENT_ORIGIN
  return {
    port: value.PORT,
    host: isDemo && !given['HOST'] ? '127.0.0.1' : value.HOST,
    origin,
    contentOrigin: isDemo
      ? `http://*.localhost:${value.PORT}`
      : contentOriginOf(value.CONTENT_ORIGIN, origin),
    trustedProxyHops: value.TRUSTED_PROXY_HOPS,
    dataDir: value.DATA_DIR,
    dataDirIsGiven: given['DATA_DIR'] !== undefined,
    databaseUrl: value.DATABASE_URL ?? `file:${path.join(value.DATA_DIR, 'alongside.db')}`,
    databaseAuthToken: value.DATABASE_AUTH_TOKEN,
    defaultProgramme: value.DEFAULT_PROGRAMME,
    production: value.ALONGSIDE_ENV === 'production',
    castAllowed:
      value.ALONGSIDE_ENV !== 'production' &&
      (value.ALONGSIDE_DEMO !== undefined || value.ALONGSIDE_CAST !== undefined),
    mail: mailOf(value.SMTP_URL, value.MAIL_FROM),
    securityContacts: value.SECURITY_CONTACT ?? [],
  }
}

/** Where another build lies (builds.mjs). */
const FOR_TESTS = ['ALONGSIDE_DIST']

/** @throws SettingsError where both are given, or the file cannot be read */
function readSecret(name: string, file: string, direct: string | undefined): string {
  if (direct) throw new SettingsError(`${name} and ${name}_FILE: set only one of them`)
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw new SettingsError(`${name}_FILE: ${file} cannot be read (${code})`, { cause: error })
  }
}

/** @throws SettingsError: over http, passwords and records can be read on their way */
function refuseOpenLine(name: string, address: string): void {
  const { protocol, hostname } = new URL(address)
  if (protocol === 'https:' || /^(.+\.)?localhost$|^127\.|^\[::1\]$/.test(hostname)) return
  throw new SettingsError(
    `${name}: begins with https:// in production (ALONGSIDE_ENV), since over http anybody on the way can read passwords; only localhost may do without`,
  )
}

/** @throws SettingsError where packages would share the platform's cookies: a port makes no other site */
function contentOriginOf(given: string | undefined, origin: string): string | null {
  if (!given) return null
  if (!/^[^*]+$/.test(new URL(given).hostname.replace(/^\*\./, '')))
    throw new SettingsError(
      'CONTENT_ORIGIN: a * may only stand for the first name, as in https://*.example.org',
    )
  if (new URL(given).hostname === new URL(origin).hostname)
    throw new SettingsError('CONTENT_ORIGIN: needs another host name than ORIGIN, not another port')
  return given
}

/** @throws SettingsError where only one of the two is set: mail would silently stay away */
function mailOf(smtpUrl: string | undefined, from: string | undefined): Settings['mail'] {
  if (!smtpUrl && !from) return null
  if (!smtpUrl || !from)
    throw new SettingsError(
      'SMTP_URL and MAIL_FROM: set both, or neither (then links are handed over)',
    )
  return { smtpUrl, from }
}

let current: Settings | undefined
/** The settings of this process. */
export const settings = (): Settings => (current ??= readSettings(process.env))

/** Where the compiled course lies that is no build's. Read at each call: `npm run dev` sets it when it listens. */
export const courseDir = (): string | undefined => process.env['COURSE_DIR']

/** The same as in `settings()`, for builds and commands that need no other setting. */
export const isProduction = (): boolean => process.env['ALONGSIDE_ENV'] === 'production'
