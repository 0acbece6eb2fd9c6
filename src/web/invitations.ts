/** Making an invitation again and withdrawing it: the same for coordinators and administrators, each within their reach. */
import type { APIContext } from 'astro'
import type { Reach } from '#db/links.ts'
import type { Person } from '#domain/people/person.ts'
import type { MadeInvitation } from '#server/people/invite.ts'
import { resendInvitation } from '#server/people/resend-invitation.ts'
import { withdrawInvitation } from '#server/people/withdraw-invitation.ts'
import { mailWords } from './mail-words.ts'
import { proofFirst } from './proof.ts'
import { text, typedIn } from './typed.ts'
import { notFound, seeOther } from './answers.ts'

/** Whoever makes a way in for somebody else shows first who they are. */
export interface ProofMissing {
  readonly again: string
  readonly problem: string
}

/** @param list address of the list with a query @returns what to hand over, or null where nothing was sent */
export async function changeInvitation(
  context: APIContext,
  by: Person,
  reach: Reach,
  list: string,
): Promise<MadeInvitation | ProofMissing | Response | null> {
  const { post, now } = context.locals
  if (post.kind !== 'sent') return null
  const { again, revoke } = typedIn(post, { again: text, revoke: text }).values
  const problem = again ? await proofFirst(context) : null
  if (problem !== null) return { again, problem }
  if (again) return (await resendInvitation(by, reach, again, mailWords, now)) ?? notFound()
  const wasWithdrawn = await withdrawInvitation(by, reach, revoke, now)
  return seeOther(wasWithdrawn ? `${list}&withdrawn=1` : list)
}
