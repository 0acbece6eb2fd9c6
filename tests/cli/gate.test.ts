/** Types, lint and format are asked again about what may have changed; what was wrong is never taken for clean. */
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

let small = ''
/** A small project with our settings and our tools. */
beforeAll(() => {
  small = mkdtempSync(path.join(tmpdir(), 'alongside-small-'))
  for (const name of [
    'src/cli',
    'src/builds.mjs',
    'src/port-words.mjs',
    'eslint.config.js',
    'tsconfig.json',
    'tsconfig.components.json',
  ])
    cpSync(name, path.join(small, name), { recursive: true })
  for (const name of [
    'package.json',
    'package-lock.json',
    '.oxlintrc.json',
    '.prettierrc.json',
    '.prettierignore',
    'biome.json',
  ])
    cpSync(name, path.join(small, name))
  mkdirSync(path.join(small, 'node_modules'))
  for (const name of readdirSync('node_modules').filter((name) => name !== '.cache'))
    symlinkSync(path.resolve('node_modules', name), path.join(small, 'node_modules', name))
  // Of the command only what starts it is there: the rest would not find what it imports.
  for (const name of readdirSync(path.join(small, 'src/cli')))
    if (!name.endsWith('.mjs')) rmSync(path.join(small, 'src/cli', name), { recursive: true })
  write('.astro/types.d.ts', '')
  write(
    'src/pages/index.astro',
    "---\nimport { greet } from '#greet.ts'\n---\n\n<p>{greet()}</p>\n",
  )
  write('src/greet.ts', "export const greet = (): string => 'hello'\n")
  write('src/send.ts', 'export const send = (): void => undefined\n')
  write('src/sender.ts', "import { send } from '#send.ts'\n\nsend()\n")
  write('src/alone.ts', 'export const alone = 1\n')
})
afterAll(() => rmSync(small, { recursive: true }))

function write(name: string, text: string): void {
  mkdirSync(path.dirname(path.join(small, name)), { recursive: true })
  writeFileSync(path.join(small, name), text)
}

function run(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    cwd: small,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], NO_COLOR: '1' },
  })
  return { status, said: stdout + stderr }
}
const check = (...words: string[]) => run('src/cli/check.mjs', ...words)

type Name = 'Types' | 'Code' | 'Lint'

/** Which tools each check would run now, and then notes that they were content. */
function askedOf<const N extends readonly Name[]>(names: N): { readonly [K in keyof N]: string[] } {
  const { said } = run(
    '--input-type=module',
    '-e',
    `const { CHECKS } = await import('./src/cli/gate.mjs')
    const asked = ${JSON.stringify(names)}.map((name) => {
      const { runs, done } = CHECKS[name]()
      done()
      return runs.flat()
    })
    console.log(JSON.stringify(asked))`,
  )
  return JSON.parse(said) as { readonly [K in keyof N]: string[] }
}
const asked = (name: Name): string[] => askedOf([name])[0]

test('a changed type is looked at in every file that leans on it, and nothing wrong is noted as clean', () => {
  expect(check('code').status).toBe(0)
  expect(check('code').said).toBe('Code: nothing changed since this was found clean.\n')
  write('src/send.ts', 'export const send = async (): Promise<void> => undefined\n')
  for (let again = 0; again < 2; again++) {
    const { status, said } = check('code')
    expect(status).toBe(1)
    expect(said).toMatch(/no-floating-promises[\s\S]*sender\.ts/)
  }
  write('src/sender.ts', "import { send } from '#send.ts'\n\nawait send()\n")
  expect(check('code').status).toBe(0)
}, 240_000)

/** By who finds them; each in a file of its own, and all are looked at in one go. */
const MISTAKES = {
  Code: [
    ['src/wrong.ts', 'export const one: number = "two"\n', 'TS2322'],
    ['src/any.ts', 'export const one = (two: any): unknown => two\n', 'no-explicit-any'],
    ['src/cli/idle.mjs', 'let one = 1\nexport const two = one\n', 'prefer-const'],
  ],
  Types: [['src/wrong.astro', '---\nconst one: number = "two"\n---\n\n<p>{one}</p>\n', 'ts(2322)']],
  Lint: [
    ['src/any.astro', '---\nconst one: any = 2\n---\n\n<p>{one}</p>\n', 'no-explicit-any'],
    [
      'src/pages/posted.ts',
      'export const POST = async (request: Request) => new Response(String(await request.formData()))\n',
      'typedIn',
    ],
  ],
} as const

test.each(Object.entries(MISTAKES))(
  '%s: each mistake of its kind is refused',
  (name, mistakes) => {
    for (const [file, text] of mistakes) write(file, text)
    const { status, said } = check(name.toLowerCase())
    expect(status).toBe(1)
    for (const [file, , why] of mistakes) {
      expect(said).toContain(why)
      expect(said).toContain(file)
      rmSync(path.join(small, file))
    }
  },
  240_000,
)

test.each([
  ['src/alone.ts', 'export const alone = 1\n', 'export const alone  =  1\n'],
  ['src/about.astro', '<p>hello</p>\n', '<p   >hello</p>\n'],
])('%s that is not in shape is named every time', (file, right, wrong) => {
  write(file, right)
  expect(check('format').status).toBe(0)
  write(file, wrong)
  for (let again = 0; again < 2; again++) {
    const { status, said } = check('format')
    expect(status).toBe(1)
    expect(said).toContain(file)
  }
  write(file, right)
  expect(check('format').status).toBe(0)
  expect(check('format', '--afresh').status).toBe(0)
})

test('rules are asked about a changed file and whoever leans on it, and about nothing else', () => {
  askedOf(['Code', 'Lint'])
  expect(askedOf(['Code', 'Lint'])).toEqual([[], []])
  write('src/send.ts', 'export const send = async (): Promise<void> => Promise.resolve()\n')
  const [code, lint] = askedOf(['Code', 'Lint'])
  expect(code.slice(3)).toEqual(['src/send.ts', 'src/sender.ts'])
  expect(lint.slice(2)).toEqual(['src/send.ts'])
})

const COMPONENTS = 'node_modules/astro/bin/astro.mjs check --tsconfig tsconfig.components.json'

test('components are asked only where one leans on what changed', () => {
  asked('Types')
  expect(asked('Types')).toEqual([])
  write('src/alone.ts', 'export const alone = 2\n')
  expect(asked('Types')).toEqual([])
  write('src/greet.ts', "export const greet = (): string => 'good morning'\n")
  expect(asked('Types').join(' ')).toBe(COMPONENTS)
  rmSync(path.join(small, '.astro'), { recursive: true })
  expect(asked('Types').join(' ')).toBe(COMPONENTS)
  write('.astro/types.d.ts', '')
})

const EACH = ['Types', 'Code', 'Lint'] as const

test.each([
  'package-lock.json',
  'package.json',
  'tsconfig.json',
  'tsconfig.components.json',
  'eslint.config.js',
  '.oxlintrc.json',
  'src/env.d.ts',
])('everything is asked again when %s has changed', (name) => {
  askedOf(EACH)
  expect(askedOf(EACH)).toEqual([[], [], []])
  write(name, `changed, ${name}`)
  const [types, code, lint] = askedOf(EACH)
  expect(types.join(' ')).toBe(COMPONENTS)
  expect(code).toEqual(['node_modules/oxlint/bin/oxlint', '--type-aware', '--type-check'])
  expect(lint.at(-1)).toBe('src')
})
