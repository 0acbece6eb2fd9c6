/** Support reviews: the regular one-to-one talk with a mentor. */
export const reviews = {
  menu: 'Support reviews',
  title: 'Support reviews',
  intro:
    'A regular talk about how mentoring is going: what went well, what stayed with the mentor, one skill, how they are, how many people they can support. The mentor reads everything on this page.',
  rhythm:
    'The first one is after 3 meetings or 4 weeks after the sign-off, whichever comes first. Then every 3 months, unless you agree on another day.',
  due: (day: string) => `The next review is due on ${day}.`,
  overdue: (day: string) => `This review was due on ${day}.`,
  notReady: 'There is no sign-off that holds, so no review is due. You can still write one.',
  none: 'No review has been written yet.',
  write: 'Write a review',
  calendar: 'Put the next review in my calendar',
  calendarTitle: 'Support review',
  concernTitle: 'Something that worries you',
  concern:
    'Concerns do not belong here, because the mentor reads this page. Write them as a note of the kind “concern”: only coordinators read those.',
  concernLink: 'Write a note',
  heldOn: (day: string, name: string) => `${day}, with ${name}`,
  wentWell: 'What went well',
  stayed: 'What stayed with them',
  skill: 'One skill to work on',
  stayedYou: 'What stayed with you',
  wellbeing: 'How they are',
  wellbeingYou: 'How you are',
  wellbeings: {
    1: '1 – very hard at present',
    2: '2 – rather hard',
    3: '3 – in between',
    4: '4 – rather well',
    5: '5 – well',
  } as Readonly<Record<number, string>>,
  capacity: 'How many people they can support',
  capacityYou: 'How many people you can support',
  people: (n: number) => (n === 0 ? 'Nobody at present' : n === 1 ? '1 person' : `${n} people`),
  next: 'Next review',
  actions: 'What was agreed',
  actionBy: (day: string) => `By ${day}`,
  actionDone: (day: string) => `Done on ${day}`,
  markDone: 'Mark as done',
  markDoneNamed: (text: string) => `Mark as done: ${text}`,
  lesson: 'Lesson to look at again:',

  formTitle: 'Write a support review',
  seen: 'Who sees this: the mentor, and the coordinators of the program. Please do not write the names of the people they support.',
  agenda: 'What to talk about',
  agendaReflections: 'Reflections that they chose to share',
  agendaNew: 'new since the last review',
  agendaNone: 'They have shared no reflection.',
  agendaActions: 'Agreed last time and still open',
  agendaLast: (wellbeing: string, capacity: string) =>
    `Last time: ${wellbeing}; could support: ${capacity}.`,
  day: 'When was the talk?',
  stayedHelp: 'What they still think about. You can leave it empty.',
  skillHelp: 'Something that they would like to do better. You can leave it empty.',
  wellbeingHelp: 'As they say it themselves.',
  capacityHelp: 'From now on the register says this number.',
  action: (n: number) => `Action ${n}`,
  actionText: 'What will be done, and who will do it?',
  actionDue: 'By when?',
  actionLesson: 'Is there a lesson that helps?',
  actionNoLesson: 'No lesson',
  actionsHelp: 'Up to 3. Leave out what you do not need.',
  nextOn: 'Day of the next review',
  nextHelp: 'Three months from now, unless you agreed on another day.',
  save: 'Save the review',
  saved: 'The review is saved. The mentor can read it now.',
  problems: {
    'text-missing': 'Write what went well',
    'day-malformed': 'Write the day of the talk as a date',
    'day-future': 'The talk cannot be later than today',
    'wellbeing-missing': 'Choose how they are, from 1 to 5',
    'capacity-missing': 'Choose how many people they can support',
    'next-malformed': 'Write the day of the next review as a date',
    'next-past': 'The next review must be later than this one, and not in the past',
    'next-too-far': 'The next review must be within 12 months',
    'action-text': 'Write what will be done, or leave the day and the lesson out',
    'action-day': 'Write by when, as a date',
    'too-long': 'This is too long. Use at most 4,000 characters',
    oneself: 'You cannot review yourself. Ask another coordinator',
  },

  meetings: {
    title: 'Meetings',
    intro:
      'Note each time you met somebody you support: face to face, by phone or by letter. After 3 meetings your coordinator asks for your first review. Write no name and nothing about the person.',
    day: 'On which day did you meet?',
    whoSees: 'The coordinators and observers of your program see the day.',
    note: 'Note this meeting',
    saved: 'The meeting is noted.',
    taken: 'The meeting is taken back.',
    count: (n: number) =>
      n === 0
        ? 'You have noted no meeting yet.'
        : n === 1
          ? 'You have noted 1 meeting.'
          : `You have noted ${n} meetings.`,
    newest: (n: number) => `These are the newest ${n}.`,
    takeBack: 'Take back',
    takeBackNamed: (day: string) => `Take back the meeting on ${day}`,
    beforeSignOff: (day: string) =>
      `This day is before your sign-off on ${day}. Choose a later day`,
    problems: {
      'day-malformed': 'Write the day of the meeting as a date',
      'day-future': 'The meeting cannot be later than today',
    },
    countOf: (n: number) =>
      n === 0
        ? 'They have noted no meeting since the sign-off.'
        : n === 1
          ? 'They have noted 1 meeting since the sign-off.'
          : `They have noted ${n} meetings since the sign-off.`,
    latest: (day: string) => `The latest was on ${day}.`,
  },

  mineTitle: 'My meetings and support reviews',
  mineIntro:
    'What you and your coordinator talked about, and what you agreed. Only you and the coordinators of your program see it.',
  mineNone:
    'There is nothing here yet. Your coordinator talks with you for the first time after 3 meetings or 4 weeks as a mentor.',
  lineTitle: 'Support review',
  lineNext: (day: string) => `Your next talk with your coordinator is on ${day}.`,
  lineWas: (day: string) =>
    `Your talk with your coordinator was planned for ${day}. They will call you.`,
  lineOpen: (n: number) =>
    n === 1 ? '1 thing that you agreed on is open.' : `${n} things that you agreed on are open.`,
  lineLink: 'See my support reviews',
  lineFirst: (day: string) =>
    `Your coordinator talks with you after 3 meetings, and by ${day} at the latest.`,
  lineFirstDue: 'It is time for your first review. Your coordinator will call you.',
  lineMeetings: 'Note a meeting, or see my reviews',
}

export type ReviewsWords = typeof reviews
