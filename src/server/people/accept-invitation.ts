/** An invitation opened by somebody who already has an account: the role joins the others. */
import { guard, GuardFailed, write } from '#db/client.ts'
import { linkIsUnused, markLinkUsed, withdrawLinksOf } from '#db/links.ts'
import { findPerson } from '#db/people.ts'
import { grantRole } from '#db/roles.ts'
import type { Person } from '#domain/people/person.ts'
import { newId } from '#server/trail/new-id.ts'
import { endSessionsOf, startSession } from '#server/access/session.ts'
import { ageOf } from '#server/access/sign-in.ts'
import { carriedOver } from '#server/access/carried-over.ts'
import { lookedAfterBy } from '#server/access/looked-after-by.ts'
import type { JoinAnswer } from '#server/access/join-form.ts'
import type { Whence } from '#server/access/throttle.ts'
import { auditedAs } from '#server/trail/audited.ts'
import { openLink } from '#server/access/open-link.ts'

type Accepted = Exclude<JoinAnswer, { readonly kind: 'refused' | 'too-many' }>

/**
 * A new session in the place of all others, since those of staff are shorter (R22).
 * @param shared whether others use this computer
 */
export async function acceptInvitation(
  person: Person,
  secret: string,
  shared: boolean,
  whence: Whence,
  now: number,
): Promise<Accepted> {
  const opened = await openLink(secret, now)
  if (opened.kind !== 'open') return opened
  const { link, again } = opened
  // Somebody else came in by it already: their account is there.
  if (again !== null) return { kind: 'used' }
  if (link.kind !== 'invitation' || !link.programme) return { kind: 'unknown' }
  const { programme } = link
  const role = link.role ?? 'trainee'
  try {
    await write([
      guard(linkIsUnused.sql, [link.id]),
      grantRole({
        person: person.id,
        role,
        programme,
        createdAt: now,
        cohort: role === 'trainee' ? link.cohort : null,
      }),
      ...lookedAfterBy(link, person.id, now),
      ...(await carriedOver(link, person.id)),
      markLinkUsed(link.id, now, person.id),
      withdrawLinksOf(person.id, now),
      auditedAs({
        id: newId(now),
        at: now,
        actor: person.id,
        act: 'link-used:invitation',
        subject: person.id,
        programme,
      }),
    ])
  } catch (error) {
    if (error instanceof GuardFailed) return { kind: 'used' }
    throw error
  }
  const grown = (await findPerson(person.id)) ?? person
  const age = ageOf(grown, shared)
  await endSessionsOf(person.id)
  const entry = { way: 'invitation', whence: { ...whence, session: null } } as const
  return { kind: 'joined', person: grown, age, secret: await startSession(grown, age, entry, now) }
}
