export const people = {
  desk: {
    menu: 'Pages of this program',
    more: 'More',
    trainees: 'Trainees',
    inbox: 'Inbox',
    people: 'People',
    invitations: 'Invitations',
    applications: 'Applications',
    cohorts: 'Cohorts',
    groupSessions: 'Group sessions',
    teaching: 'Teach the course',
    programme: 'Program',
    all: 'All',
    none: 'Nothing here yet.',
    save: 'Save',
    saved: 'Saved',
    show: 'Show',
  },
  teaching: {
    intro:
      'For those who teach the course and look after mentors. Each page prints. Trainees do not see these pages.',
    back: 'All pages for those who teach',
    toConfirm: {
      title: 'To be confirmed here',
      summary:
        'What a nurse, a lawyer or a safeguarding lead must confirm before people rely on it: one list for each.',
      intro:
        'The course says these things plainly, and takes the more cautious side. Before people rely on them here, somebody who knows must say that they hold for this place.',
      help: 'Take each list to that person, and keep the signed page. If something is different here, tell whoever looks after the course, and tell your mentors the same day. Trainees do not see this page.',
      none: 'There is nothing to be confirmed.',
      ask: (who: string) => `For ${who}`,
      open: 'What is open:',
      where: 'Where it stands:',
      signed: 'Confirmed by, and when: ______________________________',
    },
    groups: {
      program: 'Run the program',
      plans: 'Plan the training',
      scenes: 'Role play',
      support: 'Look after mentors',
      forms: 'Forms',
    },
    sheetSummary:
      'Blank, for any role play: each line with what you see at every level, and room to write.',
    toPrint: 'To print for this',
  },
  applications: {
    title: 'Applications',
    waitingSince: {
      open: (n: number, day: string) =>
        n === 1
          ? `1 person has been waiting for a first talk since ${day}`
          : `${n} people have been waiting for a first talk, the first one since ${day}`,
      again: (n: number, day: string) =>
        n === 1
          ? `1 person was to hear from you again on ${day}`
          : `${n} people were to hear from you again, the first one on ${day}`,
      invite: (n: number, day: string) =>
        n === 1
          ? `1 person has been waiting for the invitation since ${day}`
          : `${n} people have been waiting for the invitation, the first one since ${day}`,
    },
    againOn: 'When will you be in touch again?',
    againOnHelp: 'Only for “Later”. From that day on it is on your start page.',
    againOnDay: (day: string) => `In touch again on ${day}`,
    intro: 'Everybody who offers is talked with. Those who wait come first.',
    open: (n: number) =>
      n === 0
        ? 'Nobody waits for a first talk.'
        : n === 1
          ? '1 person waits for a first talk.'
          : `${n} people wait for a first talk.`,
    filter: 'Show',
    columnName: 'Name',
    columnSent: 'Sent',
    columnState: 'Where it stands',
    states: {
      open: 'Waits for a first talk',
      invite: 'To be invited',
      invited: 'Invited',
      later: 'Later',
      'other-ways': 'Other ways to take part',
    },
    stateAll: 'All',
    page: 'Application',
    joins: {
      title: 'The same person?',
      words: (day: string) =>
        `An application of ${day} has the same name and the same contact. If it is the same person, join the two: nothing of either is lost, and they wait once.`,
      do: 'It is the same person: join them',
      see: 'Look at the other application',
      joined: (day: string) => `Also sent on ${day}`,
      by: (by: string, day: string) => `Joined by ${by} on ${day}.`,
      under: (by: string, day: string) =>
        `${by} joined this to another application of the same person on ${day}. What is decided stands there.`,
      seeStays: 'Go to the application that stands for both',
      part: 'It is somebody else: take them apart',
      problems: {
        itself: 'This is the same application. Nobody is joined to themselves',
        'not-alike':
          'These two do not have the same name and the same contact, so they are not joined',
        'joined-before': 'One of the two is joined already. Look at it again',
      },
    },
    answers: 'What they wrote',
    nothing: 'Nothing written',
    contact: 'How to reach them',
    language: 'Language',
    sentOn: (day: string) => `Sent on ${day}`,
    talkTitle: 'First talk',
    talkIntro:
      'Write down what came of your conversation. The latest one counts; earlier ones stay.',
    talks: 'Earlier talks',
    outcome: 'What did you decide together?',
    outcomes: {
      invite: 'Invite to the course',
      later: 'Later: not now',
      'other-ways': 'Other ways to take part',
    },
    outcomeHelp: {
      invite: 'Next you make the invitation.',
      later: 'Say when you will be in touch again.',
      'other-ways':
        'Say thank you, and name what fits them: telling their story, helping at an event, advising the staff, a support group.',
    },
    message: 'What you tell the person',
    messageHelp: 'Kindly and clearly. You say it or send it to them yourself; it is kept here.',
    internalNote: 'Internal note',
    internalNoteHelp:
      'Only coordinators of this program can read this. Write only what you would be ready to explain.',
    save: 'Save the first talk',
    problems: {
      'outcome-missing': 'Choose what you decided',
      'message-missing': 'Write what you tell the person',
      'again-missing': 'Write the day on which you will be in touch again',
      'again-past': 'Choose a day after today',
      'again-too-far': 'Choose a day within 12 months',
      'too-long': 'One of the texts is too long. Use at most 4,000 characters in each',
    },
    invite: 'Make the invitation',
    invited: (day: string) => `An invitation was made on ${day}.`,
    joined: (day: string) => `They joined on ${day}.`,
    tell: 'Please tell them now:',
    talkBy: (name: string, day: string) => `${name}, ${day}`,
  },
  cohorts: {
    title: 'Cohorts',
    intro: 'A cohort is a group of trainees who learn at the same time.',
    make: 'Make a cohort',
    name: 'Name of the cohort',
    nameHelp: 'For example: Spring, Tuesday evenings.',
    rename: 'Change the name',
    renameOf: (name: string) => `New name for ${name}`,
    archive: 'Archive',
    archiveOf: (name: string) => `Archive ${name}`,
    back: 'Bring back',
    backOf: (name: string) => `Bring ${name} back`,
    archived: 'Archived',
    archivedHelp: 'Its trainees stay in it. It is only no longer offered.',
    count: (n: number) => (n === 1 ? '1 trainee' : `${n} trainees`),
    problems: {
      missing: 'Write a name for the cohort',
      'too-long': 'The name is too long. Use at most 60 characters',
      taken: 'There is already a cohort with this name',
    },
  },
  people: {
    title: 'People',
    intro: 'Who does what in this program.',
    role: 'Role',
    cohort: 'Cohort',
    anyState: 'Here; by name, everybody',
    outsideCohorts: 'In no cohort',
    state: 'State',
    here: 'Here now',
    left: 'Left',
    columnName: 'Name',
    columnRole: 'Role',
    columnCohort: 'Cohort',
    columnSince: 'Since',
    leftOn: (day: string) => `left on ${day}`,
    disabled: 'Account disabled',
    noneFound: 'Nobody fits this.',
    record: 'Open the trainee’s record',
    inProgramme: (programme: string) => `In ${programme}`,
    cohortTitle: 'Cohort',
    cohortDo: 'Save the cohort',
    moveTitle: 'Move to another program',
    moveHelp:
      'Everything that they did goes with them. You no longer see their record unless you coordinate the other program. A sign-off counts only where it was given: a mentor leaves this register at once.',
    moveTo: 'To',
    moveDo: 'Move them',
    archiveTitle: 'They leave the program',
    archiveHelp:
      'Their history stays, and they can be brought back. They can no longer use the pages of this program, and a mentor leaves the register at once.',
    archiveReason: 'Reason',
    archiveReasonHelp: 'Coordinators read this. Please, no details about health.',
    archiveDo: 'Archive',
    leftBecause: 'Reason:',
    moved: 'Moved to another program',
    backDo: 'Bring back',
    observerTitle: 'Observing',
    observerYes: 'They observe role plays in this program.',
    observerNo:
      'An experienced mentor can observe role plays. They then see the records of trainees here, except internal notes.',
    observerGive: 'Make them an observer',
    observerTake: 'Take the observer role away',
    roleGiven: 'Since',
    password: 'Your password',
    passwordHelp: 'Changing what somebody may do asks once more who you are.',
    problems: {
      'reason-missing': 'Write the reason',
      'reason-too-long': 'The reason is too long. Use at most 1,000 characters',
      oneself:
        'Nobody can take their own role away or disable themselves. Ask another administrator',
      'last-administrator': 'There must be another administrator first',
      'not-now': 'Somebody else has changed this meanwhile. Please look again',
      cohort: 'Choose one of the cohorts',
      programme: 'Choose one of the programs',
    },
  },
  together: {
    choose: 'Choose',
    legend: 'What should happen with several people?',
    help: 'Choose people in the list, or all of them. You see first who it concerns, and nothing happens before that.',
    acts: {
      cohort: 'Put them in a cohort',
      archive: 'They leave the program',
      export: 'Save them as a file',
    },
    all: (n: number) =>
      n === 1 ? 'The 1 person of this list' : `All ${n} of this list, on every page`,
    go: 'Look at it first',
    nobody: 'Choose people in the list, and what should happen with them',
    title: {
      cohort: 'Put several people in a cohort',
      archive: 'Several people leave',
      export: 'Save several people as a file',
    },
    nothingYet: 'Nothing has happened yet.',
    count: (n: number) => (n === 1 ? 'It concerns 1 person:' : `It concerns ${n} people:`),
    more: (n: number) => `and ${n} more`,
    none: 'It works with none of them.',
    tooMany: 'These are more than 10,000. Narrow the list down first.',
    not: (n: number) => (n === 1 ? 'With 1 it does not work:' : `With ${n} it does not work:`),
    why: {
      'no-trainee': 'not a trainee',
      left: 'has left already',
      'same-cohort': 'is in this cohort already',
    },
    cohort: 'Cohort',
    cohortMissing: 'Choose a cohort, or that they are in none',
    noCohort: 'In no cohort',
    columns:
      'The file has name, role, cohort, e-mail, phone, since when, and when they left. Keep it in a safe place.',
    do: {
      cohort: (n: number) => (n === 1 ? 'Put 1 person in it' : `Put ${n} people in it`),
      archive: (n: number) => (n === 1 ? 'Archive 1 person' : `Archive ${n} people`),
      export: (n: number) => (n === 1 ? 'Save 1 person' : `Save ${n} people`),
    },
    changed: 'Meanwhile there are others in this list. Look at it again',
    twice: 'This was done already.',
    done: {
      cohort: (n: number) =>
        n === 1 ? '1 person changed the cohort.' : `${n} people changed the cohort.`,
      archive: (n: number) => (n === 1 ? '1 person left.' : `${n} people left.`),
    },
    left: (n: number) => (n === 1 ? '1 stayed as they were.' : `${n} stayed as they were.`),
    csv: {
      name: 'Name',
      role: 'Role',
      cohort: 'Cohort',
      email: 'E-mail',
      phone: 'Phone',
      since: 'Since',
      left: 'Left',
    },
  },
  groups: {
    title: 'Group sessions',
    intro:
      'Meetings for trainees and mentors. Everybody in the program sees the next ones on their own page.',
    plan: 'Plan a group session',
    name: 'Title',
    nameHelp: 'For example: Listening practice. Please, nothing about somebody’s health.',
    day: 'Day',
    time: 'Time',
    timeHelp: (zone: string) => `As the clocks of the program say it: ${zone}.`,
    which: 'Which of the two times is it?',
    whichHelp: 'The clocks go back on that day, so this time comes twice.',
    whichOf: {
      first: (moment: string) => `The first one: ${moment}`,
      second: (moment: string) => `The second one, later: ${moment}`,
    },
    minutes: 'How many minutes does it take?',
    minutesHelp: 'For example 90. Calendars show it so.',
    long: (minutes: number) =>
      minutes % 60 === 0
        ? minutes === 60
          ? '1 hour'
          : `${minutes / 60} hours`
        : `${minutes} minutes`,
    place: 'Place or link',
    change: 'Change this session',
    cancel: 'Cancel this session',
    uncancel: 'It takes place after all',
    cancelled: 'Canceled',
    columnTitle: 'Session',
    columnWhen: 'When',
    columnPlace: 'Place',
    columnCame: 'Who came',
    came: (n: number) => (n === 1 ? '1 person' : `${n} people`),
    attendance: 'Who came?',
    attendanceHelp: 'Check everybody who was there. You can change it later.',
    attendanceSave: 'Save who came',
    saved: 'Saved. The trainees and mentors of the program see it on their own page.',
    cameSaved: (n: number) => (n === 1 ? 'Saved: 1 person came.' : `Saved: ${n} people came.`),
    calendarCancelled: 'Take it out of my calendar',
    calendar: 'Add to my calendar',
    coming: 'Next group sessions',
    attended: 'Group sessions attended',
    attendedNone: 'None so far.',
    asEvidence: 'Your program shows attendance as evidence. It is not needed for any line.',
    problems: {
      'title-missing': 'Write a title',
      'place-missing': 'Write a place or a link',
      'day-malformed': 'Choose the day',
      'time-malformed': 'Choose the time',
      'time-skipped':
        'This time does not exist on that day: the clocks go forward over it. Choose an earlier or a later time',
      'time-twice': 'Choose which of the two times it is',
      'minutes-malformed': 'Write the minutes as a whole number from 5 to 720, for example 90',
      'too-long': 'Title or place is too long',
    },
  },
}

export type PeopleWords = typeof people
