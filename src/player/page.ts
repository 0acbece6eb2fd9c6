/** What both pages of a package begin with: what it carries, and the mark in their frame. */
import { PACKED, unfolded, type Folded, type Packed } from '#domain/packages/packed.ts'
import { mark } from '#view/mark.ts'

/** course.js has set it; the shells of all languages get their mark. */
export function openPage(): Packed {
  markIn(document)
  for (const { content } of document.querySelectorAll('template')) markIn(content)
  return unfolded((window as unknown as Record<string, unknown>)[PACKED] as Folded)
}

function markIn(root: ParentNode): void {
  for (const place of root.querySelectorAll('[data-mark]')) place.innerHTML = mark.text
}

export const now = (): number => Date.now()
