/** The time in a package from elsewhere is that of all openings, also of those whose rows are gone. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeDatabase, database, openDatabase, write } from '#db/client.ts'
import { findPackage } from '#db/packages.ts'
import { findResult } from '#db/package-results.ts'
import { findPerson, insertPerson, insertRole } from '#db/people.ts'
import { packageLaunches } from '#db/schema.ts'
import { dayAt } from '#domain/calendar/days.ts'
import { commitPackage } from '#server/packages/commit-package.ts'
import { launchPackage } from '#server/packages/launch-package.ts'
import { newId } from '#server/trail/new-id.ts'
import { runRetention } from '#server/running/run-retention.ts'
import { newFolder, type Folder } from '#tests/db/temporary.ts'
import { placeTea } from '#tests/pages/a-package.ts'

const NOW = Date.UTC(2026, 10, 21, 12)
const DAY = 86_400_000
let folder: Folder

beforeAll(async () => {
  folder = newFolder()
  process.env['DATA_DIR'] = folder.dataDir
  await openDatabase({ url: folder.url, authToken: undefined, dataDir: folder.dataDir })
})
afterAll(async () => {
  await closeDatabase()
  folder.remove()
})

test('Ray keeps the 8 minutes of two openings when their rows go after 30 days', async () => {
  const ray = newId(NOW)
  const tea = newId(NOW)
  await write([
    insertPerson({ id: ray, signInName: 'ray', name: 'Ray', language: 'en', createdAt: NOW }),
    insertRole({ person: ray, role: 'trainee', programme: 'kidney', createdAt: NOW }),
  ])
  await placeTea(tea, ray, NOW)
  const person = await findPerson(ray)
  const used = await findPackage(tea, ['kidney'])
  const part = used?.content.items[0]
  if (!person || !used || !part) throw new Error('nothing to open')
  const seconds = async (): Promise<number | undefined> =>
    (await findResult(ray, tea, part.identifier, 1))?.seconds
  const open = async (at: number): Promise<string> => {
    const launch = await launchPackage(person, used, part, false, at, String)
    if (launch.kind !== 'launched') throw new Error('Ray may not open it')
    return launch.id
  }
  const stay = (launch: string, sequence: number, time: string, at: number) =>
    commitPackage(
      person,
      launch,
      {
        sequence,
        elements: { 'cmi.core.session_time': time, 'cmi.core.lesson_status': 'incomplete' },
      },
      at,
    )

  const first = await open(NOW)
  await stay(first, 1, '00:05:00', NOW + 1)
  await stay(first, 2, '00:06:00', NOW + 2)
  // Told once more, in the wrong order: nothing is counted twice.
  await stay(first, 1, '00:05:00', NOW + 3)
  expect(await seconds()).toBe(360)
  const second = await open(NOW + 10)
  await stay(second, 1, '00:02:00', NOW + 11)
  expect(await seconds()).toBe(480)

  for (const [days, launches] of [
    [29, 0],
    [31, 2],
  ] as const) {
    const then = NOW + days * DAY
    const answer = await runRetention(then, dayAt(then, 'UTC'))
    expect(answer).toMatchObject({ kind: 'done', gone: { packageLaunches: launches } })
  }
  expect(await seconds()).toBe(480)
  const third = await open(NOW + 31 * DAY)
  await stay(third, 1, '00:01:00', NOW + 31 * DAY + 1)
  expect(await seconds()).toBe(540)
  expect((await database().select().from(packageLaunches)).map(({ id }) => id)).toEqual([third])
})
