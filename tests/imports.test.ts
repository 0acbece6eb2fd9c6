/** Which way imports point (house.md): nothing that runs in the browser or an LMS may reach the database. */
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

/** What each room may import besides itself; rooms that stand alone may import no package either. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  i18n: ['domain'],
  view: ['domain', 'i18n'],
  // In the browser, for the platform's pages and for the player.
  'read-aloud': ['domain'],
  player: ['domain', 'view', 'i18n', 'read-aloud'],
  // Read by authors' tools and by the server, and it needs zod: so it is not in the domain.
  'programme-file': ['domain'],
  authoring: ['domain', 'programme-file'],
  settings: ['unknown-settings'],
  'unknown-settings': [],
  db: ['domain'],
  server: [
    'builds.mjs',
    'db',
    'domain',
    'settings',
    'programme-file',
    'scorm/build',
    'scorm/check',
  ],
  // What pages and components share; knows no page.
  web: ['server', 'domain', 'view', 'i18n', 'settings', 'scorm/build', 'programme-file'],
  'middleware.ts': ['web', 'server', 'domain', 'settings', 'front-door'],
  pages: [
    'web',
    'components',
    'layouts',
    'browser',
    'styles',
    'server',
    'domain',
    'view',
    'i18n',
    'settings',
    'authoring',
    'programme-file',
    'scorm/build',
    'scorm/check',
    'scorm/host',
  ],
  layouts: ['components', 'web', 'browser', 'styles', 'domain', 'i18n', 'view'],
  components: ['web', 'browser', 'view', 'i18n', 'domain'],
  browser: ['domain', 'i18n', 'read-aloud', 'scorm/host'],
  'scorm/build': ['domain', 'i18n'],
  // Reads strangers' archives: knows neither the server nor the database.
  'scorm/check': ['domain'],
  // Runs in the browser, on the content host and where an export is tried.
  'scorm/host': ['domain'],
  // The check's own words are the page's words.
  cli: [
    'builds.mjs',
    'port-words.mjs',
    'server',
    'authoring',
    'scorm/build',
    'scorm/check',
    'db',
    'domain',
    'settings',
    'i18n',
  ],
  'front-door': ['db', 'domain', 'server', 'scorm/check'],
  'front-door.ts': ['front-door', 'db', 'server', 'settings', 'port-words.mjs', 'builds.mjs'],
  integrations: ['authoring'],
  'content.config': ['authoring'],
  'env.d': ['domain', 'i18n', 'server'],
}
/** What still stands in the way of the rooms above: shrinks to nothing while pages become thin. */
const NOT_YET: Readonly<Record<string, readonly string[]>> = {
  web: ['db'],
  pages: ['db'],
  layouts: ['db', 'server', 'settings', 'programme-file'],
  components: [
    'db',
    'server',
    'settings',
    'programme-file',
    'scorm/build',
    'scorm/check',
    'front-door',
  ],
}
const ALONE = ['domain', 'i18n', 'view']
/** Statements, and `import(…)`; not the word "from" inside a text. */
const IMPORT =
  /(?:^[ \t]*(?:import|export)\b[^'"();]*?\bfrom\s*|\bimport\s*\(?\s*)['"]([^'"\n]+)['"]/gm

/** @param file path below the project's folder */
function roomOf(file: string): string {
  const [top = '', room = '', inner = ''] = file.split('/')
  if (top === 'db' || file === 'src/front-door.ts') return top === 'db' ? 'db' : 'front-door.ts'
  if (room === 'middleware.ts') return room
  return room === 'scorm' ? `scorm/${inner}` : room.replace(/\.ts$/, '')
}

const resolve = (from: string, to: string): string =>
  to.startsWith('#')
    ? to.replace(/^#(?!db\/|content\/)/, 'src/').replace('#', '')
    : path.posix.join(path.dirname(from), to)

/** One line for each import that points the wrong way. @param files text by path */
function wrongArrows(files: Readonly<Record<string, string>>): string[] {
  return Object.entries(files).flatMap(([file, text]) => {
    const room = roomOf(file)
    const imports = [...text.matchAll(IMPORT)].map(([, to = '']) => to)
    return imports.flatMap((to) => {
      const isOurs = /^[#.]/.test(to)
      const target = isOurs ? roomOf(resolve(file, to)) : 'a package'
      const fine = isOurs
        ? target === room || [...(MAY[room] ?? []), ...(NOT_YET[room] ?? [])].includes(target)
        : !ALONE.includes(room)
      return fine ? [] : [`${file} (${room}) imports ${to} (${target})`]
    })
  })
}

const read = (file: string): [string, string] => [file, readFileSync(file, 'utf8')]
const files = globSync('{src,db}/**/*.{ts,tsx,astro,mjs}', { exclude: ['src/scorm/schemas/**'] })

test('every import points the way that house.md says', () => {
  expect(files.length).toBeGreaterThan(150)
  expect(wrongArrows(Object.fromEntries(files.map(read)))).toEqual([])
})

test('a wrong arrow is found, however it is written', () => {
  expect(
    wrongArrows({
      'src/domain/quiz/grade.ts': "import { write } from '#db/client.ts'",
      'src/domain/quiz/quiz.ts': "import { randomUUID } from 'node:crypto'",
      'src/view/quiz.ts': "import type { Learner } from '../server/learner.ts'",
      'src/player/app.ts': "const late = await import('#server/learning/learner.ts')",
      'src/server/learning/learner.ts': "import { navOf } from '#web/nav.ts'",
      'db/people.ts': 'import "#server/access/session.ts"',
      'src/layouts/Page.astro': "import '#cli/demo.ts'",
      'src/attic/old.ts': "import '#domain/quiz/quiz.ts'",
    }),
  ).toEqual([
    'src/domain/quiz/grade.ts (domain) imports #db/client.ts (db)',
    'src/domain/quiz/quiz.ts (domain) imports node:crypto (a package)',
    'src/view/quiz.ts (view) imports ../server/learner.ts (server)',
    'src/player/app.ts (player) imports #server/learning/learner.ts (server)',
    'src/server/learning/learner.ts (server) imports #web/nav.ts (web)',
    'db/people.ts (db) imports #server/access/session.ts (server)',
    'src/layouts/Page.astro (layouts) imports #cli/demo.ts (cli)',
    'src/attic/old.ts (attic) imports #domain/quiz/quiz.ts (domain)',
  ])
})

const CLOCK_OR_CHANCE =
  /\b(Date\.now|new Date\(\)|Math\.random|performance\.|process\.|fetch\(|window\.|document\.)/

test('the rules and the drawing know no clock, no chance, no network and no page', () => {
  const reaching = (name: string, text: string): string[] =>
    text
      .split('\n')
      .flatMap((line) => (CLOCK_OR_CHANCE.test(line) ? [`${name}: ${line.trim()}`] : []))
  const pure = files.filter((file) => /^src\/(domain|view)\//.test(file)).map(read)
  expect(pure.length).toBeGreaterThan(25)
  expect(pure.flatMap(([name, text]) => reaching(name, text))).toEqual([])
  expect(reaching('a', 'const now = Date.now()')).toEqual(['a: const now = Date.now()'])
})
