/**
 * A form that stays in its page until it has reached us. What is typed is kept on the device (typed.ts); what was sent and
 * did not arrive is sent again when there is a connection, with the same ids, so that it is saved once.
 */
import { deviceKey } from './device-key.ts'
import { actionOf, fieldsOf, fill, hasWords, nameOf, seen } from './fields.ts'
import type { Sent } from './later-events.ts'
import { isOurs, person, placeOf, sendPlainly } from './ours.ts'
import { go, here, lineAtTop, lineIn, say, t, type Act, type Tone } from './kept-line.ts'
import { sendForm, type Answer } from './send-form.ts'
import { sendOthers } from './send-others.ts'
import { isOwnDevice, keepTyped, setOwnDevice, typedOf, type Kept, type Typed } from './typed.ts'
import { dropTyped, startOf } from './typed-keys.ts'

interface Held {
  readonly form: HTMLFormElement
  readonly key: string
  readonly line: HTMLElement
  /** What was sent and has not arrived, as it was then; null where nothing waits. */
  sent: Typed | null
  pressed: HTMLElement | null
  isSending: boolean
  isKept: boolean
  isQueued: boolean
  keeping: Promise<unknown>
}

const DAY = 86_400_000
const AGAIN_MS = 30_000
const held = new Map<HTMLFormElement, Held>()

let begun: Promise<void> | null = null
/** @param before a form in which something was typed or chosen before this came */
export const begin = (before?: Sent | null): Promise<void> => (begun ??= start(before?.form))

async function start(before?: HTMLFormElement): Promise<void> {
  const forms = [...document.forms].filter(isOurs).map(hold)
  document.addEventListener('input', ({ target }) => {
    const { form } = target as HTMLInputElement
    if (form && isOurs(form)) typing(hold(form))
  })
  addEventListener('online', again)
  addEventListener('pageshow', () => held.forEach((one) => (one.isSending = false)))
  document.addEventListener('visibilitychange', again)
  setInterval(again, AGAIN_MS)
  if (before && isOurs(before)) typing(hold(before))
  if (person) void deviceKey(person)
  askWhoseDevice()
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

function hold(form: HTMLFormElement): Held {
  const known = held.get(form)
  if (known) return known
  const one: Held = {
    form,
    key: startOf(person) + nameOf(form),
    line: lineIn(form),
    sent: null,
    pressed: null,
    isSending: false,
    isKept: false,
    isQueued: false,
    keeping: Promise.resolve(),
  }
  held.set(form, one)
  return one
}

const isText = (form: HTMLFormElement): boolean =>
  form.querySelector('textarea, input:is(:not([type]), [type=text], [type=date])') !== null

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
    fill(form, before)
    one.sent = before
    return void send(one, false)
  }
  if (isSame) return dropTyped(key)
  const first = fill(form, before)
  const top = lineAtTop()
  const drop = () => {
    dropTyped(key)
    location.reload()
  }
  const link: Act[] = first?.id ? [{ text: t.first, to: `#${first.id}` }] : []
  say(top, 'wait', t.back(here), [...link, { text: t.drop, press: drop }])
}

const typedIn = (form: HTMLFormElement, pressed?: HTMLElement | null): Typed => ({
  action: actionOf(form),
  title: document.querySelector('h1')?.textContent?.trim() ?? document.title,
  fields: fieldsOf(form, pressed),
})

function typing(one: Held): void {
  if (one.sent && !one.isSending && isChanged(one)) {
    one.sent = null
    say(one.line, 'warn', t.changed)
  }
  // What is only chosen is kept when it was sent and did not arrive.
  if (one.isQueued || !isText(one.form)) return
  one.isQueued = true
  one.keeping = one.keeping.then(async () => {
    one.isQueued = false
    if (one.sent) return
    const isKept = await keepTyped(person, one.key, typedIn(one.form), false)
    if (isKept === one.isKept) return
    one.isKept = isKept
    if (!isKept) say(one.line, 'warn', t.keepsNot)
  })
}

const isChanged = ({ form, sent }: Held): boolean =>
  sent !== null && seen(form, sent.fields) !== seen(form, fieldsOf(form))

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
  say(one.line, 'wait', t.sending)
  const keeping = one.keeping.then(() => keepTyped(person, one.key, sent, true))
  const answer = await sendForm(sent)
  one.isKept = await keeping
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
      else dropTyped(one.key)
      one.sent = null
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
  if (answer.kind === 'page' && byHand && showPage(one, answer.html)) return
  tell('warn', answer.kind === 'too-long' ? t.tooLong : t.refused)
}

/** The server's own page with what is wrong stands in the place of this one. @returns false where it has no such form */
function showPage(one: Held, html: string): boolean {
  const answer = new DOMParser().parseFromString(html, 'text/html')
  const main = answer.querySelector('main')
  const before = document.querySelector('main')
  if (!main?.querySelector('form#page-form') || !before) return false
  document.title = answer.title
  document.body.dataset['stays'] = 'typed'
  before.replaceWith(main)
  held.delete(one.form)
  main.querySelector<HTMLElement>('[data-focus]')?.focus()
  for (const form of main.querySelectorAll('form')) if (isOurs(form)) hold(form)
  return true
}

function again(): void {
  if (document.visibilityState !== 'visible') return
  for (const one of held.values()) if (one.sent) void send(one, false)
}

/** A visitor has nobody's key: only who says that the device is theirs alone leaves words on it. */
function askWhoseDevice(): void {
  const place = document.querySelector<HTMLElement>('[data-own-device]')
  const tick = place?.querySelector('input')
  if (!place || !tick || person) return
  place.hidden = false
  tick.checked = isOwnDevice()
  tick.addEventListener('change', () => {
    setOwnDevice(tick.checked)
    for (const one of held.values()) {
      one.line.replaceChildren()
      if (tick.checked) typing(one)
      void sayWhatIsKept(one)
    }
  })
}
