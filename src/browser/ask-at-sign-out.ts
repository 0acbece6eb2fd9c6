/** Whoever signs out decides about what is not saved with us: send it, leave it here locked, or throw it away. */
import { draftsOf, dropDraft, liesOpen } from './draft-keys.ts'
import { here, lineAtTop, say, t, type Act } from './kept-line.ts'
import { QUEUE, type AskedOfQueue, type Sent } from './later-events.ts'
import { person, sendPlainly } from './ours.ts'
import { sendForm } from './send-form.ts'
import { typedOf } from './typed.ts'
import { dropTyped, isQueued, keysOf } from './typed-keys.ts'

let line: HTMLElement | null = null

export async function askAtSignOut(sent: Sent): Promise<void> {
  // A choice that nobody sent is no loss; it stays locked, and goes with its month.
  const found = (await typedOf(person)).filter(({ waits, isChoice }) => waits || !isChoice)
  // What cannot be read here says nothing to anybody, and goes with its month.
  const drafts = draftsOf(person)
  if (found.length + drafts.length === 0 && !isWaiting()) return sendPlainly(sent)
  const leave = async (keeps: boolean): Promise<void> => {
    if (keeps) drafts.filter(liesOpen).forEach(dropDraft)
    else {
      ;[...keysOf(person), ...draftsOf(person)].forEach(dropTyped)
      await askQueue('drop')
    }
    sendPlainly(sent)
  }
  const acts: Act[] = [
    { text: t.signOut.keep, press: () => void leave(true) },
    { text: t.signOut.drop, press: () => void leave(false) },
  ]
  line ??= lineAtTop()
  const at = line
  const sendAll = async (): Promise<void> => {
    say(at, 'wait', t.sending)
    for (const one of found.filter(({ waits }) => waits))
      if ((await sendForm(one)).kind === 'taken') dropTyped(one.key)
    await askQueue('send')
    if (keysOf(person).length + drafts.length === 0 && !isWaiting()) say(at, 'done', t.signOut.sent)
    else say(at, 'warn', t.signOut.unsent, acts)
    at.focus()
  }
  const send: Act[] =
    found.some(({ waits }) => waits) || isWaiting()
      ? [{ text: t.signOut.send, press: () => void sendAll() }]
      : []
  say(at, 'warn', t.signOut.ask(here), [...send, ...acts])
  at.focus()
}

/** Of what was done in the saved course, where this page may send it: in-place.ts has loaded queue.ts then. */
const isWaiting = (): boolean =>
  isQueued(person) && document.querySelector('template[data-queue]') !== null

const askQueue = (act: AskedOfQueue['act']): Promise<unknown> =>
  new Promise((done) => {
    const detail: AskedOfQueue = { act, done }
    const isHeard = !document.dispatchEvent(new CustomEvent(QUEUE, { detail, cancelable: true }))
    if (!isHeard) done(null)
  })
