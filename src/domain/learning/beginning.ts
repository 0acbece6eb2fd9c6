/** Where a step is begun or carried on: the same for every "Carry on" and "Continue", on the platform and in a package. */
import { cardsOf, type Card } from '#domain/course/cards.ts'
import type { Step } from '#domain/course/course.ts'
import type { Question } from '#domain/course/quiz.ts'
import { firstToAsk, quizNow } from '#domain/quiz/now.ts'
import { cardKept } from './cards.ts'
import { quizProgressOf, type Progress } from './progress.ts'

export type Beginning =
  /** Its own first page. */
  | { readonly kind: 'item' }
  | { readonly kind: 'card'; readonly card: Card }
  /** `isNew`: an attempt begins with it. */
  | { readonly kind: 'question'; readonly question: Question; readonly isNew: boolean }
  /** The turn that comes now. */
  | { readonly kind: 'talk' }

/** A quiz begins with its first question; once it is passed, its own page asks whether to take it again. */
export function beginningOf(step: Step, progress: Progress): Beginning {
  const have = progress[step.item.id]
  if (step.kind === 'lesson' && have?.kind === 'lesson-open') {
    const cards = cardsOf(step.item.html)
    const card = cards[cardKept(have, cards) - 1]
    if (card) return { kind: 'card', card }
  }
  if (step.kind === 'session' && have?.kind === 'session' && have.open) return { kind: 'talk' }
  if (step.kind !== 'quiz') return { kind: 'item' }
  const quiz = quizProgressOf(progress, step.item.id)
  const asked = quizNow(step.item, quiz, null)
  const question = firstToAsk(asked)
  const isOver = quiz?.passed && !asked.attempt && !asked.refresher
  return question && !isOver
    ? { kind: 'question', question, isNew: asked.attempt === null }
    : { kind: 'item' }
}
