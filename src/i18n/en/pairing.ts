import type { CheckIn, Going, PairingEnd, ProposalState } from '#domain/pairing/pairing.ts'
import type { MeetingProblem } from '#domain/pairing/meeting.ts'
import type {
  AnswerRefusal,
  ConnectRefusal,
  KeepProblem,
  ProposeRefusal,
} from '#domain/pairing/refusals.ts'
import type { Fit, LineKind } from '#domain/pairing/suggest.ts'

const goings: Record<Going, string> = { well: 'Well', mixed: 'Mixed', 'not-well': 'Not well' }
const people = (n: number): string => (n === 1 ? '1 mentor' : `${n} mentors`)

/** Of coordinators. */
const suggestions = {
  title: 'Who to ask',
  page: (reference: string) => `Request ${reference}`,
  link: 'See who to ask',
  intro:
    'These mentors are ready today, have a free place, and none of them leaves this area out. What matters most to the person comes first; of two who fit alike, who has waited longer. You decide.',
  found: (n: number) => (n === 0 ? 'Nobody fits today.' : `${people(n)} can be asked.`),
  nobody:
    'Nobody who is ready today has a free place without leaving this out. The request stays on the waiting list; note there what you try.',
  over: 'This request has ended, or there is no consent. Nobody can be asked.',
  waits: (name: string) => `${name} is asked already. Nobody else is asked meanwhile.`,
  connected: (name: string) => `${name} is the mentor. Nobody else is asked.`,
  openIt: 'See how it stands',
  fits: { met: 'Fits', decide: 'For you to decide', 'not-met': 'Does not fit' } satisfies Record<
    Fit,
    string
  >,
  wished: 'matters most to them',
  lines: {
    standing: 'Ready to be matched today',
    places: 'Free places',
    'no-go': 'Nothing of this is what they leave out',
    conditions: 'Conditions of the sign-off',
    language: 'Language',
    way: 'Way to talk',
    times: 'Times',
    place: 'Place',
    areas: 'What it is about',
    'asked-before': 'Asked before',
    area: 'What it is about',
    'similar-age': 'About the same age: ask the mentor',
    'same-gender': 'The same gender: ask the mentor',
    'works-or-studies': 'Works or studies as well: ask the mentor',
    'cares-for-family': 'Also looks after a family: ask the mentor',
    'long-experience': 'Many years of experience: ask the mentor',
  } satisfies Record<LineKind, string>,
  free: (free: number, of: number) => `${free} of ${of}`,
  nothingCommon: 'none in common',
  notSaid: 'nothing written down; ask the mentor',
  bases: {
    'signed-off': 'agreed at the sign-off',
    'own-words': 'they say so themselves; nothing was shown yet',
    none: 'not among what they know',
  },
  theySay: (words: string) => `The mentor: “${words}”`,
  personSays: (words: string) => `The person: “${words}”`,
  before: 'Could not, or did not answer, when asked about this request',
  days: 'Days to answer',
  dayCount: (n: number) => `${n} days`,
  ask: (name: string) => `Ask ${name}`,
  next: 'More mentors',
  first: 'Back to the first',
  tried: 'Who was asked',
  problems: {
    oneself: 'You cannot propose yourself. A colleague can.',
    'request-over': 'The request has ended, or its consent was taken back.',
    'somebody-asked': 'Somebody else is asked already.',
    closed: 'This mentor was asked about this request before, and it was a no.',
    'not-ready': 'This mentor is not ready today any more.',
    'no-go': 'This is among what the mentor leaves out.',
    'no-place': 'This mentor has no free place any more.',
  } satisfies Record<ProposeRefusal, string>,
}

const states: Record<ProposalState, string> = {
  asked: 'Waits for the mentor’s answer',
  yes: 'The mentor said yes; ask the person',
  no: 'The mentor said no',
  'not-now': 'The mentor said not now',
  silent: 'No answer by the day',
  'taken-back': 'Taken back',
  'mentor-not-ready': 'Ended: the mentor is not ready any more',
  'request-over': 'Ended: the request ended, or there is no consent',
  'requester-no': 'The person said no to this mentor',
  'requester-yes': 'Both said yes; connect them',
  connected: 'Connected',
  over: 'The time together has ended',
}

