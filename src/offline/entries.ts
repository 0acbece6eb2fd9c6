/** From what was done to what waits on the device, and back. */
import type { Progress } from '#domain/learning/progress.ts'
import { apply } from '#domain/learning/apply.ts'
import type { LearningRecord } from '#domain/learning/record.ts'
import { seal, unseal } from './seal.ts'
import type { Queued } from './store.ts'

/** What somebody wrote: it lies on the device only sealed. */
const PRIVATE: readonly string[] = ['reflection-sent', 'exercise-saved', 'note-saved', 'help-asked']

/** What stands in their place while nobody can read them. */
const UNREAD: Readonly<Record<string, unknown>> = {
  'reflection-sent': { text: '', shared: false },
  'exercise-saved': { fields: {} },
  'note-saved': { text: '' },
}

/** @param publicKey of its person */
export async function entryOf(record: LearningRecord, publicKey: string): Promise<Queued> {
  const { id, person, kind, item, revision, madeAt, value } = record
  const entry = { id, person, kind, item, revision, madeAt, state: 'waits' } as const
  if (!PRIVATE.includes(kind)) return { ...entry, value }
  return { ...entry, sealed: await seal(publicKey, JSON.stringify(value), aboutOf(entry)) }
}

/** Throws where it is not what its person sealed. @param keys their private ones */
export async function valueOf(entry: Queued, keys: readonly CryptoKey[]): Promise<unknown> {
  if (!('sealed' in entry)) return entry.value
  const tried = keys.map((key) => unseal(key, entry.sealed, aboutOf(entry)))
  return JSON.parse(await Promise.any(tried)) as unknown
}

const aboutOf = ({ id, person }: Pick<Queued, 'id' | 'person'>): string => `${person}/${id}`

/** What is known of somebody's work here: what we told, and what they did since. */
export const progressWith = (learnt: Progress, entries: readonly Queued[]): Progress =>
  entries.reduce(
    (progress, entry) => (counts(entry) ? withEntry(progress, entry) : progress),
    learnt,
  )

/** One that is broken makes nothing, and holds up nothing: the server says what is wrong with it. */
function withEntry(progress: Progress, entry: Queued): Progress {
  try {
    return apply(progress, recordIn(entry))
  } catch {
    return progress
  }
}

/** What was refused made nothing; what differs stands in what we told, as we judged it. */
const counts = ({ state }: Queued): boolean => state === 'waits' || state === 'sent'

const recordIn = (entry: Queued): LearningRecord =>
  ({
    ...entry,
    value: 'sealed' in entry ? UNREAD[entry.kind] : entry.value,
    receivedAt: entry.madeAt,
    source: 'queue',
  }) as LearningRecord

/** Null where it is not what its person sealed. */
export async function readDraft(
  entry: Queued,
  keys: readonly CryptoKey[],
): Promise<Readonly<Record<string, string>> | null> {
  try {
    return (await valueOf(entry, keys)) as Readonly<Record<string, string>>
  } catch {
    return null
  }
}

/** What is being written: never sent, and read again only by its person. */
export const draftId = (person: string, act: string, item: string): string =>
  `draft:${person}:${act}:${item}`

export const draftOf = async (
  { id, person, item }: Pick<Queued, 'id' | 'person' | 'item'>,
  fields: Readonly<Record<string, string>>,
  publicKey: string,
): Promise<Queued> => ({
  id,
  person,
  item,
  kind: 'draft',
  revision: 1,
  madeAt: 0,
  state: 'draft',
  sealed: await seal(publicKey, JSON.stringify(fields), aboutOf({ id, person })),
})
