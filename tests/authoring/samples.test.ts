/** The samples of docs/authoring.md are files that compile, and slips in prose are told with their line. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { factsFile } from '#authoring/schema-facts.ts'
import { compileWith, swap, told, type Changes } from './small-content.ts'

const sample = (name: string): string => readFileSync(`docs/samples/${name}`, 'utf8')
const LESSON = 'en/consent/waiting.mdx'
const errors = (changes: Changes): string[] =>
  told(changes).filter((text) => text.startsWith('error'))

test('B14: the docs quote the samples, letter for letter', () => {
  const text = readFileSync('docs/authoring.md', 'utf8')
  const quotes = [...text.matchAll(/```(?:yaml|mdx)\n([\s\S]*?)\n```/g)].map(([, quote]) => quote)
  expect(quotes).toEqual(
    [
      'module.yaml',
      'lesson.mdx',
      'quiz.yaml',
      'cards.yaml',
      'session.yaml',
      'competencies.yaml',
      'facts.yaml',
    ].map((name) => sample(name).trimEnd()),
  )
})

test('B14: module, lesson, quiz and session of the docs are pasted and have nothing wrong', () => {
  const changes: Changes = {
    'en/consent/module.yaml': sample('module.yaml'),
    'en/consent/waiting-for-consent.mdx': sample('lesson.mdx'),
    'en/consent/quiz.yaml': sample('quiz.yaml'),
    'en/resources/guide.mdx': swap('consent/waiting', 'consent/waiting-for-consent'),
    'competencies.yaml': swap('{ practice: window }, ', ''),
  }
  expect(errors(changes)).toEqual([])
  const lesson = compileWith(changes).courses.en?.modules[0]?.lessons[0]
  expect(lesson?.html.match(/^- .+$/gm)).toEqual([
    '- wait until the person says yes',
    '- give your name and your role',
    '- do not sit down before you are asked',
    '- do not say what staff told you',
  ])
  expect(factsFile.safeParse(parse(sample('facts.yaml'))).error).toBeUndefined()
  // The small course has one module only, which cannot wait for itself.
  const session = sample('session.yaml').replace('needs: [consent]', 'needs: []')
  expect(errors({ 'en/consent/window.yaml': session })).toEqual([])
})

test.each<[string, Changes, string]>([
  [
    'a line of <DoNotList> that does not say so',
    { [LESSON]: swap('- do not push', '- push') },
    'content/en/consent/waiting.mdx:15 (text): a line of the do-not list does not begin with "do not": "push"',
  ],
  [
    'the same in Spanish',
    {
      'es/consent/waiting.mdx': (text) =>
        `${text}\n<DoList>\n- espere\n</DoList>\n\n<DoNotList>\n- no empuje\n- empujar\n</DoNotList>\n`,
    },
    'content/es/consent/waiting.mdx:25 (text): a line of the do-not list does not begin with "no": "empujar"',
  ],
  [
    'a list in one line, as the sample once had it',
    {
      [LESSON]: swap(
        '<DoNotList>\n- do not push\n</DoNotList>',
        '<DoNotList>- do not push - do not tell</DoNotList>',
      ),
    },
    'content/en/consent/waiting.mdx:14 (text): there is no list in <DoNotList>',
  ],
  [
    'a stray {',
    { [LESSON]: swap('You wait.', 'You wait.\n\nShe said { and left.') },
    'content/en/consent/waiting.mdx:10 (text): it is no MDX: Unexpected end of file in expression',
  ],
  [
    'braces that compile and cannot be drawn',
    { [LESSON]: swap('You wait.', 'You wait for {her}.') },
    'content/en/consent/waiting.mdx:8 (text): there is a { in the text',
  ],
  [
    'a part that is never closed',
    { [LESSON]: swap('</DoNotList>', '') },
    'content/en/consent/waiting.mdx:14 (text): it is no MDX: Expected a closing tag for `<DoNotList>`',
  ],
])('B14: %s is told with file and line', (_, changes, says) => {
  expect(errors(changes)[0]).toContain(`error: ${says}`)
})
