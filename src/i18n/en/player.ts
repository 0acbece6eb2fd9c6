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
  check: {
    title: 'Connection check',
    intro:
      'For administrators. This page talks to the learning system and says in plain words what it answers.',
    what: 'What',
    answer: 'Answer',
    standard: 'This package speaks',
    course: 'Course',
    found: 'Learning system',
    where: {
      here: 'found in this window',
      around: 'found in a window around this one',
      opener: 'found in the window that opened this one',
    },
    none: (name: string) =>
      `not found: no window around this one offers “${name}”. Open the course from your learning system, then open this page from its contents.`,
    begun: 'Start',
    begunHere: 'accepted',
    begunBefore: 'the course is connected already, and this page shares its connection',
    refused: (code: string) => `refused, with code ${code || 'none'}`,
    mode: 'Mode',
    modes: {
      normal: 'normal: work is saved',
      review: 'review: for looking back; neither status nor score is written',
      browse: 'browse: for looking around; neither status nor score is written',
    },
    status: 'Status that the system holds',
    score: 'Score that the system holds',
    empty: 'nothing (some systems never answer this; the course works all the same)',
    kept: 'Saved state',
    keptWords: (n: number) => `${n.toLocaleString('en-US')} characters`,
    writes: 'Write, read back, put back',
    writesWell: 'the system keeps what is written',
    writesBadly: 'what was read back is not what was written: work would be lost',
    restoredBadly:
      'the test could not be taken back. Please open the course once more and look at the list.',
    notTried: 'not tried, because nothing is written in this mode',
    room: 'Room for saved state',
    roomEnough: (n: number) =>
      `at least ${n.toLocaleString('en-US')} characters: enough (the course uses at most 4,000)`,
    roomShort: (n: number) =>
      `only ${n.toLocaleString('en-US')} characters were kept; the course may need 4,000`,
    lastError: 'Last error code',
    rules: 'What the course reports',
    ruleStart: '“Incomplete” from the first moment, until everything is done.',
    ruleEnd:
      'When every lesson is read, every practice session ended and every quiz passed: “passed”, once, with a score from 0 to 100, the mean of the best quiz results.',
    ruleQuiz:
      'A quiz is passed when 8 of 10 first answers are right, and every question about safety is right in the end. Tries are unlimited.',
    ruleNever: 'A quiz that is not passed yet writes no score and never “failed”.',
    ruleTries: (tries: number, failure: 'score' | 'failed') =>
      failure === 'failed'
        ? `After ${finishedTries(tries)} a quiz that is not passed closes. When nothing else is left to do, the score so far is written, with “failed”; never while the learner may go on.`
        : `After ${finishedTries(tries)} at a quiz without a pass, the score so far is written. Passing later replaces it.`,
    ruleAnswers:
      'Each answer to a quiz question is reported as an interaction, until the system refuses one (code 401).',
    ruleNoAnswers: 'Single answers of quizzes are not reported.',
    ruleSessions:
      'That a practice session has ended is reported as an objective “completed”; never what was said in it.',
    rulePrivate:
      'What somebody chooses in a practice session, and what they write, is never reported. While a session is open, the saved state holds its road in short form, so that people can go on; once it has ended, only how often.',
    limits: 'Where the saved state ends',
    limitFound: (n: number) =>
      `${n.toLocaleString('en-US')} characters were kept whole, more were not`,
    limitOpen: (n: number) =>
      `${n.toLocaleString('en-US')} characters were kept; more were not tried`,
    lists: (name: string) => `Does it keep ${name}?`,
    interactions: 'answers of quizzes (interactions)',
    objectives: 'ended practice sessions (objectives)',
    listCount: (n: string) => `yes, ${n} so far`,
    listNone: (code: string) => `no (code ${code || 'none'}); the course works all the same`,
    commitTime: 'Saving took',
    milliseconds: (n: number) => `${n.toLocaleString('en-US')} ms`,
  },
}

export type PlayerWords = typeof player
