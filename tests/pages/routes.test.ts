/** Who may see what: every route × role × own, foreign and absent id × GET and POST (R14–R17). Who may do what: acts.test.ts. */
import { globSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PASSWORD, type Name } from '#tests/cast.ts'
import { wordsIn } from '#i18n/words.ts'
import { newId } from '#server/trail/new-id.ts'
import { askedIn } from '#tests/quiz-forms.ts'
import { some } from '#tests/runs.ts'
import { beside } from './a-database.ts'
import { policyBreaks } from './policy-breaks.ts'
import {
  cellOf,
  expected,
  ROLE_NAMES,
  ROLES,
  shown,
  type Cell,
  type Cells,
  type RoleName,
} from './roles.ts'
import {
  ABSENT,
  APPLICANT,
  english,
  GROUP_SESSION,
  headingOf,
  openSite,
  otherSession,
  QUESTION,
  REACHED,
  REVIEW,
  SECRET_NOTE,
  UNSAID,
  session,
  type Answer,
  type Site,
} from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(async () => {
  await site.stop()
  expect(site.server.output()).not.toMatch(/Error|caused by/)
})

/** @param path as `site.fill` reads it */
type Row = readonly [path: string, get: Cells, post: Cells]

const STAFF = { all: '404', visitor: 'in' } as const
const STAFF_POST = { all: '404', visitor: 'out' } as const
const MEMBERS = { all: '200', visitor: 'in' } as const
const NOT_THERE = { all: '404', visitor: 'in' } as const
const NOT_THERE_POST = { all: '404', visitor: 'out' } as const
/** Only Ray has the records that the page is about. */
const ray = (his: Cell, others: Cell): Cells => ({ all: others, visitor: 'in', trainee: his })
const staffOnly = (cell: Cell): Partial<Record<RoleName, Cell>> => ({
  observer: cell,
  coordinator: cell,
  foreign: cell,
  administrator: cell,
})
/** Whoever is in already is led to where they start. */
const AT_HOME = {
  all: '>/learn',
  visitor: '>/sign-in',
  observer: '>/coordinate',
  coordinator: '>/coordinate',
  foreign: '>/coordinate',
  administrator: '>/manage',
} as const
const STAFF_ONLY = { all: '404', visitor: 'in', ...staffOnly('200') } as const
const STAFF_ONLY_POST = { all: '404', visitor: 'out' } as const
const member = (cell: Cell): Cells => ({ all: cell, visitor: 'out' })

const TALK = `/learn/${session.id}`
const BLOCKED = `/learn/${otherSession.id}`

/** The trainee pages of a coordinator: for one of the programme; the same 404 for all others. */
const trainee = (
  page: string,
  own: readonly [get: Partial<Record<RoleName, Cell>>, post: Partial<Record<RoleName, Cell>>],
  foreign: readonly [get: Partial<Record<RoleName, Cell>>, post: Partial<Record<RoleName, Cell>>],
): readonly Row[] => [
  [`/coordinate/{nadia}${page}`, { ...STAFF, ...own[0] }, { ...STAFF_POST, ...own[1] }],
  [`/coordinate/{joyce}${page}`, { ...STAFF, ...foreign[0] }, { ...STAFF_POST, ...foreign[1] }],
  ...['{absent}', '{carla}', '{ana}', 'x', '%00', 'constructor'].map((id): Row => [
    `/coordinate/${id}${page}`,
    id === '%00' ? '400' : NOT_THERE,
    id === '%00' ? '400' : NOT_THERE_POST,
  ]),
]
const seen = (cell: Cell) => ({ observer: cell, coordinator: cell })
const decided = (cell: Cell) => ({ coordinator: cell })
const byGwen = (cell: Cell) => ({ foreign: cell })

/** A page that coordinators have, each about their own programme; for observers it is not there. */
const desk = (
  path: string,
  post: Cell,
  postByGwen = post.replace('kidney', 'long-term'),
): readonly Row[] => [
  [
    path,
    { ...STAFF, coordinator: '200', foreign: '200' },
    { ...STAFF_POST, coordinator: post, foreign: postByGwen },
  ],
  [
    `${path}?programme=long-term`,
    { ...STAFF, ...byGwen('200') },
    { ...STAFF_POST, ...byGwen(postByGwen) },
  ],
  [`${path}?programme=constructor`, STAFF, STAFF_POST],
]
/** Something of kidney that Carla has and Gwen has not. */
const atDesk = (folder: string, id: string, post: Cell): readonly Row[] => [
  [`${folder}/${id}`, { ...STAFF, ...decided('200') }, { ...STAFF_POST, ...decided(post) }],
  ...['{absent}', '{ana}', 'x', 'constructor'].map((other): Row => [
    `${folder}/${other}`,
    NOT_THERE,
    NOT_THERE_POST,
  ]),
  [`${folder}/%00`, '400', '400'],
]
/** A page of a request for a mentor. */
const ofRequest = (page: string, post: Cell): readonly Row[] => [
  [
    `/coordinate/requests/{of:request}${page}`,
    { ...STAFF, ...decided('200') },
    { ...STAFF_POST, ...decided(post) },
  ],
  ...['{absent}', '{ana}', 'x', 'constructor'].map((id): Row => [
    `/coordinate/requests/${id}${page}`,
    NOT_THERE,
    NOT_THERE_POST,
  ]),
]
/** Whoever teaches has it, in whichever programme; it takes no form. */
const teach = (path: string): Row => {
  const whoTeaches: Cells = {
    ...STAFF,
    observer: '200',
    coordinator: '200',
    foreign: '200',
    administrator: '200',
  }
  return [path, whoTeaches, { ...whoTeaches, visitor: 'out' }]
}
/** All of staff find people; nothing was typed here. */
const find = (path: string): Row => {
  const [, get] = teach(path)
  const asked = '>/coordinate/find'
  const staff = { observer: asked, coordinator: asked, foreign: asked, administrator: asked }
  return [path, get, { ...STAFF_POST, ...staff }]
}
const manage = (path: string, post: Cell): Row => [
  path,
  { ...STAFF, administrator: '200' },
  { ...STAFF_POST, administrator: post },
]
/** Only trainees have it, of whichever programme. */
const trainees = (cell: Cell) => ({ trainee: cell, elsewhere: cell })
/** A page of a sign-off that nobody has begun leads to its first page. */
const journeyPage = (page: string): readonly Row[] =>
  trainee(
    `/sign-off${page}`,
    [decided('>/coordinate/{nadia}/sign-off'), decided('>/coordinate/{nadia}/sign-off')],
    [byGwen('>/coordinate/{joyce}/sign-off'), byGwen('>/coordinate/{joyce}/sign-off')],
  )
const AMEND = '/coordinate/{nadia}/amend'

const importers = (cell: Cell) => ({ administrator: cell, coordinator: cell, foreign: cell })
/** Administrators, and coordinators of its programme. */
const ofPackage = (page: string, post: Cell): readonly Row[] => [
  [
    `/manage/packages/{of:package}${page}`,
    { ...STAFF, administrator: '200', coordinator: '200' },
    { ...STAFF_POST, administrator: post, coordinator: post },
  ],
  ...['{absent}', '{ana}', 'x', 'constructor'].map((id): Row => [
    `/manage/packages/${id}${page}`,
    NOT_THERE,
    NOT_THERE_POST,
  ]),
]

