/** The recorder whose carrier is an LMS: the whole progress travels as one short state. */
import type { Course } from '#domain/course/course.ts'
import type { Manner } from '#domain/packages/packed.ts'
import type { Progress } from '#domain/learning/progress.ts'
import { CONTENTS, type Place } from '../place.ts'
import type { Recorder, Saving } from '../recorder.ts'
import { DEFAULT_SETTINGS } from '../settings.ts'
import { failingScore, finalScore } from './result.ts'
import { BUDGET, decode, encode, piecesToRead } from './state.ts'
import { answersIn, endedIn } from './told.ts'
import type { Launch, Tracker } from './tracker.ts'

export interface Surroundings {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Runs something once, that many milliseconds later. */
  readonly later: (run: () => void, milliseconds: number) => void
  /** For a learner whose state has none yet. */
  readonly salt?: string
  /** Ends when these pieces of the course are here; left out where all of it is. */
  readonly bring?: (pieces: readonly string[]) => Promise<void>
}

/** Nothing is told but state and result. */
export const QUIET: Manner = { tries: 0, failure: 'nothing', answers: false, sessions: false }

const FIRST_RETRY = 5_000
const LONGEST_RETRY = 60_000

/** @param launch what the tracker's `begin()` answered */
export function lmsRecorder(
  course: Course,
  tracker: Tracker,
  launch: Launch,
  { now, later, salt: newSalt = '', bring }: Surroundings,
  manner: Manner = QUIET,
): Recorder {
  const looksBack = launch.mode !== 'normal'
  let progress: Progress = {}
  let place: Place = CONTENTS
  let settings = DEFAULT_SETTINGS
  let salt = newSalt
  let resultStands = launch.status === 'passed'
  let saving: Saving = looksBack ? { kind: 'looking-back' } : { kind: 'nothing-yet' }
  let listener: (saving: Saving) => void = () => {}
  let retry = 0
  let lastSaved: number | null = null
  let ended = false

  const tell = (next: Saving): void => {
    saving = next
    listener(saving)
  }

  /** In review and browse nothing is written: Moodle let a review overwrite 90 with 10. */
  function save(): boolean {
    if (looksBack || ended) return true
    const stateSaved = tracker.save(encode(course, progress, place, settings, BUDGET, salt))
    const score = resultStands ? null : finalScore(course, progress)
    if (score !== null) resultStands = tracker.finish(score)
    else if (!resultStands && manner.failure !== 'nothing') {
      const failing = failingScore(course, progress, manner)
      if (failing !== null) tracker.fail(failing, manner.failure)
    }
    const saved = stateSaved && (score === null || resultStands)
    if (saved) {
      retry = 0
      lastSaved = now()
      tell({ kind: 'saved', at: lastSaved })
    } else {
      tell({ kind: 'not-saved', last: lastSaved })
      tryLater()
    }
    return saved
  }

  /** A failure that was told stands too, until it becomes a pass: "incomplete" would take it back. */
  const hasResult = (): boolean =>
    finalScore(course, progress) !== null ||
    (manner.failure === 'failed' && failingScore(course, progress, manner) !== null)

  function tryLater(): void {
    if (retry) return
    const again = (): void => {
      if (ended || saving.kind !== 'not-saved') return
      retry = Math.min(LONGEST_RETRY, retry * 2)
      if (!save()) later(again, retry)
    }
    retry = FIRST_RETRY
    later(again, retry)
  }

  return {
    load: async () => {
      const needed = bring ? piecesToRead(course, launch.state) : []
      if (needed.length > 0) await bring?.(needed)
      const loaded = decode(course, launch.state, newSalt)
      progress = loaded.progress
      place = loaded.place
      settings = loaded.settings
      salt = loaded.salt ?? newSalt
      // Open EdX answers '' for the status of a finished course: our own state knows better.
      if (!looksBack && launch.status === 'open' && !hasResult()) tracker.start()
      return loaded
    },
    // One saving for both: an LMS may hold up the page for each.
    record: (records, after, next = place) => {
      progress = after
      place = next
      if (!looksBack && !ended) {
        if (manner.answers) tracker.tell(answersIn(course, records))
        if (manner.sessions) tracker.tellEnded(endedIn(records))
      }
      save()
    },
    keep: (chosen) => {
      settings = chosen
      save()
    },
    visit: (next) => {
      place = next
      save()
    },
    saving: () => saving,
    onSaving: (next) => {
      listener = next
    },
    leave: () => {
      const saved = save()
      tracker.end()
      ended = true
      return saved
    },
  }
}
