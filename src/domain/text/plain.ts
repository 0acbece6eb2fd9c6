/** The words of the course's own HTML, as one line of text. */

const INLINE = /<\/?(?:a|abbr|b|cite|code|em|i|q|small|span|strong|sub|sup)\b[^>]*>/g
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

/** Drawings and comments say nothing; a block stands apart from the one before it. */
export const plainText = (html: string): string =>
  html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(svg|video|style)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(INLINE, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, decoded)
    .replace(/\s+/g, ' ')
    .trim()

function decoded(all: string, decimal?: string, hex?: string, name = ''): string {
  if (decimal) return String.fromCodePoint(Number(decimal))
  if (hex) return String.fromCodePoint(Number.parseInt(hex, 16))
  return ENTITIES[name] ?? all
}
