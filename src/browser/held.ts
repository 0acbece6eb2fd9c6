/** The forms of this page that stay in it until they have reached us, and how far each of them is. */
import { actionOf, fieldsOf, isText, nameOf, seen } from './fields.ts'
import { person } from './ours.ts'
import { lineIn } from './kept-line.ts'
import type { Typed } from './typed.ts'
import { startOf } from './typed-keys.ts'

export interface Held {
  readonly form: HTMLFormElement
  readonly key: string
  readonly line: HTMLElement
  /** What was sent and has not arrived, as it was then; null where nothing waits. */
  sent: Typed | null
  /** As it was when we took it last: that is not typed words any more. */
  saved: string | null
  pressed: HTMLElement | null
  isSending: boolean
  isKept: boolean
  isQueued: boolean
  keeping: Promise<unknown>
  /** Something was typed or chosen on this page. */
  isTouched: boolean
}

export const held = new Map<HTMLFormElement, Held>()

export function hold(form: HTMLFormElement): Held {
  const known = held.get(form)
  if (known) return known
  const one: Held = {
    form,
    key: startOf(person) + nameOf(form),
    line: lineIn(form),
    sent: null,
    saved: null,
    pressed: null,
    isSending: false,
    isKept: false,
    isQueued: false,
    keeping: Promise.resolve(),
    isTouched: false,
  }
  held.set(form, one)
  return one
}

export const typedIn = (form: HTMLFormElement, pressed?: HTMLElement | null): Typed => ({
  action: actionOf(form),
  title: document.querySelector('h1')?.textContent?.trim() ?? document.title,
  fields: fieldsOf(form, pressed),
  isChoice: !isText(form),
})

/** Nothing of it is on its way, and it is not what we have. */
export const isOpen = ({ form, sent, isSending, saved }: Held): boolean =>
  !sent && !isSending && seen(form, fieldsOf(form)) !== saved

export const isChanged = ({ form, sent }: Held): boolean =>
  sent !== null && seen(form, sent.fields) !== seen(form, fieldsOf(form))
