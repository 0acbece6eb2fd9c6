import type { SavedWords } from '../en/saved.ts'
import type { Otherwise } from '../otherwise.ts'

export const saved: Otherwise<SavedWords> = {
  nobody: 'You are not signed in. You can read and practise here; nothing is recorded.',
  ask: {
    whoSees:
      'The coordinators of your programme read this, when there is a connection again. Please do not write the names of the people you support.',
  },
}
