/** Why a line of a list is left out, and what a list says of somebody, in words. */
import type { Words } from '#i18n/words.ts'
import type { Locale } from '#domain/programme/locale.ts'
import type { ImportFault } from '#domain/people/import-settings.ts'
import type { ImportedFact } from '#domain/people/imported.ts'
import { dayInWords } from '#view/days.ts'

/** @param headings of the list, by column */
export const faultInWords = (
  { problem, column, line }: ImportFault,
  headings: readonly string[],
  { imports: t }: Words,
): string => {
  const why =
    line === undefined ? t.problems[problem] : `${t.problems[problem]} (${t.twiceLine(line)})`
  return column === null ? why : t.fault(headings[column] || t.columns.column(column + 1), why)
}

/** One fact as a sentence. */
export function factInWords(fact: ImportedFact, { imports: t }: Words, locale: Locale): string {
  const { kind, text, place, day, untilDay } = fact
  if (kind === 'joined') return t.facts.joined(dayInWords(day, locale))
  if (kind === 'place' || kind === 'languages') return t.facts[kind](text)
  return [
    kind === 'training' ? t.facts.training(text) : t.facts['signed-off'],
    place && t.facts.at(place),
    day && t.facts.on(dayInWords(day, locale)),
    untilDay && t.facts.until(dayInWords(untilDay, locale)),
  ]
    .filter(Boolean)
    .join(', ')
}
