/** Whoever signs out decides about what is not saved with us: send it, leave it here locked, or throw it away. */
import { draftsOf, sealedDraftsOf } from './drafts.ts'
import { here, lineAtTop, say, t, type Act } from './kept-line.ts'
import type { Sent } from './later-events.ts'
import { person, sendPlainly } from './ours.ts'
import { sendForm } from './send-form.ts'
import { typedOf } from './typed.ts'
import { dropTyped, keysOf } from './typed-keys.ts'

let line: HTMLElement | null = null

export async function askAtSignOut(sent: Sent): Promise<void> {
  // A choice that nobody sent is no loss; it stays locked, and goes with its month.
  const found = (await typedOf(person)).filter(({ waits, isChoice }) => waits || !isChoice)
  // What cannot be read here says nothing to anybody, and goes with its month.
  const drafts = await sealedDraftsOf(person)
  if (found.length + drafts.length === 0) return sendPlainly(sent)
  const leave = (keeps: boolean) => () => {
    if (!keeps) [...keysOf(person), ...draftsOf(person)].forEach(dropTyped)
    sendPlainly(sent)
  }
  const acts: Act[] = [
    { text: t.signOut.keep, press: leave(true) },
    { text: t.signOut.drop, press: leave(false) },
  ]
  line ??= lineAtTop()
  const at = line
  const sendAll = async (): Promise<void> => {
    say(at, 'wait', t.sending)
    for (const one of found.filter(({ waits }) => waits))
      if ((await sendForm(one)).kind === 'taken') dropTyped(one.key)
    if (keysOf(person).length + drafts.length === 0) say(at, 'done', t.signOut.sent)
    else say(at, 'warn', t.signOut.unsent, acts)
    at.focus()
  }
  const send: Act[] = found.some(({ waits }) => waits)
    ? [{ text: t.signOut.send, press: () => void sendAll() }]
    : []
  say(at, 'warn', t.signOut.ask(here), [...send, ...acts])
  at.focus()
}
