/** A small project with our settings and our tools, in which something may be wrong. */
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
import { afterAll, beforeAll } from 'vitest'

export type Name = 'Types' | 'Code' | 'Lint'

/** Of the file of tests that calls it. */
export function smallProject() {
  let small = ''
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

  /** Which tools each check would run now, and then notes that they were content. */
  function askedOf<const N extends readonly Name[]>(
    names: N,
  ): { readonly [K in keyof N]: string[] } {
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

  return {
    write,
    remove: (name: string) => rmSync(path.join(small, name), { recursive: true }),
    check,
    askedOf,
    asked,
  }
}
