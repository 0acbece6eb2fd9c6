/** Shows which sentence is being read, without a change to the page's text. */
import type { Sentence } from './places.ts'

const NAME = 'read-aloud'
/** Where the browser has no highlights, the whole paragraph is marked. */
const MARK = 'data-being-read'

export function showSentence(sentence: Sentence | null): void {
  document.querySelector(`[${MARK}]`)?.removeAttribute(MARK)
  const canHighlight = 'highlights' in CSS && typeof Highlight === 'function'
  if (canHighlight) CSS.highlights.delete(NAME)
  if (!sentence) return
  const { range } = sentence
  const around = range.startContainer.parentElement
  if (canHighlight) CSS.highlights.set(NAME, new Highlight(range))
  else around?.setAttribute(MARK, '')
  const { top, bottom } = range.getBoundingClientRect()
  if (top < 0 || bottom > innerHeight) around?.scrollIntoView({ block: 'center' })
}
