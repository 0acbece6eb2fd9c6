/** What everybody's own pages can do, and for whom: every act × role (R14–R17). */
import { english, session } from './site.ts'
import type { Cell, Cells } from './roles.ts'

/** @param fields as they are sent; {record} is a fresh id, in cells too, and values are filled as paths are */
export type OwnAct = readonly [
  what: string,
  path: string,
  fields: Readonly<Record<string, string>>,
  cells: Cells,
]

const mine = (cell: Cell): Cells => ({ all: cell, visitor: 'out' })
/** Only who is a trainee has it. */
const trainees = (trainee: Cell, elsewhere: Cell = trainee): Cells => ({
  all: '404',
  visitor: 'out',
  trainee,
  elsewhere,
})
const everybody = (cell: Cell): Cells => cell

const question = english.modules.find(({ slug }) => slug === 'consent')?.quiz?.questions[0]
const right = question?.options.find((option) => option.right)?.id ?? ''
const QUESTION = `/learn/${question?.id}`
const ATTEMPT = '01900000-0000-7000-8000-000000000001'
const LESSON = '/learn/consent/waiting-for-consent'
const TALK = `/learn/${session.id}`
const HERE = '/learn/reviews'

/** In this order: what one act does, the next one finds. */
export const OWN_ACTS: Readonly<Record<string, readonly OwnAct[]>> = {
  'learn/index.astro': [
    ['pause', '/learn', { act: 'pause' }, mine('>/learn')],
    ['resume', '/learn', { act: 'resume' }, mine('>/learn')],
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
    ...(['open', 'close', 'again'] as const).map((act): OwnAct => [
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
      { record: '{record}', attempt: ATTEMPT, option: right },
      mine(`>${QUESTION}?attempt=${ATTEMPT}`),
    ],
    [
      'answer with what nobody offered',
      QUESTION,
      { record: '{record}', attempt: ATTEMPT, option: 'constructor' },
      mine('422'),
    ],
  ],
  'learn/[module]/[item]/index.astro': [
    ['keep the place', LESSON, { record: '{record}', act: 'later:2' }, mine('>/learn')],
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
      { record: '{record}', run: '{absent}', step: '0', turn: 'constructor', reply: 'constructor' },
      { all: `>${TALK}`, visitor: 'out', trainee: `>${TALK}/talk?kept=1` },
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
  'display.astro': [
    ['choose', '/display', { text: 'large', language: 'xx' }, everybody('>/display?saved=1')],
  ],
  'language.ts': [['choose', '/language', { language: 'xx', to: '/about' }, everybody('>/about')]],
  'sign-in.astro': [
    ['sign in with a wrong password', '/sign-in', { name: 'nobody', password: 'guess' }, '401'],
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
}
