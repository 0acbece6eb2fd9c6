/** Checks on mentors: what is asked, what was looked at, and until when it counts. */
import type { CheckAct, CheckLine, CheckState } from '#domain/readiness/checks.ts'

const states: Record<CheckState, string> = {
  'not-started': 'Not started',
  asked: 'Asked for',
  received: 'Received, not looked at yet',
  accepted: 'Accepted',
  'recheck-due': 'To be checked again',
  waived: 'Waived',
}
const lines: Record<CheckLine, string> = {
  seen: 'Certificate seen',
  status: 'Status checked',
}
const acts: Record<CheckAct, string> = {
  asked: 'Asked for',
  received: 'Received',
  accepted: 'Looked at and accepted',
  waived: 'Waived',
  ended: 'It does not count any more',
}

export const checks = {
  title: 'Checks',
  link: 'Checks',
  intro:
    'Only numbers and days are kept here, and who looked. Please keep no copies and no documents.',
  whoSees: 'Coordinators and the person themselves can read all of this.',
  keeps: 'Only numbers and days are kept, no documents.',
  none: 'No checks are set up here.',
  openTitle: 'To do',
  countsTitle: 'In order',
  states,
  lines,
  acts,
  actHelp: {
    asked: 'The person knows what to bring, or that you are asking others.',
    received: 'It is here, and nobody has looked at it yet.',
    accepted: 'You have looked at it yourself.',
    waived: 'This person does not need it. Say why.',
    ended: 'It was taken back, or it was written here by mistake. Say why.',
  } satisfies Record<CheckAct, string>,
  level: (text: string) => `Which: ${text}`,
  required: 'Required',
  requiredFrom: (day: string) => `Required from ${day}`,
  isMissing: 'It does not count: no mentor without it is on the register.',
  until: (day: string) => `Counts until ${day}`,
  untilRecheck: (day: string) => `To be checked again on ${day}`,
  window: (day: string) => `While it is renewed, the old one counts until ${day}.`,
  forGood: 'Counts without an end',
  renewal: (act: string, day: string) => `${act} again on ${day}`,
  record: 'Record',
  recordFor: (name: string) => `Record: ${name}`,
  history: 'What was recorded',
  entry: (act: string, day: string, name: string) => `${act}, dated ${day}, recorded by ${name}`,
  number: (number: string) => `Number: ${number}`,
  notAsked: 'No longer asked for here',
  form: {
    act: 'What has happened?',
    onDay: 'Date',
    onDayHelp:
      'When you accept it: the date on the paper, or on which you asked its issuer. Otherwise leave it empty for today.',
    number: 'Number on the paper',
    numberHelp: 'As it is written there. No documents, and nothing about what is in them.',
    recheckOn: 'To be checked again on',
    recheckOnHelp: (months: number | null) =>
      months === null
        ? 'Leave it empty where it counts without an end.'
        : `Leave it empty for ${months} months after the date above.`,
    why: 'Why?',
    whyHelp: 'Needed when you waive it, and when it does not count any more.',
    save: 'Save',
    meanwhile: 'Somebody else recorded this meanwhile:',
  },
  problems: {
    'act-missing': 'Choose what has happened',
    'day-missing': 'Choose the date',
    'day-future': 'The date is still to come. Choose today or an earlier day',
    'day-old': 'The date is more than 50 years ago. Look at it again',
    'recheck-malformed': 'Choose a day, or leave it empty',
    'recheck-before': 'Choose a day after the date above',
    over: 'With this date it would not count any more. Ask for a new one, or choose a later day to check it again',
    'number-long': 'The number is too long. Use at most 60 characters',
    'why-missing': 'Write why',
    'why-long': 'The text is too long. Use at most 500 characters',
    'nothing-there': 'Nothing is recorded that could end',
  },
  mine: {
    title: 'Your checks',
    link: 'Your checks',
    home: 'Your coordinator needs something from you.',
    see: 'See what is needed',
    intro:
      'What is asked of everybody who mentors here, what is recorded of yours, and who recorded it.',
    whoSees: 'You and the coordinators here can read this. Nobody else can.',
    wrong: 'Is something not right? Please tell your coordinator.',
    askedSince: (day: string) => `Your coordinator asked for it on ${day}.`,
    because: (text: string) => `Why: ${text}`,
  },
  apply: {
    title: 'What you will be asked for',
    intro: 'Not now: your coordinator tells you when, and how to do it.',
  },
  signOff: {
    open: 'These required checks do not count today:',
    hold: 'Until they do, a sign-off does not put them on the register.',
  },
  manage: {
    help: 'What you ask of everybody who mentors here. The level and the reason come from your description of the role: please have them confirmed by whoever is responsible for it. Empty all boxes of a check to leave it out.',
    newCheck: 'New check',
    name: 'What it is called',
    level: 'Which level or kind (optional)',
    why: 'Why the role needs it',
    whyHelp: 'Mentors and applicants read this.',
    months: 'Check it again after so many months (optional)',
    window: 'So many days more it counts while it is renewed',
    status: 'Its issuer is asked as well what it says today',
    statusMonths: 'Ask the issuer again after so many months (optional)',
    requiredLink: 'Which checks are required',
    requiredTitle: 'Which checks are required',
    requiredIntro:
      'Whoever lacks a required check is on hold: not on the register, whatever was decided, until it is there. Everything else stays as it is.',
    optional: 'Not required',
    requiredSince: (day: string) => `Required since ${day}`,
    require: 'Require it',
    change: 'Change the day',
    end: 'Require it no longer',
    oneTitle: (name: string) => `Require: ${name}`,
    endTitle: (name: string) => `No longer required: ${name}`,
    leave: (n: number) =>
      n === 0
        ? 'Nobody on the register lacks it today, so nobody leaves it.'
        : n === 1
          ? '1 mentor on the register lacks it today. From the day you choose they are on hold, unless it is there by then:'
          : `${n} mentors on the register lack it today. From the day you choose they are on hold, unless it is there by then:`,
    back: (n: number) =>
      n === 0
        ? 'Nobody is on hold for it today.'
        : n === 1
          ? '1 mentor is on hold and lacks it. They go back on the register, unless another required check is missing:'
          : `${n} mentors are on hold and lack it. They go back on the register, unless another required check is missing:`,
    meanwhile:
      'Until that day nothing changes. Coordinators find on their list from now on who lacks it.',
    day: 'Required from',
    dayHelp: 'Today or later. A check can take weeks.',
    begin: 'Require it from this day',
    endDo: 'Require it no longer',
  },
}

export type ChecksWords = typeof checks
