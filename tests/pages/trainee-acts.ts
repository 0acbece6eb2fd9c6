/** What the pages about one trainee can do, and for whom: every act × role (R14–R17). */
import { plusDays } from '#domain/calendar/days.ts'
import { momentOf } from '#server/calendar/clock.ts'
import type { OwnAct } from './own-acts.ts'
import type { Cell, Cells } from './roles.ts'
import { ABSENT, english } from './site.ts'

/** Only who coordinates the trainee's programme has it. */
const decides = (cell: Cell): Cells => ({ all: '404', visitor: 'out', coordinator: cell })
const observes = (cell: Cell, observer: Cell = cell): Cells => ({
  all: '404',
  visitor: 'out',
  coordinator: cell,
  observer,
})

const { today } = momentOf('kidney', Date.now())
const NADIA = '/coordinate/{nadia}'
const LUZ = '/coordinate/{luz}'
const session = english.modules
  .flatMap(({ sessions }) => sessions)
  .find(({ openedByCoordinator }) => openedByCoordinator)
const file = (page: string): string => `coordinate/[trainee]/${page}.astro`

/** In this order: what one act does, the next one finds. */
export const TRAINEE_ACTS: Readonly<Record<string, readonly OwnAct[]>> = {
  [file('index')]: [
    [
      'open a session',
      NADIA,
      { 'open-session': session?.id ?? '' },
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
  [file('notes')]: (['shared', 'internal', 'concern'] as const).map((kind): OwnAct => [
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
      decides(`>${LUZ}/reviews?saved=1`),
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
  [file('withdraw')]: [
    [
      'withdraw',
      `${LUZ}/withdraw`,
      { id: '{of:signedOff}', reason: 'A mistake.' },
      decides(`>${LUZ}#decisions`),
    ],
  ],
  [file('export')]: [['take a copy', `${NADIA}/export`, { internal: 'yes' }, decides('200')]],
  [file('link')]: [['make a link', `${NADIA}/link`, {}, decides('200')]],
}
