/** Mails to somebody of the staff whom who runs the server gave a way back: for the command and for the server. */
import type { Person } from '#domain/people/person.ts'
import { wordsIn } from './words.ts'

export function resetMails(
  { name, language }: Pick<Person, 'name' | 'language'>,
  recipient: string,
) {
  const { ways, factor } = wordsIn(language)
  const { mailSubject, mail, platform } = ways.notice
  const { subject, text } = factor.mail.reset
  return {
    link: { recipient, subject: mailSubject, text: mail(name, platform) },
    factor: { recipient, subject, text: text(name) },
  }
}
