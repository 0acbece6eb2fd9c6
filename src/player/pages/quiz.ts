/** A quiz: its start, one question a page, its result. */
import type { Step } from '#domain/course/course.ts'
import { answeredBefore, answeredIn, type AnsweredQuestion } from '#domain/quiz/answered.ts'
import type { Attempt } from '#domain/quiz/attempt.ts'
import { formAsked, inForm } from '#domain/quiz/forms.ts'
import { quizProgressOf } from '#domain/learning/progress.ts'
import { quizResultOf } from '#domain/learning/quiz-result.ts'
import { firstToAsk, questionNow, type QuestionNow } from '#domain/quiz/now.ts'
import type { Quiz } from '#domain/course/quiz.ts'
import { html } from '#view/html.ts'
import { verdictIn } from '#view/feedback.ts'
import { questionView } from '#view/question.ts'
import { quizResultView, quizStartView } from '#view/quiz.ts'
import { placeToBegin, questionPlace } from '../onward.ts'
import { hashOf, type Place } from '../place.ts'
import { attemptAt, quizAt } from '../quiz-at.ts'
import type { Drawing, Scene } from '../scene.ts'
import { isUsedUp, pastClosed } from '../tries.ts'
import { nameOf } from './contents.ts'

type QuizStep = Extract<Step, { kind: 'quiz' }>
type QuestionPlace = Extract<Place, { kind: 'question' }>

/** Whom to ask, where a try more would not be counted any more. */
const closedWords = (quiz: string, { progress, manner, words, contact }: Scene): string | null =>
  isUsedUp(progress, quiz, manner) ? words.noMoreTriesWords(manner.tries, contact) : null

export function quizStartPage({ module, item: quiz }: QuizStep, scene: Scene): Drawing {
  const closed = closedWords(quiz.id, scene)
  if (closed !== null)
    return {
      title: `${scene.frame.words.quiz}: ${module.title}`,
      body: html`<p class="caption">${module.title}</p>
        <h1 class="govuk-heading-xl" data-focus tabindex="-1">${scene.words.noMoreTries}</h1>
        <p class="govuk-body-l">${closed}</p>
        <p class="govuk-body">
          <a class="govuk-link" href="${scene.frame.links.quizResult(quiz.id)}">${scene.words.lastResult}</a>
        </p>
        <p class="govuk-body">
          <a class="govuk-link" href="${scene.frame.links.home}">${scene.frame.words.backToTasks}</a>
        </p>`,
    }
  const progress = quizProgressOf(scene.progress, quiz.id)
  const asked = quizAt(quiz, progress, 'new')
  const { attempt, questions, refresher, kept } = asked
  const question = firstToAsk(asked)
  const how = attempt ? 'show' : 'new'
  return {
    title: `${scene.frame.words.quiz}: ${module.title}`,
    body: quizStartView(
      {
        module,
        questions: questions.length,
        kept,
        refresher,
        next: {
          href: hashOf({ kind: 'question', quiz: quiz.id, slug: question?.slug ?? '', how }),
          number: question ? questions.indexOf(question) + 1 : 1,
        },
        begun: attempt !== null,
        best: progress?.best ?? null,
        passed: progress?.passed ?? false,
      },
      scene.frame,
    ),
  }
}

export function questionPage(step: QuizStep, place: QuestionPlace, scene: Scene): Drawing | null {
  const quiz = step.item
  const question = quiz.questions.find(({ slug }) => slug === place.slug)
  if (!question) return null
  // A new try, where none is left: the page of the quiz says why.
  if (place.how === 'new' && closedWords(quiz.id, scene) !== null) return null
  const { frame, refused } = scene
  const have = quizProgressOf(scene.progress, quiz.id)
  const asked = quizAt(quiz, have, place.how)
  const now = questionNow(quiz, asked, question)
  const attempt = attemptAt(asked, quiz, have, scene.salt)
  const answered =
    place.how === 'show' && now.answer
      ? answeredIn(scene.course, question, now.answer, attempt)
      : null
  const form = formAsked(question, attempt, now.answer, have?.last?.answers[question.id])
  const paper = answered?.question ?? inForm(question, form, attempt)
  const feedback = answered?.feedback ?? null
  const before = feedback ? null : beforeIn(quiz, asked.attempt, scene)
  const said = feedback ?? before?.feedback
  return {
    title: said ? `${verdictIn(frame.words, said.verdict)}: ${paper.ask}` : paper.ask,
    body: html`${questionView(
      {
        question: paper,
        moduleTitle: step.module.title,
        number: now.number,
        of: now.of,
        chosen: answered?.chosen ?? refused?.ticked ?? [],
        feedback,
        problem: refused?.problem,
        before,
        intro: asked.attempt ? null : { ...asked, quiz, questions: asked.questions.length },
        previous: now.previous && frame.links.question(now.previous.id),
        next: addressOf(now.next, quiz.id, scene),
        hidden: {},
      },
      frame,
    )}
    ${scene.beside?.below(step, scene)}`,
  }
}

const beforeIn = (
  quiz: Quiz,
  attempt: Attempt | null | undefined,
  { course, answered }: Scene,
): AnsweredQuestion | null => answeredBefore(course, quiz, attempt, answered)

const addressOf = (
  next: QuestionNow['next'],
  quiz: string,
  { frame: { links } }: Scene,
): { href: string; isResult: boolean } =>
  next
    ? { href: links.question(next.question.id, next.again), isResult: false }
    : { href: links.quizResult(quiz), isResult: true }

/** Null where no attempt is finished. */
export function quizResultPage({ module, item: quiz }: QuizStep, scene: Scene): Drawing | null {
  const { course, progress, frame } = scene
  const result = quizResultOf(course, progress, module, quiz)
  if (!result) return null
  const next = pastClosed(course, progress, scene.manner, result.next)
  const closed = closedWords(quiz.id, scene)
  return {
    title: `${frame.words.quiz}: ${module.title}`,
    body: quizResultView(
      {
        ...result,
        closed,
        before: beforeIn(quiz, quizProgressOf(progress, quiz.id)?.last, scene),
        again:
          result.again && closed === null
            ? hashOf(questionPlace(quiz.id, result.again, 'new'))
            : null,
        next: next && { href: hashOf(placeToBegin(next, progress)), title: nameOf(next, scene) },
      },
      frame,
    ),
  }
}
