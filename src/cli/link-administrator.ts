/** A way back in for an administrator who lost the password: a link to choose a new one. */
import { findBySignInName, listStaff } from '#db/people.ts'
import { makeLink } from '#server/access/make-link.ts'
import { CouldNot, Misuse } from './command.ts'
import type { Given } from './given.ts'
import { withDatabase } from './with-database.ts'

export const run = ({ words: [name] }: Given): Promise<number> =>
  withDatabase(async () => {
    const administrators = await listStaff(null, ['administrator'], 'en')
    const named = name === undefined ? null : await findBySignInName(name)
    const [only, ...others] = administrators
    const person = name === undefined ? only : administrators.find(({ id }) => id === named?.id)
    if (!only)
      throw new CouldNot(
        'There is no administrator yet: start the server, it prints a set-up link.',
      )
    if (!person)
      throw new CouldNot(`There is no administrator with the sign-in name ${name ?? ''}.`)
    if (name === undefined && others.length)
      throw new Misuse(
        `There are ${administrators.length} administrators. Say whose link it is: ${administrators.map((one) => one.signInName).join(', ')}`,
      )
    const url = await makeLink({ kind: 'reset', person: person.id, createdBy: null }, Date.now())
    console.log(`A new password for ${person.name}, within 48 hours:\n\n  ${url}\n`)
    return 0
  })
