import type { ContactWay, Judgement } from '#domain/readiness/offer.ts'
import type { SignOffProblem, Step } from '#domain/readiness/sign-off-journey.ts'
import type { Decision } from '#domain/readiness/standing.ts'

const titles: Record<Exclude<Step['kind'], 'line'>, string> = {
  met: 'What the evidence shows',
  decision: 'What do you decide?',
  practise: 'What should they practice?',
  reason: 'Why do you decide this?',
  offer: 'What can they offer?',
  until: 'Until when does it hold?',
}
const problems: Record<SignOffProblem, string> = {
  'met-missing':
    'Choose “Yes, all of them”, or “Not all of them” and the lines that they have not shown yet',
  'judgement-missing': 'Choose what you say of this line',
  'decision-missing': 'Choose a decision',
  'practise-missing': 'Choose at least one line to practice',
  'reason-missing': 'Write the reason that the trainee will read',
  'otherwise-missing': 'Lines are still open. Say why you decide differently',
  'area-without-ground':
    'An area rests on nothing yet: its part of the course, or a talk about it, is missing. See below what is missing, and choose again',
  'areas-both': 'An area cannot be in both lists. Choose one',
  'languages-missing': 'Choose at least one language',
  'contact-missing': 'Choose at least one way to meet',
  'capacity-malformed': 'Choose how many people they can support',
  'expiry-malformed': 'Choose the day',
  'expiry-past': 'Choose a day that is still to come',
  'expiry-too-far': 'A sign-off holds for at most 12 months',
  'too-long': 'This is too long. Use at most 4,000 characters, or 200 for a place',
}
const judgements: Record<Judgement, string> = { shown: 'Yes, they have', 'not-yet': 'Not yet' }
const decisionHelp: Record<Decision, string> = {
  ready: 'They can be matched once they have signed their commitment.',
  'more-practice': 'You say next what to practice.',
  'not-this-role': 'You say in the reason which other ways to take part fit them.',
}
const reasonHelp: Record<Decision, string> = {
  ready: 'Write it to them: what you saw that made you sure.',
  'more-practice': 'Write it to them: what went well, what to practice, and when you talk again.',
  'not-this-role': 'Write it to them, kindly, with other ways to take part that fit them.',
}
const contactWays: Record<ContactWay, string> = {
  'in-person': 'In person',
  phone: 'By phone',
  video: 'By video',
  text: 'By text message',
  letter: 'By letter',
  group: 'In a group',
}

