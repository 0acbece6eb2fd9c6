/** How somebody comes in: codes, mail, password; and their own page about it. */
export const ways = {
  code: 'Your code',
  codeHelp:
    '12 letters and numbers, such as ABCD-EFGH-JKLM. Capital or small letters, with or without the lines, are all fine.',
  codeDo: 'Sign in',
  codeWrong:
    'We do not know this code. Please check each letter, or take another way below. A code that was used before is gone',
  codeMalformed:
    'A code has 12 letters and numbers. It never has 0, O, 1 or I: look for D, Q, L or J. Please check it',
  codeClosed:
    'This code was used already, or it is too old. Take another way below, or ask whoever gave it to you for a new one',
  mail: 'Your e-mail address',
  mailHelp: 'The one that you told us. We send a code to it that works for 1 hour.',
  mailDo: 'Send me a code',
  mailMalformed: 'Write the e-mail address as name@example.org',
  mailNone: 'Mail is not sent from here. Take another way below',
  mailAskedTitle: 'Look at your mail',
  mailAsked:
    'If we know this address, a code is on its way. It can take a few minutes. Look among unwanted mail too.',
  mailSubject: 'Your code',
  mailText: (m: { name: string; code: string; url: string }) =>
    `Hello ${m.name},\n\nYour code for Alongside:\n\n${m.code}\n\nType it on the page where you asked for it. It works once, for 1 hour.\n\nOr open this link and press the button:\n${m.url}\n\nIf you did not ask for it, you need to do nothing.\n`,
  name: 'E-mail address or sign-in name',
  others: 'Other ways to sign in',
  to: {
    code: 'I have a code',
    mail: 'Send me a code by e-mail',
    password: 'I have a password',
  },
  cannot: 'I cannot sign in',
  cannotTrainee:
    'Call your coordinator: the contact is at the bottom of this page. They can read you a code over the phone, or give you one on paper. What you have done is kept.',
  cannotMail: 'Or let us send you a code by e-mail.',
  cannotStaff: 'Coordinators and observers ask an administrator for a new link.',
  noAccount:
    'You need an invitation from a coordinator: a link, or a code on paper. With it you can start at once.',
  again: 'Or a code',
  /** A page that a link opened. */
  opened: {
    title: (name: string) => `Sign in as ${name}?`,
    intro: 'Press the button, and you are in. This works once.',
    notMe: 'I am somebody else',
    typeIt: 'Type the code from the message',
    typeItHelp:
      'You opened this in another browser than the one in which you asked. So please type the code once.',
    codeMissing: 'Type the code in the message',
    used: 'If you were in with it before, take one of the ways to sign in.',
  },
  start: {
    intro: (programme: string) =>
      `You have been invited to the peer mentor course of ${programme}. You need no password: press the button, and you are in.`,
    do: 'Start',
    welcome: (name: string) =>
      `Welcome, ${name}. You are in, and what you do is saved. This is the first lesson.`,
    changeLater: 'Change my name, language or how I read',
    again: 'You have been here before. Press the button, and go on.',
    change: 'Change my name, language or e-mail',
    email: 'E-mail address',
    emailHelp: 'With it we can send you a code when you want to come back from another device.',
    password: 'I would rather choose a password',
  },
  mine: {
    title: 'How you sign in',
    link: 'How you sign in, e-mail and phone',
    intro: 'On your own device you stay signed in. On another one you need one of these ways.',
    contact: 'How we reach you',
    contactSeen: 'You and your coordinators see it. Other trainees, observers and mentees do not.',
    email: 'E-mail address',
    emailHelp: 'Codes to sign in go there.',
    emailHelpNone: 'Mail is not sent from here yet. Your coordinators can write to you.',
    phone: 'Phone',
    phoneHelp: 'So that your coordinator can call you, for example to read you a code.',
    save: 'Save',
    saved: 'Saved.',
    emailProof: 'Show first that it is you: an e-mail address opens a way into your account',
    emailMalformed: 'Write the e-mail address as name@example.org, or leave it empty',
    phoneMalformed: 'Write the phone number with numbers, or leave it empty',
    passkeys: 'See or make a passkey',
    password: 'Password',
    passwordNone: 'You have none, and you need none. You can choose one if you like.',
    passwordHas: 'You have one. You can choose another one; other devices are signed out then.',
    passwordNow: 'Your password now',
    passwordNew: 'The new password',
    passwordWrong: 'This is not your password. Try again',
    passwordSave: 'Save the password',
    passwordSaved: 'Your password is saved. You can sign in with it from now on.',
    code: 'A code',
    codeWords: 'Your coordinator can give you one, by phone or on paper. It works once, for a day.',
    mail: 'A code by e-mail',
    mailYes: (email: string) => `You can ask for one when you sign in. It goes to ${email}.`,
    mailNo: 'Write your e-mail address above, and you can ask for one when you sign in.',
    heldTitle: 'What you wrote for yourself is closed here',
    held: (day: string) =>
      `You signed in with a code that somebody made for you. So that nobody else reads it that way, what you wrote before, and shared with nobody, stays closed until ${day}.`,
    heldDo: 'Open it now: sign in by another way of yours',
    changedSubject: 'Something changed in your account',
    changedMail: (name: string) =>
      `Hello ${name},\n\nThe password or the e-mail address of your account was changed.\n\nIf it was you, you need to do nothing. If it was not, tell your coordinator, please.\n`,
  },
  /** Staff made a code into one's account. */
  notice: {
    made: (by: string, day: string) => `${by} made a code for you on ${day}`,
    platform: 'Who runs this platform',
    unused: 'Nobody has used it yet.',
    used: (day: string) => `It was used on ${day}.`,
    words: 'With such a code one can sign in as you, once. Did you ask for it, or know about it?',
    mine: 'Yes, I know about it',
    notMine: 'No: close it',
    notMineHelp:
      'Closes the code, signs out every other device, and tells all your coordinators. Then call the contact at the bottom of this page.',
    tell: (by: string) =>
      `${by ? `${by} made a code for my account` : 'A code was made for my account'}, and it was not me who asked for it. I closed it: the code, and every other device that was signed in as me. Please find out what happened, and call me.`,
    closed:
      'Closed. Nobody else is signed in as you, and your coordinators are told. Please call the contact below.',
    mailSubject: 'A code for your account',
    mail: (name: string, by: string) =>
      `Hello ${name},\n\n${by} made a code with which one can sign in to your account, once.\n\nIf you asked for it, you need to do nothing. If you did not, tell your coordinator, please.\n`,
  },
  /** The same for staff, whose way back is a link to a new password. */
  staffNotice: {
    title: (day: string) => `Somebody made a link into your account on ${day}`,
    made: (by: string, day: string) => `${by} made a link to a new password for you on ${day}`,
    words:
      'With such a link one can choose a new password for your account, once. Did you ask for it, or know about it?',
    look: 'Look at it',
    held: 'Somebody came in here by such a link, so it cannot be said here whether that was you. You can say it once you sign in by another way, or after seven days.',
    notMineHelp:
      'Closes the link, signs out every other device, and tells the administrators. Then choose a new password.',
    knewDone: 'Noted.',
    closed:
      'Closed. Nobody else is signed in as you, and the administrators are told. Now choose a new password, please.',
  },
  /** The coordinator's side. */
  staff: {
    do: 'Make a sign-in code',
    help: 'For somebody who cannot sign in. You can read it to them on the phone, or print it. It works once, for a day; the person is told that you made it.',
    title: 'The code is ready',
    once: 'It is shown only this once. Read it aloud in groups of 4, or print this page.',
    for: (name: string) => `For ${name}`,
    open: 'Or point your phone’s camera at the square:',
    type: (address: string) => `Go to ${address} and type:`,
    until: (time: string) => `It works once, until ${time}.`,
    told: 'The person is told that you made it, when they next sign in. What they wrote for themselves stays closed for whoever comes in by it.',
    tellTitle: (name: string) => `${name} should hear of it now, too`,
    toldByMail: (email: string) => `We are writing to ${email}.`,
    noMail: 'No mail goes out: we know no address, or none is sent from here.',
    tellByPhone: (phone: string) => `Call ${phone}, or send these words:`,
    noPhone: 'We know no phone number. Say it when you next speak to each other:',
    tellText: (name: string, by: string) =>
      `Hello ${name}, this is ${by}. I made a code with which you can sign in to your course, once, until tomorrow. If you did not ask for it, tell us, please.`,
    send: 'Open as a text message',
    email: 'E-mail',
    phone: 'Phone',
    text: 'Send a text',
  },
}

export type WaysWords = typeof ways
