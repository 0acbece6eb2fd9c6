/** What is made of an answer, a reply, a lesson: the one rule that the platform and the player call. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { UNSURE, type Question } from '#domain/course/quiz.ts'
import { answerQuestion, judgeAnswer } from '#domain/learning/answer-question.ts'
import { apply, progressOf } from '#domain/learning/apply.ts'
import { finishAttempts } from '#domain/learning/finish-attempts.ts'
import { quizProgressOf, type Progress } from '#domain/learning/progress.ts'
import { keepPlace } from '#domain/learning/read-lesson.ts'
import { recordOf, type LearningRecord, type Made } from '#domain/learning/record.ts'
import { takeTurn } from '#domain/learning/take-turn.ts'
import { firstToAsk, questionNow, quizNow } from '#domain/quiz/now.ts'
import { course, quiz, session } from '#tests/fixtures/course.ts'

const right = (question: Question): string[] =>
  question.options.filter((one) => one.right).map(({ id }) => id)

function clock(prefix: string) {
  let at = 0
  let id = 0
  return { now: () => (at += 1000), newId: () => `${prefix}${String(++id).padStart(4, '0')}` }
}

describe('an attempt ends with the same result', () => {
  test('whether only the progress is known, as in a package, or every record, as on the platform', () => {
    let finished = 0
    let kept = 0
    fc.assert(
      fc.property(fc.array(fc.nat(10_000), { minLength: 60, maxLength: 120 }), (dice) => {
        const { now, newId } = clock('p')
        let progress: Progress = {}
        const records: LearningRecord[] = []
        for (const die of dice) {
          const before = quizProgressOf(progress, quiz.id)
          const asked = quizNow(quiz, before, die % 11 === 0 ? (before?.last?.id ?? null) : null)
          const question = asked.questions[die % asked.questions.length]
          if (!question) continue
          const ticked = die % 5 === 0 ? [UNSURE] : right(question)
          const answered = answerQuestion(quiz, question, before, asked, { options: ticked }, newId)
          if (answered.kind === 'refused') throw new Error(answered.reason)
          const stamp = { person: 'ana', source: 'web', at: now() } as const
          const [answer, ...end] = answered.made.map((one) =>
            recordOf(one, { ...stamp, id: newId() }),
          )
          if (!answer) continue
          const there = finishAttempts(quiz, [...records, answer], [answer], newId)
          expect(there.made.map(made)).toEqual(end.map(made))
          expect(there.mended).toEqual([])
          finished += end.length
          kept += end.filter((one) => one.kind === 'quiz-finished' && one.value.kept).length
          records.push(answer, ...end)
          progress = records.slice(-1 - end.length).reduce(apply, progress)
        }
        expect(progress[quiz.id] ?? null).toEqual(progressOf(records))
      }),
      { numRuns: 60, seed: 20261129 },
    )
    expect(finished).toBeGreaterThan(100)
    expect(kept).toBeGreaterThan(20)
  })
})

const made = ({ kind, item, revision, value }: Made) => ({ kind, item, revision, value })

describe('an answer', () => {
  const [question] = quiz.questions
  if (!question) throw new Error('no question')

  test.each([
    ['a blank one', [], 'blank'],
    ['one that is not there', ['the-cat'], 'no-such-option'],
    ['"I am not sure" and another', ['rosa', UNSURE], 'one-only'],
  ] as const)('%s is refused, and nothing is made', (_, ticked, reason) => {
    expect(judgeAnswer(question, 'monday', ticked)).toEqual({ kind: 'refused', reason })
  })

  test('says what was ticked, whether it is right, and in which attempt', () => {
    expect(judgeAnswer(question, 'monday', ['rosa'])).toEqual({
      kind: 'made',
      made: {
        kind: 'question-answered',
        item: question.id,
        revision: question.revision,
        value: { attempt: 'monday', options: ['rosa'], right: true },
      },
    })
  })
})

describe('which question comes next', () => {
  /** @param answers slug by right or wrong */
  const asked = (answers: Readonly<Record<string, boolean>>) => {
    const records = Object.entries(answers).map(([slug, isRight], at) =>
      recordOf(
        {
          kind: 'question-answered',
          item: `${quiz.id}/${slug}`,
          revision: 1,
          value: { attempt: 'monday', options: [], right: isRight },
        },
        { id: String(at), person: 'ana', source: 'web', at },
      ),
    )
    const progress = records.reduce<Progress>(apply, {})
    return quizNow(quiz, quizProgressOf(progress, quiz.id), null)
  }
  const slugs = quiz.questions.map(({ slug }) => slug)
  const nextOf = (answers: Readonly<Record<string, boolean>>, slug: string) => {
    const question = quiz.questions.find((one) => one.slug === slug)
    if (!question) throw new Error(slug)
    const { next } = questionNow(quiz, asked(answers), question)
    return next && { slug: next.question.slug, again: next.again }
  }
  const [first = '', second = '', third = ''] = slugs
  const all = Object.fromEntries(slugs.map((slug) => [slug, true]))

  test('the one after it', () => {
    expect(nextOf({ [first]: true }, first)).toEqual({ slug: second, again: false })
    // Also of one that is passed over, and not what stands before it.
    expect(nextOf({}, second)).toEqual({ slug: third, again: false })
  })

  test('what was passed over, once everything behind it is answered', () => {
    const { [second]: _, ...others } = all
    expect(nextOf(others, third)).toEqual({ slug: second, again: false })
    expect(firstToAsk(asked(others))?.slug).toBe(second)
  })

  test('a ★ question that was not right, once more, before the result', () => {
    const star = quiz.questions.find((one) => one.star)?.slug ?? ''
    expect(nextOf({ ...all, [star]: false }, slugs.at(-1) ?? '')).toEqual({
      slug: star,
      again: true,
    })
    expect(nextOf(all, slugs.at(-1) ?? '')).toBeNull()
  })
})

describe('a reply', () => {
  const say = (turn: string | null, step = 0, reply: string | null = null) =>
    takeTurn(session, null, { run: 'monday', step, turn, reply })

  test('to a turn that does not stand there any more is lost, and a blank one is refused', () => {
    expect(say('no-such-turn')).toEqual({ kind: 'lost' })
    expect(say(null, 3)).toEqual({ kind: 'lost' })
    expect(say(session.start)).toEqual({ kind: 'refused', reason: 'blank' })
    expect(say(null, 0, 'cook')).toEqual({ kind: 'refused', reason: 'no-such-reply' })
  })
})

test('C8: of a lesson that was read no place is kept, and of an open one only another', () => {
  const lesson = course.modules[0]?.lessons[0]
  if (!lesson) throw new Error('no lesson')
  const open = (section: number): Progress => ({ [lesson.id]: { kind: 'lesson-open', section } })
  expect(keepPlace(lesson, { [lesson.id]: { kind: 'lesson', revision: 1 } }, 3)).toBeNull()
  expect(keepPlace(lesson, open(3), 3)).toBeNull()
  expect(keepPlace(lesson, open(3), 4)).toMatchObject({ value: { section: 4 } })
})
