import type { TimelineKind } from '#domain/learning/timeline.ts'
import type { OutsideKind } from '#domain/readiness/evidence.ts'
import type { Reason, Tab } from '#domain/readiness/attention.ts'

const reasons: Record<Reason, string> = {
  harm: 'Something harmful was seen in a role play',
  concern: 'A concern is open',
  wellbeing: 'Said in the last review that it is hard',
  action: 'Something agreed is overdue',
  pause: 'The day they meant to be back from a pause has passed',
  help: 'Asked a question',
  incident: 'An incident or complaint: a step is due',
  'incident-open': 'An incident or complaint is open',
  lapsed: 'Needs a short refresher',
  stopped: 'Stopped: a decision is needed',
  'on-hold': 'On hold: a required check is missing',
  pairing: 'Supports somebody, and is not ready any more',
  bereaved: 'Somebody they supported has died: call them',
  proposal: 'Said yes to somebody',
  'check-in': 'Has met somebody: ask how it goes',
  'sign-off': 'Asks for sign-off',
  'second-signature': 'Waits for a second signature',
  reflection: 'Shared a reflection',
  data: 'Asks about their data',
  unreached: 'Mail to them comes back',
  stuck: 'Missed a safety question twice',
  check: 'A check is due',
  review: 'Support review is due',
  expiring: 'Sign-off ends soon',
  idle: 'No work for 14 days',
  application: 'Offered to mentor: first talk',
  again: 'Was to hear from you again',
  'to-invite': 'To be invited after the first talk',
  mail: 'Invitation not sent by mail',
  invitation: 'Invitation not used',
  request: 'New request for a mentor',
  'request-next': 'Waits, and no mentor is asked',
  'request-long': 'Waits long for a mentor',
}

const tabs: Record<Tab, string> = {
  needs: 'Needs you',
  waiting: 'Waiting for trainee',
  ready: 'Ready',
  all: 'All',
}

const outsideKinds: Record<OutsideKind, string> = {
  quiz: 'The quiz',
  practice: 'The practice session',
  observation: 'The observed role play',
  reflection: 'The reflection',
  exercise: 'The exercise',
}

const timeline: Record<TimelineKind, (about: string) => string> = {
  'lesson-read': (about) => `Read the lesson “${about}”`,
  'quiz-finished': (about) => `Finished the quiz “${about}”`,
  'session-ended': (about) => `Ended a practice session: ${about}`,
  'reflection-sent': (about) => `Shared the reflection “${about}”`,
  'exercise-saved': (about) => `Saved the exercise “${about}”`,
  'confidence-rated': () => 'Said how sure they feel',
  'help-asked': () => 'Asked a question',
  'sign-off-asked': () => 'Asked for sign-off',
  paused: () => 'Began a pause',
  resumed: () => 'Came back from a pause',
  'meeting-noted': () => 'Noted a meeting',
  'meeting-taken-back': () => 'Took a noted meeting back',
  observation: () => 'Observed role play',
  talk: (about) => `Talk about “${about}”`,
  outside: (about) => `Evidence from elsewhere for “${about}”`,
  reply: () => 'Got an answer',
  'sign-off': (about) => `Decision: ${about}`,
  withdrawal: () => 'Sign-off withdrawn',
  review: () => 'Support review',
  note: () => 'Shared note',
  'session-opened': (about) => `The practice session ${about} was opened`,
}

/** How many there are of each. */
interface Waiting {
  readonly trainees: number
  readonly applicants: number
  readonly invitations: number
  readonly requests: number
}

