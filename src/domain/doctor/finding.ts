/** What `alongside doctor` and the System page say: one finding for each thing that was looked at. */
import type { Day } from '#domain/calendar/days.ts'
import type { Language } from '#domain/course/language.ts'
import type { MailReason } from '#domain/people/mail-state.ts'

/** `problem`: something does not work, or is about to be lost; `warning`: somebody should look at it in the next days. */
export type State = 'ok' | 'warning' | 'problem'

/** What of a programme nobody would answer. */
interface Examples {
  readonly programme: string
  readonly names: Readonly<Record<Language, string>>
  /** As in the programme's file: `contact`, `contact.email`, `crisis.0`. */
  readonly fields: readonly string[]
}

/** Every finding, with what its words need. Sizes are bytes. */
export interface Facts {
  'settings-wrong': { readonly says: string }
  'node-fine': { readonly version: string }
  'node-old': { readonly version: string; readonly wants: string }
  'folder-fine': { readonly folder: string }
  'folder-missing': { readonly folder: string }
  'folder-shut': { readonly folder: string }
  'folder-other': { readonly folder: string }
  'folder-open': { readonly folder: string; readonly mode: string }
  'disk-fine': { readonly free: number }
  'disk-low': { readonly free: number; readonly wants: number }
  'disk-full': { readonly free: number; readonly wants: number }
  'clock-fine': { readonly today: Day }
  'clock-behind': { readonly now: string; readonly newest: string }
  'clock-ahead': { readonly today: Day; readonly newest: Day; readonly days: number }
  'database-writes': { readonly place: string }
  'database-shut': Record<never, never>
  'database-refused': { readonly says: string }
  'database-whole': { readonly tables: number; readonly rows: number }
  'database-damaged': { readonly says: string }
  'database-dangling': { readonly rows: number }
  'migrations-none': { readonly applied: number }
  'migrations-waiting': { readonly waiting: number }
  'migrations-newer': Record<never, never>
  'mail-off': Record<never, never>
  'mail-answers': { readonly host: string }
  'mail-fails': { readonly host: string; readonly problem: string; readonly reason: MailReason }
  'mail-refused': { readonly mails: number }
  'proxy-unseen': Record<never, never>
  'proxy-none': Record<never, never>
  'proxy-fine': { readonly hops: number }
  'proxy-unbelieved': { readonly entries: number }
  'proxy-too-few': { readonly hops: number; readonly entries: number }
  'proxy-silent': { readonly hops: number }
  'proxy-http': Record<never, never>
  'proxy-host': { readonly host: string; readonly origin: string }
  'packages-off': Record<never, never>
  'packages-fine': { readonly origin: string }
  'packages-nowhere': { readonly host: string }
  'backup-demo': Record<never, never>
  'backup-elsewhere': Record<never, never>
  'backup-soon': Record<never, never>
  'backup-none': Record<never, never>
  'backup-fine': { readonly hours: number }
  'backup-old': { readonly days: number }
  'backup-lost': { readonly days: number }
  'drill-none': Record<never, never>
  'drill-fine': { readonly day: Day; readonly file: string }
  'drill-old': { readonly day: Day; readonly days: number }
  'drill-failed': { readonly day: Day; readonly file: string; readonly problems: number }
  'examples-none': Record<never, never>
  'examples-left': Examples
  'examples-open': Examples
  'factors-none': Record<never, never>
  'factors-all': { readonly all: number }
  'factors-missing': { readonly missing: number; readonly all: number }
  unlooked: { readonly check: CheckName; readonly says: string }
}
export type FindingKind = keyof Facts

export const CHECKS = [
  'settings',
  'node',
  'folder',
  'disk',
  'clock',
  'database',
  'migrations',
  'mail',
  'proxy',
  'packages',
  'backup',
  'drill',
  'examples',
  'factors',
] as const
/** What is looked at, in this order. */
export type CheckName = (typeof CHECKS)[number]

export type Finding = {
  readonly [K in FindingKind]: {
    readonly check: CheckName
    readonly kind: K
    readonly state: State
    readonly facts: Facts[K]
  }
}[FindingKind]

/** A finding's words: what is so, and what to do about it where something is. */
export type FindingWords = {
  readonly [K in FindingKind]: (facts: Facts[K]) => readonly [says: string, remedy?: string]
}

const WARNINGS: readonly FindingKind[] = [
  ...(['folder-open', 'disk-low', 'migrations-waiting', 'mail-off'] as const),
  ...(['mail-refused', 'proxy-unbelieved', 'proxy-silent', 'proxy-http', 'backup-old'] as const),
  ...(['backup-elsewhere', 'drill-none', 'drill-old', 'examples-left', 'factors-missing'] as const),
]
const PROBLEMS: readonly FindingKind[] = [
  ...(['settings-wrong', 'node-old', 'folder-missing', 'folder-shut', 'folder-other'] as const),
  ...(['disk-full', 'clock-behind', 'clock-ahead', 'database-shut', 'database-refused'] as const),
  ...(['database-damaged', 'database-dangling', 'migrations-newer', 'mail-fails'] as const),
  ...(['proxy-too-few', 'proxy-host', 'packages-nowhere', 'backup-none', 'backup-lost'] as const),
  ...(['drill-failed', 'examples-open', 'unlooked'] as const),
]
const stateOf = (kind: FindingKind): State =>
  PROBLEMS.includes(kind) ? 'problem' : WARNINGS.includes(kind) ? 'warning' : 'ok'

/** The check that a kind belongs to: it begins with its name. */
function checkOf(kind: FindingKind): CheckName {
  const check = CHECKS.find((name) => kind.startsWith(`${name}-`))
  if (!check) throw new Error(`Bug: ${kind} belongs to no check.`)
  return check
}

/** @param check for what could not be looked at alone */
export const finding = <K extends FindingKind>(
  kind: K,
  facts: Facts[K],
  check = checkOf(kind),
): Finding =>
  // The compiler cannot follow that kind and facts belong together through a mapped type.
  ({ check, kind, state: stateOf(kind), facts }) as unknown as Finding

/** @returns what is so, and the remedy */
export function saidOf(
  { kind, facts }: Finding,
  words: FindingWords,
): readonly [says: string, remedy?: string] {
  const say = words[kind] as (facts: Finding['facts']) => readonly [says: string, remedy?: string]
  return say(facts)
}

/** The worst of them. */
export const worstOf = (findings: readonly Finding[]): State =>
  findings.some(({ state }) => state === 'problem')
    ? 'problem'
    : findings.some(({ state }) => state === 'warning')
      ? 'warning'
      : 'ok'
