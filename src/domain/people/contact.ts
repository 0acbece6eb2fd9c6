/** How somebody can be reached. Both may be left empty. */
import { asSignInName, isEmail } from './person.ts'

export interface Contact {
  /** Where codes are mailed; '' for none. */
  readonly email: string
  /** As they write it; '' for none. */
  readonly phone: string
}

export const asContact = ({ email, phone }: Contact): Contact => ({
  email: asSignInName(email),
  phone: phone.trim().replace(/\s+/g, ' '),
})

export type ContactProblem = 'email-malformed' | 'phone-malformed'

/** Numbers as people write them, with a country in front or an extension behind. @param contact as `asContact` gives it */
export function problemsWithContact({ email, phone }: Contact): ContactProblem[] {
  const digits = phone.replace(/\D/g, '').length
  const isPhone = /^\+?[\d\s()./x-]{5,40}$/i.test(phone) && digits >= 5 && digits <= 20
  return [
    ...(email && !isEmail(email) ? (['email-malformed'] as const) : []),
    ...(phone && !isPhone ? (['phone-malformed'] as const) : []),
  ]
}

/** For `tel:` and `sms:`: what is dialled, without an extension. */
export const dialled = (phone: string): string =>
  phone.replace(/x.*$/i, '').replace(/(?!^\+)\D/g, '')

/** What an applicant typed, as a link to write or to call; null where it is neither. `text`: for a number, to send a message. */
export function reachBy(contact: string): { readonly href: string; readonly text?: string } | null {
  const { email, phone } = asContact({ email: contact, phone: contact })
  if (isEmail(email)) return { href: `mailto:${email}` }
  if (!phone || problemsWithContact({ email: '', phone }).length) return null
  const number = dialled(phone)
  return { href: `tel:${number}`, text: `sms:${number}` }
}
