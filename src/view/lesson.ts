import type { Course, Lesson } from '#domain/course/course.ts'
import {
  contentNote,
  dayInWords,
  hidden,
  langOf,
  translationNote,
  withLinks,
  type Frame,
} from './frame.ts'
import { html, type Html } from './html.ts'

export interface LessonModel {
  readonly lesson: Lesson
  readonly moduleTitle: string
  readonly glossary: Course['glossary']
  readonly read: boolean
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
    ${readControls(words)}
    <div class="prose" data-read-aloud>${withLinks(lesson.html, links)}</div>
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
        : html`<form method="post">
          ${hidden(model.hidden)}
          <div class="govuk-button-group">
            <button class="govuk-button" type="submit" name="act" value="read">${words.haveRead}</button>
            <a class="govuk-link" href="${links.home}">${words.comeBack}</a>
          </div>
        </form>`
  }`
}

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
