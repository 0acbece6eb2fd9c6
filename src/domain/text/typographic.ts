/** Quotation marks and apostrophes as a book has them; whoever writes the course types what the keyboard has. */
import type { Language } from '#domain/course/language.ts'

type Pair = readonly [open: string, close: string]
const OUTER: Readonly<Record<Language, Pair>> = { en: ['“', '”'], es: ['«', '»'] }
/** A double one within double ones. */
const INNER: Readonly<Record<Language, Pair>> = { en: ['‘', '’'], es: ['“', '”'] }

/** After these, and at the beginning of a line, a mark opens. */
const OPENS_AFTER = /[\s([{«“‘¿¡—–/]$/
/** A word without its first letters: 'em, '90s. */
const SHORTENED = /^(?:\d|(?:em|til|cause|tis|twas)\b)/i
const LATER_CLOSED = /\S'(?![\p{L}\p{N}])/u

/**
 * `"I'm fine," she says` → `“I’m fine,” she says`. What is set already stays.
 * @param text without tags
 * @param before what stands before it in the same line, set
 */
export function typographic(text: string, language: Language, before = ''): string {
  let line = before
  for (const { 0: part, index } of text.matchAll(/["']|[^"']+/g))
    line +=
      part === '"'
        ? double(line, language)
        : part === "'"
          ? single(line, text.slice(index + 1))
          : part
  return line.slice(before.length)
}

function double(line: string, language: Language): string {
  const isOpen = ([open, close]: Pair): boolean => line.lastIndexOf(open) > line.lastIndexOf(close)
  const [outer, inner] = [OUTER[language], INNER[language]]
  if (opensHere(line)) return (isOpen(outer) ? inner : outer)[0]
  return (isOpen(inner) && isOpen(outer) && language === 'es' ? inner : outer)[1]
}

const single = (line: string, rest: string): string =>
  opensHere(line) && !SHORTENED.test(rest) && LATER_CLOSED.test(rest) ? '‘' : '’'

const opensHere = (line: string): boolean => line === '' || OPENS_AFTER.test(line)
