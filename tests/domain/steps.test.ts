import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allSteps, findModule, findStep, stepsOf, type Course } from '#domain/course/course.ts'
import type { Progress } from '#domain/learning/progress.ts'
import {
  isModuleDone,
  isRequired,
  nextStep,
  onwardFrom,
  stateOf,
  tallyOf,
} from '#domain/learning/steps.ts'
import { courseOf } from '#tests/built-course.ts'
import { doneOf } from '#tests/done-of.ts'
import { course } from '#tests/fixtures/course.ts'
import { history, type History } from './history.ts'

const LESSON = 'consent/what-stays-between-us'
const QUIZ = 'consent/quiz'
const HOW = 'practising/how-practice-works'
const SESSION = 'practising/skip-thursday'

const stateIn = (where: Course, ana: History, id: string): string => {
  const step = findStep(where, id)
  return step ? stateOf(where, ana.progress(), step).kind : 'no such step'
}
const state = (ana: History, id: string): string => stateIn(course, ana, id)

/** @param lastItem as the overview keeps it */
const next = (ana: History, lastItem: string | null): string | null =>
  nextStep(course, ana.progress(), lastItem)?.item.id ?? null

function passedConsent(): History {
  const ana = history()
  ana.read(LESSON)
  ana.answered('who-decides', true)
  ana.finished(6, 6)
  return ana
}

test('a module is lessons, sessions, quiz, then what is written', () => {
  expect(course.modules.flatMap(stepsOf).map(({ kind, item }) => `${kind} ${item.id}`)).toEqual([
    `lesson ${LESSON}`,
    `quiz ${QUIZ}`,
    'reflection consent/a-promise-i-can-keep',
    `lesson ${HOW}`,
    `session ${SESSION}`,
  ])
  expect(allSteps(course)).toHaveLength(5)
})

test('what the course does not have is not found', () => {
  expect(findModule(course, 'cooking')).toBeNull()
  expect(findStep(course, 'consent/cooking')).toBeNull()
})

describe('a step', () => {
  test('is not started, then done once it was read', () => {
    const ana = history()
    expect(state(ana, LESSON)).toBe('not-started')
    ana.read(LESSON)
    expect(state(ana, LESSON)).toBe('done')
  })

  test('a quiz is in progress from the first answer until it is passed', () => {
    const ana = history()
    ana.answered('who-decides', true)
    expect(state(ana, QUIZ)).toBe('in-progress')
    ana.finished(2, 6)
    expect(state(ana, QUIZ)).toBe('in-progress')
    ana.finished(5, 6, 'second')
    expect(state(ana, QUIZ)).toBe('done')
  })

  test('a session is blocked until the modules that it needs are done, and says which', () => {
    const ana = history()
    const step = findStep(course, SESSION)
    expect(step && stateOf(course, ana.progress(), step)).toMatchObject({
      kind: 'blocked',
      needs: [{ slug: 'consent' }],
    })
    expect(state(passedConsent(), SESSION)).toBe('not-started')
  })

  test('a session is in progress from the first reply and done once it ended', () => {
    const ana = passedConsent()
    ana.said('rosa-asks', 'hear-the-wish', 0, { listening: 'kept' })
    expect(state(ana, SESSION)).toBe('in-progress')
    ana.ended('left-open')
    expect(state(ana, SESSION)).toBe('done')
  })

  test('a session that was ended before is never blocked again', () => {
    const ana = history()
    ana.said('rosa-asks', 'hear-the-wish', 0, { listening: 'kept' })
    ana.ended('left-open')
    expect(state(ana, SESSION)).toBe('done')
  })

  test('what is written is free: a module is done without it', () => {
    const consent = findModule(course, 'consent')
    expect(consent && isModuleDone(course, passedConsent().progress(), consent)).toBe(true)
    expect(state(passedConsent(), 'consent/a-promise-i-can-keep')).toBe('not-started')
  })

  test('a raised ★ question asks for a refresher, and the module stays done', () => {
    const raised: Course = {
      ...course,
      modules: course.modules.map((module) => ({
        ...module,
        quiz: module.quiz && {
          ...module.quiz,
          questions: module.quiz.questions.map((one) => ({ ...one, revision: one.star ? 2 : 1 })),
        },
      })),
    }
    const ana = passedConsent()
    const consent = findModule(raised, 'consent')
    expect(stateIn(raised, ana, QUIZ)).toBe('refresh')
    expect(consent && isModuleDone(raised, ana.progress(), consent)).toBe(true)
    expect(stateIn(raised, ana, SESSION)).toBe('not-started')
    expect(nextStep(raised, ana.progress(), LESSON)?.item.id).toBe(QUIZ)
  })
})

