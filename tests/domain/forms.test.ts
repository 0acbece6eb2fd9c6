/** In which form a question is asked, in which order its options stand, and by which form an answer is read. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asWritten, formsOf, UNSURE, type Question } from '#domain/course/quiz.ts'
import { answerQuestion, judgeAnswer } from '#domain/learning/answer-question.ts'
import { apply } from '#domain/learning/apply.ts'
import { quizProgressOf, type Progress } from '#domain/learning/progress.ts'
import { quizResultOf } from '#domain/learning/quiz-result.ts'
import { recordOf } from '#domain/learning/record.ts'
import type { Answer } from '#domain/quiz/attempt.ts'
import { answeredIn } from '#domain/quiz/answered.ts'
import { formAsked, inForm, seeded, seedFor } from '#domain/quiz/forms.ts'
import { firstToAsk, quizNow } from '#domain/quiz/now.ts'
import { course as small, quiz as smallQuiz } from '#tests/fixtures/course.ts'
import { courseWithForms, withForms } from '#tests/fixtures/forms.ts'
import { history } from './history.ts'

const quiz = withForms(smallQuiz)
const course = courseWithForms(small)
const of = (slug: string): Question => {
  const found = quiz.questions.find((one) => one.slug === slug)
  if (!found) throw new Error(`no question ${slug}`)
  return found
}
const star = of('who-decides')
const plain = of('who-hears')
const trueFalse: Question = {
  ...star,
  kind: 'true-false',
  options: ['true', 'false'].map((id) => ({ id, text: id, right: id === 'true', feedback: id })),
  forms: [
    {
      ...{ id: 'b', ask: 'And this?', unsure: 'Look again.' },
      options: ['true', 'false'].map((id) => ({
        id,
        text: id,
        right: id !== 'true',
        feedback: id,
      })),
    },
  ],
}

const ATTEMPTS = Array.from({ length: 300 }, (_, n) =>
  seeded(`${'0'.repeat(32)}${n}abc`, seedFor('ana', quiz.id, n)),
)
const orderOf = (question: Question, attempt: string, form = 'a'): string =>
  inForm(question, form, attempt)
    .options.map(({ id }) => id)
    .join()

const ANSWER: Answer = { firstRight: true, right: true, tries: 1, options: ['rosa'], revision: 1 }
const wrongIn = (form: string): Answer => ({
  ...ANSWER,
  firstRight: false,
  right: false,
  form,
  wrongIn: form,
})

describe('which form', () => {
  test('follows from how the id of the attempt ends, and every form and order comes up', () => {
    const forms = ATTEMPTS.map((attempt) => formAsked(star, attempt, undefined, undefined))
    expect([...new Set(forms)].sort()).toEqual(['a', 'b', 'c'])
    const orders = new Set(ATTEMPTS.map((attempt) => orderOf(star, attempt)))
    expect(orders.size).toBe(6)
    for (const attempt of ATTEMPTS.slice(0, 20)) {
      const seed = attempt.slice(-3)
      expect(formAsked(star, seed, undefined, undefined)).toBe(
        formAsked(star, attempt, undefined, undefined),
      )
      expect(orderOf(star, seed, 'b')).toBe(orderOf(star, attempt, 'b'))
    }
    const who = new Set(Array.from({ length: 50 }, (_, n) => seedFor(`person-${n}`, quiz.id)))
    expect(who.size).toBeGreaterThan(40)
  })

  test('what went wrong is asked next in another one, what was right stays as it was', () => {
    for (const attempt of ATTEMPTS)
      for (const form of ['a', 'b', 'c']) {
        expect(formAsked(star, attempt, wrongIn(form), undefined)).not.toBe(form)
        expect(formAsked(star, attempt, { ...ANSWER, form }, undefined)).toBe(form)
        // In the attempt after it, too: also where it ended right in another one.
        const mended = { ...wrongIn(form), right: true, form: form === 'a' ? 'b' : 'a' }
        expect(formAsked(star, attempt, undefined, wrongIn(form))).not.toBe(form)
        expect(formAsked(star, attempt, undefined, mended)).not.toBe(form)
      }
  })

  test('whose only form went wrong is asked in it again', () => {
    const { forms: _, ...single } = plain
    expect(formAsked(single, 'x', wrongIn('a'), undefined)).toBe('a')
    expect(formAsked(single, 'x', undefined, wrongIn('a'))).toBe('a')
  })

  test('a form that is gone is nobody’s: another one is asked, and of the answer stands what was judged', () => {
    expect(['a', 'b', 'c']).toContain(formAsked(star, 'x', wrongIn('g'), undefined))
    const said = answeredIn(course, star, { ...ANSWER, form: 'g', options: ['old'] }, 'x')
    expect(said.question).toMatchObject({ form: 'g', ask: star.ask, options: [] })
    expect(said.feedback).toMatchObject({ verdict: 'right', texts: [] })
  })

  test('true and false keep their order', () => {
    for (const attempt of ATTEMPTS) expect(orderOf(trueFalse, attempt, 'b')).toBe('true,false')
  })
})

describe('an answer', () => {
  const judged = (question: Question, ticked: string[], named?: string) => {
    const said = judgeAnswer(question, 'monday', ticked, named)
    return said.kind === 'made' ? said.made.value : said.reason
  }

  test.each([
    ['names its form by its options', star, ['rosa-b'], 'b', { right: true, form: 'b' }],
    ['of an old tab is read by them, too', star, ['rosa-b'], 'c', { right: true, form: 'b' }],
    ['of a page without forms is one of the first', star, ['rosa'], undefined, { right: true }],
    ['true is right in the first form', trueFalse, ['true'], undefined, { right: true }],
    ['and wrong in the second', trueFalse, ['true'], 'b', { right: false, form: 'b' }],
    ['"I am not sure" says in which form', star, [UNSURE], 'c', { right: false, form: 'c' }],
  ])('%s', (_, question, ticked, named, value) => {
    expect(judged(question, ticked, named)).toEqual({
      attempt: 'monday',
      options: ticked,
      ...value,
    })
  })

  test.each([
    ['of two forms at once', of('who-may-ask'), ['rosa', 'the-nurse-b'], undefined],
    ['true, of a form that is gone', trueFalse, ['true'], 'c'],
    ['"I am not sure", of a form that is gone', star, [UNSURE], 'g'],
    ['of no form', star, ['rosa-g'], 'g'],
  ])('%s is refused with words', (_, question, ticked, named) => {
    expect(judged(question, ticked, named)).toBe('no-such-option')
  })
})

test('records of before, without a form, fold to the progress that they made', () => {
  const ana = history()
  ana.answered('who-decides', false)
  ana.answered('who-decides', true)
  ana.answered('who-hears', false)
  expect(ana.quiz().open?.answers).toEqual({
    [star.id]: { firstRight: false, right: true, tries: 2, options: ['rosa'], revision: 1 },
    [plain.id]: { firstRight: false, right: false, tries: 1, options: ['me'], revision: 1 },
  })
  expect(formAsked(star, 'x', undefined, ana.quiz().open?.answers[star.id])).not.toBe('a')
})

test('whoever goes through a quiz never meets a missed ★ question in the same form again', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9), { minLength: 20, maxLength: 80 }), (dice) => {
      let progress: Progress = {}
      let ids = 0
      const newId = (): string => `attempt-${++ids}`
      const missed = new Map<string, string>()
      for (const die of dice) {
        const have = quizProgressOf(progress, quiz.id)
        const now = quizNow(quiz, have, null)
        const question = firstToAsk(now)
        if (!question) break
        const id = now.attempt?.id ?? seeded(`${newId()}-xyz`, seedFor('ana', quiz.id, have?.tries))
        const answer = now.attempt?.answers[question.id]
        const form = formAsked(question, id, answer, have?.last?.answers[question.id])
        if (question.forms) expect(form).not.toBe(missed.get(question.id))
        const asked = inForm(question, form, id)
        expect(asked.options.map((one) => one.id).sort()).toEqual(
          asWritten(question, form)
            .options.map((one) => one.id)
            .sort(),
        )
        const rights = asked.options.filter(({ right }) => right).map((one) => one.id)
        const ticked = { options: die > 3 ? rights : [UNSURE], form }
        const said = answerQuestion(quiz, question, have, now, ticked, () => id)
        if (said.kind === 'refused') throw new Error(said.reason)
        if (die > 3) missed.delete(question.id)
        else missed.set(question.id, form)
        for (const made of said.made)
          progress = apply(
            progress,
            recordOf(made, { id: newId(), person: 'ana', source: 'web', at: ids }),
          )
        const last = quizProgressOf(progress, quiz.id)?.last
        const module = course.modules[0]
        if (last && module) {
          const asks = quiz.questions.flatMap(formsOf).map(({ ask }) => ask)
          for (const one of quizResultOf(course, progress, module, quiz)?.lookAgain ?? [])
            expect(asks).toContain(one.ask)
        }
      }
    }),
    { numRuns: 150, seed: 16 },
  )
})

test('the result names a question in the form that went wrong', () => {
  const ana = history()
  const value = { attempt: 'first', options: [UNSURE], right: false, form: 'b' }
  ana.did(star.id, { kind: 'question-answered', value })
  ana.did(star.id, {
    kind: 'question-answered',
    value: { ...value, options: ['rosa'], right: true, form: 'c' },
  })
  ana.finished(5, 6)
  const module = course.modules[0]
  const result = module && quizResultOf(course, ana.progress(), module, quiz)
  expect(result?.lookAgain.map(({ ask }) => ask)).toEqual([`${star.ask} (b)`])
})
