import { existsSync, mkdtempSync, readFileSync, rmSync, mkdirSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { run } from '#cli/scorm-export.ts'
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
  put('course/es.json', JSON.stringify({ ...course, language: 'es' }))
  put('course/programmes.json', JSON.stringify({ en: [programme], es: [programme] }))
  put('player/player.js', '(function(){})();')
  put('player/player.css', 'p{color:#000}')
})

afterAll(() => rmSync(folder, { recursive: true }))

beforeEach(() => {
  said.length = 0
  const listen = (line: unknown): void => void said.push(String(line))
  vi.spyOn(console, 'log').mockImplementation(listen)
})

const out = (): string => path.join(folder, 'package.zip')
const ask = (change: Record<string, string | null> = {}): Promise<number> => {
  const options = { programme: 'kidney', language: 'en', standard: '1.2', out: out(), ...change }
  return run(
    Object.entries(options).flatMap(([name, value]) =>
      value === null ? [] : [`--${name}`, value],
    ),
    path.join(folder, 'dist'),
  )
}

/** The refusal of a misuse, in words. */
async function refused(change: Record<string, string | null>): Promise<string> {
  const error = vi
    .spyOn(console, 'error')
    .mockImplementation((line) => void said.push(String(line)))
  const code = await ask(change)
  error.mockClear()
  return `${code}: ${said.join('\n')}`
}

describe('alongside scorm export', () => {
  test('makes the file and says its name, size, SHA-256, number of files and what does not travel', async () => {
    expect(await ask()).toBe(0)
    const zip = readFileSync(out())
    const all = said.join('\n')
    expect(all).toContain(
      `package.zip: ${Math.round(zip.length / 1024)} KB (${zip.length} bytes), 10 files`,
    )
    expect(all).toContain(`SHA-256 ${createHash('sha256').update(zip).digest('hex')}`)
    expect(all).toContain('What does not travel: sign-off by a coordinator')
    expect(all).toContain('still the example')
  })

  test('the same day makes the same file', async () => {
    await ask({ date: '2026-11-21' })
    const first = readFileSync(out())
    await ask({ date: '2026-11-21' })
    expect(readFileSync(out()).equals(first)).toBe(true)
  })

  test('names the sessions that it leaves out', async () => {
    expect(await ask({ modules: 'practising' })).toBe(0)
    expect(said.join('\n')).toContain('Left out: practising/skip-thursday')
  })

  test.each<[string, Record<string, string | null>, RegExp]>([
    ['no programme', { programme: null }, /--programme: nothing is given. Choose kidney/],
    ['an unknown programme', { programme: 'heart' }, /there is no "heart". Choose kidney/],
    ['an unknown language', { language: 'fr' }, /there is no "fr". Choose en, es/],
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
    ['an unknown option', { speed: 'fast' }, /speed/],
  ])('refuses %s, with the choices', async (_, change, says) => {
    const answer = await refused(change)
    expect(answer).toMatch(/^2: /)
    expect(answer).toMatch(says)
  })

  test('says what to do when nothing is built', async () => {
    const error = vi
      .spyOn(console, 'error')
      .mockImplementation((line) => void said.push(String(line)))
    expect(await run([], path.join(folder, 'empty'))).toBe(3)
    error.mockClear()
    expect(said.join()).toContain('npm run build')
  })

  test('in production example contacts are refused, and nothing is written', async () => {
    vi.stubEnv('ALONGSIDE_ENV', 'production')
    rmSync(out(), { force: true })
    expect(await refused({})).toMatch(/^3: .*still the example/)
    expect(existsSync(out())).toBe(false)
    vi.unstubAllEnvs()
  })
})
