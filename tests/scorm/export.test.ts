import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  mkdirSync,
  writeFileSync,
} from 'node:fs'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { runCommand } from '#cli/run-command.ts'
import { course, programme } from '#tests/fixtures/course.ts'

let folder: string
const said: string[] = []

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'alongside-export-'))
  mkdirSync(path.join(folder, 'dist/course'), { recursive: true })
  mkdirSync(path.join(folder, 'dist/player'))
  const put = (name: string, content: string): void =>
    writeFileSync(path.join(folder, 'dist', name), content)
  put('course/en.json', JSON.stringify(course))
  put('course/en-GB.json', JSON.stringify(course))
  put('course/es.json', JSON.stringify({ ...course, language: 'es' }))
  put('course/programmes.json', JSON.stringify({ en: [programme], es: [programme] }))
  for (const name of ['player', 'pages', 'check', 'words-en', 'words-en-GB', 'words-es'])
    put(`player/${name}.js`, '(function(){})();')
  put('player/first.css', 'p{color:#000}')
  put('player/player.css', 'p{color:#000}')
})

afterAll(() => rmSync(folder, { recursive: true }))

beforeEach(() => {
  said.length = 0
  const listen = (line: unknown): void => void said.push(String(line))
  vi.spyOn(console, 'log').mockImplementation(listen)
})

const out = (): string => path.join(folder, 'package.zip')
const runIn = (dist: string, args: readonly string[]): Promise<number> => {
  vi.stubEnv('COURSE_DIR', path.join(folder, dist, 'course'))
  return runCommand(['scorm', 'export', ...args]).finally(() => vi.unstubAllEnvs())
}
const ask = (
  change: Record<string, string | null> = {},
  more: readonly string[] = [],
): Promise<number> => {
  const options = { programme: 'kidney', language: 'en', standard: '1.2', out: out(), ...change }
  return runIn('dist', [
    ...Object.entries(options).flatMap(([name, value]) =>
      value === null ? [] : [`--${name}`, value],
    ),
    '--overwrite',
    ...more,
  ])
}

/** The refusal of a misuse, in words. */
async function refused(
  change: Record<string, string | null>,
  more: readonly string[] = [],
): Promise<string> {
  const error = vi
    .spyOn(console, 'error')
    .mockImplementation((line) => void said.push(String(line)))
  const code = await ask(change, more)
  error.mockClear()
  return `${code}: ${said.join('\n')}`
}

