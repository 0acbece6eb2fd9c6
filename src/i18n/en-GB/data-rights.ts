import type { DataRightsWords } from '../en/data-rights.ts'
import type { Otherwise } from '../otherwise.ts'

export const dataRights: Otherwise<DataRightsWords> = {
  erase: { problems: { check: 'Tick this if you want everything to be erased' } },
  kept: {
    rows: {
      profiles: { 1: (days) => `${days} days after you left your last programme` },
      notes: { 1: (days) => `${days} days after you left the programme` },
    },
  },
  desk: {
    notesForCoordinators:
      'Only coordinators of the programme read these notes, so only they can release them.',
  },
}
