import { describe, expect, test } from 'vitest'
import type { QuizProgress } from '#domain/quiz/attempt.ts'
import {
  finishOf,
  isRight,
  keptFor,
  nextQuestion,
  questionsOf,
  questionsToRefresh,
  readChoice,
  resultOf,
  wentWrong,
} from '#domain/quiz/grade.ts'
import { feedbackOn, NAMED_AT } from '#domain/quiz/feedback.ts'
import { paperOf, type Question, type Quiz } from '#domain/course/quiz.ts'
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
    expect(readChoice(question, ticked)).toMatchObject({ kind: 'chosen', options })
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

const said = (question: Question, options: readonly string[], tries = 1) =>
  feedbackOn(question, { options, tries, right: isRight(question, options), firstRight: false })

test('each chosen option is answered with its own feedback, and "I am not sure" with its own', () => {
  expect(said(whoDecides, ['rosa'])).toMatchObject({
    verdict: 'right',
    texts: ['Yes. That is theirs to say.'],
    parts: null,
    isLater: true,
  })
  expect(said(whoDecides, ['the-nurse'])).toMatchObject({ verdict: 'wrong', parts: null })
  for (const question of [whoDecides, whoMayAsk])
    expect(said(question, ['unsure'])).toMatchObject({
      verdict: 'unsure',
      texts: ['Only Rosa can say yes.'],
      parts: null,
    })
})

describe('C5: of several right answers', () => {
  const rosa = { text: 'rosa in words', why: 'Yes. That is theirs to say.' }
  const nurse = { text: 'the-nurse in words', why: 'Yes. That is theirs to say.' }
  const daughter = {
    text: 'the-daughter in words',
    why: 'It sounds kind, and it is not yours to say.',
  }

  test('C5: one alone fits, and something is missing that is not named', () => {
    expect(said(whoMayAsk, ['rosa'])).toMatchObject({
      verdict: 'partly',
      parts: { fits: [rosa], isMissing: true, missing: [], wrong: [] },
    })
  })

  test('C5: a wrong one beside it is said with its why', () => {
    expect(said(whoMayAsk, ['rosa', 'the-daughter'])).toMatchObject({
      verdict: 'partly',
      parts: { fits: [rosa], isMissing: true, missing: [], wrong: [daughter] },
    })
  })

  test('C5: all right ones and a wrong one miss nothing', () => {
    expect(said(whoMayAsk, ['rosa', 'the-daughter', 'the-nurse'])).toMatchObject({
      verdict: 'partly',
      parts: { fits: [rosa, nurse], isMissing: false, wrong: [daughter] },
    })
  })

  test('C5: only wrong ones are not partly right', () => {
    expect(said(whoMayAsk, ['the-daughter'])).toMatchObject({
      verdict: 'wrong',
      parts: { fits: [], isMissing: true, wrong: [daughter] },
    })
  })

  test('C5: what is missing is named from the third try on', () => {
    expect(said(whoMayAsk, ['rosa'], NAMED_AT - 1).parts?.missing).toEqual([])
    expect(said(whoMayAsk, ['rosa'], NAMED_AT).parts?.missing).toEqual([nurse])
  })

  test('C5: exactly the right ones are right, with the words of each', () => {
    expect(said(whoMayAsk, ['rosa', 'the-nurse'])).toMatchObject({
      verdict: 'right',
      texts: [rosa.why, nurse.why],
      parts: null,
    })
  })
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

describe('C6: after an attempt that was not passed', () => {
  const slugs = (questions: readonly Question[]) => questions.map(({ slug }) => slug)
  /** One of six right: the ★ question ended right at its second try. */
  const first = answersAll(SLUGS.filter((slug) => slug !== 'who-hears'))
  first.answered('who-decides', true)
  first.finished(1, 6)
  const after = () => {
    const copy = history()
    copy.records.push(...first.records)
    return copy
  }
  const missed = SLUGS.filter((slug) => slug !== 'who-hears')

  test('C6: every question that went wrong is named, and asked again; the right one is kept', () => {
    const { last } = first.quiz()
    expect(last && slugs(wentWrong(quiz, last))).toEqual(missed)
    expect(slugs(questionsOf(quiz, first.quiz()))).toEqual(missed)
    expect(keptFor(quiz, first.quiz())).toEqual({ 'consent/quiz/who-hears': 1 })
  })

  test('C6: what is kept and what is right at the first answer now make the result together', () => {
    const ana = after()
    for (const slug of missed) ana.answered(slug, slug !== 'who-calls', 'second')
    const { open: now } = ana.quiz()
    expect(now && finishOf(quiz, first.quiz(), now)).toEqual({
      right: 5,
      of: 6,
      passed: true,
      refresher: false,
      kept: { 'consent/quiz/who-hears': 1 },
    })
  })

  test('C6: a third attempt keeps what the first and the second had right', () => {
    const ana = after()
    for (const slug of missed) ana.answered(slug, slug === 'who-waits', 'second')
    ana.did('consent/quiz', {
      kind: 'quiz-finished',
      value: {
        attempt: 'second',
        right: 2,
        of: 6,
        passed: false,
        refresher: false,
        kept: { 'consent/quiz/who-hears': 1 },
      },
    })
    expect(keptFor(quiz, ana.quiz())).toEqual({
      'consent/quiz/who-hears': 1,
      'consent/quiz/who-waits': 1,
    })
    expect(ana.quiz()).toMatchObject({ tries: 2, best: { right: 2, of: 6 } })
  })

  test('C6: a right answer to an older revision is asked again', () => {
    expect(slugs(questionsOf(raised('who-hears'), first.quiz()))).toEqual(SLUGS)
  })

  test('C6: a kept question that somebody answers again all the same is scored by that answer', () => {
    const ana = after()
    ana.answered('who-hears', false, 'second')
    expect(keptFor(quiz, ana.quiz())).toEqual({})
    for (const slug of missed) ana.answered(slug, true, 'second')
    const { open: now } = ana.quiz()
    expect(now && finishOf(quiz, first.quiz(), now)).toEqual({
      right: 5,
      of: 6,
      passed: true,
      refresher: false,
    })
  })

  test('C6: a pass is followed by a whole attempt, and its result names what went wrong too', () => {
    const passed = answersAll(['who-calls'])
    passed.finished(5, 6)
    const { last } = passed.quiz()
    expect(last && slugs(wentWrong(quiz, last))).toEqual(['who-calls'])
    expect(questionsOf(quiz, passed.quiz())).toHaveLength(6)
  })

  test('C6: where the course lost every question that went wrong, all that are left are asked', () => {
    const short = { ...quiz, questions: quiz.questions.filter(({ slug }) => slug === 'who-hears') }
    expect(slugs(questionsOf(short, first.quiz()))).toEqual(['who-hears'])
  })

  test('C6: an attempt that an older version finished folds as before', () => {
    expect(first.quiz().last).not.toHaveProperty('kept')
    expect(first.quiz()).toMatchObject({ passed: false, tries: 1, best: { right: 1, of: 6 } })
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
