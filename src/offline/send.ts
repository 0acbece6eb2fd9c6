/**
 * Sends what waits on this device to `POST /api/records`: in order, a page at a time, once in effect, since each record has
 * its id. What we do not take is set aside with why, and holds up nothing.
 */
import { OWNER_HEADER } from '#domain/people/form-owner.ts'
import { valueOf } from './entries.ts'
import { saysErased } from './forget-person.ts'
import { privateKeyOf } from './seal.ts'
import type { Shelf } from './shelf.ts'
import type { Queued } from './store.ts'

export type Sent =
  /** `at`: our time, milliseconds since 1970. */
  | { readonly kind: 'saved'; readonly at: number }
  | { readonly kind: 'nothing' }
  /** No connection; a wifi's page in our place; our server cannot now: try again later. */
  | { readonly kind: 'unreached' | 'stranger' | 'busy' }
  | { readonly kind: 'signed-out' | 'somebody-else' }
  /** Whose it is was erased: nothing of theirs stays here. */
  | { readonly kind: 'erased' }
  /** A code of staff opened this session: words of before wait until their person comes by a way of their own. */
  | { readonly kind: 'held' }

type Failed = Exclude<Sent, { kind: 'saved' | 'nothing' | 'held' }>

export interface Line {
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>
  /** Milliseconds since 1970, by this device. */
  readonly now: () => number
}

/** Records, and letters of JSON, of one request. */
const MOST = 500
const LONGEST = 400_000
const PATIENCE_MS = 30_000
/** What a device needs to go on, and we find out for ourselves. */
const STAYS_HERE = 'quiz-finished'

/** How many steps its person would call so. */
export const stepsWaiting = (entries: readonly Queued[]): number =>
  entries.filter(({ state, kind }) => state === 'waits' && kind !== STAYS_HERE).length

/** @param most records of a request */
export async function sendQueue(
  shelf: Shelf,
  person: string,
  line: Line,
  most = MOST,
): Promise<Sent> {
  const waiting = (await shelf.of(person)).filter(({ state }) => state === 'waits')
  const { sendable, before } = await opened(shelf, waiting, line)
  let last = before
  for (let from = 0, size = most; from < sendable.length;) {
    const page = pageOf(sendable.slice(from), size)
    const answer = await sendPage(person, page, line)
    if (answer.kind === 'too-much' && page.length > 1) {
      size = Math.ceil(page.length / 2)
      continue
    }
    if (answer.kind !== 'answered' && answer.kind !== 'too-much') return answer
    const settled = page.map((one) => settle(one.entry, answer))
    await shelf.put(settled)
    if (answer.kind === 'answered') last = { kind: 'saved', at: answer.at }
    from += page.length
    size = most
  }
  return last
}

/** An entry, and what it says where it is sealed. */
interface Sendable {
  readonly entry: Queued
  readonly value: unknown
}

/**
 * Private words are opened by the key of their person's session; what cannot be read is set aside.
 * @returns what can be sent, and what is known before that
 */
async function opened(
  shelf: Shelf,
  waiting: readonly Queued[],
  line: Line,
): Promise<{ sendable: Sendable[]; before: Sent }> {
  const [sealed] = waiting.filter((entry) => 'sealed' in entry)
  const keys = sealed ? await askKeys(sealed.person, line) : null
  // Somebody else is signed in, or nobody: not even the rest is sent.
  if (keys && 'kind' in keys) return { sendable: [], before: keys }
  const sendable: Sendable[] = []
  let before: Sent = { kind: 'nothing' }
  for (const entry of waiting) {
    if (!('sealed' in entry)) sendable.push({ entry, value: entry.value })
    else if (keys)
      try {
        sendable.push({ entry, value: await valueOf(entry, keys.all) })
      } catch {
        // In such a session it may be whole, and of before.
        if (keys.isHeld) before = { kind: 'held' }
        else await shelf.put([{ ...entry, state: 'refused', why: 'unreadable' }])
      }
  }
  return { sendable, before }
}

/** What a session opens, in the order in which it is tried. */
interface Keys {
  readonly all: readonly CryptoKey[]
  readonly isHeld: boolean
}

