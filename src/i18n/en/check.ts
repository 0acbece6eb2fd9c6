/** The connection check of a package: for LMS administrators. */
const finishedTries = (n: number): string => (n === 1 ? '1 finished try' : `${n} finished tries`)

export const check = {
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
}

export type CheckWords = typeof check
