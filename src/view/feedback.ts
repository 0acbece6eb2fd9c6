/** What is said about an answer: on the page of its question, or above what comes next. */
import type { AnsweredQuestion, QuestionFeedback } from '#domain/quiz/answered.ts'
import type { Feedback, Judged } from '#domain/quiz/feedback.ts'
import { UNSURE, type PaperOption, type PaperQuestion } from '#domain/course/quiz.ts'
import type { Frame } from './frame.ts'
import { html, type Html } from './html.ts'

/** @param verdict for the page's title too: it says the state after an answer */
export const verdictIn = (words: Frame['words'], verdict: Feedback['verdict']): string =>
  ({
    right: words.right,
    partly: words.partlyRight,
    wrong: words.notQuite,
    unsure: words.unsureHeading,
  })[verdict]

export const optionsOf = (question: PaperQuestion, words: Frame['words']): PaperOption[] => [
  ...question.options,
  { id: UNSURE, text: words.unsure },
]

/** Above the next question, or the result: nobody presses a button only to go on from what is right. */
export function answerBefore({ question, chosen, feedback }: AnsweredQuestion, frame: Frame): Html {
  const { words } = frame
  const said = optionsOf(question, words)
    .filter(({ id }) => chosen.includes(id))
    .map(({ text }, n) => ({ text, why: feedback.texts[n] ?? '' }))
  return html`<section data-read-aloud class="feedback feedback--right" aria-labelledby="feedback">
    <h2 class="govuk-heading-m" id="feedback" data-focus="on" tabindex="-1">${verdictIn(words, feedback.verdict)}</h2>
    <p class="govuk-hint">${question.ask}</p>
    ${judged(said)} ${better(feedback, words)} ${whereItStands(feedback, frame)}
    ${feedback.isLater ? html`<p class="govuk-hint">${words.firstCounted}</p>` : null}
  </section>`
}

/** @param children what stands at its end */
export const feedbackSection = (
  feedback: QuestionFeedback,
  frame: Frame,
  children: readonly (Html | null)[],
): Html => {
  const { words } = frame
  const isRight = feedback.verdict === 'right'
  return html`<section data-read-aloud class="feedback feedback--${isRight ? 'right' : 'not-quite'}" aria-labelledby="feedback">
    <h2 class="govuk-heading-m" id="feedback" data-focus tabindex="-1">${verdictIn(words, feedback.verdict)}</h2>
    ${feedback.parts ? partsOf(feedback.parts, words) : feedback.texts.map((text) => html`<p class="govuk-body">${text}</p>`)}
    ${better(feedback, words)} ${whereItStands(feedback, frame)} ${children}
  </section>`
}

const better = ({ better: line }: QuestionFeedback, words: Frame['words']): Html | null =>
  line
    ? html`<h3 class="govuk-heading-s">${words.betterLine}</h3>
        <p class="better-line">${line}</p>`
    : null

const whereItStands = ({ lesson }: QuestionFeedback, { words, links }: Frame): Html =>
  html`<p class="govuk-body">${words.whereItStands}
        <a class="govuk-link" href="${links.item(lesson.id)}">${lesson.title}</a></p>`

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
  list.length === 0 ? null : html`<h3 class="govuk-heading-s">${heading}</h3>${judged(list)}`

const judged = (list: readonly Judged[]): Html =>
  html`<ul class="govuk-list judged">
    ${list.map(({ text, why }) => html`<li><strong>${text}</strong> <span>${why}</span></li>`)}
  </ul>`
