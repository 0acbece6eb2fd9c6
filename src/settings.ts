/** Settings, read once from the environment; a wrong one is named before anything starts. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const schema = z.object({
  PORT: z.coerce.number().int().min(1).max(65535).default(4321),
  HOST: z.string().min(1).default('localhost'),
  ORIGIN: z
    .url({ protocol: /^https?$/ })
    .transform((url) => new URL(url).origin)
    .optional(),
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(5).default(0),
  DATA_DIR: z.string().min(1).default('data'),
  DATABASE_URL: z
    .string()
    .regex(/^(file|https?|wss?|libsql):/, 'begins with file:, http(s):, ws(s): or libsql:')
    .optional(),
  DATABASE_AUTH_TOKEN: z.string().optional(),
  CONTENT_ORIGIN: z
    .url({ protocol: /^https?$/ })
    .transform((url) => new URL(url).origin)
    .optional(),
  ALONGSIDE_DEMO: z.string().optional(),
  DEFAULT_PROGRAMME: z.string().min(1).default('kidney'),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'begins with smtp:// or smtps://')
    .optional(),
  MAIL_FROM: z.string().includes('@', { message: 'is an e-mail address' }).optional(),
  ALONGSIDE_ENV: z.enum(['development', 'production']).default('development'),
})

export interface Settings {
  readonly port: number
  readonly host: string
  /** The only origin that is answered, and the base of every link. */
  readonly origin: string
  readonly trustedProxyHops: number
  readonly dataDir: string
  readonly databaseUrl: string
  readonly databaseAuthToken: string | undefined
  /** Where imported packages are served: a host of their own, or with `*.` one for each; null: nothing is imported. */
  readonly contentOrigin: string | null
  readonly defaultProgramme: string
  readonly production: boolean
  /** Null: nothing is mailed; links and codes are handed over. */
  readonly mail: { readonly smtpUrl: string; readonly from: string } | null
}

export class SettingsError extends Error {}

/** @throws SettingsError naming each setting that is wrong */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(
    Object.keys(schema.shape).flatMap((name) => {
      const file = env[`${name}_FILE`]
      const value = file ? readFileSync(file, 'utf8').trim() : env[name]
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
    databaseUrl: value.DATABASE_URL ?? `file:${path.join(value.DATA_DIR, 'alongside.db')}`,
    databaseAuthToken: value.DATABASE_AUTH_TOKEN,
    defaultProgramme: value.DEFAULT_PROGRAMME,
    production: value.ALONGSIDE_ENV === 'production',
    mail: mailOf(value.SMTP_URL, value.MAIL_FROM),
  }
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
