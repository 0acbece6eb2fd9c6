/** What is to be done, in kinds that tell nothing about anybody: for a mail that others may see. */
import { DANGERS, type Reason } from './attention.ts'

export const DIGEST_LINES = [
  'first',
  'answers',
  'decisions',
  'talks',
  'offers',
  'requests',
  'rest',
] as const
export type DigestLine = (typeof DIGEST_LINES)[number]

export interface Digest {
  /** How many of each, none left out. */
  readonly lines: Readonly<Record<DigestLine, number>>
  /** Where they stand, and where somebody says what they want by mail. */
  readonly url: string
  readonly wishes: string
}

const LINES: Readonly<Partial<Record<Reason, DigestLine>>> = {
  help: 'answers',
  reflection: 'answers',
  data: 'answers',
  'sign-off': 'decisions',
  'second-signature': 'decisions',
  stopped: 'decisions',
  'on-hold': 'decisions',
  expiring: 'decisions',
  review: 'talks',
  pause: 'talks',
  idle: 'talks',
  application: 'offers',
  again: 'offers',
  'to-invite': 'offers',
  mail: 'offers',
  invitation: 'offers',
  request: 'requests',
  'request-next': 'requests',
  'request-long': 'requests',
}

export const lineOfReason = (reason: Reason): DigestLine =>
  DANGERS.some((one) => one === reason) ? 'first' : (LINES[reason] ?? 'rest')
