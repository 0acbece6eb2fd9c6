/** The facts: which are sound, what rests on them, and what an expert must still confirm. */
import type { OpenFacts, ToConfirm } from '#domain/course/facts.ts'
import type { Language } from '#domain/course/language.ts'
import type { Bench } from './bench.ts'
import { checkNumbers } from './check-numbers.ts'
import { factsFile, type FactFile, type FactsFile } from './schema-facts.ts'
import { usesOf, type Uses } from './uses.ts'

const FACTS = 'facts.yaml'

export interface CompiledFacts {
  readonly open: OpenFacts
  /** Items and files by the fact that they rest on. */
  readonly uses: Uses
  /** Null where the file cannot be read. */
  readonly file: FactsFile | null
}

/** @param isWhole false where a file of the course could not be read: what it rests on is unknown */
export function compileFacts(bench: Bench, isWhole: boolean): CompiledFacts {
  const file = bench.read(FACTS, factsFile)
  if (!file) return { open: { en: [], es: [] }, uses: {}, file }
  const uses = usesOf(bench, file)
  for (const [id, fact] of Object.entries(file.facts)) {
    checkFact(bench, file, id, fact)
    if (isWhole && !uses[id]?.length)
      bench.warning(
        FACTS,
        ['facts', id],
        `nothing rests on "${id}"`,
        `write "facts: [${id}]" where the course says it, or take it out`,
      )
  }
  checkSources(bench, file)
  checkNumbers(bench, file)
  return { open: { en: toConfirm(file, uses, 'en'), es: toConfirm(file, uses, 'es') }, uses, file }
}

const toConfirm = (file: FactsFile, uses: Uses, language: Language): ToConfirm[] =>
  Object.entries(file.facts).flatMap(([id, { what, confirm, country }]) =>
    confirm
      ? [
          {
            id,
            what: typeof what === 'string' ? what : what[language],
            why: confirm.why[language],
            who: confirm.who.map((expert) => file.experts[expert]?.[language] ?? expert),
            ...(country ? { country } : {}),
            usedIn: uses[id] ?? [],
          },
        ]
      : [],
  )

function checkFact(bench: Bench, file: FactsFile, id: string, fact: FactFile): void {
  const says = (field: string, what: string, remedy: string): void =>
    bench.error(FACTS, ['facts', id, ...(field ? [field] : [])], what, remedy)
  if (fact.how !== 'general' && fact.sources.length === 0)
    says(
      '',
      `the fact "${id}" has no source`,
      'name its sources; where there is none write "how: general" and who must confirm it',
    )
  if (fact.how === 'general' && fact.sources.length > 0)
    says('how', `"${id}" has a source and is called general`, 'write read or second-hand')
  if (fact.how === 'general' && !fact.confirm)
    says('', `nobody is to confirm "${id}", which has no source`, 'add confirm: who, and why')
  if (!fact.confirm && fact.where.some((place) => place.startsWith('programmes/')))
    says(
      '',
      `people in danger call "${id}", and nobody is to try it here`,
      'add confirm: who, and why',
    )
  if (fact.confirm && typeof fact.what === 'string')
    says('what', 'coordinators read it in their language', 'write it in both: { en: …, es: … }')
  for (const source of fact.sources)
    if (!file.sources[source])
      says('sources', `there is no source "${source}"`, 'add it to sources: title, publisher, url')
  for (const expert of fact.confirm?.who ?? [])
    if (!file.experts[expert])
      says('confirm', `there is no expert "${expert}"`, `use one of: ${keys(file.experts)}`)
  for (const [index, place] of fact.where.entries())
    if (!bench.source.has(place))
      bench.error(
        FACTS,
        ['facts', id, 'where', index],
        `there is no file content/${place}`,
        'write a file below content/; lessons and the like name the fact themselves, by facts:',
      )
}

function checkSources(bench: Bench, file: FactsFile): void {
  const named = new Set(Object.values(file.facts).flatMap(({ sources }) => sources))
  for (const source of Object.keys(file.sources))
    if (!named.has(source))
      bench.warning(
        FACTS,
        ['sources', source],
        `no fact names the source "${source}"`,
        'name it by a fact, or take it out',
      )
}

const keys = (all: object): string => Object.keys(all).join(', ')

/** A year is long for a phone number. @param today `YYYY-MM-DD` */
export function checkAge(bench: Bench, file: FactsFile, today: string): void {
  const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`
  for (const [id, { checked }] of Object.entries(file.facts))
    if (checked < yearAgo)
      bench.warning(
        FACTS,
        ['facts', id, 'checked'],
        `"${id}" was last checked on ${checked}, more than a year ago`,
        'look at its sources again, mend what changed, and write the new date',
      )
}
