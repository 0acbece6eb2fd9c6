/** Links that let somebody into an account that is there: a press, and nothing to invent. */
import { guard, GuardFailed, write } from '#db/client.ts'
import { linkIsUnused, markLinkUsed, withdrawLinksOf, type LinkRow } from '#db/links.ts'
import { findPerson, findPersonRow } from '#db/people.ts'
import { heldUntil, stillHeld } from '#domain/people/held.ts'
import { isTraineeOnly } from '#domain/people/person.ts'
import { audited } from '#server/trail/audited.ts'
import type { JoinAnswer, JoinForm } from './join-form.ts'
import { hashOfSecret } from './secret.ts'
import { endSessionsOf, startSession, type Entry } from './session.ts'
import { ageOf } from './sign-in.ts'
import type { Whence } from './throttle.ts'

/** A code of staff, one that was mailed, or the link of the demo's cast. */
export async function enterBy(
  link: LinkRow,
  form: JoinForm,
  whence: Whence,
  now: number,
): Promise<JoinAnswer> {
  const person = link.person ? await findPerson(link.person) : null
  if (!person) return { kind: 'unknown' }
  // Whoever became one of the staff meanwhile comes in as staff do.
  if (link.kind !== 'sign-in' && !isTraineeOnly(person)) return { kind: 'withdrawn' }
  // Scanners of mail open links, run scripts and send forms: here they would need what the browser holds that asked.
  if (
    link.kind === 'mailed-code' &&
    !form.isTyped &&
    hashOfSecret(form.asked ?? '') !== link.askedBy
  )
    return { kind: 'refused', problems: [{ field: 'code', problem: 'missing' }] }
  try {
    await write([
      guard(linkIsUnused.sql, [link.id]),
      markLinkUsed(link.id, now, person.id),
      withdrawLinksOf(person.id, now),
      audited(now, person.id, `link-used:${link.kind}`, person.id, link.programme),
    ])
  } catch (error) {
    if (error instanceof GuardFailed) return { kind: 'used' }
    throw error
  }
  const way = link.kind === 'sign-in' ? 'link' : link.kind
  const held = await heldBy(link, person.id, now)
  return letIn(person.id, form.shared, { way, whence, held }, now)
}

/** By the invitation once more: whoever was in by it before is not any longer. */
export async function enterAgain(
  person: string,
  link: LinkRow,
  form: JoinForm,
  whence: Whence,
  now: number,
): Promise<JoinAnswer> {
  await write([audited(now, person, 'link-used:invitation', person, link.programme)])
  await endSessionsOf(person)
  return letIn(
    person,
    form.shared,
    { way: 'invitation', whence: { ...whence, session: null } },
    now,
  )
}

async function letIn(id: string, shared: boolean, entry: Entry, now: number): Promise<JoinAnswer> {
  const person = await findPerson(id)
  if (!person) return { kind: 'unknown' }
  const age = ageOf(person, shared)
  const secret = await startSession(person, age, entry, now)
  return { kind: 'joined', person, age, secret }
}

async function heldBy(link: LinkRow, person: string, now: number): Promise<number | null> {
  if (link.kind === 'code') return stillHeld(heldUntil(link.createdAt), now)
  if (link.kind !== 'mailed-code') return null
  return stillHeld((await findPersonRow(person))?.contactHeldUntil ?? null, now)
}
