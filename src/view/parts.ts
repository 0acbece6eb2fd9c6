/** The parts that a lesson may use (docs/authoring.md). `inner` is HTML made by the MDX compiler. */
import type { Language } from '#domain/course/course.ts'
import { html, raw, type Html } from './html.ts'

const WORDS = {
  en: { do: 'Do', doNot: 'Do not', handOver: 'Hand this over to', story: 'A mentor tells', talk: 'A talk' },
  es: { do: 'Haga esto', doNot: 'No haga esto', handOver: 'Pase esto a', story: 'Cuenta una persona mentora', talk: 'Una conversación' },
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

export const story = ({ language, inner }: PartContext, who: string): Html => html`
  <figure class="part story">
    <blockquote>${raw(inner)}</blockquote>
    <figcaption>${who} · ${WORDS[language].story}</figcaption></figure>`

export const conversation = ({ language, inner }: PartContext, title: string): Html => html`
  <section class="part conversation">
    <h3 class="part__title">${title || WORDS[language].talk}</h3>${raw(inner)}</section>`

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
    ${raw(svg.replace(/<svg\b/, `<svg role="img" aria-label="${html`${alt}`.text}"`))}
    ${inner.trim() ? html`<figcaption>${raw(inner)}</figcaption>` : null}</figure>`

/** The carrier turns `data-to` into an address of its own; see links.ts. */
export const lessonLink = ({ inner }: PartContext, to: string): Html =>
  html`<a data-to="${to}">${raw(inner.trim())}</a>`

export const resourceLink = ({ inner }: PartContext, to: string): Html =>
  html`<a data-to="resources/${to}">${raw(inner.trim())}</a>`
