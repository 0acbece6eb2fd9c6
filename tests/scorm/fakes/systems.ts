/** Learning systems that are known to be difficult, as shared notes and their own source tell of them. */
import type { WindowLike } from '#player/lms/find-api.ts'
import type { Saving } from '#player/recorder.ts'
import type { Traits } from './lms.ts'

export interface System {
  readonly name: string
  readonly traits: Traits
  /** The window in which the package opens; by default the API stands in the one around. */
  readonly window?: (apiName: string, api: object) => WindowLike
  /** What the learner is told at the end of a visit. */
  readonly told: Saving['kind']
  /** Whether the next visit finds the work. */
  readonly resumes: boolean
  /** Whether "passed" is stored once everything is done. */
  readonly passes: boolean
}

const other = (name: string): string => (name === 'API' ? 'API_1484_11' : 'API')
const boom = (): never => {
  throw new Error('Permission denied to access property')
}
const broken = Object.fromEntries(
  ['Initialize', 'GetValue', 'SetValue', 'Commit', 'Terminate', 'GetLastError'].flatMap((name) => [
    [name, boom],
    [`LMS${name}`, boom],
  ]),
)
const good = { told: 'saved', resumes: true, passes: true } as const
const inVain = { told: 'not-saved', resumes: false, passes: false } as const

export const SYSTEMS: readonly System[] = [
  { name: 'a strict one', traits: {}, ...good },
  {
    name: 'one like Frappe: both APIs, keeps suspend_data and the status, answers nothing else',
    traits: {
      get: (element, kept) => (/suspend_data|lesson_status/.test(element) ? kept : ''),
      remembers: /suspend_data|status|score/,
    },
    window: (name, api) => ({ parent: { [name]: api, [other(name)]: broken } }),
    ...good,
  },
  {
    name: 'one like Open edX: answers "" to status, score, mode and counts',
    traits: { get: (element, kept) => (/status|score|mode|_count/.test(element) ? '' : kept) },
    ...good,
  },
  {
    name: 'one like Cornerstone: locked for looking back once there is a result',
    traits: {
      mode: (kept) =>
        Object.values(kept).some((value) => /^(?:passed|failed)$/.test(value))
          ? 'review'
          : 'normal',
    },
    ...good,
  },
  {
    name: 'one whose API is in the window that opened this one',
    traits: {},
    window: (name, api) => ({ parent: null, opener: { [name]: api } }),
    ...good,
  },
  {
    name: 'one that offers both APIs, the other one broken',
    traits: {},
    window: (name, api) => ({ parent: { [name]: api, [other(name)]: broken } }),
    ...good,
  },
  {
    name: 'no learning system at all',
    traits: {},
    window: () => ({ parent: null, opener: null }),
    told: 'not-connected',
    resumes: false,
    passes: false,
  },
  {
    name: 'one that offers only the API of the other standard',
    traits: {},
    window: (name, api) => ({ parent: { [other(name)]: api } }),
    told: 'not-connected',
    resumes: false,
    passes: false,
  },
  {
    name: 'one that does not let us in',
    traits: { refusesStart: true },
    told: 'not-connected',
    resumes: false,
    passes: false,
  },
  {
    name: 'one whose every commit fails, and which keeps all at the end',
    traits: { commit: () => false },
    ...inVain,
    resumes: true,
  },
  {
    name: 'one whose server is away for a while',
    traits: { commit: (nth) => nth > 6 },
    ...good,
  },
  {
    name: 'one whose commit throws, and which keeps all at the end',
    traits: { commit: boom },
    ...inVain,
    resumes: true,
  },
  {
    name: 'one that says "true" and keeps nothing, and says so when it is asked',
    traits: { lies: true, get: () => '' },
    ...inVain,
  },
  {
    name: 'one that lies even when it is asked: no package can find that out',
    traits: { lies: true },
    told: 'saved',
    resumes: false,
    passes: false,
  },
  { name: 'one that throws at every write', traits: { set: boom }, ...inVain },
  { name: 'one that throws at every question', traits: { get: boom }, ...inVain, passes: true },
  {
    name: 'one that answers "" to everything',
    traits: { says: () => '', get: () => '' },
    told: 'not-connected',
    resumes: false,
    passes: false,
  },
  { name: 'one whose own page has started already', traits: { startedBefore: true }, ...good },
  {
    name: 'one that answers true and false, not words',
    traits: { says: (answer) => answer },
    ...good,
  },
  {
    name: 'one that has no interactions and no objectives (401)',
    traits: { set: (element) => (/interactions|objectives/.test(element) ? '401' : undefined) },
    ...good,
  },
  {
    name: 'one that knows neither least nor greatest score',
    traits: { set: (element) => (/min|max/.test(element) ? '401' : undefined) },
    ...good,
  },
  {
    name: 'one that counts no interactions',
    traits: { get: (element, kept) => (element.endsWith('_count') ? '' : kept) },
    ...good,
  },
  {
    name: 'one that opens the course for looking back',
    traits: { mode: () => 'review' },
    told: 'looking-back',
    resumes: false,
    passes: false,
  },
]
