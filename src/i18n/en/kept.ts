/** What becomes of what is typed, until it is saved. Read in the browser; `here` is "phone" or "device". */
export const kept = {
  phone: 'phone',
  device: 'device',
  keeps: (here: string) => `What you write here is kept on this ${here} until it is saved.`,
  keepsNot: 'Nothing is kept on this device. Stay on this page until it is saved.',
  back: (here: string) =>
    `We kept what you had written on this ${here}. It is not sent yet: read it, then press the button.`,
  backChosen: (here: string) =>
    `What you had chosen is still on this ${here}. It is not sent yet: look at it, then press the button.`,
  older: (here: string) =>
    `You wrote something here before. It was kept on this ${here} and is not sent yet.`,
  show: 'Show that instead',
  first: 'Go to what came back',
  drop: 'Throw it away',
  sending: 'Sending…',
  waits: (here: string) =>
    `Kept on this ${here}. It will be sent when there is a connection: there is none now.`,
  waitsInPage:
    'Not sent yet: there is no connection. Stay on this page; it will be sent when there is one.',
  stranger:
    'Not sent yet: another page answered in our place. Often that is the sign-in page of a wifi: open it, then send again.',
  busy: 'Could not be saved just now: our server cannot take it. Nothing is lost; we try again in a minute.',
  sendNow: 'Send now',
  changed:
    'You changed it after that, so it is not sent. Press the button to send it as it is now.',
  saved: (time: string) => `Saved with us at ${time}.`,
  goOn: 'Go on',
  signedOut: (here: string) =>
    `Not saved yet: you have been signed out. It is kept on this ${here}, and only you can read it. Sign in again, and it is sent.`,
  signIn: 'Sign in again',
  somebodyElse:
    'Not saved: somebody else is signed in on this device now. It is kept, locked, until you sign in yourself.',
  refused: 'Could not be saved.',
  tooLong: 'Could not be saved: it is too long. Make it shorter and send it again.',
  other: {
    saved: (title: string, time: string) => `“${title}”: saved with us at ${time}.`,
    waits: (title: string, here: string) => `“${title}” is kept on this ${here} and not sent yet.`,
    refused: (title: string) => `“${title}” could not be saved. Open it to see why.`,
    open: 'Open it',
  },
  signOut: {
    ask: (here: string) =>
      `Something that you wrote or did is on this ${here} and not saved with us. What should happen to it?`,
    send: 'Send it now',
    keep: 'Keep it here, locked for me, and sign out',
    drop: 'Throw it away and sign out',
    unsent: 'It could not be sent now. You can keep it here, locked, and send it another day.',
    sent: 'It is sent. You can sign out now.',
  },
}

export type KeptWords = typeof kept
