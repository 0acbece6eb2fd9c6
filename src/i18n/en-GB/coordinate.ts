import type { CoordinateWords } from '../en/coordinate.ts'
import type { Otherwise } from '../otherwise.ts'

export const coordinate: Otherwise<CoordinateWords> = {
  programmeOf: (name: string) => `Programme: ${name}`,
  inviteProgramme: 'Which programme?',
  inviteProgrammeMissing: 'Choose a programme',
  identity: { programme: 'Programme' },
  internalNoteHelp: 'Only coordinators of this programme can read this.',
}