test('the tally counts what is required: 2 of 2 in a module, 2 of 4 in the course', () => {
  const ana = passedConsent()
  const consent = findModule(course, 'consent') ?? undefined
  expect(tallyOf(course, ana.progress(), consent)).toEqual({ done: 2, of: 2 })
  expect(tallyOf(course, ana.progress())).toEqual({ done: 2, of: 4 })
})

describe('"Carry on" leads', () => {
  test('to the beginning for somebody who has not begun', () => {
    expect(next(history(), null)).toBe(LESSON)
  })

  test('into the quiz that was left half-way', () => {
    const ana = history()
    ana.answered('who-decides', true)
    expect(next(ana, QUIZ)).toBe(QUIZ)
  })

  test('into the talk that was left half-way, though an earlier step is open', () => {
    const ana = passedConsent()
    ana.said('rosa-asks', 'hear-the-wish', 0, { listening: 'kept' })
    expect(next(ana, SESSION)).toBe(SESSION)
  })

  test('to the step after the one that was finished last', () => {
    const ana = history()
    ana.read(LESSON)
    expect(next(ana, LESSON)).toBe(QUIZ)
  })

  test('past what is only written, and past what is blocked', () => {
    const written = passedConsent()
    expect(next(written, QUIZ)).toBe(HOW)
    const blocked = history()
    blocked.read(HOW)
    expect(next(blocked, HOW)).toBe(LESSON)
  })

  test('back to what was left out, once nothing after the last step is open', () => {
    const ana = history()
    ana.said('rosa-asks', 'hear-the-wish', 0, { listening: 'kept' })
    ana.ended('left-open')
    ana.read(HOW)
    expect(next(ana, SESSION)).toBe(LESSON)
  })

  test('to the beginning where the last step is not in the course any more', () => {
    expect(next(history(), 'consent/a-lesson-of-last-year')).toBe(LESSON)
  })

  test('nowhere when everything that is required is done', () => {
    const ana = passedConsent()
    ana.read(HOW)
    ana.said('rosa-asks', 'hear-the-wish', 0, { listening: 'kept' })
    ana.ended('left-open')
    expect(next(ana, SESSION)).toBeNull()
  })
})

describe('"Continue" leads, by the same rule,', () => {
  const onward = (ana: History, id: string): string | null =>
    onwardFrom(course, ana.progress(), id)?.item.id ?? null

  test('C4: from a lesson that is not saved yet to the step after it', () => {
    expect(onward(history(), LESSON)).toBe(QUIZ)
  })

  test('C4: from a quiz to what may be written after it; once that is written, on', () => {
    const ana = passedConsent()
    expect(onward(ana, QUIZ)).toBe('consent/a-promise-i-can-keep')
    ana.did('consent/a-promise-i-can-keep', {
      kind: 'reflection-sent',
      value: { text: 'I keep it.', shared: false },
    })
    expect(onward(ana, QUIZ)).toBe(HOW)
  })

  test('C4: never to a locked talk, but back to what unlocks it', () => {
    const ana = history()
    expect(onward(ana, HOW)).toBe(LESSON)
    ana.read(LESSON)
    expect(onward(ana, HOW)).toBe(QUIZ)
  })

  test('C4: to the end once everything is done, and from a step that is not there to what is open', () => {
    const ana = passedConsent()
    ana.read(HOW)
    ana.said('rosa-asks', 'hear-the-wish', 0, { listening: 'kept' })
    ana.ended('left-open')
    expect(onward(ana, SESSION)).toBeNull()
    expect(onward(history(), 'consent/cooking')).toBe(LESSON)
  })
})

describe('C4: a lapse comes first', () => {
  const raised: Course = {
    ...course,
    modules: course.modules.map((module) => ({
      ...module,
      quiz: module.quiz && {
        ...module.quiz,
        questions: module.quiz.questions.map((one) => ({ ...one, revision: one.star ? 2 : 1 })),
      },
    })),
  }
  test('before a new lesson, before the talk that was left half-way, and on every "Continue"', () => {
    const ana = passedConsent()
    ana.said('rosa-asks', 'hear-the-wish', 0, { listening: 'kept' })
    expect(nextStep(raised, ana.progress(), SESSION)?.item.id).toBe(QUIZ)
    expect(onwardFrom(raised, ana.progress(), HOW)?.item.id).toBe(QUIZ)
    expect(onwardFrom(raised, ana.progress(), QUIZ)?.item.id).toBe(QUIZ)
  })
})

