/** What the two standards allow in each element that a package of ours writes; anything else is refused. */
import type { Standard } from '#domain/packages/packed.ts'

type Rule = readonly [element: RegExp, value: RegExp]

const ID = /^[A-Za-z0-9_-]{1,255}$/
const SCORE = /^(?:100|[1-9]?\d)$/
const STATE = /^[A-Za-z0-9._-]{0,4000}$/
const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/

const RULES: Record<Standard, readonly Rule[]> = {
  '1.2': [
    [/^cmi\.suspend_data$/, STATE],
    [/^cmi\.core\.exit$/, /^suspend$/],
    [/^cmi\.core\.lesson_status$/, /^(?:incomplete|passed|failed)$/],
    [/^cmi\.core\.session_time$/, /^\d{2,4}:[0-5]\d:[0-5]\d$/],
    [/^cmi\.core\.score\.(?:raw|min|max)$/, SCORE],
    [/^cmi\.interactions\.\d+\.id$/, ID],
    [/^cmi\.interactions\.\d+\.type$/, /^choice$/],
    [/^cmi\.interactions\.\d+\.time$/, CLOCK],
    [/^cmi\.interactions\.\d+\.correct_responses\.0\.pattern$/, /^[a-z](?:,[a-z])*$/],
    [/^cmi\.interactions\.\d+\.student_response$/, /^[a-z](?:,[a-z])*$/],
    [/^cmi\.interactions\.\d+\.result$/, /^(?:correct|wrong)$/],
    [/^cmi\.objectives\.\d+\.id$/, ID],
    [/^cmi\.objectives\.\d+\.status$/, /^completed$/],
  ],
  '2004': [
    [/^cmi\.suspend_data$/, STATE],
    [/^cmi\.exit$/, /^suspend$/],
    [/^cmi\.completion_status$/, /^(?:incomplete|completed)$/],
    [/^cmi\.success_status$/, /^(?:passed|failed)$/],
    [/^cmi\.session_time$/, /^PT\d+H\d+M\d+S$/],
    [/^cmi\.score\.(?:raw|min|max)$/, SCORE],
    [/^cmi\.score\.scaled$/, /^(?:0(?:\.\d{1,2})?|1)$/],
    [/^cmi\.interactions\.\d+\.id$/, ID],
    [/^cmi\.interactions\.\d+\.type$/, /^choice$/],
    [/^cmi\.interactions\.\d+\.timestamp$/, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/],
    [/^cmi\.interactions\.\d+\.correct_responses\.0\.pattern$/, /^[a-z](?:\[,\][a-z])*$/],
    [/^cmi\.interactions\.\d+\.learner_response$/, /^[a-z](?:\[,\][a-z])*$/],
    [/^cmi\.interactions\.\d+\.result$/, /^(?:correct|incorrect)$/],
    [/^cmi\.interactions\.\d+\.description$/, /^[^]{1,250}$/],
    [/^cmi\.objectives\.\d+\.id$/, ID],
    [/^cmi\.objectives\.\d+\.completion_status$/, /^completed$/],
  ],
}

/** Null where it is allowed. */
export function refusalOf(standard: Standard, element: string, value: string): string | null {
  const rule = RULES[standard].find(([name]) => name.test(element))
  if (!rule) return 'no such element'
  return rule[1].test(value) ? null : 'not as the standard asks'
}
