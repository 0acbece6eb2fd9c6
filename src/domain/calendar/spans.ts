/** From single events to spans of time. */

/** From a moment on, until another (not included) or until today. */
export interface Span {
  readonly from: number
  readonly until: number | null
}

export interface Turn {
  readonly at: number
  /** True where it begins, false where it ends. */
  readonly on: boolean
}

/** A second beginning within a span changes nothing, nor does an end without a beginning. @param turns in any order */
export function spansOf(turns: readonly Turn[]): Span[] {
  const spans: Span[] = []
  // Of two at the same moment the end comes last: nobody is left in a span by chance.
  for (const { at, on } of [...turns].sort((a, b) => a.at - b.at || Number(b.on) - Number(a.on))) {
    const open = spans.at(-1)?.until === null ? spans.at(-1) : undefined
    if (on && !open) spans.push({ from: at, until: null })
    if (!on && open) spans[spans.length - 1] = { from: open.from, until: at }
  }
  return spans
}
