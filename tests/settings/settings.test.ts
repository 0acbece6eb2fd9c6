/** What is wrong with a setting is said before anything starts. */
import { globSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { settingsFile, withSettingsFile } from '#settings/file.mjs'
import { givenIn } from '#settings/given.ts'
import { maskSecret } from '#settings/mask.ts'
import { readSettings, SETTING_NAMES, SettingsError } from '#settings.ts'

const HOSTS_OWN = {
  HOME: '/root',
  HOSTNAME: 'box',
  MAIL: '/var/mail/ana',
  MAILCHECK: '60',
  DATADOG_KEY: 'x',
  DEFAULT_REGION: 'eu',
  CONTENT_TYPE: 'x',
  PORTAL: 'x',
  DATABASE_SERVICE_HOST: '10.0.0.1',
  ALONGSIDE_PORT: 'tcp://10.0.0.2:4321',
  ALONGSIDE_PORT_4321_TCP_ADDR: '10.0.0.2',
}

function told(env: Record<string, string>): string {
  try {
    readSettings({ ...HOSTS_OWN, ...env })
    return 'fine'
  } catch (error) {
    if (error instanceof SettingsError) return error.message
    throw error
  }
}

test('B3: a name that begins like a setting of ours is asked about, never passed over', () => {
  expect(told({ TRUSTED_PROXY_HOP: '1' })).toBe(
    'TRUSTED_PROXY_HOP: unknown setting; did you mean TRUSTED_PROXY_HOPS?',
  )
  const meant = {
    TRUSTED_PROXIES: 'TRUSTED_PROXY_HOPS',
    DEFAULT_PROGRAM: 'DEFAULT_PROGRAMME',
    DATADIR: 'DATA_DIR',
    ALONGSIDE_ENVIRONMENT: 'ALONGSIDE_ENV',
    SMTP_URI: 'SMTP_URL',
    SMPT_URL: 'SMTP_URL',
    MAIL_SENDER: 'MAIL_FROM',
    CONTENT_ORIGN: 'CONTENT_ORIGIN',
    origin: 'ORIGIN',
    SECURITY_CONTAKT: 'SECURITY_CONTACT',
  }
  for (const [name, ours] of Object.entries(meant))
    expect(told({ [name]: 'x' })).toBe(`${name}: unknown setting; did you mean ${ours}?`)
  expect(told({})).toBe('fine')
})

test('B6: an ORIGIN without its scheme is named with the remedy, and so are its sisters', () => {
  const whole =
    'is a whole address with http:// or https:// in front and nothing behind the host, such as https://mentors.example.org'
  for (const bad of ['mentors.example.org', 'localhost:4321', 'https://a.example/learn', 'ftp://a'])
    expect(told({ ORIGIN: bad })).toBe(`ORIGIN: ${whole}`)
  expect(told({ CONTENT_ORIGIN: 'packages.example' })).toBe(`CONTENT_ORIGIN: ${whole}`)
  expect(told({ PORT: 'x' })).toBe('PORT: is a whole number from 1 to 65535')
  expect(told({ TRUSTED_PROXY_HOPS: '1.5' })).toBe(
    'TRUSTED_PROXY_HOPS: is a whole number from 0 to 5',
  )
  const mail = (SMTP_URL: string): string => told({ SMTP_URL, MAIL_FROM: 'a@example.org' })
  expect(mail('mail.example.org')).toBe('SMTP_URL: begins with smtp:// or smtps://')
  expect(mail('smtp://localhost:25?ignoreTLS=true')).toBe('fine')
  for (const far of ['mail.example.org', 'localhost.example.org', 'a@mail.example.org'])
    expect(mail(`smtp://${far}?ignoreTLS=true`)).toBe(
      'SMTP_URL: takes ignoreTLS only for localhost: else codes would cross the network in the clear',
    )
  expect(told({ ALONGSIDE_ENV: 'prod' })).toBe('ALONGSIDE_ENV: is production or development')
  expect(told({ DATABASE_AUTH_TOKEN_FILE: '/nope' })).toBe(
    'DATABASE_AUTH_TOKEN_FILE: /nope cannot be read (ENOENT)',
  )
  expect(told({ ORIGIN: 'https://mentors.example.org/' })).toBe('fine')
})

test('B4: production refuses http where the line can be listened to', () => {
  const production = (env: Record<string, string>): string =>
    told({ ALONGSIDE_ENV: 'production', ...env })
  expect(production({ ORIGIN: 'http://mentors.example.org' })).toMatch(/^ORIGIN: begins with https/)
  expect(production({ ORIGIN: 'http://localhost.example.org' })).toMatch(/^ORIGIN: /)
  expect(production({ ORIGIN: 'https://a.example', CONTENT_ORIGIN: 'http://b.example' })).toMatch(
    /^CONTENT_ORIGIN: begins with https/,
  )
  for (const own of ['http://localhost:4321', 'http://127.0.0.1', 'https://mentors.example.org'])
    expect(production({ ORIGIN: own })).toBe('fine')
  expect(production({})).toBe('fine')
  expect(told({ ORIGIN: 'http://mentors.example.org' })).toBe('fine')
})

test('in production a database of another machine is reached over TLS alone', () => {
  const production = (DATABASE_URL: string): string =>
    told({ ALONGSIDE_ENV: 'production', DATABASE_URL })
  for (const open of ['http://db.example:8080', 'ws://10.0.0.2', 'libsql://db.example?tls=0'])
    expect(production(open), open).toMatch(/^DATABASE_URL: begins with https/)
  for (const fine of [
    ...['https://db.example', 'wss://db.example', 'libsql://db.example'],
    ...['http://127.0.0.1:8080', 'http://localhost:8080', 'file:/var/lib/alongside/a.db'],
  ])
    expect(production(fine), fine).toBe('fine')
  expect(told({ DATABASE_URL: 'http://db.example:8080' })).toBe('fine')
})

test('mail goes to another machine over TLS or not at all, unless the address says otherwise', () => {
  const taken = (SMTP_URL: string): string | undefined =>
    readSettings({ SMTP_URL, MAIL_FROM: 'mentors@example.org' }).mail?.smtpUrl
  expect(taken('smtp://mail.example')).toBe('smtp://mail.example?requireTLS=true')
  expect(taken('smtp://ana:s%40e@mail.example:587/?pool=true')).toBe(
    'smtp://ana:s%40e@mail.example:587/?pool=true&requireTLS=true',
  )
  for (const own of [
    ...['smtps://mail.example', 'smtp://mail.example?requireTLS=false'],
    ...['smtp://127.0.0.1:25', 'smtp://localhost:2525'],
  ])
    expect(taken(own)).toBe(own)
  expect(told({ SMTP_URL: 'smtp://a:b/c@mail.example', MAIL_FROM: 'a@b.example' })).toMatch(
    /^SMTP_URL: is no address/,
  )
})

test('whom to tell of a hole is one or several addresses, and nothing else', () => {
  const contacts = (SECURITY_CONTACT: string) => readSettings({ SECURITY_CONTACT }).securityContacts
  expect(readSettings({}).securityContacts).toEqual([])
  expect(contacts('security@example.org, https://example.org/report tel:+1-555-0100')).toEqual([
    'mailto:security@example.org',
    'https://example.org/report',
    'tel:+1-555-0100',
  ])
  for (const bad of ['us', 'http://example.org', 'javascript:alert(1)', 'https://', 'a@b', ' , '])
    expect(told({ SECURITY_CONTACT: bad }), bad).toBe(
      'SECURITY_CONTACT: is an e-mail address, an address with https://, or a number with tel:; several with commas between them',
    )
})

/** Environment with a file of these lines. */
const withFile = (...lines: string[]): { ALONGSIDE_CONFIG: string } => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'settings-')), 'alongside.env')
  writeFileSync(file, lines.join('\n'))
  return { ALONGSIDE_CONFIG: file }
}

