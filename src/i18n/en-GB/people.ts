import type { PeopleWords } from '../en/people.ts'
import type { Otherwise } from '../otherwise.ts'

export const people: Otherwise<PeopleWords> = {
  desk: { menu: 'Pages of this programme', programme: 'Programme' },
  teaching: { groups: { program: 'Run the programme' } },
  applications: {
    joins: {
      account: {
        words: (name: string) =>
          `${name} has an account in this programme, with the same name and the same contact. If it is the same person, join the two: what they wrote stands on their record, and there is nobody to invite.`,
        gone: (name: string) =>
          `${name} had an account in this programme, with the same name and the same contact, and is not here any more. If it is the same person, bring them back instead of inviting them again: their record is kept.`,
        problems: {
          'not-here': 'They are not in the programme any more. Bring them back first',
        },
      },
    },
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
    forEverybody: 'Everybody in the programme',
    repeatHelp:
      'Each time is a session of its own, at the same time by the clocks of the programme.',
    signUpDo: 'Sign up those ticked',
    others: 'Others of the programme',
    othersHelp: 'Somebody who came without signing up: tick their name.',
    notMarked: { cancelled: 'It is cancelled, so nobody is marked.' },
    mine: {
      intro: 'Training, activities and friendship meetings of your programme.',
      notices: { 'called-off': 'It is cancelled.' },
      problems: { cancelled: 'It is cancelled, so nobody signs up any more' },
    },
    problems: {
      'none-chosen': 'Tick at least one person',
      cancelled: 'It is cancelled, so nobody is signed up any more',
    },
    timeHelp: (zone: string) => `As the clocks of the programme say it: ${zone}.`,
    cancelled: 'Cancelled',
    asEvidence:
      'Your programme shows attendance at training as evidence. It is not needed for any line.',
  },
}
