export const apply = {
  title: 'Is mentoring for me?',
  intro:
    'A mentor lives with a long-term illness and supports somebody who is newer to it. You need no medical knowledge. You do need some time, and some hard times behind you that you can look back on.',
  checkTitle: 'A short look at yourself',
  checkIntro:
    'Check what is true for you today. These check marks are for you alone: nothing is sent, and nothing is saved.',
  statements: [
    'I have lived with my illness long enough to look back on the hard days.',
    'I can talk about my illness without it spoiling my own day.',
    'I like listening, even when I would do things differently.',
    'I can keep to myself what people tell me.',
    'I can say “I don’t know, please ask your doctor or nurse”.',
    'I can let somebody make a choice that I would not make.',
    'I can say no when it gets too much for me, and ask for help.',
    'I have an hour or two most weeks, and I know that I may pause when I am not well.',
    'I would like to learn, and to have somebody watch me practice.',
  ],
  readingTitle: 'How to read your check marks',
  reading: [
    'Most of them are checked: mentoring may suit you well. Please apply.',
    'About half of them: please apply, and bring your doubts to the first talk. Listening and saying no are things that the course teaches.',
    'Only a few today: that is a good thing to know. Perhaps it is too early, or this is a hard time. You can come back in a few months, or take part in another way.',
  ],
  nextTitle: 'What happens when you apply',
  next: [
    'You fill in one page. It takes about 5 minutes.',
    'A coordinator calls or writes to you, and you talk. They talk with everybody who offers.',
    'Then you decide together: start the course, wait a while, or take part in another way.',
  ],
  go: 'Go to the application',
  goTo: (programme: string) => `Apply to ${programme}`,
  which: 'Choose where you would like to mentor',
  formTitle: 'Offer to be a mentor',
  formIntro: (programme: string) =>
    `This goes to the coordinators of ${programme}. Write as much or as little as you like. Please do not write other people’s names.`,
  seen: 'Who sees this: the coordinators of the program. It is deleted 12 months after your application is closed.',
  seenKept:
    'Who sees this: the coordinators of the program. If you join, it stands in your details from then on, and you can change it there.',
  seenContact: 'Who sees this: the coordinators, to reach you. Nobody else.',
  seenAccess:
    'Who sees this: the coordinators, so that they can make it possible. If you join, it stands in your details, and you can change it there.',
  why: 'Why would you like to be a mentor?',
  whyHelp: 'One or two sentences are enough.',
  experience: 'What have you lived through that could help another person?',
  experienceHelp:
    'For example: starting a treatment, waiting, working while ill. Leave out what you do not want to tell.',
  areas: 'What would you be comfortable talking about?',
  notAreas: 'What would you rather not talk about?',
  notAreasHelp: 'This is just as useful for us, and it changes nothing about your chances.',
  languages: 'Which languages do you speak with people?',
  times: 'When are you usually free?',
  timesHelp: 'For example: weekday mornings, but not on Tuesdays.',
  access: 'What do you need so that you can take part?',
  accessHelp:
    'For example: large print, a chair with arms, no stairs, somebody who reads with you.',
  name: 'What should we call you?',
  contact: 'How can we reach you?',
  contactHelp: 'An e-mail address or a phone number.',
  ownDevice: 'Nobody else uses this phone or computer',
  ownDeviceHelp:
    'Then what you write here stays on it until you have sent it, even if you close the page. Leave this empty if others use it.',
  send: 'Send my application',
  problems: {
    missing: {
      name: 'Write what we should call you',
      contact: 'Write an e-mail address or a phone number',
      why: 'Write in a sentence why you would like to be a mentor',
    },
    'too-long': (most: number) =>
      `This is too long. Use at most ${most.toLocaleString('en')} characters`,
    both: 'You checked the same area as comfortable and as not comfortable. Choose one of the two',
  },
  thanksTitle: 'Thank you for offering',
  thanksNext: 'What happens next',
  thanks: [
    'Your application has arrived.',
    'A coordinator will call or write to you for a first talk. They talk with everybody who offers, and you may ask anything.',
    'If you have not heard from us after two weeks, please call or write to the contact at the bottom of this page.',
  ],
  back: 'Back to the start page',
  learnMore: 'Read a sample lesson meanwhile',
}

export type ApplyWords = typeof apply
