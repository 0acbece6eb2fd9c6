import type { Standing } from '#domain/readiness/standing.ts'
import { steps } from './steps.ts'

const standings: Record<Standing, string> = {
  'in-training': 'In training',
  'waiting-for-sign-off': 'Waiting for sign-off',
  'waiting-for-second-signature': 'Waiting for a second signature',
  'waiting-for-commitment': 'Waiting for the commitment',
  ready: 'Ready to be matched',
  'ready-with-conditions': 'Ready, with conditions',
  'more-practice': 'More practice first',
  'not-this-role': 'Not this role',
  stopped: 'Waiting for a talk',
  paused: 'Taking a pause',
  lapsed: 'Lapsed: a short refresher is needed',
  'on-hold': 'On hold: a check is missing',
  expired: 'Expired: time to renew',
  withdrawn: 'Sign-off withdrawn',
}

export const learn = {
  landingTitle: 'You know what it is like. Learn to stand beside someone who is new to it.',
  landingWhat:
    'A course for people who live with a long-term illness and want to support others who do. You learn to listen, to share your story with care, and to know what is not yours to answer.',
  landingFor: 'Who it is for',
  landingForWords:
    'For anyone who has been invited by a coordinator. You do not need to be well every day, and you do not need to be good with computers.',
  landingTime: 'How long it takes',
  landingTimeWords: (n: number) =>
    `${n} short modules. Each step takes 5 to 10 minutes. You can stop at any time and come back to the same place.`,
  landingNeed: 'What you need',
  landingNeedWords:
    'A phone, a tablet or a computer, and the invitation link from your coordinator. English and Spanish.',
  landingStart: 'Start now',
  landingSample: 'Read a sample lesson',
  landingClip: 'What a mentor does, in one minute',
  sampleNote: 'This is a sample. To save your progress, you need an invitation from a coordinator.',
  homeTitle: (name: string) => `Hello, ${name}`,
  carryOn: 'Carry on',
  recap: {
    title: 'Good to see you again',
    left: (step: string, day: string) => `You left at “${step}” on ${day}. Your place is kept.`,
    learnt: (lesson: string) => `You had just read “${lesson}”:`,
  },
  carryOnMinutes: (n: number) => `about ${n} minutes`,
  ...steps,
  allDoneTitle: 'You have done every part of the course',
  allDoneWords: 'Your coordinator can see it. You can go back to any lesson or practice session.',
  tasks: 'My course',
  doneOf: (done: number, of: number) => `${done} of ${of} done`,
  road: 'Your road to being matched',
  roadCourse: 'The course',
  roadObserved: 'Role plays with your coordinator watching',
  roadObservedNone: 'Not yet. Your coordinator arranges them with you.',
  roadObservedSome: (n: number) => (n === 1 ? '1 seen so far' : `${n} seen so far`),
  roadSignOff: 'Sign-off by your coordinator',
  roadReady: 'Ready to be matched',
  standings,
  askForSignOff: 'Ask for sign-off',
  askedForSignOff: (day: string) =>
    `You asked for sign-off on ${day}. Your coordinator has been told.`,
  decisionTitle: 'What your coordinator decided',
  decidedOn: (name: string, day: string) => `${name}, on ${day}`,
  decisions: {
    ready: 'Ready to be matched',
    'more-practice': 'More practice first',
    'not-this-role': 'Not this role',
  },
  conditions: 'Conditions',
  holdsUntil: (day: string) => `It holds until ${day}.`,
  endsSoon:
    'It ends soon. Your coordinator sees that too and talks with you about renewing it. You need not ask.',
  heldUntil: (day: string) =>
    `It ended on ${day}. It can be renewed: your coordinator sees it too.`,
  withdrawnOn: (day: string) => `This sign-off was withdrawn on ${day}.`,
  pause: 'I need a pause',
  countsForSignOff: 'Counts for your sign-off',
  pauseHelp: 'Your place is kept. Nobody reminds you. You come back when you want.',
  pausedTitle: 'You are taking a pause',
  pausedSince: (day: string) => `Since ${day}. Your place is kept, and nobody reminds you.`,
  resume: 'I am back',
  myRecord: 'My record',
  recordTitle: 'My record',
  recordIntro: 'This is what is saved about you here, and what your coordinator can see.',
  whoSeesRecord:
    'You, and the coordinators and observers of your program, can see your lessons, quiz answers, the roads you took and how sure you said you feel. Reflections are yours alone until you share them. Your own notes on lessons stay yours alone.',
  whatYouCan: 'What you can do, in the words of the sign-off',
  met: 'Shown',
  missing: 'Still missing',
  reflectionShared: 'You share this with your coordinator.',
  reflectionPrivate: 'Only you can read this.',
  keptAnswer: 'An answer was saved here before, so it stays. Below is what was saved.',
  keptTurn:
    'You had already answered here. The session goes on from what was saved. You can go back one step.',
  switchedKept: 'The language has changed. What you chose is kept.',
  tooLong: 'This is too long. Use at most 5,000 characters',
  empty: 'Nothing here yet.',
  resourcesNav: 'To print',
  resources: 'Pages to print',
  aboutTitle: 'About this course',
  aboutWords: [
    'This course teaches what a peer mentor does, and what a mentor leaves to others. It was written for two kinds of organization: a kidney network in the United States and a charity for people over 50 in the United Kingdom.',
    'Before an organization uses it, its own peers, a renal social worker and a safeguarding lead should read it. The course is not medical advice.',
    'The people in the practice sessions are invented. The program’s contacts may be examples until the organization has put its own.',
    'The course text may be shared and changed under CC BY-SA 4.0.',
  ],
  aboutConfirmTitle: 'What must be confirmed here first',
  aboutConfirm:
    'Some points differ from place to place. Before people rely on the course here, these experts confirm them. Until then it takes the more cautious side.',
  aboutPoints: (n: number) => (n === 1 ? '1 point' : `${n} points`),
  privacyTitle: 'Who can see my information',
  privacyWords: [
    'You can see everything that is saved about you under “My record”, except notes that coordinators keep for themselves.',
    'Coordinators and observers of your program see your name, which lessons you have read, your quiz answers, the roads you took in the practice sessions, how sure you said you feel, and what they observed.',
    'Reflections are yours alone until you choose to share them. Your own notes on lessons stay yours alone.',
    'What you write and have not saved yet is kept on your own device, locked, so that only you can read it after you sign in. If you said that a computer is shared, nothing is kept there.',
    'If you save the course to your phone, it lies there with what you have done of it, under a number and without your name. Your words are kept sealed. You can free it again at any time.',
    'Nobody outside your program sees any of this. Nothing is sent to anyone else, and there is no advertising.',
    'A “ready” is a person’s decision. No computer decides about you.',
  ],
  accessibilityTitle: 'Accessibility',
  accessibilityWords: [
    'Every page should work with a keyboard, with a screen reader, at large text sizes, and without JavaScript. We follow WCAG 2.2, level AA.',
    'If something does not work for you, please tell the person below. You can do the whole course together with your coordinator.',
  ],
}

export type LearnWords = typeof learn
