/** Types and rules are asked again about what may have changed, and about nothing else. What they refuse: tests/hard/gate.test.ts. */
import { expect, test } from 'vitest'
import { smallProject } from './small-project.ts'

const { write, remove, asked, askedOf } = smallProject()

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
  remove('.astro')
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
