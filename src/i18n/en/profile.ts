/** What is known of a person beside their work: their own page, the coordinators' page, and what they are told. */
export const profile = {
  title: 'Your details',
  link: 'Your details: how we reach you, and what you need',
  intro:
    'So that nobody has to ask you twice. Write as much or as little as you like, and save whenever you want to stop: each button saves everything that you wrote here. Please do not write the names of people you support.',
  staffTitle: 'Details',
  staffIntro: (name: string) =>
    `${name} wrote these, or somebody for them. ${name} is told what you change, and can change it back.`,
  staffLink: 'Change the details',
  application: (day: string) => `What was written with the application of ${day}`,
  staffNone: 'Nothing is written yet.',
  nameAt: 'Change your name',
  emailAt: 'Change your e-mail address',
  emailStaff:
    'Only the person changes it: codes to sign in go there. You can make a sign-in code for them.',
  sections: {
    reach: 'How we reach you',
    emergency: 'If something happens to you',
    about: 'Where you are, and your languages',
    areas: 'What you would talk about',
    access: 'What you need',
  },
  staffSections: {
    reach: 'How to reach them',
    emergency: 'If something happens to them',
    about: 'Place and languages',
    areas: 'What they would talk about',
    access: 'What they need',
  },
  fields: {
    name: 'Name',
    email: 'E-mail address',
    phone: 'Phone',
    reachBy: 'Best way to get in touch',
    times: 'Good times',
    emergencyName: 'Who to call in an emergency',
    emergencyPhone: 'Phone of that person',
    place: 'Place',
    languages: 'Languages',
    languageWords: 'About the languages',
    areas: 'Comfortable to talk about',
    notAreas: 'Rather not talk about',
    areaWords: 'In own words',
    access: 'Needed to take part',
  },
  hints: {
    phone: 'With the area code.',
    times: 'For example: weekday mornings, but not on Tuesdays.',
    emergencyName: 'A name, and who that is: “Carlos, my brother”. Please ask them first.',
    place: 'A town, a part of town or a clinic.',
    languageWords: 'For example: Spanish at home, a little Polish.',
    areas:
      'An area may add a short part to the course. This can be changed at any time; what was done stays.',
    areaWords: 'What the list does not say.',
    access:
      'For example: large print, a chair with arms, no stairs. Write what helps; you need not say why.',
  },
  ways: {
    phone: 'A call',
    text: 'A text message',
    email: 'E-mail',
    letter: 'A letter',
    'in-person': 'Talking in person',
  },
  noWay: 'No preference',
  seen: {
    coordinators: 'Who sees this: you and your coordinators.',
    'then-register':
      'Who sees this: you and your coordinators. At your sign-off they go through it with you; what you agree then is in the register.',
    'coordinators-only':
      'Who sees this: you and your coordinators, nobody else. It stands in no mail, no list and no file for others.',
  },
  staffSeen: {
    coordinators: 'Who sees this: the person and their coordinators.',
    'then-register':
      'Who sees this: the person and their coordinators. The sign-off offers it; only what is agreed there is in the register.',
    'coordinators-only':
      'Who sees this: the person and their coordinators, nobody else. It stands in no mail, no list and no file for others.',
  },
  save: 'Save',
  saveAll: 'Save all of it',
  saved: 'Saved.',
  problems: {
    'too-long': (most: number) =>
      `This is too long. Use at most ${most.toLocaleString('en')} characters`,
    'phone-malformed': 'Write the phone number with numbers, or leave it empty',
    both: 'The same area is checked as comfortable and as not comfortable. Choose one of the two',
  },
  /** Somebody else changed the same field. */
  meanwhile: (by: string, field: string) => `${by} has changed “${field}” meanwhile. It now says:`,
  /** Who said so last. */
  changedBy: (by: string, day: string) => `Changed by ${by} on ${day}.`,
  wrote: (day: string) => `From ${day}, in the person’s own words.`,
  before: (value: string) => `Before: ${value}`,
  nothing: 'not given',
  call: 'Call',
  notice: {
    title: (by: string, day: string) => `${by} changed your details on ${day}`,
    now: (field: string, value: string) => `${field} now: ${value}`,
    field: (field: string) => `${field} was changed.`,
    see: 'See your details and correct them',
    done: 'I have seen it',
  },
  file: {
    link: 'Save your details as a file',
    of: (name: string, day: string) => `Details of ${name}, saved on ${day}`,
    last: (by: string, day: string) => `last changed by ${by} on ${day}`,
  },
}

export type ProfileWords = typeof profile
