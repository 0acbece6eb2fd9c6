/** Making an invitation again and withdrawing it: the same for coordinators and administrators, each within their reach. */
import type { APIContext } from 'astro'
import { accountsUnder, type Reach } from '#db/links.ts'
import { asSignInName, isEmail, type Person } from '#domain/people/person.ts'
import type { MadeInvitation } from '#server/invite.ts'
import { one } from '#server/read-form.ts'
import { resendInvitation } from '#server/resend-invitation.ts'
import { withdrawInvitation } from '#server/withdraw-invitation.ts'
import { mailWords } from './_desk.ts'
import { notFound, seeOther } from './_page.ts'

/** @param list address of the list with a query @returns what to hand over, or null where nothing was sent */
export async function changeInvitation(
  { locals: { post, now } }: APIContext,
  by: Person,
  reach: Reach,
  list: string,
): Promise<MadeInvitation | Response | null> {
  if (post.kind !== 'sent') return null
  const again = one(post.form, 'again')
  if (again) return (await resendInvitation(by, reach, again, mailWords, now)) ?? notFound()
  const wasWithdrawn = await withdrawInvitation(by, reach, one(post.form, 'revoke'), now)
  return seeOther(wasWithdrawn ? `${list}&withdrawn=1` : list)
}

/** Whether somebody has an account under the address in the form that was sent. */
export async function sentAddressHasAccount({ locals }: APIContext): Promise<boolean> {
  const address = locals.post.kind === 'sent' ? asSignInName(one(locals.post.form, 'email')) : ''
  return isEmail(address) && (await accountsUnder([address])).size > 0
}
