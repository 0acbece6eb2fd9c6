/** Cards in an order that looks like chance, and is the same each time and on each device. */

/** @param seed whose order it is @param idOf an id that no other of them has */
export const dealt = <T>(all: readonly T[], idOf: (one: T) => string, seed: string): T[] =>
  all
    .map((one) => ({ one, id: idOf(one), place: placeOf(`${seed}/${idOf(one)}`) }))
    .sort((a, b) => a.place - b.place || a.id.localeCompare(b.id))
    .map(({ one }) => one)

/** FNV-1a with the last mixing steps of MurmurHash3, as in `shortKey`. */
function placeOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
