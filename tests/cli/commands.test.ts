/** The command line: nothing happens by a slip, and whoever asks for help gets only that. */
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { closeDatabase, openDatabase, write } from '#db/client.ts'
import { insertPerson, insertRole } from '#db/people.ts'
import { fullVersion } from '#builds.mjs'
import { COMMANDS } from '#cli/commands.ts'
import { runCommand } from '#cli/run-command.ts'

const root = path.resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(path.join(tmpdir(), 'alongside-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
// Before anything reads a setting.
const DATA_DIR = path.join(folder, 'no-such-place')
process.env['DATA_DIR'] = DATA_DIR

interface Said {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** In this process. */
async function said(...words: string[]): Promise<Said> {
  const lines = { log: [] as string[], error: [] as string[] }
  const log = vi
    .spyOn(console, 'log')
    .mockImplementation((line) => void lines.log.push(String(line)))
  const error = vi
    .spyOn(console, 'error')
    .mockImplementation((line) => void lines.error.push(String(line)))
  const code = await runCommand(words, folder)
  log.mockRestore()
  error.mockClear()
  return { code, out: lines.log.join('\n'), err: lines.error.join('\n') }
}

/** As somebody at a terminal runs it. */
const inTerminal = (
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
  cwd = root,
): Promise<Said> =>
  new Promise((resolve) => {
    const program = path.join(root, 'src/cli/alongside.mjs')
    const all = { PATH: String(process.env['PATH']), TMPDIR: tmpdir(), ...env }
    execFile(process.execPath, [program, ...words], { cwd, env: all }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    )
  })

describe('B2: help is help', () => {
  test.each(Object.keys(COMMANDS))('%s', async (name) => {
    const before = readdirSync(folder)
    for (const flag of ['--help', '-h']) {
      const { code, out, err } = await said(...name.split(' '), flag)
      expect([code, err]).toEqual([0, ''])
      expect(out).toContain(`alongside ${name}`)
      expect(out).toContain('Examples\n  npm run --silent alongside -- ')
      expect(out).toMatch(/Ends with 0 .* 2 when/)
    }
    expect((await said(...name.split(' '), '--overwrite', '--wat', '-h')).code).toBe(0)
    expect(readdirSync(folder)).toEqual(before)
  })

  test('of everything, of a family, and the version', async () => {
    for (const words of [[], ['--help'], ['-h'], ['help']]) {
      const { code, out } = await said(...words)
      expect(code).toBe(0)
      for (const name of Object.keys(COMMANDS)) expect(out).toContain(`alongside ${name}`)
    }
    const family = await said('course', '--help')
    expect([family.code, family.out.match(/^ {2}alongside course/gm)?.length]).toEqual([0, 9])
    expect((await said('course')).code).toBe(2)
    expect(family.out).toContain('Examples\n  npm run --silent alongside -- course ')
    expect(family.out).toContain('4 when it was refused and nothing has changed')
    const backup = await said('backup', '--help')
    expect(backup.out).toContain('See also: alongside backup verify')
    for (const flag of ['--version', '-v'])
      expect(await said(flag)).toEqual({ code: 0, out: `alongside ${fullVersion()}`, err: '' })
  })
})

describe('B2: a slip does nothing, and is told with what was meant', () => {
  test.each([
    [['cours', 'check'], 'There is no command "cours check". Did you mean "course check"?'],
    [['backpu'], 'There is no command "backpu". Did you mean "backup"?'],
    [['cook'], 'There is no command "cook".'],
    [['person', 'rest'], 'Did you mean "person reset"?'],
    [['person', 'dance'], 'There is: person invite, person disable, person reset.'],
    [['backup', 'verify', '--jsn'], 'backup verify has no option --jsn. Did you mean --json?'],
    [['course', 'check', '--wat'], 'course check has no option --wat.'],
    [['retention', 'run', '--dry'], 'retention run has no option --dry.'],
    [['backup', '--overwrit'], 'backup has no option --overwrit. Did you mean --overwrite?'],
    [['backup', '-x'], 'backup has no option -x.'],
    [['backup', '--overwrite=yes'], '--overwrite takes no value.'],
    [['backup', 'a.db', 'b.db'], '"b.db" is one word too many for backup.'],
    [['db', 'rebuild', 'now'], '"now" is one word too many for db rebuild.'],
    [['course', 'release', '--wording'], '--wording needs a value after it.'],
    [['course', 'stamp'], 'FILE… is missing.'],
    [['scorm', 'export', '--out'], '--out needs a value after it.'],
  ])('%s', async (words, says) => {
    const { code, out, err } = await said(...words)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(says)
    expect(existsSync(DATA_DIR)).toBe(false)
  })
})

describe('B5: a command that reads never makes a database', () => {
  test.each(['backup', 'db rebuild', 'db migrate', 'link administrator', 'retention run'])(
    '%s',
    async (name) => {
      const { code, out, err } = await said(...name.split(' '))
      expect([code, out]).toEqual([4, ''])
      expect(err).toContain(`There is no database in ${DATA_DIR} (alongside.db). Nothing was made.`)
      expect(err).not.toContain('    at ')
      expect(existsSync(DATA_DIR)).toBe(false)
    },
  )
})

test('R42: a package is not made with the example’s crisis lines because DATA_DIR was misspelt', async () => {
  const out = path.join(folder, 'a.zip')
  const wish = '--programme kidney --language en --standard 1.2 --out a.zip'.split(' ')
  const { code, err } = await said('scorm', 'export', ...wish)
  expect([code, err]).toEqual([
    1,
    expect.stringMatching(`^DATA_DIR: there is no folder ${DATA_DIR}, so the words and contacts`),
  ])
  expect([existsSync(out), existsSync(DATA_DIR)]).toEqual([false, false])
})

/** A public key of which one letter was mistyped. */
const AGE_SLIP = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8q'

describe('B6: one sentence instead of a stack', () => {
  test.each([
    [4, { DATABASE_URL: 'http://127.0.0.1:9' }, 'db rebuild', 'cannot be reached. Does it run'],
    [4, { DATABASE_URL: 'http://127.0.0.1:9' }, 'backup', 'makes its own backups'],
    [1, { ORIGIN: 'mentors.example.org' }, 'backup', 'These settings are wrong:\nORIGIN'],
    [1, { BACKUP_RECIPIENT: AGE_SLIP }, 'backup', 'one letter is wrong or missing'],
  ])('%i %j %s', async (expected, env, name, says) => {
    const { code, err } = await inTerminal(name.split(' '), { DATA_DIR, ...env })
    expect(code).toBe(expected)
    expect(err).toContain(says)
    expect(err).not.toContain('    at ')
  })

  test('called from another folder it works in the project, and files are named from where it is called', async () => {
    const place = mkdtempSync(path.join(folder, 'elsewhere-'))
    writeFileSync(path.join(place, 'a.zip'), 'no package')
    const { code, out } = await inTerminal(['scorm', 'check', 'a.zip'], {}, place)
    expect([code, out.split(':')[0]]).toEqual([3, 'a.zip'])
    const stamped = await inTerminal(['course', 'stamp', 'a.zip'], {}, place)
    expect([stamped.code, stamped.err.includes('not a translation below content/')]).toEqual([
      3,
      true,
    ])
    rmSync(place, { recursive: true })
  })
})

test('config says what counts and where it was said, and no secret', async () => {
  const file = path.join(folder, 'own.env')
  writeFileSync(
    file,
    'ORIGIN=https://a.example\nSMTP_URL=smtps://ana:hunter2@mail.example\nMAIL_FROM=a@example.org\n',
  )
  const env = { ALONGSIDE_CONFIG: file, PORT: '5000', DATABASE_AUTH_TOKEN: 'hunter3' }
  const { code, out, err } = await inTerminal(['config'], env)
  expect([code, err]).toEqual([0, ''])
  expect(out).toMatch(/^PORT +5000 +environment$/m)
  expect(out).toMatch(/^HOST +localhost +left out$/m)
  expect(out).toMatch(new RegExp(`^SMTP_URL +smtps://ana:…@mail\\.example +${file}, line 2$`, 'm'))
  expect(out).not.toContain('hunter')
  const wrong = await inTerminal(['config', '--json'], { ...env, TRUSTED_PROXY_HOPS: 'x' })
  const told = JSON.parse(wrong.out) as { problems: string[]; settings: Record<string, unknown> }
  expect([wrong.code, told.problems]).toEqual([
    3,
    ['TRUSTED_PROXY_HOPS: is a whole number from 0 to 5'],
  ])
  expect(told.settings['ORIGIN']).toEqual({ value: 'https://a.example', from: `${file}, line 1` })
  expect(wrong.out).not.toContain('hunter')
  // What the server would refuse, every command refuses in the same words.
  const refused = await inTerminal(['backup'], { ...env, ALONGSIDE_CONFIG: `${file}s` })
  expect([refused.code, refused.err]).toEqual([
    1,
    `These settings are wrong:\nALONGSIDE_CONFIG: ${file}s cannot be read (ENOENT)\n`,
  ])
})

test('E9: nobody takes over from a server that vanished half-way', async () => {
  mkdirSync(DATA_DIR)
  writeFileSync(path.join(DATA_DIR, 'alongside.db'), 'not looked at')
  const server = createServer((socket) => socket.on('data', () => socket.destroy()))
  await new Promise<void>((resolve) => server.listen(path.join(DATA_DIR, 'control.sock'), resolve))
  for (const words of [['backup'], ['retention', 'run']]) {
    const { code, out, err } = await said(...words)
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('The server ended before it said that it was done.')
  }
  server.close()
  expect(readdirSync(DATA_DIR)).toEqual(['alongside.db'])
})

test('B2: the demo never goes among real people, and a link is never made for just anybody', async () => {
  rmSync(DATA_DIR, { recursive: true, force: true })
  await openDatabase({
    url: `file:${path.join(DATA_DIR, 'alongside.db')}`,
    authToken: undefined,
    dataDir: DATA_DIR,
  })
  const administrator = (id: string) => [
    insertPerson({ id, signInName: id, name: id, language: 'en', createdAt: 1 }),
    insertRole({ person: id, role: 'administrator', programme: '', createdAt: 1 }),
  ]
  await write([...administrator('ana'), ...administrator('ben')])
  await closeDatabase()
  const demo = await said('demo')
  expect([demo.code, demo.out]).toEqual([4, ''])
  expect(demo.err).toContain('is not one of a demo, so nothing was written')
  const link = await said('link', 'administrator')
  expect([link.code, link.out]).toEqual([4, ''])
  expect(link.err).toContain('There are 2 administrators. Say whose link it is: ana, ben')
  expect((await said('link', 'administrator', 'ben')).out).toContain('A new password for ben')
})

describe('B7: mail test', () => {
  test('B7: says why the mail server did not take it and what to look at, and refuses what is no address', async () => {
    const off = await said('mail', 'test', 'ana@example.org')
    expect([off.code, off.err]).toEqual([1, 'Mail is off: set SMTP_URL and MAIL_FROM.'])
    expect((await said('mail', 'test', 'ana')).code).toBe(2)
    const away = await inTerminal(['mail', 'test', 'ana@example.org'], {
      SMTP_URL: 'smtp://127.0.0.1:9',
      MAIL_FROM: 'alongside@example.org',
    })
    expect(away.code).toBe(1)
    expect(away.err).toContain('It cannot be reached: check the host and the port in SMTP_URL')
  })
})
