/** Where in a lesson somebody is: its sections are counted from 1 by their headings, so that every language counts alike. */

/**
 * The section that is read now: the last one whose heading has come into the upper third of what is seen.
 * Rather one too early than one too late.
 * @param tops of the headings, measured from the top of what is seen, in order
 * @param height of what is seen
 * @returns 0 above the first heading
 */
export const sectionAt = (tops: readonly number[], height: number): number =>
  tops.filter((top) => top < height / 3).length

/** The first section stands at the top of the page: whoever only looked in has no place to come back to. */
export const isWorthKeeping = (section: number, kept: number): boolean =>
  section > 1 && section !== kept

const LATER = /^later:(\d{1,3})$/

/** What the buttons "Save and come back later" of a lesson send. */
export const laterAt = (section: number): string => `later:${section}`

/** @returns the section, or null where another button was pressed */
export function readLater(act: string): number | null {
  const found = LATER.exec(act)?.[1]
  return found === undefined ? null : Number(found)
}
