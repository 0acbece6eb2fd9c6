import type { Feedback, Judged } from '#domain/quiz/feedback.ts'
import { UNSURE, type PaperQuestion } from '#domain/course/quiz.ts'
import { hidden, problemMessage, problemSummary, type Frame } from './frame.ts'
import { html, flag, type Html } from './html.ts'

export interface QuestionFeedback extends Feedback {
  /** Where it can be read again. */
  readonly lesson: { readonly id: string; readonly title: string }
}

export interface QuestionModel {
  readonly question: PaperQuestion
  readonly moduleTitle: string
  readonly number: number
  readonly of: number
  readonly chosen: readonly string[]
  /** Null while the question waits for an answer. */
  readonly feedback: QuestionFeedback | null
  readonly problem?: string | undefined
  /** Address of the question before, or null. */
  readonly previous: string | null
  /** Address of what comes next; the result when it is the last. */
  readonly next: { readonly href: string; readonly isResult: boolean }
  readonly hidden: Readonly<Record<string, string>>
}

export const questionView = (model: QuestionModel, frame: Frame): Html =>
  model.feedback ? answered(model, model.feedback, frame) : asked(model, frame)

function asked(model: QuestionModel, { words, links }: Frame): Html {
  const { question, problem } = model
  const first = `${question.slug}-1`
  const several = question.kind === 'several'
  const kind = several ? 'checkboxes' : 'radios'
  const hint = several
    ? words.pickSeveral
    : question.kind === 'what-would-you-say'
      ? words.pickSentence
      : words.pickOne
  const options = [...question.options, { id: UNSURE, text: words.unsure }]
  return html`${problemSummary(words.problem, problem ? [{ field: first, text: problem }] : [])}
    ${caption(model, { words })}
    <form method="post" id="page-form" novalidate>
      ${hidden(model.hidden)}
      <div class="govuk-form-group${problem ? ' govuk-form-group--error' : ''}">
        <fieldset class="govuk-fieldset" aria-describedby="hint${problem ? ` ${first}-error` : ''}">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--l">
            <h1 class="govuk-fieldset__heading"${problem ? null : html` data-focus tabindex="-1"`}>${question.ask}</h1>
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
    </form>`
}

function answered(model: QuestionModel, feedback: QuestionFeedback, { words, links }: Frame): Html {
  const { question } = model
  const isRight = feedback.verdict === 'right'
  const chosen = [...question.options, { id: UNSURE, text: words.unsure }].filter((option) =>
    model.chosen.includes(option.id),
  )
  const mustTryAgain = question.star && !isRight
  const again = html`<a class="govuk-button${mustTryAgain ? '' : ' govuk-button--secondary'}" role="button" href="${links.question(question.id, true)}">${words.tryAgain}</a>`
  const next = html`<a class="govuk-button" role="button" href="${model.next.href}">${model.next.isResult ? words.seeResult : words.nextQuestion}</a>`
  return html`${caption(model, { words })}
    <h1 class="govuk-heading-l">${question.ask}</h1>
    <div class="your-answer">
      <h2 class="govuk-heading-s">${words.yourAnswer}</h2>
      <ul class="govuk-list">${chosen.map((option) => html`<li>${option.text}</li>`)}</ul>
    </div>
    <section class="feedback feedback--${isRight ? 'right' : 'not-quite'}" aria-labelledby="feedback">
      <h2 class="govuk-heading-m" id="feedback" data-focus tabindex="-1">${verdictIn(words, feedback.verdict)}</h2>
      ${feedback.parts ? partsOf(feedback.parts, words) : feedback.texts.map((text) => html`<p class="govuk-body">${text}</p>`)}
      ${
        feedback.better
          ? html`<h3 class="govuk-heading-s">${words.betterLine}</h3>
              <p class="better-line">${feedback.better}</p>`
          : null
      }
      <p class="govuk-body">${words.whereItStands}
        <a class="govuk-link" href="${links.item(feedback.lesson.id)}">${feedback.lesson.title}</a></p>
      ${mustTryAgain ? html`<p class="govuk-body star-note">★ ${words.mustEndRight}</p>` : null}
      ${whatCounts(isRight ? feedback.isLater && words.firstCounted : !mustTryAgain && words.tryAgainTeaches)}
    </section>
    <div class="govuk-button-group">
      ${isRight ? next : mustTryAgain ? again : html`${next} ${again}`}
      <a class="govuk-link" href="${links.home}">${words.comeBackLater}</a>
    </div>`
}

/** @param verdict for the page's title too: it says the state after an answer */
export const verdictIn = (words: Frame['words'], verdict: Feedback['verdict']): string =>
  ({
    right: words.right,
    partly: words.partlyRight,
    wrong: words.notQuite,
    unsure: words.unsureHeading,
  })[verdict]

const partsOf = (
  { fits, isMissing, missing, wrong }: NonNullable<Feedback['parts']>,
  words: Frame['words'],
): Html => html`${judgedList(words.thisFits, fits)} ${judgedList(words.doesNotFit, wrong)}
  ${
    missing.length > 0
      ? judgedList(words.wasMissing, missing)
      : isMissing
        ? html`<p class="govuk-body">${words.somethingMissing}</p>`
        : null
  }`

const judgedList = (heading: string, list: readonly Judged[]): Html | null =>
  list.length === 0
    ? null
    : html`<h3 class="govuk-heading-s">${heading}</h3>
        <ul class="govuk-list judged">
          ${list.map(({ text, why }) => html`<li><strong>${text}</strong> <span>${why}</span></li>`)}
        </ul>`

const whatCounts = (text: string | false): Html | null =>
  text ? html`<p class="govuk-hint">${text}</p>` : null

const caption = (model: QuestionModel, { words }: Pick<Frame, 'words'>): Html =>
  html`<p class="caption">${model.moduleTitle} · ${words.questionOf(model.number, model.of)}</p>`
