/**
 * One of several servers on a libSQL server: writes records of one person about one lesson, many at the same moment.
 * Arguments: url, dataDir, person, together, rounds. Prints `open`, then `ended {"kept":…,"busy":…,"failed":[…]}`.
 */
import { openDatabase } from '#db/client.ts'
import { loadCourse, loadProgramme } from '#server/course/load-course.ts'
import { newId } from '#server/trail/new-id.ts'
import { saveRecords } from '#server/learning/save-records.ts'

const [url = '', dataDir = '', person = '', together = '6', rounds = '25'] = process.argv.slice(2)
await openDatabase({ url, authToken: undefined, dataDir })
const course = loadCourse('en', loadProgramme('kidney', 'en'))
const lesson = course.modules[0]?.lessons[0]?.id ?? ''
console.log('open')
process.stdin.once('data', () => void writeAll())

async function writeAll(): Promise<void> {
  const failed: string[] = []
  let kept = 0
  let busy = 0
  for (let round = 0; round < Number(rounds); round++)
    await Promise.all(
      Array.from({ length: Number(together) }, async () => {
        const now = Date.now()
        const record = {
          ...{ id: newId(now), person, item: lesson, revision: 1, kind: 'lesson-read' as const },
          ...{ value: {}, madeAt: now, receivedAt: now, source: 'web' as const },
        }
        try {
          await saveRecords(course, person, [record], now)
          kept++
        } catch (error) {
          if (error instanceof Error && error.name === 'DatabaseBusy') busy++
          else failed.push(String(error))
        }
      }),
    )
  console.log(`ended ${JSON.stringify({ kept, busy, failed })}`)
}
