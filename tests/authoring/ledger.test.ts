/** No change of meaning slips through: the ledger, and the commands that write it. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { compileContent } from '#authoring/check.ts'
import { ledgerOf, unreleased } from '#authoring/ledger.ts'
import type { Ledger } from '#domain/course/ledger.ts'
import { tell } from '#authoring/problem.ts'
import { changesBetween } from '#domain/course/ledger.ts'
import { course } from '#integrations/course.ts'
import { runCommand } from '#cli/run-command.ts'
import { compileWith, inFolder, swap, told, type Changes } from './small-content.ts'

const QUIZ = 'en/consent/quiz.yaml'
const released = compileWith().ledger
const RELEASED = { 'ledger.json': JSON.stringify(released) }
const changedItems = (changes: Changes): readonly string[] =>
  unreleased(released, compileWith(changes).ledger)

test('every lesson, question, turn, session, page and writing is an item with its revision', () => {
  expect(Object.entries(released).map(([id, { revision, star }]) => [id, revision, star])).toEqual([
    ['consent/card', 1, false],
    ['consent/promise', 1, false],
    ['consent/quiz/who-asks', 1, false],
    ['consent/quiz/who-calls', 1, false],
    ['consent/quiz/who-decides', 1, false],
    ['consent/quiz/who-hears', 1, false],
    ['consent/quiz/who-waits', 1, false],
    ['consent/quiz/who-writes', 1, false],
    ['consent/waiting', 1, false],
    ['consent/window', 1, false],
    ['consent/window/he-looks-up', 1, false],
    ['consent/window/he-turns-away', 1, false],
    ['resources/guide', 1, false],
  ])
})

test('what lapses a sign-off when it is raised is marked', () => {
  const { ledger } = compileWith({
    [QUIZ]: swap('kind: single', 'kind: single\n    star: true'),
    'en/consent/waiting.mdx': swap('minutes: 6', 'minutes: 6\nstar: true'),
    'en/consent/window.yaml': swap('minutes: 10', 'minutes: 10\nstar: true'),
  })
  expect(Object.keys(ledger).filter((id) => ledger[id]?.star)).toEqual([
    'consent/quiz/who-decides',
    'consent/waiting',
    'consent/window',
    'consent/window/he-looks-up',
    'consent/window/he-turns-away',
  ])
})

describe('a change is noticed', () => {
  test.each([
    [
      'of a question',
      { [QUIZ]: swap('ask: What about who-asks', 'ask: And who-asks') },
      'consent/quiz/who-asks',
    ],
    [
      'of feedback',
      { [QUIZ]: swap('It is her life.', 'It is her time.') },
      'consent/quiz/who-decides',
    ],
    [
      'of the key',
      { [QUIZ]: swap('Rosa does, right: true', 'Rosa does, right: false') },
      'consent/quiz/who-decides',
    ],
    [
      'of a lesson’s text',
      { 'en/consent/waiting.mdx': swap('You wait.', 'You may wait.') },
      'consent/waiting',
    ],
    [
      'of what is said in a turn',
      { 'en/consent/window.yaml': swap('Who told you?', 'Who?') },
      'consent/window/he-turns-away',
    ],
    [
      'of a verdict',
      { 'en/consent/window.yaml': swap('consent: missed', 'consent: kept') },
      'consent/window/he-turns-away',
    ],
    [
      'of the scene',
      { 'en/consent/window.yaml': swap('In the waiting room.', 'At home.') },
      'consent/window',
    ],
    ['of a page', { 'en/resources/guide.mdx': swap('Wait. Ask.', 'Ask.') }, 'resources/guide'],
    [
      'of what is to be written',
      { 'en/consent/module.yaml': swap('What can you promise?', 'What not?') },
      'consent/promise',
    ],
    [
      'of a box',
      { 'en/consent/module.yaml': swap('hello: Hello', 'hello: Good morning') },
      'consent/card',
    ],
  ])('%s', (_, changes: Changes, id) => {
    expect(changedItems(changes)).toEqual([id])
    const [warning, ...more] = told({ ...changes, ...RELEASED }).filter((text) =>
      text.includes('it changed since'),
    )
    expect(more).toEqual([])
    expect(warning).toMatch(/^warning: content\/en\/[a-z/-]+\.(mdx|yaml):\d+ \(/)
    expect(warning).toContain(
      `: it changed since the last release\n  -> raise its revision if the meaning changed, else release it with "alongside course release --wording ${id}"`,
    )
  })
})

describe('no change is', () => {
  test.each([
    ['the programme’s own words', { 'programmes/kidney.yaml': swap('your nurse', 'your team') }],
    ['a translation', { 'es/consent/quiz.yaml': swap('Es su vida.', 'Es su tiempo.') }],
    ['the summary of a module', { 'en/consent/module.yaml': swap('to be asked', 'until asked') }],
    ['a line end', { [QUIZ]: (text: string) => text.replaceAll('\n', '\r\n') }],
    [
      'a new item',
      {
        [QUIZ]: (text: string) =>
          text.replace(
            /\n {2}- id: who-waits[\s\S]*/,
            (last) => last + last.replace('who-waits', 'who-tells').slice(1),
          ),
      },
    ],
  ])('%s', (_, changes: Changes) => {
    const now = compileWith(changes).ledger
    expect(unreleased(released, now)).toEqual([])
    expect(Object.keys(now)).toEqual(expect.arrayContaining(Object.keys(released)))
  })

  test('a question that was raised', () => {
    const raised = {
      [QUIZ]: (text: string) =>
        text
          .replace('id: who-decides\n    revision: 1', 'id: who-decides\n    revision: 2')
          .replace('It is her life.', 'It is her time.'),
    }
    expect(changedItems(raised)).toEqual([])
    expect(compileWith(raised).ledger['consent/quiz/who-decides']?.revision).toBe(2)
  })
})

