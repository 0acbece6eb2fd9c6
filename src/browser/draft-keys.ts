/** Where on this device something waits that a coordinator typed: see drafts.ts. */

export function draftsOf(person: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(`draft:${person}:`))
  } catch {
    // A browser that keeps nothing.
    return []
  }
}

export const dropDraft = (key: string): void => localStorage.removeItem(key)

/** As older versions kept it: it does not stay when its person goes. */
export const liesOpen = (key: string): boolean =>
  /"fields":\{/.test(localStorage.getItem(key) ?? '')
