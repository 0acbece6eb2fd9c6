import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { compileContent } from '#authoring/check.ts'
import { allSteps, type Course } from '#domain/course/course.ts'
import { keyClashes, shortKey } from '#domain/course/short-keys.ts'
import type { Answer } from '#domain/quiz/attempt.ts'
import { quizProgressOf, type Progress } from '#domain/learning/progress.ts'
import type { Run } from '#domain/practice/run.ts'
import { tallyOf } from '#domain/learning/steps.ts'
import { keptFor } from '#domain/quiz/grade.ts'
import { BUDGET, decode, encode } from '#player/lms/state.ts'
import { CONTENTS, type Place } from '#player/place.ts'
import {
  CONTRASTS,
  DEFAULT_SETTINGS,
  LESSON_FORMS,
  SPACINGS,
  TEXTS,
  THEMES,
  type Settings,
} from '#player/settings.ts'
import { course, quiz, session } from '#tests/fixtures/course.ts'
import { asWritten, formsOf, UNSURE } from '#domain/course/quiz.ts'
import { judgeAnswer } from '#domain/learning/answer-question.ts'
import { courseWithForms, withForms } from '#tests/fixtures/forms.ts'
import { history } from '#tests/domain/history.ts'
import { wholeCourse } from '#domain/course/packs.ts'
import { fullCourse, fullest } from './full-course.ts'
import { testClock, walk } from './walker.ts'

const course3 = courseWithForms(course)
const quiz3 = withForms(quiz)

/** What must survive: everything but the names of attempts and runs, and what was said in ended sessions. */
function kept(progress: Progress): unknown {
  return Object.fromEntries(
    Object.entries(progress).map(([id, have]) => {
      if (have.kind === 'quiz') {
        const answers = (all: Readonly<Record<string, Answer>> | undefined) =>
          all &&
          Object.fromEntries(
            Object.entries(all).map(([key, one]) => [
              key,
              { ...one, tries: Math.min(15, one.tries) },
            ]),
          )
        const last = have.last && { ...have.last, id: '', answers: answers(have.last.answers) }
        return [id, { ...have, passedBy: have.passed, open: answers(have.open?.answers), last }]
      }
      if (have.kind === 'session') {
        const road = (run: Run | null | undefined) => run?.road ?? []
        return [id, { ended: have.ended.length, open: road(have.open) }]
      }
      return [id, have]
    }),
  )
}

/** Every setting away from its default. */
const DRESSED: Settings = {
  language: 'es',
  text: 'larger',
  contrast: 'cream',
  theme: 'dark',
  spacing: 'wide',
  lessons: 'whole',
}

const PLACES: Place[] = [
  CONTENTS,
  { kind: 'item', id: 'consent/what-stays-between-us' },
  { kind: 'item', id: 'consent/what-stays-between-us', section: 6 },
  { kind: 'item', id: 'consent/a-promise-i-can-keep' },
  { kind: 'item', id: 'resources/reference-guide' },
  { kind: 'question', quiz: 'consent/quiz', slug: 'who-hears', how: 'show' },
  { kind: 'question', quiz: 'consent/quiz', slug: 'who-decides', how: 'again' },
  { kind: 'question', quiz: 'consent/quiz', slug: 'who-decides', how: 'new' },
  { kind: 'result', quiz: 'consent/quiz' },
  { kind: 'talk', session: 'practising/skip-thursday' },
]

