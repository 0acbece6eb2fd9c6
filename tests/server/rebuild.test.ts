/** A rebuild beside a running server: whoever goes on meanwhile loses nothing by it. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { write } from '#db/client.ts'
import { findOverview } from '#db/records.ts'
import type { Person } from '#domain/people/person.ts'
import { rebuildAll, rebuildProgress } from '#server/learning/rebuild-progress.ts'
import { readLesson } from '#server/learning/read-lesson.ts'
import { newId } from '#server/trail/new-id.ts'
import { english, learnerOf, NOW, openPlatform, type Platform } from './platform.ts'

/** Done once, after the rebuild has read somebody's records and before it writes. */
let meanwhile: (() => Promise<unknown>) | null = null
vi.mock('#db/outside-evidence.ts', async (original) => {
  const real = await original<typeof import('#db/outside-evidence.ts')>()
  return {
    ...real,
    listOutsideEvidence: async (person: string) => {
      const act = meanwhile
      meanwhile = null
      await act?.()
      return real.listOutsideEvidence(person)
    },
  }
})

let platform: Platform
beforeAll(async () => {
  platform = await openPlatform()
})
afterAll(() => platform.close())

const lessons = english.modules.flatMap((module) => module.lessons)
const reads = async (person: Person, nth: number): Promise<void> => {
  const lesson = lessons[nth]
  if (!lesson) throw new Error('The course has too few lessons.')
  await readLesson(await learnerOf(person), lesson, newId(NOW), NOW)
}

test('what came in between its reading and its writing stands, and what was wrong is mended', async () => {
  const { nadia } = platform.cast
  await reads(nadia, 0)
  await write([{ sql: 'DELETE FROM progress WHERE person = ?', args: [nadia.id] }])
  meanwhile = () => reads(nadia, 1)
  expect(await rebuildProgress(nadia.id)).toBeGreaterThan(0)
  expect(meanwhile).toBeNull()
  expect((await findOverview(nadia.id))?.done).toBe(2)
  expect(await rebuildAll()).toEqual({ people: 1, differences: 0 })
})
