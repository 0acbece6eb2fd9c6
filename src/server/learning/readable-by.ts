import { writtenSinceQuery } from '#db/records.ts'
import { read } from '#db/client.ts'
import type { Progress } from '#domain/learning/progress.ts'
import { withoutPrivateWords } from '#domain/people/held.ts'
import type { Person } from '#domain/people/person.ts'

/** What somebody may read of their own progress in this session. */
export async function readableBy(
  { id, closedBefore }: Pick<Person, 'id' | 'closedBefore'>,
  progress: Progress,
): Promise<Progress> {
  if (closedBefore === undefined) return progress
  return withoutPrivateWords(progress, new Set(await read(writtenSinceQuery(id, closedBefore))))
}
