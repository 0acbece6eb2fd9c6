/** The reports within one programme. */
export const REPORTS = [
  'state',
  'funnel',
  'time',
  'stops',
  'questions',
  'practice',
  'confidence',
  'support',
  'pairings',
  'waiting',
  'meetings',
  'endings',
] as const
export type ReportName = (typeof REPORTS)[number]

/** Those about what happened in the period; the others are about whoever joined in it. */
export const HAPPENED = [
  'support',
  'pairings',
  'waiting',
  'meetings',
  'endings',
] as const satisfies readonly ReportName[]
export type HappenedName = (typeof HAPPENED)[number]
export const isAboutHappened = (name: ReportName): name is HappenedName =>
  HAPPENED.some((one) => one === name)

/** Those that stand over all programmes. */
export const ACROSS = ['funnel', 'time', 'confidence'] as const satisfies readonly ReportName[]
export type AcrossName = (typeof ACROSS)[number]
