export const ask = {
  rule: 'People and facilities may ask for a mentor by themselves',
  ruleHelp: (address: string) =>
    `Then there is a form at ${address}, for people who look for a mentor and for staff of facilities. Everybody who has the address can open it.`,
  title: 'Ask for a mentor',
  intro:
    'A mentor lives with a long-term illness and listens to somebody who is newer to it. A mentor is no doctor and no nurse, and does not come at once.',
  dangerTitle: 'If somebody is in danger now',
  danger: 'A mentor cannot help then, and nobody reads this form at once. Call:',
  how: 'How it goes',
  steps: [
    'You write what is hoped for. No name is asked for: the request gets a code.',
    'A coordinator reads it and looks for somebody suitable. That may take some weeks.',
    'A mentor is asked, and told only what you allow. Then you are asked, too.',
    'Only when both have said yes, the coordinator brings you together.',
  ],
  which: 'Where do you ask?',
  none: 'Nobody can be asked by a form here now.',
  closed:
    'Nobody can be asked by this form any more. Nothing was sent, and what you wrote is still here. Please call or write to the contact at the bottom of this page',
  noneHelp: 'Please call or write to the contact at the bottom of this page.',
  myself: 'I ask for myself',
  facility: 'I am staff of a facility, and ask for somebody',
  have: 'I have a code already',
  formTitle: { person: 'Ask for a mentor', facility: 'Ask for a mentor for somebody' },
  formIntro: {
    person: (programme: string) =>
      `This goes to the coordinators of ${programme}. Please write no name: neither yours nor anybody else’s.`,
    facility: (programme: string) =>
      `This goes to the coordinators of ${programme}. Ask the person first, and write it together if you can. Please write no name.`,
  },
  seen: 'Who sees this: the coordinators. A mentor is told only what is allowed below.',
  /** What is asked of somebody about themselves; the other fields are those of coordinators. */
  you: {
    languagesHelp: 'In which of these can you talk with a mentor?',
    ways: 'How would you like to talk?',
    times: 'When does it suit you?',
    place: 'Where, if you want to meet in person?',
    hopes: 'What do you hope for?',
    wouldNotWork: 'What would not work for you?',
    wishes: 'What matters most to you?',
    toldHelp:
      'Check only what you agree to. What is not checked stays with the coordinators. A mentor never learns how to reach you from here.',
    consent: 'Do you agree?',
    consentHelp: 'Nothing is saved without it. You may take it back at any time.',
    problems: {
      'consent-missing': 'Check that you agree. Without it, nothing is saved',
      'hopes-missing': 'Write in a sentence what you hope for',
    },
  },
  agree: 'The coordinators may keep what is written here, and use it to look for a mentor for me',
  ownDevice: 'Nobody else uses this phone or computer',
  ownDeviceHelp:
    'Then what you write here stays on it until you have sent it, even if you close the page. Leave this empty if others use it.',
  reachedBy: {
    person: 'How may a coordinator reach you?',
    facility: 'How do we reach you at work?',
  },
  contact: {
    person: 'Your phone number, e-mail address or another way',
    facility: 'Your phone number or e-mail address at work',
  },
  contactHelp: {
    person:
      'Only coordinators see it, and each look is written down. A mentor never does. It is deleted 30 days after the end, or after 90 days without a mentor.',
    facility:
      'Yours, never that of the person. Only coordinators see it, and each look is written down. It is deleted 30 days after the end, or after 90 days without a mentor.',
  },
  contactProblems: {
    'reachedBy-missing': 'Choose how you can be reached',
    'contact-missing': 'Write a phone number, an e-mail address or another way',
    'contact-too-long': 'Use at most 200 characters',
  },
  send: 'Send the request',
  sentTitle: 'The request has arrived',
  sentIntro:
    'Keep this code. It opens the request: to see, correct or end it, or to erase it. It is shown only now.',
  sentNext:
    'A coordinator reads it and looks for somebody suitable. Looking may take some weeks; nobody else learns of it before.',
  done: 'I have kept the code',
  codeTitle: 'See or change a request',
  codeIntro: 'Type the code that you got when you asked.',
  code: 'Code',
  codeHelp:
    '12 letters and digits, for example ABCD-EFGH-JKLM. Small letters and spaces do not matter.',
  codeUnknown: 'There is no request with this code. Look at it once more, or call us',
  codeGo: 'Open the request',
  codeLost: 'Without the code nobody can open it. Call the contact below to end a request.',
  mineTitle: 'Your request',
  mineOpen: (minutes: number) => `This page stays open for ${minutes} minutes in this browser.`,
  mineStates: {
    waiting: 'It waits. A coordinator looks for a mentor.',
    paired: 'There is a mentor for it.',
    'no-consent': 'It rests, because you took your consent back. Nothing goes on.',
    ended: 'It has ended.',
    erased: 'It was erased. Nothing of what you wrote is kept.',
  },
  correct: 'Correct what I wrote',
  correctTitle: 'Correct the request',
  contactStays: 'Leave this empty to keep what you gave before. It is not shown here.',
  takeBack: 'Take my consent back',
  takeBackHelp: 'Nothing goes on from then, and no mentor is asked. You can give it again here.',
  giveAgain: 'I agree again',
  withdraw: 'I do not want a mentor any more',
  withdrawHelp: 'The request ends. It cannot be opened again, but you may ask anew.',
  erase: 'Erase everything that I wrote',
  eraseHelp:
    'What you wrote goes at once from everywhere here, and how to reach you too. Only that there was a request stays, without a word of it. This cannot be undone.',
  leave: 'Close this page',
  leaveHelp: 'Then the code is needed again. Do this where others use this computer.',
}

export type AskWords = typeof ask
