import type { PaperQuestion } from '#domain/course/quiz.ts'
import type { AnsweredQuestion, QuestionFeedback } from '#domain/quiz/answered.ts'
import { answerBefore, feedbackSection, optionsOf } from './feedback.ts'
import { hidden, problemMessage, problemSummary, type Frame } from './frame.ts'
import { html, flag, type Html } from './html.ts'
import { quizIntro, type QuizIntro } from './quiz.ts'
import { readControls } from './read-aloud.ts'

export interface QuestionModel {
  readonly question: PaperQuestion
  readonly moduleTitle: string
  readonly number: number
  readonly of: number
  readonly chosen: readonly string[]
  /** Null while the question waits for an answer. */
  readonly feedback: QuestionFeedback | null
  /** The question before, which was right, on its way here; null where nobody comes from one. */
  readonly before: AnsweredQuestion | null
  /** Above the question with which an attempt begins; null elsewhere. */
  readonly intro: QuizIntro | null
  readonly problem?: string | undefined
  /** Address of the question before, or null. */
  readonly previous: string | null
  /** Address of what comes next; the result when it is the last. */
  readonly next: { readonly href: string; readonly isResult: boolean }
  readonly hidden: Readonly<Record<string, string>>
}

export const questionView = (model: QuestionModel, frame: Frame): Html =>
  model.feedback ? answered(model, model.feedback, frame) : asked(model, frame)

function asked(model: QuestionModel, frame: Frame): Html {
  const { question, problem, before } = model
  const { words, links } = frame
  const first = `${question.slug}-1`
  const several = question.kind === 'several'
  const kind = several ? 'checkboxes' : 'radios'
  const hint = several
    ? words.pickSeveral
    : question.kind === 'what-would-you-say'
      ? words.pickSentence
      : words.pickOne
  const options = optionsOf(question, words)
  return html`${problemSummary(words.problem, problem ? [{ field: first, text: problem }] : [])}
    ${before ? answerBefore(before, frame) : null} ${caption(model, { words })}
    ${model.intro ? quizIntro(model.intro, frame) : null}
    <form method="post" id="page-form" novalidate>
      ${hidden({ ...model.hidden, form: question.form })}
      <div class="govuk-form-group${problem ? ' govuk-form-group--error' : ''}">
        <fieldset class="govuk-fieldset" data-read-aloud aria-describedby="hint${problem ? ` ${first}-error` : ''}">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--l">
            <h1 class="govuk-fieldset__heading"${problem || before ? null : html` data-focus tabindex="-1"`}>${question.ask}</h1>
          </legend>
          <div id="hint" class="govuk-hint">
            ${hint}${question.star ? html`<br /><span class="star-note">★ ${words.mustEndRight}</span>` : null}
          </div>
          ${problemMessage(first, problem, words.problem)}
          <div class="govuk-${kind}">
            ${options.map(
              (option, index) => html`<div class="govuk-${kind}__item">
                <input
                  class="govuk-${kind}__input" type="${several ? 'checkbox' : 'radio'}"
                  id="${question.slug}-${index + 1}" name="option" value="${option.id}"${flag(
                    'checked',
                    model.chosen.includes(option.id),
                  )} />
                <label class="govuk-label govuk-${kind}__label" for="${question.slug}-${index + 1}">${option.text}</label>
              </div>`,
            )}
          </div>
        </fieldset>
      </div>
      <div class="govuk-button-group">
        <button class="govuk-button" type="submit" name="act" value="answer">${words.answer}</button>
        ${model.previous ? html`<a class="govuk-link" href="${model.previous}">${words.previousQuestion}</a>` : null}
        <a class="govuk-link" href="${links.home}">${words.comeBackLater}</a>
      </div>
    </form>
    ${readControls(words)}`
}

function answered(model: QuestionModel, feedback: QuestionFeedback, frame: Frame): Html {
  const { question } = model
  const { words, links } = frame
  const isRight = feedback.verdict === 'right'
  const chosen = optionsOf(question, words).filter(({ id }) => model.chosen.includes(id))
  const mustTryAgain = question.star && !isRight
  const again = html`<a class="govuk-button${mustTryAgain ? '' : ' govuk-button--secondary'}" role="button" href="${links.question(question.id, true)}">${words.tryAgain}</a>`
  const next = html`<a class="govuk-button" role="button" href="${model.next.href}">${model.next.isResult ? words.seeResult : words.nextQuestion}</a>`
  return html`${caption(model, { words })}
    <h1 class="govuk-heading-l" data-read-aloud>${question.ask}</h1>
    <div class="your-answer" data-read-aloud>
      <h2 class="govuk-heading-s">${words.yourAnswer}</h2>
      <ul class="govuk-list">${chosen.map((option) => html`<li>${option.text}</li>`)}</ul>
    </div>
    ${feedbackSection(feedback, frame, [
      mustTryAgain ? html`<p class="govuk-body star-note">★ ${words.mustEndRight}</p>` : null,
      whatCounts(
        isRight ? feedback.isLater && words.firstCounted : !mustTryAgain && words.tryAgainTeaches,
      ),
    ])}
    <div class="govuk-button-group">
      ${isRight ? next : mustTryAgain ? again : html`${next} ${again}`}
      <a class="govuk-link" href="${links.home}">${words.comeBackLater}</a>
    </div>
    ${readControls(words)}`
}

const whatCounts = (text: string | false): Html | null =>
  text ? html`<p class="govuk-hint">${text}</p>` : null

const caption = (model: QuestionModel, { words }: Pick<Frame, 'words'>): Html =>
  html`<p class="caption">${model.moduleTitle} · ${words.questionOf(model.number, model.of)}</p>`
