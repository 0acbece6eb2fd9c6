/**
 * What was typed and not yet sent, on this device: one entry a form, under `draft:<person>:<what>`.
 * Only its own person's pages read it; it goes when it was saved, at sign-out, or after a week.
 */
export type Draft = Readonly<Record<string, string>>

const WEEK = 7 * 86_400_000

export const draftsOf = (person: string): string[] =>
  Object.keys(localStorage).filter((key) => key.startsWith(`draft:${person}:`))

export function readDraft(key: string): Draft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    const { at, fields } = (kept ?? {}) as { at?: unknown; fields?: unknown }
    if (typeof at === 'number' && at > Date.now() - WEEK && fields && typeof fields === 'object')
      return fields as Draft
  } catch {
    // Not ours, or half written: as if there were none.
  }
  return null
}

/** @returns whether this device took it: it may be full, or keep nothing */
export function keepDraft(key: string, fields: Draft): boolean {
  try {
    localStorage.setItem(key, JSON.stringify({ at: Date.now(), fields }))
    return true
  } catch {
    return false
  }
}

export const dropDraft = (key: string): void => localStorage.removeItem(key)
