import type { PeopleWords } from '../en/people.ts'
import type { Otherwise } from '../otherwise.ts'

export const people: Otherwise<PeopleWords> = {
  desk: { menu: 'Pages of this programme', programme: 'Programme' },
  teaching: { groups: { program: 'Run the programme' } },
  applications: {
    internalNoteHelp:
      'Only coordinators of this programme can read this. Write only what you would be ready to explain.',
  },
  together: { acts: { archive: 'They leave the programme' } },
  people: {
    intro: 'Who does what in this programme.',
    moveTitle: 'Move to another programme',
    moveHelp:
      'Everything that they did goes with them. You no longer see their record unless you coordinate the other programme. A sign-off counts only where it was given: a mentor leaves this register at once.',
    archiveTitle: 'They leave the programme',
    archiveHelp:
      'Their history stays, and they can be brought back. They can no longer use the pages of this programme, and a mentor leaves the register at once.',
    moved: 'Moved to another programme',
    observerYes: 'They observe role plays in this programme.',
    problems: { programme: 'Choose one of the programmes' },
  },
  groups: {
    intro:
      'Meetings for trainees and mentors. Everybody in the programme sees the next ones on their own page.',
    timeHelp: (zone: string) => `As the clocks of the programme say it: ${zone}.`,
    cancelled: 'Cancelled',
    attendanceHelp: 'Tick everybody who was there. You can change it later.',
    saved: 'Saved. The trainees and mentors of the programme see it on their own page.',
    asEvidence: 'Your programme shows attendance as evidence. It is not needed for any line.',
  },
}
