import { cardsOf, type Card } from '#domain/course/cards.ts'
import type { Course, Lesson } from '#domain/course/course.ts'
import { laterAt, onAfter } from '#domain/learning/cards.ts'
import { contentNote, hidden, translationNote, withLinks, type Frame, type Links } from './frame.ts'
import { langOf } from './lang-of.ts'
import { dayInWords } from './days.ts'
import { readControls } from './read-aloud.ts'
import { flag, html, raw, type Html } from './html.ts'

export interface LessonModel {
  readonly lesson: Lesson
  readonly moduleTitle: string
  readonly glossary: Course['glossary']
  readonly read: boolean
  /** The card that is shown, from 1. The others are there for print and for links to their headings. */
  readonly card: number
  /** All on one page, for whoever likes that better. */
  readonly whole: boolean
  /** The card at which the reader stopped; 0 for none. */
  readonly stoppedAt: number
  /** Nobody asked for a card: it is said why this one is shown. */
  readonly cameBack: boolean
  /** Shown to a visitor: nothing is saved, nothing follows. */
  readonly sample?: boolean
  /** Where "Continue" leads once it is read. */
  readonly next: string
  readonly hidden: Readonly<Record<string, string>>
  /** The form of the own note, at the end of the last card (note.ts); none where the carrier keeps no notes. */
  readonly note?: Html
  /** They have just written their own line. */
  readonly isCompared?: boolean
}

export const lessonView = (model: LessonModel, frame: Frame): Html => {
  const { lesson, whole } = model
  const { words, locale } = frame
  const cards = cardsOf(lesson.html)
  const saves = !model.read && !model.sample
  return html`<article class="lesson"${langOf(lesson, frame)}>
    <p class="caption">${model.moduleTitle} · ${words.lesson} · ${words.minutes(lesson.minutes)}</p>
    <h1 class="govuk-heading-xl"${flag('data-focus', startsHere(model))} tabindex="-1">${lesson.title}</h1>
    ${translationNote(lesson, frame)} ${stoppedNote(model, cards, frame)} ${readControls(words)}
    <div class="cards" data-read-aloud${flag('data-whole', whole)}>
      ${cards.map((card) => cardOf(card, model, cards, frame))}
    </div>
    ${glossaryOf(model, frame)}
    <p class="reviewed">${words.reviewed(dayInWords(lesson.reviewed, locale))}</p>
  </article>
  ${saves ? html`<form method="post" id="lesson-form">${hidden(model.hidden)}</form>` : null}`
}

/** Of its page: in the list of where one has been, each card has its own. */
export function titleOfCard(
  { title, html: text }: Pick<Lesson, 'title' | 'html'>,
  card: number,
): string {
  const heading = card > 1 ? cardsOf(text)[card - 1]?.title : ''
  return heading ? `${heading}: ${title}` : title
}

/** The top of the page is where one reads on; otherwise it is the heading of a card. */
const startsHere = ({ whole, card, cameBack }: LessonModel): boolean =>
  whole || card === 1 || cameBack

function cardOf(card: Card, model: LessonModel, cards: readonly Card[], frame: Frame): Html {
  const { words, links } = frame
  const { number } = card
  const isNow = number === model.card
  const stopped = model.whole && number > 1 && number === model.stoppedAt
  const focus = isNow && !startsHere(model)
  const prose = proseOf(card, links)
  const text = focus ? prose.replace('<h2', `<h2${flag('data-focus', focus).text}`) : prose
  return html`<section class="card" data-card="${card.section}"${flag('data-now', isNow)}>
    ${cards.length > 1 ? html`<p class="card__part" data-unread>${words.partOf(number, cards.length)}</p>` : null}
    ${number === 1 && model.lesson.contentNote ? html`<div data-unread>${contentNote(model.lesson.contentNote, frame)}</div>` : null}
    ${stopped ? html`<p class="stopped-here" data-unread>${words.stoppedHere}</p>` : null}
    <div class="prose">${raw(text)}</div>
    ${number === cards.length ? compareWith(model, frame) : null}
    ${wayOn(card, model, cards, frame)} ${number === cards.length ? model.note : null}
  </section>`
}

/** The words of a card are the same for everybody who is sent the same ways. */
const proses = new WeakMap<Links, WeakMap<Card, string>>()

function proseOf(card: Card, links: Links): string {
  const mine = proses.get(links) ?? new WeakMap<Card, string>()
  proses.set(links, mine)
  const known = mine.get(card)
  if (known !== undefined) return known
  const made = withLinks(card.html, links).text.replace(/<h2\b/g, '<h2 tabindex="-1"')
  mine.set(card, made)
  return made
}

