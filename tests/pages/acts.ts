/** What can be done on every page that takes a form, and by whom: every act × role (R14–R17), beside the table of routes. */
import { plusDays } from '#domain/calendar/days.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { newId } from '#server/trail/new-id.ts'
import type { Cell, Cells } from './roles.ts'
import { ABSENT, english, session } from './site.ts'

/**
 * @param path as `site.fill` reads it
 * @param fields as they are sent; {record} is a fresh id, in cells too, and values are filled as paths are
 */
type Act = readonly [
  what: string,
  path: string,
  fields: Readonly<Record<string, string>>,
  cells: Cells,
]

const staff = (cell: Cell) => ({
  observer: cell,
  coordinator: cell,
  foreign: cell,
  administrator: cell,
})
const mine = (cell: Cell) => ({ all: cell, visitor: 'out' }) satisfies Cells
/** Only who is a trainee has it. */
const trainees = (trainee: Cell, elsewhere: Cell = trainee): Cells => ({
  all: '404',
  visitor: 'out',
  trainee,
  elsewhere,
})
/** Only who coordinates kidney has it. */
const decides = (cell: Cell): Cells => ({ all: '404', visitor: 'out', coordinator: cell })
const observes = (cell: Cell, observer: Cell = cell): Cells => ({
  all: '404',
  visitor: 'out',
  coordinator: cell,
  observer,
})
const administers = (cell: Cell): Cells => ({ all: '404', visitor: 'out', administrator: cell })
/** Administrators, and coordinators of the package's programme. */
const places = (cell: Cell): Cells => ({
  ...(decides(cell) as object),
  all: '404',
  administrator: cell,
})
/** Administrators, and coordinators of any programme. */
const imports = (cell: Cell): Cells => ({ ...(places(cell) as object), all: '404', foreign: cell })
const everybody = (cell: Cell): Cells => cell

const now = Date.now()
const { today } = momentOf('kidney', now)

const [question, after] =
  english.modules.find(({ slug }) => slug === 'consent')?.quiz?.questions ?? []
const right = question?.options.find((option) => option.right)?.id ?? ''
const QUESTION = `/learn/${question?.id}`
const ATTEMPT = '01900000-0000-7000-8000-000000000001'
const LESSON = '/learn/consent/waiting-for-consent'
const TALK = `/learn/${session.id}`
const HERE = '/learn/reviews'

/** What was typed is locked in the address, another way each time. */
const FOUND = '>/coordinate/find?asked=…'
const NADIA = '/coordinate/{nadia}'
const LUZ = '/coordinate/{luz}'
const openedSession = english.modules
  .flatMap(({ sessions }) => sessions)
  .find(({ openedByCoordinator }) => openedByCoordinator)
const file = (page: string): string => `coordinate/[trainee]/${page}.astro`

const PASSKEYS = '/ways-in/passkeys'
const KIDNEY = '?programme=kidney'
const TOGETHER = `/coordinate/people/together${KIDNEY}`
const IMPORT = '/coordinate/import/{of:import}'
const LUZ_AT_DESK = `/coordinate/people/{luz}${KIDNEY}`
const COHORTS = `/coordinate/cohorts${KIDNEY}`
const COHORT = '01900000-0000-7000-8000-00000000000a'
const PLANNED = '01900000-0000-7000-8000-00000000000b'
const TEA = `/coordinate/group-sessions/${PLANNED}`
const SESSIONS = '/learn/group-sessions'
const WAS = '01900000-0000-7000-8000-00000000000c'
const THEN = `/coordinate/group-sessions/${WAS}`
const tea = { title: 'Tea', day: '2030-06-01', time: '10:00', place: 'Room 2' }
/** As the clocks of Chicago show it. */
const asShown = {
  'was-title': 'Tea',
  'was-place': 'Room 2',
  'was-starts': String(Date.UTC(2030, 5, 1, 15)),
}
const MESSAGE = '/coordinate/inbox/{of:message}'
const APPLICATION = '/coordinate/applications/{of:application}'
const PROPOSAL = '/coordinate/pairings/{of:proposal}'
const PAIRING = '/learn/pairings/{of:proposal}'
/** Only Ray was asked. */
const asked = (trainee: Cell): Cells => ({ all: '404', visitor: 'out', trainee })
const REQUEST = '/coordinate/requests/{of:request}'
const wanted = {
  id: '{record}',
  languages: 'en',
  ways: 'phone',
  hopes: 'To hear how others do it.',
  wishes: 'language',
  consent: 'said',
}
const ASK = '/ask/form?programme=kidney'
const ownWish = {
  ...wanted,
  consent: 'own-form',
  reachedBy: 'phone',
  contact: '555 0134',
}
const INVITATIONS = `/coordinate/invitations${KIDNEY}`
const tom = { batch: '{record}', programme: 'kidney', 'for-language': 'en' }

const ACCOUNT = '/manage/accounts/{nadia}'
const CESAR = '/manage/accounts/{cesar}'
const WORDS = '/manage/programmes/kidney'
const PACKAGE = '/manage/packages/{of:package}'

