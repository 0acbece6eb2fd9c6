/** A way back in for an administrator who lost the password: a link to choose a new one. */
import { findBySignInName, listStaff } from '#db/people.ts'
import { makeLink } from '#server/make-link.ts'
import { withDatabase } from './with-database.ts'

export const run = (args: string[]): Promise<number> =>
  withDatabase(async () => {
    const administrators = await listStaff(null, ['administrator'])
    const wanted = args[0] ? (await findBySignInName(args[0]))?.id : administrators[0]?.id
    const person = administrators.find(({ id }) => id === wanted)
    if (!person) {
      console.error(
        administrators.length
          ? 'There is no administrator with that sign-in name.'
          : 'There is no administrator yet: start the server, it prints a set-up link.',
      )
      return 3
    }
    const url = await makeLink({ kind: 'reset', person: person.id, createdBy: null }, Date.now())
    console.log(`A new password for ${person.name}, within 48 hours:\n\n  ${url}\n`)
    return 0
  })
