/** The few things that the player does to the document. */
import { turnTo } from '#read-aloud/cards.ts'
import type { Html } from '#view/html.ts'
import { hashOf, type Place } from './place.ts'

/** A part of the shell by its `data-part`. */
export function part(name: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(`[data-part="${name}"]`)
  if (!found) throw new Error(`The shell has no part "${name}".`)
  return found
}

/** Only when it changes, so that a screen reader does not say it again. */
export function say(name: string, text: string): void {
  const line = part(name)
  if (line.textContent !== text) line.textContent = text
}

/** @param moveFocus false at the first drawing, when nobody has pressed anything yet */
export function show(body: Html, moveFocus: boolean): void {
  const main = part('main')
  main.innerHTML = body.text
  if (!moveFocus) return
  window.scrollTo(0, 0)
  const first = main.querySelector<HTMLElement>('[data-focus]') ?? main
  first.focus()
  // The heading of a card stands at the top.
  if (first.matches('h2')) first.scrollIntoView()
}

/** Says in the menu which of its pages is shown. */
export function markPlace(place: Place): void {
  const hash = place.kind === 'unknown' ? '' : hashOf(place)
  for (const link of document.querySelectorAll('.site-nav__link')) {
    if (link.getAttribute('href') === hash) link.setAttribute('aria-current', 'page')
    else link.removeAttribute('aria-current')
  }
}

/** The shell in another language; what it contains is drawn anew. */
export function swapShell(language: string): boolean {
  const template = document.querySelector<HTMLTemplateElement>(
    `template[data-language="${language}"]`,
  )
  if (!template) return false
  const before = part('shell')
  const kept = document.createElement('template')
  kept.dataset['language'] = document.documentElement.lang
  kept.content.append(...before.childNodes)
  document.body.append(kept)
  before.append(template.content)
  template.remove()
  document.documentElement.lang = language
  return true
}

/** To a place on the same page: a heading, whose card is shown, a field, an explained word, the help block. */
export function jumpTo(id: string): void {
  const target = document.getElementById(id)
  if (!target) return
  const details = target.closest('details')
  if (details) details.open = true
  turnTo(target.firstChild ?? target)
  target.scrollIntoView()
  if (!target.matches('a[href], button, input, [tabindex]')) target.tabIndex = -1
  target.focus()
}
