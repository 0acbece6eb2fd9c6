/** Says anew what somebody reads in a part of the course; ids, tags and addresses stay. */
import { isLanguage, type Language } from '#domain/course/language.ts'

/** @param line what stands before it in the same line, said anew */
export type Say = (text: string, language: Language, line: string) => string

/** Fields that nobody reads: progress hangs on most of them. */
const KEYS = new Set([
  'id',
  'slug',
  'language',
  'shownIn',
  'reviewed',
  'kind',
  'start',
  'turn',
  'ending',
  'lesson',
  'needs',
  'terms',
  'principles',
  'areas',
  'shared',
  'module',
  'pile',
  'sign',
])

/** What is read out in a tag. */
const ATTRIBUTES = /\b(alt|aria-label|title)="([^"]*)"/g
const TAG = /(<[^>]*>)/
/** A line goes on across these. */
const INLINE = /^<\/?(?:a|abbr|b|cite|em|i|q|small|span|strong|sub|sup)\b/

/** @param language of the words, where a part does not say in which it is shown (`shownIn`) */
export function sayWithin<T>(whole: T, language: Language, say: Say): T {
  const inside = (value: unknown, shown: Language, key = ''): unknown => {
    if (typeof value === 'string') return KEYS.has(key) ? value : inHtml(value, shown, say)
    if (Array.isArray(value)) return value.map((one) => inside(one, shown, key))
    if (value === null || typeof value !== 'object') return value
    const own = 'shownIn' in value && isLanguage(value.shownIn) ? value.shownIn : shown
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [name, inside(one, own, name)]),
    )
  }
  return inside(whole, language) as T
}

function inHtml(html: string, language: Language, say: Say): string {
  let line = ''
  return html
    .split(TAG)
    .map((part) => {
      if (part.startsWith('<')) {
        if (!INLINE.test(part)) line = ''
        return part.replace(
          ATTRIBUTES,
          (_, name: string, text: string) => `${name}="${say(text, language, '')}"`,
        )
      }
      const said = say(part, language, line)
      line += said
      return said
    })
    .join('')
}
