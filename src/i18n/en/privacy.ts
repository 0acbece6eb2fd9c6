/** The second half of “Who can see my information”: who answers for it, why, how long, and what one may ask for. */
export const privacy = {
  whoTitle: 'Who answers for it',
  who: (organisation: string) =>
    `${organisation} decides what is kept about you and why, and answers for it. Its address stands at the end of this page. Whoever made this website sees nothing of it.`,
  whyTitle: 'What is kept, and why',
  why: [
    'Your name and how to reach you, so that you can sign in and get an answer.',
    'What you did in the course and what others saw of it, so that a person can decide whether you are ready.',
    'What you choose to tell about your health or your life, so that you can be matched well. You may leave it out.',
    'Of people you support, only when you met, how and how long. Never a name.',
    'When and on what kind of device you signed in, and who looked at your record, so that a break-in is noticed.',
  ],
  basis: (basis: string) => `What the law names as the reason that this is allowed: ${basis}.`,
  basisUnsaid: 'not written here yet, so please ask the person below',
  longTitle: 'How long it is kept',
  whileHere: 'while you have an account',
  afterLeaving: (time: string) => `${time} after you left`,
  atMost: (time: string) => `${time} at most`,
  days: (n: number) => `${n} days`,
  months: (n: number) => `${n} months`,
  long: {
    record: 'Your record, your sign-off, your messages',
    details: 'Who to call in an emergency, and what you need',
    notes: 'Notes of coordinators, incidents, checks',
    signIns: 'When and on what kind of device you signed in',
    looks: 'Who looked at your record',
    mail: 'That a mail was sent; its text goes as soon as it was sent',
    offers: 'An offer to mentor that went no further',
    backups: 'Copies in case something breaks',
  },
  rightsTitle: 'What you may ask for',
  rights: [
    'To see what is kept about you, and to have a copy.',
    'To have put right what is wrong.',
    'To have it erased. If you were signed off, it stays that somebody was, when, and who decided, without your name.',
    'To have it not used for a while, or not at all for something that you object to.',
    'To take a consent back. What was done before stays right.',
  ],
  rightsHow:
    'Ask the person below. It costs nothing, and an answer is due within a month. No machine decides about you.',
  ownData: 'Your account, with what is kept about you',
  complainTitle: 'If the answer does not satisfy you',
  complainFirst: (organisation: string) => `Tell ${organisation} first, if you can.`,
  /** By country: who takes complaints from outside, and where. */
  complain: {
    uk: [
      {
        who: 'You may always go to the ICO, which watches over personal information in the United Kingdom:',
        page: 'https://ico.org.uk/make-a-complaint/',
        phone: '0303 123 1113',
      },
    ],
    us: [
      {
        who: 'Where a clinic or a health plan holds your information, or somebody who works for one, the Office for Civil Rights takes complaints:',
        page: 'https://www.hhs.gov/ocr/complaints/',
        phone: '1-800-368-1019',
      },
      {
        who: 'Your state has an office for complaints, too:',
        page: 'https://www.usa.gov/state-consumer',
        phone: '',
      },
    ],
  },
}

export type PrivacyWords = typeof privacy