/** The closing prompt, and a line to compare with once one has said or written one's own; where no note is kept, the page alone holds it. */
function compareWith({ lesson, note, isCompared }: LessonModel, { words }: Frame): Html | null {
  const { compare } = lesson
  if (!compare) return null
  const own = html`<label class="govuk-label" for="own-line">${words.ownLine}</label>
      <p class="govuk-hint" id="own-line-hint">${words.ownLineStays}</p>
      <textarea class="govuk-textarea" id="own-line" rows="2" aria-describedby="own-line-hint"></textarea>`
  return html`<div class="no-print" data-unread>
    ${compare.ask ? html`<p class="govuk-body">${compare.ask}</p>` : null} ${note ? null : own}
    <details class="govuk-details"${flag('open', isCompared === true)}>
      <summary class="govuk-details__summary"><span class="govuk-details__summary-text">${words.compareShow}</span></summary>
      <div class="govuk-details__text"><p class="better-line">${compare.line}</p><p class="govuk-hint">${words.compareHint}</p></div>
    </details>
  </div>`
}

/** Forward first, where the thumb is after the last line; then back, and a way to stop. */
function wayOn(card: Card, model: LessonModel, cards: readonly Card[], frame: Frame): Html {
  const { words } = frame
  const { number } = card
  const isLast = number === cards.length
  const before = model.whole ? undefined : cards[number - 2]
  const saves = !model.read && !model.sample
  const back =
    before &&
    html`<a class="quiet-button" href="${frame.links.card(model.lesson.id, before)}">${words.partBefore}</a>`
  // On one page a part ends where the next one begins; a card is where one begins again.
  const place = (model.whole && cards[number]) || card
  const stop = saves
    ? html`<button class="quiet-button" type="submit" form="lesson-form" name="act" value="${laterAt(place)}">${words.comeBack}</button>`
    : null
  return html`<div class="card__way no-print" data-unread>
    ${isLast ? end(model, frame, onAfter(card, cards)) : model.whole ? null : onward(card, model, cards, frame)}
    <div class="card__ways">${back} ${stop}</div>
  </div>`
}

const onward = (
  card: Card,
  model: LessonModel,
  cards: readonly Card[],
  { words, links }: Frame,
): Html | null => {
  const next = cards[card.number]
  if (!next) return null
  return model.read || model.sample
    ? html`<a class="govuk-button" role="button" href="${links.card(model.lesson.id, next)}">${words.next}</a>`
    : html`<button class="govuk-button" type="submit" form="lesson-form" name="act" value="${onAfter(card, cards)}">${words.next}</button>`
}

const end = (model: LessonModel, { words, links }: Frame, act: string): Html =>
  model.sample
    ? html`<a class="govuk-button" role="button" href="${links.home}">${words.back}</a>`
    : model.read
      ? html`<p class="done-note">${words.readAlready}</p>
          <a class="govuk-button" role="button" href="${model.next}">${words.next}</a>
          <a class="govuk-link" href="${links.home}">${words.backToTasks}</a>`
      : html`<button class="govuk-button" type="submit" form="lesson-form" name="act" value="${act}">${words.haveRead}</button>`

/** On cards the way to the beginning, on one page the way to where one stopped. */
const stoppedNote = (
  { lesson, whole, stoppedAt, cameBack }: LessonModel,
  cards: readonly Card[],
  { words, links }: Frame,
): Html | null => {
  const [first, stopped] = [cards[0], cards[stoppedAt - 1]]
  if (!first || !stopped || stoppedAt < 2 || !cameBack) return null
  return html`<p class="note">${words.stoppedAt(stopped.title)}
        <a class="govuk-link" href="${links.card(lesson.id, whole ? stopped : first)}">${whole ? words.goOnThere : words.fromBeginning}</a></p>`
}
const glossaryOf = ({ lesson, glossary }: LessonModel, { words, links }: Frame): Html | null =>
  lesson.terms.length === 0
    ? null
    : html`<section class="glossary">
        <h2 class="govuk-heading-m">${words.wordsHere}</h2>
        ${lesson.terms.map((id) => {
          const entry = glossary[id]
          return (
            entry &&
            html`<details class="govuk-details">
              <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">${entry.term}</span>
              </summary>
              <div class="govuk-details__text" id="word-${id}">${entry.meaning}${
                links.word
                  ? html`<p class="lone-link"><a class="govuk-link" href="${links.word(id)}">${words.wordElsewhere}</a></p>`
                  : null
              }</div>
            </details>`
          )
        })}
      </section>`
