/** How the lines of a pasted list are cut into cells. */

export type Delimiter = '\t' | ';' | ','
const DELIMITERS: readonly Delimiter[] = ['\t', ';', ',']

/** What most lines have outside quotation marks; of two that are equal, tabs before semicolons before commas. */
export function delimiterOf(text: string): Delimiter {
  const lines = outsideQuotes(text).split('\n')
  const counts = DELIMITERS.map((sign) => lines.filter((line) => line.includes(sign)).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ','
}

/** An odd number of marks is a slip, not a cell with line ends. */
const outsideQuotes = (text: string): string =>
  (text.match(/"/g)?.length ?? 0) % 2 ? text : text.replace(/"[^"]*"/g, '')

/** A line that was cut nowhere, though it has another delimiter: as when rows of two lists are pasted together. */
export function cutAgain(cells: readonly string[]): readonly string[] {
  const [only = ''] = cells
  if (cells.filter(Boolean).length !== 1 || !only) return cells
  const other = DELIMITERS.find(
    // "Ruiz, Ana" is a name: a comma alone cuts only where an address follows.
    (sign) => only.includes(sign) && (sign !== ',' || only.includes('@')),
  )
  return other ? only.split(other).map((cell) => cell.trim()) : cells
}
