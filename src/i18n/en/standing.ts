/** What each standing means, in words to the trainee: every page that tells one says these. */
import type { OpenSignature, Standing } from '#domain/readiness/standing.ts'

const told: Record<Standing, string> = {
  'in-training':
    'You are on the way. Your coordinator decides with you when you are ready. You can ask for sign-off at any time.',
  'waiting-for-sign-off': 'You have asked for sign-off. You need not ask again.',
  'waiting-for-second-signature':
    'One more signature is missing. You are not on the register until then. Another coordinator signs next; you need not do anything.',
  'waiting-for-commitment':
    'Your coordinator says that you are ready. Your own signature is missing: you are on the register once you have signed your commitment.',
  ready: 'You are ready to be matched, and you are on the register.',
  'ready-with-conditions':
    'You are ready to be matched, with conditions, and you are on the register.',
  'more-practice':
    'Your coordinator asks for more practice first. When you have done it, you can ask for sign-off again.',
  'not-this-role':
    'Your coordinator has decided that being a mentor is not the role for you here. There are other ways to take part.',
  stopped:
    'Your coordinator would like to talk with you first. Until then you are not on the register: please let your meetings wait, the people concerned are looked after. Nothing is decided.',
  paused: 'You are taking a pause. Your place is kept, and nobody reminds you.',
  lapsed:
    'A safety question has changed since you passed it. You are not on the register until you have done a short refresher.',
  'on-hold':
    'A check that is required here is missing, or counts no more. You are not on the register until it is there: please let your meetings wait. Your sign-off stays as it is.',
  expired: 'Your sign-off has ended. You are not on the register until it is renewed.',
  withdrawn: 'Your sign-off was withdrawn. You are not on the register.',
}
const renewal: Record<OpenSignature, (until: string) => string> = {
  'second-signature': (until) =>
    `It is being renewed: one more signature is missing. Until then your sign-off from before holds, at most until ${until}.`,
  commitment: (until) =>
    `It has been renewed: your own signature is missing. Until then your sign-off from before holds, at most until ${until}.`,
}

export const standing = {
  title: 'Where you stand',
  told,
  renewal,
  pausedMentor: 'You are not on the register until you are back.',
  signedOff: 'Signed off as a mentor',
  earlierNeeds: 'Signed off under the earlier needs; asked at renewal.',
  more: {
    earlier: {
      title: 'Signed off under the earlier needs',
      mine: 'Your sign-off holds. The course asks for more now in these lines. You are asked for it when your sign-off is renewed:',
      theirs:
        'The sign-off holds until it ends. The course asks for more now in these lines. It is asked at renewal, and in a new sign-off:',
    },
    new: {
      title: 'New in what is asked',
      mine: 'The course asks for more in these lines than when you began. What you have shown still counts:',
      theirs:
        'The course asks for more in these lines than when they began. What they have shown still counts:',
    },
    since: (day: string) => `since ${day}`,
  },
  afterRefresher: (until: string) =>
    `After the refresher your sign-off holds again, until ${until}.`,
  refresher: 'Your refresher',
  refresherDo: 'Do the refresher',
  askAgain: 'Ask to renew my sign-off',
  callTitle: 'Talk with somebody',
  callOtherWays:
    'Your coordinator will gladly tell you about other ways to take part, and which may suit you. Your coordinator’s own words are above.',
  callStopped: 'Call whenever you like. You need not wait to be called.',
  callWithdrawn: 'Your coordinator tells you what it means and what can come next.',
  write: 'Write to your coordinator',
  courseStays: 'The course stays open to you, to read whenever you like.',
  next: {
    asked: (replies: string) =>
      `Your coordinator has been told, looks at what you have shown and decides. ${replies} You read the decision here and under “My record”.`,
    title: 'What happens next',
  },
  talkFirst: 'Talk with your coordinator first. After that you can ask again here.',
  arrival: {
    title: 'You have done the whole course',
    done: 'What you have done',
    lessons: (n: number) => (n === 1 ? '1 lesson read' : `${n} lessons read`),
    quizzes: (n: number) => (n === 1 ? '1 quiz passed' : `${n} quizzes passed`),
    sessions: (n: number) => (n === 1 ? '1 practice session done' : `${n} practice sessions done`),
    written: (n: number) =>
      n === 1 ? '1 reflection or exercise written' : `${n} reflections and exercises written`,
    talk: 'Your coordinator can see that you are through, and plans role plays with you.',
    ask: (replies: string) =>
      `When you ask for sign-off, your coordinator is told right away. ${replies}`,
    decides:
      'Your coordinator looks at everything that you have shown and decides. You read the decision here.',
    open: (n: number) =>
      n === 1
        ? '1 line of the sign-off still needs something from you or your coordinator. You can ask anyway.'
        : `${n} lines of the sign-off still need something from you or your coordinator. You can ask anyway.`,
    see: 'See what is still needed',
  },
}

export type StandingWords = typeof standing