/** By file below src/pages. In this order: what one act does, the next one finds. */
export const ACTS: Readonly<Record<string, readonly Act[]>> = {
  // Of one trainee.
  [file('index')]: [
    [
      'open a session',
      NADIA,
      { 'open-session': openedSession?.id ?? '' },
      decides(`>${NADIA}#open-sessions`),
    ],
    [
      'take a part of a package for done',
      NADIA,
      { 'accept-package': '{of:package} tea' },
      decides(`>${NADIA}#packages`),
    ],
  ],
  [file('observe')]: [
    [
      'observe',
      `${NADIA}/observe`,
      { id: '{record}', 'level-listening': '2' },
      observes(`>${NADIA}?observed={record}#observation-{record}`),
    ],
  ],
  [file('amend/[observation]')]: [
    // The observer is the first of the two.
    [
      'amend the observer’s',
      `${NADIA}/amend/{of:observedByOscar}`,
      { id: '{record}', 'level-listening': '1', amendReason: 'A slip.' },
      observes('409', `>${NADIA}#observation-{record}`),
    ],
    [
      'amend the coordinator’s',
      `${NADIA}/amend/{of:observedByCarla}`,
      { id: '{record}', 'level-listening': '1', amendReason: 'A slip.' },
      decides(`>${NADIA}#observation-{record}`),
    ],
  ],
  [file('talk')]: [
    [
      'record a talk',
      `${NADIA}/talk`,
      {
        id: '{record}',
        competency: 'self-care',
        accepted: 'yes',
        day: '2026-01-02',
        note: 'She knows.',
      },
      decides(`>${NADIA}#talk-{record}`),
    ],
  ],
  [file('outside')]: [
    [
      'enter evidence from elsewhere',
      `${NADIA}/outside`,
      {
        id: '{record}',
        competency: 'listening',
        standsFor: 'observation',
        day: '2026-01-02',
        source: 'A course',
      },
      decides(`>${NADIA}#outside-{record}`),
    ],
  ],
  [file('notes')]: (['shared', 'internal', 'concern'] as const).map((kind): Act => [
    `write a note: ${kind}`,
    `${NADIA}/notes`,
    { id: '{record}', kind, text: 'She cried.' },
    decides(`>${NADIA}/notes?saved={record}#${kind}`),
  ]),
  [file('follow-up')]: [
    [
      'say what was done',
      `${NADIA}/follow-up`,
      { id: '{record}', text: 'Called her.' },
      decides(`>${NADIA}/follow-up?programme=kidney&saved=1`),
    ],
  ],
  [file('task')]: (
    [
      ['take', {}],
      ['hand', { to: '{cesar}' }],
      ['put-off', { untilOn: plusDays(today, 7), why: 'She is away.' }],
      ['give-back', {}],
    ] as const
  ).map(([act, more]): Act => [
    `${act} a task`,
    `${NADIA}/task?reason=help`,
    { id: '{record}', seen: '9', act, ...more },
    decides('>/coordinate?programme=kidney&saved=1'),
  ]),
  [file('coordinator')]: [
    [
      'say who looks after somebody',
      `${NADIA}/coordinator`,
      { id: '{record}', seen: '9', to: '{cesar}' },
      decides(`>${NADIA}`),
    ],
  ],
  [file('reviews/write')]: [
    [
      'write a review',
      `${LUZ}/reviews/write`,
      {
        id: '{record}',
        day: today,
        wentWell: 'Much.',
        wellbeing: '4',
        capacity: '2',
        nextOn: plusDays(today, 90),
      },
      decides(`>${LUZ}/reviews?saved={record}`),
    ],
  ],
  [file('reviews/index')]: [
    ['tick what was agreed', `${LUZ}/reviews`, { done: ABSENT }, decides(`>${LUZ}/reviews`)],
  ],
  [file('sign-off/index')]: [
    // The evidence is another one than the page that was sent.
    ['begin', `${NADIA}/sign-off`, { seen: 'x' }, decides('409')],
    ['drop', `${NADIA}/sign-off`, { act: 'drop' }, decides(`>${NADIA}`)],
  ],
  // Nobody has begun one.
  [file('sign-off/[step]')]: [
    ['answer', `${NADIA}/sign-off/decision`, { decision: 'ready' }, decides(`>${NADIA}/sign-off`)],
  ],
  [file('sign-off/check')]: [
    [
      'look at what changed',
      `${NADIA}/sign-off/check`,
      { seen: 'x' },
      decides(`>${NADIA}/sign-off`),
    ],
  ],
  [file('sign-off/declare')]: [
    [
      'decide',
      `${NADIA}/sign-off/declare`,
      { id: '{record}', declaredName: 'Carla' },
      decides(`>${NADIA}/sign-off`),
    ],
  ],
  [file('second-signature')]: [
    // The programme asks for one alone.
    [
      'sign second',
      `${LUZ}/second-signature`,
      { id: '{of:signedOff}', declaredName: 'Carla' },
      decides(`>${LUZ}#decisions`),
    ],
  ],
  [file('incidents')]: [
    [
      'write an incident',
      `${NADIA}/incidents`,
      { id: '{record}', kind: 'incident', happenedOn: today, text: 'x', looksAfter: '{carla}' },
      decides(`>${NADIA}/incidents?saved=1`),
    ],
  ],
  [file('checks/[line]')]: [
    [
      'record a check',
      `${NADIA}/checks/references.seen`,
      { id: '{record}', act: 'accepted', onDay: '2026-01-02', number: '17' },
      decides(`>${NADIA}/checks?saved=1`),
    ],
    [
      'end a check of which something newer was written',
      `${NADIA}/checks/references.seen`,
      { id: '{record}', act: 'ended', why: 'A mistake.', newest: '' },
      decides('409'),
    ],
  ],
  [file('stop')]: [
    [
      'stop a mentor',
      `${LUZ}/stop`,
      { id: '{record}', reason: 'She gave advice.' },
      decides(`>${LUZ}#readiness`),
    ],
  ],
  [file('withdraw')]: [
    [
      'withdraw',
      `${LUZ}/withdraw`,
      { id: '{of:signedOff}', reason: 'A mistake.' },
      decides(`>${LUZ}#decisions`),
    ],
  ],
  [file('export')]: [['take a copy', `${NADIA}/export`, { internal: 'yes' }, decides('200')]],
  [file('link')]: [['make a code', `${NADIA}/link`, {}, decides('200')]],

  // Everybody's own.
  'learn/index.astro': [
    ['pause', '/learn', { act: 'pause' }, mine('>/learn')],
    ['resume', '/learn', { act: 'resume' }, mine('>/learn')],
    ['know of a code that was made', '/learn', { act: 'knew' }, mine('>/learn')],
    ['say that one has seen a change', '/learn', { act: 'seen-profile' }, mine('>/learn')],
    ['know nothing of it', '/learn', { act: 'not-me' }, mine('>/learn?closed=1')],
  ],
  'learn/pause.astro': [
    ['pause until a day', '/learn/pause', { until: '2999-01-01' }, mine('>/learn')],
    ['pause until what is no day', '/learn/pause', { until: 'soon' }, mine('422')],
    ['resume', '/learn/pause', { act: 'resume' }, mine('>/learn')],
  ],
  'learn/sign-off.astro': [['ask', '/learn/sign-off', { act: 'ask' }, mine('>/learn/sign-off')]],
  // Joyce was signed off and has not signed yet.
  'learn/commitment.astro': [
    [
      'sign somebody else’s',
      '/learn/commitment',
      { id: '{of:signedOff}', declaredName: 'Joyce' },
      { all: '>/learn/commitment', visitor: 'out', elsewhere: '409' },
    ],
    [
      'sign',
      '/learn/commitment',
      { declaredName: 'Joyce' },
      { all: '>/learn/commitment', visitor: 'out', elsewhere: '>/record/certificate' },
    ],
  ],
  'record/certificate.astro': [
    ...(['open', 'close', 'again'] as const).map((act): Act => [
      act,
      '/record/certificate',
      { act },
      { all: '>/record', visitor: 'out', elsewhere: '>/record/certificate#public-check' },
    ]),
  ],
  'learn/ask.astro': [
    [
      'ask about a page',
      '/learn/ask',
      { id: '{record}', page: '/learn', text: 'Why?' },
      trainees('>/learn?asked=1#asked'),
    ],
  ],
  'learn/reviews.astro': [
    [
      'note a meeting',
      HERE,
      { act: 'note', id: '{record}', day: '1999-01-01' },
      trainees('404', '422'),
    ],
    ['take back a meeting of nobody', HERE, { 'take-back': '{absent}' }, trainees('404')],
    ['finish an action of nobody', HERE, { done: '{absent}' }, trainees('404')],
  ],
  // Ray alone passed the module.
  'learn/remembering.astro': [
    [
      'sort a card',
      '/learn/remembering',
      { record: '{record}', card: 'consent/cards/didnt-go', pile: 'now' },
      {
        all: '404',
        visitor: 'out',
        trainee: '>/learn/remembering?seen=consent%2Fcards%2Fdidnt-go',
      },
    ],
  ],
  'learn/confidence/[when].astro': [
    [
      'rate',
      '/learn/confidence/before',
      { record: '{record}', 'rating-listening': '11' },
      { all: '422', visitor: 'out', trainee: '>/learn/confidence?closed=before' },
    ],
  ],
  'learn/[module]/quiz/[question].astro': [
    [
      'answer',
      QUESTION,
      { record: '{record}', attempt: ATTEMPT, option: right, act: 'answer' },
      mine(`>/learn/${after?.id}?attempt=${ATTEMPT}&after=${question?.slug}`),
    ],
    [
      'answer with what nobody offered',
      QUESTION,
      { record: '{record}', attempt: ATTEMPT, option: 'constructor' },
      mine('422'),
    ],
  ],
  'learn/[module]/[item]/index.astro': [
    ['read', LESSON, { record: '{record}', act: 'read' }, mine('>/learn/*')],
    ['start', TALK, { record: '{record}', act: 'start' }, mine(`>${TALK}/talk?run={record}#now`)],
    ['go on to the next card', LESSON, { record: '{record}', act: 'on:2' }, mine('>/learn/*')],
    ['keep the place', LESSON, { record: '{record}', act: 'later:2' }, mine('>/learn')],
    ['note', LESSON, { record: '{record}', act: 'note', note: 'Ask first.' }, mine(`>${LESSON}?*`)],
    [
      'write',
      '/learn/consent/a-promise-i-can-keep',
      { record: '{record}', text: 'I keep it.' },
      mine('>/learn/consent/a-promise-i-can-keep?saved=1'),
    ],
  ],
  'learn/[module]/[item]/talk.astro': [
    [
      'say what nobody offered',
      `${TALK}/talk`,
      {
        record: '{record}',
        run: '{absent}',
        step: '0',
        turn: 'constructor',
        reply: 'constructor',
        act: 'say',
      },
      { all: `>${TALK}`, visitor: 'out', trainee: `>${TALK}/talk?kept=1` },
    ],
    [
      'go back one step',
      `${TALK}/talk`,
      { record: '{record}', run: '{absent}', step: '2', act: 'back' },
      { all: `>${TALK}`, visitor: 'out', trainee: `>${TALK}/talk?step=1#now` },
    ],
  ],
  'learn/[module]/[item]/debrief.astro': [
    [
      'write own words',
      `${TALK}/debrief`,
      { record: '{record}', text: 'May I sit here?' },
      mine(`>${TALK}/debrief?run=&saved=1#own-words`),
    ],
  ],
  'name.astro': [['correct', '/name', { name: 'a@b' }, mine('422')]],
  'record/profile.astro': [
    [
      'save',
      '/record/profile',
      { do: 'access' },
      mine('>/record/profile?saved=access#part-access'),
    ],
    ['save all of it', '/record/profile', { do: 'all' }, mine('>/record/profile?saved=all')],
    ['save what is no phone', '/record/profile', { do: 'reach', phone: 'call me' }, mine('422')],
    [
      'change what others changed',
      '/record/profile',
      { do: 'about', 'was-place': 'Leeds', place: 'York' },
      mine('409'),
    ],
  ],
  'coordinate/[trainee]/profile.astro': [
    [
      'save',
      `${NADIA}/profile`,
      { do: 'about' },
      decides(`>${NADIA}/profile?saved=about#part-about`),
    ],
    ['save all of it', `${NADIA}/profile`, { do: 'all' }, decides(`>${NADIA}/profile?saved=all`)],
    ['save what is no phone', `${NADIA}/profile`, { phone: 'call me' }, decides('422')],
  ],
  'ways-in/mail.astro': [
    [
      'choose what is mailed',
      '/ways-in/mail',
      { kinds: 'message', days: 'all', hour: '9' },
      mine('>/ways-in/mail?saved=1'),
    ],
  ],
  'sign-in/recover.astro': [
    [
      'guess recovery codes',
      '/sign-in/recover',
      { name: 'ana', first: 'ABCD-EFGH-JKLM', second: 'ABCD-EFGH-JKLN' },
      '401',
    ],
  ],
  'sign-in/second.astro': [
    [
      'show a second factor where none is asked for',
      '/sign-in/second',
      { factor: '123456' },
      {
        ...{ all: '>/learn', visitor: '>/sign-in', observer: '>/coordinate' },
        ...{ coordinator: '>/coordinate', foreign: '>/coordinate', administrator: '>/manage' },
      },
    ],
  ],
  // What comes of it for whoever has a second factor: second-factor.test.ts.
  'ways-in/factor/index.astro': [
    ['take away what is not there', '/ways-in/factor', { do: 'remove' }, mine('404')],
  ],
  'ways-in/factor/app.astro': [
    [
      'set up an app with a wrong code',
      '/ways-in/factor/app',
      { do: 'set-up', id: '{record}', code: '12' },
      { ...mine('404'), ...staff('422') },
    ],
  ],
  'ways-in/factor/codes.astro': [
    ['make codes without a factor', '/ways-in/factor/codes', {}, mine('404')],
  ],
  'ways-in/devices.astro': [
    [
      'end what is nobody’s',
      '/ways-in/devices',
      { do: 'end', id: 'x' },
      mine('>/ways-in/devices?saved=gone'),
    ],
    ['end none of them', '/ways-in/devices', { do: 'x' }, mine('404')],
    // Nobody made a link into the account of any of them; trainees say it on their home (tests/pages/way-back.test.ts).
    [
      'know about a link',
      '/ways-in/devices',
      { do: 'knew' },
      { ...mine('>/ways-in/devices?saved=gone'), trainee: '404', elsewhere: '404' },
    ],
    [
      'say that a link of nobody was not theirs',
      '/ways-in/devices',
      { do: 'not-me' },
      { ...mine('>/ways-in/devices?saved=gone'), trainee: '404', elsewhere: '404' },
    ],
    // Acts before this one ended them: of one that ends some tells tests/server/security-events.test.ts.
    ['end all others', '/ways-in/devices', { do: 'others' }, mine('>/ways-in/devices?saved=none')],
  ],
  'ways-in.astro': [
    ['say how one is reached', '/ways-in', { do: 'contact', email: 'ray@' }, mine('422')],
    [
      'choose a password',
      '/ways-in',
      { do: 'password', signInName: 'x', newPassword: 'short' },
      mine('422'),
    ],
  ],
  'display.astro': [
    ['choose', '/display', { text: 'large', language: 'xx' }, everybody('>/display?saved=1')],
  ],
  'language.ts': [['choose', '/language', { language: 'xx', to: '/about' }, everybody('>/about')]],
  'ways-in/passkeys/index.astro': [
    ['decline', PASSKEYS, { do: 'decline' }, mine(`>${PASSKEYS}?saved=declined`)],
    // Nobody has one here: passkeys.test.ts.
    ['name nobody’s', PASSKEYS, { do: 'name', id: 'x', name: 'Phone' }, mine('404')],
    [
      'remove nobody’s',
      PASSKEYS,
      { do: 'remove', id: 'x', password: 'seven quiet lamps' },
      mine('404'),
    ],
  ],
  'ways-in/passkeys/new.astro': [
    ['add what no device made', `${PASSKEYS}/new`, { do: 'add', passkey: '{}' }, mine('422')],
    [
      'show who one is',
      `${PASSKEYS}/new`,
      { password: 'seven quiet lamps' },
      mine(`>${PASSKEYS}/new`),
    ],
  ],
  'sign-in.astro': [
    ['sign in with no passkey of ours', '/sign-in', { passkey: '{}' }, '401'],
    ['type a code that is none', '/sign-in', { code: 'ABCD' }, '422'],
    ['sign in with a wrong password', '/sign-in', { name: 'nobody', password: 'guess' }, '401'],
  ],
  'ask/form.astro': [
    ['ask for a mentor', ASK, ownWish, everybody('>/ask/sent')],
    ['ask without consent', ASK, { ...ownWish, consent: '' }, everybody('422')],
    ['ask where nobody may', '/ask/form?programme=long-term', ownWish, everybody('422')],
  ],
  'ask/sent.astro': [['keep the code', '/ask/sent', {}, everybody('>/ask')]],
  'ask/code.astro': [
    ['type the code of a request', '/ask/code', { code: 'ABCD-EFGH-JKLM' }, everybody('422')],
  ],
  'ask/mine.astro': [
    ...['take-back', 'give', 'withdraw', 'erase', 'leave'].map((act): Act => [
      `${act} without a code`,
      '/ask/mine',
      { do: act },
      everybody('>/ask/code'),
    ]),
  ],
  'ask/correct.astro': [
    ['correct without a code', '/ask/correct', ownWish, everybody('>/ask/code')],
  ],
  'join/index.astro': [['type a code', '/join', { code: 'ABCD-EFGH-JKLM' }, everybody('422')]],
  'join/[secret].astro': [
    ['use a link that was used', '/join/{link:used}', { password: 'seven quiet lamps' }, '410'],
    ['accept a link that was used', '/join/{link:used}', { do: 'accept' }, '410'],
  ],
  'apply/form.astro': [
    ['send', '/apply/form', { why: 'I want to.', name: 'Tom' }, everybody('422')],
  ],
  'check/index.astro': [
    ['check a code', '/check', { code: 'ABCD-EFGH-JKLM' }, everybody('>/check/ABCD-EFGH-JKLM')],
  ],

  // Of staff.
  'coordinate/find.astro': [
    [
      'find somebody',
      '/coordinate/find',
      { find: 'Nadia' },
      {
        ...{ all: '404', visitor: 'out', observer: FOUND, coordinator: FOUND },
        ...{ foreign: FOUND, administrator: FOUND },
      },
    ],
  ],

  // Of a programme's desk.
  'coordinate/people/[person].astro': [
    [
      'correct a name',
      LUZ_AT_DESK,
      { do: 'name', name: 'Luz' },
      decides(`>${LUZ_AT_DESK}&saved=1`),
    ],
    [
      'take out of a cohort',
      LUZ_AT_DESK,
      { do: 'cohort', cohort: '' },
      decides(`>${LUZ_AT_DESK}&saved=1`),
    ],
    [
      'move to another one’s programme',
      LUZ_AT_DESK,
      { do: 'move', to: 'long-term' },
      decides('422'),
    ],
    ['let observe', LUZ_AT_DESK, { do: 'give-observer' }, decides(`>${LUZ_AT_DESK}&saved=1`)],
    [
      'let observe no more',
      LUZ_AT_DESK,
      { do: 'take-observer' },
      decides(`>${LUZ_AT_DESK}&saved=1`),
    ],
    [
      'archive',
      LUZ_AT_DESK,
      { do: 'archive', reason: 'Moved house' },
      decides(`>${LUZ_AT_DESK}&saved=1`),
    ],
    ['bring back', LUZ_AT_DESK, { do: 'back' }, decides(`>${LUZ_AT_DESK}&saved=1`)],
    ['give another role', LUZ_AT_DESK, { do: 'give-coordinator' }, { all: '404', visitor: 'out' }],
  ],
  'coordinate/hand-over.astro': [
    [
      'hand over all that is theirs',
      `/coordinate/hand-over${KIDNEY}`,
      { how: 'now', seen: 'x' },
      decides('422'),
    ],
  ],
  'coordinate/cohorts.astro': [
    ['make', COHORTS, { do: 'make', id: COHORT, name: 'Spring' }, decides(`>${COHORTS}&saved=1`)],
    [
      'rename',
      COHORTS,
      { do: 'rename', cohort: COHORT, name: 'April', was: 'Spring' },
      decides(`>${COHORTS}&saved=1`),
    ],
    [
      'rename what was renamed meanwhile',
      COHORTS,
      { do: 'rename', cohort: COHORT, name: 'May', was: 'Spring' },
      decides('409'),
    ],
    ['archive', COHORTS, { do: 'archive', cohort: COHORT }, decides(`>${COHORTS}&saved=1`)],
    ['bring back', COHORTS, { do: 'back', cohort: COHORT }, decides(`>${COHORTS}&saved=1`)],
  ],
  'coordinate/group-sessions/index.astro': [
    [
      'plan',
      `/coordinate/group-sessions${KIDNEY}`,
      { id: PLANNED, ...tea },
      decides(`>${TEA}?saved=session`),
    ],
    [
      'write down one that was',
      `/coordinate/group-sessions${KIDNEY}`,
      { id: WAS, ...tea, day: '2026-01-10', kind: 'friendship' },
      decides(`>${THEN}?saved=session`),
    ],
    [
      'plan one that comes again five hundred times',
      `/coordinate/group-sessions${KIDNEY}`,
      { id: '{record}', ...tea, repeat: 'weekly', times: '500' },
      decides('422'),
    ],
  ],
  'coordinate/group-sessions/[id].astro': [
    [
      'change',
      TEA,
      { do: 'change', ...tea, ...asShown, place: 'Room 3' },
      decides(`>${TEA}?saved=session`),
    ],
    [
      'change what was changed meanwhile',
      TEA,
      { do: 'change', ...tea, ...asShown, place: 'Room 4' },
      decides('409'),
    ],
    ['mark who came before it begins', TEA, { do: 'came', came: '{nadia}' }, decides('422')],
    [
      'mark who came',
      THEN,
      { do: 'came', came: '{nadia}' },
      decides(`>${THEN}?saved=came#attendance`),
    ],
    [
      'mark who did not come, and find another',
      THEN,
      { do: 'find', 'then-{nadia}': 'came', 'mark-{nadia}': 'absent', search: 'Ray' },
      decides(`>${THEN}?saved=came&search=Ray&cohort=#others`),
    ],
    ['mark somebody of elsewhere', THEN, { do: 'came', came: '{joyce}' }, decides('404')],
    ['sign nobody up', TEA, { do: 'add' }, decides('422')],
    ['sign up', TEA, { do: 'add', add: '{nadia}' }, decides(`>${TEA}?saved=add#signed-up`)],
    ['sign up for one that was', THEN, { do: 'add', add: '{ray}' }, decides('422')],
    ['sign up somebody of elsewhere', TEA, { do: 'add', add: '{joyce}' }, decides('404')],
    ['take out', TEA, { do: 'out', out: '{nadia}' }, decides(`>${TEA}?saved=out#signed-up`)],
    ['cancel', TEA, { do: 'cancel' }, decides(`>${TEA}`)],
    ['hold after all', TEA, { do: 'uncancel' }, decides(`>${TEA}`)],
    ['cancel it and those after', TEA, { do: 'cancel-following' }, decides(`>${TEA}`)],
    ['hold them after all', TEA, { do: 'uncancel-following' }, decides(`>${TEA}`)],
  ],
  'calendar/index.astro': [
    ['make an address', '/calendar', { do: 'make' }, mine('200')],
    ['end it', '/calendar', { do: 'end' }, mine('>/calendar?ended=1')],
  ],
  'learn/group-sessions.astro': [
    [
      'sign up',
      SESSIONS,
      { do: 'place', session: PLANNED },
      trainees(`>${SESSIONS}?saved=${PLANNED}`, '404'),
    ],
    ['sign up for one that was', SESSIONS, { do: 'place', session: WAS }, trainees('422', '404')],
    ['sign up for none', SESSIONS, { do: 'place', session: ABSENT }, trainees('404')],
    [
      'wait',
      SESSIONS,
      { do: 'waiting', session: PLANNED },
      trainees(`>${SESSIONS}?saved=${PLANNED}`, '404'),
    ],
    [
      'leave',
      SESSIONS,
      { do: 'leave', session: PLANNED },
      trainees(`>${SESSIONS}?saved=left`, '404'),
    ],
    [
      'see what was told',
      SESSIONS,
      { do: 'seen', session: PLANNED, told: 'place', upTo: '1' },
      trainees(`>${SESSIONS}`),
    ],
  ],
  'coordinate/inbox/[record].astro': [
    ['answer', MESSAGE, { id: '{record}', text: 'Yes.' }, decides(`>${MESSAGE}?saved={record}`)],
  ],
  'coordinate/applications/[id].astro': [
    ['join one to itself', APPLICATION, { do: 'join', other: '{of:application}' }, decides('422')],
    [
      'take apart what is not there',
      APPLICATION,
      { do: 'part', other: '{absent}' },
      decides('404'),
    ],
    [
      'join it to an account of somebody else',
      APPLICATION,
      { do: 'join-account', other: '{nadia}' },
      decides('422'),
    ],
    ['take it from an account', APPLICATION, { do: 'part-account' }, decides(`>${APPLICATION}`)],
    [
      'write down a first talk',
      APPLICATION,
      { id: '{record}', outcome: 'invite', message: 'Come.' },
      decides(`>${APPLICATION}#talks`),
    ],
  ],
  'coordinate/requests/new.astro': [
    [
      'ask for a mentor without consent',
      `/coordinate/requests/new${KIDNEY}`,
      { ...wanted, consent: '' },
      decides('422'),
    ],
    ['ask for a mentor', `/coordinate/requests/new${KIDNEY}`, wanted, decides('200')],
  ],
  'coordinate/requests/[id]/suggestions.astro': [
    [
      'ask somebody who is not ready',
      `${REQUEST}/suggestions`,
      { id: '{record}', mentor: '{ray}', days: '7' },
      decides('422'),
    ],
  ],
  // The mentor said no.
  'coordinate/pairings/[id].astro': [
    ['note a yes', PROPOSAL, { act: 'requester-yes' }, decides('422')],
    ['note a no', PROPOSAL, { act: 'requester-no' }, decides('422')],
    ['connect', PROPOSAL, { act: 'connect', id: '{record}' }, decides('422')],
    ['take the question back', PROPOSAL, { act: 'take-back' }, decides('409')],
    ['note how it goes', PROPOSAL, { act: 'check-in', going: 'well' }, decides('409')],
    ['plan the last meeting', PROPOSAL, { act: 'plan', plannedOn: today }, decides('409')],
    ['end it', PROPOSAL, { act: 'end', why: 'other', endedOn: today }, decides('409')],
    ['note how it was', PROPOSAL, { act: 'form', going: 'well' }, decides('409')],
    ['skip how it was', PROPOSAL, { act: 'skip' }, decides('409')],
  ],
  'learn/pairings/[id]/index.astro': [
    ['say yes', PAIRING, { answer: 'yes' }, asked('422')],
    ['say no once more', PAIRING, { answer: 'no' }, asked(`>${PAIRING}`)],
    [
      'note a meeting',
      PAIRING,
      { act: 'meeting', id: '{record}', metOn: today, way: 'phone', minutes: '30' },
      asked('404'),
    ],
    ['take a meeting back', PAIRING, { takeBack: '{record}' }, asked('404')],
    ['skip how it was', PAIRING, { act: 'skip' }, asked(`>${PAIRING}`)],
    ['say how it was', PAIRING, { act: 'form', going: 'well' }, asked(`>${PAIRING}`)],
    [
      'tell the coordinator',
      PAIRING,
      { act: 'tell', id: '{record}', text: 'I am not sure.' },
      asked(`>${PAIRING}?told=them#told`),
    ],
  ],
  'coordinate/requests/[id]/correct.astro': [
    ['correct', `${REQUEST}/correct`, { ...wanted, seen: '1' }, decides(`>${REQUEST}?saved=1`)],
  ],
  'coordinate/requests/[id]/index.astro': [
    [
      'note what was tried',
      REQUEST,
      { do: 'note', id: '{record}', text: 'Asked at the clinic.' },
      decides(`>${REQUEST}?saved=1`),
    ],
    [
      'take consent back',
      REQUEST,
      { do: 'consent', given: 'no', how: 'said' },
      decides(`>${REQUEST}?saved=1`),
    ],
    ['end', REQUEST, { do: 'end', why: 'other-help' }, decides(`>${REQUEST}?saved=1`)],
  ],
  'coordinate/invite.astro': [
    [
      'invite a trainee',
      `/coordinate/invite${KIDNEY}`,
      { ...tom, name: 'Tom', role: 'trainee' },
      decides('200'),
    ],
    [
      'invite a coordinator',
      `/coordinate/invite${KIDNEY}`,
      { ...tom, name: 'Tom', role: 'coordinator' },
      decides('422'),
    ],
  ],
  'coordinate/invite-many.astro': [
    [
      'invite',
      `/coordinate/invite-many${KIDNEY}`,
      { ...tom, list: 'Ben', stage: 'preview', step: 'invite' },
      decides('200'),
    ],
    [
      'say which letters',
      `/coordinate/invite-many${KIDNEY}`,
      { ...tom, list: 'Ben', stage: 'letters' },
      decides('200'),
    ],
    [
      'say which columns',
      `/coordinate/invite-many${KIDNEY}`,
      { ...tom, list: 'Ben', stage: 'columns' },
      decides('200'),
    ],
    [
      'mend the list',
      `/coordinate/invite-many${KIDNEY}`,
      { ...tom, list: 'Ben', stage: 'preview', step: 'mend' },
      decides('200'),
    ],
  ],
  'coordinate/people/message.astro': [
    [
      'look at a message first',
      `/coordinate/people/message${KIDNEY}`,
      { who: '{nadia}', 'text-en': 'Tea at ten.', do: 'preview' },
      decides('200'),
    ],
    [
      'take a text that is used again',
      `/coordinate/people/message${KIDNEY}`,
      { who: '{nadia}', template: 'x', do: 'use' },
      decides('200'),
    ],
    [
      'change a message once more',
      `/coordinate/people/message${KIDNEY}`,
      { who: '{nadia}', 'text-en': 'Tea at ten.', do: 'change' },
      decides('200'),
    ],
    [
      'send a message',
      `/coordinate/people/message${KIDNEY}`,
      { who: '{nadia}', 'text-en': 'Tea at ten.', seen: '1', id: '{record}', do: 'send' },
      decides('>/coordinate/messages/{record}?sent=1'),
    ],
  ],
  'coordinate/messages/templates.astro': [
    [
      'keep a text that is used again',
      `/coordinate/messages/templates${KIDNEY}`,
      { id: '{record}', name: 'Tea', 'text-en': 'Tea', 'text-es': 'Té', do: 'save' },
      decides('>/coordinate/messages/templates?programme=kidney&saved=1'),
    ],
    [
      'throw a text away that somebody else threw away',
      `/coordinate/messages/templates${KIDNEY}`,
      { id: '{record}', name: 'Tea', 'text-en': 'Tea', 'text-es': 'Té', do: 'away' },
      decides('>/coordinate/messages/templates?programme=kidney&saved=1'),
    ],
  ],
  'coordinate/people/together.astro': [
    ['look at some', TOGETHER, { together: 'cohort', who: '{nadia}' }, decides('200')],
    [
      'put them in a cohort',
      TOGETHER,
      {
        together: 'cohort',
        who: '{nadia}',
        seen: '1',
        cohort: 'none',
        batch: '{record}',
        do: 'it',
      },
      decides('>/coordinate/people?programme=kidney&together=cohort&changed=0-1'),
    ],
    [
      'make codes for them',
      TOGETHER,
      { together: 'codes', who: '{nadia}', seen: '1', batch: '{record}', do: 'it' },
      decides('200'),
    ],
    [
      'archive without a reason',
      TOGETHER,
      { together: 'archive', who: '{nadia}', seen: '1', batch: '{record}', do: 'it' },
      decides('422'),
    ],
    [
      'save them',
      TOGETHER,
      { together: 'export', who: '{nadia}', seen: '1', do: 'it' },
      decides('200'),
    ],
  ],
  'coordinate/invite-again.astro': [
    ['look at all', `/coordinate/invite-again${KIDNEY}`, { all: 'yes' }, decides('200')],
    [
      'invite again whoever is not there',
      `/coordinate/invite-again${KIDNEY}`,
      { link: 'a'.repeat(64), batch: '{record}', do: 'it' },
      decides('200'),
    ],
  ],
  'coordinate/import/index.astro': [
    [
      'upload a list',
      `/coordinate/import${KIDNEY}`,
      { id: '{record}', list: 'Name\nBen' },
      decides('>/coordinate/import/{record}'),
    ],
  ],
  'coordinate/import/[id].astro': [
    [
      'say which letters',
      IMPORT,
      { do: 'letters', encoding: 'windows-1252' },
      decides(`>${IMPORT}`),
    ],
    ['read columns otherwise', IMPORT, { do: 'columns-again' }, decides(`>${IMPORT}`)],
    ['say which columns', IMPORT, { do: 'columns', 'column-0': 'name' }, decides(`>${IMPORT}`)],
    [
      'say how days are written',
      IMPORT,
      { do: 'order', order: 'day-first' },
      decides(`>${IMPORT}`),
    ],
    ['leave out who is here', IMPORT, { do: 'people', people: 'leave' }, decides(`>${IMPORT}`)],
    ['say who somebody is', IMPORT, { do: 'each', 'line-2': 'leave' }, decides(`>${IMPORT}`)],
    ['bring them in', IMPORT, { do: 'run' }, decides(`>${IMPORT}`)],
    ['throw it away', IMPORT, { do: 'throw-away' }, decides(`>${IMPORT}`)],
  ],
  'coordinate/invitations.astro': [
    ['withdraw', INVITATIONS, { revoke: 'x' }, decides(`>${INVITATIONS}&state=waiting`)],
    ['make again one that is not there', INVITATIONS, { again: 'x' }, decides('404')],
  ],
  'coordinate/register/export.astro': [
    ['save', `/coordinate/register/export${KIDNEY}`, { format: 'json' }, decides('200')],
  ],
  'account/data/index.astro': [
    [
      'take back what somebody else asked',
      '/account/data',
      { id: '{of:dataRequest}' },
      mine('404'),
    ],
  ],
  'account/data/download.astro': [['download', '/account/data/download', {}, mine('200')]],
  'account/data/notes.astro': [
    [
      'ask to see what staff wrote',
      '/account/data/notes',
      {},
      {
        all: '422',
        visitor: 'out',
        trainee: '>/account/data?saved=notes',
        elsewhere: '>/account/data?saved=notes',
      },
    ],
  ],
  'account/data/correct.astro': [
    [
      'ask for a correction',
      '/account/data/correct',
      { id: '{record}', text: 'I was there.' },
      mine('>/account/data?saved=correct'),
    ],
  ],
  'account/data/erase.astro': [
    [
      'ask to be erased',
      '/account/data/erase',
      { sure: 'yes' },
      mine('>/account/data?saved=erase'),
    ],
  ],
  [file('data/[request]')]: [
    [
      'review notes where none were asked for',
      `${NADIA}/data/{of:dataRequest}`,
      { do: 'review' },
      { all: '404', visitor: 'out' },
    ],
    [
      'answer a request for a correction',
      `${NADIA}/data/{of:dataRequest}`,
      { answer: 'done', text: '' },
      decides(`>${NADIA}/data?saved=1`),
    ],
  ],
  'manage/rights/[request].astro': [
    [
      'answer what was answered',
      '/manage/rights/{of:dataRequest}',
      { answer: 'done', text: '' },
      administers('409'),
    ],
  ],
  'manage/accounts/[person]/erase.astro': [
    [
      'erase under another name',
      `${ACCOUNT}/erase`,
      { do: 'erase', name: 'Nobody' },
      administers('422'),
    ],
    [
      'refuse what nobody asked',
      `${ACCOUNT}/erase`,
      { do: 'decline', text: 'Not now.' },
      { all: '404', visitor: 'out' },
    ],
  ],
  'manage/security/index.astro': [
    [
      'say that one looked at it',
      '/manage/security',
      { do: 'looked', event: 'x' },
      administers('>/manage/security?saved=1'),
    ],
    ['save it as a file', '/manage/security', { do: 'file' }, administers('200')],
    ['do something else', '/manage/security', { do: 'x' }, administers('404')],
  ],
  'manage/invite.astro': [
    ['invite a coordinator', '/manage/invite', { ...tom, name: 'Cora' }, administers('200')],
  ],
  'manage/invitations.astro': [
    [
      'withdraw',
      '/manage/invitations',
      { revoke: 'x' },
      administers('>/manage/invitations?state=waiting'),
    ],
    ['make again one that is not there', '/manage/invitations', { again: 'x' }, administers('404')],
  ],

  // Of administrators.
  'manage/system.astro': [
    // No mail server here: it says so, and nothing went out.
    ['send a test mail', '/manage/system', { do: 'mail' }, administers('422')],
    ['do something else', '/manage/system', { do: 'x' }, administers('404')],
  ],
  'manage/second-factor.astro': [
    ['set no day', '/manage/second-factor', { day: '' }, administers('422')],
  ],
  'manage/accounts/[person].astro': [
    // Nadia is a trainee, whose coordinator makes a code: of staff tells tests/server/second-factor.test.ts.
    ['take a second factor away', ACCOUNT, { do: 'factor' }, { all: '404', visitor: 'out' }],
    ['make a link to a password', ACCOUNT, { do: 'link' }, { all: '404', visitor: 'out' }],
    ['correct a name', ACCOUNT, { do: 'name', name: 'Nadia' }, administers(`>${ACCOUNT}?saved=1`)],
    [
      'give a role',
      ACCOUNT,
      { do: 'give', role: 'observer kidney' },
      administers(`>${ACCOUNT}?saved=1`),
    ],
    [
      'take a role',
      ACCOUNT,
      { do: 'take', role: 'observer kidney' },
      administers(`>${ACCOUNT}?saved=1`),
    ],
    ['move', ACCOUNT, { do: 'move', to: 'long-term' }, administers(`>${ACCOUNT}?saved=1`)],
    ['move back', ACCOUNT, { do: 'move', to: 'kidney' }, administers(`>${ACCOUNT}?saved=1`)],
    ['disable', CESAR, { do: 'disable' }, administers(`>${CESAR}?saved=1`)],
    ['enable', CESAR, { do: 'enable' }, administers(`>${CESAR}?saved=1`)],
  ],
  'manage/tokens.astro': [
    [
      'make a token',
      '/manage/tokens',
      { id: newId(now), name: 'Match', programme: 'kidney', scope: 'mentors:read', days: '30' },
      administers('200'),
    ],
    [
      'take back a token that is not there',
      '/manage/tokens',
      { revoke: '{absent}' },
      administers('404'),
    ],
  ],
  'manage/exports/index.astro': [
    [
      'export',
      '/manage/exports',
      {
        programme: 'kidney',
        language: 'en',
        standard: '1.2',
        preset: 'generic',
        scope: 'chosen',
        modules: 'consent',
        tries: '0',
        interactions: 'preset',
      },
      administers('>/manage/exports/*'),
    ],
  ],
  'manage/programmes/new.astro': [
    ['make a programme', '/manage/programmes/new', { from: 'kidney' }, administers('422')],
  ],
  'manage/programmes/[slug]/[section].astro': [
    ['preview', `${WORDS}/areas`, { newest: '', do: 'preview' }, administers('200')],
    ['edit', `${WORDS}/areas`, { newest: '', do: 'edit' }, administers('200')],
    [
      'save',
      '/manage/programmes/long-term/areas',
      { newest: '', do: 'save', 'areas.copd.en': 'Lungs', 'areas.copd.es': 'Pulmones' },
      administers('>/manage/programmes/long-term?saved=1'),
    ],
  ],
  'manage/programmes/[slug]/index.astro': [
    [
      'look at what an older version brings back',
      WORDS,
      { newest: '', do: 'look-back', version: 'shipped' },
      administers('200'),
    ],
    [
      'bring back',
      WORDS,
      { newest: '', do: 'bring-back', version: 'shipped' },
      administers(`>${WORDS}?saved=1`),
    ],
    ['open', WORDS, { newest: 'older', do: 'open' }, administers('409')],
    ['archive', WORDS, { newest: 'older', do: 'archive' }, administers('409')],
  ],
  'manage/programmes/[slug]/second-signature.astro': [
    [
      'ask for a second signature',
      '/manage/programmes/long-term/second-signature',
      { version: '0', day: plusDays(momentOf('long-term', now).today, 28) },
      administers('>/manage/programmes/long-term/rules?saved=1'),
    ],
  ],
  'manage/programmes/[slug]/required.astro': [
    [
      'require a check',
      '/manage/programmes/long-term/required?check=references.seen',
      { newest: '', day: plusDays(momentOf('long-term', now).today, 28) },
      administers('>/manage/programmes/long-term/required?saved=1'),
    ],
  ],
  'manage/programmes/[slug]/rules.astro': [
    [
      'change rules that were changed meanwhile',
      '/manage/programmes/long-term/rules',
      { version: '0', groupSessionsCount: 'yes', dangerHours: '4', longWaitDays: '28' },
      administers('409'),
    ],
  ],
  // An upload that is none; of real ones: upload.test.ts.
  'manage/packages/new.astro': [
    ['bring', '/manage/packages/new', { programme: 'kidney' }, imports('400')],
  ],
  'manage/packages/[id]/replace.astro': [
    ['replace', `${PACKAGE}/replace`, { again: 'yes' }, imports('400')],
  ],
  'manage/packages/[id]/index.astro': [
    [
      'place',
      PACKAGE,
      { do: 'place', titleEn: 'Tea', titleEs: 'Té', position: '1' },
      places(`>${PACKAGE}?saved=1`),
    ],
    ['archive', PACKAGE, { do: 'archive' }, places(`>${PACKAGE}?saved=1`)],
    ['bring back', PACKAGE, { do: 'back' }, places(`>${PACKAGE}?saved=1`)],
  ],
}
