/** What of somebody is kept how long, as it is shown to them: the rules of retention.ts that concern one person. */
import type { Kept } from './retention.ts'

/** `rule`: of retention.ts; null for what stays as long as they have an account, or for good. */
export const OWN_KEPT = {
  account: { rule: null },
  work: { rule: null },
  profiles: { rule: 'profiles' },
  notes: { rule: 'notes' },
  applications: { rule: 'applications' },
  links: { rule: 'links' },
  sessions: { rule: 'sessions' },
  outbox: { rule: 'outbox' },
  notices: { rule: 'notices' },
  signOffDrafts: { rule: 'signOffDrafts' },
  packageLaunches: { rule: 'packageLaunches' },
  groupSignUps: { rule: 'groupSignUps' },
  pairings: { rule: 'pairings' },
  security: { rule: 'security' },
  seen: { rule: 'seen' },
  dataRequests: { rule: 'dataRequests' },
  audit: { rule: null },
} as const satisfies Readonly<Record<string, { readonly rule: Kept | null }>>

export type OwnKept = keyof typeof OWN_KEPT
export const OWN_KEPT_KINDS = Object.keys(OWN_KEPT) as OwnKept[]