describe('the state that an LMS keeps', () => {
  test('comes back as it was, whatever somebody did', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(100_000), { maxLength: 150 }),
        fc.constantFrom(...PLACES),
        (dice, place) => {
          const { progress } = walk(course, dice)
          const text = encode(course, progress, place)
          const back = decode(course, text)
          expect(back.trouble).toBeNull()
          expect(back.place).toEqual(place)
          expect(kept(back.progress)).toEqual(kept(progress))
          expect(tallyOf(course, back.progress)).toEqual(tallyOf(course, progress))
          expect(encode(course, back.progress, back.place)).toBe(text)
        },
      ),
      { numRuns: 300, seed: 11 },
    )
  })

  test('work goes on from it: later records make the same progress as without a break', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(100_000), { maxLength: 60 }),
        fc.array(fc.nat(100_000), { maxLength: 60 }),
        (before, after) => {
          const first = walk(course, before).progress
          const back = decode(course, encode(course, first, CONTENTS)).progress
          const whole = walk(course, after, first, testClock('later')).progress
          const broken = walk(course, after, back, testClock('later')).progress
          expect(encode(course, broken, CONTENTS)).toBe(encode(course, whole, CONTENTS))
        },
      ),
      { numRuns: 200, seed: 11 },
    )
  })

  test('forms come back as well, and so does in which one something went wrong', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(5), fc.constantFrom('a', 'b', 'c'), fc.nat(4)), { maxLength: 60 }),
        (dice) => {
          const ana = history()
          for (const [n, wished, chosen] of dice) {
            const question = quiz3.questions[n]
            if (!question) continue
            const form = formsOf(question).some(({ id }) => id === wished) ? wished : 'a'
            const ids = [...asWritten(question, form).options.map(({ id }) => id), UNSURE]
            const options = [ids[chosen % ids.length] ?? '']
            const made = judgeAnswer(question, 'first', options, form)
            if (made.kind === 'made') ana.did(question.id, made.made)
          }
          const progress = ana.progress()
          const text = encode(course3, progress, CONTENTS, DEFAULT_SETTINGS, BUDGET, '7fa')
          const back = decode(course3, text)
          expect([back.trouble, back.salt]).toEqual([null, '7fa'])
          expect(kept(back.progress)).toEqual(kept(progress))
          expect(encode(course3, back.progress, CONTENTS, DEFAULT_SETTINGS, BUDGET, '7fa')).toBe(
            text,
          )
        },
      ),
      { numRuns: 100, seed: 11 },
    )
  })

  test('who left at a debrief comes back to the session: the road is not kept', () => {
    const { progress } = walk(
      course,
      Array.from({ length: 60 }, (_, n) => 4 + 5 * n),
    )
    const have = progress[session.id]
    if (have?.kind !== 'session') throw new Error('The walk should have ended a talk.')
    const run = have.ended.at(-1)?.id ?? ''
    const back = decode(
      course,
      encode(course, progress, { kind: 'debrief', session: session.id, run }),
    )
    expect(back.place).toEqual({ kind: 'item', id: session.id })
    const then = back.progress[session.id]
    expect(then?.kind === 'session' && then.ended.every(({ road }) => road.length === 0)).toBe(true)
  })

  test('every way to look comes back, and none of them costs more than three characters', () => {
    for (const language of [null, 'en', 'es'] as const)
      for (const text of TEXTS)
        for (const contrast of CONTRASTS)
          for (const spacing of SPACINGS)
            for (const lessons of LESSON_FORMS)
              for (const theme of THEMES) {
                const settings = { language, text, contrast, theme, spacing, lessons }
                const kept = encode(course, {}, CONTENTS, settings)
                expect(decode(course, kept).settings).toEqual(settings)
                const most = theme === 'automatic' ? 2 : 3
                expect(kept.length).toBeLessThanOrEqual('A2...'.length + most)
              }
  })
})

describe('a state of version A2 without seed, as packages wrote it before questions had forms', () => {
  const OLD = 'A2..QchqTfGB.PH7B.chqOBEGEGTfGHB3RMEEBKBB0NjE3RMEIBur3NB3RMHBBS92NB3RMHEB.'
  const answer = { firstRight: true, right: true, tries: 1, options: ['rosa'], revision: 1 }
  const of = (slug: string): string => `consent/quiz/${slug}`

  test.each([
    ['the course as it was', course],
    ['the course with forms', course3],
  ])('is read whole in %s', (_, now) => {
    const back = decode(now, OLD, '7fa')
    expect([back.trouble, back.salt]).toEqual([null, '7fa'])
    expect(back.place).toEqual({
      ...{ kind: 'question', quiz: 'consent/quiz', slug: 'who-decides', how: 'again' },
    })
    expect(back.progress['consent/quiz']).toMatchObject({
      ...{ passed: false, best: { right: 4, of: 6 }, tries: 1 },
      rightAt: { [of('who-decides')]: 1, [of('who-hears')]: 1, [of('who-writes')]: 1 },
      open: {
        answers: {
          [of('who-decides')]: {
            ...{ ...answer, firstRight: false, right: false, options: ['the-nurse'] },
          },
        },
      },
      last: {
        answers: {
          [of('who-decides')]: { ...answer, firstRight: false, tries: 2 },
          [of('who-may-ask')]: { ...answer, firstRight: false, right: false, options: ['unsure'] },
          [of('who-hears')]: answer,
          [of('who-writes')]: { ...answer, options: ['the-nurse'] },
        },
        ...{ right: 4, of: 6, passed: false, refresher: false },
      },
    })
  })

  test('goes on with a seed from then on, and costs seven characters more', () => {
    const { progress, place } = decode(course3, OLD, '7fa')
    expect(encode(course3, progress, place)).toBe(OLD)
    const text = encode(course3, progress, place, DEFAULT_SETTINGS, BUDGET, '7fa')
    expect(text.length).toBe(OLD.length + 7)
    expect(decode(course3, text, '000')).toEqual(decode(course3, OLD, '7fa'))
  })
})

