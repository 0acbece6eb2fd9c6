/** What waits on a device, and what became of it: in the saved course, and on every page once it is back. Read in the browser. */
const steps = (n: number): string => (n === 1 ? '1 step' : `${n} steps`)

export const queue = {
  /** `here` in the other lines. */
  phone: 'phone',
  device: 'device',
  sending: 'Sending…',
  kept: (n: number, here: string) => `Kept on this ${here}: ${steps(n)}, not sent yet.`,
  savedAt: (time: string) => `Saved with us at ${time}.`,
  sentAt: (n: number, time: string) =>
    `${steps(n)} that you did without a connection: saved with us at ${time}.`,
  send: (n: number) => `Send ${n === 1 ? '1 saved step' : `${n} saved steps`} now`,
  /** Why it was not sent. */
  why: {
    unreached: 'There is no connection. It will be sent when there is one.',
    stranger:
      'Another page answered in our place. Often that is the sign-in page of a wifi: open it, then send again.',
    busy: 'Our server cannot take it just now. We try again.',
    'signed-out': 'Sign in, and it is sent. Only you can read what you wrote.',
    'somebody-else':
      'Somebody else is signed in on this device now. It waits, locked, until you sign in yourself.',
    erased: 'Your account was erased, and so was what waited here.',
    held: 'What you wrote before the code waits, locked, until you sign in another way.',
  },
  signIn: 'Sign in',
  refused: (n: number) => `${steps(n)} could not be saved with us:`,
  refusedWhy: {
    unreadable: 'it is damaged and cannot be read any more',
    'too-long': 'it is too long',
    else: 'the course has changed, and this is not in it any more',
  },
  differs: (n: number) =>
    n === 1
      ? 'One answer was judged otherwise with us than on this device, since the course has changed. Please look at it again:'
      : `${n} answers were judged otherwise with us than on this device, since the course has changed. Please look at them again:`,
  look: 'Look at it again',
  dropRefused: 'I have read this. Take it away',
}

export type QueueWords = typeof queue
