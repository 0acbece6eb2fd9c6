/** The readiness rule: by cases, by properties, and in words. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PRINCIPLES } from '#domain/course/item.ts'
import type { Course } from '#domain/course/course.ts'
import { withOpened } from '#domain/learning/opened.ts'
import type { ItemProgress } from '#domain/learning/progress.ts'
import type { QuizProgress } from '#domain/quiz/attempt.ts'
import { stateOf } from '#domain/learning/steps.ts'
import { stuckOn } from '#domain/learning/stuck.ts'
import { assessReadiness, type Readiness } from '#domain/readiness/assess.ts'
import { OUTSIDE_KINDS, type Observation } from '#domain/readiness/evidence.ts'
import type { Facts } from '#domain/readiness/needs.ts'
import type { Competency, Level } from '#domain/readiness/competency.ts'
import { hasLapsedLine } from '#domain/readiness/lapse.ts'
import { wordsIn } from '#i18n/words.ts'
import { course, quiz, session } from '#tests/fixtures/course.ts'
import { stillNeeds } from '#view/readiness.ts'

const line = (id: string, needs: Competency['needs']): Competency => ({
  id,
  star: true,
  title: id,
  plain: id,
  anchors: [],
  harmful: '',
  earlier: null,
  principles: ['no-advice'],
  needs,
})

const noAdvice = line('no-advice', [
  { kind: 'quiz', module: 'consent' },
  { kind: 'practice', session: 'skip-thursday' },
  { kind: 'observation', level: 2 },
])
const promise = line('promise', [{ kind: 'reflection', module: 'consent' }])
const selfCare = line('self-care', [{ kind: 'talk' }])
const either = line('either', [
  { kind: 'any', of: [{ kind: 'observation', level: 3 }, { kind: 'talk' }] },
])
const lines = [noAdvice, promise, selfCare, either]

const REFLECTION = 'consent/a-promise-i-can-keep'
const nothing: Facts = {
  course,
  progress: {},
  observations: [],
  talks: [],
  outside: [],
  answers: [],
}

const passed = (rightAt: number): QuizProgress => ({
  kind: 'quiz',
  passed: true,
  passedBy: 'passed-by',
  best: { right: 6, of: 6 },
  tries: 1,
  rightAt: Object.fromEntries(quiz.questions.map(({ id }) => [id, rightAt])),
  open: null,
  last: null,
})
const EVERY_PRINCIPLE_KEPT = Object.fromEntries(PRINCIPLES.map((one) => [one, 'kept' as const]))
const ended: ItemProgress = {
  kind: 'session',
  open: null,
  ended: [
    {
      id: 'run',
      road: [{ turn: 'rosa-asks', reply: 'hear-the-wish', verdicts: EVERY_PRINCIPLE_KEPT }],
      ending: 'asked-the-team',
      endedBy: 'ended-by',
      crossed: [],
    },
  ],
}
const written = (record: string, shared: boolean): ItemProgress => ({
  kind: 'written',
  record,
  text: 'I can promise to come.',
  fields: {},
  shared,
})
const seen = (id: string, observedAt: number, level: Level): Observation => ({
  id,
  observedAt,
  levels: { 'no-advice': level, either: level },
})
const answer = (record: string, accepted: boolean, repliedAt = 5) => ({
  record,
  item: REFLECTION,
  revision: 1,
  repliedAt,
  accepted,
})

const assess = (facts: Partial<Facts>): Readiness =>
  assessReadiness(lines, { ...nothing, ...facts })
const isMet = (readiness: Readiness, id: string): boolean =>
  readiness.lines.find(({ competency }) => competency.id === id)?.met ?? false
const say = (readiness: Readiness, id: string, language: 'en' | 'es' = 'en'): string => {
  const found = readiness.lines.find(({ competency }) => competency.id === id)
  return found
    ? stillNeeds(found, found.competency.title, course, wordsIn(language))
    : 'no such line'
}

describe('the rule explains itself', () => {
  test('a line with nothing names all that it needs', () => {
    expect(say(assess({}), 'no-advice')).toBe(
      '“no-advice” still needs the quiz “Consent” passed, a practice session without crossing a line (“Can I skip Thursday?”) and an observation at level 2',
    )
  })

  test('when only the observation is missing, only that is said', () => {
    const readiness = assess({
      progress: { [quiz.id]: passed(1), [session.id]: ended },
      observations: [seen('a', 1, 1)],
    })
    expect(say(readiness, 'no-advice')).toBe('“no-advice” still needs an observation at level 2')
    expect(say(readiness, 'no-advice', 'es')).toBe(
      '«no-advice» todavía necesita una observación en el nivel 2',
    )
  })

  test('"one of these" is said with or', () => {
    expect(say(assess({}), 'either')).toBe(
      '“either” still needs an observation at level 3 or a talk with a trained coordinator',
    )
  })

  test('a met line says nothing', () => {
    const talks = [{ id: 't', competency: 'self-care', accepted: true }]
    expect(say(assess({ talks }), 'self-care')).toBe('')
  })
})

describe('reflections', () => {
  const shared = { [REFLECTION]: written('r1', true) }

  test('a private reflection is nobody’s evidence', () => {
    expect(say(assess({ progress: { [REFLECTION]: written('r1', false) } }), 'promise')).toBe(
      '“promise” still needs the reflection in “Consent” shared and accepted',
    )
  })

  test('a shared one waits for the coordinator', () => {
    expect(say(assess({ progress: shared }), 'promise')).toBe(
      '“promise” still needs the coordinator’s answer to the reflection in “Consent”',
    )
  })

  test('accepted, it is met and names the record that was accepted', () => {
    const readiness = assess({ progress: shared, answers: [answer('r1', true)] })
    expect(isMet(readiness, 'promise')).toBe(true)
    expect(readiness.lines[1]?.needs[0]?.evidence).toEqual([
      { kind: 'reflection', id: 'r1', about: 'consent', revision: 1 },
    ])
  })

  test('"not yet" is not met, and no longer waits', () => {
    const readiness = assess({ progress: shared, answers: [answer('r1', false)] })
    expect(isMet(readiness, 'promise')).toBe(false)
    expect(readiness.lines[1]?.needs[0]?.shared).toBe('not-yet')
  })

  test('the last word about one text counts, in whatever order they come', () => {
    const answers = [answer('r1', true, 9), answer('r1', false, 5)]
    expect(isMet(assess({ progress: shared, answers }), 'promise')).toBe(true)
    expect(
      isMet(
        assess({ progress: shared, answers: [answer('r1', true, 5), answer('r1', false, 9)] }),
        'promise',
      ),
    ).toBe(false)
  })

  test('an acceptance stays when a new text is written after it', () => {
    const readiness = assess({
      progress: { [REFLECTION]: written('r2', true) },
      answers: [answer('r1', true)],
    })
    expect(isMet(readiness, 'promise')).toBe(true)
  })
})

describe('talks, outside evidence and amendments', () => {
  test('an accepted talk on that line meets it, one on another line does not', () => {
    expect(
      isMet(assess({ talks: [{ id: 't', competency: 'self-care', accepted: true }] }), 'self-care'),
    ).toBe(true)
    expect(
      isMet(assess({ talks: [{ id: 't', competency: 'promise', accepted: true }] }), 'self-care'),
    ).toBe(false)
    expect(
      isMet(
        assess({ talks: [{ id: 't', competency: 'self-care', accepted: false }] }),
        'self-care',
      ),
    ).toBe(false)
  })

  test('outside evidence stands for one kind of one line only', () => {
    const readiness = assess({
      progress: { [session.id]: ended },
      observations: [seen('a', 1, 2)],
      outside: [{ id: 'o', competency: 'no-advice', standsFor: 'quiz' }],
    })
    expect(isMet(readiness, 'no-advice')).toBe(true)
    expect(readiness.lines[0]?.needs.map(({ outside }) => outside === true)).toEqual([
      true,
      false,
      false,
    ])
    expect(isMet(readiness, 'promise')).toBe(false)
  })

  test('a newer, lower observation lowers its own lines', () => {
    const progress = { [quiz.id]: passed(1), [session.id]: ended }
    expect(isMet(assess({ progress, observations: [seen('a', 1, 2)] }), 'no-advice')).toBe(true)
    expect(
      isMet(assess({ progress, observations: [seen('a', 1, 2), seen('b', 2, 1)] }), 'no-advice'),
    ).toBe(false)
  })
})

describe('lapse', () => {
  const raised: Course = {
    ...course,
    modules: course.modules.map((module) => ({
      ...module,
      quiz: module.quiz && {
        ...module.quiz,
        questions: module.quiz.questions.map((question) =>
          question.star ? { ...question, revision: 2 } : question,
        ),
      },
    })),
  }
  const facts: Partial<Facts> = {
    progress: { [quiz.id]: passed(1), [session.id]: ended, [REFLECTION]: written('r1', true) },
    observations: [seen('a', 1, 3)],
    talks: [{ id: 't', competency: 'self-care', accepted: true }],
    answers: [answer('r1', true)],
  }

  test('a raised ★ question lapses only the line that leans on its quiz', () => {
    expect(assess(facts).ready).toBe(true)
    const readiness = assess({ ...facts, course: raised })
    expect(
      readiness.lines.filter(({ met }) => !met).map(({ competency }) => competency.id),
    ).toEqual(['no-advice'])
    expect(hasLapsedLine(readiness)).toBe(true)
    expect(say(readiness, 'no-advice')).toBe(
      '“no-advice” still needs a short refresher of the quiz “Consent”',
    )
  })

  test('evidence from elsewhere covers for a lapsed quiz', () => {
    const outside = [{ id: 'o', competency: 'no-advice', standsFor: 'quiz' as const }]
    expect(hasLapsedLine(assess({ ...facts, course: raised, outside }))).toBe(false)
  })
})

describe('what lists know', () => {
  const missed = (tries: number, right: boolean): QuizProgress => ({
    ...passed(0),
    passed: false,
    passedBy: null,
    open: {
      id: 'attempt',
      answers: {
        'consent/quiz/who-decides': { firstRight: false, options: [], right, tries, revision: 1 },
      },
    },
  })

  test('a ★ question that was missed twice is named, until it ends right', () => {
    expect(stuckOn(course, { [quiz.id]: missed(1, false) })).toBe('')
    expect(stuckOn(course, { [quiz.id]: missed(2, false) })).toBe('consent/quiz/who-decides')
    expect(stuckOn(course, { [quiz.id]: missed(3, true) })).toBe('')
  })

  test('only a session that may be opened is opened', () => {
    const step = { kind: 'session', module: course.modules[1]!, item: session } as const
    expect(stateOf(course, {}, step).kind).toBe('blocked')
    const opened = withOpened(course, [session.id]).modules[1]!.sessions[0]!
    expect(opened.needs).toEqual(['consent'])
    const openable = { ...session, openedByCoordinator: true }
    const allowed = withOpened(
      {
        ...course,
        modules: course.modules.map((module) => ({
          ...module,
          sessions: module.sessions.map(() => openable),
        })),
      },
      [session.id],
    )
    expect(allowed.modules[1]!.sessions[0]!.needs).toEqual([])
  })
})

describe('properties', () => {
  const level = fc.constantFrom<Level>(0, 1, 2, 3)
  const observations = fc
    .array(fc.record({ at: fc.integer({ min: 1, max: 50 }), level }), { maxLength: 5 })
    .map((all) => all.map(({ at, level }, index) => seen(`o${index}`, at, level)))
  const talks = fc.array(
    fc.record({
      id: fc.uuid(),
      competency: fc.constantFrom('self-care', 'either', 'promise'),
      accepted: fc.boolean(),
    }),
    { maxLength: 4 },
  )
  const outside = fc.array(
    fc.record({
      id: fc.uuid(),
      competency: fc.constantFrom(...lines.map(({ id }) => id)),
      standsFor: fc.constantFrom(...OUTSIDE_KINDS),
    }),
    { maxLength: 4 },
  )
  const answers = fc
    .uniqueArray(fc.tuple(fc.constantFrom('r1', 'r2', 'r3'), fc.boolean()), {
      selector: ([record]) => record,
    })
    .map((all) => all.map(([record, accepted]) => answer(record, accepted)))
  const progress = fc
    .record({
      quiz: fc.boolean(),
      session: fc.boolean(),
      reflection: fc.option(fc.boolean(), { nil: null }),
    })
    .map((has) => ({
      ...(has.quiz ? { [quiz.id]: passed(1) } : {}),
      ...(has.session ? { [session.id]: ended } : {}),
      ...(has.reflection === null ? {} : { [REFLECTION]: written('r1', has.reflection) }),
    }))
  const facts = fc.record({ progress, observations, talks, outside, answers })
  const options = { seed: 20261121, numRuns: 500 }
  const metIn = (readiness: Readiness): string[] =>
    readiness.lines.filter(({ met }) => met).map(({ competency }) => competency.id)

  test('more evidence of a kind never makes a line unmet', () => {
    fc.assert(
      fc.property(facts, facts, (some, more) => {
        const before = metIn(assess(some))
        const records = new Set(some.answers.map(({ record }) => record))
        const after = assess({
          ...some,
          progress: { ...more.progress, ...some.progress },
          talks: [...some.talks, ...more.talks],
          outside: [...some.outside, ...more.outside],
          answers: [...some.answers, ...more.answers.filter(({ record }) => !records.has(record))],
        })
        expect(metIn(after)).toEqual(expect.arrayContaining(before))
      }),
      options,
    )
  })

  test('except a newer, lower observation: a newer one that is as high or higher never does', () => {
    fc.assert(
      fc.property(facts, level, (some, next) => {
        const latest = some.observations
          .toSorted((a, b) => a.observedAt - b.observedAt || (a.id < b.id ? -1 : 1))
          .at(-1)
        const before = metIn(assess(some))
        const after = metIn(
          assess({ ...some, observations: [...some.observations, seen('z', 99, next)] }),
        )
        if (next >= (latest?.levels['no-advice'] ?? 0))
          expect(after).toEqual(expect.arrayContaining(before))
        else
          expect(
            before
              .filter((id) => !after.includes(id))
              .every((id) => id === 'no-advice' || id === 'either'),
          ).toBe(true)
      }),
      options,
    )
  })

  test('the order of the rows changes nothing', () => {
    fc.assert(
      fc.property(facts, (some) => {
        const turned = {
          ...some,
          observations: some.observations.toReversed(),
          talks: some.talks.toReversed(),
          outside: some.outside.toReversed(),
          answers: some.answers.toReversed(),
        }
        expect(metIn(assess(turned))).toEqual(metIn(assess(some)))
      }),
      options,
    )
  })
})
