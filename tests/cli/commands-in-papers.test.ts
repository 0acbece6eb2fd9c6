/** Every command that a paper or a page of help tells somebody to type: it is there, takes what is said, and does it. */
import { existsSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { closeDatabase, openDatabase } from '#db/client.ts'
import { findCommand, runCommand } from '#cli/run-command.ts'
import { readGiven } from '#cli/read-given.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'alongside-papers-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
// Before anything reads a setting.
const DATA_DIR = path.join(folder, 'data')
process.env['DATA_DIR'] = DATA_DIR

interface Said {
  readonly file: string
  readonly line: string
  /** It stands by itself, to be typed; else it is named within a sentence. */
  readonly isWhole: boolean
}

/** Decisions tell of commands that were, too. */
const PAPERS = globSync('{*.md,docs/*.md,docs/papers/*.md,docs/help/*/*.md}').filter(
  (file) => file !== 'CHANGELOG.md',
)
const FENCE = /^```(\w*)\n([\s\S]*?)^```/gm
const BEGINS = /^(?:[A-Z_]+=\S+ )*(?:npm|npx|alongside|node|node_modules\/|cp|curl)(?= |\/|$|[\w.])/

const commandsIn = (file: string, text: string): Said[] => {
  const fenced = [...text.matchAll(FENCE)]
    .filter(([, language = '']) => ['', 'sh', 'bash'].includes(language))
    .flatMap(([, , block = '']) => block.trim().split('\n'))
  const named = [...text.replace(FENCE, '').matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code)
  const said = (lines: readonly string[], isWhole: boolean): Said[] =>
    lines
      .filter((line) => BEGINS.test(line))
      .flatMap((line) => line.split(' && '))
      .map((line) => ({ file, line: line.replace(/^(?:[A-Z_]+=\S+ )+/, ''), isWhole }))
  return [...said(fenced, true), ...said(named, false)]
}

const all = PAPERS.flatMap((file) => commandsIn(file, readFileSync(file, 'utf8')))

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Readonly<Record<string, string>>
}

/** What stands after `alongside`; null where it is another program. */
function alongside(line: string): string[] | null {
  const [whole, words = ''] =
    /^(?:npm run (?:--silent |-s )?alongside(?: --)?|node dist\/alongside\.mjs|alongside)(?: (.*))?$/.exec(
      line,
    ) ?? []
  if (whole === undefined) return null
  // What a shell puts in is one word.
  return words ? words.replace(/\$\([^)]*\)/g, '$DAY').split(' ') : []
}

/** @returns what is wrong with it; empty where nothing is */
function wrongWith({ line, isWhole }: Said): string {
  const words = alongside(line)
  if (words) return wrongWords(words, isWhole)
  const [program = '', first = '', second = '', third = ''] = line.split(' ')
  const isThere = (is: unknown): string => (is ? '' : 'is not there')
  if (program === 'npm') {
    if (first === 'ci') return isThere(existsSync('package-lock.json'))
    const script = first === 'run' ? (second.startsWith('-') ? third : second) : first
    return isThere(scripts[script])
  }
  if (program === 'npx') return isThere(existsSync(`node_modules/.bin/${first}`))
  if (program === 'cp') return isThere(existsSync(first))
  if (program.endsWith('node')) return isThere(existsSync(first))
  if (program === 'curl') return isThere(line.includes('/api/v1/mentors'))
  return ''
}

function wrongWords(words: readonly string[], isWhole: boolean): string {
  // The list of all, or "what stands after it".
  if (words.length === 0 || words[0] === '…') return ''
  // A word such as alongside-owner is no command.
  const found = findCommand(words)
  if (!found) return 'is no command'
  // Named within a sentence it may leave out what it takes.
  if (!isWhole && found.args.length === 0) return ''
  try {
    readGiven(found.name, found.command, found.args, folder)
    return ''
  } catch (error) {
    return String(error)
  }
}

test('each is there, with these options and words', () => {
  expect(all.length).toBeGreaterThan(50)
  expect(all.map((one) => [one.file, one.line, wrongWith(one)]).filter(([, , why]) => why)).toEqual(
    [],
  )
})

test.each([
  ['npm run --silent alongside -- course chek', 'is no command'],
  ['npm run --silent alongside -- scorm export --program kidney', 'has no option --program'],
  ['npm run --silent alongside -- restore', 'FILE is missing'],
  ['npm run devv', 'is not there'],
])('%s is found: it %s', (line, why) => {
  const [one] = commandsIn('a.md', `\`\`\`sh\n${line}\n\`\`\``)
  expect(one && wrongWith(one)).toContain(why)
})

