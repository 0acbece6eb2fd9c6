/** Beside which field a problem of a check is said. */
import type { CheckForm, CheckProblem } from '#domain/readiness/check-entry.ts'

export const CHECK_FIELDS: Readonly<Record<CheckProblem, keyof CheckForm>> = {
  'act-missing': 'act',
  'nothing-there': 'act',
  'day-missing': 'onDay',
  'day-future': 'onDay',
  'day-old': 'onDay',
  'recheck-malformed': 'recheckOn',
  'recheck-before': 'recheckOn',
  over: 'onDay',
  'number-long': 'number',
  'why-missing': 'why',
  'why-long': 'why',
}
