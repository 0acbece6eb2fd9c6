/** Where somebody is signed in, what happened to an account, and the administrators' log of it. */
import type { Browser, System } from '#domain/people/device-name.ts'
import type { EntryWay, SecurityKind, UnusualKind } from '#domain/people/security.ts'

export const security = {
  browsers: {
    edge: 'Edge',
    opera: 'Opera',
    samsung: 'Samsung Internet',
    firefox: 'Firefox',
    chrome: 'Chrome',
    safari: 'Safari',
  } satisfies Record<Browser, string>,
  systems: {
    android: 'an Android device',
    ios: 'an iPhone or iPad',
    windows: 'a Windows computer',
    chromeos: 'a Chromebook',
    mac: 'a Mac',
    linux: 'a Linux computer',
  } satisfies Record<System, string>,
  on: (browser: string, system: string) => `${browser} on ${system}`,
  aBrowser: 'A browser',
  aDevice: 'a device',
  unknownDevice: 'A device that did not say its name',
  ways: {
    password: 'with a password',
    passkey: 'with a passkey',
    code: 'with a code from staff',
    'mailed-code': 'with a mailed code',
    link: 'with a link',
    invitation: 'with an invitation',
    reset: 'with a link for a new password',
    setup: 'with the link of the first start',
    app: 'with a code of an app',
    'recovery-code': 'with a recovery code',
  } satisfies Record<EntryWay, string>,
  kinds: {
    'signed-in': 'Signed in',
    refused: 'Turned away',
    throttled: 'Turned away: too many tries',
    proven: 'Showed again who they are',
    unproven: 'Could not show again who they are',
    'signed-out': 'Signed out',
    'device-ended': 'Ended another device',
    denied: 'Asked for a page that is not theirs, or not there',
    'new-device': 'Staff signed in from a new device',
    'many-refusals': 'Turned away 20 times within a day',
    'factor-added': 'Set up a second step',
    'factor-removed': 'Took their second step away',
    'factor-shown': 'Took the second step',
    'factor-refused': 'Turned away at the second step',
    'factor-reset': 'Their second step was taken away for them',
    'recovery-codes-made': 'Made recovery codes',
    'factor-date-set': 'Set the day of the second step',
    'role-changed': 'Changed what somebody may do',
    'token-changed': 'Made or ended a token of the API',
    'link-made': 'Made a link or a code',
    'link-used': 'Used a link or a code',
    'link-disowned': 'Said that a link into their account was not theirs',
    exported: 'Saved data as a file',
  } satisfies Record<SecurityKind, string>,
  mine: {
    title: 'Where you are signed in',
    link: 'Devices and what happened to your account',
    intro:
      'Each browser in which you are signed in. If you do not know one, end it, and choose a new password.',
    this: 'This one',
    since: (time: string) => `Signed in since ${time}`,
    used: (time: string) => `Last used about ${time}`,
    ends: (time: string) => `Ends by itself on ${time} if it is not used`,
    network: (network: string) => `From the network ${network}`,
    networkUnknown: 'From where is not known',
    end: 'End it',
    endNamed: (device: string) => `End it: ${device}`,
    endOthers: 'End all others',
    only: 'You are signed in nowhere else.',
    ended: 'Ended. Whoever used it has to sign in again.',
    othersEnded: 'All others are ended.',
    gone: 'It had ended already.',
    happened: 'What happened to your account',
    happenedIntro:
      'The newest 20. Nobody but you and the administrators sees them; they are kept for 180 days.',
    nothing: 'Nothing yet.',
    columns: { what: 'What', when: 'When', device: 'Device' },
    notYou: 'Was something of it not you? End the device, and choose a new password.',
    ways: 'How you sign in',
  },
  log: {
    title: 'Sign-ins',
    intro:
      'Who came in, who was turned away, who asked for what is not theirs, and who changed rights, made or used links, or saved data as a file. Never what was typed; of a network its first parts; of a name that nobody has only a mark. Kept for 180 days. The audit trail says who it was about.',
    unusual: 'Please look',
    unusualNone: 'Nothing unusual waits to be looked at.',
    unusualHelp: {
      'link-disowned':
        'Somebody of the staff did not ask for the link that was made for them. The link and their other devices are closed. Call them, and ask whoever made it.',
      'new-device':
        'Ask the person whether it was them. If not: disable the account, then make a link for a new password.',
      'many-refusals':
        'Somebody tries to guess, or a person has forgotten their password. Ask the person; the account cannot be locked out by strangers.',
    } satisfies Record<UnusualKind, string>,
    more: 'There are more. They come when you have looked at these.',
    looked: 'I looked at these',
    lookedDone: 'Noted. They are off the list.',
    waiting: (n: number) =>
      n === 1
        ? 'One unusual sign-in waits to be looked at.'
        : `${n > 50 ? 'More than 50' : n} unusual sign-ins wait to be looked at.`,
    person: 'Name',
    kind: 'What',
    from: 'From',
    to: 'To',
    columns: {
      when: 'When',
      what: 'What',
      who: 'Whose account',
      device: 'Device',
      network: 'Network',
    },
    nobody: (mark: string) => `a name that nobody has (${mark})`,
    noAccount: 'no account',
    none: 'Nothing like that.',
    older: 'Older',
    newest: 'Newest',
    file: 'Save as a file',
    cut: (n: string) => `Only the newest ${n} lines: choose fewer days for the others.`,
    route: 'Page',
    way: 'By which way',
  },
  mail: {
    'link-disowned': {
      subject: 'A link that somebody did not ask for',
      text: (time: string, url: string) =>
        `Hello,\n\nOn ${time} somebody of the staff said that a link into their account was not theirs. It is closed, and so are their other devices.\n\nPlease look:\n${url}\n\nThis mail cannot be switched off.\n`,
    },
    'new-device': {
      subject: 'Your account was used on a new device',
      text: (time: string, url: string) =>
        `Hello,\n\nOn ${time} somebody signed in to your account on a device that we have not seen before.\n\nIf that was you, there is nothing to do.\nIf not, sign in, end that device and choose a new password:\n${url}\n\nThis mail cannot be switched off.\n`,
    },
    'many-refusals': {
      subject: 'Many wrong tries on one account',
      text: (time: string, url: string) =>
        `Hello,\n\nUntil ${time} one account was tried 20 times within a day and turned away each time. Strangers cannot lock an account.\n\nPlease look:\n${url}\n\nThis mail cannot be switched off.\n`,
    },
  } satisfies Record<UnusualKind, { subject: string; text: (time: string, url: string) => string }>,
}

export type SecurityWords = typeof security
