/** The second step of signing in, for staff: their app, passkeys and recovery codes, and the way back. */
export const factor = {
  title: 'Second step when you sign in',
  link: 'Second step and recovery codes',
  what: 'You read and decide about what others wrote. A second step keeps them safe when somebody learns your password: a code from an app on your phone, or a passkey.',
  state: {
    none: 'You have no second step yet.',
    app: 'You have an app that makes codes.',
    passkeys: (n: number) => (n === 1 ? 'You have one passkey.' : `You have ${n} passkeys.`),
    left: (n: number) => (n === 1 ? 'One recovery code is left.' : `${n} recovery codes are left.`),
    noCodes: 'You have no recovery codes.',
  },
  due: (day: string) => `All staff need a second step from ${day}. Until then you may put it off.`,
  first: {
    title: 'First a second step, please',
    text: 'All staff need a second step now. Nothing of what you just wrote was saved yet: it is kept on this page, locked for you.',
    setUp: 'Set it up (opens another tab)',
    then: 'When you have set it up, come back to this page and send what you wrote.',
    send: 'Send what I wrote',
  },
  dueNow: 'All staff need a second step now. Please set one up; then you can go on.',
  notice: {
    title: 'Please set up a second step',
    text: (day: string) =>
      `From ${day} everybody who coordinates, observes or administers needs a second step when they sign in. It takes about two minutes.`,
    do: 'Set it up',
  },
  choose: 'Which one suits you?',
  passkey: {
    title: 'A passkey',
    text: 'Your finger, your face or the PIN of this device. The quickest, and nobody can talk you out of it. It works on this device, or on your phone.',
    do: 'Add a passkey',
  },
  app: {
    title: 'An app that makes codes',
    text: 'An authenticator app on your phone, such as Aegis, 2FAS, Google Authenticator or the password app of your phone. It works without a network.',
    do: 'Set up an app',
    replace: 'Set up another app in its place',
    one: '1. Open your app',
    oneText: 'Choose “add” or “+” in it. If you have no such app, install one first.',
    two: '2. Show it this picture',
    twoText: 'Hold the phone so that the app sees the square.',
    picture: 'A square picture that your app reads. The same follows as text.',
    byHand: 'No camera? Type this key into the app',
    key: 'The key',
    keyHelp: 'Capital or small letters, with or without blanks. It is for your app alone.',
    open: 'Open it in an app on this device',
    three: '3. Type the code that the app shows',
    label: 'Code of 6 digits',
    help: 'It changes every 30 seconds.',
    act: 'Finish',
  },
  codes: {
    title: 'Recovery codes',
    what: 'For the day on which your phone is lost or broken: each one stands for the second step once.',
    make: 'Make recovery codes',
    again: 'Make new ones',
    againHelp: 'The ones of before stop working.',
    madeTitle: 'Your recovery codes',
    madeIntro:
      'They are shown only now. Print them or write them down, and keep them where you keep papers, not on the phone.',
    each: 'Each one works once.',
    done: 'I have them: go on',
    print: 'Print',
  },
  remove: {
    title: 'Take the app away',
    text: 'From then on your account is opened without its codes.',
    do: 'Take the app away',
    needed:
      'Staff need a second step: this is your only one. Set up another one first, or another app in its place.',
  },
  later: 'Not now',
  goOn: 'Go on',
  proveTitle: 'First, show that it is you',
  saved: {
    app: 'Your app is set up. Next time you sign in we ask for its code.',
    passkey: 'Your passkey is your second step from now on. Please make recovery codes too.',
    removed: 'The app is taken away.',
  },
  step: {
    title: 'Second step',
    intro: (name: string) => `Hello ${name}. Please show once more that it is you.`,
    label: 'Code from your app, or a recovery code',
    help: '6 digits from the app on your phone. A recovery code has 12 letters and numbers.',
    labelCode: 'Recovery code',
    helpCode: '12 letters and numbers, such as ABCD-EFGH-JKLM.',
    do: 'Continue',
    other: 'Sign in as somebody else',
    cannot: 'I have neither phone nor codes',
    cannotText:
      'An administrator can take the second step away, and you set up a new one. Ask them by a way by which they know you, such as the telephone.',
    passkeyOnly: 'Use your passkey: press the button.',
    noScript: 'A passkey needs JavaScript. A recovery code works without.',
  },
  proof: {
    label: 'Code from your app, or a recovery code',
    help: 'So that nobody does this in your name.',
    passkeyHelp:
      'So that nobody does this in your name. A passkey takes its place, and so does a recovery code.',
    passkey: 'Show it with a passkey',
    shown: 'Shown. Now press the button that you want.',
    passkeyMissing: 'Show that it is you: press “Show it with a passkey”',
    passkeyWrong: 'That passkey was not taken. Press the button once more',
    noScript:
      'Your passkey cannot be asked for here: that needs JavaScript, and a browser that knows passkeys. Turn JavaScript on, or open this page on the device that has your passkey. Recovery codes work without: make them there, under “How you sign in”.',
  },
  problems: {
    missing: 'Type the code that your app shows',
    malformed:
      'A code of the app has 6 digits; a recovery code has 12 letters and numbers. Please check it',
    wrong: 'That code is not right. Type the one that the app shows now',
    clock:
      'That code is of another time: the clock of your phone is wrong. Set it to “automatic” in the phone’s settings, then type the new code',
    used: 'That code was used already. Wait until the app shows a new one, or take another recovery code',
    'not-fresh': 'Too much time has passed. Please begin again',
  },
  recover: {
    title: 'Administrators: a new password by two recovery codes',
    link: 'I am an administrator and have my recovery codes',
    intro:
      'If you administer this platform and forgot your password, two of your recovery codes let you choose a new one. Both are used up then.',
    first: 'First recovery code',
    second: 'Second recovery code',
    do: 'Choose a new password',
    wrong:
      'These do not fit together: the sign-in name of an administrator and two different codes that were not used before. Please check them',
  },
  manage: {
    title: 'Second step',
    menu: 'Second step',
    intro:
      'From this day on all who administer, coordinate or observe need a second step when they sign in. Whoever has none by then can do nothing but set one up. Nobody loses anything.',
    now: (day: string) => `The day is ${day}.`,
    past: (day: string) => `It holds since ${day}.`,
    day: 'From which day on',
    dayHelp: 'Today at the earliest, in 180 days at the latest.',
    save: 'Save the day',
    saved: 'The day is saved.',
    problems: {
      missing: 'Choose a day',
      early: 'The day has passed. Choose today or a later one',
      late: 'Choose a day within the next 180 days',
    },
    counts: (have: number, all: number) => `${have} of ${all} have a second step.`,
    without: 'Who has none yet',
    withoutNone: 'Everybody has one.',
    more: (n: number) => `And ${n} more.`,
    before: 'Who set the day',
    came: 'came with the installation',
    line: (day: string, on: string, by: string) => `${day} (set on ${on}, ${by})`,
  },
  reset: {
    has: 'Has a second step.',
    none: 'Has no second step.',
    help: 'For somebody whose phone is lost. Make sure that it is really them: call them on a number that you know. App, passkeys and recovery codes go, every device is signed out, and they are told by mail and here. They sign in with their password and set up a new second step.',
    do: 'Take the second step away',
    done: 'Taken away. They are told.',
    wayBack: 'A way back',
    link: 'Make a link to a new password',
    linkHelp:
      'For somebody who forgot the password. It works once, for 24 hours, and they are told by mail that it was made. The second step stays: it is asked for after it.',
    linkTitle: 'A link to a new password',
    linkOnce: 'It is shown only now. Hand it over by a way by which you know the person.',
    linkFor: (name: string) => `Link for ${name}`,
    back: 'Back to the account',
    mutual:
      'This person took away your second step, or made a link into your account, within the last 7 days. Another administrator has to do this, or the command line.',
  },
  told: {
    title: 'Your second step was taken away',
    was: (day: string) => `It was taken away on ${day}.`,
    reset: (by: string, day: string) => `${by} took your second step away on ${day}.`,
    resetHelp:
      'If you did not ask for it, tell another administrator at once. Set up a new one now.',
    commandLine: 'Whoever runs the server',
  },
  mail: {
    added: {
      subject: 'A second step was set up',
      text: (name: string) =>
        `Hello ${name},\n\nan app that makes codes was set up for your account. From now on signing in asks for it.\n\nIf it was you, you need to do nothing. If it was not, tell an administrator at once.\n`,
    },
    removed: {
      subject: 'A second step was taken away',
      text: (name: string) =>
        `Hello ${name},\n\nthe app that makes codes was taken away from your account.\n\nIf it was you, you need to do nothing. If it was not, tell an administrator at once.\n`,
    },
    codes: {
      subject: 'New recovery codes were made',
      text: (name: string) =>
        `Hello ${name},\n\nnew recovery codes were made for your account. The ones of before stop working.\n\nIf it was you, you need to do nothing. If it was not, tell an administrator at once.\n`,
    },
    reset: {
      subject: 'Your second step was taken away',
      text: (name: string) =>
        `Hello ${name},\n\nan administrator took the second step of your account away: app, passkeys and recovery codes. You are signed out everywhere. Sign in with your password and set up a new one.\n\nIf you did not ask for it, tell another administrator at once.\n`,
    },
    recovered: {
      subject: 'Two recovery codes were used',
      text: (name: string) =>
        `Hello ${name},\n\ntwo of your recovery codes were used to choose a new password.\n\nIf it was you, you need to do nothing. If it was not, tell another administrator at once.\n`,
    },
  },
}

export type FactorWords = typeof factor
