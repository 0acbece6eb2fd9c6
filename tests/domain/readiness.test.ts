import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Course } from '#domain/course/course.ts'
import type { Principle } from '#domain/course/item.ts'
import { assessReadiness, type Readiness } from '#domain/readiness/assess.ts'
import type { Observation } from '#domain/readiness/evidence.ts'
import type { Competency, Level, Need } from '#domain/readiness/competency.ts'
import type { Verdict } from '#domain/course/session.ts'
import { course as small } from '#tests/fixtures/course.ts'
import { history, type History } from './history.ts'

const shown = { shownIn: 'en', stale: false } as const

/** The small course with an exercise. */
const course: Course = {
  ...small,
  modules: small.modules.map((module) =>
    module.slug === 'consent'
      ? {
          ...module,
          exercise: {
            id: 'consent/my-card',
            slug: 'my-card',
            revision: 3,
            title: 'My card',
            help: 'Keep it.',
            fields: [{ id: 'hello', label: 'How I say hello' }],
            ...shown,
          },
        }
      : module,
  ),
}
const raised: Course = {
  ...course,
  modules: course.modules.map((module) => ({
    ...module,
    quiz: module.quiz && {
      ...module.quiz,
      revision: 7,
      questions: module.quiz.questions.map((one) => ({ ...one, revision: one.star ? 2 : 1 })),
    },
  })),
}

const line = (id: string, needs: Need[], principles: Principle[] = []): Competency => ({
  id,
  star: true,
  title: id,
  plain: `I can: ${id}`,
  anchors: ['not seen', 'with a prompt', 'on their own', 'in a hard case'],
  harmful: 'promises secrecy',
  earlier: null,
  principles,
  needs,
})
const QUIZ = line('limits', [{ kind: 'quiz', module: 'consent' }])
const PRACTICE = line('no-advice', [{ kind: 'practice', session: 'skip-thursday' }], ['no-advice'])
const SEEN = line('listening', [{ kind: 'observation', level: 2 }])
const REFLECTION = line('endings', [{ kind: 'reflection', module: 'consent' }])
const EXERCISE = line('goal', [{ kind: 'exercise', module: 'consent' }])
const EITHER = line('safety', [
  {
    kind: 'any',
    of: [{ kind: 'practice', session: 'skip-thursday' }, { kind: 'talk' }],
  },
])

const assess = (
  lines: readonly Competency[],
  ana: History,
  observations: readonly Observation[] = [],
  of: Course = course,
): Readiness =>
  assessReadiness(lines, {
    course: of,
    progress: ana.progress(),
    observations,
    talks: [],
    outside: [],
    // Every reflection is accepted as soon as it is shared; readiness-evidence.test.ts has the others.
    answers: Object.entries(ana.progress()).flatMap(([item, have]) =>
      have.kind === 'written' && have.shared
        ? [{ record: have.record, item, revision: 1, accepted: true, repliedAt: 1 }]
        : [],
    ),
  })

const stateOf = (
  one: Competency,
  ana: History,
  observations?: readonly Observation[],
  of?: Course,
) => assess([one], ana, observations, of).lines[0]?.needs[0]

const saw = (level: Level, at: number, id = `o${at}`, competency = 'listening'): Observation => ({
  id,
  observedAt: at,
  levels: { [competency]: level },
})

function passed(): History {
  const ana = history()
  ana.answered('who-decides', true)
  ana.finished(5, 6)
  return ana
}

function walked(
  ana: History,
  verdicts: Partial<Record<Principle, Verdict>>,
  run = 'monday',
): string {
  ana.said('rosa-asks', 'hear-the-wish', 0, verdicts, run)
  return ana.ended('left-open', run).id
}

describe('a quiz', () => {
  test('is unmet before it is passed, also after an attempt', () => {
    expect(stateOf(QUIZ, history())).toEqual({ need: QUIZ.needs[0], met: false, evidence: [] })
    const ana = history()
    ana.finished(4, 6)
    expect(stateOf(QUIZ, ana)).toMatchObject({ met: false, evidence: [] })
  })

  test('is met by the record that first passed it, with the revision it rests on', () => {
    const ana = passed()
    ana.finished(6, 6, 'second')
    expect(stateOf(QUIZ, ana)).toEqual({
      need: QUIZ.needs[0],
      met: true,
      evidence: [{ kind: 'quiz', id: 'r002', about: 'consent', revision: 1 }],
    })
  })

  test('lapses with a raised ★ question until that is answered right again', () => {
    const ana = passed()
    expect(stateOf(QUIZ, ana, [], raised)).toMatchObject({ met: false, lapsed: true })
    ana.answered('who-decides', true, 'refresher', 2)
    expect(stateOf(QUIZ, ana, [], raised)).toMatchObject({ met: true })
  })

  test('a lapse touches only the lines that lean on it', () => {
    const ana = passed()
    walked(ana, { 'no-advice': 'kept' })
    const all = [QUIZ, PRACTICE, SEEN]
    const met = (of: Course) =>
      assess(all, ana, [saw(2, 1)], of).lines.map((one) => [one.competency.id, one.met])
    expect(met(course)).toEqual([
      ['limits', true],
      ['no-advice', true],
      ['listening', true],
    ])
    expect(met(raised)).toEqual([
      ['limits', false],
      ['no-advice', true],
      ['listening', true],
    ])
  })
})

