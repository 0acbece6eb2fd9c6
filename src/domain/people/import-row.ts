/** One line of a list of people with their history, and every fault of it. */
import type { Day } from '#domain/calendar/days.ts'
import { isLanguage, type Language } from '#domain/course/language.ts'
import { asContact, problemsWithContact } from './contact.ts'
import type { ImportColumn } from './import-columns.ts'
import { readDate, type DayOrder } from './import-dates.ts'
import type { ImportFault, ImportProblem } from './import-settings.ts'
import type { ImportedFact } from './imported.ts'
import { readLanguage } from './invitation-list.ts'
import { plain } from './list-columns.ts'
import { asName, problemWithName } from './person.ts'

export interface ImportedPerson {
  readonly name: string
  /** Lower case; '' for none. */
  readonly email: string
  readonly phone: string
  readonly language: Language
  /** Cohort id, or null. */
  readonly cohort: string | null
  readonly facts: readonly ImportedFact[]
}

export interface ImportRow {
  /** Of the list, from 1. */
  readonly line: number
  readonly cells: readonly string[]
  /** As it was read; only without faults it is brought in. */
  readonly person: ImportedPerson
  readonly faults: readonly ImportFault[]
}

export interface AroundRows {
  readonly columns: readonly (ImportColumn | null)[]
  readonly language: Language
  readonly order: DayOrder
  /** By the programme's clock. */
  readonly today: Day
  /** Id by plain name; only those that take people. */
  readonly cohorts: ReadonlyMap<string, string>
}

const OLDEST = '1920-01-01'
const LONGEST_CELL = 300

/** @param cells trimmed */
export function checkImportRow(
  line: number,
  cells: readonly string[],
  around: AroundRows,
): ImportRow {
  const { columns } = around
  const faults: ImportFault[] = []
  const fault = (problem: ImportProblem, column: number | null): void => {
    faults.push({ problem, column })
  }
  const at = (column: ImportColumn): number | null => {
    const index = columns.indexOf(column)
    return index === -1 ? null : index
  }
  const all = (column: ImportColumn): { readonly text: string; readonly index: number }[] =>
    cells.flatMap((text, index) => (text && columns[index] === column ? [{ text, index }] : []))
  const cell = (column: ImportColumn): string => all(column)[0]?.text ?? ''
  const day = (column: ImportColumn, isPast = true): string => {
    const typed = cell(column)
    if (!typed) return ''
    const read = readDate(typed, around.order)
    if (read.kind === 'problem') fault(read.problem, at(column))
    else if (isPast && read.day > around.today) fault('date-future', at(column))
    else if (read.day < OLDEST) fault('date-too-old', at(column))
    return read.kind === 'day' ? read.day : ''
  }

  if (cells.slice(columns.length).some(Boolean)) fault('too-many-columns', null)
  for (const [index, text] of cells.entries()) {
    const column = columns[index]
    if (!column || !text) continue
    // What a spreadsheet would run; a telephone number begins with a plus by right.
    if (/^[=@\t\r]/.test(text) || (/^[+-]/.test(text) && column !== 'phone'))
      fault('formula', index)
    if (text.includes('\ufffd')) fault('letters-lost', index)
    if (text.length > LONGEST_CELL) fault('too-long', index)
  }
  const parts = [...all('given'), ...all('family')].map(({ text }) => text)
  const name = asName(cell('name') || parts.join(' '))
  const badName = problemWithName(name)
  const nameAt = at('name') ?? at('given') ?? at('family')
  if (badName && !faults.some(({ column }) => column === nameAt)) fault(`name-${badName}`, nameAt)
  const contact = asContact({ email: cell('email'), phone: cell('phone') })
  for (const one of problemsWithContact(contact))
    fault(one, at(one === 'email-malformed' ? 'email' : 'phone'))
  const typedLanguage = cell('language')
  const language = typedLanguage ? readLanguage(typedLanguage) : around.language
  if (!language || !isLanguage(language)) fault('language-unknown', at('language'))
  const cohortName = plain(cell('cohort'))
  const cohort = cohortName ? around.cohorts.get(cohortName) : null
  if (cohort === undefined) fault('cohort-unknown', at('cohort'))

  const joined = day('joined')
  const trainedOn = day('trained-on')
  const from = day('signed-off-on')
  const until = day('signed-off-until', false)
  if (from && until && until < from) fault('until-before', at('signed-off-until'))
  const trainings = all('training').map(({ text }) => text)
  if (trainings.length === 0 && (trainedOn || cell('trained-at')))
    fault('training-without-name', at('training') ?? at('trained-on') ?? at('trained-at'))
  const none = { text: '', place: '', day: '', untilDay: '' }
  const signedOffAt = cell('signed-off-at')
  const facts: ImportedFact[] = [
    ...(joined ? [{ ...none, kind: 'joined' as const, day: joined }] : []),
    ...trainings.map((text) => ({
      ...none,
      kind: 'training' as const,
      text,
      place: cell('trained-at'),
      day: trainedOn,
    })),
    ...(from || until || signedOffAt
      ? [{ ...none, kind: 'signed-off' as const, place: signedOffAt, day: from, untilDay: until }]
      : []),
    ...(cell('place') ? [{ ...none, kind: 'place' as const, text: cell('place') }] : []),
    ...(cell('languages')
      ? [{ ...none, kind: 'languages' as const, text: cell('languages') }]
      : []),
  ]
  return {
    line,
    cells,
    person: {
      name,
      ...contact,
      language: language ?? around.language,
      cohort: cohort ?? null,
      facts,
    },
    faults,
  }
}
