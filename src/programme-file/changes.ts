/** What differs between two versions of a programme's file. */
import type { ProgrammeFile } from './programme-file.ts'
import { boxesOf } from './boxes.ts'

/** @returns dotted names of fields, without the language, each once: `contact.phone`, `terms.place`, `crisis.0` */
export function changedFields(before: ProgrammeFile, after: ProgrammeFile): string[] {
  const old = boxesOf(before)
  const now = boxesOf(after)
  const boxes = Object.keys({ ...old, ...now }).filter((box) => old[box] !== now[box])
  const state = before.state === after.state ? [] : ['state']
  return [...state, ...new Set(boxes.map(fieldOf))]
}

const fieldOf = (box: string): string =>
  box.startsWith('crisis.') ? box.split('.').slice(0, 2).join('.') : box.replace(/\.(en|es)$/, '')