describe('a practice session', () => {
  test('is met by an ended road that crosses none of the principles of the line', () => {
    const ana = history()
    const ended = walked(ana, { 'no-advice': 'kept', boundaries: 'crossed' })
    expect(stateOf(PRACTICE, ana)).toEqual({
      need: PRACTICE.needs[0],
      met: true,
      evidence: [{ kind: 'practice', id: ended, about: 'skip-thursday', revision: 1 }],
    })
  })

  test('is unmet by a road that crosses one, and by a road that has not ended', () => {
    const ana = history()
    walked(ana, { 'no-advice': 'crossed' })
    ana.said('rosa-asks', 'hear-the-wish', 0, { 'no-advice': 'kept' }, 'friday')
    expect(stateOf(PRACTICE, ana)).toMatchObject({ met: false, evidence: [] })
  })

  test('is met by the clear road, whatever was walked before and after it', () => {
    const ana = history()
    walked(ana, { 'no-advice': 'crossed' }, 'monday')
    const clear = walked(ana, { 'no-advice': 'kept' }, 'tuesday')
    walked(ana, { 'no-advice': 'crossed' }, 'friday')
    expect(stateOf(PRACTICE, ana)).toMatchObject({ met: true, evidence: [{ id: clear }] })
  })

  test('is unmet by a road that never kept a principle of the line', () => {
    const ana = history()
    walked(ana, { 'no-advice': 'missed', boundaries: 'kept' })
    expect(stateOf(PRACTICE, ana)).toMatchObject({ met: false, evidence: [] })
  })

  test('an ending to which nothing was said is no evidence', () => {
    const ana = history()
    ana.ended('asked-the-team')
    expect(stateOf(PRACTICE, ana)).toMatchObject({ met: false, evidence: [] })
  })
})

describe('an observed role play', () => {
  test('is met at the level that is needed or above', () => {
    expect(
      [1, 2, 3].map((level) => stateOf(SEEN, history(), [saw(level as Level, 1)])?.met),
    ).toEqual([false, true, true])
    expect(stateOf(SEEN, history())).toEqual({
      need: SEEN.needs[0],
      met: false,
      evidence: [],
      latest: null,
    })
  })

  test('the latest one counts, in whatever order the rows come', () => {
    const rows = [saw(3, 1), saw(1, 3), saw(2, 2)]
    for (const order of [rows, [...rows].reverse()])
      expect(stateOf(SEEN, history(), order)).toMatchObject({
        met: false,
        latest: 1,
        evidence: [{ kind: 'observation', id: 'o3', about: 'listening', revision: 0, level: 1 }],
      })
  })

  test('of two at the same moment the later id counts', () => {
    const rows = [saw(3, 1, 'b'), saw(1, 1, 'a')]
    for (const order of [rows, [...rows].reverse()])
      expect(stateOf(SEEN, history(), order)).toMatchObject({ met: true, latest: 3 })
  })

  test('level 0 is an observation too, and one of another line is not', () => {
    expect(stateOf(SEEN, history(), [saw(3, 1), saw(0, 2)])).toMatchObject({
      met: false,
      latest: 0,
    })
    expect(stateOf(SEEN, history(), [saw(3, 1), saw(0, 2, 'x', 'limits')])).toMatchObject({
      met: true,
      latest: 3,
    })
  })

  test('a lower one lowers only its own line', () => {
    const other = { ...SEEN, id: 'hope' }
    const rows = [{ id: 'a', observedAt: 1, levels: { listening: 3, hope: 3 } as const }, saw(0, 2)]
    expect(assess([SEEN, other], history(), rows).lines.map(({ met }) => met)).toEqual([
      false,
      true,
    ])
  })
})

describe('what was written', () => {
  const wrote = (shared: boolean) => {
    const ana = history()
    ana.did('consent/a-promise-i-can-keep', {
      kind: 'reflection-sent',
      value: { text: 'I wait.', shared },
    })
    return ana
  }

  test('a reflection counts when it is shared, and not while it is private', () => {
    expect(stateOf(REFLECTION, wrote(false))).toMatchObject({ met: false, evidence: [] })
    expect(stateOf(REFLECTION, wrote(true))).toMatchObject({
      met: true,
      evidence: [{ kind: 'reflection', id: 'r001', about: 'consent', revision: 1 }],
    })
  })

  test('an exercise counts when it is saved', () => {
    const ana = history()
    ana.did('consent/my-card', { kind: 'exercise-saved', value: { fields: { hello: 'Hi' } } })
    expect(stateOf(EXERCISE, history())).toMatchObject({ met: false })
    expect(stateOf(EXERCISE, ana)).toMatchObject({
      met: true,
      evidence: [{ kind: 'exercise', id: 'r001', about: 'consent', revision: 3 }],
    })
  })
})