export const signOff = {
  title: 'Sign-off',
  caption: (name: string) => name,
  intro:
    'First look at the evidence. Then you answer at most five pages of questions, and one more for each line that is still open. You can stop at any time: your answers are kept, and only you see them.',
  start: 'I have looked at the evidence – begin',
  carryOn: 'I have looked at the evidence – carry on',
  begun: (day: string) => `You began this sign-off. Your answers of ${day} are kept.`,
  drop: 'Throw away my answers',
  previous: 'Back',
  next: 'Save and continue',
  later: 'Stop here and come back later',
  changedHere: 'The evidence has changed while you were reading. Please look at it again.',
  changedSince: 'Since you last looked, this has changed:',
  changedElse: 'Something has changed since you last looked. Please look at everything again.',
  changedMeanwhile: 'The evidence has changed since you looked at it. Nothing was recorded.',
  meanwhile:
    'Meanwhile somebody stopped this mentor, ended that, or wrote an incident. Nothing was recorded.',
  nowMet: (title: string) => `${title}: the evidence is there`,
  nowOpen: (title: string) => `${title}: the evidence is open now`,
  lineGone: 'A line that is not asked any more',
  news: {
    decided: (name: string, when: string, decision: string) =>
      `Decision by ${name}, ${when}: ${decision}`,
    withdrawn: (when: string) => `A sign-off was withdrawn, ${when}`,
    stopped: (when: string) => `They were stopped at once, ${when}`,
    'stop-ended': (when: string) => `It was decided how the stop ends, ${when}`,
    incident: (when: string) => `An incident or a complaint was written down, ${when}`,
  },
  confirmHelp:
    'Look at it in the record. Your answers are kept. A line that is open now is asked again, and so is your decision where somebody else acted.',
  confirm: 'I have looked at what changed – go on',
  stoppedNow:
    'This mentor is stopped. A sign-off does not end that: how it ends is decided in their record.',
  renews: (name: string, day: string) =>
    `This renews the decision of ${name}, ${day}. Only what changed since is asked.`,
  holdsMeanwhile: (day: string) =>
    `Until this one is complete, the one before holds, at most until ${day}.`,
  keptTitle: 'Not changed since',
  keptLines: (n: number) =>
    n === 1
      ? '1 line has not changed, and is taken over'
      : `${n} lines have not changed, and are taken over`,
  keptOffer: 'What they offer is taken over too. Ask them whether it still fits.',
  askedTitle: 'Changed since, or still open',
  metIntro: (n: number) =>
    `The evidence meets these ${n} lines. Open each to look at what it rests on.`,
  metLegend: 'Have they shown all of these?',
  metAll: 'Yes, all of them',
  metNotAll: 'Not all of them',
  metNotYet: 'Not shown yet, as you see it',
  metNotYetHelp: 'Only where you chose “Not all of them”.',
  unchanged: 'not changed since',
  saidThemselves: 'They say themselves:',
  kept: 'Your answers are kept.',
  lookAgain: 'Look at the evidence again',
  decidedBy: (name: string, when: string, decision: string) =>
    `Somebody else got there first: decision by ${name}, ${when}: ${decision}. Yours was not recorded.`,
  lineOf: (n: number, of: number) => `Line ${n} of ${of}`,
  lineIntro: 'What has been shown so far',
  judgement: 'Have they shown this?',
  judgements,
  notYetHelp: 'It can become what they practice next.',
  titles,
  problems,
  decisionLegend: 'Your decision',
  decisionHelp,
  practiseLegend: 'Lines to practice',
  practiseHelp: 'The trainee reads these in their own words.',
  reasonLabel: 'Reason',
  reasonHelp,
  traineeReads: 'The trainee reads this, and the coordinators and observers of the program.',
  registerReads: 'The trainee reads this. It also appears in the register of mentors.',
  otherwiseLabel: 'What makes you sure all the same?',
  otherwiseHelp:
    'At least one line is still open, you said “not yet” to one, or a required check does not count today.',
  conditionsLabel: 'Conditions',
  conditionsHelp: 'For example: by phone only; first meeting together with a coordinator.',
  comfortLegend: 'Comfortable with',
  comfortHelp: 'Ask them. Choose all that fit.',
  noGoLegend: 'Not for them, or not now',
  noGoHelp: 'Nobody asks why. They are never matched for these.',
  languagesLegend: 'Languages that they can mentor in',
  contactLegend: 'Ways to meet',
  contactWays,
  /** What `Intl.DisplayNames` does not know in both languages. */
  languageNames: { ase: 'American Sign Language (ASL)' },
  choose: 'Choose',
  capacityLabel: 'At the same time',
  capacityHelp: 'One is enough. Health comes first.',
  people: (n: number) => (n === 1 ? '1 person' : `${n} people`),
  placeLabel: 'Where can they meet in person?',
  placeHelp: 'A town or a clinic, for example. Please no home address.',
  untilLabel: 'Holds until',
  untilHelp: 'At most 12 months from today. A renewal counts from the day of the renewal.',
  checkTitle: 'Check your answers',
  partDecision: 'The decision',
  partLines: 'Line by line',
  nothing: 'Nothing',
  rows: {
    decision: 'Decision',
    practise: 'To practice',
    reason: 'Reason',
    otherwise: 'Decided differently from the evidence, because',
    conditions: 'Conditions',
    comfort: 'Comfortable with',
    noGo: 'Not comfortable with',
    languages: 'Languages',
    contact: 'Ways to meet',
    capacity: 'People at the same time',
    place: 'Place',
    until: 'Holds until',
  },
  stillOpen: (answer: string) => `${answer} – the evidence is still open`,
  evidenceThere: (answer: string) => `${answer} – the evidence is there`,
  toDeclaration: 'Continue to the declaration',
  declareTitle: 'Your declaration',
  declareWords:
    'I have looked at the evidence. I decide this as a coordinator of this program. It is recorded with my name and cannot be changed; a new decision can follow it.',
  nameLabel: 'Type your full name to sign',
  nameHelp: (name: string) => `As it is in your account: ${name}`,
  nameWrong: (name: string) => `Type your name as it is in your account: ${name}`,
  record: 'Record the decision',
  doneTitle: 'The decision is recorded',
  reference: 'Reference:',
  nextTitle: 'What happens next',
  nextOther: (name: string) => `${name} can read your decision and your reason now.`,
  nextSecond:
    'Your program asks for two signatures. Another coordinator finds this on their list and signs too.',
  nextCommitment: (name: string) =>
    `${name} can read your decision now, and is asked to sign the commitment. From then on ${name} can be matched.`,
  nextReady: (name: string) => `${name} can be matched.`,
  toRecord: (name: string) => `Go to the record of ${name}`,
  whole: 'The whole decision',
  thenTitle: 'What it rests on',
  thenIntro: 'The evidence as it was then. It is kept with the decision and does not change.',
  judgedThen: (answer: string) => `The coordinator: ${answer}`,
  asBefore: (day: string) => `It rests on the same evidence as on ${day}, and was judged then.`,
  hashThen: 'Fingerprint of this evidence (SHA-256):',
  withdrawChanged:
    'Somebody decided in between. Read the newest decision, and send again if it is this one that you withdraw',
  withdrawnAlready:
    'Somebody else has withdrawn it in between, with their own reason. Nothing more is to be done',
  secondTitle: 'Second signature',
  secondIntro: (name: string) =>
    `${name} has decided that this person is ready. Read the decision and the evidence. Sign only if you agree; if not, talk with ${name} first.`,
  secondDo: 'Sign as the second coordinator',
  sign: 'Sign',
  notAnother: (name: string) =>
    `${name} made this decision. The second signature must come from another coordinator, and nobody signs for themselves.`,
  secondBy: (name: string, day: string) => `Second signature: ${name}, ${day}`,
  secondWaits: 'Waits for a second signature',
  renewalWaits: {
    'second-signature': 'The renewal waits for a second signature; until then the one before holds',
    commitment: 'The renewal waits for the mentor’s commitment; until then the one before holds',
  },
  nextRenewal: (day: string) =>
    `Until then the sign-off before it holds, at most until ${day}: nobody leaves the register.`,
  committedOn: (day: string) => `The mentor signed the commitment on ${day}`,
  commitmentWaits: 'Waits for the mentor’s commitment',
  onTitle: 'Standing on a day',
  onLabel: 'Day',
  onHelp: 'Today or earlier',
  onDo: 'Show',
  onAnswer: (day: string, standing: string) => `On ${day}: ${standing}`,
  onProblem: 'Choose a day up to today, for example 2026-11-21',
  pausedUntil: (day: string) => `Means to be back on ${day}`,
}

export type SignOffWords = typeof signOff
