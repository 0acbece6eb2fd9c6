/** The reports within one programme. */
export const REPORTS = ['funnel', 'time', 'stops', 'questions', 'practice', 'confidence'] as const
export type ReportName = (typeof REPORTS)[number]

/** Those that stand over all programmes. */
export const ACROSS = ['funnel', 'time', 'confidence'] as const satisfies readonly ReportName[]
export type AcrossName = (typeof ACROSS)[number]