/** Runs here as it stands in the papers, and how it ends. The database is an empty one. */
const RUN: Readonly<Record<string, number>> = {
  '': 0,
  config: 0,
  'course check': 0,
  'course voices': 0,
  'course changes': 0,
  backup: 0,
  'db rebuild': 0,
  'scorm export --programme kidney --language en --standard 1.2 --out kidney-en.zip': 0,
  'scorm check kidney-en.zip': 0,
}

/** By the command, or by its name alone: why not, and which test does it. */
const NOT_RUN: Readonly<Record<string, readonly [why: string, test: string]>> = {
  '…': ['stands for another one', ''],
  'course tells': ['takes 3 seconds', 'tests/authoring/tells.test.ts'],
  'course reading': ['takes 2 seconds', 'tests/authoring/reading.test.ts'],
  'scorm export --programme kidney --language both --standard 1.2 --preset moodle --out kidney.zip':
    ['takes 3 seconds', 'tests/scorm/export.test.ts'],
  'scorm export --programme kidney --language en --standard 2004 --per-module --out packages/': [
    'makes 10 packages',
    'tests/scorm/export.test.ts',
  ],
  serve: ['stays until it is ended', 'tests/http/release.test.ts'],
  backup: ['FILE is in a folder of one’s own', 'tests/server/restore.test.ts'],
  'backup verify': ['FILE is a backup of one’s own', 'tests/cli/commands.test.ts'],
  upgrade: ['takes a database of before over', 'tests/server/upgrade.test.ts'],
  doctor: ['ends by what is wrong with this machine', 'tests/server/doctor.test.ts'],
  restore: ['FILE is a backup of one’s own', 'tests/server/restore.test.ts'],
  erase: ['SIGN-IN-NAME is a person', 'tests/pages/erasure-drill.test.ts'],
  'link administrator': ['asks for an administrator', 'tests/cli/commands.test.ts'],
  'person reset': ['NAME is a person', 'tests/pages/way-back.test.ts'],
  'retention run': ['deletes by the clock', 'tests/cli/commands.test.ts'],
  'course release': ['writes into content/', 'tests/cli/commands.test.ts'],
  'course stamp': ['writes into content/', 'tests/cli/commands.test.ts'],
}

/** Other programs: what they do takes a whole test run, a server that stays, or the internet. */
const OF_OTHERS: Readonly<Record<string, string>> = {
  'npm start': 'tests/cli/start.test.ts',
  'npm run dev': 'tests/e2e/develop.spec.ts',
  'npm run build': 'tests/http/builds.test.ts',
  'npm run --silent sbom': 'tests/supply-chain.test.ts',
}

describe('what only reads, or writes where it is told', () => {
  const typed = [
    ...new Set(
      all.flatMap(({ line, isWhole }) => {
        const words = alongside(line)
        return words && (isWhole || findCommand(words)?.args.length === 0 || !words.length)
          ? [words.join(' ')]
          : []
      }),
    ),
  ]

  test('is run here, or has a reason and a test that does it', () => {
    const unknown = typed.filter(
      (words) =>
        !(words in RUN || words in NOT_RUN) &&
        !((findCommand(words.split(' '))?.name ?? '…') in NOT_RUN),
    )
    expect(unknown).toEqual([])
    expect(Object.keys(RUN).filter((words) => !typed.includes(words))).toEqual([])
    const tests = [...Object.values(NOT_RUN).map(([, file]) => file), ...Object.values(OF_OTHERS)]
    expect(tests.filter((file) => file && !existsSync(file))).toEqual([])
  })

  test('ends as it should', async () => {
    await openDatabase({
      url: `file:${path.join(DATA_DIR, 'alongside.db')}`,
      authToken: undefined,
      dataDir: DATA_DIR,
    })
    await closeDatabase()
    const quiet = (['log', 'error', 'warn'] as const).map((one) =>
      vi.spyOn(console, one).mockImplementation(() => undefined),
    )
    const ended: Record<string, number> = {}
    for (const words of Object.keys(RUN))
      ended[words] = await runCommand(words ? words.split(' ') : [], folder)
    for (const one of quiet) one.mockReset()
    expect(ended).toEqual(RUN)
    expect(readdirSync(folder)).toContain('kidney-en.zip')
  })
})
