/** A shelf in memory; `room` false: the device is full. */
import { inOrder, type Shelf } from '#offline/shelf.ts'
import type { Owner, Queued } from '#offline/store.ts'

export interface MemoryShelf extends Shelf {
  room: boolean
  readonly entries: Map<string, Queued>
  readonly people: Map<string, Owner>
}

export function memoryShelf(): MemoryShelf {
  const shelf: MemoryShelf = {
    room: true,
    entries: new Map(),
    people: new Map(),
    of: (person) =>
      Promise.resolve(inOrder([...shelf.entries.values()].filter((one) => one.person === person))),
    put: (entries) => {
      if (!shelf.room) return Promise.resolve('full')
      // As a browser does: a copy, and nothing that cannot be copied.
      for (const entry of structuredClone(entries)) shelf.entries.set(entry.id, entry)
      return Promise.resolve('kept')
    },
    drop: (_, ids) => {
      for (const id of ids) shelf.entries.delete(id)
      return Promise.resolve('kept')
    },
    owner: (person) => Promise.resolve(shelf.people.get(person) ?? null),
    keepOwner: (owner, drop) => {
      shelf.people.set(owner.person, owner)
      return shelf.drop(owner.person, drop)
    },
  }
  return shelf
}
