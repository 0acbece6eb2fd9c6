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
      'There is no connection, so nothing was changed. Go back to it: what you typed should still stand there. Press again when there is a connection.',
    back: 'Go back to it',
    again: 'Try again',
    stillNone: 'There is still no connection.',
    toCourse: 'Open the course',
    toPage: 'Open the page',
    works: 'What works now',
    worksSaved: [
      'Lessons, quizzes with feedback, and practice sessions of the modules below',
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
    none: 'No module is saved on this phone.',
    keepsNothing:
      'This browser keeps nothing: it may be a private window, or storing may be switched off.',
    goOnHere: 'This page is saved here. Open it',
    programme: (name: string) => `Contacts of ${name}`,
    unknown: 'No contacts are saved on this device.',
    danger: 'Call the emergency number of your country.',
  },
}

export type OfflineWords = typeof offline
