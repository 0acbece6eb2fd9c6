/** One person, one life: what an author is told who gives somebody a second one. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { swap, told, type Changes } from './small-content.ts'

const PEOPLE = `people:
  - name: Dennis
    role: mentee
    age: 57
    illness: [dialysis]
    since: On dialysis for 2 years.
    lives: With his wife.
    family: [wife, late-mother]
    manner: Blunt.
  - name: Marcus
    role: mentor
    age: 44
    illness: [dialysis]
    since: On dialysis for 7 years.
    lives: Alone.
    family: [brother]
    manner: Dry.
  - name: Yvonne
    role: trainee
    age: 61
    illness: [diabetes]
    since: Diabetes for 9 years.
    lives: Alone.
    family: []
    manner: A worrier.
voices:
  - { en: Coordinator, es: Coordinadora }
`
const LESSON = 'en/consent/waiting.mdx'

const errors = (changes: Changes): string[] =>
  told({ 'people.yaml': PEOPLE, ...changes }).filter((text) => text.startsWith('error: '))

const withText = (text: string) => errors({ [LESSON]: swap('## More', `${text}\n\n## More`) })

test('a story that keeps to the list has nothing wrong', () => {
  expect(
    withText(
      `Dennis's wife came. Dennis is on dialysis. Dennis's mother died young.

<Story who="Marcus">My brother laughed.</Story>

<Conversation title="Chairs"><Says who="Dennis">My wife said so.</Says><Says who="Marcus">Hm.</Says></Conversation>

<Conversation title="Out?"><Says who="Yvonne">Am I out?</Says><Says who="Coordinator">No.</Says></Conversation>`,
    ),
  ).toEqual([])
})

test('without the list nothing is held to it', () => {
  expect(
    errors({ 'people.yaml': null, [LESSON]: swap('## More', 'Bob’s wife.\n\n## More') }),
  ).toEqual([])
})

test.each([
  ['a wife whom he does not have', "Marcus's wife came.", 'Marcus has no wife in people.yaml'],
  ['a mother who died and calls', "Dennis's mother calls.", 'Dennis has no mother in people.yaml'],
  [
    'a relative in what he says himself',
    '<Conversation title="Chairs"><Says who="Marcus">My sisters sing.</Says></Conversation>',
    'Marcus has no sister in people.yaml',
  ],
  ['another illness', 'Dennis lives with COPD.', 'Dennis has no COPD in people.yaml'],
  ['a stranger', '<Story who="Bob">I was late.</Story>', 'nobody in people.yaml is called "Bob"'],
  [
    'a mentee who tells how he mentored',
    '<Story who="Dennis">I was late.</Story>',
    "Dennis is no mentor, and tells a mentor's story",
  ],
  [
    'a mentee who asks a coordinator',
    '<Conversation title="Out?"><Says who="Dennis">Am I out?</Says><Says who="Coordinator">No.</Says></Conversation>',
    'Dennis is a mentee, and talks with a coordinator',
  ],
  [
    'somebody in training who mentors',
    '<Conversation title="Chairs"><Says who="Dennis">Hm.</Says><Says who="Yvonne">Hm?</Says></Conversation>',
    'Yvonne is in training, and mentors already',
  ],
])('%s is told with its line', (_, text, says) => {
  const [first = '', ...others] = withText(text)
  expect(others).toEqual([])
  expect(first).toContain(`error: content/${LESSON}:30 (text): ${says}\n  -> `)
})

test('a session names somebody of the list, and keeps to their family', () => {
  const session = (change: (text: string) => string) => errors({ 'en/consent/window.yaml': change })
  expect(session(swap('who: Dennis', 'who: Marcus'))).toEqual([
    'error: content/en/consent/window.yaml:2 (who): Marcus is a mentor, and the other person of a session\n  -> take a mentee',
  ])
  expect(session(swap('consequence: He nods.', 'consequence: Ask my son.'))[0]).toMatch(
    /window.yaml:\d+ \(turns\.1\.replies\.0\.consequence\): Dennis has no son in people\.yaml/,
  )
})

test('two lives under one name are told', () => {
  const twice = PEOPLE.replace('name: Marcus', 'name: Dennis')
  expect(errors({ 'people.yaml': twice }).join()).toContain(
    'content/people.yaml:10 (people.1.name): Dennis has two lives',
  )
})

test('every person of the course is read', () => {
  const names = [...readFileSync('content/people.yaml', 'utf8').matchAll(/- name: (\w+)/g)]
  expect(names.length).toBeGreaterThan(10)
  const real = Object.fromEntries(
    ['people.yaml', 'portraits/dennis.svg'].map((one) => [
      one,
      readFileSync(`content/${one}`, 'utf8'),
    ]),
  )
  expect(told(real).join()).not.toContain('people.yaml')
})

test('a face that is described and not drawn, or drawn and not described, is told', () => {
  const looks = '    looks: { en: A man., es: Un hombre. }\n'
  const described = PEOPLE.replace('    manner: Blunt.\n', `    manner: Blunt.\n${looks}`)
  expect(errors({ 'people.yaml': described })).toEqual([
    'error: content/people.yaml:10 (people.0.looks): there is no drawing portraits/dennis.svg\n  -> draw the face and describe it in both languages, or have neither',
  ])
  const drawn = { 'portraits/dennis.svg': '<svg></svg>' }
  expect(errors({ 'people.yaml': described, ...drawn })).toEqual([])
  expect(errors(drawn)[0]).toContain('nobody says how Dennis looks, and there is a drawing')
})
