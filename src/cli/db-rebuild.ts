/** Computes every progress row again from the records and says what differed. */
import { peopleWithRecords } from '#db/records.ts'
import { rebuildProgress } from '#server/learning/rebuild-progress.ts'
import { progressOf } from './progress.ts'
import { withDatabase } from './with-database.ts'

export const run = (): Promise<number> =>
  withDatabase(async () => {
    const people = await peopleWithRecords()
    let differences = 0
    const progress = progressOf(people.length, 'people')
    for (const person of people) {
      differences += await rebuildProgress(person)
      progress.step()
    }
    progress.end()
    console.log(`${people.length} people, ${differences} differences`)
    return differences ? 3 : 0
  })
