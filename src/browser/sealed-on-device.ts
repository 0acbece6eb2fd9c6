/**
 * Forms that somebody could not send, on this device: sealed by the server (server/forms/sealed-words.ts), so that only their own
 * person can open them. One entry a page, under `sealed:<person>:<path>`; it goes when it was opened, or after a week.
 */
export interface KeptSealed {
  readonly key: string
  readonly path: string
  readonly sealed: string
  /** It was sent to be opened; the next page of its person shows that this worked. */
  readonly tried: boolean
}

const WEEK = 7 * 86_400_000
const PREFIX = 'sealed:'

/** @returns whether this device took it: it may be full, or keep nothing */
export function keepSealed(owner: string, path: string, sealed: string, tried = false): boolean {
  try {
    const kept = JSON.stringify({ at: Date.now(), sealed, tried })
    localStorage.setItem(`${PREFIX}${owner}:${path}`, kept)
    return true
  } catch {
    return false
  }
}

/** What waits for this person; what is too old goes. */
export function sealedOf(owner: string): KeptSealed[] {
  const start = `${PREFIX}${owner}:`
  return allKeys().flatMap((key) => {
    const kept = read(key)
    if (!kept) dropSealed(key)
    return kept && key.startsWith(start) ? [{ key, path: key.slice(start.length), ...kept }] : []
  })
}

export const dropSealed = (key: string): void => localStorage.removeItem(key)

function allKeys(): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX))
  } catch {
    // A browser that keeps nothing.
    return []
  }
}

function read(key: string): Pick<KeptSealed, 'sealed' | 'tried'> | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, unknown>
    const { at, sealed, tried } = kept
    if (typeof at === 'number' && at > Date.now() - WEEK && typeof sealed === 'string')
      return { sealed, tried: tried === true }
  } catch {
    // Half written: as if there were none.
  }
  return null
}
