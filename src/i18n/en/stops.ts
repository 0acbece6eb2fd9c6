/** A mentor is stopped at once, and what becomes of it. */
export const stops = {
  title: 'Stop now',
  intro:
    'The mentor leaves the register at once, and reads that meetings wait until you have talked. Nothing is decided yet: it ends when a coordinator decides.',
  link: 'Stop this mentor now',
  decideLink: 'Decide how it ends',
  reason: 'Why?',
  reasonHelp:
    'What was seen or said, and who saw or said it. Please do not write the names of the people they support.',
  whoSees: 'Only coordinators can read this. The mentor does not.',
  save: 'Stop now',
  was: (name: string, day: string) => `Stopped by ${name}, ${day}`,
  meanwhile: 'Somebody else stopped this mentor, or decided, while you had this page open.',
  endTitle: 'How the stop ends',
  endIntro: 'Have you talked with the mentor? Decide what holds from now on.',
  outcome: 'What do you decide?',
  outcomes: {
    reinstated: 'Back on the register',
    ended: 'No longer a mentor here',
  },
  outcomeHelp: {
    reinstated: 'The sign-off holds as it did before, until the day on which it ends.',
    ended: 'The sign-off is withdrawn. To mentor again they need a new one.',
  },
  endReason: 'Why?',
  endReasonHelp: 'In words that you would say to them.',
  mentorSees: 'The mentor reads this.',
  endSave: 'Save the decision',
  outcomeOn: {
    reinstated: (name: string, day: string) => `Back on the register, said ${name}, ${day}:`,
    ended: (name: string, day: string) => `Ended by ${name}, ${day}:`,
  },
  mail: {
    stopped: {
      subject: 'Please talk with your coordinator',
      text: (name: string, url: string) =>
        `Hello ${name},\n\nyour coordinator would like to talk with you. Until then, please let your meetings wait: the people concerned are looked after.\n\nNothing is decided. You can see who to call here:\n${url}\n`,
    },
    ended: {
      subject: 'There is news for you',
      text: (name: string, url: string) =>
        `Hello ${name},\n\nyour coordinator has decided what happens next. Please sign in to read it:\n${url}\n`,
    },
  },
  problems: {
    'text-missing': 'Write why',
    'too-long': 'The text is too long. Use at most 4,000 characters',
    'outcome-missing': 'Choose what you decide',
  },
}

export type StopsWords = typeof stops
