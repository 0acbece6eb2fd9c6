/** Settings, read once from the environment and a file; a wrong one is named before anything starts. */
import path from 'node:path'
import { settingsFile, SettingsFileError, type SettingsFile } from './settings/file.mjs'
import { givenIn, SettingsError, type Given } from './settings/given.ts'
import { schema, type SettingName } from './settings/schema.ts'
import { unknownSettings } from './settings/unknown.ts'

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
  /** Public keys that backups are encrypted to; empty: they are not. */
  readonly backupRecipients: readonly string[]
  /** Where somebody who found a hole reaches whoever runs this, as URIs; empty: nobody said. */
  readonly securityContacts: readonly string[]
}

export { SettingsError }

type Environment = Readonly<Record<string, string | undefined>>

export const SETTING_NAMES = Object.keys(schema.shape) as readonly SettingName[]

/** Where the file lies, and another build (builds.mjs): they stand in the environment alone. */
const IN_ENVIRONMENT = ['ALONGSIDE_CONFIG', 'ALONGSIDE_DIST']

/** @throws SettingsError naming each setting that is wrong */
export function readSettings(env: Environment, file: SettingsFile | null = null): Settings {
  const given = givenIn(env, file, SETTING_NAMES)
  const result = schema.safeParse(
    Object.fromEntries(Object.entries(given).map(([name, { value }]) => [name, value])),
  )
  const problems = [
    ...unknownSettings(Object.keys(env), [...SETTING_NAMES, ...IN_ENVIRONMENT]),
    ...unknownSettings(Object.keys(file?.values ?? {}), SETTING_NAMES),
    ...(result.error?.issues ?? []).map(({ path, message }) => {
      const name = path.join('.')
      const from = given[name]?.from ?? 'environment'
      return `${name}: ${message}${from === 'environment' ? '' : ` (${from})`}`
    }),
  ]
  if (!result.success || problems.length) throw new SettingsError(problems.join('\n'))
  const value = result.data
  const origin = value.ORIGIN ?? `http://localhost:${value.PORT}`
  if (value.ALONGSIDE_ENV === 'production') {
    refuseOpenLine('ORIGIN', origin)
    if (value.CONTENT_ORIGIN) refuseOpenLine('CONTENT_ORIGIN', value.CONTENT_ORIGIN)
    if (value.DATABASE_URL) refuseOpenDatabase(value.DATABASE_URL)
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
    backupRecipients: value.BACKUP_RECIPIENT ?? [],
    securityContacts: value.SECURITY_CONTACT ?? [],
  }
}

const isOfThisMachine = ({ hostname }: URL): boolean =>
  /^(.+\.)?localhost$|^127\.|^\[::1\]$/.test(hostname)

/** @throws SettingsError: over http, passwords and records can be read on their way */
function refuseOpenLine(name: string, address: string): void {
  const url = new URL(address)
  if (url.protocol === 'https:' || isOfThisMachine(url)) return
  throw new SettingsError(
    `${name}: begins with https:// in production (ALONGSIDE_ENV), since over http anybody on the way can read passwords; only localhost may do without`,
  )
}

/** @throws SettingsError: everything that is known about people goes over that line */
function refuseOpenDatabase(address: string): void {
  if (address.startsWith('file:')) return
  const url = new URL(address)
  const isOpen = /^(http|ws):$/.test(url.protocol) || url.searchParams.get('tls') === '0'
  if (!isOpen || isOfThisMachine(url)) return
  throw new SettingsError(
    'DATABASE_URL: begins with https://, wss:// or libsql:// (without tls=0) in production (ALONGSIDE_ENV), since it leads to another machine',
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
  return { smtpUrl: closedLine(smtpUrl), from }
}

/** To another machine mail goes over TLS or not at all, unless the address itself says that it may (`?requireTLS=false`). */
function closedLine(smtpUrl: string): string {
  if (!URL.canParse(smtpUrl))
    throw new SettingsError(
      'SMTP_URL: is no address; in a name or a password each / ? # @ : is written as %2F %3F %23 %40 %3A',
    )
  const url = new URL(smtpUrl)
  if (url.protocol === 'smtps:' || isOfThisMachine(url) || url.searchParams.has('requireTLS'))
    return smtpUrl
  return `${smtpUrl}${url.search ? '&' : '?'}requireTLS=true`
}

let current: Settings | undefined
/** The settings of this process. */
export const settings = (): Settings => (current ??= readSettings(process.env, fileOfProcess()))

/** @throws SettingsError where it cannot be read, or a line of it is no setting */
function fileOfProcess(): SettingsFile | null {
  try {
    return settingsFile(process.env)
  } catch (error) {
    if (error instanceof SettingsFileError) throw new SettingsError(error.message, { cause: error })
    throw error
  }
}

/**
 * What was given to this process and by whom, whether it is right or not.
 * @throws SettingsError where a file cannot be read
 */
export function settingsAsGiven(): {
  readonly file: SettingsFile | null
  readonly given: Readonly<Record<string, Given>>
} {
  const file = fileOfProcess()
  return { file, given: givenIn(process.env, file, SETTING_NAMES) }
}

/** What counts of settings that nobody gave and others decide, by name; or what is wrong. */
export function readableSettings(): {
  readonly inForce: Partial<Record<SettingName, string>>
  readonly problems: readonly string[]
} {
  try {
    const { origin, host, databaseUrl, contentOrigin } = readSettings(process.env, fileOfProcess())
    const inForce = { ORIGIN: origin, HOST: host, DATABASE_URL: databaseUrl }
    return {
      inForce: contentOrigin ? { ...inForce, CONTENT_ORIGIN: contentOrigin } : inForce,
      problems: [],
    }
  } catch (error) {
    if (error instanceof SettingsError) return { inForce: {}, problems: error.message.split('\n') }
    throw error
  }
}

/** Where the compiled course lies that is no build's. Read at each call: `npm run dev` sets it when it listens. */
export const courseDir = (): string | undefined => process.env['COURSE_DIR']

/** The same as in `settings()`, for builds and commands that need no other setting. */
export const isProduction = (): boolean =>
  givenIn(process.env, fileOfProcess(), ['ALONGSIDE_ENV'])['ALONGSIDE_ENV']?.value === 'production'