test('a lowered revision is an error, whatever else changed', () => {
  const higher: Ledger = { ...released, 'consent/waiting': { revision: 3, hash: 'x', star: false } }
  expect(told({ 'ledger.json': JSON.stringify(higher) })).toEqual([
    'error: content/en/consent/waiting.mdx:4 (revision): revision 1 is older than the released 3\n  -> never lower a revision',
  ])
})

test('the ledger is of the English text, also where the course is rendered', () => {
  const rendered = inFolder({}, (folder) => compileContent(folder, { htmlOf: () => '<p>HTML</p>' }))
  expect(rendered.ledger).toEqual(released)
  expect(rendered.courses.en && ledgerOf(rendered.courses.en)['consent/waiting']).not.toEqual(
    released['consent/waiting'],
  )
})

/** Runs `alongside course …` in a folder that holds `content/`, as an author would. */
async function inProject(
  use: (
    run: (command: string, ...args: string[]) => Promise<[code: number, said: string]>,
    edit: (file: string, change: (text: string) => string) => void,
    read: (file: string) => unknown,
  ) => Promise<void>,
): Promise<void> {
  const home = process.cwd()
  const project = mkdtempSync(path.join(tmpdir(), 'alongside-project-'))
  const lines: string[] = []
  const say = (line: unknown): void => void lines.push(String(line))
  const log = vi.spyOn(console, 'log').mockImplementation(say)
  const error = vi.spyOn(console, 'error').mockImplementation(say)
  try {
    inFolder({}, (folder) => cpSync(folder, path.join(project, 'content'), { recursive: true }))
    process.chdir(project)
    await use(
      async (command, ...args) => [
        await runCommand(['course', command, ...args]),
        lines.splice(0).join('\n'),
      ],
      (file, change) => {
        const name = path.join('content', file)
        writeFileSync(name, change(readFileSync(name, 'utf8')))
      },
      (file) => JSON.parse(readFileSync(path.join('content', file), 'utf8')) as unknown,
    )
  } finally {
    process.chdir(home)
    log.mockRestore()
    // What an author is told goes to standard error and is no error of ours.
    error.mockClear()
    rmSync(project, { recursive: true, force: true })
  }
}

