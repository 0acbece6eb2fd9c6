/** What waits on a device, by person: the few acts that the queue needs, and how a browser does them. */
import { keep, openStore, type Kept, type Owner, type Queued, type Store } from './store.ts'

export interface Shelf {
  /** Of one person, in the order in which they were made. */
  of(person: string): Promise<Queued[]>
  /** All or none; what has the same id is replaced. */
  put(entries: readonly Queued[]): Promise<Kept>
  drop(person: string, ids: readonly string[]): Promise<Kept>
  owner(person: string): Promise<Owner | null>
  /** @param drop ids of what is in it by now */
  keepOwner(owner: Owner, drop: readonly string[]): Promise<Kept>
}

export const deviceShelf: Shelf = {
  of: async (person) => {
    const store = await openStore()
    return store ? inOrder(await store.getAllFromIndex('queue', 'person', person)) : []
  },
  put: (entries) =>
    keep(async (store) => {
      // `strict`: on the disk before it is called kept.
      const write = store.transaction('queue', 'readwrite', { durability: 'strict' })
      for (const entry of entries) void write.store.put(entry)
      await write.done
      for (const person of new Set(entries.map((entry) => entry.person))) await mark(store, person)
    }),
  drop: (person, ids) =>
    keep(async (store) => {
      const write = store.transaction('queue', 'readwrite')
      for (const id of ids) void write.store.delete(id)
      await write.done
      await mark(store, person)
    }),
  owner: async (person) => (await (await openStore())?.get('people', person)) ?? null,
  keepOwner: (owner, drop) =>
    keep(async (store) => {
      const write = store.transaction(['people', 'queue'], 'readwrite')
      void write.objectStore('people').put(owner)
      for (const id of drop) void write.objectStore('queue').delete(id)
      await write.done
    }),
}

/**
 * That something of a person lies here stands beside it, where each page looks without opening the stores
 * (browser/in-place.ts).
 */
async function mark(store: Store, person: string): Promise<void> {
  const left = (await store.getAllFromIndex('queue', 'person', person)).filter(isOpen)
  try {
    if (left.length) localStorage.setItem(markOf(person), String(left.length))
    else localStorage.removeItem(markOf(person))
  } catch {
    // Then it is sent from the saved course alone.
  }
}

const markOf = (person: string): string => `queue:${person}`

/** It waits for us, or for its person. */
export const isOpen = ({ state }: Queued): boolean => state !== 'sent'

/** By time made, then by id: as progress is computed (domain/learning/record.ts). */
export const inOrder = (entries: readonly Queued[]): Queued[] =>
  [...entries].sort((a, b) => a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1))
