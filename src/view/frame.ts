/** What every drawing of the course is handed besides its model. */
import type { Card } from '#domain/course/cards.ts'
import type { Item } from '#domain/course/item.ts'
import type { Language } from '#domain/course/language.ts'
import type { Locale } from '#domain/programme/locale.ts'
import type { CourseWords } from '#i18n/en/course.ts'
import { html, raw, type Html } from './html.ts'

/** Addresses, made by the carrier: paths on the platform, hash routes in a package. */
export interface Links {
  readonly home: string
  /** A lesson, a quiz, a session or a resource by item id. */
  item(id: string): string
  /** One card of a lesson. */
  card(lessonId: string, card: Pick<Card, 'section' | 'id'>): string
  /** A question by item id, `again` to answer it once more. */
  question(id: string, again?: boolean): string
  quizResult(quizId: string): string
  /** The turn that comes now. */
  talk(sessionId: string): string
  debrief(sessionId: string, run: string): string
  /** A word among all that are explained; none where the carrier has no such page. */
  word?(term: string): string
  /** Where the files of clips lie, with a slash at its end; none where the carrier leaves media out. */
  readonly media?: string
}

export interface Frame {
  readonly language: Language
  /** How a day is said; `localeOf` knows. */
  readonly locale: Locale
  readonly words: CourseWords
  readonly links: Links
}

export interface Problem {
  /** Id of the field that the link leads to. */
  readonly field: string
  readonly text: string
}

/** The error summary, with a link to each field. */
export const problemSummary = (heading: string, problems: readonly Problem[]): Html | null =>
  problems.length === 0
    ? null
    : html`<div class="govuk-error-summary" data-focus tabindex="-1" role="alert">
        <h2 class="govuk-error-summary__title">${heading}</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            ${problems.map(({ field, text }) => html`<li><a href="#${field}">${text}</a></li>`)}
          </ul>
        </div>
      </div>`

export const problemMessage = (
  id: string,
  text: string | undefined,
  prefix: string,
): Html | null =>
  text
    ? html`<p id="${id}-error" class="govuk-error-message">
        <span class="govuk-visually-hidden">${prefix}:</span> ${text}
      </p>`
    : null

/** Lesson HTML with the carrier's addresses in its links and clips. */
export const withLinks = (text: string, links: Links): Html =>
  raw(
    withMedia(text, links.media).replace(
      /data-to="([^"]*)"/g,
      (_, id: string) => `href="${html`${links.item(id)}`.text}"`,
    ),
  )

/** Without media the words of a clip stand open in its place. See `clip` in parts.ts. */
const withMedia = (text: string, media: string | undefined): string =>
  media === undefined
    ? text
        .replace(/<!--media-->[\s\S]*?<!--end-media-->/g, '')
        .replaceAll('<details class="govuk-details clip__words"', '$& open')
    : text.replaceAll('="media:', `="${html`${media}`.text}`)

export const paragraphs = (text: string): Html[] =>
  text
    .split(/\n\s*\n/)
    .filter((part) => part.trim())
    .map((part) => html`<p class="govuk-body">${part.trim()}</p>`)

export const translationNote = (
  item: Pick<Item, 'shownIn' | 'stale'>,
  { language, words }: Frame,
): Html | null => {
  if (item.shownIn !== language) return html`<p class="note">${words.shownInEnglish}</p>`
  return item.stale ? html`<p class="note">${words.staleTranslation}</p>` : null
}

export const contentNote = (note: string | undefined, { words, links }: Frame): Html | null =>
  note
    ? html`<aside class="content-note">
        <h2 class="govuk-heading-s">${words.contentNote}</h2>
        <p class="govuk-body">${note}</p>
        <p class="govuk-body">${words.contentNoteWay}</p>
        <p class="govuk-body lone-link">
          <a class="govuk-link" href="${links.home}">${words.backToTasks}</a>
        </p>
      </aside>`
    : null

export const hidden = (fields: Readonly<Record<string, string>>): Html[] =>
  Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  )
