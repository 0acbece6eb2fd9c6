/** Computes every progress row again from the records and says what differed. */
import { peopleWithRecords } from '#db/records.ts'
import { rebuildProgress } from '#server/learning/rebuild-progress.ts'
import { withDatabase } from './with-database.ts'

export const run = (): Promise<number> =>
  withDatabase(async () => {
    const people = await peopleWithRecords()
    let differences = 0
    for (const person of people) differences += await rebuildProgress(person)
    console.log(`${people.length} people, ${differences} differences`)
    return differences ? 3 : 0
  })
