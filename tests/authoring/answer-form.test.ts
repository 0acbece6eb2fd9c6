/** Nobody finds the right answer by its form: by its length, by a lone question mark, or by always choosing "false". */
import { expect, test } from 'vitest'
import { compileContent } from '#authoring/check.ts'
import type { Course } from '#domain/course/course.ts'
import { formsOf } from '#domain/course/quiz.ts'

const { courses } = compileContent('content')
/** Of three or four answers the longest is the right one by chance in about 0.3. */
const MOST_LONGEST = 0.35
/** A good reply often asks; then a poor one should, too. */
const MOST_LONE = 0.25

interface Asked {
  readonly id: string
  readonly texts: readonly string[]
  /** Which one of them is right. */
  readonly right: number
}

/** Where exactly one is right: what can be told by its form. */
function askedIn(course: Course): { questions: Asked[]; turns: Asked[] } {
  const one = (id: string, all: readonly { text: string; right: boolean }[]): Asked[] =>
    all.filter(({ right }) => right).length === 1
      ? [{ id, texts: all.map(({ text }) => text), right: all.findIndex(({ right }) => right) }]
      : []
  return {
    questions: course.modules
      .flatMap(({ quiz }) => quiz?.questions ?? [])
      .filter(({ kind }) => kind !== 'true-false')
      .flatMap((question) => formsOf(question).flatMap(({ options }) => one(question.id, options))),
    turns: course.modules
      .flatMap(({ sessions }) => sessions)
      .flatMap(({ turns }) => turns)
      .flatMap(({ id, replies }) =>
        one(
          id,
          replies.map(({ say, verdicts }) => ({
            text: say,
            right: Object.values(verdicts).every((verdict) => verdict === 'kept'),
          })),
        ),
      ),
  }
}

const isLongest = ({ texts, right }: Asked): boolean =>
  texts.every((text, n) => n === right || text.length < (texts[right] ?? '').length)
const isLoneAsker = ({ texts, right }: Asked): boolean =>
  texts.every((text, n) => text.includes('?') === (n === right))

for (const language of ['en', 'es'] as const)
  for (const kind of ['questions', 'turns'] as const) {
    const all = courses[language] ? askedIn(courses[language])[kind] : []
    const share = (is: (one: Asked) => boolean): number => all.filter(is).length / all.length
    test(`${language}: the right one of ${kind} is no longer than the others, and no lone question`, () => {
      expect(all.length).toBeGreaterThan(40)
      expect(share(isLongest)).toBeLessThan(MOST_LONGEST)
      expect(share(isLoneAsker)).toBeLessThan(MOST_LONE)
    })
  }

test('as many statements are true as are false', () => {
  const keys = (courses.en?.modules ?? [])
    .flatMap(({ quiz }) => quiz?.questions ?? [])
    .filter(({ kind }) => kind === 'true-false')
    .flatMap(formsOf)
    .map(({ options }) => options.find(({ right }) => right)?.id)
  const isTrue = keys.filter((key) => key === 'true').length
  expect(keys.length).toBeGreaterThan(5)
  expect(Math.abs(isTrue - (keys.length - isTrue))).toBeLessThanOrEqual(1)
})
