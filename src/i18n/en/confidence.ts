import type { Change, ConfidenceComparison } from '#domain/learning/confidence.ts'
import type { When } from '#domain/learning/ratings.ts'

const changes: Record<Change, string> = {
  surer: 'You feel surer.',
  same: 'You feel the same.',
  'less-sure': 'You feel less sure.',
}

const coordinatorChanges: Record<Change, string> = {
  surer: 'Surer',
  same: 'The same',
  'less-sure': 'Less sure',
}

const formTitles: Record<When, string> = {
  before: 'Before the course: how sure do you feel?',
  after: 'After the course: how sure do you feel now?',
}

const closed: Record<When, string> = {
  before:
    'You are half-way through the course, so “before” can no longer be changed. When you have finished, you can say how sure you feel then.',
  after: 'You can say this when you have done every part of the course.',
}

const offers: Record<When, { title: string; text: (n: number) => string; link: string }> = {
  before: {
    title: 'How sure do you feel today?',
    text: (n) =>
      `You may say how sure you feel about ${n} things that mentors do. At the end of the course you can see what has changed. It takes about 3 minutes.`,
    link: 'Say how sure I feel',
  },
  after: {
    title: 'How sure do you feel now?',
    text: (n) =>
      `You have done the course. You may say how sure you feel about ${n} things now, and see what has changed. It takes about 3 minutes.`,
    link: 'Say how sure I feel now',
  },
}

export const confidence = {
  title: 'How sure I feel',
  formTitles,
  offers,
  voluntary: 'You may do this if you like. Nothing depends on it.',
  intro:
    'For each line, choose a number. 0 is “not sure at all”. 10 is “very sure”. There is no right number.',
  leaveOut:
    'You can leave lines out, and “–” takes a number away again. You can change your numbers later.',
  whoSees:
    'You, and the coordinators and observers of your program, can see your numbers. They do not count for your sign-off.',
  ends: '0 not sure at all, 10 very sure',
  clear: 'I leave this out',
  save: 'Save my numbers',
  empty: 'Choose a number for at least one line',
  noSuchNumber: 'Choose a number from 0 to 10',
  kept: 'You had already saved numbers from that page, so those stay. Below is what was saved. You can change it here.',
  saved: 'Your numbers are saved.',
  closed,
  change: {
    before: 'Change what I said before the course',
    after: 'Change what I said after the course',
  },
  formLink: 'Open “How sure I feel”',
  none: 'You have not said how sure you feel. That is fine: it is up to you.',
  onlyBefore:
    'This is what you said before the course. When you have done every part, you can say it again and see what has changed.',
  onlyAfter:
    'This is what you said after the course. There is nothing from before to compare it with.',
  ratedOn: (when: When, day: string) => (when === 'before' ? `Before: ${day}.` : `After: ${day}.`),
  summary: ({ surer, compared }: Pick<ConfidenceComparison, 'surer' | 'compared'>) =>
    surer === compared
      ? `You feel surer in all ${compared} things.`
      : surer === 0
        ? `${compared} things, before and after.`
        : `You feel surer in ${surer} of ${compared} things.`,
  lessSureIsFine:
    'Feeling less sure is not a step back. Often it means that you now see how much there is to it. You can talk about it with your coordinator.',
  fromTo: (before: number, after: number) => `from ${before} to ${after}.`,
  stays: (at: number) => `${at} before and ${at} after.`,
  one: (at: number) => `${at} of 10.`,
  changes,
  coordinatorTitle: 'How sure they say they feel',
  noneForCoordinator: 'This trainee has not said how sure they feel. It is voluntary.',
  forCoordinator:
    'What the trainee said about themselves, from 0 (not sure at all) to 10 (very sure). It does not count for the sign-off.',
  coordinatorSummary: ({ surer, same, lessSure, compared }: ConfidenceComparison) =>
    `Of ${compared} lines rated both times: surer in ${surer}, the same in ${same}, less sure in ${lessSure}.`,
  columnLine: 'Line',
  columnBefore: 'Before',
  columnAfter: 'After',
  columnChange: 'Change',
  coordinatorChanges,
  leftOut: 'left out',
}

export type ConfidenceWords = typeof confidence
