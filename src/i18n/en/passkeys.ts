export const passkeys = {
  title: 'Passkeys',
  what: 'With a passkey you sign in the way you unlock your phone: with your finger, your face or its PIN. There is nothing to remember or to type.',
  none: 'You have no passkey yet.',
  made: (day: string) => `Made on ${day}`,
  used: (day: string) => `last used on ${day}`,
  neverUsed: 'not used yet',
  change: (name: string) => `Change or remove “${name}”`,
  name: 'Name',
  nameHelp: 'So that you know it again, for example “My phone”. Only you see it.',
  nameDo: 'Save the name',
  remove: 'Remove this passkey',
  removeHelp: 'From then on it no longer opens your account. Your other ways stay.',
  onlyWay: 'This is your only way in. Add another one before you remove it.',
  problems: {
    missing: 'Write a name for this passkey',
    'too-long': 'The name is too long. Use at most 60 letters',
  },
  saved: {
    added: 'Your passkey works from now on. Next time press “Sign in with a passkey”.',
    named: 'The name is saved.',
    removed:
      'The passkey no longer opens your account. Delete it on your device too, so that it is not offered there any more.',
    declined: 'We will not ask again. You can still add a passkey here.',
  },
  shared:
    'You said that others use this computer. A passkey would stay here, so add it on your own phone.',
  enough: 'You have as many passkeys as there can be. Remove one that you do not use.',
  add: 'Add a passkey',
  addIntro:
    'Your phone or computer will ask for your finger, your face or its PIN. We never see them: they stay on your device.',
  addWhere: 'Do this on your own device, the one that you will learn with.',
  addDo: 'Make a passkey',
  addNone: 'This browser cannot make a passkey. Your other ways to sign in stay as they are.',
  addRefused: 'That passkey could not be saved. Press the button once more.',
  proveTitle: 'First, show that it is you',
  proveDo: 'Continue',
  proveByPasskey: 'Show it with a passkey',
  enter: 'Sign in with a passkey',
  wrong: 'That passkey did not open an account. Try again, or sign in another way.',
  /** Told by the script, beside its button. */
  cancelled: 'No passkey was used. You can try again, or take another way.',
  already: 'This device has a passkey for your account already.',
  lost: 'We could not be reached. Check your connection and press the button again.',
  offer: 'A quicker way to sign in?',
  offerText: 'You can sign in with your finger, your face or your phone’s PIN.',
  offerDo: 'Set it up',
  offerNo: 'No, do not ask again',
  devices: {
    iphone: 'iPhone',
    ipad: 'iPad',
    android: 'Android phone or tablet',
    windows: 'Windows computer',
    mac: 'Mac',
    linux: 'Computer',
    other: 'Passkey',
  },
  toldAdded: (name: string) => `A passkey was added to your account: ${name}`,
  toldHelp:
    'With it somebody can sign in as you. If it was not you, remove it, and call or write to the contact at the bottom of this page.',
  mail: {
    added: {
      subject: 'A passkey was added',
      text: (name: string) =>
        `Hello ${name},\n\na passkey was added to your account. It signs you in with a finger, a face or a PIN.\n\nIf it was you, you need to do nothing. If it was not, tell your coordinator, please.\n`,
    },
    removed: {
      subject: 'A passkey was removed',
      text: (name: string) =>
        `Hello ${name},\n\na passkey was removed from your account and no longer opens it.\n\nIf it was you, you need to do nothing. If it was not, tell your coordinator, please.\n`,
    },
  },
}

export type PasskeyWords = typeof passkeys
