export const requests = {
  menu: 'Requests',
  title: 'Requests for a mentor',
  intro: 'Who waits for a mentor, the longest wait first. Nobody’s name stands here.',
  waiting: (n: number) =>
    n === 0 ? 'Nobody waits.' : n === 1 ? '1 person waits.' : `${n} people wait.`,
  unseen: (n: number) =>
    n === 1
      ? 'Nobody has opened 1 of these requests.'
      : `Nobody has opened ${n} of these requests.`,
  onHome: (unseen: number, long: number) =>
    [
      unseen === 0
        ? ''
        : unseen === 1
          ? '1 request for a mentor that nobody has opened'
          : `${unseen} requests for a mentor that nobody has opened`,
      long === 0
        ? ''
        : long === 1
          ? '1 person has waited for a mentor for more than 4 weeks'
          : `${long} people have waited for a mentor for more than 4 weeks`,
    ]
      .filter(Boolean)
      .join(' · '),
  lacksTitle: 'Where mentors are missing',
  lacksArea: (waiting: number, free: number, area: string) =>
    `${waiting === 1 ? '1 person waits' : `${waiting} people wait`} for somebody who knows “${area}”; ${free === 1 ? '1 place is' : `${free} places are`} free.`,
  lacksLanguage: (waiting: number, free: number, language: string) =>
    `${waiting === 1 ? '1 person waits' : `${waiting} people wait`} for somebody who speaks ${language}; ${free === 1 ? '1 place is' : `${free} places are`} free.`,
  isNew: 'Not opened yet',
  isAsked: 'A mentor was asked',
  add: 'Write down a request',
  columnReference: 'Request',
  columnWaits: 'Waits',
  columnFor: 'Looks for',
  columnTried: 'Tried',
  days: (n: number) => (n === 0 ? 'since today' : n === 1 ? '1 day' : `${n} days`),
  tried: (notes: number, proposals: number) =>
    [
      proposals === 0 ? '' : proposals === 1 ? '1 mentor asked' : `${proposals} mentors asked`,
      notes === 0 ? '' : notes === 1 ? '1 note' : `${notes} notes`,
    ]
      .filter(Boolean)
      .join(' · ') || 'Nothing yet',
  next: 'Show those who wait less',
  first: 'Back to the longest wait',
  askers: {
    coordinator: 'Written down by a coordinator',
    facility: 'Sent by staff of a facility',
    person: 'Sent by the person',
  },
  states: {
    waiting: 'Waits for a mentor',
    paired: 'Has a mentor',
    'no-consent': 'Rests: there is no consent',
    ended: 'Ended',
    erased: 'Erased',
  },
  /** What is asked for. */
  reference: 'Request',
  initials: 'Initials',
  initialsHelp:
    'At most 3 letters. Leave this empty if you like: the request gets a code of its own.',
  languages: 'Languages',
  languagesHelp: 'In which of these can they talk with a mentor?',
  ways: 'How would they like to talk?',
  times: 'When does it suit them?',
  timesHelp: 'For example: weekday afternoons, not on Tuesdays.',
  place: 'Where, if they want to meet in person?',
  placeHelp: 'A town or a part of it. No home address.',
  areas: 'What is it about?',
  areasHelp: 'A mentor who knows this is looked for first.',
  hopes: 'What do they hope for?',
  hopesHelp: 'One or two sentences are enough.',
  wouldNotWork: 'What would not work for them?',
  wouldNotWorkHelp: 'For example: long phone calls, somebody much younger.',
  leaveOut:
    'Please leave out names, dates of birth, numbers, diagnoses and medicines: a mentor may read this.',
  wishes: 'What matters most?',
  wishesHelp: 'Choose one to three. All of them may not be possible.',
  wishNames: {
    area: 'Somebody who knows what this is about',
    language: 'The same language',
    way: 'Talking in the way chosen above',
    times: 'The times above',
    place: 'Somebody near',
    'similar-age': 'About the same age',
    'same-gender': 'The same gender',
    'works-or-studies': 'Somebody who works or studies as well',
    'cares-for-family': 'Somebody who also looks after a family',
    'long-experience': 'Many years of experience with the illness',
  },
  told: 'What may a mentor be told before they answer?',
  toldHelp:
    'Check only what the person agrees to. What is not checked stays with the coordinators. A mentor never learns how to reach anybody from here.',
  tellable: {
    initials: 'The initials',
    languages: 'The languages',
    ways: 'How they would like to talk',
    times: 'When it suits them',
    place: 'The place',
    areas: 'What it is about',
    hopes: 'What they hope for',
    wouldNotWork: 'What would not work',
  },
  consent: 'How did the person say yes to this?',
  consentHelp: 'Nothing is saved without it. They may take it back at any time.',
  consentWays: {
    said: 'They said yes, after hearing what is written here',
    written: 'They signed a form, which we keep',
    'own-form': 'They sent the form by themselves',
  },
  newTitle: 'Write down a request',
  newIntro:
    'Ask for the person’s yes first. Write what they want, in their words, and no name: the request gets a code.',
  send: 'Save the request',
  correctTitle: 'Correct the request',
  correct: 'Correct',
  saveCorrected: 'Save what is corrected',
  savedNow: 'What stands there now',
  madeTitle: 'The request is saved',
  madeIntro:
    'Give this code to whoever asks. It opens the request: to see, correct or end it, or to erase it. It is shown only now.',
  madeCode: 'Code',
  madeWhere: (address: string) => `Type it at ${address}`,
  madePrint: 'Print this page, or write the code down.',
  madeOn: 'Go to the request',
  problems: {
    'consent-missing': 'Choose how the person said yes. Without it, nothing is saved',
    'initials-malformed': 'Write at most 3 letters, or nothing',
    'languages-missing': 'Choose at least one language',
    'ways-missing': 'Choose at least one way of talking',
    'hopes-missing': 'Write in a sentence what they hope for',
    'wishes-missing': 'Choose what matters most: one to three',
    'wishes-too-many': 'Choose at most three',
    'times-too-long': 'Use at most 200 characters',
    'place-too-long': 'Use at most 200 characters',
    'hopes-too-long': 'Use at most 1,000 characters',
    'wouldNotWork-too-long': 'Use at most 1,000 characters',
  },
  /** What a free text seems to give away. @param words as they stand in it */
  pointed: {
    email: (words: string) => `“${words}” looks like an e-mail address. Please take it out`,
    number: (words: string) =>
      `“${words}” looks like a phone number or the number of a record. Please take it out`,
    'record-number': (words: string) => `“${words}” looks like the number of a record`,
    date: (words: string) => `“${words}” looks like a date of birth`,
    name: (words: string) => `“${words}” looks like somebody’s name`,
    ailment: (words: string) => `“${words}” sounds like a diagnosis or a medicine`,
  },
  pointedOut: 'Is this meant to be there?',
  pointedOutHelp:
    'A mentor may read it, and it could tell who somebody is or what they have. Change it, or check this box if it is harmless.',
  sure: 'I looked at it, and it may stay',
  /** One request. */
  waitsSince: (day: string, days: string) => `Waits since ${day} (${days})`,
  cameOn: (day: string) => `Came on ${day}`,
  writtenBy: (name: string, day: string) => `Written down by ${name} on ${day}`,
  correctedOn: (day: string) => `Corrected on ${day}`,
  whoAsked: 'whoever asked',
  erasedWords: 'What it said was erased. That there was a request stays, without a name.',
  what: 'What is asked for',
  nothing: 'Nothing',
  triedTitle: 'What was tried',
  triedNone: 'Nothing yet.',
  note: 'Note what was tried',
  noteHelp: 'For coordinators only. Please leave out the name of whoever asks.',
  noteSave: 'Save the note',
  noteProblems: {
    missing: 'Write what was tried',
    'too-long': 'Use at most 1,000 characters',
    pointed: 'A phone number or an e-mail address stands in it. Please take it out',
  },
  noteBy: (name: string, day: string) => `${name}, ${day}`,
  consentTitle: 'Consent',
  consentGiven: (day: string, who: string) => `Given on ${day}, noted by ${who}`,
  consentTakenBack: (day: string, who: string) => `Taken back on ${day}, noted by ${who}`,
  consentTakeBack: 'They take their consent back',
  consentTakeBackHelp:
    'The request rests at once: no mentor is asked, and nothing goes on, until they consent again.',
  consentGive: 'They consent again',
  consentHow: 'How did they say it?',
  consentHowMissing: 'Choose how they said it',
  consentHows: { said: 'They said it', written: 'In writing' },
  end: 'End the request',
  endHelp: 'It waits no more. What was tried stays here.',
  endWhy: 'Why does it end?',
  endMissing: 'Choose why it ends',
  ends: {
    withdrawn: 'They do not want a mentor any more',
    'consent-withdrawn': 'They took their consent back',
    erased: 'They erased it',
    'nobody-found': 'Nobody suitable was found',
    'other-help': 'They found other help',
    helped: 'They were helped',
  },
  endedOn: (day: string, why: string) => `Ended on ${day}: ${why}`,
  contact: 'How to reach them',
  contactShow: 'See how to reach them',
  contactHelp:
    'Only coordinators see it, only here, and each look is written down. It is deleted 30 days after the end, or after 90 days without a mentor.',
  contactNone: 'There is no way to reach them here.',
  contactWays: {
    phone: 'By phone',
    text: 'By text message',
    email: 'By e-mail',
    other: 'Another way',
  },
  back: 'Back to the requests',
  backToRequest: 'Back to the request',
}

export type RequestsWords = typeof requests
