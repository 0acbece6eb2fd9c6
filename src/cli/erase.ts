/** Erases a person: first only what would go and stay, then, with `--for-good`, the act itself. */
import { erasePerson, previewErasure } from '#server/running/erase.ts'
import { CouldNot, Refused } from './command.ts'
import type { Given } from './given.ts'
import { withDatabase } from './with-database.ts'

const REFUSED = {
  'last-administrator':
    'Nothing was erased: they are the only administrator. Make somebody else one first.',
  'open-pairing':
    'Nothing was erased: they support somebody. End that pairing first, so that whoever asked is told and gets another mentor.',
} as const

export const run = (given: Given): Promise<number> =>
  withDatabase(async () => {
    const name = given.words[0] ?? ''
    const preview = await previewErasure(name)
    if (!preview) throw new CouldNot(`Nobody signs in as ${name}.`)
    if (!given.is('for-good')) {
      console.log(
        [
          `Nothing is erased yet. Of ${preview.name} would go for good:`,
          ...preview.goes.map(({ table, rows }) => `  ${table}: ${rows}`),
          'What stays without a name, and why:',
          ...preview.stays.map(({ table, why }) => `  ${table}: ${why}`),
          'Out of reach: backups (let none grow older than 12 months; a restore erases again), results in learning systems of others,',
          'words that others wrote about them in texts of their own, and what they saved or printed themselves.',
          'It cannot be taken back. To do it: the same command with --for-good',
        ].join('\n'),
      )
      return 0
    }
    const answer = await erasePerson(preview.person, Date.now())
    if (answer !== 'erased') throw new Refused(REFUSED[answer])
    console.log(
      'Erased for good, and written into erasures.log: keep that file beside the database.',
    )
    return 0
  })
