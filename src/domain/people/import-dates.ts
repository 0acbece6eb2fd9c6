/** Days as lists have them. Nobody guesses whether 03/04/2020 is in March or in April. */
import { isDay, type Day } from '#domain/calendar/days.ts'
import { withoutAccents } from './names.ts'

export const DAY_ORDERS = ['day-first', 'month-first'] as const
export type DayOrder = (typeof DAY_ORDERS)[number]

export type DateProblem =
  'date-unclear' | 'date-short-year' | 'date-number' | 'date-other-order' | 'date-not-there'

export type ReadDate =
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'problem'; readonly problem: DateProblem }

/** Two numbers of up to two digits and a year, with what stands between them. */
const NUMBERS = /^(\d{1,2})([/.-]| )(\d{1,2})\2(\d{4}|\d{2})$/
/** What a spreadsheet writes behind a day. */
const TIME = /[ t]+\d{1,2}[:h]\d{2}(:\d{2}(\.\d+)?)?( ?[ap]\.? ?m\.?)?z?$/

const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'ene'],
  ['feb'],
  ['mar'],
  ['apr', 'abr'],
  ['may'],
  ['jun'],
  ['jul'],
  ['aug', 'ago'],
  ['sep', 'set'],
  ['oct'],
  ['nov'],
  ['dec', 'dic'],
]

const cleaned = (typed: string): string => withoutAccents(typed.trim()).replace(TIME, '')

/** @param typed a cell that is not empty @param order as it was said or is plain from the list */
export function readDate(typed: string, order: DayOrder): ReadDate {
  const text = cleaned(typed)
  const year = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text)
  if (year) return dayOf(year[1], year[2], year[3])
  if (/^\d{5}([.,]\d+)?$/.test(text)) return problem('date-number')
  const numbers = NUMBERS.exec(text)
  if (numbers) {
    const [, one = '', sign = '', two = '', last = ''] = numbers
    if (last.length === 2) return problem('date-short-year')
    const isDayFirst = sign === '.' || order === 'day-first'
    const [day, month] = isDayFirst ? [one, two] : [two, one]
    if (Number(month) > 12 && Number(day) <= 12) return problem('date-other-order')
    return dayOf(last, month, day)
  }
  return inWords(text)
}

/** 3 April 2020, April 3, 2020, 3 de abril de 2020, 3-Apr-2020. */
function inWords(text: string): ReadDate {
  const parts = text.split(/[^a-z0-9]+/).filter((part) => part && !['de', 'del'].includes(part))
  const [word, ...others] = parts.filter((part) => /^[a-z]{3,10}$/.test(part))
  const month = MONTHS.findIndex((names) => names.some((name) => word?.startsWith(name))) + 1
  const numbers = parts.flatMap((part) => /^(\d{1,4})(st|nd|rd|th)?$/.exec(part)?.[1] ?? [])
  const year = numbers.find((part) => part.length === 4)
  const day = numbers.find((part) => part.length < 3)
  if (parts.length !== 3 || others.length || !month || !day) return problem('date-unclear')
  if (!year) return problem(numbers.length === 2 ? 'date-short-year' : 'date-unclear')
  return dayOf(year, String(month), day)
}

const problem = (name: DateProblem): ReadDate => ({ kind: 'problem', problem: name })

function dayOf(year = '', month = '', day = ''): ReadDate {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(text) ? { kind: 'day', day: text } : problem('date-not-there')
}

export type FoundOrder =
  /** Every day can be read in one way only, or is the same in both. */
  | { readonly kind: 'plain'; readonly order: DayOrder }
  /** A day that could be read in two ways. */
  | { readonly kind: 'asked'; readonly example: string }

/** @param cells of all columns that hold days */
export function orderOf(cells: readonly string[]): FoundOrder {
  const dates = cells.flatMap((cell) => {
    const found = NUMBERS.exec(cleaned(cell))
    return found && found[2] !== '.' ? [{ cell, one: Number(found[1]), two: Number(found[3]) }] : []
  })
  const isDayFirst = dates.some(({ one, two }) => one > 12 && two <= 12)
  const isMonthFirst = dates.some(({ one, two }) => two > 12 && one <= 12)
  const example = dates.find(({ one, two }) => one <= 12 && two <= 12 && one !== two)
  if (isDayFirst === isMonthFirst && example) return { kind: 'asked', example: example.cell }
  return { kind: 'plain', order: isMonthFirst ? 'month-first' : 'day-first' }
}
