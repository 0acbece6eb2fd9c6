/** The words of mails that are sent when somebody is invited or given a link. */
import { resetMails } from '#i18n/reset-mails.ts'
import type { ResetMails } from '#server/people/by-terminal.ts'
import { settings } from '#settings.ts'
import { isLanguage } from '#domain/course/language.ts'
import type { Person } from '#domain/people/person.ts'
import type { Reachable } from '#db/people.ts'
import type { FactorWords } from '#i18n/en/factor.ts'
import { wordsIn } from '#i18n/words.ts'
import type { CodeMailWords } from '#server/access/mail-code.ts'
import type { MadeLinkMail } from '#server/access/make-link.ts'
import type { ToOwner } from '#server/access/tell-owner.ts'
import type { ChangeWords } from '#server/access/own-ways.ts'
import type { AnsweredMail } from '#server/rights/answer-data-request.ts'
import type { DangerWords } from '#server/running/call-about-dangers.ts'
import type { JobWords } from '#server/running/daily.ts'
import type { DigestWords } from '#server/running/send-digests.ts'
import type { UnusualWords } from '#server/running/tell-unusual.ts'
import type { NoticeWords } from '#server/running/tell-what-waits.ts'
import { showContact } from '#server/show/ways-in.ts'
import type { MailWords } from '#server/people/invite.ts'

/** Tells whose account it is that staff made a code into it; null where they have no address. */
export const codeMadeMail = async (account: Person, by: string): Promise<MadeLinkMail | null> =>
  codeMadeTo({ account, email: (await showContact(account)).email }, by)

export function codeMadeTo({ account, email }: Reachable, by: string): MadeLinkMail | null {
  const t = wordsIn(account.language).ways.notice
  return email ? { recipient: email, subject: t.mailSubject, text: t.mail(account.name, by) } : null
}

/** For the command `person reset`, where the server does it. */
export const resetWords: ResetMails = resetMails

/** Tells at the address that there was, that something changed. */
export const changedMail: ChangeWords = (person, recipient) => {
  const t = wordsIn(person.language).ways.mine
  return { recipient, subject: t.changedSubject, text: t.changedMail(person.name) }
}

/** A mentor was stopped, or it was decided how that ends; null where they have no address. */
export function stopMail(
  mentor: { readonly name: string; readonly email: string; readonly language: string },
  what: 'stopped' | 'ended',
): ToOwner | null {
  const language = isLanguage(mentor.language) ? mentor.language : 'en'
  const { subject, text } = wordsIn(language).stops.mail[what]
  const url = `${settings().origin}/learn`
  return mentor.email ? { recipient: mentor.email, subject, text: text(mentor.name, url) } : null
}

/** Nobody said in time what was done about a danger. */
export const dangerMail: DangerWords = (language, call) => {
  const t = wordsIn(language).tasks.call
  return { subject: t.subject, text: t.text(call) }
}

/** Of whatever kind: who reads it over a shoulder learns no more than that there is something. */
export const noticeMail: NoticeWords = (language, mail) => {
  const t = wordsIn(language).notices.mail
  return { subject: t.subject, text: t.text(mail) }
}

/** What somebody asked about their data was answered: as neutral as any other notice. */
export const answeredMail: AnsweredMail = ({ language, email }) => {
  const { origin } = settings()
  const mail = { url: `${origin}/sign-in`, wishes: `${origin}/ways-in/mail` }
  const said = noticeMail(isLanguage(language) ? language : 'en', mail)
  return email ? { recipient: email, ...said } : null
}

export const digestMail: DigestWords = (language, digest) => {
  const t = wordsIn(language).notices.digest
  return { subject: t.subject, text: t.text(digest) }
}

export const unusualMail: UnusualWords = (language, { kind, at, url }) => {
  const t = wordsIn(language).security.mail[kind]
  return { subject: t.subject, text: t.text(timeInUtc(at), url) }
}

/** Whose clock somebody reads is not known where they have no programme. */
const timeInUtc = (at: number): string =>
  `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`

export const jobWords: JobWords = {
  danger: dangerMail,
  notice: noticeMail,
  digest: digestMail,
  unusual: unusualMail,
}

export const mailedCode: CodeMailWords = (language, mail) => {
  const t = wordsIn(language).ways
  return { subject: t.mailSubject, text: t.mailText(mail) }
}

/** Tells the owner of an account what became of its passkeys; null where they have no address. */
export async function passkeyMail(
  account: Person,
  what: 'added' | 'removed',
): Promise<ToOwner | null> {
  const { email } = await showContact(account)
  const { subject, text } = wordsIn(account.language).passkeys.mail[what]
  return email ? { recipient: email, subject, text: text(account.name) } : null
}

/** Tells somebody of the staff what became of their second factor; null where they have no address. */
export async function factorMail(
  account: Pick<Person, 'id' | 'name' | 'language'>,
  what: keyof FactorWords['mail'],
): Promise<ToOwner | null> {
  const { email } = await showContact(account)
  const { subject, text } = wordsIn(account.language).factor.mail[what]
  return email ? { recipient: email, subject, text: text(account.name) } : null
}

export const mailWords: MailWords = (language, mail) => {
  const t = wordsIn(language).invitations.mail
  return { subject: t.subject, text: t.text(mail) }
}
