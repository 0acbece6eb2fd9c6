/** A percentage, a year, a phone number or a law comes from somewhere: what says one names the fact that says it. */
import type { Bench } from './bench.ts'
import type { SourceFile } from './read.ts'
import type { FactsFile } from './schema-facts.ts'
import { factsIn, itemIn } from './uses.ts'

const NUMBERS =
  /\d+(?:[.,]\d+)?\s?(?:%|percent\b)|\b(?:19|20)\d\d\b|\b\d{3}[ -]\d{3}(?:[ -]?\d{4})?\b|\b(?:988|111|\d{5})\b|\bHIPAA\b|\bGDPR\b|\b\d+ CFR [\d.]+|\b(?!The )(?:[A-Z][a-z]+ )+Act\b/g
/** What invented people say and tell is theirs; a link is none of it. */
const INVENTED =
  /<(Story|Conversation|Says)\b[\s\S]*?<\/\1>|"[^"\n]*"|“[^”\n]*”|\([^)]*:\/\/[^)]*\)/g

/** What a file says in its fields, without what the people in it say. */
function textsOf(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return UNSAID.has(key) ? [] : [value]
  if (Array.isArray(value)) return value.flatMap((one) => textsOf(one, key))
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, one]) => textsOf(one, name))
}
const UNSAID = new Set(['id', 'reviewed', 'was', 'facts', 'says', 'say', 'consequence'])

const numbersIn = (text: string): string[] =>
  [...text.replace(INVENTED, ' ').matchAll(NUMBERS)].map(([number]) => number)

export function checkNumbers(bench: Bench, { facts }: FactsFile): void {
  for (const source of bench.source.values()) {
    if (!itemIn(source.path)) continue
    const known = factsIn(source)
      .flatMap((id) => {
        const what = facts[id]?.what ?? ''
        return typeof what === 'string' ? what : what.en
      })
      .join(' ')
    for (const number of new Set(numbersOf(source)))
      if (!known.includes(number))
        bench.errorAt(
          source.path,
          source.lineWith(number),
          'facts',
          `it says "${number}", and none of its facts does`,
          'name the fact that says it by facts:, and add it to facts.yaml where it is missing; or take it out',
        )
  }
}

const numbersOf = ({ data, body }: SourceFile): string[] =>
  [body, ...textsOf(data)].flatMap(numbersIn)
