import type { Contrast, LessonForm, Spacing, TextSize, Theme } from '#domain/people/display.ts'

const text: Record<TextSize, string> = {
  normal: 'Normal',
  large: 'Large',
  larger: 'Larger',
}
const contrast: Record<Contrast, string> = {
  system: 'As on this device',
  high: 'High contrast: black on white, or white on black where dark is chosen',
  cream: 'Cream paper, where it is light: softer for the eyes',
}
const theme: Record<Theme, string> = {
  automatic: 'As on this device',
  light: 'Light',
  dark: 'Dark: easier in a dark room',
}
const spacing: Record<Spacing, string> = {
  normal: 'Normal',
  wide: 'Wide: more room between letters and lines',
}

const lessonForms: Record<LessonForm, string> = {
  cards: 'In short parts, one after the other',
  whole: 'Each one whole, on one page',
}

export const mentor = {
  // Asking for sign-off
  askTitle: 'Ask for sign-off',
  ownTitle: 'Your sign-off',
  askIntro:
    'Sign-off means: your coordinator looks at what you have shown and decides whether you are ready to be matched.',
  askAnyTime:
    'You can ask at any time, even if something is still open. Your coordinator then looks at it with you.',
  askDo: 'Ask for sign-off',
  askLink: 'What is still needed, and ask for sign-off',
  askedOn: (day: string) =>
    `You asked for sign-off on ${day}. Your coordinator has been told. You need not ask again.`,
  askNotNow: 'Your sign-off holds. There is nothing to ask for now.',
  askTally: (done: number, of: number) => `${done} of ${of} lines shown`,
  doneTitle: 'What you have shown',
  doneNone: 'Nothing yet. That is fine: everybody begins here.',
  openTitle: 'What is still needed',
  openNone: 'Nothing. Everything that the course asks for is there.',
  how: {
    quiz: (module: string) => `Pass the quiz “${module}”`,
    refresher: (module: string) =>
      `A safety question has changed: a short refresher in “${module}”`,
    practice: (session: string) => `Do the practice talk without crossing a line: ${session}`,
    practiceAgain: (session: string) =>
      `Do the practice talk once more, without crossing a line: ${session}`,
    observation: 'A role play with your coordinator watching. Ask your coordinator for a time.',
    observationAgain:
      'One more role play with your coordinator watching. You have been seen before; this line may grow.',
    reflection: (module: string) => `Share your reflection in “${module}” with your coordinator`,
    reflectionNew: (module: string) =>
      `Write your reflection in “${module}” and share it with your coordinator`,
    reflectionAgain: (module: string) =>
      `Read what your coordinator answered to your reflection in “${module}”, and share it once more`,
    reflectionWaits: (module: string) =>
      `Your reflection in “${module}” waits for your coordinator. You need not do anything.`,
    exercise: (module: string) => `Save the exercise in “${module}”`,
    talk: 'A talk with your coordinator. Ask your coordinator for a time.',
    talkAgain: 'One more talk with your coordinator. Ask your coordinator for a time.',
    any: 'One of these is enough:',
  },

  // Pause
  pauseTitle: 'I need a pause',
  pauseIntro:
    'Take the time that you need. Your place is kept, nobody reminds you, and you never have to say why.',
  pauseMentor: 'While you pause, you are not matched with anyone new.',
  pauseDay: 'When do you think you will be back?',
  pauseDayHelp:
    'Leave it empty if you do not know. Nothing happens on that day: you come back when you press “I am back”.',
  pauseSees: 'Your coordinator sees that you pause, and this day.',
  pauseProblem: 'Choose a day that is still to come, or leave it empty',
  pauseDo: 'Begin my pause',
  pauseChange: 'Save the day',
  pauseWithDay: 'Say when you may be back',
  backOn: (day: string) => `You mean to be back on ${day}.`,
  back: 'I am back',

  // Commitment
  commitmentTitle: 'Your commitment',
  commitmentPanel: 'Your coordinator says that you are ready',
  commitmentPanelWords: 'One thing is left: read the commitment and sign it with your name.',
  commitmentPanelDo: 'Read and sign',
  commitmentWaitsSecond:
    'A second coordinator signs your sign-off next. After that you read and sign your commitment here.',
  commitmentNothing: 'There is nothing to sign now.',
  commitmentIntro: 'Please read this in your own time. Sign it only if you can stand by it.',
  commitmentRole: 'My role',
  commitmentRoleLines: [
    'I am a peer mentor. I listen, I share what I have lived, and I give hope without promises.',
    'I wait for consent, and I accept a no.',
    'I give no medical advice. What is right for me may be dangerous for somebody else. I take questions to the care team.',
    'I take no money and no gifts, I lend none, and I do not give my private number or address.',
    'I support a person’s own choice. I tell nobody what to do.',
    'I tell my coordinator when something is too much for me. I may take a pause at any time.',
  ],
  commitmentPrivacy: 'What stays between us',
  commitmentPrivacyLines: [
    'I keep what I hear to myself. I write no names in this course, in messages or on social media.',
    'I ask for permission before I tell staff anything, and I tell only what was agreed.',
    'I say at the first meeting what I cannot keep to myself: when somebody is in danger, or is being harmed. Then I tell my coordinator the same day.',
    'This still holds when I am no longer a mentor.',
  ],
  commitmentSign: 'I have read this and I will keep to it.',
  commitmentDo: 'Sign my commitment',
  commitmentWho: 'Your coordinators see that you signed, and when.',
  commitmentDone: 'You are ready to be matched',
  commitmentChanged: 'The decision has changed since you opened this page. Nothing was signed.',

  // Certificate
  certificate: 'Certificate',
  certificateShow: 'See and print your certificate',
  certificateSays: 'This certifies that',
  certificateHas: (programme: string) =>
    `prepared with the Alongside peer mentor course, was signed off by a coordinator, and is ready to mentor in the program “${programme}”.`,
  certificateBy: 'Signed off by',
  certificateUntil: 'Valid until',
  certificateConditions: 'Conditions',
  certificateCode: 'Code',
  certificateCheckAt: 'Check it at',
  certificateNot: 'What it does not mean',
  certificateNotWords:
    'It is not a license or a qualification in health care. The holder gives no medical advice, is not a therapist, and acts only within the program named here. It no longer holds when the sign-off ends, is withdrawn or is paused.',
  certificateNameTitle: (name: string) => `You are now called ${name}`,
  certificateNameWords: (name: string) =>
    `This certificate keeps the name with which you signed: ${name}. You can have it issued again. Your signature, the day and the code stay the same.`,
  certificateAgain: (name: string) => `Issue it again for ${name}`,
  certificateIssued: 'The certificate is issued again. Whoever checks the code sees the new name.',
  certificatePrint: 'Print',
  certificateIcs: 'Put the renewal in my calendar',
  renewalEvent: 'Renew my sign-off as a peer mentor',
  renewalText: 'Your sign-off ends on this day. Talk with your coordinator a few weeks before.',
  publicTitle: 'Public check page',
  publicOff:
    'Off. Nobody can check your certificate. If you turn it on, whoever has your code can see your name, the day of your sign-off and whether you are a mentor today.',
  publicWarning:
    'Think before you turn it on: it tells people that you live with an illness, or care for somebody who does. You can turn it off at any time.',
  publicOn:
    'On. Whoever has your code can see your name, the day of your sign-off and whether you are a mentor today, here:',
  publicTurnOn: 'Turn the check page on',
  publicTurnOff: 'Turn the check page off',
  onlyYou: 'Only you can see this page.',

  // Public check
  checkTitle: 'Check a certificate',
  checkIntro: 'Type the code on the certificate. It has 12 letters and numbers.',
  checkCode: 'Code',
  checkCodeHelp: 'For example ABCD-EFGH-JKLM',
  checkDo: 'Check',
  checkMalformed: 'A code has 12 letters and numbers. Check it, please',
  checkUnknown: 'There is nothing to see for this code',
  checkUnknownWords:
    'The code may be mistyped, or the mentor does not show a check page. This says nothing about the mentor.',
  checkTooMany: (minutes: number) =>
    `Too many codes were tried. Please try again in ${minutes} minutes.`,
  checkName: 'Name',
  checkSigned: 'Signed off on',
  checkToday: (day: string) => `Today, ${day}`,
  checkYes: 'Ready to mentor in the program',
  checkNo: 'Not a mentor at this time',
  checkNot: 'This page says nothing about health, and nothing about why.',

  // Who can see
  whoTitle: 'Who can see my information',
  whoIntro: (programme: string) =>
    `These people of the program “${programme}” can see your record:`,
  whoNobody: 'Nobody yet.',
  whoRole: { coordinator: 'Coordinator', observer: 'Observer' },
  whoCoordinators: 'Coordinators see',
  whoCoordinatorsLines: [
    'your details: e-mail address, phone, who to call in an emergency, and what you need, if you gave them',
    'your name and sign-in name, your lessons, quiz answers and the roads you took in practice talks',
    'how sure you said you feel, your questions, and the reflections that you shared',
    'role plays, talks, evidence from elsewhere, decisions, support reviews and pauses',
    'the days on which you noted a meeting',
    'who you were asked to support, by a reference and never by a name, what you answered, and how it began and ended',
    'your checks: days, numbers, and who looked; no documents',
    'that we told you by mail that something waits, or why not, and whether the mail arrived',
    'the group sessions that you signed up for, and whether you came',
    'notes: those shared with you, and internal ones that only coordinators read',
  ],
  whoObservers: 'Observers see',
  whoObserversLines: [
    'the same record without internal notes and without your details, and they do not decide',
    'they write down the role plays that they watched',
  ],
  whoNobodyElse: 'Nobody else',
  whoNobodyElseLines: [
    'Other trainees and other programs see nothing of you.',
    'A reflection that you did not share, and your own notes on lessons, are seen by you alone.',
    'Administrators manage accounts; they do not see your answers or reflections.',
  ],
  whoReady: 'Once you are ready',
  whoReadyLines: [
    'The register shows coordinators your name, areas, conditions and no-go areas, languages, ways to meet, place and how many people you can support. They may print it or save it as a file.',
    'A public check page of your certificate is there only while you turn it on.',
  ],
  whoNoSystems: 'No other system reads the register today. One that may will be named here.',
  whoSystems: (names: readonly string[]) =>
    `To propose a match, another system may read from the register what coordinators see there: ${names.join(', ')}.`,
  whoLink: 'Who can see my information',

  // Display
  display: 'Display and reading',
  displayIntro:
    'Choose what is easiest for your eyes. It is kept for you on this device, and in your account when you are signed in.',
  displayText: 'Size of the text',
  displayTheme: 'Light or dark',
  displayContrast: 'Colors',
  displaySpacing: 'Room between letters and lines',
  displayVoice: 'Reading aloud',
  displayVoiceWords:
    'How fast and in which voice pages are read to you is kept on this device, because its voices are its own. Choose it here, and listen to this sentence to try it.',
  displayLessons: 'Lessons',
  displayLanguage: 'Language',
  displayDo: 'Save',
  displaySaved: 'Saved. This is how every page looks now.',
  text,
  contrast,
  theme,
  spacing,
  lessonForms,
}

export type MentorWords = typeof mentor