describe('one of several', () => {
  test('is met by any of them, and shows how each stands', () => {
    const ana = history()
    expect(stateOf(EITHER, ana)).toMatchObject({ met: false, of: [{ met: false }, { met: false }] })
    const ended = walked(ana, {
      hope: 'kept',
      'no-advice': 'kept',
      difference: 'kept',
      autonomy: 'kept',
    })
    expect(stateOf(EITHER, ana)).toMatchObject({
      met: true,
      of: [{ met: true }, { met: false }],
      evidence: [{ id: ended }],
    })
  })
})

describe('ready', () => {
  test('is who has every need of every line', () => {
    const both = line('both', [QUIZ.needs[0] as Need, SEEN.needs[0] as Need])
    const seen = { id: 'o', observedAt: 1, levels: { both: 2, listening: 2 } as const }
    expect(assess([both, SEEN], passed(), [seen]).ready).toBe(true)
    expect(assess([both, SEEN], history(), [seen])).toMatchObject({
      ready: false,
      lines: [{ met: false }, { met: true }],
    })
  })

  test('is nobody in a course that can show nothing', () => {
    expect(assess([], passed()).ready).toBe(false)
    expect(assess([line('quiz', [{ kind: 'quiz', module: 'cooking' }])], passed())).toEqual({
      ready: false,
      lines: [],
    })
  })

  test('a line that this course cannot feed is left out', () => {
    const gone = [
      line('a', [{ kind: 'quiz', module: 'cooking' }]),
      line('b', [{ kind: 'practice', session: 'cooking' }]),
      line('c', [{ kind: 'reflection', module: 'practising' }]),
      line('d', [{ kind: 'exercise', module: 'practising' }]),
      line('e', [
        {
          kind: 'any',
          of: [
            { kind: 'exercise', module: 'cooking' },
            { kind: 'quiz', module: 'practising' },
          ],
        },
      ]),
      line('f', [QUIZ.needs[0] as Need, { kind: 'quiz', module: 'cooking' }]),
    ]
    expect(assess([...gone, SEEN], history()).lines.map((one) => one.competency.id)).toEqual([
      'listening',
    ])
  })
})

/** What may be added to a trainee's evidence; unsharing a reflection is their right and is left out. */
const evidence = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('quiz' as const), right: fc.integer({ min: 3, max: 6 }) }),
    fc.record({
      kind: fc.constant('run' as const),
      verdict: fc.constantFrom('kept' as const, 'missed' as const, 'crossed' as const),
    }),
    fc.record({ kind: fc.constant('shared' as const) }),
    fc.record({ kind: fc.constant('saved' as const) }),
    fc.record({
      kind: fc.constant('saw' as const),
      competency: fc.constantFrom('listening', 'limits'),
      level: fc.constantFrom<Level[]>(0, 1, 2, 3),
    }),
  ),
  { maxLength: 25 },
)
const ALL = [QUIZ, PRACTICE, SEEN, REFLECTION, EXERCISE, EITHER]

test('more evidence never makes a line unmet, except a newer and lower observation', () => {
  fc.assert(
    fc.property(evidence, (events) => {
      const ana = history()
      const seen: Observation[] = []
      let before = new Map<string, boolean>()
      events.forEach((event, n) => {
        if (event.kind === 'quiz') {
          ana.answered('who-decides', true, `try-${n}`)
          ana.finished(event.right, 6, `try-${n}`)
        }
        if (event.kind === 'run') walked(ana, { 'no-advice': event.verdict }, `run-${n}`)
        if (event.kind === 'shared')
          ana.did('consent/a-promise-i-can-keep', {
            kind: 'reflection-sent',
            value: { text: `${n}`, shared: true },
          })
        if (event.kind === 'saved')
          ana.did('consent/my-card', { kind: 'exercise-saved', value: { fields: {} } })
        if (event.kind === 'saw') seen.push(saw(event.level, n, `o${n}`, event.competency))
        const { lines } = assess(ALL, ana, seen)
        for (const { competency, met } of lines) {
          const isLower =
            event.kind === 'saw' && event.competency === competency.id && event.level < 2
          if (before.get(competency.id) && !isLower)
            expect([competency.id, met]).toEqual([competency.id, true])
        }
        before = new Map(lines.map(({ competency, met }) => [competency.id, met]))
      })
    }),
    { numRuns: 200, seed: 20261121 },
  )
})
