/** Words of the pages that make packages for other learning systems. */
export const exports = {
  title: 'Exports',
  intro:
    'Make the course into a package that another learning system (an LMS) can import. Trainees then take it there.',
  make: 'Make a package',
  makeButton: 'Make the package',
  history: 'Packages that were made',
  toHistory: (n: number) => (n === 1 ? 'See what was made' : `See what was made (${n})`),
  none: 'Nothing was made yet.',
  programme: 'Program',
  programmeHint: 'Its words, contacts and crisis lines go into the package.',
  language: 'Language',
  languages: { en: 'English', es: 'Spanish', both: 'Both, with a switch inside' },
  about: (size: string) => `The whole course: about ${size}`,
  standard: 'Standard',
  standards: { '1.2': 'SCORM 1.2', '2004': 'SCORM 2004, 4th edition' },
  standardHint:
    'Choose what your learning system takes. If it takes both: SCORM 1.2 works nearly everywhere; 2004 keeps more of what was answered.',
  preset: 'Learning system',
  presets: {
    generic: 'Another one, or I do not know',
    moodle: 'Moodle',
    canvas: 'Canvas',
    cornerstone: 'Cornerstone',
    'scorm-cloud': 'SCORM Cloud',
    frappe: 'Frappe Learning',
    'open-edx': 'Open edX',
  },
  /** What stands for `generic` where it was chosen. */
  presetAny: 'Any learning system',
  presetDiffers: 'What is different for each',
  presetColumns: {
    system: 'Learning system',
    failure: 'When somebody does not pass after all tries',
    answers: 'Single answers of quizzes',
  },
  failures: {
    nothing: 'Stays “incomplete”: some systems lock a course for good after “failed”',
    score: 'The score is reported, without “failed”',
    failed:
      'The quiz closes. When nothing else is left to do, the score and “failed” are reported, and the course says who can open it again',
  },
  /** A warning beside the choice. */
  locks:
    'After “failed”, Moodle (SCORM 1.2) opens the course for review only, without credit, until somebody deletes the attempt or allows a new one; Cornerstone may lock it for good. So “failed” is never reported while a trainee may still go on, and not at all where a system is known to lock.',
  answersTold: 'Reported',
  answersNotTold: 'Not reported: the system does nothing with them',
  scope: 'How much of the course',
  scopes: {
    whole: 'The whole course, as one package',
    chosen: 'Only some modules, as one package',
    each: 'One package for each module',
  },
  scopeHints: {
    whole: 'Simple: one activity, one result.',
    chosen: 'A practice session that needs a module outside is left out, and you are told.',
    each: 'Your learning system can then ask for one module before the next.',
  },
  modules: 'Modules',
  modulesHint: 'Only for “Only some modules”.',
  packs: 'Parts about single areas',
  packsHint:
    'Everybody who gets the package has these. On the platform people have only the parts of the areas that they chose.',
  tries: 'Tell the learning system when somebody does not pass',
  triesHint:
    '“Never” lets people try as often as they like, and is what we advise. Else it depends on the learning system (see the table).',
  triesText: (n: number) => (n === 0 ? 'Never' : n === 1 ? 'After 1 try' : `After ${n} tries`),
  interactions: 'Single answers of quizzes',
  interactionsTexts: {
    preset: 'As suits the learning system',
    quiz: 'Report them',
    none: 'Do not report them',
  },
  sessions: 'Report that a practice session has ended',
  sessionsHint: 'Only that it ended. What somebody chose in it is never reported.',
  media: 'Pack the clips too',
  mediaHint: (size: string) =>
    `Adds ${size} to each package that shows them. Without it, the words of the clips travel.`,
  problems: {
    programme: 'Choose a program',
    language: 'Choose a language',
    standard: 'Choose a standard',
    preset: 'Choose a learning system',
    scope: 'Choose how much of the course',
    modules: 'Choose at least one module',
    packs: 'Choose parts from the list',
    tries: 'Choose a number of tries',
    interactions: 'Choose whether answers are reported',
  },
  example:
    'The contact details of this program are still examples. Put your own under “Words and contacts” first.',
  exampleInside:
    'The contact in this package is still an example. Put your own under “Words and contacts”, then make it again.',
  faulty: 'The package was not made, because it did not pass our check',
  made: (day: string, name: string) => `Made on ${day} by ${name}`,
  movedOn:
    'The course, its words or the player have changed since. Make the package again to have what is current.',
  current: 'This is the current state of the course.',
  again: 'Make it again',
  download: 'Download',
  preview: 'Try it here',
  columns: {
    name: 'File',
    size: 'Size',
    files: 'Files',
    sum: 'SHA-256',
    actions: 'What you can do',
  },
  when: 'When',
  who: 'Made by',
  what: 'What',
  state: 'State',
  stateCurrent: 'Current',
  stateMovedOn: 'The course has moved on',
  size: (packed: string, unpacked: string) => `${packed} (${unpacked} unpacked)`,
  kilobytes: (n: number) => `${n.toLocaleString('en-US')} KB`,
  checks: 'Checks passed',
  checksList: [
    'The manifest names every file, and every file is there',
    'File names, links and identifiers are as the standard asks',
    'No script that learning systems refuse',
    'What learners do fits into the space that every learning system has',
  ],
  leftOut: (title: string) =>
    `Left out, because a module that it needs is not in the package: ${title}`,
  chosen: 'What this package does',
  released: (release: string) => `Version of the course: ${release}`,
  steps: 'How to import it',
  stepsOf: {
    moodle: [
      'In your course, turn editing on, choose “Add an activity or resource”, then “SCORM package”, and drop the file.',
      'Under “Appearance” choose “New window”. Under “Attempts management” choose “Unlimited attempts”, “Highest attempt”, and “Force new attempt: No”.',
      'Under “Completion conditions” ask for the status “Passed”. Save, and open it once yourself.',
    ],
    canvas: [
      'In the course, open “SCORM” in the navigation (an administrator of Canvas may have to switch it on) and choose “Upload”.',
      'Choose the file, then “Graded assignment” if its score should count, else “Page view”.',
      'Open the assignment once yourself, as a test student.',
    ],
    other: [
      'Import the file as a SCORM package, as one activity or course.',
      'Let it open in a new window, allow unlimited attempts, and take the highest result.',
      'Open it once yourself. Under “For administrators” on its first page, “Check the connection” says what your system answers.',
    ],
  },
  more: 'Step by step, and what to do when something does not work',
  travels: 'What travels',
  travelsList: [
    'The lessons, quizzes with feedback and practice sessions, as here',
    'The words, contacts and crisis lines of the program',
    'How each learner wants to read: text size, colors, language',
  ],
  stays: 'What does not travel',
  staysList: [
    'Signing off by a coordinator, observed role-plays, group sessions',
    'Reflections and exercises: the package shows the question, and keeps nothing that is written',
    'How sure somebody feels, questions to the coordinator, pauses',
    'Decision cards, which come back after weeks and months, and what somebody wrote for themselves alone',
    'Notes about people, and anything that was done on this platform before',
  ],
  staysNote:
    'The result goes to the other learning system, and not here. Who finished there still needs a coordinator to sign them off.',
  previewTitle: 'Try the package',
  previewIntro:
    'The package runs here as in a learning system. Every call that it makes is listed. Nothing is kept when you close this page.',
  previewFrame: (title: string) => `The package: ${title}`,
  previewCalls: 'What the package asks and writes',
  previewNoScript: 'Trying a package needs JavaScript.',
  previewColumns: ['No.', 'Call', 'Value', 'Answer', 'Error', 'Limit'] as readonly string[],
  previewLimit: '{used} of {most} characters',
  previewMode: 'Launch',
  previewModes: {
    normal: 'As a new learner',
    resume: 'Once more, with what was kept',
    review: 'For looking back, with what was kept',
  },
  previewState: 'What the learning system holds now',
  previewNothing: 'Nothing yet',
  previewErrors: 'Only calls with an error',
}

export type ExportWords = typeof exports
