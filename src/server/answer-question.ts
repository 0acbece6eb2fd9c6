/** A trainee answers a question; the attempt is finished with the answer that completes it. */
import type { Attempt, QuizProgress } from '#domain/learning/progress.ts'
import { isRight, questionsOf, questionsToRefresh, readChoice, resultOf, type Choice } from '#domain/quiz/grade.ts'
import type { Question, Quiz } from '#domain/quiz/quiz.ts'
import { saveMade, type Learner, type Made } from './learner.ts'
import { newId } from './new-id.ts'

export type AnswerOutcome =
  | { readonly kind: 'saved'; readonly attempt: string }
  /** Something else was saved under this form's id before: browser Back, or an old tab. */
  | { readonly kind: 'kept'; readonly attempt: string }
  | { readonly kind: 'refused'; readonly reason: Extract<Choice, { kind: 'refused' }>['reason'] }

export interface AnswerForm {
  readonly recordId: string
  readonly attempt: string
  readonly options: readonly string[]
}

export const quizProgressOf = (learner: Learner, quiz: Quiz): QuizProgress | null => {
  const have = learner.progress[quiz.id]
  return have?.kind === 'quiz' ? have : null
}

export async function answerQuestion(
  learner: Learner,
  quiz: Quiz,
  question: Question,
  form: AnswerForm,
  now: number,
): Promise<AnswerOutcome> {
  const choice = readChoice(question, form.options)
  if (choice.kind === 'refused') return choice
  const right = isRight(question, choice.options)
  const made: Made[] = [
    {
      id: form.recordId,
      item: question.id,
      revision: question.revision,
      kind: 'question-answered',
      value: { attempt: form.attempt, options: choice.options, right },
    },
  ]
  const progress = quizProgressOf(learner, quiz)
  const questions = questionsOf(quiz, progress)
  const isOpen = progress?.open?.id === form.attempt || progress?.last?.id !== form.attempt
  const result = isOpen ? resultOf(questions, withAnswer(progress, form.attempt, question, right)) : null
  if (result)
    made.push({
      id: newId(now),
      item: quiz.id,
      revision: quiz.revision,
      kind: 'quiz-finished',
      value: {
        attempt: form.attempt,
        ...result,
        refresher: questionsToRefresh(quiz, progress).length > 0,
      },
    })
  const [saved] = await saveMade(learner, made, now)
  return { kind: saved === 'conflict' ? 'kept' : 'saved', attempt: form.attempt }
}

function withAnswer(
  progress: QuizProgress | null,
  attempt: string,
  question: Question,
  right: boolean,
): Attempt {
  const answers = progress?.open?.id === attempt ? progress.open.answers : {}
  const before = answers[question.id]
  return {
    id: attempt,
    answers: {
      ...answers,
      [question.id]: {
        firstRight: before?.firstRight ?? right,
        options: [],
        right,
        tries: (before?.tries ?? 0) + 1,
        revision: question.revision,
      },
    },
  }
}
