/** What can be done on pages with fields: who may, and what answers. For everybody else the page is not there. */
import { newId } from '#server/trail/new-id.ts'
import { plusDays } from '#domain/calendar/days.ts'
import { momentOf } from '#server/calendar/clock.ts'

/** Whose part somebody plays: see routes.test.ts. */
export type RoleName =
  'visitor' | 'trainee' | 'elsewhere' | 'observer' | 'coordinator' | 'foreign' | 'administrator'

export interface Act {
  /** File below src/pages. */
  readonly page: string
  /** As `site.fill` reads it. */
  readonly path: string
  readonly body: Readonly<Record<string, string>>
  /** What answers whom it is for: a status, or `>/path` for a 303 to a path; with `*` at its end to one that begins so. */
  readonly done: Partial<Record<RoleName, string>>
}

const administrator = (cell: string) => ({ administrator: cell })
const now = Date.now()

const account = (body: Act['body'], person = '{nadia}'): Act => ({
  page: 'manage/accounts/[person].astro',
  path: `/manage/accounts/${person}`,
  body,
  done: administrator(`>/manage/accounts/${person}?saved=1`),
})
const place = (body: Act['body']): Act => ({
  page: 'manage/packages/[id]/index.astro',
  path: '/manage/packages/{of:package}',
  body,
  done: {
    coordinator: '>/manage/packages/{of:package}?saved=1',
    administrator: '>/manage/packages/{of:package}?saved=1',
  },
})
const words = (programme: string, body: Act['body'], cell: string): Act => ({
  page: 'manage/programmes/[slug]/index.astro',
  path: `/manage/programmes/${programme}`,
  body: { newest: '', ...body },
  done: administrator(cell),
})

/** One after the other: each stands on what was done before. */
export const MANAGE_ACTS: readonly Act[] = [
  account({ do: 'name', name: 'Nadia' }),
  account({ do: 'give', role: 'observer kidney' }),
  account({ do: 'take', role: 'observer kidney' }),
  account({ do: 'move', to: 'long-term' }),
  account({ do: 'move', to: 'kidney' }),
  account({ do: 'disable' }, '{cesar}'),
  account({ do: 'enable' }, '{cesar}'),
  {
    page: 'manage/tokens.astro',
    path: '/manage/tokens',
    body: {
      id: newId(now),
      name: 'Match',
      programme: 'kidney',
      scope: 'mentors:read',
      days: '30',
    },
    done: administrator('200'),
  },
  {
    page: 'manage/exports/index.astro',
    path: '/manage/exports',
    body: {
      programme: 'kidney',
      language: 'en',
      standard: '1.2',
      preset: 'generic',
      scope: 'chosen',
      modules: 'consent',
      tries: '0',
      interactions: 'preset',
    },
    done: administrator('>/manage/exports/*'),
  },
  words('kidney', { do: 'preview' }, '200'),
  words('kidney', { do: 'edit' }, '200'),
  words('kidney', { do: 'bring-back', version: 'shipped' }, '>/manage/programmes/kidney?saved=1'),
  words('long-term', { do: 'save' }, '>/manage/programmes/long-term?saved=1'),
  {
    page: 'manage/programmes/[slug]/second-signature.astro',
    path: '/manage/programmes/long-term/second-signature',
    body: { version: '0', day: plusDays(momentOf('long-term', now).today, 28) },
    done: administrator('>/manage/programmes/long-term/rules?saved=1'),
  },
  {
    page: 'manage/programmes/[slug]/rules.astro',
    path: '/manage/programmes/long-term/rules',
    // Of a version that was changed meanwhile.
    body: { version: '0', groupSessionsCount: 'yes' },
    done: administrator('409'),
  },
  // An upload that is none; of real ones: upload.test.ts.
  {
    page: 'manage/packages/new.astro',
    path: '/manage/packages/new',
    body: { programme: 'kidney' },
    done: { administrator: '400', coordinator: '400', foreign: '400' },
  },
  {
    page: 'manage/packages/[id]/replace.astro',
    path: '/manage/packages/{of:package}/replace',
    body: { again: 'yes' },
    done: { administrator: '400', coordinator: '400', foreign: '400' },
  },
  place({ do: 'place', titleEn: 'Tea', titleEs: 'Té', position: '1' }),
  place({ do: 'archive' }),
  place({ do: 'back' }),
]
