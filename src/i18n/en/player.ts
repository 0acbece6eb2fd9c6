/** Words of the course inside a package: around the drawings, about saving, and for administrators. */
import type { Tally } from '#domain/learning/steps.ts'
import { steps } from './steps.ts'

const times = (n: number): string => (n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`)

/** Whom to ask. */
interface Reached {
  readonly name: string
  readonly phone: string
  readonly email: string
}

const finishedTries = (n: number): string => (n === 1 ? '1 finished try' : `${n} finished tries`)

export const player = {
  errorPrefix: 'Error: ',
  contents: 'Contents',
  backToContents: 'Back to the contents',
  exit: 'Exit',
  carryOn: 'Carry on',
  ...steps,
  aboutMinutes: (n: number) => `about ${n} minutes`,
  tasks: 'Your course',
  doneOf: ({ done, of }: Tally) => `${done} of ${of} done`,
  allDone: 'You have done every part of this course',
  allDoneWords: 'You can go back to any lesson or practice session at any time.',
  allDoneNext:
    'Tell your coordinator that you are done. A person decides about the next step with you.',
  resources: 'Pages to print',
  nothingYet: 'Your work will be saved as you go.',
  savedAt: (time: string) => `Saved at ${time}`,
  notSaved: (last: string | null) =>
    `Not saved – we keep trying${last === null ? '' : `. Last saved at ${last}`}`,
  notSavedExit: (last: string | null) =>
    `What you did ${last === null ? 'in this visit' : `since ${last}`} is not saved yet. Please wait a moment, or choose Exit again to leave without it.`,
  notConnected:
    'This copy is not connected to your learning system. You can read and practice, but nothing is saved when you close it. To save your work, open the course from your learning system.',
  notConnectedShort: 'Not saved: not connected to a learning system',
  lookingBack: 'You are looking back. Nothing that you do here is saved or changes your result.',
  lookingBackShort: 'Looking back: nothing is saved',
  startsAfresh:
    'We found saved work from another version of this course, and could not read it. The course starts from the beginning. Nothing was sent to anybody.',
  someLost:
    'A part of your saved work could not be read. Everything else is here. Please look at the list before you carry on.',
  closed: 'You can close this window now',
  /** Where the course stands inside a page of the learning system. */
  closedWithin: 'The course is closed',
  closedSaved: 'Your work is saved. To come back, open the course from your learning system.',
  closedGoOn: 'Go on with the menu of your learning system, around this course.',
  closedNotSaved: (last: string | null) =>
    `What you did ${last === null ? 'in this visit' : `since ${last}`} may not be saved. When you come back, you may have to do it again. Everything before it is kept.`,
  closedNotKept: 'Nothing was saved, because this copy is not connected to a learning system.',
  notHere: 'This page is not in this course',
  notHereWords:
    'It may be part of the whole course, and not of this copy. Nothing that you did is lost.',
  pieceComing: 'This part of the course is loading',
  pieceMissing: 'This part of the course did not load',
  pieceMissingWords: 'Nothing that you did is lost. Check your connection, then try again.',
  pieceAgain: 'Try again',
  glossary: 'Words explained',
  glossaryLink: 'Words',
  glossaryIntro: 'Words that this course uses, in plain language.',
  helpLink: 'Contacts',
  roadNotKept:
    'What you chose in this talk is shown here until you close the course. It is not kept afterwards, and your learning system is not told.',
  triesTold: (tries: number, isFailed: boolean) =>
    isFailed
      ? `Each quiz can be tried ${times(tries)}. If one is not passed then, it closes. When nothing else is left to do, your learning system is told the score so far and “failed”.`
      : `You may try as often as you like. After ${finishedTries(tries)} without a pass, your learning system is told the score so far. Passing later replaces it.`,
  noMoreTries: 'No tries are left',
  /** Who can open it again. */
  noMoreTriesWords: (tries: number, by: Reached) =>
    `You have used ${tries === 1 ? 'the one try' : `all ${tries} tries`} at a quiz, and it is not passed. What you did is kept. To try again, ask ${by.name} (${by.phone}, ${by.email}): whoever looks after the learning system can open the course for you again.`,
  lastResult: 'Look at your last result',
  display: {
    link: 'Display',
    title: 'Display',
    intro: 'Choose how the course looks. It stays that way when you come back.',
    text: 'Text size',
    texts: { normal: 'Usual', large: 'Large', larger: 'Very large' },
    theme: 'Light or dark',
    themes: { automatic: 'As your device is set', light: 'Light', dark: 'Dark' },
    contrast: 'Colors',
    contrasts: {
      system: 'As your device is set',
      high: 'Strong contrast',
      cream: 'Cream paper, softer',
    },
    spacing: 'Space between letters and lines',
    spacings: { normal: 'Usual', wide: 'Wide' },
    lessons: 'Lessons',
    lessonForms: { cards: 'In short parts', whole: 'Whole, on one page' },
    save: 'Save and show',
    kept: 'This is how the course looks now.',
    whoSees: 'Your learning system keeps this with your saved work. Nobody is told.',
  },
  think: 'Think about this',
  loading:
    'The course is loading. If nothing has changed after a minute, check your connection and open the course again.',
  noScript:
    'This course needs JavaScript. Please switch it on in your browser, or ask your coordinator.',
  administrators: 'For administrators',
  checkLink: 'Check the connection to the learning system',
  checkLinkWords:
    'It opens in a new window. It writes a test, reads it back, and puts everything back as it was.',
  version: (release: string, day: string) => `Version ${release}, as of ${day}`,
}

export type PlayerWords = typeof player
