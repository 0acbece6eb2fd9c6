/**
 * What is written down of ways in (ASVS 5.0, V16.3): who came in or was turned away, who handed out or used power, when,
 * from where, and never what was typed. To whom and what else people did stands in the audit trail.
 */
import { DAY_MS } from '#domain/calendar/days.ts'

export const SECURITY_KINDS = [
  'signed-in',
  'refused',
  'throttled',
  'proven',
  'unproven',
  'signed-out',
  'device-ended',
  'denied',
  'new-device',
  'many-refusals',
  'factor-added',
  'factor-removed',
  'factor-shown',
  'factor-refused',
  'factor-reset',
  'recovery-codes-made',
  'factor-date-set',
  'role-changed',
  'token-changed',
  'link-made',
  'link-used',
  'link-disowned',
  'exported',
] as const
export type SecurityKind = (typeof SECURITY_KINDS)[number]

/** Somebody has to look at these. `new-device`, `link-disowned`: of staff alone, who hold what others wrote. */
export const UNUSUAL = [
  'link-disowned',
  'new-device',
  'many-refusals',
] as const satisfies readonly SecurityKind[]
export type UnusualKind = (typeof UNUSUAL)[number]

export const ENTRY_WAYS = [
  'password',
  'passkey',
  'code',
  'mailed-code',
  'link',
  'invitation',
  'reset',
  'setup',
  'app',
  'recovery-code',
] as const
export type EntryWay = (typeof ENTRY_WAYS)[number]

/** So many refusals of one account within `MANY_WITHIN` are somebody's business; said once in that time. */
export const MANY_REFUSALS = 20
export const MANY_WITHIN = DAY_MS

/** Acts of the audit trail that leave a row here, too, by what they begin with. */
const OF_ACTS: readonly (readonly [RegExp, SecurityKind])[] = [
  [
    /^(role-|trainee-(moved-away|archived|brought-back)|archived-together|account-(dis|en)abled)/,
    'role-changed',
  ],
  [/^token-/, 'token-changed'],
  [/^(link-made:|invitation-made-again)/, 'link-made'],
  [/^link-used:/, 'link-used'],
  [/^(record-exported|register-exported|seen:.*-?export$)/, 'exported'],
]

export const securityKindOf = (act: string): SecurityKind | null =>
  OF_ACTS.find(([pattern]) => pattern.test(act))?.[1] ?? null
