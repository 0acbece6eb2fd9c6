/** What both pages of a package begin with: what it carries, and the mark in their frame. */
import { PACKED, unfolded, type Folded, type Packed } from '#domain/packages/packed.ts'
import { mark } from '#view/mark.ts'

/** course.js has set it; the shells of all languages get their mark. `pieces`: where their scripts put them. */
export function openPage(): { readonly packed: Packed; readonly pieces: Folded['pieces'] } {
  markIn(document)
  for (const { content } of document.querySelectorAll('template')) markIn(content)
  const folded = (window as unknown as Record<string, unknown>)[PACKED] as Folded
  return { packed: unfolded(folded), pieces: folded.pieces }
}

function markIn(root: ParentNode): void {
  for (const place of root.querySelectorAll('[data-mark]')) place.innerHTML = mark.text
}

export const now = (): number => Date.now()
