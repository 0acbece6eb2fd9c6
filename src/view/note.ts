/** The own note at the end of a lesson: closed until something is written, and for nobody else's eyes. */
import { NOTE_ANCHOR } from '#domain/learning/cards.ts'
import type { CourseWords } from '#i18n/en/course.ts'
import type { MineWords } from '#i18n/en/mine.ts'
import { hidden, paragraphs, problemMessage } from './frame.ts'
import { flag, html, type Html } from './html.ts'

export const NOTE_FIELD = 'note'
export const NOTE_FORM = 'note-form'

export interface NoteModel {
  /** As it was typed, or as it is saved. */
  readonly text: string
  /** It was saved a moment ago. */
  readonly saved: boolean
  readonly problem?: string | undefined
  readonly hidden: Readonly<Record<string, string>>
}

export function noteForm(
  { text, saved, problem, hidden: fields }: NoteModel,
  mine: MineWords,
  { noNames, problem: prefix }: CourseWords,
): Html {
  const { note: words } = mine
  const isOpen = text !== '' || saved || problem !== undefined
  return html`${notePrinted(text, mine)}
    <details class="govuk-details no-print" data-unread${flag('open', isOpen)}>
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">${text ? words.title : words.open}</span>
    </summary>
    <div class="govuk-details__text" id="${NOTE_ANCHOR}">
      ${saved ? html`<p class="done-note" role="status">${text ? words.saved : words.cleared}</p>` : null}
      <form method="post" id="${NOTE_FORM}" novalidate>
        ${hidden({ ...fields, act: 'note' })}
        <div class="govuk-form-group${problem ? ' govuk-form-group--error' : ''}">
          <label class="govuk-label" for="${NOTE_FIELD}">${words.label}</label>
          <div id="${NOTE_FIELD}-hint" class="govuk-hint">${noNames} <span class="who-sees">${words.hint}</span></div>
          ${problemMessage(NOTE_FIELD, problem, prefix)}
          <textarea class="govuk-textarea" id="${NOTE_FIELD}" name="${NOTE_FIELD}" rows="4" aria-describedby="${NOTE_FIELD}-hint${problem ? ` ${NOTE_FIELD}-error` : ''}"${flag('aria-invalid="true"', problem !== undefined)}>${text}</textarea>
        </div>
        <button class="govuk-button govuk-button--secondary" type="submit">${words.save}</button>
      </form>
    </div>
  </details>`
}

/** On paper a lesson has the note on it; on the screen it stands in its box. */
export const notePrinted = (text: string, { note: words }: Pick<MineWords, 'note'>): Html | null =>
  text === ''
    ? null
    : html`<section class="print-only" data-unread><h3 class="govuk-heading-s">${words.title}</h3>${paragraphs(text)}</section>`