describe('a state that was written before a part of the course moved', () => {
  // A lesson and the last three questions stand in a module of their own now.
  const [first, second] = course.modules
  if (!first || !second) throw new Error('The course of the tests has fewer modules.')
  const moves = quiz.questions.slice(3).map((question) => ({
    ...question,
    id: question.id.replace('consent/', 'after/'),
  }))
  const [stays, goes] = [first.lessons[0], second.lessons[0]]
  if (!stays || !goes) throw new Error('The module of the tests has no lesson.')
  const lesson = { ...goes, id: `after/${goes.slug}` }
  const now: Course = {
    ...course,
    modules: [
      { ...first, lessons: [stays], quiz: { ...quiz, questions: quiz.questions.slice(0, 3) } },
      {
        ...first,
        slug: 'after',
        reflection: null,
        exercise: null,
        lessons: [lesson],
        sessions: [],
        quiz: { ...quiz, id: 'after/quiz', questions: moves },
      },
      { ...second, lessons: [] },
    ],
    former: Object.fromEntries([
      [goes.id, lesson.id],
      ...moves.map(({ id }) => [id.replace('after/', 'consent/'), id]),
    ]) as Record<string, string>,
  }
  const answer = (firstRight: boolean): Answer => ({
    ...{ firstRight, right: true, options: ['rosa'], tries: 1, revision: 1 },
  })
  const before: Progress = {
    [stays.id]: { kind: 'lesson', revision: 1 },
    [goes.id]: { kind: 'lesson', revision: 1 },
    [quiz.id]: {
      kind: 'quiz',
      passed: true,
      passedBy: 'kept',
      best: { right: 5, of: 6 },
      tries: 1,
      rightAt: Object.fromEntries(quiz.questions.map(({ id }) => [id, 1])),
      open: null,
      last: {
        id: 'kept-last',
        answers: Object.fromEntries(quiz.questions.map(({ id }, n) => [id, answer(n < 5)])),
        ...{ right: 5, of: 6, passed: true, refresher: false },
      },
    },
  }

  test('goes with it: what was read, what was answered, what was passed, and the place', () => {
    const old = encode(course, before, { kind: 'item', id: goes.id })
    const { progress, place, trouble } = decode(now, old)
    expect(trouble).toBeNull()
    expect(place).toEqual({ kind: 'item', id: lesson.id })
    expect(progress).toMatchObject({
      [stays.id]: { kind: 'lesson', revision: 1 },
      [lesson.id]: { kind: 'lesson', revision: 1 },
      [quiz.id]: { passed: true, best: { right: 5, of: 6 } },
      'after/quiz': { passed: true, best: { right: 2, of: 3 }, last: { right: 2, of: 3 } },
    })
    expect(Object.keys(progress)).toHaveLength(4)
    // Written by their new names, and read again, it is the same, each answer in one place.
    const anew = encode(now, progress, place)
    const again = decode(now, anew)
    expect(encode(now, again.progress, again.place)).toBe(anew)
    const last = (id: string) => quizProgressOf(again.progress, id)?.last
    expect(Object.keys(last(quiz.id)?.answers ?? {})).toHaveLength(3)
    expect(last('after/quiz')).toMatchObject({ right: 2, of: 3, passed: true })
  })

  test('ids that share a key with a former one are found before anything is packed', () => {
    expect(keyClashes(now)).toEqual([])
    const clash = { ...now, former: { ...now.former, [stays.id]: lesson.id } }
    expect(keyClashes(clash)).toEqual([[stays.id, stays.id]])
  })
})

