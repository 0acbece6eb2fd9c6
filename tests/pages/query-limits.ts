/** How many queries a page may make. */

/** Pages that gather what all the others hold one by one. */
const MOST: Readonly<Record<string, number>> = {
  '/learn': 19,
  '/record': 14,
  '/coordinate/RAY': 21,
}

/** Of administrators and of packages: the session and the person are two of them. */
const mostOf = (page: string): number =>
  MOST[page] ?? (/^\/(manage|learn\/packages)\b/.test(page) ? 8 : 12)

/** @param counts queries by page @returns the pages that make too many */
export const beyondLimit = (counts: Readonly<Record<string, number>>): [string, number][] =>
  Object.entries(counts).filter(([page, queries]) => queries > mostOf(page))
