/**
 * A form that stays in its page until it has reached us. What is typed is kept on the device (typed.ts); what was sent and
 * did not arrive is sent again when there is a connection, with the same ids, so that it is saved once.
 */
import { deviceKey } from './device-key.ts'
import { fieldsOf, fill, hasWords, isText, seen } from './fields.ts'
import { held, hold, isChanged, isOpen, typedIn, type Held } from './held.ts'
import type { Sent } from './later-events.ts'
import { isOurs, person, placeOf, sendPlainly } from './ours.ts'
import { go, here, lineAtTop, say, t, type Act, type Tone } from './kept-line.ts'
import { sendForm, type Answer } from './send-form.ts'
import { sendOthers } from './send-others.ts'
import { showPage } from './show-page.ts'
import { dropRead, isOwnDevice, keepTyped, typedOf, type Kept, type Typed } from './typed.ts'
import { dropTyped } from './typed-keys.ts'
import { askWhoseDevice } from './whose-device.ts'

const DAY = 86_400_000
const AGAIN_MS = 30_000
/** Before that, a line would only flicker. */
const SLOW_MS = 400

let begun: Promise<void> | null = null
/** @param before a form in which something was typed or chosen before this came */
export const begin = (before?: Sent | null): Promise<void> => (begun ??= start(before?.form))

async function start(before?: HTMLFormElement): Promise<void> {
  const forms = [...document.forms].filter(isOurs).map(hold)
  document.addEventListener('input', ({ target }) => {
    const { form } = target as HTMLInputElement
    if (form && isOurs(form)) touched(hold(form))
  })
  addEventListener('online', again)
  addEventListener('pageshow', () => held.forEach((one) => (one.isSending = false)))
  document.addEventListener('visibilitychange', again)
  setInterval(again, AGAIN_MS)
  if (before && isOurs(before)) touched(hold(before))
  // A press that holds nothing asks for it only where it could not be sent.
  if (person && (before || forms.some(({ form }) => isText(form)))) void deviceKey(person)
  askWhoseDevice((isOwn) => {
    for (const one of held.values()) {
      one.line.replaceChildren()
      if (isOwn) typing(one)
      void sayWhatIsKept(one)
    }
  })
  for (const one of forms) if (!one.sent) void sayWhatIsKept(one)
  const found = await typedOf(person)
  for (const one of forms) {
    const kept = found.find(({ key }) => key === one.key)
    if (kept) bringBack(one, kept)
    else if (!isFresh() && hasWords(one.form)) typing(one)
  }
  const others = found.filter(({ key, waits }) => waits && !forms.some((one) => one.key === key))
  await sendOthers(others)
}

/** A form that comes back from the server with what was typed is not filled. */
const isFresh = (): boolean => document.body.dataset['stays'] === 'fresh'

async function sayWhatIsKept(one: Held): Promise<void> {
  if (!isText(one.form) || (!person && !isOwnDevice())) return
  const key = person ? await deviceKey(person) : { kind: 'key' }
  if (key && !one.line.hasChildNodes())
    say(one.line, 'wait', key.kind === 'key' ? t.keeps(here) : t.keepsNot)
}

function bringBack(one: Held, before: Kept): void {
  const { form, key } = one
  if (one.isSending || one.sent) return
  if (!isFresh()) return typing(one)
  const isSame = seen(form, before.fields) === seen(form, fieldsOf(form))
  if (before.waits && before.at > Date.now() - DAY) {
    // Something else is typed here by now: that stays, and this goes by itself.
    if (one.isTouched) return void sendOthers([before]).then(() => typing(one))
    fill(form, before)
    one.sent = before
    return void send(one, false)
  }
  // Nothing is chosen beforehand on another day.
  if (isSame || (before.isChoice && before.at < Date.now() - DAY)) return dropTyped(key)
  // Somebody was faster than the key: what they type now is not written over.
  if (one.isTouched) {
    const line = lineAtTop()
    const show = () => {
      line.remove()
      showBefore(one, before)
      typing(one)
    }
    return say(line, 'wait', t.older(here), [{ text: t.show, press: show }])
  }
  showBefore(one, before)
}

function showBefore({ form, key }: Held, before: Kept): void {
  const first = fill(form, before)
  const top = lineAtTop()
  const drop = () => {
    dropTyped(key)
    location.reload()
  }
  const link: Act[] = first?.id ? [{ text: t.first, to: `#${first.id}` }] : []
  say(top, 'wait', before.isChoice ? t.backChosen(here) : t.back(here), [
    ...link,
    { text: t.drop, press: drop },
  ])
}

