/** Somebody changes how they come in, or how they are reached. */
import type { APIContext } from 'astro'
import type { Contact } from '#domain/people/contact.ts'
import type { Person } from '#domain/people/person.ts'
import { choosePassword, saveContact } from '#server/access/own-ways.ts'
import type { SignedIn } from '#server/access/session.ts'
import { changedMail } from './mail-words.ts'
import { proofFirst, problemWithProof } from './proof.ts'
import { line, text, type typedIn } from './typed.ts'

export const WAYS_FIELDS = {
  do: text,
  email: line,
  phone: line,
  signInName: line,
  newPassword: text,
}

/** Where the page says what is wrong with the proof for another address. */
export const CONTACT_PROOF = 'contact-password'

type WaysForm = ReturnType<typeof typedIn<typeof WAYS_FIELDS>>

/** @param hasPassword then whoever changes a way shows first who they are @returns what was saved; null where something is wrong */
export async function changeWays(
  context: APIContext,
  person: Person,
  form: WaysForm,
  hasPassword: boolean,
): Promise<'contact' | 'password' | null> {
  const { locals } = context
  const { words, now } = locals
  const { do: act, email, phone, signInName, newPassword } = form.values
  const unproved = act === 'password' && hasPassword ? await problemWithProof(context) : null
  if (unproved !== null) form.problems['password'] = unproved
  // A proof gives the session a new secret.
  const { signedIn } = locals
  if (!signedIn || unproved !== null) return null
  if (act === 'contact') return changeContact(context, person, form, { email, phone })
  if (act !== 'password') return null
  const typed = { signInName, password: newPassword }
  const outcome = await choosePassword(person, signedIn, typed, changedMail, now)
  if (outcome.kind === 'saved') return 'password'
  const { problems } = words.account
  for (const one of outcome.problems)
    if (one.field === 'signInName') form.problems['signInName'] = problems.signInName[one.problem]
    else form.problems['newPassword'] = problems.password[one.problem]
  return null
}

/** Another address asks who they are, and nothing else does: so the field is there only when it is asked for. */
async function changeContact(
  context: APIContext,
  person: Person,
  form: WaysForm,
  typed: Contact,
): Promise<'contact' | null> {
  const { locals } = context
  const t = locals.words.ways.mine
  const save = (signedIn: SignedIn) => saveContact(person, signedIn, typed, changedMail, locals.now)
  let outcome = locals.signedIn && (await save(locals.signedIn))
  if (outcome?.kind === 'not-fresh') {
    const unproved = await proofFirst(context)
    if (unproved !== null) form.problems[CONTACT_PROOF] = unproved || t.emailProof
    else outcome = locals.signedIn && (await save(locals.signedIn))
  }
  if (outcome?.kind === 'saved') return 'contact'
  if (outcome?.kind === 'refused')
    form.refuse(
      outcome.problems,
      { 'email-malformed': 'email', 'phone-malformed': 'phone' },
      { 'email-malformed': t.emailMalformed, 'phone-malformed': t.phoneMalformed },
    )
  return null
}