const ends: Record<PairingEnd, string> = {
  'as-planned': 'As it was planned',
  'another-mentor': 'Another mentor suits better',
  'requester-wished': 'The person wished it',
  'mentor-wished': 'The mentor wished it',
  'mentor-stopped': 'The mentor stopped, paused or left',
  'moved-on': 'They moved away or on',
  died: 'The person has died',
  other: 'Something else',
}

const checkIns: Record<CheckIn, string> = {
  first: 'After the first meeting',
  third: 'After the third meeting',
  other: 'At another time',
}

/** Of coordinators. */
const desk = {
  menu: 'Pairings',
  title: 'Pairings',
  intro: 'Mentors and the requests they look after. Nobody’s name but the mentor’s stands here.',
  tabs: { ongoing: 'Go on', ended: 'Ended' },
  none: 'There are none.',
  columnMentor: 'Mentor',
  columnRequest: 'Request',
  columnSince: 'Connected',
  columnMeetings: 'Meetings',
  columnEnd: 'How it ended',
  lastMet: (day: string) => `last on ${day}`,
  next: 'Show more',
  one: (mentor: string, reference: string) => `${mentor} and request ${reference}`,
  back: 'To the request',
  askedOn: (by: string, day: string) => `${by} asked on ${day}.`,
  endsOn: (day: string) => `Without an answer it ends when ${day} begins, and the place is free.`,
  takeBack: 'Take the question back',
  requester: 'Does the person want to meet this mentor?',
  requesterIntro: (name: string) =>
    `${name} said yes. Tell the person about this mentor outside this system, and note what they say. A no needs no reason.`,
  requesterYes: 'They say yes',
  requesterNo: 'They say no',
  connect: 'Connect the two',
  connectIntro:
    'Both said yes. Bring the two together outside this system, as both agreed to it. Then note it here: the mentor gets a sheet for the first meeting.',
  connectDo: 'They are connected',
  calls:
    'This mentor is not ready at present. Call both: the pairing can rest, go on with somebody else, or end.',
  meetings: (n: number) =>
    n === 0 ? 'They have not met yet' : n === 1 ? '1 meeting' : `${n} meetings`,
  minutes: (n: number) => `${n} minutes`,
  checkIn: 'How does it go?',
  checkInIntro:
    'Ask the person, not the mentor: after the first meeting, after the third, and whenever you like.',
  checkInDue: {
    first: 'They have met: ask the person how it was.',
    third: 'They have met three times: ask the person how it goes.',
  },
  after: 'When is this?',
  afters: checkIns,
  going: 'How do they say it goes?',
  goings,
  text: 'What they say',
  textHelp: 'Nothing about health.',
  whoSees: 'Only coordinators can read this. The mentor does not.',
  save: 'Save',
  saved: 'Saved.',
  said: (after: string, going: string, by: string, day: string) =>
    `${after}: ${going} (${by}, ${day})`,
  plan: 'Plan the last meeting',
  planIntro:
    'A good end is planned: both know the day, and say goodbye. The mentor sees it with words for that talk.',
  plannedOn: 'Day of the last meeting',
  planned: (day: string) => `The last meeting is planned for ${day}.`,
  end: 'End the time together',
  endIntro:
    'No end is a fault. With another mentor, the request goes back to the waiting list with all it says.',
  why: 'Why does it end?',
  ends,
  endedOn: 'On which day?',
  endDo: 'End it',
  ended: (why: string, day: string) => `Ended on ${day}: ${why}`,
  again: 'Look for another mentor',
  died: 'Call the mentor: somebody they looked after has died. Their page says that you will.',
  diedDo: 'Say that you called',
  form: 'How was it, looking back?',
  formIntro: 'Ask the person, if they like. They may skip it.',
  formText: 'What should we do differently?',
  skip: 'They skip it',
  forms: { mentor: 'The mentor wrote', requester: 'The person said' },
  skipped: 'Skipped',
  problems: {
    'going-missing': 'Choose how it goes',
    'too-long': 'Write less than 4,000 characters',
    'day-malformed': 'Write the day as a date, for example 2026-01-31',
    'day-future': 'The day is in the future',
    'before-connected': 'The day is before the two were connected',
    'day-past': 'The day has passed',
    'why-missing': 'Choose why it ends',
  } satisfies Record<KeepProblem, string>,
  over: 'Somebody else changed this meanwhile. The page shows the newest state.',
  refused: {
    'request-over': 'The request has ended, or its consent was taken back.',
    'not-ready': 'The mentor is not ready any more.',
    'no-go': 'The request asks for something now that the mentor leaves out.',
    over: 'This was answered or taken back meanwhile.',
    'no-yes': 'The person has not said yes yet.',
    'no-place': 'The mentor has no free place any more.',
  } satisfies Record<ConnectRefusal, string>,
}

