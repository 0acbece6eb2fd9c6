/** Words around the course: drawn by view/, on the platform and in a package. */
import type { Principle } from '#domain/course/course.ts'
import type { EndingKind, Verdict } from '#domain/practice/session.ts'

const principles: Record<Principle, string> = {
  consent: 'Waiting for consent',
  'no-advice': 'No medical advice',
  signpost: 'Pointing to the right person',
  'complaint-route': 'The way for a complaint',
  permission: 'Asking permission',
  'confidentiality-limits': 'What stays between us, and what cannot',
  listening: 'Listening',
  'own-story': 'Using my own story',
  boundaries: 'Boundaries',
  safety: 'Safety',
  autonomy: 'Their choice',
  hope: 'Hope without promises',
  'self-care': 'Looking after myself',
  difference: 'Respecting difference',
  ending: 'Ending well',
  record: 'Writing down facts',
}

const verdicts: Record<Verdict, string> = {
  kept: 'You kept it',
  missed: 'You missed a chance',
  crossed: 'You crossed a line here',
}

const endings: Record<EndingKind, string> = {
  'held-well': 'You held this well',
  recoverable: 'This can still be mended',
  'harm-avoided-late': 'Harm was avoided, but late',
}

export const course = {
  problem: 'There is a problem',
  minutes: (n: number) => (n === 1 ? 'About 1 minute' : `About ${n} minutes`),
  reviewed: (day: string) => `Last reviewed on ${day}.`,
  contentNote: 'Before you start',
  contentNoteWay:
    'You can leave this for now and do another part first. You can also do it together with your coordinator.',
  shownInEnglish: 'This part has not been translated yet. It is shown in English.',
  staleTranslation:
    'The English text has changed since this was translated. The newest words are in English.',
  wordsHere: 'Words in this lesson',
  readAloudGroup: 'Listen to this lesson',
  readAloud: 'Read aloud',
  readPause: 'Pause reading',
  readOn: 'Carry on reading',
  readStop: 'Stop reading',
  haveRead: 'I have read this – save and continue',
  readAlready: 'You have read this lesson. You can come back to it at any time.',
  back: 'Go back',
  next: 'Continue',
  comeBack: 'Save and come back later',
  comeBackLater: 'Come back later',
  stoppedAt: (heading: string) => `Last time you stopped at “${heading}”.`,
  goOnThere: 'Go on from there',
  stoppedHere: 'You stopped here',
  backToTasks: 'Back to my tasks',
  lesson: 'Lesson',
  quiz: 'Quiz',
  session: 'Practice session',
  reflection: 'Reflection',
  exercise: 'Exercise',
  questionOf: (n: number, of: number) => `Question ${n} of ${of}`,
  mustEndRight: 'This question is about safety. Stay with it until it is right.',
  pickOne: 'Choose one answer.',
  pickSeveral: 'Choose all that fit.',
  pickSentence: 'Choose the sentence that you would say.',
  unsure: 'I am not sure',
  answer: 'Check my answer',
  chooseFirst: 'Choose an answer, or “I am not sure”',
  noSuchOption: 'That answer is not one of the choices. Choose again',
  onlyOne: 'Choose one answer only',
  unsureAlone: 'Choose “I am not sure” alone, or take it away',
  right: 'That’s right',
  notQuite: 'Not quite',
  partlyRight: 'Partly right',
  thisFits: 'This fits',
  doesNotFit: 'This does not fit',
  somethingMissing: 'Something else fits too. Look at the other answers again.',
  wasMissing: 'This fits too',
  unsureHeading: 'It is good to say so',
  yourAnswer: 'Your answer',
  betterLine: 'A line that works well',
  whereItStands: 'Read it again in the lesson:',
  tryAgain: 'Try again',
  tryAgainTeaches:
    'Your first answer is the one that counts in this attempt. Trying again is for learning it. If you do not pass, this question is asked again in the next attempt.',
  firstCounted:
    'Your first answer is the one that counts in this attempt. Now you know it for the next time.',
  nextQuestion: 'Next question',
  previousQuestion: 'Question before',
  seeResult: 'See how it went',
  quizIntro: (n: number) =>
    `${n} questions, one at a time. Your first answer to each one counts. You can try as often as you like, and stop at any time.`,
  quizAgainIntro: (asked: number, kept: number) =>
    `${asked === 1 ? 'One question is asked again: the one that went wrong.' : `${asked} questions are asked again: those that went wrong.`} ${kept === 1 ? 'The one that you got right is kept' : `The ${kept} that you got right are kept`} and count again. Your first answer to each one counts.`,
  quizPassRule: (right: number, of: number) =>
    `To pass, get ${right} of ${of} right at the first answer. Questions about safety must end right.`,
  quizRefreshIntro: (n: number) =>
    n === 1
      ? 'One question about safety has changed since you passed. Please answer it again.'
      : `${n} questions about safety have changed since you passed. Please answer them again.`,
  startQuiz: 'Start the quiz',
  startAgainQuiz: (n: number) => (n === 1 ? 'Answer it again' : `Answer these ${n} again`),
  carryOnQuiz: (n: number) => `Carry on with question ${n}`,
  passedBefore: (right: number, of: number) => `You passed this quiz with ${right} of ${of} right.`,
  takeAgain: 'Take the quiz again',
  quizPassed: 'You have passed this quiz',
  moduleFinished: 'You have finished this module',
  notYet: 'Not there yet',
  score: (right: number, of: number) => `${right} of ${of} right at the first answer.`,
  scoreKept: (right: number, of: number, kept: number) =>
    `${right} of ${of} right at the first answer. You had ${kept} of them right before.`,
  notYetWords: (needed: number, of: number) =>
    `You need ${needed} of ${of}. Nothing is lost: what you got right is kept. Read what you want to look at again. Then only the questions below are asked again.`,
  youKnow: 'Three things you know now',
  lookAgain: (n: number) => (n === 1 ? 'One to look at again' : `${n} to look at again`),
  whatNext: 'What happens next',
  nextIs: 'Next:',
  allDone: 'You have done every part of the course. You can ask your coordinator for sign-off.',
  practiceNotice: (who: string) =>
    `This is practice. ${who} is not real. You can stop or start again at any time. Your coordinator can see the road you took; only your best one counts.`,
  practiceNoticePackage: (who: string) =>
    `This is practice. ${who} is not real. You can stop or start again at any time. The choices you make here are not shown or reported to the organization that runs this system.`,
  startSession: 'Start the session',
  carryOnSession: 'Carry on with the session',
  startAgain: 'Start again from the beginning',
  scene: 'Where you are',
  soFar: 'What was said so far',
  you: 'You',
  whatDoYouSay: 'What do you say?',
  mendIt: 'You can mend this. What do you say now?',
  sayThis: 'Say this',
  chooseReply: 'Choose what you say',
  noSuchReply: 'That is not one of the choices here. Choose again',
  backOneStep: 'Go back one step',
  askCoordinator: 'Stop and ask my coordinator',
  seeDebrief: 'Look back at this session',
  debrief: 'Looking back',
  yourRoad: 'The road you took',
  byPrinciple: 'Principle by principle',
  youSaid: 'You said',
  why: 'Why',
  better: 'A better line',
  tryAnother: 'Try another road',
  sessionDone: (n: number) =>
    n === 1 ? 'You have done this once.' : `You have done this ${n} times.`,
  principles,
  verdicts,
  endings,
  ownWords: 'In your own words',
  ownWordsAsk: 'What would you say next time? Write one sentence.',
  yourWords: 'Your words',
  save: 'Save',
  saved: 'Saved',
  share: 'Share this with my coordinator',
  shareHelp: 'If you do not tick this, only you can read it.',
  writeFirst: 'Write your answer first',
  noNames: 'Please do not write the names of the people you support.',
  packageReflection:
    'Think about this, or write it on paper. Nothing you think here is sent to anybody.',
  crisis: 'If somebody is in danger now',
}

export type CourseWords = typeof course
