/** Reports of a programme, and those over all programmes. */
import type { AnswerKind } from '#domain/reports/questions.ts'
import type { Stage } from '#domain/reports/funnel.ts'

const stages: Record<Stage, string> = {
  joined: 'Joined',
  began: 'Began the course',
  half: 'Did half of it',
  finished: 'Finished the course',
  observed: 'Did a role play',
  ready: 'Signed off as ready',
}
const kinds: Record<AnswerKind, string> = {
  'nearly-nobody': 'Nearly nobody right',
  between: 'In between',
  'nearly-everybody': 'Nearly everybody right',
  'too-few': 'Too few answers',
}

const MONTHS = ['January to March', 'April to June', 'July to September', 'October to December']
const many = (one: string, more: string) => (n: number) => (n === 1 ? `1 ${one}` : `${n} ${more}`)

export const reports = {
  menu: 'Reports',
  title: 'Reports',
  names: {
    state: 'Where people stand',
    funnel: 'How far people come',
    time: 'Time to ready',
    stops: 'Where people stop',
    questions: 'Questions',
    practice: 'Practice talks',
    confidence: 'Confidence',
    support: 'Reviews and sessions',
    pairings: 'Pairings',
    waiting: 'Waiting for a mentor',
    meetings: 'Meetings',
    endings: 'How pairings ended',
  },
  aboutJoined: 'Whoever joined',
  aboutHappened: 'What happened',
  happened: (from: string, to: string) => `What happened from ${from} to ${to}.`,
  happenedHelp: 'With a cohort: what its mentors did.',
  since: 'From',
  until: 'Until',
  usually: 'Often asked for',
  usual: {
    'this-quarter': 'This quarter',
    'last-quarter': 'Last quarter',
    'this-year': 'This year',
    'last-year': 'Last year',
  },
  quarter: (quarter: number, year: number) => `${MONTHS[quarter - 1] ?? ''} ${year}`,
  count: {
    questions: many('question', 'questions'),
    days: many('day', 'days'),
    reviews: many('review', 'reviews'),
    pairings: many('pairing', 'pairings'),
    meetings: many('meeting', 'meetings'),
    requests: many('request', 'requests'),
  },
  left: 'Have left',
  state: (all: number, ready: number, training: number) =>
    `Of ${all === 1 ? '1 person' : `${all} people`} who joined, ${ready} ${ready === 1 ? 'is' : 'are'} ready to be matched today and ${training} ${training === 1 ? 'is' : 'are'} in training.`,
  stateHelp: 'Where each of them stands today. Everybody is counted once.',
  support: (reviews: number, sessions: number) =>
    `${reviews === 1 ? '1 support review was' : `${reviews} support reviews were`} held, and ${sessions === 1 ? '1 group session' : `${sessions} group sessions`}.`,
  supportHelp:
    'A mentor with two reviews counts twice among the reviews, and once among the mentors. Sessions that were called off do not count.',
  pairings: (requests: number | null, begun: number, open: number) =>
    `${requests === null ? '' : `${requests === 1 ? '1 request' : `${requests} requests`} came in. `}${begun === 1 ? '1 pairing' : `${begun} pairings`} began, and ${open} ${open === 1 ? 'was' : 'were'} open at the end.`,
  pairingsHelp:
    'The picture shows pairings that began. A request of one quarter may find its mentor in the next.',
  waiting: (n: number, median: number, lower: number, upper: number) =>
    n === 1
      ? `1 person found a mentor, after ${median} days.`
      : `Half of ${n} people had a mentor within ${median} days of asking. The middle half waited ${lower} to ${upper} days.`,
  waitingHelp:
    'From the day of the request to the first pairing, of those that began in this time. Who still waits stands in the waiting list.',
  meetings: (n: number, hours: number) =>
    `${n === 1 ? '1 meeting' : `${n} meetings`}, ${hours === 1 ? '1 hour' : `${hours} hours`} in all.`,
  meetingsHelp: 'As the mentors noted them. Hours are rounded.',
  endings: (n: number) => `${n === 1 ? '1 pairing' : `${n} pairings`} ended.`,
  endingsHelp: 'Why, as it was written down. No reason blames anybody.',
  funder: {
    link: 'A page for a funder',
    title: 'Report',
    choose: 'Which time?',
    chooseHelp:
      'Give one funder times that do not overlap: from two that differ by a few days small numbers can be worked out.',
    period: (from: string, to: string) => `${from} to ${to}`,
    made: (day: string) => `Made on ${day}`,
    hiding:
      'Groups of fewer than 5 people are not shown, nor is anything from which they could be worked out: there is a dash instead. Nobody can be told from it.',
    people: 'People who joined in this time',
    support: 'Training and support in this time',
    pairings: 'People supported in this time',
    endings: 'Pairings that ended',
    requests: 'Requests for a mentor',
    begun: 'Pairings that began',
    waited: 'Half of those who found a mentor waited at most',
    meetings: 'Meetings',
    hours: 'Hours together',
    reviewed: 'Mentors who had a support review',
    reviews: 'Support reviews',
    sessions: 'Group sessions',
    came: 'People who came to one',
    readyToday: 'Mentors ready to be matched on the day of this report',
    rest: 'Other reasons',
    all: 'All',
    order: 'The last day is before the first one: this quarter is shown',
    keyStages: 'Came so far, of those who joined',
    keyEndings: 'Of all that ended',
    columns: ['Part', 'What', 'Number'],
  },
  who: (from: string, to: string) =>
    from && to
      ? `People who joined from ${from} to ${to}.`
      : from
        ? `People who joined on ${from} or later.`
        : to
          ? `People who joined on ${to} or before.`
          : 'Everybody who ever joined.',
  whoHelp: 'Those who left are counted too. Anyone who moved to another program is counted there.',
  cohort: 'Cohort',
  all: 'All',
  from: 'Joined from',
  to: 'Joined until',
  year: 'Joined in',
  show: 'Show',
  problems: {
    from: 'Write the first day as a date, for example 2026-01-31',
    to: 'Write the last day as a date, for example 2026-12-31',
    order: 'The last day is before the first one. Everybody is shown',
  },
  none: 'There is nothing to report yet for these people.',
  picture: 'Picture',
  table: 'The same as a table',
  save: 'Save this table',
  print: 'Print',
  stages,
  columns: {
    stage: 'Stage',
    people: 'People',
    ofJoined: 'Of 100 who joined',
    days: 'Days',
    module: 'Where they worked last',
    question: 'Question',
    answered: 'People who answered',
    right: 'Right at once',
    verdict: 'What it says',
    principle: 'Principle',
    kept: 'Kept',
    missed: 'Missed',
    crossed: 'Crossed',
    replies: 'Replies',
    line: 'Line',
    n: 'People who rated twice',
    before: 'Before',
    after: 'After',
    change: 'Change',
    low: 'Interval from',
    high: 'Interval to',
    programme: 'Program',
    median: 'Half took at most (days)',
    lower: 'A quarter took at most',
    upper: 'Three quarters took at most',
    standing: 'Where they stand',
    when: 'When',
    reviews: 'Support reviews',
    reviewed: 'Mentors with a review',
    sessions: 'Group sessions',
    came: 'People who came',
    requests: 'Requests',
    begun: 'Pairings begun',
    ended: 'Ended',
    open: 'Open at the end',
    meetings: 'Meetings',
    hours: 'Hours',
    pairings: 'Pairings',
    mentors: 'Mentors',
    why: 'Why',
  },
  ofAll: (n: number, all: number) => `${n} of ${all}`,
  people: (n: number) => (n === 1 ? '1 person' : `${n} people`),
  funnel: (n: Record<Stage, number>) =>
    `Of ${n.joined} ${n.joined === 1 ? 'person' : 'people'} who joined, ${n.began} began the course, ${n.finished} finished it and ${n.ready} ${n.ready === 1 ? 'was' : 'were'} signed off as ready.`,
  funnelHelp: 'Whoever reached a later stage is counted at all before it.',
  time: (n: number, median: number, lower: number, upper: number) =>
    n === 1
      ? `1 person was signed off as ready, after ${median} days.`
      : `Half of ${n} people were signed off as ready within ${median} days of joining. The middle half took ${lower} to ${upper} days.`,
  timeHelp: 'From the day on which they joined to their first sign-off as ready.',
  upTo: (days: number) => `Up to ${days} days`,
  fromTo: (from: number, to: number) => `${from} to ${to} days`,
  over: (days: number) => `More than ${days} days`,
  stops: (n: number, where: string) =>
    n === 0
      ? 'Nobody has stopped: everybody worked in the last 14 days, pauses, or is done.'
      : `${n === 1 ? '1 person has' : `${n} people have`} stopped before the end. Most often it was here: ${where}.`,
  stopsHelp: 'Stopped: 14 days without work, no pause, not finished and not signed off.',
  notBegun: 'Not begun',
  elsewhere: 'Elsewhere',
  questions: (n: number, everybody: number, nobody: number) =>
    `Of ${n} questions with enough answers, ${everybody} ${everybody === 1 ? 'is' : 'are'} right at once for nearly everybody, and ${nobody} for nearly nobody.`,
  questionsHelp:
    'The very first answer of each person counts. A question that nearly everybody gets right teaches little. One that nearly nobody gets right may be unclear, or its lesson is. Fewer than 5 answers say nothing.',
  kinds,
  practice: (replies: number, principle: string, crossed: number) =>
    crossed === 0
      ? `In ${replies} judged choices no line was crossed.`
      : `In ${replies} judged choices a line was crossed most often here: ${principle} (${crossed} times).`,
  practiceHelp:
    'Every reply in every practice talk, early roads too: people learn by trying. A reply can be about several principles.',
  practiceText: (kept: number, missed: number, crossed: number) =>
    `${kept} kept, ${missed} missed, ${crossed} crossed`,
  allReplies: 'all replies',
  less: (n: number) => `${n} less`,
  more: (n: number) => `${n} more`,
  confidenceKey: 'The line shows where the change lies in 95 of 100 cases, the dot its mean.',
  confidence: (n: number, change: string, low: string | null, high: string | null) =>
    low === null || high === null
      ? `${n === 1 ? '1 person' : `${n} people`} rated themselves before and after. The change is ${change} points of 10.`
      : `${n} people rated themselves before and after. On average they changed by ${change} points of 10 (95 % interval ${low} to ${high}).`,
  confidenceUnsure: 'The interval holds 0, so this may be chance.',
  confidenceHelp:
    'Only people who rated a line both times. How sure somebody feels is not how well they do it; read it beside the role plays.',
  confidenceText: (n: number, change: string, low: string | null, high: string | null) =>
    low === null || high === null
      ? `${change} (n\u00a0=\u00a0${n})`
      : `${change}, ${low} to ${high} (n\u00a0=\u00a0${n})`,
  overall: 'All lines',
  manageTitle: 'Reports over all programs',
  manageIntro:
    'For each program, people who joined in one year. Groups of fewer than 5 people are not shown, nor are numbers from which they could be worked out: there is a dash instead. The last row adds up only what is shown.',
  manageFunnel: (programmes: number, joined: number, ready: number) =>
    programmes === 0
      ? 'No program has all of its numbers shown.'
      : `In ${programmes === 1 ? '1 program' : `${programmes} programs`} with all numbers shown, ${joined} people joined and ${ready} were signed off as ready.`,
  manageTime: (name: string, median: number) =>
    `The shortest way to ready was in ${name}: half took at most ${median} days.`,
  manageConfidence: (name: string, change: string) =>
    `The largest change in confidence was in ${name}: ${change} points of 10 on average.`,
  manageNone: 'No program has a group that is large enough to be shown for this year.',
  shown: 'All that is shown',
  hidden: '–',
}

export type ReportsWords = typeof reports
