/** A programme's file as boxes of a form: every box has the dotted name of its field in the file. */
import type { ProgrammeFile } from './programme-file.ts'

export type Boxes = Readonly<Record<string, string>>

/** What a form does not show: how a programme was made, and whether it takes people in. */
const NOT_IN_BOXES = ['state', 'madeFrom', 'languages']

/** From a file to what stands in the boxes. */
export function boxesOf(file: ProgrammeFile): Record<string, string> {
  const boxes: Record<string, string> = {}
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'boolean') boxes[path] = value ? 'yes' : ''
    else if (typeof value === 'string') boxes[path] = value
    else if (typeof value === 'number') boxes[path] = String(value)
    else if (value !== null && typeof value === 'object')
      for (const [key, entry] of Object.entries(value)) {
        if (!path && NOT_IN_BOXES.includes(key)) continue
        walk(entry, path ? `${path}.${key}` : key)
      }
  }
  walk(file, '')
  for (const language of file.languages) boxes[`languages.${language}`] = 'yes'
  return boxes
}
