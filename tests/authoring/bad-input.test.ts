/** What an author may do to the course that people could be hurt by: each is named with file, line and remedy, all in one run. */
import { expect, test } from 'vitest'
import { swap, told, type Changes } from './small-content.ts'

const PEOPLE = `people:
  - { name: Dennis, role: mentee, age: 57, illness: [dialysis], since: 2 years., lives: With his wife., family: [wife], manner: Blunt. }
  - { name: Dennis, role: mentor, age: 40, illness: [diabetes], since: 7 years., lives: Alone., family: [], manner: Dry. }
voices:
  - { en: Coordinator, es: Coordinadora }
`
const both =
  (...changes: readonly ((text: string) => string)[]) =>
  (text: string): string =>
    changes.reduce((now, change) => change(now), text)

const MISTAKES: readonly (readonly [string, Changes, string])[] = [
  [
    'a list of urgent signs that is missing in a language',
    { 'es/signs.yaml': (text) => text.replace(/\n {2}heart: .*\n/, '\n  {}\n') },
    'error: content/es/signs.yaml:8 (lists.heart): the list of urgent signs "heart" is missing in this language\n  -> translate it under this id',
  ],
  [
    'one sign that is missing in a language',
    { 'es/signs.yaml': swap('today: { swelling: Hinchazón nueva }', 'today: {}') },
    'error: content/es/signs.yaml:8 (lists.heart.today.swelling): the urgent sign "swelling" is missing in this language\n  -> translate it under this id',
  ],
  [
    'lists that were translated before they changed',
    { 'en/signs.yaml': swap('Pain in the chest', 'Pain or pressure in the chest') },
    'error: content/es/signs.yaml:1 (translates): it translates older lists of urgent signs: nobody may be shown fewer than there are\n  -> bring it up to date, then run "alongside course stamp content/es/signs.yaml"',
  ],
  [
    'a ★ line that nobody has to see or talk about',
    { 'competencies.yaml': swap(', { observation: 2 }', '') },
    'error: content/competencies.yaml:7 (competencies.0.needs): the ★ line "consent" can be met without anybody who saw it or talked about it\n  -> add "- observation: 2", "- talk: true", or "- any:" with nothing but these two',
  ],
  [
    'a session whose best road passes an urgent sign by',
    {
      'en/consent/window.yaml': both(
        swap('says: Hm?', 'says: My chest is tight.\n    sign: heart'),
        swap('principles: { consent: crossed }', 'principles: { safety: crossed }'),
      ),
    },
    'error: content/en/consent/window.yaml:9 (turns.0): no reply of "he-looks-up" takes up the urgent sign and does nothing wrong\n  -> write the best reply, with `safety: kept`',
  ],
  [
    'a person with two biographies',
    { 'people.yaml': PEOPLE },
    'error: content/people.yaml:3 (people.1.name): Dennis has two lives\n  -> give one of the two another name, here and in the stories',
  ],
  [
    'a fact without a source',
    { 'facts.yaml': swap('sources: [F1], how: read', 'how: read') },
    'error: content/facts.yaml:4 (facts.chest-pain): the fact "chest-pain" has no source\n  -> name its sources; where there is none write "how: general" and who must confirm it',
  ],
]

test.each(MISTAKES)('%s is named', (_, changes, says) => {
  expect(told(changes)).toContain(says)
})

test('all of them are named in one run', () => {
  const all = MISTAKES.filter((_, index) => index === 0 || index > 2)
  const found = told(Object.fromEntries(all.flatMap(([, changes]) => Object.entries(changes))))
  for (const [what, , says] of all) expect(found, what).toContain(says)
})
