/** XML and HTML as strings that escape what is put into them. */
import { escape } from '#domain/text/escape.ts'

export class Markup {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Part = Markup | string | number | null | readonly Part[]

/** XML 1.0 cannot carry these at all. */
// eslint-disable-next-line no-control-regex
const UNSAYABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

const show = (part: Part): string => {
  if (part === null) return ''
  if (part instanceof Markup) return part.text
  if (typeof part === 'object') return part.map(show).join('')
  return escape(String(part).replace(UNSAYABLE, ''))
}

/** Text is escaped, `Markup` is taken as it is, lists are joined, null is nothing. */
export const markup = (strings: TemplateStringsArray, ...parts: Part[]): Markup =>
  new Markup(
    strings.reduce((text, string, index) => text + show(parts[index - 1] ?? null) + string),
  )
