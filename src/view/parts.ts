/** The parts that a lesson may use (docs/authoring.md). `inner` is HTML made by the MDX compiler. */
import type { Cue } from '#domain/course/captions.ts'
import { LANGUAGES, type Language } from '#domain/course/language.ts'
import type { Recording } from '#domain/course/recording.ts'
import { flag, html, raw, type Html } from './html.ts'
import { recordingOf } from './recording.ts'

const WORDS = {
  en: {
    do: 'Do',
    doNot: 'Do not',
    handOver: 'Hand this over to',
    story: 'A mentor tells',
    talk: 'A conversation',
  },
  es: {
    do: 'Haga esto',
    doNot: 'No haga esto',
    handOver: 'Pase esto a',
    story: 'Cuenta una persona mentora',
    talk: 'Una conversación',
  },
} as const

export interface PartContext {
  readonly language: Language
  readonly inner: string
}

export const doList = ({ language, inner }: PartContext): Html => html`
  <section class="part do-list"><h3 class="part__title">${WORDS[language].do}</h3>${raw(inner)}</section>`

export const doNotList = ({ language, inner }: PartContext): Html => html`
  <section class="part do-not-list"><h3 class="part__title">${WORDS[language].doNot}</h3>${raw(inner)}</section>`

export const callout = ({ inner }: PartContext, title: string): Html => html`
  <aside class="part callout"><h3 class="part__title">${title}</h3>${raw(inner)}</aside>`

/** @param to a term of the programme; its words are filled in when the lesson is shown */
export const handOver = ({ language, inner }: PartContext, to: string): Html => html`
  <section class="part hand-over">
    <h3 class="part__title">${WORDS[language].handOver} {{${to}}}</h3>${raw(inner)}</section>`

/** A card to cut out: two of them on a printed page. */
export const halfPage = ({ inner }: PartContext): Html => html`
  <section class="half-page">${raw(inner)}</section>`

/** Room to write by hand, on paper. @param lines how many */
export const writeHere = (label: string, lines: number): Html => html`
  <div class="write-here"><p class="write-here__label">${label}</p>${Array.from(
    { length: lines },
    () => html`<span class="write-here__line" aria-hidden="true"></span>`,
  )}</div>`

export const story = (
  { language, inner }: PartContext,
  who: string,
  recording: Recording | null = null,
): Html => html`
  <figure class="part story">
    ${recording && recordingOf(recording, language)}
    <blockquote>${raw(inner)}</blockquote>
    <figcaption>${who} · ${WORDS[language].story}</figcaption></figure>`

export const conversation = (
  { language, inner }: PartContext,
  title: string,
  recording: Recording | null = null,
): Html => html`
  <section class="part conversation">
    <h3 class="part__title">${title || WORDS[language].talk}</h3>${recording && recordingOf(recording, language)}${raw(inner)}</section>`

export const says = ({ inner }: PartContext, who: string): Html => html`
  <div class="says"><p class="says__who">${who}</p><div class="says__words">${raw(inner)}</div></div>`

/** Leads to the explanation that the lesson frame draws at its end. */
export const term = ({ inner }: PartContext, id: string): Html =>
  html`<a class="term" href="#word-${id}">${raw(inner.trim())}</a>`

export const local = (name: string): Html => html`{{${name}}}`

export const only = ({ inner }: PartContext, country: string): Html =>
  html`${raw(`<!--only:${country}-->${inner}<!--end-only-->`)}`

/** @param svg the drawing's source, from content/figures */
export const figure = ({ inner }: PartContext, svg: string, alt: string): Html => html`
  <figure class="part figure">
    ${raw(svg.replaceAll(/>\s+</g, '><').replace(/<svg\b/, `<svg role="img" aria-label="${html`${alt}`.text}"`))}
    ${inner.trim() ? html`<figcaption>${raw(inner)}</figcaption>` : null}</figure>`

export interface ClipModel {
  /** Of the files in public/media, without their ending. */
  readonly name: string
  readonly title: string
  /** In the lesson's language. */
  readonly cues: readonly Cue[]
}

/**
 * Nothing loads before somebody presses play, and nothing plays by itself.
 * What stands between the media comments is left out by a carrier without media; see `withLinks` in frame.ts.
 */
export function clip({ language, inner }: PartContext, { name, title, cues }: ClipModel): Html {
  const words = CLIP_WORDS[language]
  return html`
  <figure class="part clip">
    <figcaption class="part__title">${title}</figcaption>
    ${raw('<!--media-->')}<video class="clip__screen" controls playsinline preload="none" width="720" height="720" poster="media:${name}.svg" aria-label="${title}">
      <source src="media:${name}.webm" type="video/webm" />
      <source src="media:${name}.mp4" type="video/mp4" />
      ${LANGUAGES.map(
        (one) =>
          html`<track kind="captions" src="media:${name}.${one}.vtt" srclang="${one}" label="${CLIP_WORDS[one].language}"${flag('default', one === language)} />`,
      )}
    </video>
    <button class="quiet-button no-print" type="button" data-clip-voice aria-pressed="false" hidden>${words.voice}</button>
    <p class="clip__note">${words.note(Math.round(cues.at(-1)?.to ?? 0))}</p>${raw('<!--end-media-->')}
    <details class="govuk-details clip__words">
      <summary class="govuk-details__summary"><span class="govuk-details__summary-text">${words.inWords}</span></summary>
      <div class="govuk-details__text">
        <ol class="govuk-list govuk-list--number">
          ${cues.map((cue) => html`<li><span class="clip__picture">${cue.picture}</span> ${cue.words}</li>`)}
        </ol>${raw(inner)}
      </div>
    </details></figure>`
}

const CLIP_WORDS = {
  en: {
    language: 'English',
    inWords: 'The clip in words',
    voice: 'Have the words read by this device',
    note: (seconds: number) =>
      `${seconds} seconds, without sound: the words stand under the picture. It loads when you press play.`,
  },
  es: {
    language: 'Español',
    inWords: 'El video en palabras',
    voice: 'Que este aparato lea las palabras',
    note: (seconds: number) =>
      `${seconds} segundos, sin sonido: las palabras están debajo de la imagen. Se carga cuando usted lo pone.`,
  },
} as const

/** The carrier turns `data-to` into an address of its own; see links.ts. */
export const lessonLink = ({ inner }: PartContext, to: string): Html =>
  html`<a data-to="${to}">${raw(inner.trim())}</a>`

/** Only between pages for those who teach: no carrier but the platform has them. */
export const teachingLink = ({ inner }: PartContext, to: string): Html =>
  html`<a href="/coordinate/teaching/${to}">${raw(inner.trim())}</a>`

export const resourceLink = ({ inner }: PartContext, to: string): Html =>
  html`<a data-to="resources/${to}">${raw(inner.trim())}</a>`
