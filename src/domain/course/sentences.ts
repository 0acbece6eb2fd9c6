/** Where the sentences of a text begin and end, for reading aloud one by one. */
import type { Language } from './language.ts'

export interface Span {
  readonly start: number
  /** The place behind the last character. */
  readonly end: number
}

/** A full stop after these ends no sentence. */
const SHORT: Record<Language, RegExp> = {
  en: /(?:^|[\s("“])(?:Mr|Mrs|Ms|Dr|St|No|vs|approx|e\.g|i\.e)\.$/i,
  es: /(?:^|[\s(«“¿¡])(?:Sr|Sra|Srta|Dr|Dra|Ud|Uds|núm|tel|aprox|pág|p\. ?ej|EE|EE\. ?UU)\.$/i,
}

/**
 * Sentences without the white space around them, in their order.
 * A browser without `Intl.Segmenter` gets the whole text as one.
 */
export function sentencesIn(text: string, language: Language): Span[] {
  const spans: Span[] = []
  let open = ''
  for (const { segment, index } of segmentsOf(text, language)) {
    const last = spans.at(-1)
    const carriesOn =
      last && (SHORT[language].test(open.trimEnd()) || !/[\p{L}\p{N}]/u.test(segment))
    const end = index + segment.trimEnd().length
    if (carriesOn) {
      if (segment.trim()) spans[spans.length - 1] = { start: last.start, end }
      open += segment
    } else if (segment.trim()) {
      spans.push({ start: index + segment.length - segment.trimStart().length, end })
      open = segment
    }
  }
  return spans
}

function segmentsOf(
  text: string,
  language: Language,
): Iterable<{ readonly segment: string; readonly index: number }> {
  if (!('Segmenter' in Intl)) return [{ segment: text, index: 0 }]
  return new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)
}
