import type { NextAct, TaskAct, Whose } from '#domain/readiness/task.ts'

/** What is to be done: the work list of a coordinator. */
export const tasks = {
  title: 'Who does this',
  label: 'What is to be done',
  what: 'What do you want to do?',
  acts: {
    take: 'I’ll take it',
    hand: 'Hand it to a colleague',
    'put-off': 'Put it off until a day',
    'give-back': 'Give it back to everybody',
  } satisfies Record<TaskAct, string>,
  actHelp: {
    take: 'It goes to the top of your list, and your colleagues see that it is yours.',
    hand: 'It goes to the top of their list, and leaves yours.',
    'put-off': 'It leaves every list, and comes back by itself on that day.',
    'give-back': 'It is nobody’s again, and is back on every coordinator’s list.',
  } satisfies Record<TaskAct, string>,
  /** The main button of a record: what is needed now. */
  next: {
    harm: 'Say what was done about it',
    concern: 'Say what was done about it',
    wellbeing: 'Say what was done about it',
    pause: 'Say what was done about it',
    incident: 'See the incident or complaint',
    'incident-open': 'See the incident or complaint',
    stopped: 'Decide how the stop ends',
    lapsed: 'See what has lapsed',
    'on-hold': 'See the checks',
    pairing: 'Call about the pairing',
    bereaved: 'Say that you called',
    proposal: 'Go on with their yes',
    'check-in': 'Say how it goes',
    check: 'See the checks',
    data: 'Answer about their data',
    help: 'Answer the question',
    reflection: 'Read the reflection',
    'sign-off': 'Decide about sign-off',
    'second-signature': 'Sign as the second',
    action: 'See what was agreed',
    unreached: 'See why mail does not reach them',
    stuck: 'See where they are stuck',
    review: 'Open the support reviews',
    expiring: 'Renew the sign-off',
    idle: 'Write a note',
    decide: 'Decide about sign-off',
    watch: 'Write down an observed role play',
  } satisfies Record<NextAct, string>,
  to: 'Which colleague? (only to hand it on)',
  toNobody: 'Choose a name',
  untilOn: 'Until which day? (only to put it off)',
  untilHelp: 'A day within the next 12 months.',
  why: 'Why?',
  whyHelp: 'One sentence. It is needed where you put it off.',
  whoSees: 'Only coordinators of this program can read this. Please write nothing about health.',
  save: 'Save',
  whose: (name: string) => `${name} looks after this.`,
  yours: 'Yours',
  putOff: (day: string) => `Put off until ${day}`,
  pastHour: 'Nobody answered in time',
  hold: 'Who does this?',
  holdOf: (name: string) => `: ${name}`,
  wasTaken: (name: string, day: string) => `${name} took it, ${day}`,
  wasHanded: (name: string, day: string, to: string) => `${name} handed it to ${to}, ${day}`,
  wasPutOff: (name: string, day: string, until: string) =>
    `${name} put it off until ${until}, ${day}`,
  wasGivenBack: (name: string, day: string) => `${name} gave it back, ${day}`,
  meanwhile:
    'Somebody took it, handed it on or put it off while you had this page open. See below what was done, then choose again.',
  done: 'This is done: it waits for nobody any more.',
  toList: 'Back to what is to be done',
  listLabel: 'Whose',
  lists: {
    open: 'Mine, then nobody’s',
    mine: 'Mine',
    all: 'Everybody’s, including what was put off',
  } satisfies Record<Whose, string>,
  filter: 'Show only some of it, or look for a name',
  moreThan: (n: number) => `more than ${n}`,
  needMore: (n: number) => `More than ${n} people, offers to mentor and invitations wait for you.`,
  folded: (n: number) => `${n} invitations`,
  foldedWhy: (names: string, others: number) =>
    others === 0 ? `Not used: ${names}` : `Not used: ${names}, and ${others} more`,
  foldedDo: 'Invite again',
  notFresh: {
    computing:
      'The list is being worked out again. For a minute or two, what was done last may be missing here.',
    stuck:
      'Our server cannot save anything at the moment. What was done in the last minutes may be missing here; call us if this stays.',
  },
  none: 'Nothing waits here.',
  call: {
    subject: 'Please look at your list',
    text: (m: {
      name: string
      isCoordinator: boolean
      hours: number
      people: number
      url: string
    }) =>
      `Hello ${m.name},\n\nSomething about ${m.people === 1 ? 'one person' : `${m.people} people`} has waited for more than ${m.hours === 1 ? 'one hour' : `${m.hours} hours`}, and nobody has said yet what was done about it.\n\n${m.isCoordinator ? 'Please sign in, and say what was done or that you look after it' : 'Please make sure that a coordinator signs in and looks at it'}:\n${m.url}\n\nAll coordinators and the administrators get this message. If somebody has answered meanwhile, you see it there.\n`,
  },
  own: {
    title: 'Who looks after this person',
    label: 'Looked after by',
    change: 'Change',
    intro:
      'What is to be done about this person then goes to the top of that coordinator’s list. A danger stays in everybody’s list.',
    now: (name: string) => `${name} looks after this person.`,
    nowNobody: 'Nobody in particular looks after this person.',
    to: 'Who looks after this person from now on?',
    nobody: 'Nobody in particular',
    was: (by: string, to: string, day: string) => `${by} said: ${to}, ${day}`,
    missing: 'Choose a coordinator, or “Nobody in particular”',
    meanwhile: 'Somebody else changed this while you had this page open. It is shown below.',
  },
  handOver: {
    title: 'Hand over what is to be done',
    link: 'Hand over all that is mine',
    intro:
      'For a holiday, or when somebody leaves: everything that one coordinator has to do goes to a colleague at once. First you see what that is.',
    alone: 'Nobody else coordinates this program yet. An administrator can invite somebody.',
    from: 'From',
    to: 'To',
    preview: 'Show what that is',
    goes: (n: number, to: string) =>
      n === 0
        ? `Nothing waits that could go to ${to}`
        : n === 1
          ? `1 thing goes to ${to}`
          : `${n} things go to ${to}`,
    more: 'At most 500 go at once. Afterwards this page shows what is left: hand that over, too.',
    how: 'For how long?',
    now: 'Only what waits now',
    nowHelp: 'What comes later about these people goes to the same coordinator as before.',
    good: (people: number) =>
      people === 1
        ? 'For good: the 1 person they look after goes too'
        : `For good: the ${people} people they look after go too`,
    save: (to: string) => `Hand this over to ${to}`,
    meanwhile: 'Something changed while you had this page open. Below is what there is now.',
    problems: {
      'to-missing': 'Choose a colleague who coordinates this program',
      'how-missing': 'Choose for how long',
      'too-long': 'Use at most 300 characters',
      nothing: 'There is nothing to hand over',
    },
  },
  problems: {
    'act-missing': 'Choose what you want to do',
    'to-missing': 'Choose a colleague who coordinates this program',
    'why-missing': 'Write in one sentence why it can wait',
    'too-long': 'Use at most 300 characters',
    'danger-waits':
      'This cannot be put off. Say what was done about it instead, and when to look again',
    'again-missing': 'Write the day as a date',
    'again-past': 'Choose a day after today',
    'again-too-far': 'Choose a day within 12 months',
  },
}

export type TasksWords = typeof tasks
