export const account = {
  signInTitle: 'Sign in',
  signInIntro: 'Sign in to go on where you stopped.',
  signInName: 'Sign-in name',
  signInNameHelp: 'Your e-mail address, or the word you chose.',
  password: 'Password',
  shared: 'This is a shared computer',
  sharedHelp: 'We sign you out after 30 minutes without use.',
  signInDo: 'Sign in',
  wrong: 'That sign-in name and password do not match. Try again.',
  tooMany: (minutes: number) =>
    minutes === 1
      ? 'That was tried too often. Please wait 1 minute and try again.'
      : `That was tried too often. Please wait ${minutes} minutes and try again.`,
  tooManyHelp: (name: string, phone: string) => `If you cannot wait, ask ${name}, phone ${phone}.`,
  nameMissing: 'Type your sign-in name',
  passwordMissing: 'Type your password',
  noAccount: 'I have no account yet',
  setupTitle: 'Set up Alongside',
  setupIntro: 'You become the first administrator. After that you can invite coordinators.',
  joinTitle: (name: string) => (name ? `Welcome, ${name}` : 'Welcome'),
  joinStaff: (role: string, programme: string) =>
    `You have been invited as ${role} for ${programme}.`,
  resetTitle: 'Choose a new password',
  resetIntro: (name: string) =>
    `This link belongs to the account “${name}”. Choose a new password, and you are signed in.`,
  name: 'What should we call you?',
  nameHelp: {
    trainee: 'Your coordinator sees this name. A first name is enough.',
    staff: 'The people you work with see this name, and so do trainees.',
  },
  chooseSignInName: 'Choose a name to sign in with',
  chooseSignInNameHelp: {
    trainee:
      'Your e-mail address, or a word that you remember, such as rosa.k. At least 3 letters, no spaces. Only you and your coordinator see it.',
    staff:
      'Your e-mail address, or a word that you remember, such as rosa.k. At least 3 letters, no spaces. Only you and those who look after accounts see it.',
  },
  choosePassword: 'Choose a password',
  choosePasswordHelp:
    'At least 8 characters. Three words in a row are easy to remember. Nobody else can see it.',
  showPassword: 'Show password',
  chooseLanguage: 'Which language do you want to read?',
  english: 'English',
  spanish: 'Español',
  joinDo: 'Save and start',
  joinHere: (name: string) => `You are signed in as ${name}`,
  joinHereWords: 'You do not need a second account. Everything that you have done stays as it is.',
  joinHereDo: (name: string) => `Join as ${name}`,
  joinHereOther: 'Are you somebody else? Fill in the form below, and a new account is made.',
  ownName: {
    link: 'Correct your name',
    title: 'Your name',
    intro: 'Is your name misspelled, or has it changed? Write it as it should be.',
    label: 'Name',
    hint: 'You sign in as before. A certificate keeps the name with which you signed, and can be issued again.',
    seen: 'Your coordinators see it, and whoever you write to. That it was corrected is written down, not what it was.',
    save: 'Save my name',
    saved: (name: string) => `Saved. You are called ${name}.`,
    theirs: 'Name',
    theirsHelp:
      'Where it is misspelled, or has changed. What was signed keeps the old name. That you corrected it is written down.',
    theirsMissing: 'Write the person’s name',
    theirsDo: 'Save the name',
  },
  setupDo: 'Create my account',
  resetDo: 'Save and sign in',
  problems: {
    name: {
      missing: 'Write what we should call you',
      'too-long': 'The name is too long. Use at most 100 characters',
      address: 'Write the name alone, without an address and without @, < or >',
    },
    signInName: {
      missing: 'Choose a name to sign in with',
      malformed:
        'Use your e-mail address, or a word of 3 to 100 letters from a to z, without spaces, quotes or < >',
      taken:
        'Somebody already uses this sign-in name, or one that looks like it. Choose another one',
    },
    password: {
      'too-short': 'Use at least 8 characters',
      'too-long': 'Use at most 128 characters',
      'too-common': 'Many people use this password, so it is easy to guess. Choose another one',
      'is-the-name': 'The password must not be the sign-in name',
      'is-known':
        'This is only your name, or ours, with numbers or signs. Add words that nobody connects with you',
    },
  },
  linkUnknown: 'This link does not work',
  linkUnknownWords:
    'Part of the link may be missing. Open it again from your message, or ask whoever gave it to you for a new one.',
  linkUsed: 'This link was already used',
  linkUsedWords:
    'A link works once. If you were in with it before, sign in by one of the ways below.',
  linkExpired: 'This link is too old',
  linkExpiredWords: {
    trainee: 'Ask your coordinator for a new one. It takes them one minute.',
    staff: 'Ask whoever gave it to you for a new one. It takes them one minute.',
  },
  linkWithdrawn: 'This link was withdrawn',
  linkWithdrawnWords: {
    trainee: 'Ask your coordinator for a new one.',
    staff: 'Ask whoever gave it to you for a new one.',
  },
  signedInAs: (name: string) => `You are signed in as ${name}.`,
  roles: {
    trainee: 'Trainee',
    observer: 'Observer',
    coordinator: 'Coordinator',
    administrator: 'Administrator',
  },
}

export type AccountWords = typeof account
