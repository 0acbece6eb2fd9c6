/** A way back for anybody of the staff, by who runs the server: a link to a new password, and no second step where asked. */
import { findBySignInName, findPerson } from '#db/people.ts'
import { isStaff } from '#domain/people/person.ts'
import { wordsIn } from '#i18n/words.ts'
import { settings } from '#settings.ts'
import { makeLink } from '#server/access/make-link.ts'
import { resetFactorHere } from '#server/access/reset-factor.ts'
import { CouldNot } from './command.ts'
import type { Given } from './given.ts'
import { withDatabase } from './with-database.ts'

export const run = (given: Given): Promise<number> =>
  withDatabase(async () => {
    const [name = ''] = given.words
    const row = await findBySignInName(name)
    const person = row && (await findPerson(row.id))
    if (!person || !isStaff(person))
      throw new CouldNot(
        `There is nobody with the sign-in name ${name} who administers, coordinates or observes. Trainees get a code from their coordinator.`,
      )
    const now = Date.now()
    const words = wordsIn(person.language)
    const mailOf = (subject: string, text: string) =>
      row.email && settings().mail ? { recipient: row.email, subject, text } : null
    if (given.is('second-step')) {
      const { subject, text } = words.factor.mail.reset
      await resetFactorHere(person.id, mailOf(subject, text(person.name)), now)
      console.log(`The second step of ${person.name} is taken away; every device is signed out.\n`)
    }
    const { mailSubject, mail, platform } = words.ways.notice
    const url = await makeLink(
      { kind: 'reset', person: person.id, createdBy: null },
      now,
      mailOf(mailSubject, mail(person.name, platform)),
    )
    console.log(`A new password for ${person.name}, within 24 hours:\n\n  ${url}\n`)
    return 0
  })
