/** A message to one or to many: what may stand in it, and the words that are put in for each of them. */
import type { Language } from '#domain/course/language.ts'

const MESSAGE_LENGTH = 2000
export const TEMPLATE_NAME_LENGTH = 80

/** What stands for a word of each receiver or of the programme, in braces: `{name}`, `{sender}`, `{clinical-team}`. */
const PLACEHOLDER = /\{([^{}\n]*)\}/g
export const OWN_PLACEHOLDERS = ['name', 'sender'] as const

export type MessageTexts = Readonly<Record<Language, string>>

export type TextProblem =
  | { readonly kind: 'missing' | 'too-long' | 'brace' }
  /** A placeholder that nothing stands for. */
  | { readonly kind: 'unknown'; readonly name: string }

/** @param known names of placeholders @param needed whether somebody reads this language */
export function problemWithText(
  text: string,
  known: readonly string[],
  needed: boolean,
): TextProblem | null {
  if (!text.trim()) return needed ? { kind: 'missing' } : null
  if (text.length > MESSAGE_LENGTH) return { kind: 'too-long' }
  const unknown = [...text.matchAll(PLACEHOLDER)].find(([, name = '']) => !known.includes(name))
  if (unknown) return { kind: 'unknown', name: unknown[0] }
  return /[{}]/.test(text.replace(PLACEHOLDER, '')) ? { kind: 'brace' } : null
}

/** @param values by placeholder; what they hold is not looked at again */
export const filledIn = (text: string, values: Readonly<Record<string, string>>): string =>
  text.trim().replace(PLACEHOLDER, (whole, name: string) => values[name] ?? whole)
