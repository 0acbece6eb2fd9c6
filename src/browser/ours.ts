/** Whose page this is, and which of its forms stay in it until they have reached us. */

import type { Sent } from './later-events.ts'

export const signOut = document.querySelector<HTMLFormElement>('form.sign-out')

/** '' for a visitor. */
export const person = signOut?.dataset['draftsOf'] ?? ''

/** Not those around the page, nor where somebody proves who they are. */
export const isOurs = (form: HTMLFormElement): boolean =>
  document.body.dataset['stays'] !== undefined &&
  form.method === 'post' &&
  form.matches('main form:not([data-draft])') &&
  !form.querySelector('[type=password], [type=file]')

const plain = new WeakSet<HTMLFormElement>()

/** As it would be sent without these scripts. Later, since a form is deaf while it hears that it is sent. */
export function sendPlainly({ form, pressed }: Sent): void {
  setTimeout(() => {
    plain.add(form)
    form.requestSubmit(pressed)
  })
}

/** Where a line about a form stands: before the button that sends it, which need not be in it. */
export function placeOf({ form, pressed }: Sent): Element {
  const button = pressed ?? [...form.elements].find((one) => one.matches('main [type=submit]'))
  return button?.closest('.govuk-button-group') ?? button ?? form
}

/** @returns whether this submit is one of those; asked once for each */
export const isPlain = (form: HTMLFormElement): boolean => plain.delete(form)
