/**
 * What its person did on this device without a connection (offline/, player/saved/) is sent from any page that they open
 * later, and it is said what became of it. in-place.ts loads this where something waits.
 */
import { sendNow } from '#offline/send-now.ts'
import { stepsWaiting } from '#offline/send.ts'
import { deviceShelf, isOpen } from '#offline/shelf.ts'
import type { Queued } from '#offline/store.ts'
import { queue as en } from '#i18n/en/queue.ts'
import { queue as es } from '#i18n/es/queue.ts'
import { here, lineAtTop, say, type Act } from './kept-line.ts'
import { QUEUE, type AskedOfQueue } from './later-events.ts'
import { person } from './ours.ts'

const t = document.documentElement.lang === 'es' ? es : en
const AGAIN_MS = 30_000

let line: HTMLElement | null = null
let isSending = false
/** Steps that were saved while this page stands, and when. */
let saved = { count: 0, at: 0 }

document.addEventListener(QUEUE, (event) => {
  const { act, done } = (event as CustomEvent<AskedOfQueue>).detail
  event.preventDefault()
  void (act === 'send' ? send(true) : dropAll()).then(() => waiting()).then(done)
})
for (const change of ['online', 'visibilitychange'])
  (change === 'online' ? window : document).addEventListener(change, () => void again())
setInterval(() => void again(), AGAIN_MS)
void send(false)

async function waiting(): Promise<number> {
  return stepsWaiting(await deviceShelf.of(person))
}

async function again(): Promise<void> {
  if (document.visibilityState === 'visible' && (await waiting()) > 0) await send(false)
}

async function send(byHand: boolean): Promise<void> {
  if (isSending) return
  isSending = true
  const before = await waiting()
  if (before && byHand) tell('wait', t.sending)
  const sent = before ? await sendNow(person) : null
  isSending = false
  const left = await deviceShelf.of(person)
  const count = stepsWaiting(left)
  if (sent?.kind === 'saved') saved = { count: saved.count + before - count, at: sent.at }
  const says: string[] = []
  const acts: Act[] = []
  if (saved.count) says.push(t.sentAt(saved.count, timeInWords(saved.at)))
  if (count) {
    const why = sent && sent.kind !== 'saved' && sent.kind !== 'nothing' ? t.why[sent.kind] : ''
    says.push(`${t.kept(count, here)} ${why}`.trim())
    acts.push({ text: t.send(count), press: () => void send(true) })
  }
  tellOf(left, says, acts)
  if (says.length) tell(count || acts.length ? 'warn' : 'done', says.join(' '), acts)
  if (byHand) line?.focus()
}

/** What we did not take, and what we judged otherwise, until its person has read it. */
function tellOf(entries: readonly Queued[], says: string[], acts: Act[]): void {
  const refused = entries.filter(({ state }) => state === 'refused')
  const differs = entries.filter(({ state }) => state === 'differs')
  if (refused.length) {
    const whys = new Set(
      refused.map(({ why }) =>
        why === 'unreadable' || why === 'too-long' ? t.refusedWhy[why] : t.refusedWhy.else,
      ),
    )
    says.push(`${t.refused(refused.length)} ${[...whys].join(', ')}.`)
  }
  if (differs.length) says.push(t.differs(differs.length))
  for (const { item } of differs) acts.push({ text: t.look, to: `/learn/${item}` })
  const told = [...refused, ...differs].map(({ id }) => id)
  const forget = (): void =>
    void deviceShelf.drop(person, told).then(() => {
      line?.remove()
      line = null
    })
  if (told.length) acts.push({ text: t.dropRefused, press: forget })
}

async function dropAll(): Promise<void> {
  const ids = (await deviceShelf.of(person)).filter(isOpen).map(({ id }) => id)
  await deviceShelf.drop(person, ids)
}

function tell(tone: 'done' | 'wait' | 'warn', text: string, acts: readonly Act[] = []): void {
  line ??= lineAtTop()
  say(line, tone, text, acts)
}

/** "2:05 pm", by the clock of the device. */
function timeInWords(at: number): string {
  const how = { hour: 'numeric', minute: '2-digit', hour12: true } as const
  return new Intl.DateTimeFormat(document.documentElement.lang, how).format(at).toLowerCase()
}
