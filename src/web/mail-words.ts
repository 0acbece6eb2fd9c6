/** The words of mails that are sent when somebody is invited or given a link. */
import { isEmail, type Person } from '#domain/people/person.ts'
import { wordsIn } from '#i18n/words.ts'
import type { MadeLinkMail } from '#server/access/make-link.ts'
import type { ToOwner } from '#server/access/tell-owner.ts'
import type { MailWords } from '#server/people/invite.ts'

/** Tells whose account it is that somebody made a link into it; null where they sign in with a word. */
export const linkMadeMail = (account: Person, by: string): MadeLinkMail | null => {
  if (!isEmail(account.signInName)) return null
  const t = wordsIn(account.language).account
  return {
    recipient: account.signInName,
    subject: t.linkMadeSubject,
    text: t.linkMadeMail(account.name, by),
  }
}

/** Tells the owner of an account what became of its passkeys; null where they sign in with a word. */
export const passkeyMail = (account: Person, what: 'added' | 'removed'): ToOwner | null => {
  if (!isEmail(account.signInName)) return null
  const { subject, text } = wordsIn(account.language).passkeys.mail[what]
  return { recipient: account.signInName, subject, text: text(account.name) }
}

export const mailWords: MailWords = (language, mail) => {
  const t = wordsIn(language).invitations.mail
  return { subject: t.subject, text: t.text(mail) }
}
