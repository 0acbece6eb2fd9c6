/**
 * What a coordinator typed and did not send, on this device: one entry a form, under `draft:<person>:<what>`, locked by the
 * person's key. It goes when it was saved or thrown away, or after a week.
 */
import { deviceKey, lock, unlock } from './device-key.ts'
import { dropDraft } from './draft-keys.ts'
import type { Typed } from './typed.ts'

export type Draft = Typed['fields']

interface Entry {
  readonly at: number
  /** That of the form: an address that names it means that it was saved. */
  readonly id: string
  readonly locked: string
  /** Older ones lie open: they are locked when their person comes by. */
  readonly fields: Readonly<Record<string, string>> | undefined
}

const WEEK = 7 * 86_400_000

/** Saved, too old, or broken. */
export function isOver(key: string, address: string): boolean {
  const entry = entryOf(key)
  return !entry || (entry.id !== '' && address.includes(entry.id))
}

/** Not at a shared computer, nor where the browser locks nothing. */
export const mayKeep = async (key: string): Promise<boolean> =>
  (await deviceKey(personOf(key)))?.kind === 'key'

/** @returns null where there is none, or none that this person's key opens */
export async function readDraft(key: string): Promise<Draft | null> {
  const entry = entryOf(key)
  if (!entry) return null
  if (entry.fields) {
    const fields = Object.entries(entry.fields)
    // Where it cannot be locked, it does not lie there either.
    if (!(await keepDraft(key, fields))) dropDraft(key)
    return fields
  }
  try {
    const held = await deviceKey(personOf(key))
    if (held?.kind !== 'key') return null
    const fields: unknown = JSON.parse(await unlock(held, entry.locked, key))
    return Array.isArray(fields) ? (fields as Draft) : null
  } catch {
    return null
  }
}

/**
 * @param isWanted asked once more when it is locked, which takes a moment
 * @returns whether this device took it: it may be full, shared, or keep nothing
 */
export async function keepDraft(
  key: string,
  fields: Draft,
  isWanted = () => true,
): Promise<boolean> {
  try {
    const held = await deviceKey(personOf(key))
    if (held?.kind !== 'key') return false
    const id = fields.find(([name]) => name === 'id')?.[1] ?? ''
    const locked = await lock(held.key, JSON.stringify(fields), key)
    if (isWanted()) localStorage.setItem(key, JSON.stringify({ at: Date.now(), id, locked }))
    return true
  } catch {
    return false
  }
}

const personOf = (key: string): string => key.split(':')[1] ?? ''

function entryOf(key: string): Entry | null {
  try {
    const { at, id, locked, fields } = JSON.parse(
      localStorage.getItem(key) ?? '{}',
    ) as Partial<Entry>
    if (typeof at !== 'number' || at < Date.now() - WEEK || !(locked ?? fields)) return null
    return { at, id: id ?? fields?.['id'] ?? '', locked: locked ?? '', fields }
  } catch {
    // Not ours, or half written: as if there were none.
    return null
  }
}
