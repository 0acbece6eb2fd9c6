/** What works without a connection, and saving the course on a device. */
export const offline = {
  /** The page that is shown for any address while there is no connection. It names nobody. */
  shell: {
    title: 'There is no connection now',
    titleThere: 'Saved on this phone',
    titleBack: 'There is a connection again',
    lost: 'Nothing that you saved is lost. This page comes from your own device.',
    there: 'This page comes from your own device. It opens without a connection too.',
    notSent: 'What you pressed was not sent',
    notSentWords:
      'There is no connection, so nothing was changed. Go back to it: what you typed should still be there. Press again when there is a connection.',
    back: 'Go back to it',
    again: 'Try again',
    stillNone: 'There is still no connection.',
    toCourse: 'Open the course',
    toPage: 'Open the page',
    works: 'What works now',
    worksSaved: [
      'Lessons, quizzes with feedback, and practice sessions of the modules above',
      'The words explained, and the pages to print',
      'Calling the people below',
    ],
    worksNone: ['Calling the people below'],
    needs: 'What needs a connection',
    needsList: [
      'Modules that are not saved here',
      'Messages, your record, and everything that your coordinator decides with you',
    ],
    modules: 'Modules on this phone',
    searchHint: 'In what is saved on this phone. Small mistakes do not matter.',
    searchFound: 'Found in these places:',
    /** Where the search is told of signs of the body; the numbers stand below. */
    emergencyNumber: 'the emergency number',
    none: 'No module is saved on this phone.',
    keepsNothing:
      'This browser keeps nothing: it may be a private window, or storing may be switched off.',
    goOnHere: 'This page is saved here. Open it',
    programme: (name: string) => `Contacts of ${name}`,
    unknown: 'No contacts are saved on this device.',
    danger: 'Call the emergency number of your country.',
  },
  /** The page on which the course is saved. */
  save: {
    title: 'Save to this phone',
    link: 'Save the course to this phone',
    intro:
      'Then you can go on without a connection: lessons, quizzes with feedback, and practice sessions. A tablet, or a computer of your own, works in the same way.',
    shared:
      'You said that this is a shared computer, so nothing is saved here. To save the course, sign in on a phone of your own, and leave “This is a shared computer” empty.',
    noScript: 'Saving needs JavaScript, which is switched off in this browser.',
    keepsNothing:
      'This browser keeps nothing: it may be a private window, or storing may be switched off. Open this page in a usual window to save the course.',
    whole: 'The whole course',
    modules: 'Or module by module',
    size: (size: string) => `${size} on this phone`,
    megabytes: (n: string) => `${n} MB`,
    kilobytes: (n: string) => `${n} KB`,
    lighter: 'Over the line it is about a quarter of that.',
    save: 'Save',
    saveWhole: 'Save the whole course',
    free: 'Free the space',
    freeWhole: 'Free all of it',
    isSaved: 'Saved on this phone',
    isOlder: 'Saved, from an older release: it is renewed when there is a connection',
    saving: 'Saving…',
    freed: 'The space is free again. What you did is not touched.',
    outcomes: {
      kept: 'Saved. It opens without a connection too.',
      full: 'Not saved: this phone is full. Free some space, then press again. What was saved before is still there.',
      'keeps-nothing':
        'Not saved: this browser keeps nothing. It may be a private window. Open this page in a usual window.',
      'no-line':
        'Not saved: the connection broke off. What was saved before is still there. Press again when there is one.',
      'signed-out': 'Not saved: you have been signed out. Sign in again, then press once more.',
      'not-here': 'Not saved: you said that this is a shared computer, so nothing is kept here.',
      gone: 'Not saved: this module is not in the course any more. Open this page again.',
    },
    other: 'Modules are saved here in Spanish as well.',
    freeOther: 'Free these',
    itself: 'Save the module I am in by itself',
    itselfHelp:
      'On this phone only. It happens as you read, and you can take it back here at any time.',
    itselfOn: 'From now on the module that you open saves itself on this phone.',
    itselfOff: 'From now on nothing saves itself. What is saved stays until you free it.',
    stays: 'How long it stays',
    persisted: 'Your browser has promised to keep it until you free it.',
    notPersisted:
      'Your browser has not promised to keep it: when space runs short it may take it away. What you did and did not send yet would be lost with it, so send it when there is a connection.',
    iphone:
      'On an iPhone or iPad, put this page on the home screen: choose Share, then “Add to Home Screen”, and open it from there. In Safari alone, what is saved goes after 7 days without a visit.',
    private:
      'What is saved is the course, with nothing of you. What you write without a connection is kept sealed: only you can read it, after you sign in.',
    open: 'Look at what is saved here',
  },
}

export type OfflineWords = typeof offline
