/** `npm run release` in a repository of its own: all of it, or nothing. */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

let clone = ''
beforeEach(() => {
  clone = mkdtempSync(path.join(tmpdir(), 'alongside-to-release-'))
  for (const name of ['src/cli', 'src/builds.mjs', 'package-lock.json'])
    cpSync(name, path.join(clone, name), { recursive: true })
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as object
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: object }
  write('package.json', `${JSON.stringify({ ...manifest, version: '0.1.0' }, null, 2)}\n`)
  const own = { ...(lock.packages as Record<string, object>)[''], version: '0.1.0' }
  const packages = { ...lock.packages, '': own }
  write(
    'package-lock.json',
    `${JSON.stringify({ ...lock, version: '0.1.0', packages }, null, 2)}\n`,
  )
  write(
    'CHANGELOG.md',
    '# Changelog\n\n## Not released yet\n\n- A door. By hand: open it.\n\n## 0.1.0 (2026-01-01)\n\n- A wall.\n',
  )
  git('init', '--quiet')
  git('config', 'user.name', 'Rosa')
  git('config', 'user.email', 'rosa@example.org')
  git('add', '--all')
  git('commit', '--quiet', '--message', 'Begin')
})
afterEach(() => rmSync(clone, { recursive: true }))

const write = (name: string, text: string): void => writeFileSync(path.join(clone, name), text)
const read = (name: string): string => readFileSync(path.join(clone, name), 'utf8')
const git = (...args: string[]): string =>
  execFileSync('git', args, { cwd: clone, encoding: 'utf8' }).trim()

/** In the place of the registry's. */
function npmSays(said: string, status: number): void {
  const bin = path.join(clone, '.git', 'bin')
  mkdirSync(bin, { recursive: true })
  writeFileSync(
    path.join(bin, 'npm'),
    `#!/bin/sh\necho "$*" >> '${bin}/asked'\necho '${said}'\nexit ${status}\n`,
    {
      mode: 0o755,
    },
  )
}

function release(...words: string[]) {
  const PATH = `${path.join(clone, '.git', 'bin')}:${process.env['PATH'] ?? ''}`
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(clone, 'src/cli/release.mjs'), ...words],
    { cwd: tmpdir(), encoding: 'utf8', env: { ...process.env, PATH } },
  )
  return { status, said: stdout + stderr }
}

test('it writes the version, the changelog, a commit and a tag, and says what is by hand', () => {
  npmSays('{"vulnerabilities":{}}', 0)
  const { status, said } = release('0.2.0', '--tested')
  expect(read('.git/bin/asked')).toBe('audit --omit=dev --json\n')
  expect([status, said]).toEqual([0, expect.stringContaining('- A door. By hand: open it.')])
  expect((JSON.parse(read('package.json')) as { version: string }).version).toBe('0.2.0')
  const lock = JSON.parse(read('package-lock.json')) as {
    version: string
    packages: Record<string, { version: string }>
  }
  expect([lock.version, lock.packages['']?.version]).toEqual(['0.2.0', '0.2.0'])
  expect(
    git('diff', '--numstat', 'HEAD~1')
      .split('\n')
      .map((line) => line.replaceAll('\t', ' ')),
  ).toEqual(['2 0 CHANGELOG.md', '2 2 package-lock.json', '1 1 package.json'])
  expect(read('CHANGELOG.md')).toMatch(
    /## Not released yet\n\n## 0\.2\.0 \(\d{4}-\d\d-\d\d\)\n\n- A door\./,
  )
  expect(git('log', '-1', '--format=%s')).toBe('Release 0.2.0')
  expect(git('cat-file', '-t', 'v0.2.0')).toBe('tag')
  expect(git('tag', '--list', '--format=%(contents)', 'v0.2.0')).toBe(
    'Alongside 0.2.0\n\n- A door. By hand: open it.',
  )
  expect(git('status', '--porcelain')).toBe('')
  // The next one has nothing to tell yet.
  expect(release('0.3.0', '--tested', '--audited')).toMatchObject({ status: 1 })
})

test.each([
  ['a number that is none', ['1.0'], (): void => undefined, 2],
  ['no newer one', ['0.1.0', '--tested', '--audited'], (): void => undefined, 1],
  [
    'something that is not committed',
    ['0.2.0', '--tested', '--audited'],
    (): void => write('new.txt', ''),
    1,
  ],
  [
    'a tag that is there',
    ['0.2.0', '--tested', '--audited'],
    (): void => void git('tag', 'v0.2.0'),
    1,
  ],
] as const)('%s is refused, and nothing is written', (_, words, before, code) => {
  before()
  const status = git('status', '--porcelain')
  expect(release(...words).status).toBe(code)
  expect([git('status', '--porcelain'), git('rev-list', '--count', 'HEAD')]).toEqual([status, '1'])
})

test.each([
  [
    'a package with a known hole',
    '{"vulnerabilities":{"nodemailer":{"severity":"high"}}}',
    'nodemailer (high)',
  ],
  [
    'a registry that does not answer',
    '{"message":"audit endpoint returned an error"}',
    'returned an error',
  ],
  ['an answer that cannot be read', '', 'no answer'],
])('%s is in the way, and nothing is written', (_, answer, words) => {
  npmSays(answer, 1)
  const { status, said } = release('0.2.0', '--tested')
  expect([status, said]).toEqual([1, expect.stringContaining(words)])
  expect([git('status', '--porcelain'), git('rev-list', '--count', 'HEAD')]).toEqual(['', '1'])
  expect(release('0.2.0', '--tested', '--audited').status).toBe(0)
})