const ROUTES: Readonly<Record<string, readonly Row[]>> = {
  'index.astro': [
    [
      '/',
      {
        all: '>/learn',
        visitor: '200',
        observer: '>/coordinate',
        coordinator: '>/coordinate',
        foreign: '>/coordinate',
        administrator: '>/manage',
      },
      {
        all: '>/learn',
        visitor: '200',
        observer: '>/coordinate',
        coordinator: '>/coordinate',
        foreign: '>/coordinate',
        administrator: '>/manage',
      },
    ],
  ],
  'about.astro': [['/about', '200', '200']],
  'accessibility.astro': [['/accessibility', '200', '200']],
  'privacy.astro': [['/privacy', '200', '200']],
  'sample.astro': [['/sample', '200', '200']],
  'search.astro': [
    ['/search', '200', '200'],
    ['/search?q=suicide', '200', '200'],
  ],
  // Built once, the same for everybody.
  'saved.astro': [['/saved', '200', '404']],
  'glossary.astro': [['/glossary', '200', '200']],
  'help/index.astro': [['/help', '200', '200']],
  'help/[slug].astro': [
    ['/help/join', '200', '200'],
    // Nothing in it is a secret: whoever looks after a learning system has no account here.
    ['/help/lms', '200', '200'],
    ['/help/cooking', '404', '404'],
    ['/help/constructor', '404', '404'],
  ],
  'resources/index.astro': [['/resources', '200', '200']],
  'resources/[slug].astro': [
    ['/resources/reference-guide', '200', '200'],
    ['/resources/cooking', '404', '404'],
    ['/resources/constructor', '404', '404'],
  ],
  '404.astro': [
    ['/cooking', '404', '404'],
    ['/learn/consent/quiz/who-decides/cooking', '404', { all: '404', visitor: 'out' }],
    ['/404', '404', '404'],
    // A library's own routes are not there (B12).
    ['/500', '404', '404'],
  ],
  'malformed.astro': [['/malformed', '400', '400']],
  'signed-out.astro': [['/signed-out', '>/sign-in', '>/sign-in']],
  'set-up-first.astro': [['/set-up-first', '>/ways-in/factor', '>/ways-in/factor']],
  'somebody-else.astro': [['/somebody-else', '>/', '>/']],
  // Nobody here has a second factor yet: see second-factor.test.ts.
  'sign-in/recover.astro': [['/sign-in/recover', '200', '401']],
  'sign-in/second.astro': [['/sign-in/second', AT_HOME, AT_HOME]],
  'sign-in.astro': [
    [
      '/sign-in',
      {
        all: '>/learn',
        visitor: '200',
        observer: '>/coordinate',
        coordinator: '>/coordinate',
        foreign: '>/coordinate',
        administrator: '>/manage',
      },
      '422',
    ],
    ['/sign-in?to=%2Flearn%2Fconsent', { all: '>/learn/consent', visitor: '200' }, '422'],
    [
      '/sign-in?to=https%3A%2F%2Fevil.example',
      {
        all: '>/learn',
        visitor: '200',
        observer: '>/coordinate',
        coordinator: '>/coordinate',
        foreign: '>/coordinate',
        administrator: '>/manage',
      },
      '422',
    ],
    [
      '/sign-in?to=%2F%2Fevil.example',
      {
        all: '>/learn',
        visitor: '200',
        observer: '>/coordinate',
        coordinator: '>/coordinate',
        foreign: '>/coordinate',
        administrator: '>/manage',
      },
      '422',
    ],
    [
      '/sign-in?to=%2F%5Cevil.example',
      {
        all: '>/learn',
        visitor: '200',
        observer: '>/coordinate',
        coordinator: '>/coordinate',
        foreign: '>/coordinate',
        administrator: '>/manage',
      },
      '422',
    ],
  ],
  'sign-out.ts': [['/sign-out', '>/', '>/']],
  'language.ts': [['/language', '>/', '>/']],
  'apply/index.astro': [
    ['/apply', '200', '200'],
    ['/apply?programme=constructor', '200', '200'],
  ],
  'apply/form.astro': [
    ['/apply/form', '200', '422'],
    ['/apply/form?programme=long-term', '200', '422'],
    ['/apply/form?programme=unknown', '404', '404'],
    ['/apply/form?programme=constructor', '404', '404'],
  ],
  'apply/thanks.astro': [
    ['/apply/thanks', '200', '200'],
    ['/apply/thanks?programme=constructor', '200', '200'],
  ],
  'ask/index.astro': [
    ['/ask', '200', '200'],
    ['/ask?programme=kidney', '200', '200'],
    ['/ask?programme=constructor', '200', '200'],
  ],
  'ask/form.astro': [
    ['/ask/form?programme=kidney', '200', '422'],
    ['/ask/form?programme=kidney&as=facility', '200', '422'],
    // Not switched on.
    ['/ask/form?programme=long-term', '>/ask?programme=long-term', '422'],
    ['/ask/form?programme=constructor', '404', '404'],
  ],
  'ask/code.astro': [['/ask/code', '200', '422']],
  'ask/sent.astro': [['/ask/sent', '>/ask/code', '>/ask']],
  // Nobody has typed a code.
  'ask/mine.astro': [['/ask/mine', '>/ask/code', '>/ask/code']],
  'ask/correct.astro': [['/ask/correct', '>/ask/code', '>/ask/code']],
  'join/index.astro': [['/join', '200', '422']],
  'join/[secret].astro': [
    ['/join/{link:trainee}', '200', '422'],
    ['/join/{link:reset}', '200', '422'],
    ['/join/{link:used}', '410', '410'],
    ['/join/{link:withdrawn}', '410', '410'],
    ['/join/cooking', '404', '404'],
  ],
  'course/[name].json.ts': [
    ['/course/en.json', '404', '404'],
    ['/course/competencies.json', '404', '404'],
  ],
  'media/[file].vtt.ts': [
    ['/media/welcome.en.vtt', '200', '404'],
    ['/media/cooking.vtt', '404', '404'],
  ],
  'api/records.ts': [['/api/records', '405', { all: '415', visitor: '401' }]],
  'api/passkey.ts': [['/api/passkey', '405', '400']],
  'api/device-key.ts': [
    ['/api/device-key', { all: '200', visitor: '401' }, { all: '405', visitor: '405' }],
  ],
  'api/saved/me.ts': [['/api/saved/me', { all: '403', visitor: '401', ...trainees('200') }, '405']],
  'api/saved/[language]/[module].ts': [
    ['/api/saved/en/consent', { all: '403', visitor: '401', ...trainees('200') }, '405'],
    ['/api/saved/es/consent', { all: '403', visitor: '401', ...trainees('200') }, '405'],
    ['/api/saved/en/cooking', { all: '403', visitor: '401', ...trainees('404') }, '405'],
    ['/api/saved/en/constructor', { all: '403', visitor: '401', ...trainees('404') }, '405'],
    ['/api/saved/xx/consent', { all: '404', visitor: '401' }, '405'],
  ],
  'record/index.astro': [['/record', MEMBERS, member('200')]],
  // Nobody of these roles is ready to be matched.
  'record/certificate.astro': [
    ['/record/certificate', { all: '>/record', visitor: 'in' }, member('>/record')],
  ],
  'record/profile.astro': [['/record/profile', MEMBERS, member('>/record/profile?saved=all')]],
  'record/profile.txt.ts': [['/record/profile.txt', MEMBERS, { all: '404', visitor: 'out' }]],
  'record/my-learning.astro': [['/record/my-learning', MEMBERS, member('200')]],
  'record/my-learning.html.ts': [
    ['/record/my-learning.html', MEMBERS, { all: '404', visitor: 'out' }],
  ],
  'record/renewal.ics.ts': [
    [
      '/record/renewal.ics',
      { all: '404', visitor: 'in', elsewhere: '200' },
      { all: '404', visitor: 'out' },
    ],
  ],
  'check/index.astro': [['/check', '200', '422']],
  'check/[code].astro': [
    ['/check/ABCD-EFGH-JKLM', '404', '404'],
    ['/check/constructor', '404', '404'],
    ['/check/%00', '400', '400'],
  ],
  'name.astro': [['/name', { all: '200', visitor: 'in' }, { all: '422', visitor: 'out' }]],
  'ways-in/passkeys/index.astro': [['/ways-in/passkeys', MEMBERS, member('200')]],
  'ways-in/passkeys/new.astro': [
    ['/ways-in/passkeys/new', MEMBERS, member('>/ways-in/passkeys/new')],
  ],
  'ways-in/mail.astro': [
    [
      '/ways-in/mail',
      MEMBERS,
      { all: '>/ways-in/mail?saved=1', visitor: 'out', coordinator: '422', foreign: '422' },
    ],
  ],
  'ways-in/factor/index.astro': [['/ways-in/factor', STAFF_ONLY, member('404')]],
  'ways-in/factor/app.astro': [
    [
      '/ways-in/factor/app',
      STAFF_ONLY,
      { ...STAFF_ONLY_POST, ...staffOnly('>/ways-in/factor/app') },
    ],
  ],
  'ways-in/factor/codes.astro': [
    ['/ways-in/factor/codes', { all: '>/ways-in/factor', visitor: 'in' }, member('404')],
  ],
  'account/index.astro': [['/account', MEMBERS, member('200')]],
  // Whose requests they are, and nobody else's, is taken back: see acts.ts.
  'account/data/index.astro': [['/account/data', MEMBERS, member('404')]],
  'account/data/download.astro': [['/account/data/download', MEMBERS, member('200')]],
  'account/data/kept.astro': [['/account/data/kept', MEMBERS, member('200')]],
  'account/data/notes.astro': [
    [
      '/account/data/notes',
      MEMBERS,
      { all: '422', visitor: 'out', ...trainees('>/account/data?saved=notes') },
    ],
  ],
  'account/data/correct.astro': [['/account/data/correct', MEMBERS, member('422')]],
  'account/data/erase.astro': [['/account/data/erase', MEMBERS, member('422')]],
  'account/looks.astro': [
    ['/account/looks', MEMBERS, member('200')],
    ['/account/looks?before=x', MEMBERS, member('200')],
  ],
  'ways-in/devices.astro': [['/ways-in/devices', MEMBERS, member('404')]],
  'ways-in.astro': [['/ways-in', { all: '200', visitor: 'in' }, { all: '422', visitor: 'out' }]],
  'display.astro': [['/display', '200', '>/display?saved=1']],
  // Nobody of these roles has done the whole course.
  'learn/arrival.astro': [['/learn/arrival', { all: '>/learn', visitor: 'in' }, member('>/learn')]],
  'learn/sign-off.astro': [['/learn/sign-off', MEMBERS, member('>/learn/sign-off')]],
  'learn/pause.astro': [['/learn/pause', MEMBERS, member('>/learn')]],
  'learn/commitment.astro': [
    [
      '/learn/commitment',
      MEMBERS,
      { ...(member('>/learn/commitment') as object), all: '>/learn/commitment', elsewhere: '422' },
    ],
  ],
  'learn/remembering.astro': [
    ['/learn/remembering', MEMBERS, member('>/learn/remembering')],
    [
      '/learn/remembering?before=safety&seen=constructor',
      MEMBERS,
      member('>/learn/remembering?before=safety'),
    ],
    ['/learn/remembering?before=cooking', NOT_THERE, member('>/learn/remembering?before=cooking')],
  ],
  'learn/checks.astro': [['/learn/checks', MEMBERS, member('200')]],
  'learn/who-can-see.astro': [['/learn/who-can-see', MEMBERS, member('200')]],
  'learn/index.astro': [['/learn', MEMBERS, member('>/learn')]],
  'learn/confidence/index.astro': [['/learn/confidence', MEMBERS, member('200')]],
  'learn/confidence/[when].astro': [
    [
      '/learn/confidence/before',
      ray('>/learn/confidence?closed=before', '200'),
      {
        ...(member('>/learn/confidence/before') as object),
        all: '>/learn/confidence/before',
        trainee: '>/learn/confidence?closed=before',
      },
    ],
    [
      '/learn/confidence/after',
      { all: '>/learn/confidence?closed=after', visitor: 'in' },
      member('>/learn/confidence?closed=after'),
    ],
    ['/learn/confidence/never', NOT_THERE, NOT_THERE_POST],
  ],
  'learn/[module]/[item]/index.astro': [
    ['/learn/consent/waiting-for-consent', MEMBERS, member('>/learn/consent/waiting-for-consent')],
    [
      '/learn/consent/a-promise-i-can-keep',
      MEMBERS,
      member('>/learn/consent/a-promise-i-can-keep'),
    ],
    ['/learn/story/goal-road-map', MEMBERS, member('>/learn/story/goal-road-map')],
    [TALK, MEMBERS, member(`>${TALK}`)],
    ['/learn/consent/cooking', NOT_THERE, NOT_THERE_POST],
    ['/learn/cooking/waiting-for-consent', NOT_THERE, NOT_THERE_POST],
    ['/learn/constructor/constructor', NOT_THERE, NOT_THERE_POST],
  ],
  'learn/[module]/[item]/talk.astro': [
    [
      `${TALK}/talk`,
      ray('200', `>${TALK}`),
      { all: `>${TALK}`, visitor: 'out', trainee: `>${TALK}` },
    ],
    [`${TALK}/talk?run={absent}`, ray('200', `>${TALK}`), { all: `>${TALK}`, visitor: 'out' }],
    [`${TALK}/talk?step=99`, ray('200', `>${TALK}`), { all: `>${TALK}`, visitor: 'out' }],
    [`${BLOCKED}/talk`, ray('200', `>${BLOCKED}`), { all: `>${BLOCKED}`, visitor: 'out' }],
    ['/learn/consent/waiting-for-consent/talk', NOT_THERE, NOT_THERE_POST],
    ['/learn/practising/cooking/talk', NOT_THERE, NOT_THERE_POST],
  ],
  'learn/[module]/[item]/debrief.astro': [
    [`${TALK}/debrief`, ray('200', `>${TALK}`), member(`>${TALK}`)],
    [`${TALK}/debrief?run={run:ended}`, ray('200', `>${TALK}`), member(`>${TALK}`)],
    [`${TALK}/debrief?run={absent}`, ray('200', `>${TALK}`), member(`>${TALK}`)],
    [`${BLOCKED}/debrief`, { all: `>${BLOCKED}`, visitor: 'in' }, member(`>${BLOCKED}`)],
    ['/learn/practising/cooking/debrief', NOT_THERE, NOT_THERE_POST],
  ],
  'learn/[module]/print.astro': [
    ['/learn/consent/print', MEMBERS, member('200')],
    ['/learn/practising/print', MEMBERS, member('200')],
    ['/learn/cooking/print', NOT_THERE, NOT_THERE_POST],
    ['/learn/constructor/print', NOT_THERE, NOT_THERE_POST],
  ],
  'learn/[module]/quiz/index.astro': [
    ['/learn/consent/quiz', MEMBERS, member('200')],
    ['/learn/cooking/quiz', NOT_THERE, NOT_THERE_POST],
  ],
  'learn/[module]/quiz/[question].astro': [
    ['/learn/consent/quiz/who-decides', MEMBERS, member('>/learn/consent/quiz/who-decides')],
    [
      '/learn/consent/quiz/who-decides?attempt={absent}&again=1',
      MEMBERS,
      member('>/learn/consent/quiz/who-decides'),
    ],
    ['/learn/consent/quiz/cooking', NOT_THERE, NOT_THERE_POST],
    ['/learn/role/quiz/who-decides', NOT_THERE, NOT_THERE_POST],
  ],
  'learn/[module]/quiz/result.astro': [
    [
      '/learn/consent/quiz/result',
      ray('200', '>/learn/consent/quiz'),
      { all: '>/learn/consent/quiz', visitor: 'out', trainee: '200' },
    ],
    ['/learn/cooking/quiz/result', NOT_THERE, NOT_THERE_POST],
  ],
  'learn/ask.astro': [
    [
      '/learn/ask',
      { ...STAFF, ...trainees('200') },
      { ...STAFF_POST, ...trainees('>/learn/ask?page=%2Flearn') },
    ],
    [
      '/learn/ask?page=%2F%2Fevil.example',
      { ...STAFF, ...trainees('200') },
      { ...STAFF_POST, ...trainees('>/learn/ask?page=%2Flearn') },
    ],
  ],
  'learn/saved.astro': [
    ['/learn/saved', { ...STAFF, ...trainees('200') }, { ...STAFF_POST, ...trainees('200') }],
  ],
  'learn/messages.astro': [['/learn/messages', MEMBERS, member('200')]],
  'calendar/index.astro': [['/calendar', MEMBERS, member('200')]],
  'calendar/[secret].ics.ts': [
    ['/calendar/constructor.ics', '404', '404'],
    [`/calendar/${'x'.repeat(43)}.ics`, '404', '404'],
  ],
  'learn/group-sessions.astro': [
    [
      '/learn/group-sessions',
      { ...STAFF, ...trainees('200') },
      { ...STAFF_POST, ...trainees('404') },
    ],
    [
      '/learn/group-sessions?after=constructor&saved=%22',
      { ...STAFF, ...trainees('200') },
      { ...STAFF_POST, ...trainees('404') },
    ],
  ],
  'group-sessions/[id].ics.ts': [
    ['/group-sessions/{of:groupSession}.ics', { ...STAFF, ...seen('200'), trainee: '200' }, '404'],
    ['/group-sessions/{absent}.ics', NOT_THERE, '404'],
    ['/group-sessions/constructor.ics', NOT_THERE, '404'],
  ],
  'coordinate/index.astro': [
    [
      '/coordinate',
      { ...STAFF, ...seen('200'), foreign: '200' },
      { ...STAFF_POST, ...seen('200'), foreign: '200' },
    ],
    [
      '/coordinate?programme=long-term&search=%25&page=-1',
      { ...STAFF, ...seen('200'), foreign: '200' },
      { ...STAFF_POST, ...seen('200'), foreign: '200' },
    ],
  ],
  'coordinate/applications/index.astro': desk('/coordinate/applications', '200'),
  'coordinate/applications/[id].astro': atDesk(
    '/coordinate/applications',
    '{of:application}',
    '422',
  ),
  'coordinate/requests/index.astro': desk('/coordinate/requests', '200'),
  'coordinate/requests/new.astro': desk('/coordinate/requests/new', '422'),
  'coordinate/requests/[id]/index.astro': atDesk('/coordinate/requests', '{of:request}', '422'),
  'coordinate/requests/[id]/suggestions.astro': ofRequest(
    '/suggestions',
    '>/coordinate/requests/{of:request}/suggestions',
  ),
  'coordinate/pairings/index.astro': desk('/coordinate/pairings', '200'),
  'coordinate/pairings/[id].astro': atDesk(
    '/coordinate/pairings',
    '{of:proposal}',
    '>/coordinate/pairings/{of:proposal}',
  ),
  'learn/pairings/index.astro': [
    ['/learn/pairings', { ...STAFF, ...trainees('200') }, { ...STAFF_POST, ...trainees('200') }],
  ],
  'learn/pairings/[id]/index.astro': [
    [
      '/learn/pairings/{of:proposal}',
      { ...STAFF, trainee: '200' },
      { ...STAFF_POST, trainee: '>/learn/pairings/{of:proposal}' },
    ],
    ['/learn/pairings/{absent}', NOT_THERE, NOT_THERE_POST],
    ['/learn/pairings/constructor', NOT_THERE, NOT_THERE_POST],
  ],
  // Nobody of these roles is connected with anybody.
  'learn/pairings/[id]/first-meeting.astro': [
    ['/learn/pairings/{of:proposal}/first-meeting', NOT_THERE, NOT_THERE_POST],
    ['/learn/pairings/{absent}/first-meeting', NOT_THERE, NOT_THERE_POST],
  ],
  'coordinate/requests/[id]/correct.astro': ofRequest('/correct', '422'),
  'coordinate/requests/[id]/contact.astro': ofRequest('/contact', '200'),
  'coordinate/invitations.astro': desk(
    '/coordinate/invitations',
    '>/coordinate/invitations?programme=kidney&state=waiting',
  ),
  'coordinate/invite.astro': [
    ...desk('/coordinate/invite', '422'),
    ['/coordinate/invite?application={absent}', STAFF, STAFF_POST],
    [
      '/coordinate/invite?application={of:application}',
      { ...STAFF, ...decided('200') },
      { ...STAFF_POST, ...decided('422') },
    ],
  ],
  'coordinate/invite-many.astro': desk('/coordinate/invite-many', '422'),
  'coordinate/invite-again.astro': desk('/coordinate/invite-again', '200'),
  'coordinate/import/index.astro': desk('/coordinate/import', '422'),
  'coordinate/import/[id].astro': atDesk('/coordinate/import', '{of:import}', '404'),
  'coordinate/cohorts.astro': desk('/coordinate/cohorts', '404'),
  'coordinate/hand-over.astro': desk('/coordinate/hand-over', '422'),
  'coordinate/teaching/index.astro': [teach('/coordinate/teaching')],
  'coordinate/teaching/to-confirm.astro': [teach('/coordinate/teaching/to-confirm')],
  'coordinate/teaching/observer-sheet.astro': [teach('/coordinate/teaching/observer-sheet')],
  'coordinate/teaching/[slug].astro': [
    teach('/coordinate/teaching/guide-for-coordinators'),
    ['/coordinate/teaching/cooking', NOT_THERE, NOT_THERE_POST],
    ['/coordinate/teaching/constructor', NOT_THERE, NOT_THERE_POST],
  ],
  'coordinate/group-sessions/index.astro': desk('/coordinate/group-sessions', '422'),
  'coordinate/group-sessions/[id].astro': atDesk(
    '/coordinate/group-sessions',
    '{of:groupSession}',
    '>/coordinate/group-sessions/{of:groupSession}?saved=session',
  ),
  'coordinate/inbox/index.astro': desk('/coordinate/inbox', '200'),
  'coordinate/inbox/[record].astro': atDesk(
    '/coordinate/inbox',
    '{of:message}',
    '>/coordinate/inbox/{of:message}',
  ),
  'coordinate/find.astro': [
    find('/coordinate/find'),
    find(`/coordinate/find?asked=${'x'.repeat(80)}`),
  ],
  'coordinate/people/index.astro': desk('/coordinate/people', '200'),
  'coordinate/people/message.astro': [
    [
      '/coordinate/people/message',
      {
        ...STAFF,
        coordinator: '>/coordinate/people?programme=kidney',
        foreign: '>/coordinate/people?programme=long-term',
      },
      {
        ...STAFF_POST,
        coordinator: '>/coordinate/people?programme=kidney&nobody=1',
        foreign: '>/coordinate/people?programme=long-term&nobody=1',
      },
    ],
    [
      '/coordinate/people/message?to={nadia}',
      { ...STAFF, coordinator: '200', foreign: '200' },
      { ...STAFF_POST, coordinator: '200', foreign: '200' },
    ],
    ['/coordinate/people/message?programme=constructor', STAFF, STAFF_POST],
  ],
  'coordinate/messages/index.astro': desk('/coordinate/messages', '200'),
  'coordinate/messages/templates.astro': desk('/coordinate/messages/templates', '422'),
  'coordinate/messages/[id].astro': atDesk('/coordinate/messages', '{of:letter}', '200'),
  'coordinate/people/together.astro': [
    [
      '/coordinate/people/together',
      {
        ...STAFF,
        coordinator: '>/coordinate/people?programme=kidney',
        foreign: '>/coordinate/people?programme=long-term',
      },
      {
        ...STAFF_POST,
        coordinator: '>/coordinate/people?programme=kidney&nobody=1',
        foreign: '>/coordinate/people?programme=long-term&nobody=1',
      },
    ],
    ['/coordinate/people/together?programme=constructor', STAFF, STAFF_POST],
  ],
  'coordinate/people/[person].astro': [
    ...atDesk('/coordinate/people', '{nadia}', '404'),
    ['/coordinate/people/{joyce}', { ...STAFF, ...byGwen('200') }, STAFF_POST],
    ['/coordinate/people/{nadia}?programme=long-term', STAFF, STAFF_POST],
  ],
  'coordinate/[trainee]/index.astro': trainee(
    '',
    [seen('200'), decided('>/coordinate/{nadia}#open-sessions')],
    [byGwen('200'), byGwen('>/coordinate/{joyce}#open-sessions')],
  ),
  'coordinate/[trainee]/observe.astro': trainee(
    '/observe',
    [seen('200'), seen('>/coordinate/{nadia}/observe')],
    [byGwen('200'), byGwen('>/coordinate/{joyce}/observe')],
  ),
  'coordinate/[trainee]/observer-sheet.astro': trainee(
    '/observer-sheet',
    [seen('200'), seen('200')],
    [byGwen('200'), byGwen('200')],
  ),
  'coordinate/[trainee]/amend/[observation].astro': [
    [
      `${AMEND}/{of:observedByOscar}`,
      { ...STAFF, ...seen('200') },
      { ...STAFF_POST, ...seen(`>${AMEND}/{of:observedByOscar}`) },
    ],
    [
      `${AMEND}/{of:observedByCarla}`,
      { ...STAFF, ...decided('200') },
      { ...STAFF_POST, ...decided(`>${AMEND}/{of:observedByCarla}`) },
    ],
    [`${AMEND}/{absent}`, STAFF, STAFF_POST],
    [`${AMEND}/constructor`, STAFF, STAFF_POST],
    ['/coordinate/{ray}/amend/{of:observedByOscar}', STAFF, STAFF_POST],
    ['/coordinate/{joyce}/amend/{of:observedByOscar}', STAFF, STAFF_POST],
  ],
  'coordinate/[trainee]/talk.astro': trainee(
    '/talk',
    [decided('200'), decided('>/coordinate/{nadia}/talk')],
    [byGwen('200'), byGwen('>/coordinate/{joyce}/talk')],
  ),
  'coordinate/[trainee]/outside.astro': trainee(
    '/outside',
    [decided('200'), decided('>/coordinate/{nadia}/outside')],
    [byGwen('200'), byGwen('>/coordinate/{joyce}/outside')],
  ),
  'coordinate/[trainee]/notes.astro': trainee(
    '/notes',
    [decided('200'), decided('>/coordinate/{nadia}/notes')],
    [byGwen('200'), byGwen('>/coordinate/{joyce}/notes')],
  ),
  'coordinate/[trainee]/data/index.astro': trainee(
    '/data',
    [decided('200'), decided('200')],
    [byGwen('200'), byGwen('200')],
  ),
  // It is Nadia's.
  'coordinate/[trainee]/data/[request].astro': trainee(
    '/data/{of:dataRequest}',
    [decided('200'), decided('422')],
    [{}, {}],
  ),
  'coordinate/[trainee]/follow-up.astro': trainee(
    '/follow-up',
    [decided('200'), decided('>/coordinate/{nadia}/follow-up?programme=kidney')],
    [byGwen('200'), byGwen('>/coordinate/{joyce}/follow-up?programme=long-term')],
  ),
  'coordinate/[trainee]/task.astro': trainee(
    '/task?reason=help',
    [decided('200'), decided('>/coordinate?programme=kidney')],
    [byGwen('200'), byGwen('>/coordinate?programme=long-term')],
  ),
  'coordinate/[trainee]/incidents.astro': trainee(
    '/incidents',
    [decided('200'), decided('422')],
    [byGwen('200'), byGwen('422')],
  ),
  'coordinate/[trainee]/checks/index.astro': trainee(
    '/checks',
    [decided('200'), decided('200')],
    [byGwen('200'), byGwen('200')],
  ),
  'coordinate/[trainee]/checks/[line].astro': [
    ...trainee(
      '/checks/references.seen',
      [decided('200'), decided('422')],
      [byGwen('200'), byGwen('422')],
    ),
    ['/coordinate/{nadia}/checks/constructor', STAFF, STAFF_POST],
    ['/coordinate/{nadia}/checks/references.status', STAFF, STAFF_POST],
  ],
  'coordinate/[trainee]/stop.astro': trainee(
    '/stop',
    [decided('>/coordinate/{nadia}'), decided('>/coordinate/{nadia}')],
    [byGwen('200'), byGwen('422')],
  ),
  'coordinate/[trainee]/coordinator.astro': trainee(
    '/coordinator',
    [decided('200'), decided('>/coordinate/{nadia}/coordinator')],
    [byGwen('200'), byGwen('>/coordinate/{joyce}/coordinator')],
  ),
  'coordinate/[trainee]/profile.astro': trainee(
    '/profile',
    [decided('200'), decided('>/coordinate/{nadia}/profile?saved=all')],
    [byGwen('200'), byGwen('>/coordinate/{joyce}/profile?saved=all')],
  ),
  'coordinate/[trainee]/export.astro': trainee(
    '/export',
    [decided('200'), decided('422')],
    [byGwen('200'), byGwen('422')],
  ),
  'coordinate/[trainee]/reviews/index.astro': trainee(
    '/reviews',
    [decided('200'), decided('>/coordinate/{nadia}/reviews')],
    [byGwen('200'), byGwen('>/coordinate/{joyce}/reviews')],
  ),
  'coordinate/[trainee]/reviews/write.astro': trainee(
    '/reviews/write',
    [decided('200'), decided('>/coordinate/{nadia}/reviews/write')],
    [byGwen('200'), byGwen('>/coordinate/{joyce}/reviews/write')],
  ),
  'reviews/[id].ics.ts': [
    ['/reviews/{of:review}.ics', { ...STAFF, ...decided('200') }, '404'],
    ['/reviews/{absent}.ics', NOT_THERE, '404'],
    ['/reviews/constructor.ics', NOT_THERE, '404'],
  ],
  'learn/reviews.astro': [
    ['/learn/reviews', { ...STAFF, ...trainees('200') }, { ...STAFF_POST, ...trainees('404') }],
  ],
  'coordinate/register/index.astro': desk('/coordinate/register', '200'),
  'coordinate/register/left.astro': desk('/coordinate/register/left', '200'),
  'coordinate/register/export.astro': desk('/coordinate/register/export', '422'),
  'coordinate/reports/index.astro': desk('/coordinate/reports', '200'),
  'coordinate/reports/funder.astro': desk('/coordinate/reports/funder', '200'),
  'coordinate/reports/funder.csv.ts': [
    [
      '/coordinate/reports/funder.csv',
      { ...STAFF, coordinator: '200', foreign: '200' },
      NOT_THERE_POST,
    ],
    [
      '/coordinate/reports/funder.csv?programme=kidney&from=x',
      { ...STAFF, ...decided('200') },
      NOT_THERE_POST,
    ],
  ],
  'coordinate/reports/[report].csv.ts': [
    [
      '/coordinate/reports/funnel.csv',
      { ...STAFF, coordinator: '200', foreign: '200' },
      NOT_THERE_POST,
    ],
    [
      '/coordinate/reports/funnel.csv?programme=kidney',
      { ...STAFF, ...decided('200') },
      NOT_THERE_POST,
    ],
    ['/coordinate/reports/constructor.csv', STAFF, NOT_THERE_POST],
  ],
  'manage/tokens.astro': [manage('/manage/tokens', '>/manage/tokens')],
  'manage/reports/index.astro': [manage('/manage/reports', '200')],
  'coordinate/import/[id].csv.ts': [
    ['/coordinate/import/{of:import}.csv', { ...STAFF, ...decided('200') }, NOT_THERE_POST],
    ['/coordinate/import/{absent}.csv', NOT_THERE, NOT_THERE_POST],
    ['/coordinate/import/x.csv', NOT_THERE, NOT_THERE_POST],
  ],
  'manage/reports/[report].csv.ts': [
    ['/manage/reports/time.csv', { ...STAFF, administrator: '200' }, NOT_THERE_POST],
    ['/manage/reports/constructor.csv', NOT_THERE, NOT_THERE_POST],
    ['/manage/reports/time.csv?year=1', NOT_THERE, NOT_THERE_POST],
  ],
  // Without a token nobody reads anything, whoever is signed in.
  'api/v1/mentors/index.ts': [['/api/v1/mentors', '401', '405']],
  'api/v1/mentors/[id].ts': [['/api/v1/mentors/{luz}', '401', '405']],
  'api/v1/openapi.json.ts': [['/api/v1/openapi.json', '200', '405']],
  'api/[...rest].ts': [['/api/v1/nothing', '404', '404']],
  'coordinate/[trainee]/sign-off/index.astro': trainee(
    '/sign-off',
    [decided('200'), decided('409')],
    [byGwen('200'), byGwen('409')],
  ),
  'coordinate/[trainee]/sign-off/[step].astro': [
    ...journeyPage('/decision'),
    ...journeyPage('/line-consent'),
    ['/coordinate/{nadia}/sign-off/cooking', STAFF, STAFF_POST],
    ['/coordinate/{nadia}/sign-off/constructor', STAFF, STAFF_POST],
  ],
  'coordinate/[trainee]/sign-off/check.astro': journeyPage('/check'),
  'coordinate/[trainee]/sign-off/declare.astro': journeyPage('/declare'),
  'coordinate/[trainee]/second-signature.astro': trainee(
    '/second-signature',
    [decided('>/coordinate/{nadia}#decisions'), decided('>/coordinate/{nadia}#decisions')],
    [byGwen('>/coordinate/{joyce}#decisions'), byGwen('>/coordinate/{joyce}#decisions')],
  ),
  'coordinate/[trainee]/decisions/[decision].astro': [
    [
      '/coordinate/{luz}/decisions/{of:signedOff}',
      { ...STAFF, ...decided('200') },
      { ...STAFF_POST, ...decided('200') },
    ],
    ['/coordinate/{luz}/decisions/{absent}', STAFF, STAFF_POST],
    ['/coordinate/{luz}/decisions/constructor', STAFF, STAFF_POST],
    ['/coordinate/{ray}/decisions/{of:signedOff}', STAFF, STAFF_POST],
    ['/coordinate/{joyce}/decisions/{of:signedOff}', STAFF, STAFF_POST],
  ],
  'coordinate/[trainee]/withdraw.astro': trainee(
    '/withdraw',
    [decided('>/coordinate/{nadia}#decisions'), decided('>/coordinate/{nadia}#decisions')],
    [byGwen('200'), byGwen('422')],
  ),
  'coordinate/[trainee]/link.astro': trainee(
    '/link',
    [decided('>/coordinate/{nadia}'), decided('200')],
    [byGwen('>/coordinate/{joyce}'), byGwen('200')],
  ),
  'manage/second-factor.astro': [manage('/manage/second-factor', '422')],
  'manage/system.astro': [manage('/manage/system', '404')],
  'manage/index.astro': [manage('/manage', '200')],
  'manage/invite.astro': [manage('/manage/invite', '422')],
  'manage/invitations.astro': [manage('/manage/invitations', '>/manage/invitations?state=waiting')],
  'manage/audit.astro': [manage('/manage/audit', '200')],
  'manage/security/index.astro': [manage('/manage/security', '404')],
  'manage/releases.astro': [manage('/manage/releases', '200')],
  'manage/exports/index.astro': [manage('/manage/exports', '422')],
  // Of an export that is there: tests/pages/exports.test.ts.
  'manage/exports/[id]/index.astro': [
    ['/manage/exports/{absent}', NOT_THERE, NOT_THERE_POST],
    ['/manage/exports/constructor', NOT_THERE, NOT_THERE_POST],
  ],
  'manage/exports/[id]/preview.astro': [
    ['/manage/exports/{absent}/preview', NOT_THERE, NOT_THERE_POST],
  ],
  'manage/exports/[id]/zip/[name].ts': [
    ['/manage/exports/{absent}/zip/a.zip', NOT_THERE, NOT_THERE_POST],
  ],
  'manage/exports/[id]/play/[name]/[...file].ts': [
    ['/manage/exports/{absent}/play/a.zip/index.html', NOT_THERE, NOT_THERE_POST],
  ],
  'manage/accounts/index.astro': [manage('/manage/accounts', '200')],
  'manage/accounts/[person].astro': [
    manage('/manage/accounts/{nadia}', '404'),
    ['/manage/accounts/{absent}', NOT_THERE, NOT_THERE_POST],
    ['/manage/accounts/constructor', NOT_THERE, NOT_THERE_POST],
  ],
  'manage/accounts/[person]/erase.astro': [
    manage('/manage/accounts/{nadia}/erase', '422'),
    ['/manage/accounts/{absent}/erase', NOT_THERE, NOT_THERE_POST],
    ['/manage/accounts/constructor/erase', NOT_THERE, NOT_THERE_POST],
  ],
  'manage/rights/index.astro': [manage('/manage/rights', '200')],
  'manage/rights/[request].astro': [
    manage('/manage/rights/{of:dataRequest}', '422'),
    ['/manage/rights/{absent}', NOT_THERE, NOT_THERE_POST],
    ['/manage/rights/constructor', NOT_THERE, NOT_THERE_POST],
  ],
  'manage/packages/index.astro': [
    ['/manage/packages', { ...STAFF, ...importers('200') }, { ...STAFF_POST, ...importers('200') }],
  ],
  'manage/packages/new.astro': [
    // What is sent here is no upload at all.
    [
      '/manage/packages/new',
      { ...STAFF, ...importers('200') },
      { ...STAFF_POST, ...importers('400') },
    ],
  ],
  'manage/packages/[id]/index.astro': ofPackage('', '422'),
  'manage/packages/[id]/replace.astro': [
    [
      '/manage/packages/{of:package}/replace',
      { ...STAFF, administrator: '200', coordinator: '200' },
      { ...STAFF_POST, ...importers('400') },
    ],
    ['/manage/packages/{absent}/replace', STAFF, { ...STAFF_POST, ...importers('400') }],
  ],
  'manage/packages/[id]/preview/[part].astro': [
    ...ofPackage('/preview/1', '200'),
    ['/manage/packages/{of:package}/preview/2', STAFF, STAFF_POST],
    ['/manage/packages/{of:package}/preview/constructor', STAFF, STAFF_POST],
  ],
  'learn/packages/[id]/index.astro': [
    [
      '/learn/packages/{of:package}',
      { ...STAFF, trainee: '200' },
      { ...STAFF_POST, trainee: '200' },
    ],
    ['/learn/packages/{absent}', STAFF, STAFF_POST],
    ['/learn/packages/constructor', STAFF, STAFF_POST],
  ],
  'learn/packages/[id]/[part].astro': [
    [
      '/learn/packages/{of:package}/1',
      { ...STAFF, trainee: '200' },
      { ...STAFF_POST, trainee: '200' },
    ],
    ['/learn/packages/{of:package}/2', STAFF, STAFF_POST],
    ['/learn/packages/{absent}/1', STAFF, STAFF_POST],
    ['/learn/packages/{of:package}/constructor', STAFF, STAFF_POST],
  ],
  'api/packages/[launch].ts': [
    ['/api/packages/{absent}', '405', { all: '415', visitor: '401' }],
    ['/api/packages/constructor', '405', { all: '415', visitor: '401' }],
  ],
  'manage/programmes/[slug]/index.astro': [
    manage('/manage/programmes/kidney', '200'),
    ['/manage/programmes/unknown', NOT_THERE, NOT_THERE_POST],
    ['/manage/programmes/constructor', NOT_THERE, NOT_THERE_POST],
  ],
  'manage/programmes/new.astro': [manage('/manage/programmes/new', '422')],
  'manage/programmes/[slug]/[section].astro': [
    manage('/manage/programmes/kidney/terms', '422'),
    ['/manage/programmes/unknown/terms', NOT_THERE, NOT_THERE_POST],
    ['/manage/programmes/kidney/constructor', NOT_THERE, NOT_THERE_POST],
  ],
  'manage/programmes/[slug]/second-signature.astro': [
    manage('/manage/programmes/kidney/second-signature', '422'),
    ['/manage/programmes/unknown/second-signature', NOT_THERE, NOT_THERE_POST],
    ['/manage/programmes/constructor/second-signature', NOT_THERE, NOT_THERE_POST],
  ],
  'manage/programmes/[slug]/required.astro': [
    manage('/manage/programmes/kidney/required', '404'),
    manage('/manage/programmes/kidney/required?check=references.seen', '422'),
    ['/manage/programmes/kidney/required?check=constructor', NOT_THERE, NOT_THERE_POST],
    ['/manage/programmes/unknown/required', NOT_THERE, NOT_THERE_POST],
    ['/manage/programmes/constructor/required', NOT_THERE, NOT_THERE_POST],
  ],
  'manage/programmes/[slug]/rules.astro': [
    manage('/manage/programmes/kidney/rules', '422'),
    ['/manage/programmes/unknown/rules', NOT_THERE, NOT_THERE_POST],
    ['/manage/programmes/constructor/rules', NOT_THERE, NOT_THERE_POST],
  ],
}

