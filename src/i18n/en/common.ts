export const common = {
  siteName: 'Alongside',
  tagline: 'For people who support people',
  skip: 'Skip to the main text',
  menu: 'Menu',
  home: 'Home',
  signIn: 'Sign in',
  signOut: 'Sign out',
  language: 'Español',
  languageLang: 'es',
  help: 'Would you like to ask somebody?',
  helpReplies: 'Reply',
  helpPhone: 'Phone',
  helpEmail: 'E-mail',
  helpExample: 'Example contact – your organization puts its own here.',
  crisis: 'If somebody is in danger now',
  about: 'About this course',
  privacy: 'Who can see my information',
  accessibility: 'Accessibility',
  castNote: 'This is a trial: everybody here is invented, and anybody may be any of them.',
  footerNote: 'Everyone in the practice sessions is invented.',
  errorPrefix: 'Error: ',
  savedPrefix: 'Saved: ',
  problem: 'There is a problem',
  optional: '(optional)',
  change: 'Change',
  cancel: 'Go back',
  send: 'Send',
  search: 'Search',
  page: (n: number, of: number) => `Page ${n} of ${of}`,
  previous: 'Page before',
  next: 'Next page',
  pages: 'Pages',
  nothingHere: 'This page is not here',
  nothingHereWords:
    'The address may be old or mistyped, or the page belongs to somebody else. Nothing that you saved is lost.',
  goHome: 'Go to the start page',
  broken: 'Something went wrong on our side',
  brokenWords:
    'Your saved work is safe. Please try again in a minute. If it happens again, call or write to the person below.',
  malformed: 'We could not read what you sent',
  malformedWords: 'Please go back and send it once more. Nothing that you saved is lost.',
  sessionEnded: 'You have been signed out',
  sessionEndedWords:
    'Some time has passed, so we signed you out to keep your information safe. What you just wrote is kept on this page. Sign in, and it is sent.',
  sessionEndedDo: 'Sign in and send',
  sessionEndedPlain:
    'Some time has passed, so we signed you out to keep your information safe. Sign in to go on.',
  somebodyElse: 'Somebody else opened this page',
  somebodyElseWords: (name: string) =>
    `You are signed in as ${name}. What was sent from this page is not yours, so nothing of it was saved, and nothing of it is shown to you.`,
  beforeSignIn: 'This page is from before you signed in',
  beforeSignInWords: (name: string) =>
    `You are signed in as ${name} now, so nothing was saved. Open the page again to go on.`,
  openAfresh: (name: string) => `Open this page as ${name}`,
  iWroteThis: 'I wrote what was sent',
  iWroteThisWords:
    'It waits here, locked, for the person who wrote it. Sign in as that person, and you see it again. It is not sent until you send it.',
  iWroteThisDo: 'Sign in and see it again',
  waitsOnDevice: 'It also waits on this device, locked, for one week.',
  wordsWait: 'Something that you wrote on this device was not saved.',
  wordsWaitShow: 'Show it again',
  wordsWaitDrop: 'Throw it away',
  noLine: 'Not sent: there is no connection. Stay on this page, and press again when there is one.',
  whoSees: 'Who can see this',
  notSignedIn: 'Please sign in first',
  /** Two people at one form. */
  meanwhile: {
    title: 'Somebody got there first',
    kept: 'Yours has not been sent. It is still below: change it, send it as well, or go back.',
    keptToSave:
      'Yours has not been saved. It is still below: change it, save it anyway, or go back.',
    writes: (name: string, time: string) =>
      `${name} opened this at ${time} and may be writing now. Talk to each other before you send.`,
    writesShort: (name: string) => `${name} may be writing now`,
  },
}

export type CommonWords = typeof common
