/**
 * What is written down of ways in (ASVS 5.0, V16.3): who came in or was turned away, when, from where, and never what was
 * typed. What people did once they were in stands in the audit trail.
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
] as const
export type SecurityKind = (typeof SECURITY_KINDS)[number]

/** Somebody has to look at these. `new-device`: of staff alone, who hold what others wrote. */
export const UNUSUAL = ['new-device', 'many-refusals'] as const satisfies readonly SecurityKind[]
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