function touched(one: Held): void {
  one.isTouched = true
  typing(one)
}

function typing(one: Held): void {
  if (one.sent && !one.isSending && isChanged(one)) {
    one.sent = null
    say(one.line, 'warn', t.changed)
  }
  if (one.isQueued) return
  one.isQueued = true
  one.keeping = one.keeping.then(async () => {
    one.isQueued = false
    const isWanted = (): boolean => isOpen(one)
    // As it was saved a moment ago: of that nothing is left to keep.
    if (!isWanted() && !one.sent && !one.isSending) await dropRead(person, one.key)
    if (!isWanted()) return
    const isKept = await keepTyped(person, one.key, typedIn(one.form), false, isWanted)
    if (isKept === one.isKept || !isWanted()) return
    one.isKept = isKept
    // Of what is only chosen, nothing was promised.
    if (!isKept && isText(one.form)) say(one.line, 'warn', t.keepsNot)
  })
}

export async function sendInPlace({ form, pressed }: Sent): Promise<void> {
  void begin()
  const one = hold(form)
  if (one.isSending) return
  one.sent = typedIn(form, pressed)
  one.pressed = pressed
  // A lesson has a button on each card, and the line stands where the reader is.
  if (pressed && !form.contains(pressed)) placeOf(one).before(one.line)
  await send(one, true)
}

async function send(one: Held, byHand: boolean): Promise<void> {
  const { sent } = one
  if (!sent || one.isSending) return
  one.isSending = true
  let isTaken = false
  const isWanted = (): boolean => !isTaken
  const keep = () => one.keeping.then(() => keepTyped(person, one.key, sent, true, isWanted))
  const slow = setTimeout(() => say(one.line, 'wait', t.sending), SLOW_MS)
  const keeping = hasWords(one.form) ? keep() : null
  const answer = await sendForm(sent)
  clearTimeout(slow)
  // What has arrived does not wait until it is locked here.
  isTaken = answer.kind === 'taken'
  if (!isTaken) one.isKept = await (keeping ?? keep())
  one.isSending = false
  await take(one, sent, answer, byHand)
}

async function take(one: Held, sent: Typed, answer: Answer, byHand: boolean): Promise<void> {
  const tell = (tone: Tone, text: string, acts: readonly Act[] = []): void => {
    say(one.line, tone, text, acts)
    if (byHand) one.line.focus()
  }
  const now: Act = { text: t.sendNow, press: () => void send(one, true) }
  switch (answer.kind) {
    case 'taken':
      // Typed on while it was under way: that is kept, and not sent.
      if (isChanged(one)) await keepTyped(person, one.key, typedIn(one.form), false)
      else await dropRead(person, one.key)
      one.sent = null
      one.saved = seen(one.form, sent.fields)
      if (!byHand)
        return tell('done', t.saved(answer.at), [{ text: t.goOn, press: () => go(answer.to) }])
      one.isSending = true
      return go(answer.to)
    case 'signed-out':
      // The page that says so lets them sign in there, and sends it.
      if (byHand || !one.isKept) return sendPlainly(one)
      return tell('warn', t.signedOut(here), [
        {
          text: t.signIn,
          to: `/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`,
        },
      ])
    case 'somebody-else':
      // The page that says so shows nothing of what was typed.
      if (byHand) return sendPlainly(one)
      return tell('warn', t.somebodyElse)
    case 'unreached':
      return tell('warn', one.isKept ? t.waits(here) : t.waitsInPage, [now])
    case 'stranger':
      return tell('warn', t.stranger, [now])
    case 'busy':
      return tell('warn', t.busy, [now])
    case 'page':
    case 'refused':
    case 'too-long':
  }
  one.sent = null
  if (one.isKept) await keepTyped(person, one.key, sent, false)
  if (answer.kind === 'page' && byHand && showPage(answer.html)) {
    held.delete(one.form)
    for (const form of document.forms) if (isOurs(form)) hold(form)
    return
  }
  tell('warn', answer.kind === 'too-long' ? t.tooLong : t.refused)
}

function again(): void {
  if (document.visibilityState !== 'visible') return
  for (const one of held.values()) if (one.sent) void send(one, false)
}
