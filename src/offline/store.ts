/**
 * What this device keeps of the course, in IndexedDB: saved modules, whom to call, what is known of each person here,
 * and what they did that has not reached us. Nothing readable here is private: words lie sealed to their person.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Course } from '#domain/course/course.ts'
import type { Language } from '#domain/course/language.ts'
import type { Progress } from '#domain/learning/progress.ts'
import type { Edition } from '#domain/packages/packed.ts'

/** One module as `GET /api/saved/<language>/<module>` gave it; nothing of a person. The revisions stand in its items. */
export interface SavedModule {
  readonly language: Language
  /** Its slug. */
  readonly module: string
  /** Slug of the programme whose words are filled in. */
  readonly programme: string
  /** Of the whole course; another one means that something may have changed since. */
  readonly release: string
  /** As they came over the line. */
  readonly bytes: number
  /** Milliseconds since 1970, by this device. */
  readonly savedAt: number
  /** The course with this module alone, and what it needs: its glossary, its resources. */
  readonly course: Course
  /** All modules of the course in their order, saved here or not. */
  readonly order: readonly { readonly slug: string; readonly title: string }[]
}

/** Whom to call, of one programme in one language. */
export interface Help {
  readonly programme: string
  readonly language: Language
  readonly words: Edition['programme']
}

/** What this device knows of somebody who signed in here; no name, and no word that they wrote. */
export interface Owner {
  /** An opaque id. */
  readonly person: string
  /** Seals what they write: raw P-256, base64. */
  readonly publicKey: string
  /** What we knew of their work at `at`; what they wrote is there without its words. */
  readonly learnt: Progress
  /** Item of the latest place in the course, for "Carry on". */
  readonly lastItem: string | null
  /** Sessions that a coordinator opened for them: these need nothing first. */
  readonly opened: readonly string[]
  readonly programme: string
  readonly language: Language
  /** They agreed that the module they are in saves itself. */
  readonly savesItself: boolean
  /** Milliseconds since 1970. */
  readonly at: number
}

interface Entry {
  /** Of the record: UUIDv7. */
  readonly id: string
  readonly person: string
  readonly kind: string
  readonly item: string
  readonly revision: number
  /** Milliseconds since 1970, by this device. */
  readonly madeAt: number
  /**
   * `sent`: we have it; it stays until what is known of its person was asked again. `differs`: we have it and judged it
   * otherwise; `refused`: we do not take it: both stay until their person was told. `draft`: it is being written.
   */
  readonly state: 'waits' | 'sent' | 'differs' | 'refused' | 'draft'
  /** Of a refused one: what we answered. */
  readonly why?: string
}

/** Something done that waits to be sent; private words only sealed (seal.ts). */
export type Queued = Entry & ({ readonly value: unknown } | { readonly sealed: string })

interface Schema extends DBSchema {
  modules: { key: [Language, string]; value: SavedModule }
  help: { key: [string, Language]; value: Help }
  people: { key: string; value: Owner }
  queue: { key: string; value: Queued; indexes: { person: string } }
}

export type Store = IDBPDatabase<Schema>

/** What became of a write. */
export type Kept = 'kept' | 'full' | 'keeps-nothing'

let opened: Promise<Store | null> | null = null

/** @returns null where this browser keeps nothing: a private window, storage switched off */
export function openStore(): Promise<Store | null> {
  opened ??= open()
  return opened
}

async function open(): Promise<Store | null> {
  const forget = (): void => void (opened = null)
  try {
    return await openDB<Schema>('alongside', 1, {
      upgrade: (db) => {
        db.createObjectStore('modules', { keyPath: ['language', 'module'] })
        db.createObjectStore('help', { keyPath: ['programme', 'language'] })
        db.createObjectStore('people', { keyPath: 'person' })
        db.createObjectStore('queue', { keyPath: 'id' }).createIndex('person', 'person')
      },
      // A newer release wants to change the stores: this page must not hold it up.
      blocking: (_now, _next, event) => {
        ;(event.target as IDBDatabase).close()
        forget()
      },
      terminated: forget,
    })
  } catch {
    forget()
    return null
  }
}

/** Runs a write to its end; a device that is full, or keeps nothing, is an answer and no error. */
export async function keep(write: (store: Store) => Promise<unknown>): Promise<Kept> {
  const store = await openStore()
  if (!store) return 'keeps-nothing'
  try {
    await write(store)
    return 'kept'
  } catch (error) {
    return isFull(error) ? 'full' : 'keeps-nothing'
  }
}

const isFull = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'QuotaExceededError'
