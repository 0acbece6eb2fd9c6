/** Whom to call, as it was put on this device. */
import type { Help } from '../store.ts'
import { list, row } from './rows.ts'

export const drawHelp = (help: readonly Help[]): void => {
  if (help.length) list('help', help.map(contactsOf))
}

function contactsOf(help: Help): DocumentFragment {
  const { name, contact } = help.words
  const contacts = row('help', { ...contact, programme: name })
  list('lines', crisisLines([help]), contacts)
  return contacts
}

export const crisisLines = (help: readonly Help[]): DocumentFragment[] =>
  help.flatMap(({ words: { crisis } }) => crisis.map((line) => row('line', line)))
