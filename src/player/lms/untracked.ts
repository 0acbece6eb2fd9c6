/** The recorder without a carrier: the course works, nothing outlives the window, and the learner is told so. */
import { CONTENTS } from '../place.ts'
import type { Recorder } from '../recorder.ts'
import { DEFAULT_SETTINGS } from '../settings.ts'

export const untracked = (): Recorder => ({
  load: () =>
    Promise.resolve({ progress: {}, place: CONTENTS, settings: DEFAULT_SETTINGS, trouble: null }),
  record: () => {},
  keep: () => {},
  visit: () => {},
  saving: () => ({ kind: 'not-connected' }),
  onSaving: () => {},
  leave: () => true,
})