describe('a state of version A1, as packages of November 2026 wrote it', () => {
  // Written by the player of that release: everything done and open in the small course, best and last road kept.
  const OLD =
    'A1.DzO_nB.PH7M.chq_oBGGGGTfGHM3RM7HM7HM0NjHM3RM7HM7HMur3HM3RM7HM7HMS92HM3RM7HM7HMtHqHM3RM7HM7HMDw5HM3RM7HM7HM.bOTM.zO_oBHC5TimoMmBD5TimoM7ifD5TimoM4fN.'

  test('is read whole: progress, place and the roads that it still had', () => {
    const back = decode(course, OLD)
    expect(back.trouble).toBeNull()
    expect(back.settings).toEqual(DEFAULT_SETTINGS)
    expect(back.place).toEqual({ kind: 'debrief', session: session.id, run: 'run-40' })
    expect(kept(back.progress)).toEqual(kept(fullest(course)))
    const have = back.progress[session.id]
    expect(have?.kind === 'session' && have.ended.at(-1)?.road.length).toBeGreaterThan(0)
  })

  test('is written as A2 from then on, without those roads', () => {
    const { progress, place } = decode(course, OLD)
    const text = encode(course, progress, place)
    expect(text).toMatch(/^A2\./)
    expect(text.length).toBeLessThan(OLD.length)
    expect(tallyOf(course, decode(course, text).progress)).toEqual(tallyOf(course, progress))
  })
})

describe('the room that it takes', () => {
  let real: Course
  /** With every pack of content/: nobody can choose more. */
  let longest: Course
  beforeAll(() => {
    const compiled = compileContent('content').courses.en
    if (!compiled) throw new Error('content/ does not compile.')
    real = compiled
    longest = wholeCourse(compiled)
  })

  test('the longest choice has every pack that somebody wrote', () => {
    const written = readdirSync('content/en/areas')
    expect(written.length).toBeGreaterThan(10)
    expect(
      longest.modules
        .slice(real.modules.length)
        .map(({ slug }) => slug)
        .sort(),
    ).toEqual(written.sort())
  })

  test.each<[string, () => Course]>([
    ['the largest course that we plan for', () => fullCourse],
    ['the course as it stands in content/', () => real],
    ['the course with the longest choice of packs', () => longest],
    ['the same with three forms of every ★ question', () => courseWithForms(longest)],
  ])('%s fits, with everything done and everything open', (_, which) => {
    const text = encode(
      which(),
      fullest(which()),
      { kind: 'result', quiz: 'none' },
      DRESSED,
      Infinity,
      '7fa',
    )
    expect(text.length).toBeLessThanOrEqual(BUDGET)
    expect(text).toMatch(/^[A-Za-z0-9._-]+$/)
    expect(kept(decode(which(), text).progress)).toEqual(kept(fullest(which())))
  })

  test('has no two ids with the same key, in the largest course and in content/ with every pack', () => {
    expect(keyClashes(fullCourse)).toEqual([])
    expect(keyClashes(longest)).toEqual([])
  })

  test.each([3000, 2000, 1500, 1000, 800])(
    'short of room (%i), answers go and completion stays',
    (budget) => {
      const progress = fullest(fullCourse)
      const text = encode(fullCourse, progress, CONTENTS, DRESSED, budget)
      const back = decode(fullCourse, text).progress
      expect(text.length).toBeLessThanOrEqual(budget)
      expect(tallyOf(fullCourse, back)).toEqual(tallyOf(fullCourse, progress))
      for (const step of allSteps(fullCourse)) {
        const [now, then] = [back[step.item.id], progress[step.item.id]]
        if (now?.kind === 'quiz' && then?.kind === 'quiz') {
          expect([now.passed, now.best, now.tries, now.rightAt]).toEqual([
            then.passed,
            then.best,
            then.tries,
            then.rightAt,
          ])
        }
        if (now?.kind === 'session' && then?.kind === 'session')
          expect(now.ended.length).toBe(then.ended.length)
      }
    },
  )

  test('C6: short of room, what was right in an attempt that was not passed is still kept', () => {
    const answer = { options: ['rosa'], revision: 1, tries: 1 }
    const failed: Progress = {
      'consent/quiz': {
        kind: 'quiz',
        passed: false,
        passedBy: null,
        best: { right: 1, of: 6 },
        tries: 1,
        rightAt: { 'consent/quiz/who-hears': 1 },
        open: null,
        last: {
          id: 'first',
          answers: {
            'consent/quiz/who-hears': { ...answer, firstRight: true, right: true },
            'consent/quiz/who-calls': { ...answer, firstRight: false, right: false },
          },
          right: 1,
          of: 6,
          passed: false,
          refresher: false,
        },
      },
    }
    const text = encode(course, failed, CONTENTS)
    const short = encode(course, failed, CONTENTS, DEFAULT_SETTINGS, text.length - 1)
    const back = decode(course, short).progress['consent/quiz']
    expect(back?.kind === 'quiz' && back.last?.answers).toEqual({})
    expect(back?.kind === 'quiz' && keptFor(quiz, back)).toEqual({ 'consent/quiz/who-hears': 1 })
  })

  test('with no room at all completion is written all the same', () => {
    const back = decode(
      fullCourse,
      encode(fullCourse, fullest(fullCourse), CONTENTS, DRESSED, 10),
    ).progress
    expect(tallyOf(fullCourse, back)).toEqual(tallyOf(fullCourse, fullest(fullCourse)))
  })
})

