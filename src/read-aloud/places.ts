/** From a part of the page to its sentences, each with the place where it stands. */
import type { Language } from '#domain/course/language.ts'
import { sentencesIn } from '#domain/course/sentences.ts'

export interface Sentence {
  /** As it is said: white space single. */
  readonly text: string
  readonly range: Range
}

const BLOCKS = 'p, li, h2, h3, h4, dt, dd, th, td, figcaption, blockquote, summary, div, section'
/** Drawings have a caption, what is folded or hidden is not on the page, and what somebody typed is nobody's to hear. */
const UNREAD =
  'svg, video, script, textarea, [hidden], [data-unread], details:not([open]) > :not(summary)'

export function sentencesOf(root: Element, language: Language): Sentence[] {
  return blocksOf(root).flatMap((nodes) => {
    const text = nodes.map(({ data }) => data).join('')
    return sentencesIn(text, language).map(({ start, end }) => ({
      text: text.slice(start, end).replace(/\s+/g, ' '),
      range: rangeOf(nodes, start, end),
    }))
  })
}

/** The text nodes of each paragraph, line or cell. */
function blocksOf(root: Element): Text[][] {
  const blocks: Text[][] = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  let before: Element | null = null
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text) || !node.parentElement || node.parentElement.closest(UNREAD))
      continue
    const block = node.parentElement.closest(BLOCKS)
    if (block === before) blocks.at(-1)?.push(node)
    else blocks.push([node])
    before = block
  }
  return blocks
}

function rangeOf(nodes: readonly Text[], start: number, end: number): Range {
  const range = document.createRange()
  let offset = 0
  for (const node of nodes) {
    const { length } = node
    if (start >= offset && start < offset + length) range.setStart(node, start - offset)
    if (end > offset && end <= offset + length) range.setEnd(node, end - offset)
    offset += length
  }
  return range
}
