/** What is wrong is refused, each kind by the tool that finds it, and is never taken for clean the next time. */
import { expect, test } from 'vitest'
import { smallProject } from '#tests/cli/small-project.ts'

const { write, remove, check } = smallProject()

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
      remove(file)
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
