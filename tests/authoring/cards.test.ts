/** Decision cards: what `course check` holds them to, and that they are items of the course like others. */
import { expect, test } from 'vitest'
import { compileContent } from '#authoring/check.ts'
import { hashOf } from '#authoring/read.ts'
import { PILES } from '#domain/course/decision-cards.ts'
import { compileWith, told, type Changes } from './small-content.ts'

const EN = 'en/consent/cards.yaml'
const ES = 'es/consent/cards.yaml'
const card = (id: string, pile: string, more = ''): string => `
  - id: ${id}
    revision: 1
    lesson: waiting
    says: About ${id}.${more}
    pile: ${pile}
    feedback: { keep: It stays., ask: You ask., today: You tell., now: You act. }`
const words = (id: string): string => `
  ${id}:
    says: Sobre ${id}.
    feedback: { keep: Se queda., ask: Usted pregunta., today: Usted avisa., now: Usted actúa. }`
const IDS = ['smokes', 'complaint', 'money', 'fell']
const english = (...more: string[]): string =>
  `cards:${IDS.map((id, at) => card(id, PILES[at] ?? 'keep')).join('')}${more.join('')}\n`
const spanish = (ids = IDS): string =>
  `translates: "${hashOf(english().trim())}"\ncards:${ids.map(words).join('')}\n`
const FINE: Changes = { [EN]: english(), [ES]: spanish() }

test('four cards in both languages have nothing wrong, and are items with a revision', () => {
  expect(told(FINE)).toEqual([])
  const { courses, ledger } = compileWith(FINE)
  expect(courses.es?.cards?.[3]).toEqual({
    id: 'consent/cards/fell',
    revision: 1,
    module: 'consent',
    lesson: 'consent/waiting',
    says: 'Sobre fell.',
    pile: 'now',
    feedback: {
      keep: 'Se queda.',
      ask: 'Usted pregunta.',
      today: 'Usted avisa.',
      now: 'Usted actúa.',
    },
    shownIn: 'es',
  })
  expect(ledger['consent/cards/fell']).toMatchObject({ revision: 1, star: false })
})

test.each<[string, Changes, string]>([
  [
    'a fifth one without Spanish',
    { [EN]: english(card('badge', 'today')), [ES]: spanish() },
    'es/consent/cards.yaml:3 (cards.badge): the card is not translated\n  -> add its words under this id',
  ],
  [
    'Spanish words for none',
    { [EN]: english(), [ES]: spanish([...IDS, 'badge']) },
    'es/consent/cards.yaml:16 (cards.badge): the English file has no card "badge"\n  -> take it out, or look for a slip in the name',
  ],
  [
    'no Spanish file',
    { [EN]: english() },
    'es/consent/cards.yaml: the file is missing\n  -> translate the English file',
  ],
  [
    'three',
    {
      ...FINE,
      [EN]: `cards:${IDS.slice(1)
        .map((id) => card(id, 'ask'))
        .join('')}\n`,
    },
    'there are 3 cards\n  -> write at least 4',
  ],
  [
    'a module that is gone',
    { ...FINE, 'en/cooking/cards.yaml': english() },
    'content/en/cooking/cards.yaml:1: the course has no module "cooking"\n  -> move the cards to another module, or take the file out and list their ids under "gone:" in en/course.yaml',
  ],
  [
    'a pack that is gone',
    { ...FINE, 'en/areas/cooking/cards.yaml': english() },
    'content/en/areas/cooking/cards.yaml:1: there is no pack "cooking"',
  ],
  [
    'a lesson of another module',
    { ...FINE, [EN]: english().replace('lesson: waiting', 'lesson: cooking') },
    '(cards.0.lesson): there is no lesson "cooking" here\n  -> use one of: waiting',
  ],
  [
    'a pile that there is not',
    { ...FINE, [EN]: english().replace('pile: keep', 'pile: later') },
    '(cards.0.pile): ',
  ],
  [
    'the same id twice',
    { ...FINE, [EN]: english(card('smokes', 'ask')) },
    '"smokes" is used twice\n  -> give each card its own id',
  ],
  [
    'a pile without words of its own',
    { ...FINE, [EN]: english().replace('ask: You ask.', 'ask: It stays.') },
    '"smokes" says the same of two piles',
  ],
  [
    'a sign that is said and not named',
    { ...FINE, [EN]: english(card('badge', 'today', ' She holds her chest.')) },
    'it says "chest" and names no urgent sign',
  ],
  [
    'a sign on another pile than now',
    { ...FINE, [EN]: english(`${card('badge', 'today', ' Her chest hurts.')}\n    sign: heart`) },
    '"badge" holds an urgent sign and lies on the pile "today"\n  -> put it on the pile "now": no card passes a sign by',
  ],
  [
    'a list of signs that there is not',
    { ...FINE, [EN]: english(`${card('badge', 'now')}\n    sign: liver`) },
    'there is no list of urgent signs "liver"',
  ],
])('%s is told with file, field and remedy', (_, changes, says) => {
  expect(told(changes).join('\n')).toContain(says)
})

test('in the course that we ship each module has four and each pack two, in both languages, and in each module each answer is right once', () => {
  const { courses, packs } = compileContent('content')
  for (const course of [courses.en, courses.es]) {
    const byModule = Map.groupBy(course?.cards ?? [], ({ module }) => module)
    for (const { slug } of course?.modules ?? []) {
      const cards = byModule.get(slug) ?? []
      expect(cards.length).toBeGreaterThanOrEqual(4)
      expect([slug, new Set(cards.map(({ pile }) => pile)).size]).toEqual([slug, PILES.length])
    }
    for (const { slug } of packs.en)
      expect([slug, (byModule.get(slug) ?? []).length >= 2]).toEqual([slug, true])
    expect((course?.cards ?? []).every(({ shownIn }) => shownIn === course?.language)).toBe(true)
  }
})

test('each lesson of the course closes with a line to compare with, in both languages', () => {
  const { courses, packs } = compileContent('content')
  const without = [courses.en, courses.es].flatMap((course) =>
    [...(course?.modules ?? []), ...packs[course?.language ?? 'en']].flatMap(({ lessons }) =>
      lessons.flatMap(({ id, compare }) => (compare ? [] : [`${course?.language} ${id}`])),
    ),
  )
  expect(without).toEqual([])
})
