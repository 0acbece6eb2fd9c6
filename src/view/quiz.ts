import type { Module } from '#domain/course/course.ts'
import type { Quiz } from '#domain/course/quiz.ts'
import type { QuizResult } from '#domain/learning/quiz-result.ts'
import type { AnsweredQuestion } from '#domain/quiz/answered.ts'
import { PASS_SHARE } from '#domain/quiz/grade.ts'
import { answerBefore } from './feedback.ts'
import { translationNote, type Frame } from './frame.ts'
import { langOf } from './lang-of.ts'
import { html, type Html } from './html.ts'
import { readControls } from './read-aloud.ts'

/** What somebody knows before the first answer. */
export interface QuizIntro {
  /** Whose words are shown. */
  readonly quiz: Pick<Quiz, 'shownIn' | 'stale'>
  /** How many are asked. */
  readonly questions: number
  /** How many more count as right, from the attempt before. */
  readonly kept: number
  readonly refresher: boolean
}

export const quizIntro = (model: QuizIntro, frame: Frame): Html => {
  const { words } = frame
  const all = model.questions + model.kept
  return html`${translationNote(model.quiz, frame)}
    <p class="govuk-body">${introOf(model, words)} ${model.refresher ? null : words.quizPassRule(needed(all), all)}</p>`
}

export interface QuizStartModel extends Omit<QuizIntro, 'quiz'> {
  readonly module: Module
  /** The question that comes now: its address and number. */
  readonly next: { readonly href: string; readonly number: number }
  readonly begun: boolean
  readonly best: { readonly right: number; readonly of: number } | null
  readonly passed: boolean
}

export function quizStartView(model: QuizStartModel, frame: Frame): Html {
  const { words, links } = frame
  const all = model.questions + model.kept
  const start = model.begun
    ? words.carryOnQuiz(model.next.number)
    : model.kept > 0
      ? words.startAgainQuiz(model.questions)
      : model.passed && !model.refresher
        ? words.takeAgain
        : words.startQuiz
  return html`<div${model.module.quiz ? langOf(model.module.quiz, frame) : null}>
    <p class="caption">${model.module.title}</p>
    <h1 class="govuk-heading-xl" data-focus tabindex="-1">${words.quiz}</h1>
    ${model.module.quiz ? translationNote(model.module.quiz, frame) : null}
    ${model.passed && model.best ? html`<p class="done-note">${words.passedBefore(model.best.right, model.best.of)}</p>` : null}
    <p class="govuk-body-l">${introOf(model, words)}</p>
    ${model.refresher ? null : html`<p class="govuk-body">${words.quizPassRule(needed(all), all)}</p>`}
    <div class="govuk-button-group">
      <a class="govuk-button" role="button" href="${model.next.href}">${start}</a>
      <a class="govuk-link" href="${links.home}">${words.backToTasks}</a>
    </div>
  </div>`
}

const introOf = (
  { refresher, questions, kept }: Omit<QuizIntro, 'quiz'>,
  words: Frame['words'],
): string => {
  if (refresher) return words.quizRefreshIntro(questions)
  return kept > 0 ? words.quizAgainIntro(questions, kept) : words.quizIntro(questions)
}

/** How many first answers must be right. */
const needed = (of: number): number => Math.ceil(of * PASS_SHARE)

export interface QuizResultModel extends Omit<QuizResult, 'next' | 'again'> {
  /** The last answer, where somebody comes from it. */
  readonly before: AnsweredQuestion | null
  /** Address of the question with which the next attempt begins, or null. */
  readonly again: string | null
  /** In a package whose tries are counted, when none is left: whom to ask. */
  readonly closed?: string | null
  readonly next: { readonly href: string; readonly title: string } | null
}

export function quizResultView(model: QuizResultModel, frame: Frame): Html {
  const { words, links } = frame
  const { module } = model
  // A refresher is over when every ★ question ended right; its first answers count for nothing.
  const passed = model.passed || model.refresher
  const heading = !passed
    ? words.notYet
    : model.moduleDone
      ? words.moduleFinished
      : words.quizPassed
  const again = model.again
    ? html`<a class="govuk-button" role="button" href="${model.again}">${words.startAgainQuiz(model.asksNext)}</a>`
    : null
  return html`${model.before ? answerBefore(model.before, frame) : null}
    <div data-read-aloud>
      <p class="caption">${module.title}</p>
      <h1 class="govuk-heading-xl"${model.before ? null : html` data-focus`} tabindex="-1">${heading}</h1>
      ${model.refresher ? null : html`<p class="govuk-body-l">${model.kept > 0 ? words.scoreKept(model.right, model.of, model.kept) : words.score(model.right, model.of)}</p>`}
      ${passed ? null : html`<p class="govuk-body">${model.closed ?? words.notYetWords(needed(model.of), model.of)}</p>`}
    </div>
    ${passed ? knowNow(module, words) : null} ${lookAgain(model, frame)} ${passed ? whatNext(model, words) : null}
    <div class="govuk-button-group">
      ${passed && model.next ? html`<a class="govuk-button" role="button" href="${model.next.href}">${words.next}</a>` : null}
      ${passed ? null : again}
      <a class="govuk-link" href="${links.home}">${words.backToTasks}</a>
    </div>
    ${readControls(words)}`
}

const knowNow = ({ remember }: Module, words: Frame['words']): Html =>
  html`<section class="know-now" data-read-aloud>
    <h2 class="govuk-heading-m">${words.youKnow}</h2>
    <ul class="govuk-list govuk-list--bullet">${remember.map((text) => html`<li>${text}</li>`)}</ul>
  </section>`

const lookAgain = ({ lookAgain: list }: QuizResultModel, { words, links }: Frame): Html | null =>
  list.length === 0
    ? null
    : html`<section data-read-aloud>
        <h2 class="govuk-heading-m">${words.lookAgain(list.length)}</h2>
        <ul class="govuk-list look-again">
          ${list.map(
            ({ ask, lesson }) =>
              html`<li><strong>${ask}</strong>
                <span>${words.whereItStands} <a class="govuk-link" href="${links.item(lesson.id)}">${lesson.title}</a></span></li>`,
          )}
        </ul>
      </section>`

/** At the end of a module: one thing to take along, and that nothing presses. */
const whatNext = ({ moduleDone, next }: QuizResultModel, words: Frame['words']): Html =>
  html`<section data-read-aloud>
    ${
      moduleDone
        ? html`<h2 class="govuk-heading-m">${words.takeAlong}</h2>
            <p class="govuk-body">${words.takeAlongWords}</p>`
        : null
    }
    <h2 class="govuk-heading-m">${words.whatNext}</h2>
    <p class="govuk-body">${next ? html`${words.nextIs} ${next.title}` : words.allDone}</p>
    ${moduleDone && next ? html`<p class="govuk-body">${words.restAllowed}</p>` : null}
  </section>`
