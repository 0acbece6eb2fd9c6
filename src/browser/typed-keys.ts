/** Where on this device something of a person waits that we have not saved: see typed.ts. */

export const startOf = (person: string): string => `typed:${person}:`

export function keysOf(person: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(startOf(person)))
  } catch {
    // A browser that keeps nothing.
    return []
  }
}

/** Something that its person did in the saved course waits too (offline/shelf.ts). */
export function isQueued(person: string): boolean {
  try {
    return localStorage.getItem(`queue:${person}`) !== null
  } catch {
    return false
  }
}

export function dropTyped(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // Then there is none.
  }
}
