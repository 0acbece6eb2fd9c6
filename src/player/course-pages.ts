/**
 * How the pages of the course are drawn, and what comes of their forms: a script of its own, since the contents need
 * neither. A package fetches it once its first page stands; a saved course brings it along.
 */
import type { Fields, Outcome } from './actions.ts'
import type { Clock } from './deeds.ts'
import type { Drawing, Scene } from './scene.ts'

export interface CoursePages {
  draw(scene: Scene): Drawing
  actOn(scene: Scene, fields: Fields, clock: Clock): Outcome | null
  readAloud(page: ParentNode): () => void
}

let here: CoursePages | null = null

/** Called by that script. */
export function bringPages(pages: CoursePages): void {
  here = pages
}

/** Null where the script has not come. */
export const coursePages = (): CoursePages | null => here
