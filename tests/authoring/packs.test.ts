/** Area packs: what authors may write, and what the check says of a slip in them. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { compileWith, inFolder, swap, told, type Changes } from './small-content.ts'

const original = (file: string): string =>
  inFolder({}, (folder) => readFileSync(path.join(folder, file), 'utf8'))

const PACK = 'en/areas/copd/pack.yaml'
const pack = (sessions = '[stairs]'): string => `title: Living with COPD
summary: What people may tell you.
outcomes: { words: Knows the words. }
lessons: [breath]
sessions: ${sessions}
remember: { one: You ask., two: You wait., three: You call. }
`

/** Four questions of the quiz that has six. */
const fourQuestions = original('en/consent/quiz.yaml')
  .replaceAll('lesson: waiting', 'lesson: breath')
  .split('  - id: who-calls')[0]

/** The small course with a pack for the area copd. */
const COPD: Changes = {
  'areas.yaml': 'areas: { copd: copd }\n',
  'programmes/kidney.yaml': swap('areas: {}', 'areas: { copd: { en: COPD, es: EPOC } }'),
  [PACK]: pack(),
  'en/areas/copd/breath.mdx': original('en/consent/waiting.mdx'),
  'en/areas/copd/quiz.yaml': fourQuestions ?? '',
  'en/areas/copd/stairs.yaml': original('en/consent/window.yaml'),
}
const errors = (changes: Changes): string[] =>
  told({ ...COPD, ...changes }).filter((text) => text.startsWith('error: '))

test('a pack of one lesson, four questions and one session has nothing wrong, and its areas', () => {
  expect(errors({})).toEqual([])
  const { packs, courses, ledger } = compileWith(COPD)
  expect(packs.en.map(({ slug, areas }) => [slug, areas])).toEqual([['copd', ['copd']]])
  expect(packs.en[0]?.quiz?.questions).toHaveLength(4)
  expect(packs.en[0]?.sessionsToEnd).toBe(1)
  expect(packs.es[0]?.shownIn).toBe('en')
  expect(Object.keys(ledger)).toEqual(
    expect.arrayContaining(['copd/breath', 'copd/stairs', 'copd/quiz/who-asks']),
  )
  // In the course beside the modules: nobody has it by default.
  expect(JSON.stringify(courses.en?.modules)).not.toContain('copd/')
  expect(courses['en-GB']?.packs?.[0]?.areas).toEqual(['copd'])
})

test('without a pack the table says none', () => {
  expect(
    told({
      'areas.yaml': 'areas: { copd: none }\n',
      'programmes/kidney.yaml': COPD['programmes/kidney.yaml'] ?? '',
    }),
  ).toEqual([])
})

test.each<[string, Changes, string]>([
  [
    'an area of a programme that no row knows',
    { 'areas.yaml': 'areas: { heart: copd }\n' },
    'content/programmes/kidney.yaml:13 (areas.copd): no row of areas.yaml says which pack the area "copd" belongs to\n  -> add "copd: <pack>" to areas.yaml, or "copd: none"',
  ],
  [
    'a pack that nobody wrote',
    { 'areas.yaml': 'areas: { copd: copd, heart: hart }\n' },
    'content/areas.yaml:1 (areas.heart): nobody wrote the pack "hart"\n  -> write en/areas/hart/pack.yaml, or "none" until it is there',
  ],
  [
    'a session elsewhere that is not there',
    { [PACK]: pack('[stairs, consent/windov]') },
    'content/en/areas/copd/pack.yaml:5 (sessions): there is no session "consent/windov"\n  -> write module/session or pack/session, as they stand in their folders',
  ],
  [
    'a session of its own that nobody wrote',
    { [PACK]: pack('[lift]') },
    'content/en/areas/copd/lift.yaml: the file is missing\n  -> write the file, or take its slug out of the list',
  ],
  [
    'more sessions to end than there are',
    { [PACK]: `${pack()}sessionsToEnd: 2\n` },
    'content/en/areas/copd/pack.yaml:7 (sessionsToEnd): 2 sessions are to be ended, and there are 1\n  -> add sessions, or lower the number',
  ],
  [
    'a session that waits for a module that is not there',
    {
      'en/areas/copd/stairs.yaml': original('en/consent/window.yaml').replace(
        'start: he',
        'needs: [konsent]\nstart: he',
      ),
    },
    'content/en/areas/copd/stairs.yaml:7 (needs): the course has no module "konsent"\n  -> use one of: consent',
  ],
])('%s is named with file, line and remedy', (_, changes, says) => {
  expect(errors(changes)).toContain(`error: ${says}`)
})