const fill = (path: string): string => site.fill(path)

test('every route stands in the table, and nothing else does', () => {
  const files = globSync('**/*', { cwd: 'src/pages', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.replace(/^.*src\/pages\//, ''))
    // Astro makes no route of a file or a folder that begins so.
    .filter((file) => !/(^|\/)_/.test(file))
  expect(Object.keys(ROUTES).sort()).toEqual(files.sort())
  expect(Object.values(ROUTES).every((rows) => rows.length > 0)).toBe(true)
})

/** Signing out ends a session; an export asks for the password where the sign-in is old. */
function cookieFor(file: string, as: Name | null): { cookie?: string } {
  if (as && file === 'sign-out.ts') return { cookie: site.spareCookie(as) }
  if (as && file.endsWith('export.astro')) return { cookie: site.staleCookie(as) }
  return {}
}

/** What a request holds, and the files of the only pages that say it. */
const SAID_ON: Readonly<Record<string, readonly string[]>> = {
  [REACHED]: ['coordinate/requests/[id]/contact.astro'],
  [UNSAID]: ['coordinate/requests/[id]/index.astro', 'coordinate/requests/[id]/correct.astro'],
}
const whatIsSaid = ({ text }: Answer): string[] =>
  Object.keys(SAID_ON).filter((words) => text.includes(words))

test.each([
  '<script>alert(1)</script>',
  '<p style="color:red">x</p>',
  "<p onclick='x()'>x</p>",
  '<a href="javascript:x()">x</a>',
  '<img src="https://elsewhere.example/x.png">',
  '<img src="//elsewhere.example/x.png">',
  '<link rel="stylesheet" href="https://elsewhere.example/x.css">',
  '<form action="https://elsewhere.example/"></form>',
  '<iframe src="https://elsewhere.example/"></iframe>',
  '<style>p{}</style>',
  '<base href="/x/">',
])('R37: %s would be found on a page', (html) => {
  const headers = new Headers({
    'content-type': 'text/html',
    'content-security-policy': "default-src 'none'; script-src 'self'; style-src 'self'; x",
  })
  const page = (text: string): Answer => ({ status: 200, location: '', headers, text })
  expect(policyBreaks(page(html), 'http://packages.test')).toHaveLength(1)
  const fine =
    '<p title="<script>">x</p><img src="data:image/svg+xml,x"><a href="https://elsewhere.example">x</a>'
  expect(policyBreaks(page(fine), 'http://packages.test')).toEqual([])
})

describe.each(Object.entries(ROUTES))('%s', (file, rows) => {
  test.each(rows)('GET %s', async (path, get) => {
    const answers = await Promise.all(
      ROLE_NAMES.map(async (role) => {
        const answer = await site.ask('GET', fill(path), { as: ROLES[role] })
        for (const words of whatIsSaid(answer)) expect(SAID_ON[words]).toContain(file)
        expect(policyBreaks(answer, 'http://packages.test')).toEqual([])
        return [role, shown(answer)]
      }),
    )
    expect(Object.fromEntries(answers)).toEqual(
      Object.fromEntries(ROLE_NAMES.map((role) => [role, expected(site, cellOf(get, role), path)])),
    )
  })

  test.each(rows)('POST %s without a field', async (path, _get, post) => {
    const answers = await Promise.all(
      ROLE_NAMES.map(async (role) => {
        const as = ROLES[role]
        return [
          role,
          shown(await site.ask('POST', fill(path), { as, body: {}, ...cookieFor(file, as) })),
        ]
      }),
    )
    expect(Object.fromEntries(answers)).toEqual(
      Object.fromEntries(
        ROLE_NAMES.map((role) => [role, expected(site, cellOf(post, role), path)]),
      ),
    )
  })
})

/** What differs from request to request, whoever asks: ids of forms, and the address in the language form. */
const withoutIds = ({ text }: Answer): string =>
  text.replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'ID')

describe('somebody else’s and nobody’s trainee', () => {
  const pages = [
    ...[
      '',
      '/observe',
      '/observer-sheet',
      '/sign-off',
      '/sign-off/decision',
      '/sign-off/check',
      '/sign-off/declare',
      '/second-signature',
      '/withdraw',
      '/link',
      '/talk',
      '/outside',
      '/notes',
      '/follow-up',
      '/coordinator',
      '/stop',
      '/checks',
      '/checks/references.seen',
      '/incidents',
      '/export',
      '/reviews',
      '/reviews/write',
    ],
    '/amend/{of:observedByOscar}',
  ]
  test.each([
    ['carla', 'joyce'],
    ['oscar', 'joyce'],
    ['gwen', 'nadia'],
    ['gwen', 'luz'],
    ['ray', 'nadia'],
    ['ray', 'ray'],
    ['ana', 'nadia'],
    [null, 'nadia'],
  ] as const)('look the same to %s, asked about %s', async (as, name) => {
    for (const page of pages)
      for (const method of ['GET', 'POST'] as const) {
        const [theirs, nobodys] = await Promise.all(
          [site.cast[name].id, ABSENT].map((id) =>
            site.ask(method, fill(`/coordinate/${id}${page}`), {
              as,
              body: { reason: 'x', id: ABSENT },
            }),
          ),
        )
        if (!theirs || !nobodys) throw new Error('no answer')
        expect(theirs.status).toBe(nobodys.status)
        expect(withoutIds(theirs)).toBe(withoutIds(nobodys))
        expect(theirs.text).not.toContain(site.cast[name].name)
        expect([...theirs.headers.keys()]).toEqual([...nobodys.headers.keys()])
      }
  })
})

describe('the page that is not there', () => {
  test.each(Object.entries(ROLES))('says so to the %s in their language', async (_, as) => {
    const answer = await site.ask('GET', '/cooking', { as })
    const language = as ? site.cast[as].language : 'en'
    expect(headingOf(answer)).toBe(wordsIn(language).common.nothingHere)
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })
})

describe('what stays where it belongs', () => {
  test('how to reach who asked for a mentor is on its page alone, and in no export', async () => {
    const contact = await site.ask('GET', fill('/coordinate/requests/{of:request}/contact'), {
      as: 'carla',
    })
    expect(whatIsSaid(contact)).toEqual([REACHED])
    const request = await site.ask('GET', fill('/coordinate/requests/{of:request}'), {
      as: 'carla',
    })
    expect(whatIsSaid(request)).toEqual([UNSAID])
    const password = PASSWORD
    const files = await Promise.all([
      ...(['csv', 'json'] as const).map((format) =>
        site.ask('POST', '/coordinate/register/export?programme=kidney', {
          ...{ as: 'carla', body: { format, password } },
        }),
      ),
      // Ray was asked about this request.
      site.ask('POST', fill('/coordinate/{ray}/export'), {
        ...{ as: 'carla', body: { internal: 'yes', password } },
      }),
      site.ask('GET', '/manage/audit', { as: 'ana' }),
    ])
    expect(files.map(({ status }) => status)).toEqual(files.map(() => 200))
    const calendar = await site.ask('POST', '/calendar', { as: 'ray', body: { do: 'make' } })
    const feed = /\/calendar\/[\w-]{43}\.ics/.exec(calendar.text)?.[0] ?? ''
    const form = { id: newId(Date.now()), name: 'Match', programme: 'kidney', days: '30', password }
    const made = await site.ask('POST', '/manage/tokens', {
      ...{ as: 'ana', body: { ...form, scope: 'mentors:read' } },
    })
    const token = /id="token"[^>]*>([^<]+)</.exec(made.text)?.[1]?.trim() ?? ''
    const headers = { authorization: `Bearer ${token}` }
    const mentors = await site.ask('GET', '/api/v1/mentors', { headers })
    const [, mentor = ''] = /"id":"([^"]+)"/.exec(mentors.text) ?? []
    const open = [
      mentors,
      await site.ask('GET', `/api/v1/mentors/${mentor}`, { headers }),
      await site.ask('GET', feed),
    ]
    expect(open.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(open[2]?.text).toContain('BEGIN:VCALENDAR')
    files.push(...open)
    for (const answer of files) expect(whatIsSaid(answer)).toEqual([])
    expect(site.server.output()).not.toMatch(new RegExp(`${REACHED}|${UNSAID}`))
  })

  const everything = async (as: Name): Promise<string> => {
    const paths = [
      '/learn',
      '/learn/messages',
      '/record',
      '/coordinate?tab=all',
      '/coordinate/inbox',
      '/coordinate/{luz}',
      '/coordinate/{luz}/notes',
      '/coordinate/{luz}/follow-up',
      '/coordinate/{joyce}',
      '/coordinate/{joyce}/notes',
      '/manage/audit',
      '/manage/accounts/{luz}',
    ]
    const answers = await Promise.all(paths.map((path) => site.ask('GET', fill(path), { as })))
    return answers.map(({ text }) => text).join('\n')
  }

  test('an internal note is read by coordinators of the programme alone', async () => {
    expect(await everything('carla')).toContain(SECRET_NOTE)
    expect(await everything('gwen')).toContain(SECRET_NOTE)
    for (const name of ['luz', 'joyce', 'oscar', 'ray', 'ana'] as const)
      expect(await everything(name)).not.toContain(SECRET_NOTE)
  })

  test('a support review is read by the mentor and by coordinators of the programme', async () => {
    const read = async (path: string, as: Name): Promise<boolean> =>
      (await site.ask('GET', fill(path), { as })).text.includes(REVIEW)
    expect(await read('/learn/reviews', 'luz')).toBe(true)
    expect(await read('/coordinate/{luz}/reviews', 'carla')).toBe(true)
    for (const as of ['ray', 'joyce'] as const) expect(await read('/learn/reviews', as)).toBe(false)
    for (const as of ['gwen', 'oscar', 'ana', 'luz'] as const)
      expect(await read('/coordinate/{luz}/reviews', as)).toBe(false)
  })

  test('a calendar file of a review is for the mentor and the coordinators alone', async () => {
    const status = async (as: Name): Promise<number> =>
      (await site.ask('GET', fill('/reviews/{of:review}.ics'), { as })).status
    expect(await Promise.all((['luz', 'carla', 'cesar'] as const).map(status))).toEqual([
      200, 200, 200,
    ])
    expect(
      await Promise.all((['ray', 'joyce', 'gwen', 'oscar', 'ana'] as const).map(status)),
    ).toEqual([404, 404, 404, 404, 404])
  })

  test('a coordinator’s list holds the programme’s trainees and nobody else', async () => {
    const names = async (as: Name): Promise<string[]> => {
      const { text } = await site.ask('GET', '/coordinate?tab=all', { as })
      return [...text.matchAll(/href="\/coordinate\/[0-9a-f-]{36}"[^>]*>\s*([^<]+?)\s*</g)].map(
        ([, name]) => name ?? '',
      )
    }
    expect((await names('carla')).sort()).toEqual(['Luz', 'Nadia', 'Ray'])
    expect((await names('oscar')).sort()).toEqual(['Luz', 'Nadia', 'Ray'])
    expect(await names('gwen')).toEqual(['Joyce'])
  })

  test('a coordinator cannot withdraw an invitation of another programme', async () => {
    const { hashOfSecret, plainSecret } = await import('#server/access/secret.ts')
    const invitation = hashOfSecret(plainSecret(site.link('spare')))
    const page = '/coordinate/invitations'
    for (const as of ['gwen', 'oscar', 'ray'] as const) {
      await site.ask('POST', page, { as, body: { revoke: invitation } })
      expect((await site.ask('POST', page, { as, body: { again: invitation } })).status).toBe(404)
    }
    expect((await site.ask('GET', `/join/${site.link('spare')}`)).status).toBe(200)
    await site.ask('POST', page, { as: 'carla', body: { revoke: invitation } })
    expect((await site.ask('GET', `/join/${site.link('spare')}`)).status).toBe(410)
  })

  test.each([
    ['/coordinate/applications', APPLICANT],
    ['/coordinate/group-sessions', GROUP_SESSION],
    ['/coordinate/inbox', QUESTION],
    ['/coordinate/people', 'Nadia'],
    ['/coordinate/invitations', 'Tom'],
  ])('%s shows a coordinator the own programme and nothing of another', async (path, mark) => {
    expect((await site.ask('GET', path, { as: 'carla' })).text).toContain(mark)
    for (const query of ['', '?page=1&search=', '?programme=kidney'])
      expect((await site.ask('GET', path + query, { as: 'gwen' })).text).not.toContain(mark)
  })

  test.each([
    ['carla', '{luz}', /\b[A-Z][a-z]+ \d+, \d{4}/, /\b\d+ [A-Z][a-z]+ \d{4}/],
    ['gwen', '{joyce}', /\b\d+ [A-Z][a-z]+ \d{4}/, /[A-Z][a-z]+ \d+, \d{4}/],
  ] as const)('%s reads days as her country says them', async (as, trainee, said, foreign) => {
    for (const path of [`/coordinate/${trainee}`, '/coordinate/invitations']) {
      const { text } = await site.ask('GET', fill(path), { as })
      expect(text).not.toMatch(foreign)
      if (path.includes(trainee)) expect(text).toMatch(said)
    }
  })

  test('a decision keeps the evidence as it was, its fingerprint, and what was said of each line', async () => {
    const path = fill('/coordinate/{luz}/decisions/{of:signedOff}')
    const { text } = await site.ask('GET', path, { as: 'carla' })
    expect(text).toMatch(/class="fingerprint"[^>]*>[0-9a-f]{64}</)
    const t = wordsIn('en').signOff
    expect(text.split(t.judgedThen(t.judgements.shown))).toHaveLength(15)
    expect(text).toContain(SECRET_NOTE)
  })

  test('an export is handed out only where the password was shown', async () => {
    const wish = { cookie: site.staleCookie('cesar'), body: {} }
    const refused = await site.ask('POST', fill('/coordinate/{nadia}/export'), wish)
    expect([refused.status, refused.headers.get('content-disposition')]).toEqual([422, null])
    const body = { password: 'seven quiet lamps' }
    const file = await site.ask('POST', fill('/coordinate/{nadia}/export'), { ...wish, body })
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="record-/)
    expect(file.headers.get('cache-control')).toBe('no-store')
    expect(JSON.parse(file.text)).toBeTypeOf('object')
    expect(file.text).toContain(QUESTION)
  })

  test('no page of the course shows a key or feedback before an answer', async () => {
    const question = english.modules.find(({ slug }) => slug === 'consent')?.quiz?.questions[0]
    const page = await site.ask('GET', `/learn/${question?.id}`, { as: 'nadia' })
    expect(page.status).toBe(200)
    for (const option of question ? askedIn(page.text, question).options : []) {
      expect(page.text).toContain(`value="${option.id}"`)
      expect(page.text).not.toContain(option.feedback.slice(0, 25))
    }
    expect(page.text).not.toContain('"right"')
  })

  test('signing out ends the session on the server, not only in the browser', async () => {
    const cookie = site.spareCookie('luz')
    const { headers } = await site.ask('POST', '/sign-out', { cookie })
    expect(headers.get('clear-site-data')).toBe('"cache"')
    expect((await site.ask('GET', '/learn', { cookie })).status).toBe(303)
    expect((await site.ask('GET', '/learn', { as: 'luz' })).status).toBe(200)
  })

  // The last one: from here on Luz coordinates too.
  test('a mentor who becomes a coordinator does not read what others wrote about them (R16)', async () => {
    const wish = { do: 'give', role: 'coordinator kidney' }
    const given = await site.ask('POST', fill('/manage/accounts/{luz}'), { as: 'ana', body: wish })
    expect(given.status).toBe(303)
    const signedIn = await site.ask('POST', '/sign-in', {
      body: { name: 'luz', password: 'seven quiet lamps' },
    })
    const cookie = (signedIn.headers.get('set-cookie') ?? '').replace(/;.*/, '')
    const ask = (method: 'GET' | 'POST', path: string) =>
      site.ask(method, fill(`/coordinate/${path}`), {
        cookie,
        owner: 'luz',
        body: { internal: 'yes' },
      })
    expect((await ask('GET', '{nadia}/notes')).status).toBe(200)
    expect((await ask('GET', '{luz}/notes')).status).toBe(404)
    expect((await ask('POST', '{luz}/export')).text).toContain('"decisions"')
    for (const answer of [
      await ask('GET', '{luz}'),
      await ask('POST', '{luz}/export'),
      await ask('GET', '{luz}/second-signature'),
      await ask('GET', '{luz}/decisions/{of:signedOff}'),
    ])
      expect(answer.text).not.toContain(SECRET_NOTE)
  })
})

describe('a question to the coordinator', () => {
  const { mentor, learn, print, reviews } = wordsIn('en')

  test.each([
    ['/record/certificate', mentor.certificate, '/record'],
    ['/record', learn.recordTitle],
    ['/learn/commitment', mentor.commitmentTitle],
    ['/learn/who-can-see', mentor.whoTitle],
    ['/learn/pause', mentor.pauseTitle],
    ['/learn/remembering', wordsIn('en').remembering.title],
    ['/learn/reviews', reviews.mineTitle],
    [
      '/learn/story/print',
      print.title(english.modules.find((one) => one.slug === 'story')?.title ?? ''),
    ],
    ['/display', mentor.display],
    ['/privacy', learn.privacyTitle],
  ])('can be asked on %s, names it, and comes back to it', async (path, name, shown = path) => {
    const asking = `/learn/ask?page=${encodeURIComponent(path)}`
    if (shown === path)
      expect((await site.ask('GET', path, { as: 'ray' })).text).toContain(`href="${asking}"`)
    const form = await site.ask('GET', asking, { as: 'ray' })
    expect(form.text).toContain(`About: ${name}`)
    const id = /name="id" value="([^"]+)"/.exec(form.text)?.[1] ?? ''
    const body = { id, page: path, text: `What is ${path}?` }
    const sent = await site.ask('POST', '/learn/ask', { as: 'ray', body })
    expect(sent.headers.get('location')).toBe(`${path}?asked=1#asked`)
    if (shown === path)
      expect((await site.ask('GET', path, { as: 'ray' })).text).toContain(`What is ${path}?`)
  })

  test('leads the coordinator to the page only where that is not the trainee’s own', async () => {
    const asked = async (page: string) => {
      const id = newId(Date.now())
      await site.ask('POST', '/learn/ask', { as: 'ray', body: { id, page, text: 'Why?' } })
      return (await site.ask('GET', `/coordinate/inbox/${id}`, { as: 'carla' })).text
    }
    const { openPage } = wordsIn('en').evidence
    expect(await asked('/learn/consent/waiting-for-consent')).toContain(openPage)
    expect(await asked('/privacy')).toContain(openPage)
    for (const page of ['/record', '/learn', '/learn/commitment'])
      expect(await asked(page)).not.toContain(openPage)
  })

  test('is offered neither where it is being asked nor to who is no trainee', async () => {
    const ask = (as: Name, path: string) => site.ask('GET', path, { as })
    expect((await ask('ray', '/learn/ask')).text).not.toContain('/learn/ask?page=')
    for (const path of ['/display', '/learn', '/resources'])
      expect((await ask('carla', path)).text).not.toContain('/learn/ask?page=')
  })
})