test('B13: an author releases, changes a word, is stopped, names it as wording, and raises a revision', async () => {
  await inProject(async (run, edit) => {
    expect(await run('release')).toEqual([
      3,
      'The first release: 13 items.\nNothing was released. Say --yes to release this.',
    ])
    expect(await run('release', '--yes')).toEqual([
      0,
      'The first release: 13 items.\nReleased: 13 items. Build and start again to serve it.',
    ])
    expect(await run('release', '--yes')).toEqual([0, 'Nothing changed since the last release.'])
    expect(await run('changes')).toEqual([0, 'Everything is released.'])
    edit(QUIZ, swap('It is her life.', 'It is her time.'))
    const [code, said] = await run('release', '--yes')
    expect(code).toBe(3)
    expect(said).toBe(
      'These items changed. Raise the revision of each whose meaning changed, and name the others:\n  --wording consent/quiz/who-decides',
    )
    const [open, list] = await run('changes')
    expect([open, list]).toEqual([
      3,
      expect.stringContaining('Not released yet:\n  wording changed: consent/quiz/who-decides\n'),
    ])
    for (const [id, says] of [
      ['nonsense', 'the course has no item "nonsense"'],
      ['consent/quiz/who-asks', '"consent/quiz/who-asks" did not change'],
    ] as const) {
      const [refused, why] = await run('release', '--yes', '--wording', id)
      expect(refused).toBe(2)
      expect(why).toContain(says)
    }
    expect(await run('release', '--yes', '--wording', 'consent/quiz/who-decides')).toEqual([
      0,
      'wording changed: consent/quiz/who-decides\nReleased: 13 items. Build and start again to serve it.',
    ])
    edit(QUIZ, (text) =>
      text.replace('revision: 1', 'revision: 2').replace('It is her time.', 'It is hers.'),
    )
    const raised = 'meaning changed: consent/quiz/who-decides (revision 1 -> 2)'
    expect(await run('release')).toEqual([
      3,
      `${raised}\nNothing was released. Say --yes to release this.`,
    ])
    expect((await run('release', '--yes'))[0]).toBe(0)
    edit(QUIZ, swap('revision: 2', 'revision: 1'))
    const [lowered, words] = await run('release', '--yes')
    expect(lowered).toBe(3)
    expect(words).toContain('revision 1 is older than the released 2')
    expect((await run('check'))[0]).toBe(3)
  })
})

test('L5: a release names what lines need now, and keeps what they needed before', async () => {
  await inProject(async (run, edit, read) => {
    await run('release', '--yes')
    expect(read('needs.json')).toMatchObject({ consent: { needs: expect.any(Array) as unknown } })
    edit('competencies.yaml', swap('{ observation: 2 }', '{ observation: 3 }, { talk: true }'))
    const said =
      'more is asked: consent: practice window + quiz consent + observation 2 -> practice window + quiz consent + observation 3 + talk'
    expect(await run('changes')).toEqual([3, expect.stringContaining(said)])
    expect((await run('check'))[1]).toContain(
      'what "consent" needs changed since the last release\n  -> look at whom it concerns and release it',
    )
    const [code, words] = await run('release', '--yes')
    expect([code, words]).toEqual([0, expect.stringContaining(said)])
    expect(await run('changes')).toEqual([0, 'Everything is released.'])
    expect(read('needs.json')).toMatchObject({
      consent: {
        before: [{ kind: 'practice' }, { kind: 'quiz' }, { kind: 'observation', level: 2 }],
        since: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as unknown,
      },
    })
    // Less than since, and still more than before: who began before is told of it as they were.
    edit('competencies.yaml', swap('{ observation: 3 }, { talk: true }', '{ observation: 3 }'))
    await run('release', '--yes')
    expect(read('needs.json')).toMatchObject({
      consent: { before: [{ kind: 'practice' }, { kind: 'quiz' }, { level: 2 }] },
    })
    // Less than before concerns nobody, and nobody is told of it.
    edit('competencies.yaml', swap('{ observation: 3 }', '{ observation: 2 }'))
    expect((await run('release', '--yes'))[1]).toContain(
      'less is asked, or the same in other words',
    )
    expect(read('needs.json')).toEqual({ consent: { needs: expect.any(Array) as unknown } })
  })
})

test('B13: a build holds only what is released, and refuses anything else', async () => {
  const build = (): void => {
    const hook = course().hooks['astro:build:start']
    void hook?.({ logger: { warn: () => undefined } } as unknown as Parameters<typeof hook>[0])
  }
  await inProject(async (run, edit) => {
    expect(build).toThrow('NotReleased')
    await run('release', '--yes')
    expect(build).not.toThrow()
    edit(QUIZ, swap('It is her life.', 'It is her time.'))
    expect(build).toThrow('NotReleased')
    edit(QUIZ, swap('It is her time.', 'It is her life.'))
    expect(build).not.toThrow()
    edit('competencies.yaml', swap('{ observation: 2 }', '{ observation: 3 }'))
    expect(build).toThrow('NotReleased')
  })
})

