import type { Programme } from './programme.ts'

/** What people dial when a life is in danger, by country: a programme names one of them. */
const EMERGENCY_NUMBERS: Readonly<Record<Programme['country'], readonly string[]>> = {
  us: ['911'],
  uk: ['999', '112'],
}

const digits = (number: string): string => number.replace(/\D/g, '')

/** @param number as somebody wrote it; one that holds other words is none */
export const isEmergencyNumber = (
  country: Programme['country'],
  number: string | undefined,
): boolean =>
  number !== undefined && isNumber(number) && EMERGENCY_NUMBERS[country].includes(digits(number))

/** Whether it looks like a number that one can dial: also a short one, such as 988; never "none". */
export const isNumber = (number: string): boolean =>
  /^\+?[\d\s()./x-]{3,40}$/i.test(number.trim()) && digits(number).length >= 3
