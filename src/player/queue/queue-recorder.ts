/** The recorder whose carrier is the device itself: each thing done lies in IndexedDB, and goes to our server when it can. */
import type { Progress } from '#domain/learning/progress.ts'
import type { LearningRecord } from '#domain/learning/record.ts'
import { unitOf, type RecordKind } from '#domain/learning/record.ts'
import type { SavedWords } from '#i18n/en/saved.ts'
import { entryOf, progressWith } from '#offline/entries.ts'
import { stepsWaiting, type Sent } from '#offline/send.ts'
import type { Shelf } from '#offline/shelf.ts'
import type { Kept, Owner, Queued } from '#offline/store.ts'
import { CONTENTS } from '../place.ts'
import type { Recorder, Saving } from '../recorder.ts'
import type { Settings } from '../settings.ts'
import { savingOf, type Known } from './status.ts'

export interface Around {
  readonly words: SavedWords
  /** What the reader holds: "phone". */
  readonly here: string
  /** Milliseconds since 1970 in words. */
  readonly time: (at: number) => string
  /** Sends what waits, one tab at a time, and asks anew what is known; null where another tab is at it. */
  readonly send: () => Promise<Sent | null>
  /** How this device shows the course. */
  readonly settings: { read(): Settings; keep(settings: Settings): void }
  /** Hears of each change of what is known. */
  readonly hears: (known: Known) => void
}

export interface QueueRecorder extends Recorder {
  /**
   * Keeps what was done; what is private is sealed first.
   * @param tries whether it is tried again by itself where the device has no room now
   */
  keepDone(records: readonly LearningRecord[], tries?: boolean): Promise<Kept>
  send(): Promise<void>
  /** Looks again at what lies on the device: another tab may have been at it. */
  look(): Promise<void>
  known(): Known
}

export function queueRecorder(shelf: Shelf, owner: Owner, around: Around): QueueRecorder {
  const { person, publicKey } = owner
  let known: Known = { entries: [], kept: null, sent: null, savedAt: null }
  let listener: (saving: Saving) => void = () => {}
  let learns: (progress: Progress) => void = () => {}
  /** One write after the other. */
  let writing: Promise<unknown> = Promise.resolve()
  /** What the device had no room for: it goes with the next write. */
  let unkept: readonly Queued[] = []

  const saving = (): Saving => savingOf(known, around.words, around.here, around.time)
  const tell = (change: Partial<Known>): void => {
    known = { ...known, ...change }
    listener(saving())
    around.hears(known)
  }
  /** As it lies on the device once everything done is written. */
  const ofPerson = async (): Promise<{ entries: Queued[]; now: Owner }> => {
    await writing
    const [entries, now] = await Promise.all([shelf.of(person), shelf.owner(person)])
    return { entries, now: now ?? owner }
  }

  const keepDone = (records: readonly LearningRecord[], tries = true): Promise<Kept> => {
    const kept = writing.then(async () => {
      try {
        const theirs = records.map((one) => ({ ...one, person, source: 'queue' }) as const)
        const fresh = await Promise.all(theirs.map((one) => entryOf(one, publicKey)))
        const entries = [...unkept, ...fresh]
        const kept = await shelf.put(entries)
        if (kept === 'kept') unkept = []
        else if (tries) unkept = entries
        tell(kept === 'kept' ? { kept, entries: [...known.entries, ...entries] } : { kept })
        return kept
      } catch {
        // This browser seals nothing: nothing private is kept here.
        tell({ kept: 'keeps-nothing' })
        return 'keeps-nothing'
      }
    })
    writing = kept
    return kept
  }

  const look = async (): Promise<void> => {
    const before = writing
    const { entries, now } = await ofPerson()
    // Something was done meanwhile: what was read does not know of it, and would take it back.
    if (before !== writing) return look()
    tell({ entries })
    learns(progressWith(now.learnt, [...entries, ...unkept]))
  }

  const send = async (): Promise<void> => {
    if (unkept.length) await keepDone([])
    await writing
    if (known.sent === 'sending' || stepsWaiting(known.entries) === 0) return
    tell({ sent: 'sending' })
    const sent = await around.send()
    tell({ sent, ...(sent?.kind === 'saved' ? { savedAt: sent.at } : {}) })
    await look()
  }

  return {
    load: async () => {
      const { entries, now } = await ofPerson()
      known = { ...known, entries }
      const last = entries.findLast(({ state }) => state === 'waits' || state === 'sent')
      return {
        progress: progressWith(now.learnt, entries),
        place: CONTENTS,
        settings: around.settings.read(),
        trouble: null,
        salt: person,
        lastItem: last ? unitOf(last.kind as RecordKind, last.item) : now.lastItem,
      }
    },
    record: (records) => void keepDone(records).then(() => send()),
    keepDone,
    keep: (settings) => around.settings.keep(settings),
    visit: () => {},
    saving,
    onSaving: (next) => {
      listener = next
    },
    onProgress: (next) => {
      learns = next
    },
    // What is done is kept at once: nothing waits for the end.
    leave: () => true,
    send,
    look,
    known: () => known,
  }
}
