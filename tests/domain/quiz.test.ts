import { describe, expect, test } from 'vitest'
import type { QuizProgress } from '#domain/learning/progress.ts'
import {
  feedbackOn,
  isRight,
  nextQuestion,
  questionsOf,
  questionsToRefresh,
  readChoice,
  resultOf,
} from '#domain/quiz/grade.ts'
import { paperOf, type Question, type Quiz } from '#domain/quiz/quiz.ts'
import { quiz } from '#tests/fixtures/course.ts'
import { history } from './history.ts'

const SLUGS = quiz.questions.map(({ slug }) => slug)
const find = (slug: string): Question => {
  const question = quiz.questions.find((one) => one.slug === slug)
  if (!question) throw new Error(`no question ${slug}`)
  return question
}
const whoDecides = find('who-decides')
const whoMayAsk = find('who-may-ask')

/** The quiz after its author raised one question's revision. */
const raised = (slug: string): Quiz => ({
  ...quiz,
  questions: quiz.questions.map((one) => (one.slug === slug ? { ...one, revision: 2 } : one)),
})

const open = (progress: QuizProgress) => progress.open ?? { id: 'none', answers: {} }

/** Ana answers every question once; the named ones wrong. */
function answersAll(wrong: readonly string[], attempt = 'first') {
  const ana = history()
  for (const slug of SLUGS) ana.answered(slug, !wrong.includes(slug), attempt)
  return ana
}

describe('what was ticked', () => {
  test.each([
    ['nothing', whoDecides, [], 'blank'],
    ['an option that the question does not have', whoDecides, ['the-cat'], 'no-such-option'],
    ['two options where one is asked for', whoDecides, ['rosa', 'the-nurse'], 'one-only'],
    ['"I am not sure" beside an option', whoMayAsk, ['rosa', 'unsure'], 'unsure-alone'],
    ['an empty option', whoDecides, [''], 'no-such-option'],
  ])('%s is refused', (_, question, ticked, reason) => {
    expect(readChoice(question, ticked)).toEqual({ kind: 'refused', reason })
  })

  test.each([
    ['one option', whoDecides, ['the-nurse'], ['the-nurse']],
    ['the same option twice is one', whoDecides, ['rosa', 'rosa'], ['rosa']],
    ['several options, in a fixed order', whoMayAsk, ['the-nurse', 'rosa'], ['rosa', 'the-nurse']],
    ['"I am not sure"', whoDecides, ['unsure'], ['unsure']],
  ])('%s is taken', (_, question, ticked, options) => {
    expect(readChoice(question, ticked)).toEqual({ kind: 'chosen', options })
  })
})

describe('right is', () => {
  test.each([
    ['the right option', whoDecides, ['rosa'], true],
    ['another option', whoDecides, ['the-nurse'], false],
    ['"I am not sure"', whoDecides, ['unsure'], false],
    ['all right options of several', whoMayAsk, ['rosa', 'the-nurse'], true],
    ['one of two right options', whoMayAsk, ['rosa'], false],
    ['all right options and a wrong one', whoMayAsk, ['rosa', 'the-daughter', 'the-nurse'], false],
  ])('%s: %#', (_, question, options, right) => {
    expect(isRight(question, options)).toBe(right)
  })
})

test('each chosen option is answered with its own feedback, and "I am not sure" with its own', () => {
  expect(feedbackOn(whoMayAsk, ['rosa', 'the-daughter'])).toEqual([
    'Yes. That is theirs to say.',
    'It sounds kind, and it is not yours to say.',
  ])
  expect(feedbackOn(whoDecides, ['unsure'])).toEqual(['Only Rosa can say yes.'])
})

