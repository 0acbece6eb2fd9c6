/** What the course rests on: a fact without a source, a slip in an id, a fact that grew old, and what an expert must confirm. */
import { expect, test } from 'vitest'
import { byExpert, toConfirmIn, type ToConfirm } from '#domain/course/facts.ts'
import { compileWith, swap, told } from './small-content.ts'

const FACTS = 'facts.yaml'
const SIGNS = 'en/signs.yaml'
const LESSON = 'en/consent/waiting.mdx'
const inFacts = (from: string, to: string): string[] => errors({ [FACTS]: swap(from, to) })
const names = (...facts: string[]) => ({
  [LESSON]: swap('minutes: 6', `minutes: 6\nfacts: [${facts.join(', ')}]`),
})
const errors = (changes: Parameters<typeof told>[0]): string[] =>
  told(changes).filter((text) => text.startsWith('error'))

test('a fact without a source is named with its line and a remedy', () => {
  expect(inFacts('sources: [F1], how: read', 'how: read')).toContain(
    'error: content/facts.yaml:4 (facts.chest-pain): the fact "chest-pain" has no source\n  -> name its sources; where there is none write "how: general" and who must confirm it',
  )
})

test('a source that nobody wrote down is named', () => {
  expect(inFacts('sources: [F1]', 'sources: [F2]')).toEqual([
    'error: content/facts.yaml:4 (facts.chest-pain.sources): there is no source "F2"\n  -> add it to sources: title, publisher, url',
  ])
})

test('a source needs its whole address', () => {
  expect(inFacts('https://example.org', 'example.org')).toEqual([
    'error: content/facts.yaml:2 (sources.F1.url): write the whole address, from https:// on\n  -> see docs/authoring.md for this field',
  ])
})

test('what has no source names who must confirm it', () => {
  expect(
    inFacts('    confirm: { who: [nurse], why: { en: No source., es: Sin fuente. } }\n', ''),
  ).toEqual([
    'error: content/facts.yaml:6 (facts.swelling): nobody is to confirm "swelling", which has no source\n  -> add confirm: who, and why',
  ])
  expect(inFacts('who: [nurse]', 'who: [doctor]')).toEqual([
    'error: content/facts.yaml:9 (facts.swelling.confirm): there is no expert "doctor"\n  -> use one of: nurse',
  ])
})

test('what has a source is not called general', () => {
  expect(inFacts('how: general', 'how: general\n    sources: [F1]')).toEqual([
    'error: content/facts.yaml:7 (facts.swelling.how): "swelling" has a source and is called general\n  -> write read or second-hand',
  ])
})

test('what is to be confirmed is said in both languages', () => {
  expect(
    inFacts(
      '{ en: Swelling is told the same day., es: La hinchazón se avisa el mismo día. }',
      'Swelling is told the same day.',
    ),
  ).toEqual([
    'error: content/facts.yaml:6 (facts.swelling.what): coordinators read it in their language\n  -> write it in both: { en: …, es: … }',
  ])
})

test('a lesson that names a fact nobody wrote is told', () => {
  expect(errors(names('chest-pian'))).toEqual([
    `error: content/en/consent/waiting.mdx:4 (facts.0): there is no fact "chest-pian"\n  -> look for a slip in the id, or add it to facts.yaml`,
  ])
})

test('a number in a lesson stands in one of its facts', () => {
  const says = (words: string, facts = '') => ({
    [LESSON]: (text: string) => `${text.replace('minutes: 6', `minutes: 6\n${facts}`)}\n${words}\n`,
    [FACTS]: swap(
      'Chest pain is urgent.',
      'Chest pain is urgent in 47% by the Care Act of 988 in 2014.',
    ),
  })
  for (const [words, number] of [
    ['It happens to 47% of people.', '47%'],
    ['Call 988.', '988'],
    ['The Care Act says so.', 'Care Act'],
    ['HIPAA says so.', 'HIPAA'],
  ] as const)
    expect(errors(says(words)).map((text) => text.split('\n')[0])).toEqual([
      expect.stringContaining(`(facts): it says "${number}", and none of its facts does`),
    ])
  expect(errors(says('47%, 988, and the Care Act of 2014.', 'facts: [chest-pain]\n'))).toEqual([])
  expect(errors(says('48%.', 'facts: [chest-pain]\n'))).toHaveLength(1)
  // What invented people tell is theirs.
  expect(errors(says('<Story who="Rosa">\n\nIn 1998 I was 99% sure.\n\n</Story>'))).toEqual([])
})

