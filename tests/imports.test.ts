/** Which way imports point (CONTRIBUTING.md): nothing that runs in the browser or an LMS may reach the database. */
import { describe, expect, test } from 'vitest'
import { circlesIn, foldersOf, graphOf } from './house/circles.ts'
import { importsOf, sourceFiles, type Import } from './house/imports.ts'
import { roomOf, ROOMS } from './house/rooms.ts'

const files = sourceFiles()
const imports = importsOf(files)

/** One line for each import that points the wrong way. */
const wrongArrows = (all: readonly Import[]): string[] =>
  all.flatMap(({ file, says, target, isType }) => {
    const room = roomOf(file)
    const { may = [], types = [], alone = false } = ROOMS[room] ?? {}
    const to = target === null ? 'a package' : roomOf(target)
    const known = [room, ...may, ...(isType ? types : [])]
    const fine = ROOMS[room] && (target === null ? !alone : known.includes(to))
    return fine ? [] : [`${file} (${room}) imports ${says} (${to})`]
  })

describe('arrows', () => {
  test('every import points the way that the rooms allow', () => {
    expect(Object.keys(files).length).toBeGreaterThan(500)
    expect(imports.length).toBeGreaterThan(2000)
    expect(wrongArrows(imports)).toEqual([])
  })

  test('a wrong arrow is found, however it is written', () => {
    const planted = {
      'src/domain/quiz/grade.ts': "import { write } from '#db/client.ts'",
      'src/domain/quiz/quiz.ts': "import { randomUUID } from 'node:crypto'",
      'src/view/quiz.ts': "import type { Learner } from '../server/learner.ts'",
      'src/player/app.ts': "const late = await import('#server/learning/learner.ts')",
      'src/server/learning/learner.ts': "import { navOf } from '#web/nav.ts'",
      'db/people.ts': 'import "#server/access/session.ts"',
      'src/layouts/Page.astro': "import '#cli/demo.ts'",
      'src/web/enter.ts': "import { helper } from '#pages/learn/_steps.ts'",
      'src/attic/old.ts': "import '#domain/quiz/quiz.ts'",
      'src/cli/demo.ts': "import {\n  navOf,\n} from '#web/nav.ts'",
    }
    expect(wrongArrows(importsOf(planted))).toEqual([
      'src/domain/quiz/grade.ts (domain) imports #db/client.ts (db)',
      'src/domain/quiz/quiz.ts (domain) imports node:crypto (a package)',
      'src/view/quiz.ts (view) imports ../server/learner.ts (server)',
      'src/player/app.ts (player) imports #server/learning/learner.ts (server)',
      'src/server/learning/learner.ts (server) imports #web/nav.ts (web)',
      'db/people.ts (db) imports #server/access/session.ts (server)',
      'src/layouts/Page.astro (layouts) imports #cli/demo.ts (cli)',
      'src/web/enter.ts (web) imports #pages/learn/_steps.ts (pages)',
      'src/attic/old.ts (attic) imports #domain/quiz/quiz.ts (domain)',
      'src/cli/demo.ts (cli) imports #web/nav.ts (web)',
    ])
  })

  test('a type is told from a value', () => {
    const kinds = importsOf({
      'src/web/a.ts': [
        "import type { Row } from '#db/a.ts'",
        "import { type Row, type Column } from '#db/b.ts'",
        "import { find, type Row } from '#db/c.ts'",
        "import Page from '#layouts/Page.astro'",
      ].join('\n'),
    }).map(({ isType }) => isType)
    expect(kinds).toEqual([true, true, false, false])
  })
})

describe('circles', () => {
  const graph = graphOf(
    imports.flatMap(({ file, target }) =>
      target !== null && files[target] !== undefined ? [[file, target] as const] : [],
    ),
  )

  test('no file leans on itself by way of others', () => {
    expect(circlesIn(graph)).toEqual([])
  })

  test.each(['src/domain', 'src/server', 'src/components'])(
    'the folders of %s form no circle',
    (room) => {
      const folders = foldersOf(room, graph)
      expect(folders.size).toBeGreaterThan(1)
      expect(circlesIn(folders)).toEqual([])
    },
  )

  test('a circle is found, of files and of folders', () => {
    const planted = graphOf([
      ['src/domain/a/1.ts', 'src/domain/b/2.ts'],
      ['src/domain/b/3.ts', 'src/domain/c/4.ts'],
      ['src/domain/c/4.ts', 'src/domain/a/1.ts'],
      ['src/domain/a/5.ts', 'src/domain/a/6.ts'],
      ['src/domain/a/6.ts', 'src/domain/a/5.ts'],
    ])
    expect(circlesIn(planted)).toEqual([
      'src/domain/a/5.ts -> src/domain/a/6.ts -> src/domain/a/5.ts',
    ])
    expect(circlesIn(foldersOf('src/domain', planted))).toEqual(['a -> b -> c -> a'])
  })
})

describe('what is pure', () => {
  const CLOCK_OR_CHANCE =
    /\b(Date\.now|new Date\(\)|Math\.random|performance\.|process\.|fetch\(|window\.|document\.)/
  const reaching = (name: string, text: string): string[] =>
    text
      .split('\n')
      .flatMap((line) => (CLOCK_OR_CHANCE.test(line) ? [`${name}: ${line.trim()}`] : []))

  test('the rules and the drawing know no clock, no chance, no network and no page', () => {
    const pure = Object.entries(files).filter(([file]) => /^src\/(domain|view)\//.test(file))
    expect(pure.length).toBeGreaterThan(25)
    expect(pure.flatMap(([name, text]) => reaching(name, text))).toEqual([])
    expect(reaching('a', 'const now = Date.now()')).toEqual(['a: const now = Date.now()'])
  })
})