describe('C4: in the whole course', () => {
  const whole = courseOf('en')
  const practising = findModule(whole, 'practising')
  const lesson = practising?.lessons[0]

  test('1 of 10 steps of "practising" done and other modules unopened: the first of these comes next', () => {
    if (!practising || !lesson) throw new Error('no practising')
    const progress: Progress = { [lesson.id]: { kind: 'lesson', revision: 1 } }
    expect(tallyOf(whole, progress, practising)).toEqual({ done: 1, of: 10 })
    const first = allSteps(whole)[0]?.item.id
    expect(nextStep(whole, progress, lesson.id)?.item.id).toBe(first)
    expect(onwardFrom(whole, progress, lesson.id)?.item.id).toBe(first)
  })

  test('whatever was done: never locked, and no ground unopened before it', () => {
    const steps = allSteps(whole)
    const doneTo = fc.record({
      done: fc.subarray([...steps]),
      last: fc.constantFrom(null, ...steps.map(({ item }) => item.id)),
    })
    fc.assert(
      fc.property(doneTo, ({ done, last }) => {
        const progress = Object.fromEntries(done.map((step) => [step.item.id, doneOf(step)]))
        const required = steps.filter(isRequired)
        const states = required.map((step) => stateOf(whole, progress, step).kind)
        for (const next of [
          nextStep(whole, progress, last),
          ...(last === null ? [] : [onwardFrom(whole, progress, last)]),
        ]) {
          if (next === null) {
            expect(
              states.filter(
                (kind, i) =>
                  kind !== 'done' && kind !== 'more-practice' && required[i]?.item.id !== last,
              ),
            ).toEqual([])
            continue
          }
          if (!isRequired(next)) {
            expect(next.module.slug).toBe(last?.split('/')[0])
            continue
          }
          const at = required.findIndex(({ item }) => item.id === next.item.id)
          expect(states[at]).not.toBe('blocked')
          const before = states
            .slice(0, at)
            .flatMap((kind, i) =>
              kind === 'not-started' && required[i]?.item.id !== last ? [kind] : [],
            )
          expect(before).toEqual([])
        }
      }),
      { numRuns: 300, seed: 4 },
    )
  })
})

describe('of parallel practice sessions', () => {
  const [consent, practising] = course.modules
  const [first] = practising?.sessions ?? []
  if (!consent || !practising || !first) throw new Error('The small course has two modules.')
  const named = (slug: string) => ({ ...first, slug, id: `practising/${slug}`, needs: [] })
  /** Three sessions of which two are to be ended. */
  const twoOfThree: Course = {
    ...course,
    modules: [
      {
        ...practising,
        sessions: ['skip-thursday', 'lend-me', 'too-close'].map(named),
        sessionsToEnd: 2,
      },
    ],
  }
  const ended = (ana: History, slug: string): void => {
    ana.did(`practising/${slug}/rosa-asks`, {
      kind: 'turn-taken',
      value: { run: slug, step: 0, reply: 'hear-the-wish', verdicts: { listening: 'kept' } },
    })
    ana.did(`practising/${slug}`, { kind: 'session-ended', value: { run: slug, ending: 'well' } })
  }
  const goesOn = (ana: History, last: string | null): string | null =>
    nextStep(twoOfThree, ana.progress(), last)?.item.id ?? null

  test('any two are enough, whichever, and the third is more practice, never the next step', () => {
    const ana = history()
    ana.read(HOW)
    ended(ana, 'too-close')
    expect(tallyOf(twoOfThree, ana.progress())).toEqual({ done: 2, of: 3 })
    expect(goesOn(ana, 'practising/too-close')).toBe('practising/skip-thursday')
    ended(ana, 'lend-me')
    expect(tallyOf(twoOfThree, ana.progress())).toEqual({ done: 3, of: 3 })
    expect(stateIn(twoOfThree, ana, 'practising/skip-thursday')).toBe('more-practice')
    expect(goesOn(ana, 'practising/lend-me')).toBeNull()
  })

  test('one that was begun when enough had ended is no unfinished work', () => {
    const ana = history()
    ana.read(HOW)
    ended(ana, 'too-close')
    ended(ana, 'lend-me')
    ana.said('rosa-asks', 'hear-the-wish', 0, { listening: 'kept' })
    expect(stateIn(twoOfThree, ana, SESSION)).toBe('more-practice')
    expect(goesOn(ana, SESSION)).toBeNull()
  })

  test('who ended more than are asked keeps each, and is not more than done', () => {
    const ana = history()
    ana.read(HOW)
    for (const slug of ['skip-thursday', 'lend-me', 'too-close']) ended(ana, slug)
    expect(tallyOf(twoOfThree, ana.progress())).toEqual({ done: 3, of: 3 })
    expect(stateIn(twoOfThree, ana, SESSION)).toBe('done')
  })

  test('whatever has ended, all is done exactly when nothing comes next', () => {
    fc.assert(
      fc.property(
        fc.subarray(['skip-thursday', 'lend-me', 'too-close']),
        fc.boolean(),
        (ones, read) => {
          const ana = history()
          if (read) ana.read(HOW)
          for (const slug of ones) ended(ana, slug)
          const { done, of } = tallyOf(twoOfThree, ana.progress())
          expect(goesOn(ana, null) === null).toBe(done === of)
          expect(done).toBe(Math.min(2, ones.length) + (read ? 1 : 0))
        },
      ),
    )
  })
})