/** @returns null where this session may not open them: a computer that others use */
export async function askKeys(person: string, line: Line): Promise<Keys | Failed | null> {
  const answer = await ask(line, '/api/device-key', {
    cache: 'no-store',
    headers: { [OWNER_HEADER]: person },
  })
  if ('kind' in answer) return answer.kind === 'too-much' ? { kind: 'busy' } : answer
  const handed = answer.json as unknown as Handed
  if (handed.person !== person) return { kind: 'somebody-else' }
  if (!handed.privateKey) return null
  const pairs = [handed, ...handed.earlier]
  const all = await Promise.all(
    pairs.map(({ publicKey, privateKey }) => privateKeyOf(publicKey, privateKey)),
  )
  return { all, isHeld: handed.held }
}

interface Pair {
  readonly publicKey: string
  readonly privateKey: string
}

/** As /api/device-key gives it (server/forms/handed-keys.ts); at a computer that others use without private halves. */
interface Handed extends Pair {
  readonly person: string
  readonly earlier: readonly Pair[]
  readonly held: boolean
}

function pageOf(sendable: readonly Sendable[], most: number): Sendable[] {
  const page: Sendable[] = []
  let length = 0
  for (const one of sendable.slice(0, most)) {
    length += JSON.stringify(one.value ?? null).length + 300
    if (page.length && length > LONGEST) break
    page.push(one)
  }
  return page
}

type Answered =
  | { readonly kind: 'answered'; readonly at: number; readonly records: ReadonlyMap<string, Told> }
  | { readonly kind: 'too-much' }
  | Failed

interface Told {
  readonly status: unknown
  readonly why: unknown
}

async function sendPage(person: string, page: readonly Sendable[], line: Line): Promise<Answered> {
  const records = page.flatMap(({ entry, value }) => {
    const { id, kind, item, revision, madeAt } = entry
    return kind === STAYS_HERE ? [] : [{ id, kind, item, revision, madeAt, value }]
  })
  if (records.length === 0) return { kind: 'answered', at: line.now(), records: new Map() }
  const answer = await ask(line, '/api/records', {
    method: 'POST',
    headers: { 'content-type': 'application/json', [OWNER_HEADER]: person },
    body: JSON.stringify({ sentAt: line.now(), records }),
  })
  if ('kind' in answer) return answer
  const { at, records: told } = answer.json
  if (!Array.isArray(told)) return { kind: 'stranger' }
  const byId = (told as readonly (Partial<Told> & { id?: unknown })[]).map(
    (one) => [String(one.id), { status: one.status, why: one.why }] as const,
  )
  return {
    kind: 'answered',
    at: typeof at === 'number' ? at : line.now(),
    records: new Map(byId),
  }
}

function settle(
  entry: Queued,
  answer: Extract<Answered, { kind: 'answered' | 'too-much' }>,
): Queued {
  if (answer.kind === 'too-much') return { ...entry, state: 'refused', why: 'too-long' }
  if (entry.kind === STAYS_HERE) return { ...entry, state: 'sent' }
  const told = answer.records.get(entry.id)
  switch (told?.status) {
    case 'accepted':
    case 'duplicate':
      return { ...entry, state: 'sent' }
    case 'differs':
      return { ...entry, state: 'differs' }
    case 'refused':
      return { ...entry, state: 'refused', why: String(told.why) }
    default:
      // We said nothing of it: the same is sent again next time.
      return entry
  }
}

/** JSON of ours, or why there is none. */
async function ask(
  line: Line,
  address: string,
  init: RequestInit,
): Promise<{ readonly json: Readonly<Record<string, unknown>> } | { kind: 'too-much' } | Failed> {
  try {
    const response = await line.fetch(address, {
      ...init,
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    const { status } = response
    if (status === 401) return { kind: 'signed-out' }
    if (status === 410) return { kind: (await saysErased(response)) ? 'erased' : 'stranger' }
    if (status === 409) return { kind: 'somebody-else' }
    if (status === 400 || status === 413) return { kind: 'too-much' }
    if (status === 429 || status === 408 || status >= 500) return { kind: 'busy' }
    const json: unknown = status === 200 ? await response.json().catch(() => null) : null
    if (typeof json !== 'object' || json === null) return { kind: 'stranger' }
    return { json: json as Readonly<Record<string, unknown>> }
  } catch {
    return { kind: 'unreached' }
  }
}
