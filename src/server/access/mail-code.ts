/** Somebody asks for a code by mail. The answer, and the work for it, are the same whether or not the address is anybody's. */
import { write, type Query } from '#db/client.ts'
import { withdrawLink } from '#db/links.ts'
import { insertMail } from '#db/outbox.ts'
import { findByEmail, findPerson } from '#db/people.ts'
import type { Language } from '#domain/course/language.ts'
import { asSignInName, isEmail, isTraineeOnly, type Person } from '#domain/people/person.ts'
import { settings } from '#settings.ts'
import { audited } from '#server/trail/audited.ts'
import { newId } from '#server/trail/new-id.ts'
import { prepareLink } from './make-link.ts'
import { hashOfSecret, newSecret } from './secret.ts'
import { reserveMail, type Whence } from './throttle.ts'

export type CodeMailWords = (
  language: Language,
  mail: { readonly name: string; readonly code: string; readonly url: string },
) => { readonly subject: string; readonly text: string }

export type MailCodeAnswer =
  /** `asked`: for the browser to hold, so that the link in the mail needs no more than a press in it. */
  | { readonly kind: 'asked'; readonly asked: string }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'too-many'; readonly minutes: number }
  /** Nothing is mailed from here. */
  | { readonly kind: 'no-mail' }

export async function mailCode(
  typed: string,
  whence: Whence,
  words: CodeMailWords,
  now: number,
): Promise<MailCodeAnswer> {
  if (!settings().mail) return { kind: 'no-mail' }
  const address = asSignInName(typed)
  if (!isEmail(address)) return { kind: 'malformed' }
  const people = await reachedAt(address)
  const names = people.map(({ signInName }) => signInName)
  const tries = await reserveMail(whence, address, names, now)
  if (!tries.ok) return { kind: 'too-many', minutes: tries.minutes }
  const asked = newSecret()
  const askedBy = hashOfSecret(asked)
  await write(
    people.length > 0
      ? people.flatMap((person) => mailTo(person, address, askedBy, words, now))
      : madeForNobody(askedBy, now),
  )
  return { kind: 'asked', asked }
}

/** Trainees and mentors; whoever is of the staff has a password. */
async function reachedAt(address: string): Promise<Person[]> {
  const rows = await findByEmail(address)
  const people = await Promise.all(rows.map(({ id }) => findPerson(id)))
  return people.filter((person) => person !== null).filter(isTraineeOnly)
}

function mailTo(
  { id, name, language }: Person,
  recipient: string,
  askedBy: string,
  words: CodeMailWords,
  now: number,
): Query[] {
  const link = prepareLink(
    { kind: 'mailed-code', person: id, email: recipient, createdBy: null, askedBy },
    now,
  )
  const { subject, text } = words(language, { name, code: link.code, url: link.url })
  return [
    link.query,
    insertMail({ id: newId(now), recipient, subject, text, createdAt: now, nextTryAt: now }),
    audited(now, '', 'link-made:mailed-code', id, ''),
  ]
}

/** As much is written as for somebody: how long it takes tells nothing. It opens nothing, and goes with the other links. */
function madeForNobody(askedBy: string, now: number): Query[] {
  const link = prepareLink({ kind: 'mailed-code', createdBy: null, askedBy }, now)
  return [link.query, withdrawLink(link.id, now)]
}
