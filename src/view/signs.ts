/** The lists of urgent signs, in the place that `<Signs />` left for them. */
import type { SignList, Signs } from '#domain/course/signs.ts'
import { html, raw, type Html } from './html.ts'

const PLACE = /<!--signs:([a-z0-9-]*)-->/g

/** A place for one list; without an id for all of them. */
export const signsPlace = (of = ''): Html => raw(`<!--signs:${of}-->`)

/** Lesson HTML in, lesson HTML out. Without an id all lists stand there: common modules belong to no single illness. */
export const withSigns = (text: string, signs: Signs): string =>
  text.replace(PLACE, (_, id: string) =>
    id
      ? signs.lists.flatMap((list) => (list.id === id ? [drawn(list, signs).text] : [])).join('')
      : allOf(signs).text,
  )

const allOf = (signs: Signs): Html => html`
  <section class="part signs signs--rule"><h3 class="part__title">${signs.rule}</h3><p>${signs.doubt}</p></section>
  ${signs.lists.map((list) => drawn(list, signs))}
  <p class="signs__unreached">${signs.unreached}</p>`

const drawn = (list: SignList, signs: Signs): Html => html`
  <section class="part signs">
    <h3 class="part__title">${list.title}</h3>
    <div class="signs__now"><h4 class="signs__layer">${signs.now}</h4>${lines(list.now)}
      ${list.meanwhile ? html`<p>${list.meanwhile}</p>` : null}</div>
    ${
      list.today.length
        ? html`<div class="signs__today"><h4 class="signs__layer">${list.call ?? signs.today}</h4>${lines(list.today)}</div>`
        : null
    }
  </section>`

const lines = (all: readonly string[]): Html =>
  html`<ul class="govuk-list govuk-list--bullet">${all.map((line) => html`<li>${line}</li>`)}</ul>`
