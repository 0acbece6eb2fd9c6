/** A percentage, a temperature, a year, a phone number or a law comes from somewhere: what says one names the fact that says it. */
import type { Bench } from './bench.ts'
import type { SourceFile } from './read.ts'
import type { FactsFile } from './schema-facts.ts'
import { factsIn, factsOfSigns, itemIn } from './uses.ts'

const NUMBERS =
  /\d+(?:[.,]\d+)?\s?(?:%|percent\b|por ciento\b|°\s?[CF]\b)|\b(?:19|20)\d\d\b|\b\d{3}[ -]\d{3}(?:[ -]?\d{4})?\b|\b(?:911|999|988|111|\d{5})\b|\bHIPAA\b|\bGDPR\b|\b\d+ CFR [\d.]+|\b(?!The )(?:[A-Z][a-z]+ )+Act\b/g
/** What invented people say and tell is theirs; a link is none of it. */
const INVENTED =
  /<(Story|Conversation|Says)\b[\s\S]*?<\/\1>|"[^"\n]*"|“[^”\n]*”|«[^»\n]*»|\([^)]*:\/\/[^)]*\)/g

/** What a file says in its fields, without what the people in it say and what an organization replaces. */
function textsOf(value: unknown, unsaid: ReadonlySet<string>, key = ''): string[] {
  if (typeof value === 'string') return unsaid.has(key) ? [] : [value]
  if (Array.isArray(value)) return value.flatMap((one) => textsOf(one, unsaid, key))
  if (value === null || typeof value !== 'object') return []
  if ('example' in value && value.example === true) return []
  return Object.entries(value).flatMap(([name, one]) => textsOf(one, unsaid, name))
}
const UNSAID = new Set(['id', 'reviewed', 'was', 'facts', 'says', 'say', 'consequence', 'from'])
/** A sign is said by the course. */
const UNSAID_OF_SIGNS = new Set(['facts', 'words', 'translates'])

const numbersIn = (text: string): string[] =>
  [...text.replace(INVENTED, ' ').matchAll(NUMBERS)].map(([number]) => number)

export function checkNumbers(bench: Bench, file: FactsFile): void {
  for (const source of bench.source.values()) {
    if (NONE.test(source.path)) continue
    const known = factsBehind(bench, file, source.path)
      .flatMap((id) => {
        const what = file.facts[id]?.what ?? ''
        return typeof what === 'string' ? what : [what.en, what.es]
      })
      .join(' ')
    for (const number of new Set(numbersOf(source)))
      if (!known.includes(number))
        bench.errorAt(
          source.path,
          source.lineWith(number),
          'facts',
          `it says "${number}", and none of its facts does`,
          itemIn(inEnglish(source.path))
            ? 'name the fact that says it by facts:, and add it to facts.yaml where it is missing; or take it out'
            : `name this file by "where: [${inEnglish(source.path)}]" at the fact of facts.yaml that says it; or take it out`,
        )
  }
}

/** The facts themselves, and people, whose years and ages are made up. */
const NONE = /^(facts|people)\.yaml$/

/** The structure of an item, its facts too, stands in the English file. */
const inEnglish = (path: string): string => path.replace(/^[a-z]{2}\//, 'en/')

function factsBehind(bench: Bench, { facts }: FactsFile, path: string): string[] {
  const english = inEnglish(path)
  const source = bench.source.get(english)
  const named = Object.keys(facts).filter((id) => facts[id]?.where.includes(english))
  if (english === 'en/signs.yaml') return [...named, ...factsOfSigns(bench)]
  return [...named, ...(source ? factsIn(source) : [])]
}

const numbersOf = ({ path, data, body }: SourceFile): string[] =>
  [body, ...textsOf(data, path.endsWith('/signs.yaml') ? UNSAID_OF_SIGNS : UNSAID)].flatMap(
    numbersIn,
  )
