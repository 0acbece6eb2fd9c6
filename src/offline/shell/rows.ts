/** Fills the rows of the page from the templates that stand in it: its words are there, in its language. */

type Values = Readonly<Record<string, string | boolean>>

/** @returns a copy of `<template data-row="…">` with these values */
export function row(name: string, values: Values): DocumentFragment {
  const template = document.querySelector<HTMLTemplateElement>(`template[data-row="${name}"]`)
  if (!template) throw new Error(`The page has no row "${name}".`)
  const copy = template.content.cloneNode(true) as DocumentFragment
  for (const place of copy.querySelectorAll<HTMLElement>('[data-fill]')) {
    const value = String(values[place.dataset['fill'] ?? ''] ?? '')
    place.textContent = value
    const { scheme, to } = place.dataset
    if (to) place.setAttribute('href', String(values[to] ?? ''))
    if (scheme === 'tel:') place.setAttribute('href', scheme + value.replace(/[^+\d]/g, ''))
    else if (scheme !== undefined) place.setAttribute('href', scheme + value)
  }
  for (const place of copy.querySelectorAll<HTMLElement>('[data-if]'))
    if (!values[place.dataset['if'] ?? '']) place.remove()
  return copy
}

/** What stands there already stays: the page is drawn again while it looks for a connection, and a finger may be on a link. */
export function list(name: string, rows: readonly DocumentFragment[], root: ParentNode = document) {
  const place = root.querySelector(`[data-list="${name}"]`)
  const fresh = document.createElement('div')
  fresh.append(...rows)
  if (place && place.innerHTML !== fresh.innerHTML) place.replaceChildren(...fresh.childNodes)
}

/** Shows what is shown only then. */
export function when(state: string, is: boolean): void {
  for (const place of document.querySelectorAll<HTMLElement>(`[data-when="${state}"]`))
    place.hidden = !is
}
