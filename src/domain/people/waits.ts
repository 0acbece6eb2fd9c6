/** What waits for a coordinator about somebody who is not here yet: an application, an invitation. Db/desk-waits.ts says the same as SQL. */
import { DAY_MS } from '#domain/calendar/days.ts'
import type { WaitReason } from '#domain/readiness/attention.ts'
import type { Outcome } from './application.ts'

/** An invitation that nobody used waits from so long before its end, milliseconds. */
export const INVITATION_ENDS_WITHIN = 5 * DAY_MS

export interface Wait {
  readonly reason: WaitReason
  /** Milliseconds since 1970. */
  readonly since: number
}

/** @param today `YYYY-MM-DD` by the programme's clock @returns null for nothing */
export function waitOfApplication(
  application: {
    readonly sentAt: number
    /** It stands under another one, which waits for both, or under an account. */
    readonly isJoined: boolean
    /** The latest one. */
    readonly talk: {
      readonly at: number
      readonly outcome: Outcome
      readonly againOn: string | null
    } | null
    /** By an invitation that nobody withdrew. */
    readonly isInvited: boolean
  },
  today: string,
): Wait | null {
  const { sentAt, isJoined, talk, isInvited } = application
  if (isJoined) return null
  if (talk === null) return { reason: 'application', since: sentAt }
  if (talk.outcome === 'later' && (talk.againOn ?? '') <= today)
    return { reason: 'again', since: talk.againOn ? Date.parse(talk.againOn) : talk.at }
  return talk.outcome === 'invite' && !isInvited ? { reason: 'to-invite', since: talk.at } : null
}

/** @param mail that carries it, or null where it was handed over @returns null for nothing */
export function waitOfInvitation(
  invitation: {
    readonly expiresAt: number
    readonly usedAt: number | null
    readonly withdrawnAt: number | null
  },
  mail: {
    readonly createdAt: number
    readonly sentAt: number | null
    readonly problem: string
  } | null,
  now: number,
): Wait | null {
  const { expiresAt, usedAt, withdrawnAt } = invitation
  if (usedAt !== null || withdrawnAt !== null) return null
  if (expiresAt > now && mail?.sentAt === null && mail.problem !== '')
    return { reason: 'mail', since: mail.createdAt }
  const since = expiresAt - INVITATION_ENDS_WITHIN
  return since <= now ? { reason: 'invitation', since } : null
}
