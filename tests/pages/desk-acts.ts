/** What the desk's pages can do, and for whom: every act × role (R14–R17). */
import type { OwnAct } from './own-acts.ts'
import type { Cell, Cells } from './roles.ts'

/** Only who coordinates kidney has it. */
const decides = (cell: Cell): Cells => ({ all: '404', visitor: 'out', coordinator: cell })
const administers = (cell: Cell): Cells => ({ all: '404', visitor: 'out', administrator: cell })

const KIDNEY = '?programme=kidney'
const LUZ = `/coordinate/people/{luz}${KIDNEY}`
const COHORTS = `/coordinate/cohorts${KIDNEY}`
const COHORT = '01900000-0000-7000-8000-00000000000a'
const PLANNED = '01900000-0000-7000-8000-00000000000b'
const SESSION = `/coordinate/group-sessions/${PLANNED}`
const session = { title: 'Tea', day: '2030-06-01', time: '10:00', place: 'Room 2' }
/** As the clocks of Chicago show it. */
const shown = {
  'was-title': 'Tea',
  'was-place': 'Room 2',
  'was-starts': String(Date.UTC(2030, 5, 1, 15)),
}
const MESSAGE = '/coordinate/inbox/{of:message}'
const APPLICATION = '/coordinate/applications/{of:application}'
const INVITATIONS = `/coordinate/invitations${KIDNEY}`
const tom = { batch: '{record}', programme: 'kidney', 'for-language': 'en' }

/** In this order: what one act does, the next one finds. */
export const DESK_ACTS: Readonly<Record<string, readonly OwnAct[]>> = {
  'coordinate/people/[person].astro': [
    ['correct a name', LUZ, { do: 'name', name: 'Luz' }, decides(`>${LUZ}&saved=1`)],
    ['take out of a cohort', LUZ, { do: 'cohort', cohort: '' }, decides(`>${LUZ}&saved=1`)],
    ['move to another one’s programme', LUZ, { do: 'move', to: 'long-term' }, decides('422')],
    ['let observe', LUZ, { do: 'give-observer' }, decides(`>${LUZ}&saved=1`)],
    ['let observe no more', LUZ, { do: 'take-observer' }, decides(`>${LUZ}&saved=1`)],
    ['archive', LUZ, { do: 'archive', reason: 'Moved house' }, decides(`>${LUZ}&saved=1`)],
    ['bring back', LUZ, { do: 'back' }, decides(`>${LUZ}&saved=1`)],
    ['give another role', LUZ, { do: 'give-coordinator' }, { all: '404', visitor: 'out' }],
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
      { id: PLANNED, ...session },
      decides(`>${SESSION}?saved=session`),
    ],
  ],
  'coordinate/group-sessions/[id].astro': [
    [
      'change',
      SESSION,
      { do: 'change', ...session, ...shown, place: 'Room 3' },
      decides(`>${SESSION}?saved=session`),
    ],
    [
      'change what was changed meanwhile',
      SESSION,
      { do: 'change', ...session, ...shown, place: 'Room 4' },
      decides('409'),
    ],
    [
      'mark who came',
      SESSION,
      { do: 'came', came: '{nadia}' },
      decides(`>${SESSION}?saved=came#attendance`),
    ],
    ['cancel', SESSION, { do: 'cancel' }, decides(`>${SESSION}`)],
    ['hold after all', SESSION, { do: 'uncancel' }, decides(`>${SESSION}`)],
  ],
  'coordinate/inbox/[record].astro': [
    ['answer', MESSAGE, { id: '{record}', text: 'Yes.' }, decides(`>${MESSAGE}?saved={record}`)],
  ],
  'coordinate/applications/[id].astro': [
    [
      'write down a first talk',
      APPLICATION,
      { id: '{record}', outcome: 'invite', message: 'Come.' },
      decides(`>${APPLICATION}#talks`),
    ],
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
  ],
  'coordinate/invitations.astro': [
    ['withdraw', INVITATIONS, { revoke: 'x' }, decides(`>${INVITATIONS}&state=waiting`)],
    ['make again one that is not there', INVITATIONS, { again: 'x' }, decides('404')],
  ],
  'coordinate/register/export.astro': [
    ['save', `/coordinate/register/export${KIDNEY}`, { format: 'json' }, decides('200')],
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
  ],
}