/** At the end: everybody reads the other language from here on. */
describe('R37: what each may open keeps the policy in the other language, too', () => {
  beforeAll(() => {
    const data = beside(site)
    data.change("UPDATE people SET language = CASE language WHEN 'en' THEN 'es' ELSE 'en' END")
    data.close()
  })
  // A link into an account ends when its person's reach changes, and above somebody changed Luz's.
  const cells = Object.values(ROUTES)
    .flat()
    .filter(([path]) => path !== '/join/{link:reset}')
    .flatMap(([path, get]) =>
      ROLE_NAMES.filter((role) => cellOf(get, role) === '200').map((role) => [path, role] as const),
    )
  const asked = some(4, cells)

  test(`${asked.length} of ${cells.length} answers of page and role`, async () => {
    const problems: string[] = []
    const seen = { en: 0, es: 0 }
    for (const [path, role] of asked) {
      const as = ROLES[role]
      const before = as ? site.cast[as].language : 'en'
      const language = before === 'en' ? 'es' : 'en'
      const cookie = as ? {} : { cookie: `language=${language}` }
      const answer = await site.ask('GET', fill(path), { as, ...cookie })
      if (answer.status !== 200) problems.push(`${path}, ${role}: ${answer.status}`)
      for (const one of policyBreaks(answer, 'http://packages.test'))
        problems.push(`${path}, ${role}, ${language}: ${one}`)
      const said = /<html[^>]* lang="(en|es)/.exec(answer.text)?.[1]
      if (said === language) seen[language]++
    }
    expect(problems).toEqual([])
    // Files and answers for programs speak none; what is built once for all speaks both.
    expect(seen.en).toBeGreaterThan(asked.length / 10)
    expect(seen.en + seen.es).toBeGreaterThan(0.8 * asked.length)
  })
})
