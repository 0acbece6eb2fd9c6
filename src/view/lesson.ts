import type { Course, Lesson } from '#domain/course/course.ts'
import { laterAt } from '#domain/learning/section.ts'
import { contentNote, hidden, langOf, translationNote, withLinks, type Frame } from './frame.ts'
import { dayInWords } from './days.ts'
import { html, raw, type Html } from './html.ts'

export interface LessonModel {
  readonly lesson: Lesson
  readonly moduleTitle: string
  readonly glossary: Course['glossary']
  readonly read: boolean
  /** The section where the reader stopped; 0 for none. */
  readonly stoppedAt?: number
  /** Shown to a visitor: nothing is saved, nothing follows. */
  readonly sample?: boolean
  /** Where "Continue" leads once it is read. */
  readonly next: string
  readonly hidden: Readonly<Record<string, string>>
}

export const lessonView = (model: LessonModel, frame: Frame): Html => {
  const { lesson } = model
  const { words, locale, links } = frame
  return html`<article class="lesson"${langOf(lesson, frame)}>
    <p class="caption">${model.moduleTitle} · ${words.lesson} · ${words.minutes(lesson.minutes)}</p>
    <h1 class="govuk-heading-xl" data-focus tabindex="-1">${lesson.title}</h1>
    ${translationNote(lesson, frame)} ${contentNote(lesson.contentNote, frame)}
    ${stoppedNote(model, words)} ${readControls(words)}
    <div class="prose" data-read-aloud>${withPlaces(withLinks(lesson.html, links), model, words)}</div>
    ${glossaryOf(model, frame)}
    <p class="reviewed">${words.reviewed(dayInWords(lesson.reviewed, locale))}</p>
  </article>
  ${
    model.sample
      ? html`<p><a class="govuk-button" role="button" href="${links.home}">${words.back}</a></p>`
      : model.read
        ? html`<p class="done-note" role="status">${words.readAlready}</p>
          <div class="govuk-button-group">
            <a class="govuk-button" role="button" href="${model.next}">${words.next}</a>
            <a class="govuk-link" href="${links.home}">${words.backToTasks}</a>
          </div>`
        : html`<form method="post" id="lesson-form" data-lesson="${model.stoppedAt ?? 0}">
          ${hidden(model.hidden)}
          <div class="govuk-button-group">
            <button class="govuk-button" type="submit" name="act" value="read">${words.haveRead}</button>
            <button class="govuk-button govuk-button--secondary" type="submit" name="act" value="${laterAt(headingsIn(lesson.html).length || 1)}" data-later>${words.comeBack}</button>
          </div>
        </form>`
  }`
}

const HEADING = /<h2[^>]*>([\s\S]*?)<\/h2>/g

const headingsIn = (text: string): RegExpExecArray[] => [...text.matchAll(HEADING)]

const stoppedNote = (
  { lesson, read, stoppedAt = 0 }: LessonModel,
  words: Frame['words'],
): Html | null => {
  const heading = headingsIn(lesson.html)[stoppedAt - 1]?.[1]
  return read || heading === undefined
    ? null
    : html`<p class="note">${words.stoppedAt(heading.replace(/<[^>]+>/g, ''))}
        <a class="govuk-link" href="#stopped">${words.goOnThere}</a></p>`
}

/** Marks where the reader stopped, and offers to stop at the end of each section. */
function withPlaces(text: Html, model: LessonModel, words: Frame['words']): Html {
  if (model.read || model.sample) return text
  let section = 0
  return raw(
    text.text.replace(HEADING, (heading) => {
      section++
      const before = section > 1 ? stopHere(section, words) : null
      const here =
        section === model.stoppedAt
          ? html`<p class="stopped-here" id="stopped" data-unread>${words.stoppedHere}</p>`
          : null
      return html`${before}${here}${raw(heading)}`.text
    }),
  )
}

/** Belongs to the form at the end of the page. @param section the one that comes next */
const stopHere = (section: number, words: Frame['words']): Html =>
  html`<p class="stop-here no-print" data-unread>
    <button class="quiet-button" type="submit" form="lesson-form" name="act" value="${laterAt(section)}">${words.comeBack}</button>
  </p>`

/** Shown by read-aloud/ where the device has a voice; the words of each state travel with the button. */
const readControls = (words: Frame['words']): Html =>
  html`<div class="read-aloud" role="group" aria-label="${words.readAloudGroup}" data-read-controls hidden>
    <button class="quiet-button read-aloud__main" type="button" data-read="main" data-silent="${words.readAloud}" data-reading="${words.readPause}" data-paused="${words.readOn}">${words.readAloud}</button>
    <button class="quiet-button" type="button" data-read="stop" hidden>${words.readStop}</button>
  </div>`

const glossaryOf = ({ lesson, glossary }: LessonModel, { words }: Frame): Html | null =>
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
              <div class="govuk-details__text" id="word-${id}">${entry.meaning}</div>
            </details>`
          )
        })}
      </section>`
