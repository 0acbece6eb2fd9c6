/** Every table. Times are milliseconds since 1970 (UTC); ids are UUIDv7 unless said otherwise. */
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

export const people = sqliteTable(
  'people',
  {
    id: text().primaryKey(),
    /** What the person signs in with: an e-mail address or a word, lower case. */
    signInName: text().notNull(),
    /** What others call them. */
    name: text().notNull(),
    language: text().notNull(),
    passwordHash: text(),
    createdAt: integer().notNull(),
    disabledAt: integer(),
  },
  (table) => [uniqueIndex('people_sign_in_name').on(table.signInName)],
)

/** Who may do what where; an administrator's programme is ''. */
export const roles = sqliteTable(
  'roles',
  {
    person: text()
      .notNull()
      .references(() => people.id),
    role: text({ enum: ['trainee', 'observer', 'coordinator', 'administrator'] }).notNull(),
    programme: text().notNull(),
    createdAt: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.person, table.role, table.programme] }),
    index('roles_programme').on(table.programme, table.role),
  ],
)

/** Signed-in browsers; `id` is the SHA-256 of what the cookie holds. */
export const sessions = sqliteTable(
  'sessions',
  {
    id: text().primaryKey(),
    person: text()
      .notNull()
      .references(() => people.id),
    createdAt: integer().notNull(),
    /** Idle end, moved on by use. */
    expiresAt: integer().notNull(),
    /** Absolute end, never moved. */
    endsAt: integer().notNull(),
    /** When the person last proved who they are. */
    authenticatedAt: integer().notNull(),
    idleMs: integer().notNull(),
  },
  (table) => [index('sessions_person').on(table.person)],
)

/** One-time links; `id` is the SHA-256 of what the address holds. */
export const links = sqliteTable(
  'links',
  {
    id: text().primaryKey(),
    kind: text({ enum: ['setup', 'invitation', 'reset', 'sign-in'] }).notNull(),
    role: text({ enum: ['trainee', 'observer', 'coordinator', 'administrator'] }),
    programme: text().notNull().default(''),
    language: text().notNull().default('en'),
    /** Whom it was made for, as the inviter calls them. */
    name: text().notNull().default(''),
    /** Only `reset` and `sign-in`: whose account it opens. */
    person: text().references(() => people.id),
    createdBy: text(),
    createdAt: integer().notNull(),
    expiresAt: integer().notNull(),
    usedAt: integer(),
    usedBy: text(),
    withdrawnAt: integer(),
  },
  (table) => [index('links_programme').on(table.programme, table.createdAt)],
)

/** How often a key was tried in a window of time. */
export const attempts = sqliteTable('attempts', {
  key: text().primaryKey(),
  count: integer().notNull(),
  windowEndsAt: integer().notNull(),
})

/** What a trainee did; append-only. */
export const records = sqliteTable(
  'records',
  {
    id: text().primaryKey(),
    person: text()
      .notNull()
      .references(() => people.id),
    item: text().notNull(),
    /** The item whose progress it changes: a quiz for its questions, a session for its turns. */
    unit: text().notNull(),
    revision: integer().notNull(),
    kind: text().notNull(),
    /** JSON; its shape belongs to `kind`. */
    value: text().notNull(),
    madeAt: integer().notNull(),
    receivedAt: integer().notNull(),
    source: text({ enum: ['web', 'queue', 'scorm'] }).notNull(),
  },
  (table) => [
    index('records_person').on(table.person, table.madeAt),
    index('records_unit').on(table.person, table.unit),
  ],
)

/** Computed from records, in the same write batch; `alongside db rebuild` makes it again. */
export const progress = sqliteTable(
  'progress',
  {
    person: text()
      .notNull()
      .references(() => people.id),
    item: text().notNull(),
    /** JSON of `ItemProgress`. */
    state: text().notNull(),
    /** How many records it was computed from. */
    records: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.person, table.item] })],
)

/** One line per trainee for lists; computed like `progress`. */
export const overviews = sqliteTable('overviews', {
  person: text()
    .primaryKey()
    .references(() => people.id),
  done: integer().notNull(),
  lastItem: text().notNull(),
  lastAt: integer().notNull(),
  /** When the trainee asked for sign-off, until it is answered by a decision. */
  askedAt: integer(),
  /** Since when they want a pause; null where they do not. */
  pausedAt: integer(),
})

/** One observed role play. */
export const observations = sqliteTable(
  'observations',
  {
    id: text().primaryKey(),
    person: text()
      .notNull()
      .references(() => people.id),
    programme: text().notNull(),
    observer: text()
      .notNull()
      .references(() => people.id),
    observedAt: integer().notNull(),
    note: text().notNull(),
  },
  (table) => [index('observations_person').on(table.person, table.observedAt)],
)

export const observedLevels = sqliteTable(
  'observed_levels',
  {
    observation: text()
      .notNull()
      .references(() => observations.id),
    competency: text().notNull(),
    level: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.observation, table.competency] })],
)

/** A coordinator's decision; append-only. */
export const signOffs = sqliteTable(
  'sign_offs',
  {
    id: text().primaryKey(),
    person: text()
      .notNull()
      .references(() => people.id),
    programme: text().notNull(),
    decidedBy: text()
      .notNull()
      .references(() => people.id),
    decidedAt: integer().notNull(),
    decision: text({ enum: ['ready', 'more-practice', 'not-this-role'] }).notNull(),
    /** What the trainee reads. */
    reason: text().notNull(),
    conditions: text().notNull(),
    /** What only coordinators read. */
    internalNote: text().notNull(),
    /** Why it was decided otherwise than the evidence says; '' where it was not. */
    otherwise: text().notNull(),
    /** `YYYY-MM-DD`, the first day on which it no longer holds; null unless ready. */
    expiresOn: text(),
    /** JSON snapshot of the readiness lines with evidence ids and revisions. */
    evidence: text().notNull(),
    /** SHA-256 of `evidence`. */
    evidenceHash: text().notNull(),
  },
  (table) => [index('sign_offs_person').on(table.person, table.decidedAt)],
)

/** A sign-off taken back; append-only, at most one for each sign-off. */
export const withdrawals = sqliteTable('withdrawals', {
  signOff: text()
    .primaryKey()
    .references(() => signOffs.id),
  withdrawnBy: text()
    .notNull()
    .references(() => people.id),
  withdrawnAt: integer().notNull(),
  reason: text().notNull(),
})

/** Who did or saw what. Never holds health details or free text. */
export const audit = sqliteTable(
  'audit',
  {
    id: text().primaryKey(),
    at: integer().notNull(),
    /** Person id, or '' for the command line. */
    actor: text().notNull(),
    act: text().notNull(),
    /** Id of what it was done to. */
    subject: text().notNull(),
    programme: text().notNull(),
  },
  (table) => [index('audit_subject').on(table.subject, table.at)],
)
