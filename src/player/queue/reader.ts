/** The recorder where nobody is signed in on this device: what is saved may be read, and nothing is recorded. */
import { CONTENTS } from '../place.ts'
import type { Recorder } from '../recorder.ts'
import type { Around } from './queue-recorder.ts'

export const reader = ({ settings, words }: Pick<Around, 'settings' | 'words'>): Recorder => ({
  load: () =>
    Promise.resolve({
      progress: {},
      place: CONTENTS,
      settings: settings.read(),
      trouble: null,
    }),
  record: () => {},
  keep: (chosen) => settings.keep(chosen),
  visit: () => {},
  saving: () => ({ kind: 'not-here', text: words.nobody }),
  onSaving: () => {},
  leave: () => true,
})