describe('an attempt', () => {
  test('the first answer scores; trying again teaches and does not score', () => {
    const ana = history()
    ana.answered('who-hears', false)
    ana.answered('who-hears', true)
    expect(ana.quiz().open?.answers).toEqual({
      'consent/quiz/who-hears': {
        firstRight: false,
        right: true,
        tries: 2,
        options: ['rosa'],
        revision: 1,
      },
    })
  })

  test('a right first answer stays the one that scores when a wrong one follows', () => {
    const ana = history()
    ana.answered('who-hears', true)
    ana.answered('who-hears', false)
    expect(ana.quiz().open?.answers['consent/quiz/who-hears']).toMatchObject({
      firstRight: true,
      right: false,
    })
  })

  test('has no result while a question is open, and asks the first open one next', () => {
    const ana = history()
    ana.answered('who-decides', true)
    ana.answered('who-hears', true)
    expect(resultOf(quiz.questions, open(ana.quiz()))).toBeNull()
    expect(nextQuestion(quiz.questions, open(ana.quiz()))?.slug).toBe('who-may-ask')
  })

  test.each([
    [[], 6, true],
    [['who-calls'], 5, true],
    [['who-calls', 'who-waits'], 4, false],
    [SLUGS.filter((slug) => slug !== 'who-decides'), 1, false],
  ])('with %j wrong at the first answer has %i of 6 right: passed %s', (wrong, right, passed) => {
    expect(resultOf(quiz.questions, open(answersAll(wrong).quiz()))).toEqual({
      right,
      of: 6,
      passed,
    })
  })

  test('with exactly 80 % right is passed', () => {
    const five = quiz.questions.slice(0, 5)
    const ana = answersAll(['who-calls'])
    expect(resultOf(five, open(ana.quiz()))).toEqual({ right: 4, of: 5, passed: true })
  })

  test('a ★ question must end right, however many others are', () => {
    const ana = answersAll(['who-decides'])
    expect(resultOf(quiz.questions, open(ana.quiz()))).toBeNull()
    expect(nextQuestion(quiz.questions, open(ana.quiz()))?.slug).toBe('who-decides')
    ana.answered('who-decides', true)
    expect(resultOf(quiz.questions, open(ana.quiz()))).toEqual({ right: 5, of: 6, passed: true })
  })

  test('a question without ★ may end wrong', () => {
    expect(nextQuestion(quiz.questions, open(answersAll(['who-calls']).quiz()))).toBeNull()
  })
})

describe('attempts', () => {
  test('are unlimited: the sixth one passes, and the best one is kept', () => {
    const ana = history()
    for (const attempt of ['1', '2', '3', '4', '5']) ana.finished(3, 6, attempt)
    expect(ana.quiz()).toMatchObject({ passed: false, passedBy: null, tries: 5 })
    const sixth = ana.finished(6, 6, '6')
    expect(ana.quiz()).toMatchObject({
      passed: true,
      passedBy: sixth.id,
      tries: 6,
      best: { right: 6, of: 6 },
    })
  })

  test('a pass stays a pass after a worse attempt', () => {
    const ana = history()
    const pass = ana.finished(5, 6, 'good')
    ana.finished(2, 6, 'bad')
    expect(ana.quiz()).toMatchObject({
      passed: true,
      passedBy: pass.id,
      best: { right: 5, of: 6 },
      last: { id: 'bad', right: 2 },
    })
  })

  test('an attempt that was begun is open beside a finished one', () => {
    const ana = history()
    ana.finished(5, 6, 'good')
    ana.answered('who-hears', true, 'second')
    expect(ana.quiz()).toMatchObject({ open: { id: 'second' }, last: { id: 'good' } })
  })
})

describe('after a ★ question was raised to revision 2', () => {
  const passed = answersAll([])
  passed.finished(6, 6)
  const ana = () => {
    const copy = history()
    copy.records.push(...passed.records)
    return copy
  }

  test('only that question is asked again of somebody who passed', () => {
    expect(questionsOf(raised('who-decides'), passed.quiz()).map(({ slug }) => slug)).toEqual([
      'who-decides',
    ])
  })

  test('somebody who has not passed is asked everything', () => {
    expect(questionsOf(raised('who-decides'), answersAll([]).quiz())).toHaveLength(6)
    expect(questionsOf(raised('who-decides'), null)).toHaveLength(6)
    expect(questionsToRefresh(raised('who-decides'), null)).toEqual([])
  })

  test('a question without ★ is not asked again when it is raised', () => {
    expect(questionsToRefresh(raised('who-calls'), passed.quiz())).toEqual([])
  })

  test('a right answer to the old question does not count, one to the new question does', () => {
    const old = ana()
    old.answered('who-decides', true, 'refresher', 1)
    expect(questionsToRefresh(raised('who-decides'), old.quiz())).toHaveLength(1)
    const fresh = ana()
    fresh.answered('who-decides', true, 'refresher', 2)
    expect(questionsToRefresh(raised('who-decides'), fresh.quiz())).toEqual([])
  })

  test('a refresher neither counts as a try nor changes the best result', () => {
    const again = ana()
    again.answered('who-decides', true, 'refresher', 2)
    again.finished(1, 1, 'refresher', true)
    expect(again.quiz()).toMatchObject({ passed: true, tries: 1, best: { right: 6, of: 6 } })
    expect(again.quiz().last).toMatchObject({ id: 'refresher', refresher: true })
  })

  test('a ★ question that is new is asked too', () => {
    const added = { ...whoDecides, id: 'consent/quiz/who-tells', slug: 'who-tells' }
    const longer = { ...quiz, questions: [...quiz.questions, added] }
    expect(questionsToRefresh(longer, passed.quiz()).map(({ slug }) => slug)).toEqual(['who-tells'])
  })
})

test('the paper that goes to a page holds neither key nor feedback nor better line', () => {
  const paper = JSON.stringify(paperOf(quiz))
  expect(paper).toContain('rosa in words')
  expect(paper).not.toMatch(/"right"|feedback|unsure|better|theirs to say|"lesson"/)
})