test('a file says what the environment does not, and each value where it stands', () => {
  const env = withFile(
    '\uFEFF# ours',
    '',
    'export PORT=5000',
    'ORIGIN="https://a.example" # why',
    'COMPOSE_PROJECT_NAME=x',
  )
  const file = settingsFile(env)
  const read = readSettings({ ...env, ORIGIN: 'https://b.example', PORT: '' }, file)
  expect([read.port, read.origin]).toEqual([5000, 'https://b.example'])
  const given = givenIn({ ...env, ORIGIN: 'https://b.example' }, file, SETTING_NAMES)
  expect(given['ORIGIN']).toEqual({ value: 'https://b.example', from: 'environment' })
  expect(given['PORT']?.from).toBe(`${env.ALONGSIDE_CONFIG}, line 3`)
  expect(given['HOST']).toBeUndefined()
  expect(withSettingsFile({ ...env, PORT: '6000' })).toMatchObject({
    PORT: '6000',
    ORIGIN: 'https://a.example',
  })
})

test('a secret of its own stands in a file that either names, and the environment counts before it', () => {
  const env = withFile('DATABASE_AUTH_TOKEN_FILE=package.json')
  const file = settingsFile(env)
  expect(givenIn(env, file, SETTING_NAMES)['DATABASE_AUTH_TOKEN']?.from).toBe(
    `package.json (${env.ALONGSIDE_CONFIG}, line 1)`,
  )
  const own = readSettings({ ...env, DATABASE_AUTH_TOKEN: 'own' }, file)
  expect(own.databaseAuthToken).toBe('own')
})