test('a pack with three questions is refused', () => {
  const three = (fourQuestions ?? '').split('  - id: who-writes')[0] ?? ''
  expect(errors({ 'en/areas/copd/quiz.yaml': three }).join()).toContain(
    'content/en/areas/copd/quiz.yaml:2 (questions): Too small',
  )
})

test('a pack has no name of a module', () => {
  const named = Object.entries(COPD).map(([file, text]) => [
    file.replace('areas/copd/', 'areas/consent/'),
    text,
  ])
  expect(
    told({ ...(Object.fromEntries(named) as Changes), 'areas.yaml': 'areas: { copd: consent }\n' }),
  ).toContain(
    'error: content/en/areas/consent/pack.yaml:1: "consent" is the name of something else\n  -> give the folder another name',
  )
})

test('a pack that no area has is warned of', () => {
  expect(told({ ...COPD, 'areas.yaml': 'areas: { copd: none }\n' })).toContain(
    'warning: content/en/areas/copd/pack.yaml:1: no area belongs to the pack "copd"\n  -> name it in a row of areas.yaml',
  )
})

test('a session that serves a module and a pack, and passes a sign by on a road that held well, is refused', () => {
  const past = original('en/consent/window.yaml')
    .replace('says: Hm?', 'sign: heart\n    says: My chest hurts.')
    .replace('{ consent: kept }', '{ consent: kept, safety: missed }')
  const says = 'a road that held well passes the urgent sign of "he-looks-up" by with "ask"'
  expect(errors({ 'en/areas/copd/stairs.yaml': past }).join()).toContain(
    `content/en/areas/copd/stairs.yaml:14 (turns.0.replies.0): ${says}`,
  )
  const elsewhere = { [PACK]: pack('[consent/window]'), 'en/areas/copd/stairs.yaml': null }
  expect(errors(elsewhere)).toEqual([])
  expect(errors({ ...elsewhere, 'en/consent/window.yaml': past }).join()).toContain(
    `content/en/consent/window.yaml:14 (turns.0.replies.0): ${says}`,
  )
})

test('a session of two packs whose best road passes a sign of one of them by is refused once, where it stands', () => {
  const second: Changes = {
    'areas.yaml': 'areas: { copd: copd, hearts: hearts }\n',
    'programmes/kidney.yaml': swap(
      'areas: {}',
      'areas: { copd: { en: COPD, es: EPOC }, hearts: { en: Heart, es: Corazón } }',
    ),
    'en/areas/hearts/pack.yaml': pack('[copd/stairs]'),
    'en/areas/hearts/breath.mdx': original('en/consent/waiting.mdx'),
    'en/areas/hearts/quiz.yaml': fourQuestions ?? '',
  }
  expect(errors(second)).toEqual([])
  const { packs } = compileWith({ ...COPD, ...second })
  expect(packs.en.map(({ slug, sessions, shared }) => [slug, sessions.length, shared])).toEqual([
    ['copd', 1, []],
    ['hearts', 0, ['copd/stairs']],
  ])
  // The sign is one of hearts, and the session lies with copd.
  const past = original('en/consent/window.yaml')
    .replace('says: Hm?', 'sign: heart\n    says: My chest hurts.')
    .replace('{ consent: kept }', '{ consent: kept, safety: missed }')
  const refused = errors({ ...second, 'en/areas/copd/stairs.yaml': past })
  expect(refused.filter((one) => one.includes('passes the urgent sign'))).toEqual([
    expect.stringContaining('content/en/areas/copd/stairs.yaml:14 (turns.0.replies.0)'),
  ])
  // Said without being named, it is noticed, too: every list counts in every session.
  const unnamed = original('en/consent/window.yaml').replace('says: Hm?', 'says: My chest hurts.')
  expect(errors({ ...second, 'en/areas/copd/stairs.yaml': unnamed }).join()).toContain(
    'content/en/areas/copd/stairs.yaml:',
  )
})

test('the common course leads nobody into a pack, and a pack leads into the course and into itself', () => {
  const linked = (to: string) =>
    swap(
      'See <ResourceLink to="guide">',
      `<LessonLink to="${to}">it</LessonLink> <ResourceLink to="guide">`,
    )
  expect(errors({ 'en/consent/waiting.mdx': linked('copd/breath') }).join()).toContain(
    'the course has no lesson "copd/breath"',
  )
  const own = original('en/consent/waiting.mdx').replace(
    'See <ResourceLink to="guide">',
    '<LessonLink to="copd/breath">it</LessonLink> <LessonLink to="consent/waiting">it</LessonLink> <ResourceLink to="guide">',
  )
  expect(errors({ 'en/areas/copd/breath.mdx': own })).toEqual([])
})
