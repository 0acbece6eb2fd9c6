/** No best reply and no answer key passes an urgent sign by: what an author is told. */
import { expect, test } from 'vitest'
import { swap, told, type Changes } from './small-content.ts'

const SESSION = 'en/consent/window.yaml'
const QUIZ = 'en/consent/quiz.yaml'

const errors = (changes: Changes): string[] =>
  told(changes).filter((text) => text.startsWith('error: '))
const both =
  (...changes: readonly ((text: string) => string)[]) =>
  (text: string): string =>
    changes.reduce((now, change) => change(now), text)

const says = swap('says: Hm?', 'says: My chest is tight.')
const named = swap('says: Hm?', 'says: My chest is tight.\n    sign: heart')
const kept = swap('principles: { consent: kept }', 'principles: { safety: kept }')
const crossed = swap('principles: { consent: crossed }', 'principles: { safety: missed }')

const why = swap(
  'consequence: He thinks.',
  'consequence: He thinks.\n        why: He said it.\n        better: Your chest?',
)

test('a turn that says an urgent sign names its list', () => {
  expect(errors({ [SESSION]: says })).toEqual([
    `error: content/${SESSION}:11 (turns.0.says): it says "chest" and names no urgent sign\n  -> add "sign: heart", or "sign: { none: WHY }" where it is none`,
  ])
  const none = swap('says: Hm?', 'says: My chest of drawers.\n    sign: { none: furniture }')
  expect(errors({ [SESSION]: none })).toEqual([])
})

test('a word inside another word is no sign', () => {
  expect(errors({ [SESSION]: swap('says: Hm?', 'says: Chestnuts, and Manchester.') })).toEqual([])
})

test('every reply to an urgent sign is judged for safety, and one takes it up', () => {
  const found = errors({ [SESSION]: named })
  expect(found).toHaveLength(3)
  expect(found[0]).toContain(
    '(turns.0.replies.0.principles): the reply "ask" to an urgent sign says nothing about safety\n  -> add `safety: kept`, `missed` or `crossed`',
  )
  expect(errors({ [SESSION]: both(named, kept, crossed) })).toEqual([])
})

test('a best reply that passes the sign by is told', () => {
  const passed = both(named, swap('{ consent: kept }', '{ safety: missed }'), why, crossed)
  expect(errors({ [SESSION]: passed })).toEqual([
    expect.stringContaining('passes the urgent sign of "he-looks-up" by with "ask"'),
    expect.stringContaining(
      '(turns.0): no reply of "he-looks-up" takes up the urgent sign and does nothing wrong',
    ),
  ])
})

test('a sign that comes up in what is answered is taken up in the turn that follows', () => {
  const answered = swap('consequence: He turns away.', 'consequence: His chest hurts.')
  expect(errors({ [SESSION]: answered })).toEqual([
    expect.stringContaining('(turns.0.replies.1.consequence): it says "chest"'),
  ])
  const next = both(
    answered,
    swap('says: Who told you?', 'says: Who told you?\n    sign: heart'),
    (text) => text.replace(/(he-turns-away\n[\s\S]*)consent: kept/, '$1safety: kept'),
    (text) => text.replace(/(he-turns-away\n[\s\S]*)consent: missed/, '$1safety: missed'),
  )
  expect(errors({ [SESSION]: next })).toEqual([])
})

test('a question that holds an urgent sign asks about safety', () => {
  expect(errors({ [QUIZ]: swap('ask: What about who-decides?', 'ask: Her chest hurts?') })).toEqual(
    [expect.stringContaining('(questions.0.ask): it says "chest" and names no urgent sign')],
  )
  const asks = swap('ask: What about who-decides?', 'sign: heart\n    ask: Her chest hurts?')
  expect(errors({ [QUIZ]: asks })).toEqual([
    expect.stringContaining(
      '(questions.0.principles): "who-decides" holds an urgent sign, and does not ask about safety',
    ),
  ])
  const safe = swap('principles: [consent]', 'principles: [consent, safety]')
  expect(errors({ [QUIZ]: both(asks, safe) })).toEqual([])
})

test('a list that is not there is told with those that are', () => {
  const wrong = swap('says: Hm?', 'says: Hm?\n    sign: hart')
  expect(errors({ [SESSION]: both(wrong, kept, crossed) })).toEqual([
    `error: content/${SESSION}:12 (turns.0.sign): there is no list of urgent signs "hart"\n  -> use one of: heart`,
  ])
})

test('a scene that says an urgent sign names its list where the session starts', () => {
  const scene = swap('scene: In the waiting room.', 'scene: His chest is tight.')
  expect(errors({ [SESSION]: scene })).toEqual([
    `error: content/${SESSION}:6 (scene): it says "chest" and names no urgent sign\n  -> add "sign: heart", or "sign: { none: WHY }" where it is none`,
  ])
})

test('a road that held well and passed a sign by is told with the reply that did', () => {
  const passed = both(
    named,
    kept,
    swap('{ consent: crossed }', '{ safety: missed }'),
    // Whoever passed it by ends well all the same, and nobody asks any more.
    swap('kind: recoverable', 'kind: held-well'),
  )
  expect(errors({ [SESSION]: passed })).toEqual([
    `error: content/${SESSION}:19 (turns.0.replies.1): a road that held well passes the urgent sign of "he-looks-up" by with "sit-down", and nobody takes it up after it\n  -> lead it to a turn whose good reply takes the sign up, or to another ending`,
  ])
})

const PEOPLE = `people:
  - { name: Dennis, role: mentee, age: 57, illness: [dialysis], since: 2 years., lives: Alone., family: [], manner: Blunt. }
  - { name: Marcus, role: mentor, age: 44, illness: [dialysis], since: 7 years., lives: Alone., family: [], manner: Dry. }
voices:
  - { en: Coordinator, es: Coordinadora }
`
const LESSON = 'en/consent/waiting.mdx'

test('a talk in a lesson that lets a sign go by is told, and one that asks or calls is not', () => {
  const talk = (...lines: readonly (readonly [string, string])[]): string[] =>
    errors({
      'people.yaml': PEOPLE,
      [LESSON]: swap(
        '## More',
        `<Conversation title="Chairs">\n${lines.map(([who, text]) => `<Says who="${who}">${text}</Says>`).join('\n')}\n</Conversation>\n\n## More`,
      ),
    })
  const hurts = ['Dennis', 'My chest is tight.'] as const
  expect(talk(hurts, ['Marcus', 'Poor you.'], ['Dennis', 'Well.'])).toEqual([
    `error: content/${LESSON}:31 (text): Dennis says "chest", a word for the urgent sign "heart", and nobody asks about it\n  -> let the very next answer ask, or get help; or let them say it in other words where it is none`,
  ])
  expect(talk(hurts)).toHaveLength(1)
  expect(talk(hurts, ['Marcus', 'Tight? Is that new?'])).toEqual([])
  expect(talk(hurts, ['Marcus', 'I call the nurse.'])).toEqual([])
  expect(talk(['Marcus', 'How is your chest?'], ['Dennis', 'My chest is as ever.'])).toEqual([])
})