describe('a state that is not as expected', () => {
  const { progress } = walk(
    course,
    Array.from({ length: 60 }, (_, n) => n * 7),
  )
  const text = encode(course, progress, PLACES[4] as Place)

  test('nothing kept is a fresh start without a word', () => {
    expect(decode(course, '')).toEqual({
      progress: {},
      place: CONTENTS,
      settings: DEFAULT_SETTINGS,
      salt: '',
      trouble: null,
    })
  })

  test.each(['A3..IAAA.AAAB.', '{"answers":[1]}', 'null', 'viewed=1,2|lastviewedslide=2', 'A1'])(
    'another version or somebody else’s text starts afresh and says so: %s',
    (other) => {
      expect(decode(course, other)).toEqual({
        progress: {},
        place: CONTENTS,
        settings: DEFAULT_SETTINGS,
        salt: '',
        trouble: 'unknown-version',
      })
    },
  )

  test('a text cut short loses its last unit only, and says so', () => {
    const back = decode(course, text.slice(0, -2))
    expect(back.trouble).toBe('damaged')
    expect(Object.keys(back.progress).length).toBe(Object.keys(progress).length - 1)
  })

  test('no text makes the reader throw', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.nat(text.length), (noise, at) => {
        decode(course, text.slice(0, at) + noise + text.slice(at))
        decode(course, `A1.${noise}`)
      }),
      { numRuns: 500, seed: 11 },
    )
  })

  test('units, questions and places of an edited course are passed over in silence', () => {
    const edited: Course = {
      ...course,
      modules: course.modules.slice(0, 1).map((module) => ({
        ...module,
        quiz: { ...quiz, questions: quiz.questions.slice(1) },
      })),
    }
    const back = decode(edited, encode(course, progress, { kind: 'talk', session: session.id }))
    expect(back.trouble).toBeNull()
    expect(back.place).toEqual(CONTENTS)
    expect(Object.keys(back.progress).sort()).toEqual([
      'consent/quiz',
      'consent/what-stays-between-us',
    ])
    const have = back.progress['consent/quiz']
    expect(have?.kind === 'quiz' && Object.keys(have.rightAt)).not.toContain(
      'consent/quiz/who-decides',
    )
  })

  test('an answer to a question whose options changed keeps its mark and forgets what was ticked', () => {
    const changed: Course = {
      ...course,
      modules: course.modules.map((module) => ({
        ...module,
        quiz: module.quiz && {
          ...quiz,
          questions: quiz.questions.map((one) => ({ ...one, options: one.options.slice(0, 2) })),
        },
      })),
    }
    const answered: Progress = {
      'consent/quiz': {
        kind: 'quiz',
        passed: false,
        passedBy: null,
        best: null,
        tries: 0,
        rightAt: { 'consent/quiz/who-decides': 1 },
        open: {
          id: 'a',
          answers: {
            'consent/quiz/who-decides': {
              firstRight: true,
              right: true,
              tries: 1,
              options: ['rosa'],
              revision: 1,
            },
          },
        },
        last: null,
      },
    }
    const have = decode(changed, encode(course, answered, CONTENTS)).progress['consent/quiz']
    expect(have?.kind === 'quiz' && have.open?.answers['consent/quiz/who-decides']).toEqual({
      firstRight: true,
      right: true,
      tries: 1,
      options: [],
      revision: 1,
    })
  })
})

test('a short key is three characters and never changes: people’s saved work hangs on it', () => {
  expect([shortKey('consent/quiz'), shortKey('who-decides'), shortKey('')]).toEqual([
    'chq',
    'TfG',
    'Lwn',
  ])
})
