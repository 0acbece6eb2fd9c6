/**
 * What somebody typed and we have not saved, on this device: one entry a form, `typed:<person>:<form>`, locked by the
 * person's key. It goes when it was saved or thrown away, or after a month. A visitor has no key: theirs is kept only
 * where they said that the device is their own.
 */
import { deviceKey, lock, unlock } from './device-key.ts'
import { dropTyped, keysOf } from './typed-keys.ts'

export interface Typed {
  /** Path and query that take the form. */
  readonly action: string
  /** How the page calls itself. */
  readonly title: string
  readonly fields: readonly (readonly [name: string, value: string])[]
  /** There was nothing to write in it: it is not missed as much. */
  readonly isChoice: boolean
}

export interface Kept extends Typed {
  readonly key: string
  readonly at: number
  /** Its person pressed the button: it is to be sent. */
  readonly waits: boolean
}

const MONTH = 30 * 86_400_000
const OWN_DEVICE = 'own-device'

/**
 * @param isWanted asked once more when it is locked, which takes a moment
 * @returns whether this device took it: it may be full, shared, or keep nothing
 */
export async function keepTyped(
  person: string,
  key: string,
  typed: Typed,
  waits: boolean,
  isWanted = () => true,
): Promise<boolean> {
  try {
    const words = JSON.stringify(typed)
    if (await isOfBefore(person, key)) return false
    const entry = person ? { locked: await locked(person, words, key) } : { words }
    if (!isWanted() || (person ? !entry.locked : !isOwnDevice())) return false
    localStorage.setItem(key, JSON.stringify({ at: Date.now(), waits, ...entry }))
    return true
  } catch {
    return false
  }
}

async function locked(person: string, words: string, about: string): Promise<string | null> {
  const held = await deviceKey(person)
  return held?.kind === 'key' ? lock(held.key, words, about) : null
}

/** It was saved, or thrown away. */
export async function dropRead(person: string, key: string): Promise<void> {
  if (!(await isOfBefore(person, key))) dropTyped(key)
}

/** In a session that a code of staff opened: what its person typed before it is not written over, and does not go. */
async function isOfBefore(person: string, key: string): Promise<boolean> {
  if (!person || localStorage.getItem(key) === null) return false
  const held = await deviceKey(person)
  return held?.kind === 'key' && held.isHeld && (await readTyped(person, key)) === null
}

/** The oldest first. What is not to be read with this key, or broken, stays out, and goes with its month. */
export async function typedOf(person: string): Promise<Kept[]> {
  const all = await Promise.all(keysOf(person).map((key) => readTyped(person, key)))
  return all.filter((one) => one !== null).sort((a, b) => a.at - b.at)
}

async function readTyped(person: string, key: string): Promise<Kept | null> {
  try {
    const stored = JSON.parse(localStorage.getItem(key) ?? '') as Record<string, unknown>
    const { at, waits } = stored
    if (typeof at !== 'number' || at < Date.now() - MONTH) {
      dropTyped(key)
      return null
    }
    const words = person ? await unlocked(person, stored['locked'], key) : stored['words']
    const { action, title, fields, isChoice } = JSON.parse(String(words)) as Partial<Typed>
    if (!action || !isOurs(action) || !Array.isArray(fields)) return null
    return {
      key,
      at,
      waits: waits === true,
      action,
      title: title ?? '',
      fields,
      isChoice: isChoice === true,
    }
  } catch {
    return null
  }
}

const isOurs = (action: string): boolean => /^\/(?![/\\])/.test(action)

async function unlocked(person: string, what: unknown, about: string): Promise<string> {
  const held = await deviceKey(person)
  return held?.kind === 'key' ? unlock(held, String(what), about) : ''
}

export function isOwnDevice(): boolean {
  try {
    return localStorage.getItem(OWN_DEVICE) === 'yes'
  } catch {
    return false
  }
}

/** A visitor says whether this device is theirs alone; where not, nothing of a visitor stays. */
export function setOwnDevice(isOwn: boolean): void {
  try {
    if (isOwn) localStorage.setItem(OWN_DEVICE, 'yes')
    else localStorage.removeItem(OWN_DEVICE)
  } catch {
    // A browser that keeps nothing.
  }
  if (!isOwn) keysOf('').forEach(dropTyped)
}
