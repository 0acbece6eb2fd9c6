/** The pages of /help, for whom each is, and from which text it is drawn (docs/decisions/help.md). */

/** In the order in which they stand; whoever may not sign in comes first. */
export const AUDIENCES = [
  'everybody',
  'trainees',
  'coordinators',
  'observers',
  'administrators',
  'learning-systems',
  'authors',
  'operators',
  'developers',
] as const
export type Audience = (typeof AUDIENCES)[number]

export interface HelpEntry {
  /** Its address, `/help/<slug>`. */
  readonly slug: string
  readonly audience: Audience
  /** A paper for readers of the repository that is drawn here as well; `docs/help/<language>/<slug>.md` where it is left out. */
  readonly from?: string
  /** Its title here, where the paper's own says something else. */
  readonly title?: string
  /** What stands under it in the list: a paper's first sentence may be about where it lies. */
  readonly about?: string
  /** The headings of the second level that are drawn, where it is not the whole paper. */
  readonly only?: readonly string[]
}

const written = (audience: Audience, slugs: readonly string[]): HelpEntry[] =>
  slugs.map((slug) => ({ slug, audience }))

export const HELP_PAGES: readonly HelpEntry[] = [
  ...written('everybody', ['join', 'private']),
  ...written('trainees', ['course', 'practice', 'read-aloud', 'offline', 'mentor']),
  ...written('coordinators', ['first-week', 'people', 'sign-off', 'matching']),
  ...written('observers', ['observers']),
  ...written('administrators', ['administrators']),
  {
    slug: 'lms',
    audience: 'learning-systems',
    from: 'docs/lms.md',
    about:
      'Make a SCORM package, import it into your learning system, and mend what does not work.',
  },
  {
    slug: 'authoring',
    audience: 'authors',
    from: 'docs/authoring.md',
    about:
      'Lessons, quizzes and practice sessions: where each stands, and how it is written and released.',
  },
  {
    slug: 'operators',
    audience: 'operators',
    from: 'README.md',
    title: 'Install it, run it, keep it safe',
    about: 'From the first start to a server with backups, and back again after a bad day.',
    only: [
      'Try it',
      'The first administrator, coordinators, trainees',
      'Install it on a server',
      'Upgrade',
      'Configure',
      'Back up',
    ],
  },
  {
    slug: 'configuration',
    audience: 'operators',
    from: 'docs/configuration.md',
    about: 'Every setting: what it is for, and what holds when nobody says anything.',
  },
  {
    slug: 'scale',
    audience: 'operators',
    from: 'docs/scale.md',
    about: 'What to run at which size, several machines as one site, and what was measured.',
  },
  {
    slug: 'libsql-server',
    audience: 'operators',
    from: 'docs/libsql-server.md',
    about: 'Where the database is on a libSQL server: how it is copied, tried out and put back.',
  },
  {
    slug: 'retention',
    audience: 'operators',
    from: 'docs/retention.md',
    about: 'What is deleted by itself and when, what is not, and why.',
  },
  {
    slug: 'developers',
    audience: 'developers',
    from: 'CONTRIBUTING.md',
    about: 'From a clone to the first change, where everything is, and how it is tested.',
  },
  {
    slug: 'api',
    audience: 'developers',
    from: 'docs/api.md',
    about: 'How another system reads who is ready to be matched today.',
  },
]