/** Of the mentor. */
const mine = {
  title: 'People you support',
  link: 'People you support',
  none: 'Nobody at present. When your coordinator would like to ask you about somebody, it stands here and on your home.',
  home: {
    asked: 'Ready for somebody now?',
    askedText: 'Your coordinator asks you about somebody. Yes, no and not now are all fine.',
    see: 'See and answer',
    open: (n: number) => (n === 1 ? 'You support 1 person.' : `You support ${n} people.`),
  },
  request: (reference: string) => `Request ${reference}`,
  question: 'Ready for somebody now?',
  noReason:
    'You need no reason. A no or a not now changes nothing about your sign-off, and nobody counts it.',
  until: (day: string) =>
    `Please answer before ${day}. After that the question goes away by itself, and that is fine too.`,
  told: 'What you may know now',
  nothingTold: 'The person wants to tell you the rest themselves.',
  initials: 'Initials',
  languages: 'Languages',
  ways: 'How they would like to talk',
  times: 'When it suits them',
  place: 'Where',
  areas: 'What it is about',
  hopes: 'What they hope for',
  wouldNotWork: 'What would not work',
  answers: { yes: 'Yes, I am ready', no: 'No', 'not-now': 'Not now' },
  after:
    'After a yes your coordinator asks the person whether they want to meet you. Only then are you connected.',
  states: {
    ...states,
    asked: 'Waits for your answer',
    yes: 'You said yes. Your coordinator asks the person now.',
    no: 'You said no. Thank you for answering.',
    'not-now': 'You said not now. Thank you for answering.',
    silent: 'The day has passed. Nothing else follows from it.',
    'taken-back': 'Your coordinator took the question back.',
    'mentor-not-ready': 'This ended because you are not ready to be matched at present.',
    'request-over': 'The person does not look for a mentor any more.',
    'requester-no': 'It did not come about. That says nothing about you.',
    'requester-yes': 'Both of you said yes. Your coordinator connects you.',
    connected: 'You are connected',
  } satisfies Record<ProposalState, string>,
  problems: {
    over: 'This was answered already, or its day has passed.',
    'request-over': 'The person does not look for a mentor any more.',
    'not-ready': 'You are not ready to be matched at present. Your coordinator can tell you more.',
    'no-go': 'This has changed and is among what you leave out now. Nothing follows from it.',
    'no-place': 'You have no free place any more.',
  } satisfies Record<AnswerRefusal, string>,
  since: (day: string) => `Since ${day}`,
  sheet: 'Sheet for the first meeting',
  stopped:
    'You are not ready to be matched at present. Your coordinator calls you and the person about how this goes on. Please wait for that call.',
  meetings: 'Your meetings',
  meetingsIntro: 'Note that you met. Nothing of what was said belongs here.',
  count: (n: number) => (n === 0 ? 'None yet.' : n === 1 ? '1 so far.' : `${n} so far.`),
  metOn: 'When did you meet?',
  way: 'How?',
  minutes: 'How many minutes?',
  whoSees: 'Your coordinators can see this. The person you support cannot.',
  note: 'Save the meeting',
  noted: 'Saved. Thank you.',
  taken: 'Taken back.',
  meeting: (day: string, way: string, minutes: number) => `${day}, ${way}, ${minutes} minutes`,
  takeBack: 'Take back',
  takeBackNamed: (day: string) => `Take back the meeting of ${day}`,
  meetingProblems: {
    'day-malformed': 'Write the day as a date, for example 2026-01-31',
    'day-future': 'The day is in the future',
    'before-connected': 'The day is before you were connected',
    'way-missing': 'Choose how you met',
    'minutes-malformed': 'Write the minutes as a number from 1 to 480',
  } satisfies Record<MeetingProblem, string>,
  tell: 'Something to tell your coordinator?',
  tellIntro:
    'Whatever worries you, pleases you, or you are not sure about. You need not carry it alone. If somebody is in danger now, do not write: call.',
  tellText: 'What would you like to tell?',
  tellWhoSees: 'Your coordinators read this. Please write no name.',
  tellDo: 'Send it',
  toldThem: 'Sent. Your coordinator answers under “Messages”.',
  tellMissing: 'Write what you would like to tell',
  about: (reference: string) => `About request ${reference}: `,
  planned: (day: string) => `Your last meeting is planned for ${day}.`,
  goodbye: 'For your last meeting',
  goodbyeLines: [
    'Say at the beginning that this is the last time, and how you feel about it.',
    'Ask what was good, and what they take with them.',
    'Tell what you learned from them.',
    'Say where they can turn from now on: their care team, the coordinator, the helplines.',
    'Say goodbye. Do not promise to stay in touch.',
  ],
  over: (day: string) => `Your time together ended on ${day}. Thank you for it.`,
  died: 'Somebody you supported has died.',
  diedText:
    'We are sorry. Whatever you feel now is all right. So is feeling nothing yet. Nothing you did or left undone caused this. Your coordinator calls you, and you need not wait: call whenever you like.',
  diedMore:
    'You need not support anybody new until you want to. You can take a pause with one press on your home.',
  form: 'How was it for you?',
  formIntro: 'Two questions, if you like. You may skip them.',
  going: 'How was it for you?',
  goings,
  goingMissing: 'Choose how it was, or skip it',
  formText: 'What would have made it easier?',
  formWhoSees: 'Your coordinators can read this.',
  formSave: 'Send it',
  skip: 'Skip it',
  formDone: 'Thank you. Nothing else is to be done.',
  earlier: 'Earlier',
}