describe('B13: an id that was released is never lost', () => {
  const other = (text: string): string => text.replaceAll('id: who-hears', 'id: who-listens')
  const spanish = (text: string): string => text.replaceAll('who-hears:', 'who-listens:')
  const renamed = { [QUIZ]: other, 'es/consent/quiz.yaml': spanish, ...RELEASED }
  const ledgerErrors = (changes: Changes): string[] =>
    told(changes).filter((one) => one.startsWith('error'))

  test('another name without a word about it is an error with its remedy', () => {
    expect(ledgerErrors(renamed)).toEqual([
      'error: content/ledger.json:27 (consent/quiz/who-hears): it was released and is no longer there, so what people did in it would be lost\n  -> if it has another name now, write "was: consent/quiz/who-hears" beside its new one; if it is taken out, list it under "gone:" in en/course.yaml',
    ])
  })

  test('with `was:` it is the same item, and is told so', () => {
    const was = (text: string): string =>
      other(text).replace('id: who-listens', 'id: who-listens\n    was: consent/quiz/who-hears')
    const compiled = compileWith({ ...renamed, [QUIZ]: was })
    expect(compiled.problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(compiled.former).toEqual({ 'consent/quiz/who-hears': 'consent/quiz/who-listens' })
    expect(changesBetween(compiled.released, compiled.ledger, compiled.former)).toEqual({
      added: [],
      removed: [],
      renamed: [{ from: 'consent/quiz/who-hears', to: 'consent/quiz/who-listens' }],
      raised: [],
      reworded: [],
    })
  })

  test('under `gone:` it is taken out', () => {
    const gone = swap('modules: [consent]', 'modules: [consent]\ngone: [consent/quiz/who-hears]')
    expect(ledgerErrors({ ...renamed, 'en/course.yaml': gone })).toEqual([])
    expect(ledgerErrors({ 'en/course.yaml': gone })).toEqual([
      'error: content/en/course.yaml:4 (gone): "consent/quiz/who-hears" is still there\n  -> take it out of the list',
    ])
  })

  test('a module, a session and a lesson bring everything that stands in them', () => {
    const { former } = compileWith({
      'en/consent/module.yaml': swap('title: Consent', 'title: Consent\nwas: asking'),
      'en/consent/waiting.mdx': swap('minutes: 6', 'minutes: 6\nwas: [asking/wait, role/wait]'),
      'en/consent/window.yaml': swap('minutes: 10', 'minutes: 10\nwas: consent/man'),
    })
    expect(former).toMatchObject({
      'asking/quiz': 'consent/quiz',
      'asking/quiz/who-asks': 'consent/quiz/who-asks',
      'asking/window/he-looks-up': 'consent/window/he-looks-up',
      'role/wait': 'consent/waiting',
      'consent/man': 'consent/window',
      'consent/man/he-turns-away': 'consent/window/he-turns-away',
    })
  })
})

test('a translator brings a file up to date and stamps it', async () => {
  await inProject(async (run, edit) => {
    edit(QUIZ, swap('It is her life.', 'It is her time.'))
    expect(await run('check')).toEqual([
      0,
      expect.stringContaining(
        'es/consent/quiz.yaml:1 (translates): it translates an older English text',
      ),
    ])
    expect((await run('stamp', 'content/es/consent/quiz.yaml'))[0]).toBe(0)
    expect(await run('check')).toEqual([
      0,
      '13 items, 0 errors, 0 warnings, 2 to be confirmed locally (docs/sources.md)',
    ])
    expect((await run('stamp', 'content/en/consent/quiz.yaml'))[0]).toBe(3)
    expect((await run('stamp'))[0]).toBe(2)
  })
})

test('an error says the problem first, then the remedy', () => {
  expect(
    tell({
      severity: 'error',
      file: 'en/a.yaml',
      field: 'b',
      says: 'it is c',
      remedy: 'do d',
      line: 7,
    }),
  ).toBe('error: content/en/a.yaml:7 (b): it is c\n  -> do d')
})
