/** Items that an author gave another name, and questions that moved to another quiz: what people did goes with them. */
import { allSteps, findStep, type Course, type Step } from './course.ts'
import type { Former } from './ledger.ts'
import { wholeCourse } from './packs.ts'
import type { Question, Quiz } from './quiz.ts'

/** With the former names of its steps and questions, and of nothing else: a package has them too. */
export function withFormer(course: Course, former: Former): Course {
  const whole = wholeCourse(course)
  const ids = new Set([
    ...allSteps(whole).map(({ item }) => item.id),
    ...quizzesOf(whole).flatMap(({ questions }) => questions.map(({ id }) => id)),
  ])
  const own = Object.entries(former).filter(([, to]) => ids.has(to))
  return own.length > 0 ? { ...course, former: Object.fromEntries(own) } : course
}

/** Steps by the ids that they have and had; one of today comes after all that were. */
export const namedSteps = (course: Course): [id: string, step: Step][] => [
  ...Object.entries(course.former ?? {}).flatMap(([from, to]): [string, Step][] => {
    const step = findStep(course, to)
    return step ? [[from, step]] : []
  }),
  ...allSteps(course).map((step): [string, Step] => [step.item.id, step]),
]

/** The quiz as it was before: with the questions that stood in it, by their ids of today and the slugs that they had there. */
export function withMoved(course: Course, quiz: Quiz): Quiz {
  const here = `${quiz.id}/`
  const moved = Object.entries(course.former ?? {}).flatMap(([from, to]): Question[] => {
    if (!from.startsWith(here) || to.startsWith(here)) return []
    const question = quizzesOf(course)
      .flatMap(({ questions }) => questions)
      .find(({ id }) => id === to)
    return question ? [{ ...question, slug: from.slice(here.length) }] : []
  })
  return { ...quiz, questions: [...quiz.questions, ...moved] }
}

export const quizzesOf = (course: Course): Quiz[] =>
  course.modules.flatMap(({ quiz }) => quiz ?? [])

/** What is kept by item id, by the ids of today. */
export const underNewNames = <T>(
  kept: Readonly<Record<string, T>>,
  former: Former,
): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(kept).map(([was, one]) => [former[was] ?? was, one]))