const sheet = {
  title: 'Your first meeting',
  back: 'Back',
  limitsTitle: 'Say this first: what stays between you, and what does not',
  limits: [
    '“What you tell me stays between us and my coordinator’s team.”',
    '“If I am afraid that somebody is in danger – you, a child, anybody – I tell my coordinator, and if I can I tell you first.”',
    '“I note that we met, how and how long. Nothing of what you say.”',
  ],
  whoTitle: 'Say who you are, and who you are not',
  who: [
    '“I live with this too. I am no nurse or doctor, and I give no advice about treatment.”',
    '“I tell you how it was for me, if you want to hear it. For you it may be different.”',
  ],
  agreeTitle: 'Agree together',
  agree: [
    'How and when you talk, for how long, and what to do if one of you cannot come.',
    'What they would like to talk about, and what not.',
    'That either of you may stop at any time, without a reason, and that another mentor is always possible.',
  ],
  safeTitle: 'For the two of you',
  safe: [
    'Meet where other people are, not at home.',
    'No money, gifts, loans or rides.',
    'Not about medicine, diet, dialysis or tests: that belongs to the care team.',
  ],
  endTitle: 'At the end',
  end: [
    'Ask: “How was this for you? Shall we meet again?”',
    'Note the day, the way and the minutes, and tell your coordinator what stays with you.',
  ],
}

const supports = {
  now: (n: number) =>
    n === 1 ? 'They support 1 person at present:' : `They support ${n} people at present:`,
  stays:
    'What you save here ends nothing of that. Where it no longer fits, talk about it first with those it concerns.',
  calls:
    'Stopping, withdrawing, moving and leaving put each of them on your list, with a call to make. Nobody is left without a word.',
}

export const pairing = { suggestions, states, desk, mine, sheet, supports }

export type PairingWords = typeof pairing
