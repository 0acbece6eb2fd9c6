/** What was done about a concern, a hard time, a pause whose day is over, a question of somebody who is gone. */
export const followUps = {
  title: 'What was done',
  listTitle: 'Worries still open',
  intro: 'It stays on every coordinator’s start page until somebody says what was done about it.',
  harm: (name: string, day: string) => `Something harmful, seen by ${name} in a role play, ${day}`,
  concern: (name: string, day: string) => `Concern of ${name}, ${day}`,
  bereaved: (_: string, day: string) => `${day}: somebody they supported has died`,
  wellbeing: (name: string, day: string) => `Review with ${name}, ${day}: it is hard for them`,
  pause: (since: string, until: string) => `Pauses since ${since}, meant to be back on ${until}`,
  pauseWithoutDay: (since: string) => `Pauses since ${since}, without a day to be back`,
  help: (day: string) => `Question of ${day}, not answered before they left`,
  text: 'What was done about it?',
  textHelp: 'For example: “Called her. Her sister is with her; the nurse knows.”',
  whoSees:
    'Only coordinators of this program can read this. Please do not write the names of the people they support.',
  staysOpen: 'It goes on, and I look after it',
  staysOpenHelp:
    'It stays at the top of the list, and your colleagues see what you wrote. Nobody is called by mail.',
  goesOn: '(goes on)',
  againOn: 'Look at it again on',
  againOnHelp: 'From that day on it is back on your start page. Leave it empty when it is settled.',
  againOnPause:
    'A pause goes on until they end it. From this day on it is back on your start page.',
  save: 'Save what was done',
  saved: 'What was done is saved.',
  doneBy: (name: string, day: string) => `${name}, ${day}:`,
  againFrom: (day: string) => `(again from ${day})`,
  sayWhatWasDone: 'Say what was done about it',
  sayMore: 'Add something',
  isOpen: 'Open: nobody has said what was done about it.',
  nothingWaits: 'Nothing waits for you here.',
  problems: {
    'text-missing': 'Write what was done',
    'too-long': 'The text is too long. Use at most 4,000 characters',
    'stays-or-day': 'Choose one: it goes on, or you look at it again on a day',
    'again-missing': 'Write the day as a date',
    'again-past': 'Choose a day after today',
    'again-too-far': 'Choose a day within 12 months',
  },
}

export type FollowUpsWords = typeof followUps
