/** HTML as strings that escape what is put into them. */
import { escape } from '#domain/text/escape.ts'

export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
  toString(): string {
    return this.text
  }
}

type Part = Html | string | number | null | undefined | false | readonly Part[]

/** Marks text that is HTML already: the course's own lesson HTML, nothing that a person typed. */
export const raw = (text: string): Html => new Html(text)

const show = (part: Part): string => {
  if (part === null || part === undefined || part === false) return ''
  if (part instanceof Html) return part.text
  if (typeof part === 'object') return part.map(show).join('')
  return escape(String(part))
}

/** Text is escaped, `Html` is taken as it is, lists are joined, null and false are nothing. */
export const html = (strings: TemplateStringsArray, ...parts: Part[]): Html =>
  new Html(
    unindented(strings).reduce((text, string, index) => text + show(parts[index - 1]) + string),
  )

const seen = new WeakMap<TemplateStringsArray, readonly string[]>()

/** How the source is indented is nobody's to download. */
function unindented(strings: TemplateStringsArray): readonly string[] {
  const known = seen.get(strings) ?? strings.map((string) => string.replace(/\n\s+/g, '\n'))
  seen.set(strings, known)
  return known
}

/** ` name` when true, nothing otherwise: for boolean attributes. */
export const flag = (name: string, on: boolean): Html => raw(on ? ` ${name}` : '')
