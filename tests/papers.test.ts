/** The papers are as true as the code: the rules that are cited, the files that are named. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compileContent } from '#authoring/check.ts'
import { blueprintOf } from './house/blueprint.ts'
import { graphOf } from './house/circles.ts'
import { importsOf, sourceFiles } from './house/imports.ts'
import { pictureOf } from './house/picture.ts'
import { roomOf } from './house/rooms.ts'
import { configurationPaper, exampleFile } from './house/settings-paper.ts'
import { signUses } from './house/sign-uses.ts'
import { sourcesOf } from './house/sources.ts'
import { THEMES } from './house/themes.ts'

const files = sourceFiles()

/** Types of a room say nothing about where code runs, and single files are no rooms. */
const isRoom = (room: string): boolean => !room.includes('.')

test('the picture in docs/architecture.svg is drawn from the imports of today', async () => {
  const edges = importsOf(files).flatMap(({ file, target, isType }) => {
    const [from, to] = [roomOf(file), target === null ? '' : roomOf(target)]
    return !isType && to && from !== to && isRoom(from) && isRoom(to) && files[target ?? '']
      ? [[from, to] as const]
      : []
  })
  // A stale one fails; `npx vitest run tests/papers.test.ts -u` draws it again.
  await expect(pictureOf(graphOf(edges))).toMatchFileSnapshot('../docs/architecture.svg')
})

test('docs/blueprint.md says on what each line rests, from the content of today', async () => {
  const { courses, competencies, rolePlays } = compileContent('content')
  if (!courses.en) throw new Error('no course')
  const blueprint = blueprintOf(courses.en, competencies.en, rolePlays.en, signUses())
  // A stale one fails; `npx vitest run tests/papers.test.ts -u` writes it anew.
  await expect(blueprint).toMatchFileSnapshot('../docs/blueprint.md')
})

test('every theme that must not be missing is taught, and asked or practised, where it says', () => {
  const { courses, competencies } = compileContent('content')
  const modules = courses.en?.modules ?? []
  const cards = readFileSync('content/en/teaching/scene-cards.mdx', 'utf8')
  const known = {
    taught: modules.flatMap(({ lessons }) => lessons.map(({ id }) => id)),
    asked: modules.flatMap(({ slug, quiz }) =>
      (quiz?.questions ?? []).map((question) => `${slug}/${question.slug}`),
    ),
    practised: modules.flatMap(({ sessions }) =>
      sessions.flatMap((session) => session.turns.map((turn) => `${session.slug}/${turn.slug}`)),
    ),
    seen: [
      ...competencies.en.map(({ id }) => id),
      ...[...cards.matchAll(/^## (\d+)\. /gm)].map(([, number]) => `card ${number}`),
    ],
  }
  expect(Object.values(known).every((ids) => ids.length > 10)).toBe(true)
  for (const theme of THEMES) {
    for (const where of ['taught', 'asked', 'practised', 'seen'] as const)
      for (const id of theme[where] ?? []) expect(known[where], theme.title).toContain(id)
    expect(theme.taught.length, theme.title).toBeGreaterThan(0)
    expect([...(theme.asked ?? []), ...(theme.practised ?? [])], theme.title).not.toEqual([])
  }
})

test('every list of urgent signs is drawn in the lesson and on the page to print', () => {
  const uses = signUses()
  expect(uses.length).toBeGreaterThan(10)
  for (const { id, shown } of uses) {
    expect(shown, id).toContain('safety/urgent-signs')
    expect(shown, id).toContain('resources/urgent-signs')
  }
  const asked = uses.find(({ id }) => id === 'stroke')?.asked
  expect(asked).toContain('safety/not-himself')
})

test('docs/sources.md says where each fact comes from, from the content of today', async () => {
  const { facts } = compileContent('content')
  // A stale one fails; `npx vitest run tests/papers.test.ts -u` writes it anew.
  await expect(sourcesOf(facts)).toMatchFileSnapshot('../docs/sources.md')
})

const texts = globSync('{src,db,tests,docs}/**/*.{ts,tsx,astro,mjs,scss,md}', {
  exclude: ['src/scorm/schemas/**'],
}).map((file) => [file, readFileSync(file, 'utf8')] as const)

const RULES = readFileSync('docs/rules.md', 'utf8')
const written = new Set([...RULES.matchAll(/^- \*\*([RSL]\d+)\*\*/gm)].map(([, rule]) => rule))

/** Rules that a text names in brackets or before a test's sentence: "(R15)", "(R25–R28)", "R45: …". */
const citedIn = (text: string): string[] =>
  [...text.matchAll(/(?<![\w-])(R[1-9]\d?|(?<=\()[SL]\d)(?=[),:;–. ])/g)].map(([rule]) => rule)

test('every rule that is cited stands in docs/rules.md, once', () => {
  expect(written.size).toBeGreaterThan(50)
  expect([...RULES.matchAll(/^- \*\*/gm)]).toHaveLength(written.size)
  const cited = texts.flatMap(([file, text]) =>
    file === 'docs/rules.md' ? [] : citedIn(text).map((rule) => [file, rule] as const),
  )
  expect(cited.length).toBeGreaterThan(60)
  expect(cited.filter(([, rule]) => !written.has(rule))).toEqual([])
})

test('a rule that nobody wrote is found', () => {
  expect(citedIn('is answered alike (R15).').filter((rule) => !written.has(rule))).toEqual([])
  const nobodys = ['R', '99'].join('')
  const found = citedIn(`as it was (${nobodys}; x)`).filter((rule) => !written.has(rule))
  expect(found).toEqual([nobodys])
})

/** Paths of ours: a folder that there is, and a file with an ending. */
const NAMED =
  /(?<![\w./#@-])((?:src|db|docs|tests)\/[\w./[\]-]+\.(?:ts|mjs|astro|scss|md|svg|yaml))\b/g
const namedIn = (text: string): string[] => [...text.matchAll(NAMED)].map(([, file = '']) => file)
/** Paths that a test makes up. */
const MADE_UP = [
  'tests/imports.test.ts',
  'tests/papers.test.ts',
  'tests/house/circles.ts',
  'tests/cli/gate.test.ts',
  'tests/cli/small-project.ts',
  'tests/hard/gate.test.ts',
]

test('a file that a comment or a paper names is there', () => {
  const named = texts.flatMap(([file, text]) =>
    MADE_UP.includes(file) ? [] : namedIn(text).map((name) => [file, name] as const),
  )
  expect(named.length).toBeGreaterThan(100)
  expect(named.filter(([, name]) => !existsSync(name))).toEqual([])
})

test('a file that is not there is found', () => {
  expect(namedIn('see docs/attic/old.md').filter((file) => !existsSync(file))).toEqual([
    'docs/attic/old.md',
  ])
})

test('every decision stands in the list of decisions, by its file', () => {
  const list = readFileSync('docs/decisions/README.md', 'utf8')
  const records = globSync('*.md', { cwd: 'docs/decisions', exclude: ['README.md'] })
  expect(records.length).toBeGreaterThan(40)
  expect(records.filter((name) => !list.includes(`](${name})`))).toEqual([])
})

test('docs/configuration.md and .env.example say every setting as the code does', async () => {
  // A stale one fails; `npx vitest run tests/papers.test.ts -u` writes it anew.
  await expect(configurationPaper()).toMatchFileSnapshot('../docs/configuration.md')
  await expect(exampleFile()).toMatchFileSnapshot('../.env.example')
})