describe('alongside scorm export', () => {
  test('makes the file and says its name, size, SHA-256, number of files and what does not travel', async () => {
    expect(await ask()).toBe(0)
    const zip = readFileSync(out())
    const all = said.join('\n')
    expect(all).toContain(`package.zip: ${Math.round(zip.length / 1024)} KB (${zip.length} bytes; `)
    expect(all).toMatch(/; \d+ unpacked\), 17 files/)
    expect(all).toContain(`SHA-256 ${createHash('sha256').update(zip).digest('hex')}`)
    expect(all).toContain('What does not travel: sign-off by a coordinator')
    expect(all).toContain('still the example')
    // R42: nobody takes the example's crisis lines for their own.
    expect(all).toMatch(
      /Words and contacts: as they came with the course; there is no .*kidney\.yaml\./,
    )
  })

  test('the same release makes the same file, on whichever day and in whichever time zone', async () => {
    const files = []
    for (const [zone, day] of [
      ['America/Los_Angeles', '2026-11-21T23:00:00Z'],
      ['Pacific/Auckland', '2031-06-30T12:00:00Z'],
    ] as const) {
      vi.stubEnv('TZ', zone)
      vi.useFakeTimers({ now: new Date(day), toFake: ['Date'] })
      expect(new Date().getTimezoneOffset()).not.toBe(0)
      expect(await ask({ language: 'both' })).toBe(0)
      files.push(readFileSync(out()))
      vi.useRealTimers()
      vi.unstubAllEnvs()
    }
    expect(files[0]?.equals(files[1] as Buffer)).toBe(true)
  })

  test('makes a file for each module, whose sessions need nothing outside', async () => {
    const made = mkdtempSync(path.join(folder, 'modules-'))
    const more = ['--per-module', '--preset', 'moodle', '--tries', '3', '--sessions']
    expect(await ask({ out: made }, more)).toBe(0)
    expect(readdirSync(made).sort()).toEqual([
      'alongside-kidney-en-scorm12-moodle-consent.zip',
      'alongside-kidney-en-scorm12-moodle-practising.zip',
    ])
    const all = said.join('\n')
    expect(all).not.toContain('Left out')
    expect(all).toContain('After 3 finished tries without a pass the learning system is told')
    expect(all).toContain('That a practice session has ended is reported')
  })

  test('makes the folder for the files of each module where it is not there yet', async () => {
    const place = mkdtempSync(path.join(folder, 'place-'))
    expect(await ask({ out: path.join(place, 'packages/') }, ['--per-module'])).toBe(0)
    expect(readdirSync(path.join(place, 'packages'))).toHaveLength(2)
    said.length = 0
    expect(await refused({ out: path.join(place, 'no/such/place') }, ['--per-module'])).toMatch(
      /^2: --out: there is no folder .*no\/such/,
    )
    const file = path.join(place, 'a-file')
    writeFileSync(file, '')
    expect(await refused({ out: file }, ['--per-module'])).toMatch(/a-file is not a folder/)
  })

  test('says what the preset decides, and takes the answers away where that is asked for', async () => {
    await ask()
    expect(said.join('\n')).toContain('Single answers of quizzes are reported')
    said.length = 0
    await ask({ preset: 'frappe' })
    expect(said.join('\n')).toContain('Single answers of quizzes are not reported')
    said.length = 0
    await ask({ preset: 'moodle', interactions: 'none' })
    expect(said.join('\n')).toContain('Single answers of quizzes are not reported')
  })

  test('names the sessions that it leaves out', async () => {
    expect(await ask({ modules: 'practising' })).toBe(0)
    expect(said.join('\n')).toContain('Left out: practising/skip-thursday')
  })

  test.each<[string, Record<string, string | null>, RegExp]>([
    ['no programme', { programme: null }, /--programme: nothing is given. Choose kidney/],
    ['an unknown programme', { programme: 'heart' }, /there is no "heart". Choose kidney/],
    ['an unknown language', { language: 'fr' }, /there is no "fr". Choose en, es, both/],
    ['an unknown standard', { standard: '1.3' }, /there is no "1.3". Choose 1.2, 2004/],
    [
      'an unknown module',
      { modules: 'consent,cooking' },
      /there is no "cooking". Choose consent, practising/,
    ],
    ['no file', { out: null }, /name a file that ends with .zip/],
    ['a file of another kind', { out: 'a.tar' }, /name a file that ends with .zip/],
    ['a folder that is not there', { out: '/nowhere/at/all/a.zip' }, /there is no folder/],
    ['a day that does not exist', { date: '2026-02-30' }, /not a day such as/],
    ['an unknown preset', { preset: 'blackboard' }, /there is no "blackboard". Choose generic/],
    ['another kind of interactions', { interactions: 'all' }, /Choose none, quiz/],
    ['a comma for modules', { modules: ',' }, /--modules: nothing is given. Choose consent/],
    ['no number of tries', { tries: '' }, /--tries: "" is not a whole number/],
    ['tries in another notation', { tries: '1e1' }, /--tries: "1e1" is not a whole number/],
    ['half a try', { tries: '1.5' }, /--tries: "1.5" is not a whole number/],
    ['a negative try', { tries: '-1' }, /tries/],
    ['an unknown option', { speed: 'fast' }, /speed/],
  ])('refuses %s, with the choices', async (_, change, says) => {
    const answer = await refused(change)
    expect(answer).toMatch(/^2: /)
    expect(answer).toMatch(says)
  })

  test('refuses a folder in the place of the file', async () => {
    const taken = path.join(folder, 'taken.zip')
    mkdirSync(taken)
    expect(await refused({ out: taken })).toMatch(/^2: --out: .*taken.zip is not a file/)
  })

  test('replaces a file that is there; where it cannot write it says why, and leaves nothing behind', async () => {
    const place = mkdtempSync(path.join(folder, 'place-'))
    const file = path.join(place, 'a.zip')
    writeFileSync(file, 'an older one')
    expect(await ask({ out: file })).toBe(0)
    const whole = readFileSync(file)
    expect(whole.subarray(0, 2).toString()).toBe('PK')
    // A folder in the place of the draft refuses whoever writes, root too.
    mkdirSync(`${file}.part`)
    said.length = 0
    expect(await refused({ out: file })).toMatch(/^1: The package was not written: .*EISDIR/)
    expect(readFileSync(file).equals(whole)).toBe(true)
    rmSync(`${file}.part`, { recursive: true })
    expect(readdirSync(place)).toEqual(['a.zip'])
  })

  test('B1: a package that is there stays there, unless --overwrite is said', async () => {
    const file = path.join(mkdtempSync(path.join(folder, 'place-')), 'a.zip')
    writeFileSync(file, 'an older one')
    const args = ['--programme', 'kidney', '--language', 'en', '--standard', '1.2', '--out', file]
    const error = vi
      .spyOn(console, 'error')
      .mockImplementation((line) => void said.push(String(line)))
    expect(await runIn('dist', args)).toBe(2)
    expect(said.join()).toContain('a.zip is there already')
    const folders = [...args.slice(0, -1), path.dirname(file), '--per-module']
    expect(await runIn('dist', folders)).toBe(0)
    expect(await runIn('dist', folders)).toBe(2)
    error.mockClear()
    expect(readFileSync(file, 'utf8')).toBe('an older one')
  })

  test('says how it is used', async () => {
    expect(await runIn('empty', ['--help'])).toBe(0)
    expect(said.join()).toContain('--per-module')
  })

  test('says what to do when nothing is built', async () => {
    const error = vi
      .spyOn(console, 'error')
      .mockImplementation((line) => void said.push(String(line)))
    expect(await runIn('empty', [])).toBe(1)
    error.mockClear()
    expect(said.join()).toContain('npm run build')
  })

  test('in production example contacts are refused, and nothing is written', async () => {
    vi.stubEnv('ALONGSIDE_ENV', 'production')
    rmSync(out(), { force: true })
    expect(await refused({})).toMatch(/^4: .*still the example/)
    expect(existsSync(out())).toBe(false)
    vi.unstubAllEnvs()
  })
})
