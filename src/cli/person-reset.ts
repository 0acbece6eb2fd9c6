/** A way back for anybody of the staff, by who runs the server: a link to a new password, and no second step where asked. */
import { findBySignInName, findPerson } from '#db/people.ts'
import { isStaff } from '#domain/people/person.ts'
import { wordsIn } from '#i18n/words.ts'
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
    if (given.is('second-step')) {
      const { subject, text } = wordsIn(person.language).factor.mail.reset
      const mail = row.email ? { recipient: row.email, subject, text: text(person.name) } : null
      await resetFactorHere(person.id, mail, now)
      console.log(`The second step of ${person.name} is taken away; every device is signed out.\n`)
    }
    const url = await makeLink({ kind: 'reset', person: person.id, createdBy: null }, now)
    console.log(`A new password for ${person.name}, within 24 hours:\n\n  ${url}\n`)
    return 0
  })