test('a number that only the Spanish says, a sign or a programme stands in a fact, too', () => {
  const first = (changes: Parameters<typeof errors>[0]): string | undefined =>
    errors(changes)[0]?.split('\n')[0]
  expect(first({ 'es/consent/waiting.mdx': swap('Lea.', 'Le pasa al 12% de la gente.') })).toBe(
    'error: content/es/consent/waiting.mdx:17 (facts): it says "12%", and none of its facts does',
  )
  expect(errors({ [SIGNS]: swap('Pain in the chest', 'Fever of 38.5 °C') }).join()).toContain(
    'content/en/signs.yaml:11 (facts): it says "38.5 °C", and none of its facts does',
  )
  const programme = 'programmes/kidney.yaml'
  expect(errors({ [programme]: swap('"911"', '"988"') })).toEqual([
    `error: content/${programme}:12 (facts): it says "988", and none of its facts does\n  -> name this file by "where: [${programme}]" at the fact of facts.yaml that says it; or take it out`,
  ])
  // What an organization replaces by its own is nobody's fact.
  expect(errors({ [programme]: swap('number: "911",', 'number: "988", example: true,') })).toEqual(
    [],
  )
})

test('a number that people call in danger is tried by somebody', () => {
  expect(inFacts(', confirm: { who: [nurse], why: { en: Try it., es: Pruébelo. } }', '')).toEqual([
    'error: content/facts.yaml:10 (facts.emergency): people in danger call "emergency", and nobody is to try it here\n  -> add confirm: who, and why',
  ])
})

test('an urgent sign that nobody read in its source is confirmed by somebody', () => {
  expect(inFacts('sources: [F1], how: read', 'sources: [F1], how: second-hand')).toEqual([
    'error: content/en/signs.yaml:11 (lists.heart.now.pain): "pain" rests on "chest-pain", which was read second-hand and nobody is to confirm\n  -> add confirm: who, and why, to that fact',
  ])
})

test('a sign without a fact is told', () => {
  expect(errors({ [SIGNS]: swap(', facts: [swelling]', '') })).toContain(
    'error: content/en/signs.yaml:12 (lists.heart.today.swelling): "swelling" names no fact\n  -> add "facts: […]": what it rests on in facts.yaml',
  )
})

test('a fact and a source that nobody uses are warned of', () => {
  const more = 'facts:\n  idle: { what: Idle., sources: [F1], how: read, checked: 2026-11-28 }'
  expect(told({ [FACTS]: swap('facts:', more) })).toEqual([
    'warning: content/facts.yaml:4 (facts.idle): nothing rests on "idle"\n  -> write "facts: [idle]" where the course says it, or take it out',
  ])
  const source = 'sources: { F2: { title: T, publisher: P, url: https://example.org/2 }, F1'
  expect(told({ [FACTS]: swap('sources: { F1', source) })).toEqual([
    'warning: content/facts.yaml:2 (sources.F2): no fact names the source "F2"\n  -> name it by a fact, or take it out',
  ])
})

test('a fact that nobody looked at for more than a year is a warning, of the day that is handed in', () => {
  expect(told({}, { today: '2027-11-28' })).toEqual([])
  expect(told({}, { today: '2027-11-29' })).toHaveLength(3)
  expect(told({}, { today: '2027-11-29' })[0]).toBe(
    'warning: content/facts.yaml:4 (facts.chest-pain.checked): "chest-pain" was last checked on 2026-11-28, more than a year ago\n  -> look at its sources again, mend what changed, and write the new date',
  )
  expect(told({})).toEqual([])
})

test('naming a fact makes no translation old', () => {
  expect(told(names('chest-pain'))).toEqual([])
})

test('what is to be confirmed is known by what rests on it', () => {
  const { open, uses } = compileWith(names('swelling', 'chest-pain')).facts
  expect(uses['chest-pain']).toEqual([SIGNS, 'consent/waiting'])
  expect(open.es).toEqual([
    {
      id: 'swelling',
      what: 'La hinchazón se avisa el mismo día.',
      why: 'Sin fuente.',
      who: ['una enfermera'],
      usedIn: [SIGNS, 'consent/waiting'],
    },
    {
      id: 'emergency',
      what: 'Llame al 911.',
      why: 'Pruébelo.',
      who: ['una enfermera'],
      usedIn: ['programmes/kidney.yaml', SIGNS],
    },
  ])
})

test('who says a sign rests on the facts of its list', () => {
  const { uses } = compileWith({
    'en/consent/quiz.yaml': swap('lesson: waiting', 'lesson: waiting\n    sign: heart'),
  }).facts
  expect(uses['chest-pain']).toEqual([SIGNS, 'consent/quiz'])
})

test('each expert gets a list, without what holds in another country', () => {
  const fact = (id: string, who: string[], country?: 'us' | 'uk'): ToConfirm => ({
    id,
    what: id,
    why: '',
    who,
    usedIn: ['safety/complaints'],
    ...(country ? { country } : {}),
  })
  const facts = [
    fact('fever', ['nurse']),
    fact('911', ['nurse'], 'us'),
    fact('pals', ['lead'], 'uk'),
  ]
  expect(byExpert(facts, 'us').map(({ who, facts }) => [who, facts.map(({ id }) => id)])).toEqual([
    ['nurse', ['fever', '911']],
  ])
  expect(toConfirmIn(facts, 'safety', 'uk').map(({ id }) => id)).toEqual(['fever', 'pals'])
  expect(toConfirmIn(facts, 'consent', 'uk')).toEqual([])
})
