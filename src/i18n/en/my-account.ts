/** One's own account: all that one can see and change about it, on one page; and who looked at one's record. */
export const myAccount = {
  title: 'My account',
  link: 'Account',
  intro:
    'What we know you by, how you come in, and who sees what. Each line can be changed or looked at.',
  rows: {
    name: 'Name',
    signInName: 'Name to sign in with',
    reached: 'How we reach you',
    language: 'Language',
    display: 'How pages look',
    roles: 'You are here as',
    ways: 'Ways to sign in',
    devices: 'Signed in on',
    mail: 'What we mail to you',
    looks: 'Who looked at your record',
    seen: 'Who can see what',
    data: 'What is kept about you',
  },
  look: 'Look',
  none: 'Nothing yet',
  languages: { en: 'English', es: 'Spanish' },
  languageHow: 'The button at the top of each page changes it.',
  waysWords: {
    password: 'Password',
    noPassword: 'No password',
    passkeys: (n: number) => (n === 1 ? '1 passkey' : `${n} passkeys`),
  },
  devicesWords: (n: number) => (n === 1 ? 'This device only' : `${n} devices`),
  mailed: 'What went out, and what you want to be told',
  looksTitle: 'Who looked at your record',
  looksIntro:
    'Whoever opened your record, your notes or your account, newest first; in one hour each person stands once. It is kept for 24 months.',
  looksLists:
    'Lists in which you are one of many (the register, the first page of coordinators, reports) are not written down for each person.',
  looksNone: 'Nobody but you has opened it in the last 24 months; older looks are not kept.',
  looksOlder: 'Older',
  looksNewest: 'Newest',
  looksAsk: 'Do you not know why somebody looked? Ask your coordinator, or the administrators.',
  columns: { when: 'When', who: 'Who', what: 'What' },
  what: {
    'seen:record': 'Your record',
    'seen:internal-notes': 'Notes about you',
    'seen:person': 'Your account',
  },
  nobodyNow: 'Somebody whose account is gone',
}

export type MyAccountWords = typeof myAccount