test('what is wrong in the file is named with its line, all at once, and what may be a secret is not said again', () => {
  const wrong = withFile('PORT=1', 'hunter2', 'PORT=2', '  PORT = 3')
  expect(() => settingsFile(wrong)).toThrow(
    [
      `${wrong.ALONGSIDE_CONFIG}, line 2: is no setting; write NAME=value, in one line`,
      `${wrong.ALONGSIDE_CONFIG}, line 3: PORT stands in line 1 too; leave one of them`,
      `${wrong.ALONGSIDE_CONFIG}, line 4: PORT stands in line 1 too; leave one of them`,
    ].join('\n'),
  )
  expect(() => settingsFile({ ALONGSIDE_CONFIG: '/nope.env' })).toThrow(
    'ALONGSIDE_CONFIG: /nope.env cannot be read (ENOENT)',
  )
  expect(() => settingsFile({ ALONGSIDE_CONFIG: 'src' })).toThrow('cannot be read (EISDIR)')
  expect(settingsFile({ ALONGSIDE_CONFIG: 'none' })).toBeNull()
  const mistyped = withFile('SMPT_URL=smtp://a', 'TRUSTED_PROXY_HOPS=many')
  expect(() => readSettings(mistyped, settingsFile(mistyped))).toThrow(
    `SMPT_URL: unknown setting; did you mean SMTP_URL?\nTRUSTED_PROXY_HOPS: is a whole number from 0 to 5 (${mistyped.ALONGSIDE_CONFIG}, line 2)`,
  )
})

test('of a secret nothing is printed, of an address all but its password and token', () => {
  expect(maskSecret('hunter22', 'all')).toBe('set, 8 characters')
  for (const [whole, seen] of [
    ['smtps://ana:p@ss/w:rd@mail.example.org:465', 'smtps://ana:…@mail.example.org:465'],
    ['smtp://mail.example.org', 'smtp://mail.example.org'],
    ['libsql://db.example?authToken=abc&tls=1', 'libsql://db.example?authToken=…&tls=1'],
    ['file:data/alongside.db', 'file:data/alongside.db'],
  ] as const)
    expect(maskSecret(whole, 'within')).toBe(seen)
})

/** What npm says of itself, and where the course lies that `npm run dev` keeps fresh: said there, read in settings. */
const NO_SETTING = /\b(isNpm|npm_|INIT_CWD)|process\.env\['COURSE_DIR'\] = /

test('the environment is read in settings alone', () => {
  const readers = globSync('{src,db}/**/*.{ts,astro}').flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.includes('process.env') && !NO_SETTING.test(line))
      .map(() => file),
  )
  expect([...new Set(readers)]).toEqual(['src/settings.ts'])
})