export const evidence = {
  // Home
  needYou: ({ trainees, applicants, invitations, requests }: Waiting) => {
    const all = [
      trainees > 0 && (trainees === 1 ? '1 trainee needs you' : `${trainees} trainees need you`),
      applicants > 0 &&
        (applicants === 1
          ? '1 person who offered to mentor waits for you'
          : `${applicants} people who offered to mentor wait for you`),
      invitations > 0 &&
        (invitations === 1
          ? '1 invitation did not arrive or was not used'
          : `${invitations} invitations did not arrive or were not used`),
      requests > 0 &&
        (requests === 1
          ? '1 request for a mentor waits for you'
          : `${requests} requests for a mentor wait for you`),
    ].filter((one) => one !== false)
    const last = all.pop()
    if (last === undefined) return 'Nobody needs you right now.'
    return all.length === 0 ? `${last}.` : `${all.join(', ')}, and ${last}.`
  },
  dangerElsewhere: (n: number) =>
    n === 1
      ? '1 person with something harmful seen, a concern, a hard time or a lapse is not in this list.'
      : `${n} people with something harmful seen, a concern, a hard time or a lapse are not in this list.`,
  dangerShow: (n: number, programme: string) => `Show ${n} in ${programme}`,
  gone: { left: 'Left the program', disabled: 'The account is closed' },
  standsIn: (lists: string) => `In the list: ${lists}`,
  notInThisList: (n: number) =>
    n === 1
      ? 'Not in this list. 1 person is found in all lists together.'
      : `Not in this list. ${n} people are found in all lists together.`,
  lookInAll: 'Look in all lists',
  lookWithoutFilters: 'Look without filters',
  lookAmongLeft: 'Look among everybody, including those who left',
  tabs,
  tabsLabel: 'Lists of trainees',
  reasons,
  reasonSince: (reason: string, day: string) => `${reason}, ${day}`,
  expiresOn: (day: string) => `Sign-off ends on ${day}`,
  expiredOn: (day: string) => `Sign-off ended on ${day}`,
  againWas: (day: string) => `Was to hear from you again on ${day}`,
  invitationEnds: (day: string) => `Invitation not used; it ends on ${day}`,
  invitationEnded: (day: string) => `Invitation not used; it ended on ${day}`,
  requestLong: (day: string) => `Waits for a mentor since ${day}`,
  actionWas: (day: string) => `Something agreed was to be done by ${day}`,
  pauseWas: (day: string) => `Meant to be back from a pause on ${day}`,
  pauseWithoutDay: (day: string) => `Pauses since ${day}, without a day to be back`,
  pausedSince: (day: string) => `Pauses since ${day}`,
  columnWhy: 'Why',
  nothingOpen: 'Nothing',
  filterCohort: 'Cohort',
  filterReason: 'Reason',
  filterAll: 'All',
  filterDo: 'Show',
  noneInTab: {
    needs:
      'No trainee is in this list. A trainee comes here who is in danger, asks something, waits for you, or has stopped.',
    waiting: 'Nobody is in this list.',
    ready: 'Nobody is ready to be matched yet.',
    all: 'Nobody is in this list.',
  } satisfies Record<Tab, string>,
  inbox: 'Questions and reflections',
  deskLabel: 'Your desk',

  // Record
  whatIsMissing: 'What is missing, in sentences',
  onThisPage: 'On this page',
  linesMet: (n: number) => (n === 1 ? '1 line is shown' : `${n} lines are shown`),
  moreActs: 'What else you can do here',
  workTitle: 'What they did: lessons, quizzes, practice, role plays, reflections',
  alsoTitle: 'How sure they feel, group sessions, forms',
  paperTitle: 'Print, export, a way in',
  whatNeedsYou: 'What needs you',
  openAnswer: 'Read and answer',
  print: 'Print',
  exportDo: 'Save a copy (export)',
  talkDo: 'Write down a talk',
  outsideDo: 'Enter evidence from elsewhere',
  notesDo: 'Notes',
  timelineTitle: 'What happened',
  timelineEmpty: 'Nothing has happened yet.',
  timelineOlder: 'Earlier',
  timelineNewer: 'Later',
  timeline,
  by: (name: string) => `by ${name}`,
  cohort: 'Cohort',
  noCohort: 'None',
  accepted: 'Accepted',
  notYet: 'Not yet',
  waitsForYou: 'Waits for you',
  openSessionTitle: 'Practice sessions that you can open',
  openSessionHelp:
    'This session is about something hard, so it opens after its modules. You can open it earlier, for example to do it together.',
  openSessionDo: (title: string) => `Open ${title}`,
  sessionIsOpen: (title: string) => `${title} is open for them.`,

  // The rule in words
  stillNeeds: (line: string, needs: string) => `“${line}” still needs ${needs}`,
  and: ' and ',
  or: ' or ',
  missing: {
    quiz: (module: string) => `the quiz “${module}” passed`,
    refresher: (module: string) => `a short refresher of the quiz “${module}”`,
    practice: (session: string) => `a practice session without crossing a line (${session})`,
    observation: (level: number) => `an observation at level ${level}`,
    reflection: (module: string) => `the reflection in “${module}” shared and accepted`,
    reflectionWaits: (module: string) =>
      `the coordinator’s answer to the reflection in “${module}”`,
    exercise: (module: string) => `the exercise in “${module}” saved`,
    talk: 'a talk with a trained coordinator',
    harm: (level: number) => `to be seen again at level ${level} or more, after something harmful`,
  },
  revision: (n: number) => `revision ${n}`,
  reflectionWaiting: 'shared, waits for the coordinator',
  reflectionNotYet: 'shared, answered “not yet”',
  fromElsewhere: 'evidence from elsewhere',

  // Observed role play
  observeWho:
    'The trainee reads all of this. Please do not write the names of the people they support.',
  lineNote: 'Note on this line',
  lineNoteFor: (line: string) => `Note: ${line}`,
  harmSeen: 'Something harmful was said or done',
  harmWhat: (what: string) => `Harmful in this line: ${what}`,
  harmTick: 'Yes, I saw or heard something harmful',
  harmWords: 'What was said or done, in a few words',
  harmWordsFor: (line: string) => `What was said or done, in a few words: ${line}`,
  harmWordsMissing: 'Write in a few words what was said or done that could do harm',
  harmNote: (said: string) => `Harmful: ${said}`,
  harmStands: (day: string, level: number) =>
    `Something harmful was seen on ${day}. Whatever else is there, this line stays open until it is seen in a later role play at level ${level} or more.`,
  anchorsTitle: 'What is looked at',
  rolePlays: {
    choose: 'Which role play was it?',
    all: 'All lines',
    minutes: (n: number) => `${n} minutes`,
    others: 'Other lines, if something came up',
    sheet: 'Print the observer sheet',
    sheetTitle: 'Observer sheet',
    sheetIntro:
      'For paper, while you watch. Mark the level that you saw; leave out what did not come up. Enter it on the platform afterwards, and destroy the paper.',
    sheetNote: 'What you saw and heard',
    sheetFacts: 'The trainee’s own note: four lines of facts',
    sheetWho: 'Trainee, day, who watched',
    sheetOthers: 'Lines for other scenes',
    sheetOthersHow: 'For a scene about grief, an ending or a tired day.',
    back: 'Back to the record',
  },
  secondObserver: 'Did somebody watch with you?',
  secondObserverHelp: 'Choose the second observer, if there was one.',
  nobodyElse: 'Nobody else',
  traineeNote: 'The trainee’s own note, in four lines',
  traineeNoteHelp:
    'After the role play the trainee writes four lines of facts: when and where, what was said, what was agreed, what comes next. Type or paste it here.',
  finish: 'Finish and lock',
  finishHelp: 'After this nothing here can be changed. You can amend it with a reason; both stay.',
  draft: {
    kept: 'What you write here is kept on this device until it is saved.',
    unkept: 'This device keeps nothing. Stay on this page until what you wrote is saved.',
    back: 'This is what you wrote before. It was kept on this device.',
    older: 'You wrote something here before. It was kept on this device.',
    show: 'Show that instead',
    first: 'Go to the first answer that came back',
    drop: 'Start empty',
    sending: 'Sending…',
    offline:
      'Not sent: there is no connection to the server now. What you wrote is still here. Send it again when you are back online.',
    offlineKept:
      'Not sent: there is no connection to the server now. What you wrote is kept on this device. Send it again when you are back online, today or later.',
    online: 'You are back online. It is not sent yet: press the button again.',
  },
  locked: (name: string, day: string) => `Finished by ${name} on ${day}. It is locked.`,
  amend: 'Amend',
  amendTitle: 'Amend an observed role play',
  amendIntro: 'The first version stays and can be read. From now on this one counts.',
  amendReason: 'Why do you amend it?',
  amendReasonHelp: 'The trainee reads this.',
  amendReasonMissing: 'Write why you amend it',
  amendSave: 'Save the amendment',
  amendedLater: 'This was amended later and no longer counts.',
  amendsAnother: 'This is an amendment, because:',
  alreadyAmended: 'Somebody has amended this already. Look at the newer one.',
  withSecond: (name: string) => `with ${name}`,
  nothingSeen: 'Choose a level for at least one line',
  levelMissing: 'You wrote a note on this line. Choose a level too, or write it in the last note',
  lineNoteTooLong: 'A note on a line may have at most 1,000 characters',
  secondIsOneself: 'The second observer must be another person',

  // Talk
  talk: 'Talk',
  talkTitle: 'A talk',
  talkIntro:
    'For lines that are shown in a talk with a trained coordinator, and for areas about which the course has no part. The trainee reads your note.',
  talkAreas: 'Which areas was it about?',
  talkAreasHelp:
    'Only those without a part of the course. After a talk that you accept they can be offered at the sign-off.',
  talkAbout: 'What was it about?',
  talkAboutHelp: 'Lines that ask for a talk come first.',
  talkAccepted: 'Did they show it?',
  talkYes: 'Yes, I accept it',
  talkNo: 'Not yet',
  talkDay: 'When was it?',
  talkNote: 'Note',
  talkNoteHelp:
    'What you talked about and, when it is “not yet”, what comes next. The trainee reads this. Please do not write the names of the people they support.',
  talkSave: 'Save the talk',
  talksTitle: 'Talks',

  // Outside evidence
  outsideTitle: 'Evidence from elsewhere',
  outsideIntro:
    'A course in another system, or an earlier role. It counts as one kind of evidence for one line. You vouch for it; the trainee can read it.',
  outsideLine: 'Which line?',
  outsideFor: 'What does it count as?',
  outsideForHelp: 'Only what the line asks for counts.',
  outsideKinds,
  outsideSource: 'Source',
  outsideSourceHelp:
    'For example: “Listening skills”, course of the county hospital, certificate seen on paper.',
  outsideDay: 'When is it from?',
  outsideSave: 'Save the evidence',
  outsideNotAsked: (line: string) =>
    `“${line}” does not ask for this kind of evidence. Choose another kind`,
  outsideList: 'Evidence from elsewhere',
  standsFor: (kind: string) => `counts as: ${kind}`,
  enteredBy: (name: string, day: string) => `entered by ${name} on ${day}`,

  // Problems
  problems: {
    'competency-missing': 'Choose a line or an area',
    'accepted-missing': 'Say whether you accept it',
    'kind-missing': 'Choose what it counts as',
    'source-missing': 'Write where it comes from',
    'note-missing': 'Write a note that the trainee will read',
    'day-malformed': 'Choose a day',
    'day-future': 'Choose today or a day before',
    'too-long': 'The text is too long. Use at most 4,000 characters',
    oneself: 'Nobody can give evidence for themselves. Ask another coordinator.',
  },

  // Notes
  notesTitle: 'Notes',
  notesIntro: 'Three kinds, kept apart. Choose first who the note is for.',
  noteKind: 'Who is the note for?',
  noteKinds: { shared: 'Shared note', internal: 'Internal note', concern: 'Concern' },
  noteKindHelp: {
    shared: 'The trainee reads it, and the observers of the program too.',
    internal:
      'Only coordinators of this program read it. Write what you would be ready to show the person.',
    concern:
      'Something about safety or well-being. Only coordinators of this program read it. It stays on their start page until somebody says what was done.',
  },
  noteText: 'Note',
  noteTextHelp:
    'Please write nothing about the health of the people they support, and no names of them.',
  noteSave: 'Save the note',
  noteKindMissing: 'Choose who the note is for',
  noteTextMissing: 'Write the note',
  notesOf: { shared: 'Shared notes', internal: 'Internal notes', concern: 'Concerns' },
  noNotes: 'None.',

  // Inbox
  inboxTitle: 'Questions and reflections',
  inboxIntro: 'What trainees ask you and share with you. Whoever has waited longest comes first.',
  inboxTabs: { questions: 'Questions', reflections: 'Reflections', answered: 'Answered' },
  inboxTabsLabel: 'Kinds of messages',
  inboxEmpty: {
    questions: 'No question waits for you.',
    reflections: 'No reflection waits for you.',
    answered: 'Nothing has been answered yet.',
  },
  columnFrom: 'From',
  columnAbout: 'About',
  columnWhen: 'When',
  columnAnswer: 'Answer',
  answerTitle: { 'help-asked': 'A question', 'reflection-sent': 'A reflection' },
  askedOnPage: (page: string) => `Asked on the page “${page}”`,
  openPage: 'Open the page',
  takenBack: 'They no longer share this reflection, so it is not shown.',
  answersSoFar: 'Answers so far',
  replyText: 'Your answer',
  replyHelp: 'They read it. Write it to them.',
  replyLesson: 'Suggest a lesson again (optional)',
  replyNoLesson: 'No lesson',
  replyDecision: 'Does it show what the line asks for?',
  replyYes: 'Yes, I accept it',
  replyNo: 'Not yet – say in your answer what would help',
  replySave: 'Send the answer',
  replyTextMissing: 'Write your answer',
  replyDecisionMissing: 'Say whether you accept it',
  answered: 'Answered',
  answerSent: 'Your answer is saved. They see it at once.',

  // Asking
  ask: 'Ask my coordinator',
  askAboutPage: 'Ask my coordinator about this page',
  askTitle: 'Ask my coordinator',
  askAbout: (page: string) => `About: ${page}`,
  askText: 'What would you like to ask?',
  askWhoSees:
    'The coordinators of your program read this. Please do not write the names of the people you support.',
  askUrgent:
    'Do not wait for an answer here when somebody may be in danger. The numbers at the end of the page are for that.',
  askSave: 'Send the question',
  askMissing: 'Write your question',
  askSent:
    'Your coordinator has your question. The answer will appear here and on your start page.',
  askedHere: 'What you asked on this page',
  youAsked: (day: string) => `You, on ${day}`,
  noAnswerYet: 'No answer yet.',
  replies: (name: string, day: string) => `${name}, on ${day}`,
  suggestedLesson: 'Look at this lesson again:',
  messagesTitle: 'From your coordinator',
  messagesAll: 'All questions, answers and notes',
  messagesEmpty: 'You have not asked anything, and there are no notes for you yet.',
  yourQuestion: 'Your question',
  yourReflection: 'Your reflection',
  noteFrom: (name: string, day: string) => `Note from ${name}, ${day}`,

  // Export
  exportTitle: 'A copy of this record',
  exportIntro:
    'One JSON file with what is saved about this person: work, observations, talks, decisions, answers and shared notes. Reflections that they keep for themselves are left out.',
  exportInternal: 'Include internal notes and concerns',
  exportInternalHelp: 'Only after you have read them: other people may be named in them.',
  exportWritten: 'That a copy was made is written down.',
  exportSave: 'Make the file',
}

export type EvidenceWords = typeof evidence
