/** Every table. Times are milliseconds since 1970 (UTC); ids are UUIDv7 unless said otherwise. */
import { sql } from 'drizzle-orm'
import {
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import {
  CHECK_INS,
  GOING,
  PAIRING_ENDS,
  PROPOSAL_ANSWERS,
  PROPOSAL_ENDS,
  REQUESTER_ANSWERS,
  SIDES,
} from '#domain/pairing/pairing.ts'
import { ASKERS, CONSENT_WAYS, REQUEST_ENDS } from '#domain/pairing/request.ts'
import { LONG_WAIT_DAYS } from '#domain/pairing/waits.ts'
import { INCIDENT_KINDS, INCIDENT_TOLD } from '#domain/reviews/incident.ts'
import { IMPORTED_KINDS } from '#domain/people/imported.ts'
import { NOTICE_KINDS, NOTICE_OUTCOMES } from '#domain/people/notices.ts'
import { ENTRY_WAYS, SECURITY_KINDS } from '#domain/people/security.ts'
import { CHECK_ACTS, CHECK_LINES, CHECK_RULES } from '#domain/readiness/checks.ts'
import { CALLED, DANGER_HOURS } from '#domain/readiness/danger.ts'
import { SESSION_KINDS, TOLD } from '#domain/people/group-session.ts'
import { DATA_ANSWERS, DATA_KINDS } from '#domain/people/own-data.ts'

export const people = sqliteTable(
  'people',
  {
    id: text().primaryKey(),
    /** What the person signs in with: an e-mail address or a word, lower case. */
    signInName: text().notNull(),
    /** What others call them. */
    name: text().notNull(),
    language: text().notNull(),
    /** Null for whoever signs in in another way. */
    passwordHash: text(),
    /** Until when it opens nothing of before it: it was set in a session that a code of staff opened; null for none such. */
    passwordHeldUntil: integer(),
    /** Where codes are mailed, lower case, and how somebody can call; '' for none. Several people may share one. */
    email: text().notNull().default(''),
    phone: text().notNull().default(''),
    /** As `passwordHeldUntil`, for codes that are mailed. */
    contactHeldUntil: integer(),
    createdAt: integer().notNull(),
    disabledAt: integer(),
    /** How they like to read: words of `domain/people/display.ts`, for example `large cream`; '' for as it is. */
    display: text().notNull().default(''),
    /** `foldedName` (domain/people/names.ts), written with the name; null until the next start computes it. */
    folded: text(),
  },
  (table) => [
    uniqueIndex('people_sign_in_name').on(table.signInName),
    index('people_email').on(table.email),
    index('people_folded').on(table.folded),
  ],
)

/**
 * What is known of a person beside their work, a row for each field (domain/people/profile.ts). What stands in `people`
 * (name, phone) has only its trail here. Held as long as docs/retention.md says: access needs may tell of an illness.
 */
export const profileFields = sqliteTable(
  'profile_fields',
  {
    person: text()
      .notNull()
      .references(() => people.id),
    field: text().notNull(),
    /** As typed; a JSON array where several are chosen. */
    value: text().notNull().default(''),
    /** Who said so last. */
    by: text()
      .notNull()
      .references(() => people.id),
    at: integer().notNull(),
    /** What stood there before somebody else changed it, until the person has seen that they did. */
    before: text().notNull().default(''),
    /** When the person said that they have seen what somebody else changed. */
    toldAt: integer(),
  },
  (table) => [primaryKey({ columns: [table.person, table.field] })],
)

/** A group of trainees who learn together. */
export const cohorts = sqliteTable(
  'cohorts',
  {
    id: text().primaryKey(),
    programme: text().notNull(),
    name: text().notNull(),
    createdAt: integer().notNull(),
    archivedAt: integer(),
  },
  (table) => [uniqueIndex('cohorts_name').on(table.programme, table.name)],
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
    /** Only trainees; null outside every cohort. */
    cohort: text().references(() => cohorts.id),
    /** When they left the programme; their history stays. */
    archivedAt: integer(),
    archivedReason: text(),
  },
  (table) => [
    primaryKey({ columns: [table.person, table.role, table.programme] }),
    index('roles_programme').on(table.programme, table.role),
    // Reports count who joined, in pieces of this order. IS: beside `role = …` whatever asks `role = ?` would be prepared anew each time.
    index('roles_joined')
      .on(table.programme, table.person, table.createdAt)
      .where(sql`role IS 'trainee'`),
    index('roles_cohort').on(table.cohort),
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
    /** When it showed a second factor last; null for never (domain/people/factor.ts). */
    factorAt: integer(),
    /** Opened by a code of staff: until then private words of before it stay closed; null for any other. */
    heldUntil: integer(),
    /** What the browser is called (domain/people/device-name.ts); '' of before it was written. */
    device: text().notNull().default(''),
    /** From where it came in, shortened; '' of before it was written. */
    network: text().notNull().default(''),
  },
  (table) => [index('sessions_person').on(table.person)],
)

/** Who came in, or was turned away; `id` sorts by time. Never what was typed. */
export const securityEvents = sqliteTable(
  'security_events',
  {
    id: text().primaryKey(),
    at: integer().notNull(),
    kind: text({ enum: SECURITY_KINDS }).notNull(),
    /** By which way; '' where it is about none. */
    way: text({ enum: ['', ...ENTRY_WAYS] }).notNull(),
    /** Whose account it is; null for nobody's. */
    person: text().references(() => people.id),
    /** Keyed hash of a name that nobody has; '' for none. */
    nobody: text().notNull().default(''),
    device: text().notNull(),
    network: text().notNull(),
    /** Of `denied`: the route's pattern, without an id. */
    route: text().notNull().default(''),
  },
  (table) => [
    index('security_events_person').on(table.person, table.id),
    index('security_events_kind').on(table.kind, table.id),
  ],
)

/** That an administrator looked at something unusual. */
export const securityLooks = sqliteTable('security_looks', {
  event: text()
    .primaryKey()
    .references(() => securityEvents.id, { onDelete: 'cascade' }),
  by: text().notNull(),
  at: integer().notNull(),
})

/** One-time links; `id` is the SHA-256 of what the address holds. */
export const links = sqliteTable(
  'links',
  {
    id: text().primaryKey(),
    /** `code`: made by staff for whoever cannot sign in; `mailed-code`: asked for by the person. */
    kind: text({
      enum: ['setup', 'invitation', 'reset', 'sign-in', 'code', 'mailed-code'],
    }).notNull(),
    role: text({ enum: ['trainee', 'observer', 'coordinator', 'administrator'] }),
    programme: text().notNull().default(''),
    language: text().notNull().default('en'),
    /** Whom it was made for, as the inviter calls them. */
    name: text().notNull().default(''),
    /** `fold` of the name; null only until the next start fills it. */
    folded: text(),
    /** Not of `setup` and `invitation`: whose account it opens. */
    person: text().references(() => people.id),
    /** Only invitations of trainees. */
    cohort: text(),
    /** Where it was mailed; '' where it was handed over. */
    email: text().notNull().default(''),
    application: text(),
    createdBy: text(),
    createdAt: integer().notNull(),
    expiresAt: integer().notNull(),
    usedAt: integer(),
    usedBy: text(),
    withdrawnAt: integer(),
    /** Only `mailed-code`: hash of what the browser holds that asked for it. */
    askedBy: text().notNull().default(''),
    /** When the person said that they know about it, or that it was not them. */
    toldAt: integer(),
  },
  (table) => [
    index('links_programme').on(table.programme, table.createdAt),
    index('links_used_by').on(table.usedBy),
    index('links_application').on(table.application),
    index('links_into').on(table.person, table.createdAt),
  ],
)

/** What signs somebody in with a finger, a face or the lock of their own device; `id` is the credential's, base64url. */
export const passkeys = sqliteTable(
  'passkeys',
  {
    id: text().primaryKey(),
    person: text()
      .notNull()
      .references(() => people.id),
    /** COSE, base64url: nobody gets in with it. */
    publicKey: text().notNull(),
    /** How often it was used, as it says itself; 0 where it does not count. */
    counter: integer().notNull(),
    /** How the device that holds it can be reached: words of WebAuthn, with commas between them. */
    transports: text().notNull().default(''),
    /** What its owner calls it. */
    name: text().notNull(),
    createdAt: integer().notNull(),
    usedAt: integer(),
    /** As `passwordHeldUntil` of its person. */
    heldUntil: integer(),
  },
  (table) => [index('passkeys_person').on(table.person, table.createdAt)],
)

/** Challenges that were answered: none is taken twice. `id` is the SHA-256 of one. */
export const answeredChallenges = sqliteTable('answered_challenges', {
  id: text().primaryKey(),
  /** From then on the challenge itself is too old. */
  expiresAt: integer().notNull(),
})

/** Who does not want to be asked again whether they want a passkey. */
export const declinedPasskeys = sqliteTable('declined_passkeys', {
  person: text()
    .primaryKey()
    .references(() => people.id),
  declinedAt: integer().notNull(),
})

/** The app with which somebody makes codes: a second factor. */
export const codeApps = sqliteTable('code_apps', {
  person: text()
    .primaryKey()
    .references(() => people.id),
  /** Base32, as it was shown once. */
  secret: text().notNull(),
  createdAt: integer().notNull(),
  /** The half minute since 1970 of the last code that was taken: neither it nor an earlier one is taken again. */
  usedStep: integer().notNull(),
})

/** Codes on paper in the place of a second factor; `id` is the SHA-256 of one. */
export const recoveryCodes = sqliteTable(
  'recovery_codes',
  {
    id: text().primaryKey(),
    person: text()
      .notNull()
      .references(() => people.id),
    createdAt: integer().notNull(),
    usedAt: integer(),
  },
  (table) => [index('recovery_codes_person').on(table.person)],
)

/** From when on all staff need a second factor: the newest row counts. */
export const factorDates = sqliteTable('factor_dates', {
  id: text().primaryKey(),
  dueFrom: integer().notNull(),
  at: integer().notNull(),
  /** Null for the one that came with the installation. */
  by: text().references(() => people.id),
})

/** That somebody's second factor was taken away for them. */
export const factorResets = sqliteTable(
  'factor_resets',
  {
    id: text().primaryKey(),
    person: text()
      .notNull()
      .references(() => people.id),
    /** Null for whoever runs the server. */
    by: text().references(() => people.id),
    at: integer().notNull(),
  },
  (table) => [index('factor_resets_person').on(table.person, table.at)],
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

/**
 * What somebody would talk about, a row for each time that an area was chosen: their course has its pack, their profile
 * shows it, a sign-off and pairing offer it. The row stays when it is taken back.
 */
export const personAreas = sqliteTable(
  'person_areas',
  {
    /** A number; nobody is told of it. */
    id: integer().primaryKey(),
    person: text()
      .notNull()
      .references(() => people.id),
    /** Id of an area of a programme. */
    area: text().notNull(),
    chosenAt: integer().notNull(),
    /** Themselves, or who chose it for them. */
    chosenBy: text()
      .notNull()
      .references(() => people.id),
    /** Null while they have it. */
    leftAt: integer(),
    leftBy: text().references(() => people.id),
  },
  (table) => [
    uniqueIndex('person_areas_now')
      .on(table.person, table.area)
      .where(sql`left_at IS NULL`),
    index('person_areas_person').on(table.person, table.chosenAt),
  ],
)

/** One line per trainee for lists; computed like `progress`. */
export const overviews = sqliteTable(
  'overviews',
  {
    person: text()
      .primaryKey()
      .references(() => people.id),
    done: integer().notNull(),
    /** Of how many: the required steps of the common course and of the packs of their areas. */
    steps: integer().notNull().default(0),
    lastItem: text().notNull(),
    lastAt: integer().notNull(),
    /** When the trainee asked for sign-off, until it is answered by a decision. */
    askedAt: integer(),
    /** The oldest question to the coordinator that has no answer, or null. */
    helpAt: integer(),
    /** The oldest shared reflection that has no answer, or null. */
    reflectionAt: integer(),
    /** ★ question that was missed twice and is not right yet; '' for none. */
    stuckOn: text().notNull().default(''),
    /** Since when they pause, or null. */
    pausedAt: integer(),
    /** A ★ rule was revised since it was passed, and the refresher is open. */
    lapsed: integer({ mode: 'boolean' }).notNull().default(false),
    /** Hash of the steps and ★ revisions that `done`, `stuckOn` and `lapsed` were computed from. */
    courseShape: text().notNull().default(''),
    /** The first day on which decision cards wait for them, or null. */
    cardsOn: text(),
    /**
     * When that was worked out (server/running/work-out-card-days.ts). Not above 0: it is to be worked out, and less than before for
     * each record since, so that whoever works on it sees that another one came.
     */
    cardsAt: integer().notNull().default(0),
  },
  (table) => [
    // Of the few who wait for an answer (db/inbox.ts).
    index('overviews_help')
      .on(table.helpAt)
      .where(sql`help_at IS NOT NULL`),
    index('overviews_reflection')
      .on(table.reflectionAt)
      .where(sql`reflection_at IS NOT NULL`),
    index('overviews_cards_at').on(table.cardsAt),
    index('overviews_cards_on')
      .on(table.cardsOn)
      .where(sql`cards_on IS NOT NULL`),
  ],
)

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
    /** Who watched as well; null for nobody. */
    secondObserver: text().references(() => people.id),
    /** The factual note that the trainee wrote after the role play, as typed in by the observer. */
    traineeNote: text().notNull().default(''),
    /** The observation that this one stands in the place of; both are kept. */
    amends: text(),
    amendReason: text().notNull().default(''),
    writtenAt: integer().notNull().default(0),
  },
  (table) => [
    index('observations_person').on(table.person, table.observedAt),
    uniqueIndex('observations_amends').on(table.amends),
  ],
)

export const observedLevels = sqliteTable(
  'observed_levels',
  {
    observation: text()
      .notNull()
      .references(() => observations.id),
    competency: text().notNull(),
    level: integer().notNull(),
    note: text().notNull().default(''),
    /** What was said that could do harm, in a few words; '' for nothing. */
    harm: text().notNull().default(''),
    /** The level at which a later observation lifts the harm, as the line asked when it was seen. */
    liftedAt: integer().notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.observation, table.competency] }),
    index('observed_levels_harm')
      .on(table.observation)
      .where(sql`harm <> ''`),
  ],
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
    /** JSON arrays of ids: areas of the programme, languages, ways of contact. */
    comfortAreas: text().notNull().default('[]'),
    noGoAreas: text().notNull().default('[]'),
    languages: text().notNull().default('[]'),
    contactWays: text().notNull().default('[]'),
    /** How many people they can support at a time. */
    capacity: integer().notNull().default(1),
    place: text().notNull().default(''),
    /** `fold` of the place, written with it; null until the next start computes it. */
    foldedPlace: text(),
    /** `certificateCode` of the id (db/certificate-code.ts), written with it; null until the next start computes it. */
    certificateCode: text(),
    /** The name that was typed under the declaration. */
    declaredName: text().notNull().default(''),
    /** JSON: what the coordinator said of each line, `shown` or `not-yet` by competency id. */
    judgements: text().notNull().default('{}'),
    /** JSON: what each line asked for then (src/domain/readiness/earlier-needs.ts); '' in rows from before it was written down. */
    needs: text().notNull().default(''),
    /** JSON snapshot of the readiness lines with evidence ids and revisions. */
    evidence: text().notNull(),
    /** SHA-256 of `evidence`. */
    evidenceHash: text().notNull(),
    /** JSON of `AreaGrounds` (src/domain/readiness/area-grounds.ts): what each comfort area rests on; '' in rows from before there were area packs. */
    areaGrounds: text().notNull().default(''),
  },
  (table) => [index('sign_offs_person').on(table.person, table.decidedAt)],
)

/** A sign-off taken back; append-only, at most one for each sign-off. */
export const withdrawals = sqliteTable(
  'withdrawals',
  {
    signOff: text()
      .primaryKey()
      .references(() => signOffs.id),
    withdrawnBy: text()
      .notNull()
      .references(() => people.id),
    withdrawnAt: integer().notNull(),
    reason: text().notNull(),
  },
  (table) => [index('withdrawals_at').on(table.withdrawnAt)],
)

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

/** The second coordinator's signature, where a programme asks for two. */
export const secondSignatures = sqliteTable(
  'second_signatures',
  {
    signOff: text()
      .primaryKey()
      .references(() => signOffs.id),
    signedBy: text()
      .notNull()
      .references(() => people.id),
    signedAt: integer().notNull(),
    declaredName: text().notNull(),
  },
  (table) => [index('second_signatures_at').on(table.signedAt)],
)

/** The mentor signs the role and the confidentiality commitment of a sign-off. */
export const commitments = sqliteTable('commitments', {
  signOff: text()
    .primaryKey()
    .references(() => signOffs.id),
  signedAt: integer().notNull(),
  declaredName: text().notNull(),
})

/** A certificate issued again after a name was corrected; append-only. Before the first one it bears the name that was signed. */
export const reissuedCertificates = sqliteTable(
  'reissued_certificates',
  {
    signOff: text()
      .notNull()
      .references(() => signOffs.id),
    name: text().notNull(),
    issuedAt: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.signOff, table.issuedAt] })],
)

/** Somebody offers to mentor; everyone who offers is assessed. */
export const applications = sqliteTable(
  'applications',
  {
    id: text().primaryKey(),
    programme: text().notNull(),
    name: text().notNull(),
    /** E-mail or phone, as typed. */
    contact: text().notNull(),
    language: text().notNull(),
    /** JSON: why, experience, areas, notAreas, languages, times, access. */
    answers: text().notNull(),
    sentAt: integer().notNull(),
    /** `fold` of the name, written with it; null until the next start computes it. */
    folded: text(),
  },
  // Another one by name stands in migration application-joins: it is of an expression, which drizzle-kit writes wrongly.
  (table) => [index('applications_programme').on(table.programme, table.sentAt)],
)

/** Applications of one person, as a coordinator said: this one stands under the other, and waits for nothing by itself. */
export const applicationJoins = sqliteTable(
  'application_joins',
  {
    application: text()
      .primaryKey()
      .references(() => applications.id, { onDelete: 'cascade' }),
    /** Never one that stands under another itself. */
    into: text().notNull(),
    by: text()
      .notNull()
      .references(() => people.id),
    at: integer().notNull(),
  },
  (table) => [index('application_joins_into').on(table.into)],
)

/** An application of somebody who has an account: a coordinator said so. What they wrote stands on their record. */
export const applicationAccounts = sqliteTable(
  'application_accounts',
  {
    application: text()
      .primaryKey()
      .references(() => applications.id, { onDelete: 'cascade' }),
    person: text()
      .notNull()
      .references(() => people.id),
    by: text()
      .notNull()
      .references(() => people.id),
    at: integer().notNull(),
  },
  (table) => [index('application_accounts_person').on(table.person)],
)

/** The coordinator's record of the first conversation; the latest one counts. */
export const firstTalks = sqliteTable(
  'first_talks',
  {
    id: text().primaryKey(),
    application: text()
      .notNull()
      .references(() => applications.id),
    coordinator: text()
      .notNull()
      .references(() => people.id),
    at: integer().notNull(),
    outcome: text({ enum: ['invite', 'later', 'other-ways'] }).notNull(),
    /** What the person is told. */
    message: text().notNull(),
    internalNote: text().notNull(),
    /** Only `later`: `YYYY-MM-DD`, from which day on it waits for a coordinator again. */
    againOn: text(),
  },
  (table) => [index('first_talks_application').on(table.application, table.at)],
)

/** Mail that waits or was sent; links stand in `text` only until it was sent. */
export const outbox = sqliteTable(
  'outbox',
  {
    id: text().primaryKey(),
    recipient: text().notNull(),
    subject: text().notNull(),
    /** Emptied once it was sent: it holds a one-time link. */
    text: text().notNull(),
    createdAt: integer().notNull(),
    sentAt: integer(),
    tries: integer().notNull().default(0),
    nextTryAt: integer().notNull(),
    /** Why the last try failed, without the address. */
    problem: text().notNull().default(''),
    /** When the mail server said no for good, or the last try had failed; null while it waits and once it was sent. */
    refusedAt: integer(),
    /** The link that it carries. */
    link: text(),
    /** Person id of who sent it, and for which programme ('' for an administrator's). */
    createdBy: text(),
    programme: text().notNull().default(''),
    /** A notice: whatever somebody waits for at a screen, such as a code, goes first. */
    later: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (table) => [
    index('outbox_waiting').on(table.sentAt, table.nextTryAt),
    index('outbox_order').on(table.sentAt, table.later, table.nextTryAt),
    index('outbox_link').on(table.link),
    index('outbox_created_by').on(table.createdBy),
    index('outbox_recipient').on(table.recipient, table.createdAt),
    index('outbox_refused')
      .on(table.refusedAt)
      .where(sql`refused_at IS NOT NULL`),
  ],
)

/**
 * That somebody was told of something, or why not: one row for each thing and person, so that nobody is told twice.
 * What there is to tell is worked out from the rows of the things themselves (db/notices-due.ts).
 */
export const notices = sqliteTable(
  'notices',
  {
    kind: text({ enum: NOTICE_KINDS }).notNull(),
    /** Id of what it tells about, or a day. */
    subject: text().notNull(),
    person: text()
      .notNull()
      .references(() => people.id),
    /** '' for a digest. */
    programme: text().notNull(),
    at: integer().notNull(),
    outcome: text({ enum: NOTICE_OUTCOMES }).notNull(),
    /** The mail in the outbox, for as long as that is kept; null where none was written. Several notices may share one. */
    mail: text(),
  },
  (table) => [
    primaryKey({ columns: [table.kind, table.subject, table.person] }),
    index('notices_person').on(table.person, table.at),
    index('notices_mail').on(table.mail),
  ],
)

/** Since when notices are given (when a server first started with them), and when the job last looked: nothing of before is told. */
export const noticeMarks = sqliteTable('notice_marks', {
  name: text({ enum: ['began', 'looked'] }).primaryKey(),
  at: integer().notNull(),
  /** Notices of the last look that wrote any, and mails; 0 of `began`. */
  notices: integer().notNull().default(0),
  mails: integer().notNull().default(0),
})

/** What somebody wants by mail or not; where there is no row, notices go to an address that is known to be theirs. */
export const noticeWishes = sqliteTable(
  'notice_wishes',
  {
    person: text()
      .notNull()
      .references(() => people.id),
    kind: text({ enum: NOTICE_KINDS }).notNull(),
    isOn: integer({ mode: 'boolean' }).notNull(),
    /** Of a digest: at which hour of the programme's clock, 0 to 23, and whether on weekdays only. */
    hour: integer().notNull().default(8),
    weekdays: integer({ mode: 'boolean' }).notNull().default(true),
    at: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.person, table.kind] })],
)

/** An address from which a link or a code came back, so that it is theirs; written by a trigger on `links`. */
export const provenAddresses = sqliteTable(
  'proven_addresses',
  {
    person: text()
      .notNull()
      .references(() => people.id),
    email: text().notNull(),
    at: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.person, table.email] })],
)

/** What a coordinator writes about a trainee; kinds are never mixed. */
export const notes = sqliteTable(
  'notes',
  {
    id: text().primaryKey(),
    person: text()
      .notNull()
      .references(() => people.id),
    programme: text().notNull(),
    author: text()
      .notNull()
      .references(() => people.id),
    /** `shared`: the trainee reads it. `internal`, `concern`: only coordinators. */
    kind: text({ enum: ['shared', 'internal', 'concern'] }).notNull(),
    text: text().notNull(),
    writtenAt: integer().notNull(),
  },
  (table) => [
    index('notes_person').on(table.person, table.writtenAt),
    index('notes_concerns')
      .on(table.programme, table.person)
      .where(sql`kind = 'concern'`),
  ],
)

/** What coordinators of a programme write again and again; `{name}` and others stand for words (domain/people/message.ts). */
export const messageTemplates = sqliteTable(
  'message_templates',
  {
    id: text().primaryKey(),
    programme: text().notNull(),
    name: text().notNull(),
    textEn: text().notNull(),
    textEs: text().notNull(),
    changedBy: text()
      .notNull()
      .references(() => people.id),
    changedAt: integer().notNull(),
    archivedAt: integer(),
  },
  (table) => [index('message_templates_programme').on(table.programme, table.name)],
)

/** One message to one or many: each of them has it as a shared note. */
export const messages = sqliteTable(
  'messages',
  {
    id: text().primaryKey(),
    programme: text().notNull(),
    sentBy: text()
      .notNull()
      .references(() => people.id),
    sentAt: integer().notNull(),
    /** As written, before words stood in it; '' for a language in which nothing was written. */
    textEn: text().notNull(),
    textEs: text().notNull(),
    /** How many have it. */
    people: integer().notNull(),
  },
  (table) => [index('messages_programme').on(table.programme, table.sentAt)],
)

export const messageNotes = sqliteTable(
  'message_notes',
  {
    message: text()
      .notNull()
      .references(() => messages.id),
    person: text()
      .notNull()
      .references(() => people.id),
    note: text()
      .notNull()
      .references(() => notes.id),
  },
  (table) => [
    primaryKey({ columns: [table.message, table.person] }),
    // A note that goes is looked for here.
    index('message_notes_note').on(table.note),
  ],
)

/**
 * What a coordinator did about something that worries: a concern note, a review with low well-being, a pause whose day is over.
 * Append-only; the latest one about a matter says whether and from when it waits for a coordinator again.
 */
export const followUps = sqliteTable(
  'follow_ups',
  {
    id: text().primaryKey(),
    kind: text({ enum: ['harm', 'concern', 'wellbeing', 'pause', 'help', 'bereaved'] }).notNull(),
    /** Id of the observation, the note, the review, the pairing, or the record of the pause or the question. */
    about: text().notNull(),
    person: text()
      .notNull()
      .references(() => people.id),
    programme: text().notNull(),
    coordinator: text()
      .notNull()
      .references(() => people.id),
    at: integer().notNull(),
    /** What was done. Only coordinators read it. */
    text: text().notNull(),
    /** `YYYY-MM-DD`: from this day on it waits again; null where it is settled. */
    againOn: text(),
    /** Somebody looks after it and it goes on: it stays on the list. */
    staysOpen: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (table) => [
    index('follow_ups_about').on(table.about, table.at),
    index('follow_ups_person').on(table.person, table.at),
  ],
)

/** Who has a form open that others could send too; forgotten after some minutes. */
export const openForms = sqliteTable(
  'open_forms',
  {
    /** Id of what the form is about: a question, an application, a person. */
    about: text().notNull(),
    person: text()
      .notNull()
      .references(() => people.id),
    openedAt: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.about, table.person] })],
)

/** A talk with a trained coordinator about one competency. */
export const talks = sqliteTable(
  'talks',
  {
    id: text().primaryKey(),
    person: text()
      .notNull()
      .references(() => people.id),
    programme: text().notNull(),
    coordinator: text()
      .notNull()
      .references(() => people.id),
    /** '' where it was only about areas. */
    competency: text().notNull(),
    heldAt: integer().notNull(),
    accepted: integer({ mode: 'boolean' }).notNull(),
    note: text().notNull(),
    /** JSON array: ids of the areas that it was about, too. */
    areas: text().notNull().default('[]'),
  },
  (table) => [index('talks_person').on(table.person, table.heldAt)],
)

/** Evidence from elsewhere, with its source, in place of one kind of need of one competency. */
export const outsideEvidence = sqliteTable(
  'outside_evidence',
  {
    id: text().primaryKey(),
    person: text()
      .notNull()
      .references(() => people.id),
    programme: text().notNull(),
    enteredBy: text()
      .notNull()
      .references(() => people.id),
    enteredAt: integer().notNull(),
    competency: text().notNull(),
    /** Kind of need that it stands for: quiz, practice, observation, reflection, exercise. */
    standsFor: text().notNull(),
    /** Where it comes from: a course in an LMS, an earlier role. */
    source: text().notNull(),
    /** `YYYY-MM-DD` of what it tells about. */
    happenedOn: text().notNull(),
  },
  (table) => [index('outside_evidence_person').on(table.person)],
)

/** A coordinator's answer to a reflection or a question of a trainee. */
export const replies = sqliteTable(
  'replies',
  {
    id: text().primaryKey(),
    /** Record id of `reflection-sent` or `help-asked`. */
    record: text().notNull(),
    person: text()
      .notNull()
      .references(() => people.id),
    coordinator: text()
      .notNull()
      .references(() => people.id),
    repliedAt: integer().notNull(),
    text: text().notNull(),
    /** Only reflections: null where nothing was decided. */
    accepted: integer({ mode: 'boolean' }),
    /** Item id of a lesson that is suggested again; '' for none. */
    lesson: text().notNull(),
  },
  (table) => [
    index('replies_person').on(table.person, table.repliedAt),
    index('replies_record').on(table.record),
  ],
)

/** A practice session that a coordinator opened for one trainee. */
export const openedSessions = sqliteTable(
  'opened_sessions',
  {
    person: text()
      .notNull()
      .references(() => people.id),
    session: text().notNull(),
    openedBy: text()
      .notNull()
      .references(() => people.id),
    openedAt: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.person, table.session] })],
)

/** Regular one-to-one talk with a mentor; the mentor reads it. Concerns are notes of kind `concern`. */
export const supportReviews = sqliteTable(
  'support_reviews',
  {
    id: text().primaryKey(),
    person: text()
      .notNull()
      .references(() => people.id),
    programme: text().notNull(),
    coordinator: text()
      .notNull()
      .references(() => people.id),
    heldAt: integer().notNull(),
    wentWell: text().notNull(),
    stayed: text().notNull(),
    skill: text().notNull(),
    /** 1 hard to 5 well. */
    wellbeing: integer().notNull(),
    capacity: integer().notNull(),
    /** `YYYY-MM-DD` */
    nextOn: text().notNull(),
  },
  (table) => [
    index('support_reviews_person').on(table.person, table.heldAt),
    // Not by the programme first: what is asked about one mentor would be looked for among all of it.
    index('support_reviews_held').on(table.heldAt, table.programme, table.person),
  ],
)

export const reviewActions = sqliteTable(
  'review_actions',
  {
    id: text().primaryKey(),
    review: text()
      .notNull()
      .references(() => supportReviews.id),
    text: text().notNull(),
    dueOn: text().notNull(),
    /** Item id of a lesson that meets a training need; '' for none. */
    lesson: text().notNull(),
    doneAt: integer(),
  },
  (table) => [index('review_actions_review').on(table.review)],
)

export const groupSessions = sqliteTable(
  'group_sessions',
  {
    id: text().primaryKey(),
    programme: text().notNull(),
    title: text().notNull(),
    startsAt: integer().notNull(),
    /** How long it takes. */
    minutes: integer().notNull().default(90),
    /** A place or a link. */
    place: text().notNull(),
    createdBy: text()
      .notNull()
      .references(() => people.id),
    cancelledAt: integer(),
    kind: text({ enum: SESSION_KINDS }).notNull().default('training'),
    /** Whom it is for; null for everybody in the programme. */
    cohort: text().references(() => cohorts.id),
    /** Null for as many as come. */
    places: integer(),
    /** Id of the first one, where it comes again; each has a row of its own. */
    series: text(),
    /** When it was last changed, called off or put back; 0 for never. */
    changedAt: integer().notNull().default(0),
  },
  (table) => [
    index('group_sessions_programme').on(table.programme, table.startsAt),
    index('group_sessions_series').on(table.series, table.startsAt),
  ],
)

/**
 * Who signed up for a group session. Who of them has a place, and who waits, is computed from the order
 * (`inLine`, domain/people/group-session.ts). Whoever leaves has no row any more.
 */
export const groupSignUps = sqliteTable(
  'group_sign_ups',
  {
    groupSession: text()
      .notNull()
      .references(() => groupSessions.id),
    person: text()
      .notNull()
      .references(() => people.id),
    /** The order, from 1: times may be equal, numbers are not. */
    turn: integer().notNull(),
    signedUpBy: text()
      .notNull()
      .references(() => people.id),
    signedUpAt: integer().notNull(),
    /** What they were told last, and when: what changed since is a notice of theirs. */
    told: text({ enum: TOLD }).notNull(),
    toldAt: integer().notNull(),
    /** When a coordinator took them out, until they have seen it. */
    endedAt: integer(),
  },
  (table) => [
    primaryKey({ columns: [table.groupSession, table.person] }),
    uniqueIndex('group_sign_ups_turn').on(table.groupSession, table.turn),
    index('group_sign_ups_person').on(table.person),
  ],
)

export const attendances = sqliteTable(
  'attendances',
  {
    groupSession: text()
      .notNull()
      .references(() => groupSessions.id),
    person: text()
      .notNull()
      .references(() => people.id),
    markedBy: text()
      .notNull()
      .references(() => people.id),
    markedAt: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.groupSession, table.person] })],
)

/** Who did not come, though they were looked for; never beside an attendance. */
export const groupAbsences = sqliteTable(
  'group_absences',
  {
    groupSession: text()
      .notNull()
      .references(() => groupSessions.id),
    person: text()
      .notNull()
      .references(() => people.id),
    markedBy: text()
      .notNull()
      .references(() => people.id),
    markedAt: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.groupSession, table.person] })],
)

/** The address at which a calendar reads somebody's own dates; `id` is the SHA-256 of the secret in it. */
export const calendarFeeds = sqliteTable(
  'calendar_feeds',
  {
    id: text().primaryKey(),
    person: text()
      .notNull()
      .references(() => people.id),
    createdAt: integer().notNull(),
    /** The beginning of the day (UTC) on which it was last read; null for never. */
    lastUsedAt: integer(),
  },
  (table) => [uniqueIndex('calendar_feeds_person').on(table.person)],
)

/** For matching systems; `id` is the SHA-256 of the token. */
export const apiTokens = sqliteTable('api_tokens', {
  id: text().primaryKey(),
  programme: text().notNull(),
  name: text().notNull(),
  /** Space-separated, for example `mentors:read`. */
  scopes: text().notNull(),
  createdBy: text()
    .notNull()
    .references(() => people.id),
  createdAt: integer().notNull(),
  expiresAt: integer().notNull(),
  revokedAt: integer(),
  lastUsedAt: integer(),
})

/** A programme's rules for signing off; the defaults hold where there is no row. */
export const programmeRules = sqliteTable('programme_rules', {
  programme: text().primaryKey(),
  secondSignature: integer({ mode: 'boolean' }).notNull(),
  /** Whether attendance at group sessions is shown as evidence. */
  groupSessionsCount: integer({ mode: 'boolean' }).notNull(),
  /** Since when two signatures are asked for without a break; null where they are not. */
  secondSince: integer(),
  /** After so many hours without a word about it, a danger goes by mail to all coordinators and administrators. */
  dangerHours: integer().notNull().default(DANGER_HOURS),
  /** What whom an incident concerns is told at its end. */
  incidentTold: text({ enum: INCIDENT_TOLD }).notNull().default('outline'),
  /** Whether people and facilities may ask for a mentor by themselves. */
  requestsOpen: integer({ mode: 'boolean' }).notNull().default(false),
  /** A request for a mentor that waits so many days stands on the work list. */
  longWaitDays: integer().notNull().default(LONG_WAIT_DAYS),
  changedBy: text().notNull(),
  changedAt: integer().notNull(),
})

/** What a programme requires of the checks of its file; append-only, the newest row of a line counts (domain/readiness/checks.ts). */
export const checkRules = sqliteTable(
  'check_rules',
  {
    id: text().primaryKey(),
    programme: text().notNull(),
    /** Slug of the programme's file. */
    checkSlug: text().notNull(),
    line: text({ enum: CHECK_LINES }).notNull(),
    rule: text({ enum: CHECK_RULES }).notNull(),
    /** Of `required`: from when whoever lacks it is on hold; null of the others. */
    since: integer(),
    by: text()
      .notNull()
      .references(() => people.id),
    at: integer().notNull(),
  },
  (table) => [index('check_rules_line').on(table.programme, table.checkSlug, table.line, table.at)],
)

/** What was written about somebody's checks: numbers and days, never a document. Append-only; `by` is who looked. */
export const checkEntries = sqliteTable(
  'check_entries',
  {
    id: text().primaryKey(),
    person: text()
      .notNull()
      .references(() => people.id),
    programme: text().notNull(),
    checkSlug: text().notNull(),
    line: text({ enum: CHECK_LINES }).notNull(),
    act: text({ enum: CHECK_ACTS }).notNull(),
    /** The day that the paper bears, or on which it was asked for, came or was looked at, `YYYY-MM-DD`. */
    onDay: text().notNull(),
    /** The number that the paper bears; '' for none. */
    number: text().notNull().default(''),
    recheckOn: text(),
    countsUntil: text(),
    /** Of `waived` and `ended`; whom it is about reads it. */
    why: text().notNull().default(''),
    by: text()
      .notNull()
      .references(() => people.id),
    at: integer().notNull(),
  },
  (table) => [
    index('check_entries_line').on(
      table.person,
      table.programme,
      table.checkSlug,
      table.line,
      table.at,
    ),
  ],
)

/** A mentor who was stopped: off the register at once, until a row of `stop_ends` says how it ended. */
export const stops = sqliteTable(
  'stops',
  {
    id: text().primaryKey(),
    person: text()
      .notNull()
      .references(() => people.id),
    programme: text().notNull(),
    stoppedBy: text()
      .notNull()
      .references(() => people.id),
    stoppedAt: integer().notNull(),
    /** For coordinators alone. */
    reason: text().notNull(),
  },
  (table) => [index('stops_person').on(table.person, table.programme, table.stoppedAt)],
)

export const stopEnds = sqliteTable('stop_ends', {
  stop: text()
    .primaryKey()
    .references(() => stops.id),
  endedBy: text()
    .notNull()
    .references(() => people.id),
  endedAt: integer().notNull(),
  outcome: text({ enum: ['reinstated', 'ended'] }).notNull(),
  /** The mentor reads it. */
  reason: text().notNull(),
})

/** Something that happened, or a complaint, about a mentor; closed to them. Who looks after it first, and by when. */
export const incidents = sqliteTable(
  'incidents',
  {
    id: text().primaryKey(),
    person: text()
      .notNull()
      .references(() => people.id),
    programme: text().notNull(),
    kind: text({ enum: INCIDENT_KINDS }).notNull(),
    /** `YYYY-MM-DD` */
    happenedOn: text().notNull(),
    text: text().notNull(),
    owner: text()
      .notNull()
      .references(() => people.id),
    /** `YYYY-MM-DD`: by which the first step is to be taken, or null. */
    nextOn: text(),
    writtenBy: text()
      .notNull()
      .references(() => people.id),
    writtenAt: integer().notNull(),
  },
  (table) => [
    index('incidents_person').on(table.person, table.programme, table.writtenAt),
    index('incidents_programme').on(table.programme, table.writtenAt),
  ],
)

/** What was done about an incident, who looks after it from then on, and its end; append-only. */
export const incidentSteps = sqliteTable(
  'incident_steps',
  {
    id: text().primaryKey(),
    incident: text()
      .notNull()
      .references(() => incidents.id),
    by: text()
      .notNull()
      .references(() => people.id),
    at: integer().notNull(),
    text: text().notNull(),
    owner: text()
      .notNull()
      .references(() => people.id),
    /** `YYYY-MM-DD`: by which the next step is to be taken, or null. */
    nextOn: text(),
    ends: integer({ mode: 'boolean' }).notNull().default(false),
    /** What whom it concerns was told at its end; '' for nothing. */
    told: text().notNull().default(''),
  },
  (table) => [index('incident_steps_incident').on(table.incident, table.at)],
)

/** A danger that nobody said anything about in time, and that all were told of. */
export const dangerCalls = sqliteTable(
  'danger_calls',
  {
    /** Id of the observation, the note or the review. */
    about: text().notNull(),
    /** '' for the first time; the day (`YYYY-MM-DD`) from which it waited again. */
    round: text().notNull().default(''),
    kind: text({ enum: CALLED }).notNull(),
    person: text()
      .notNull()
      .references(() => people.id),
    programme: text().notNull(),
    calledAt: integer().notNull(),
    /** How many mails were written; 0 where none could be. */
    mails: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.programme, table.about, table.round] })],
)

/** A sign-off that a coordinator has begun; gone when it is decided or dropped. */
export const signOffDrafts = sqliteTable(
  'sign_off_drafts',
  {
    /** The id that the sign-off will have. */
    id: text().primaryKey(),
    coordinator: text()
      .notNull()
      .references(() => people.id),
    person: text()
      .notNull()
      .references(() => people.id),
    programme: text().notNull(),
    changedAt: integer().notNull(),
    /** JSON snapshot of the evidence that was looked at; '' until then. */
    evidence: text().notNull(),
    /** How many decisions, withdrawals, stops, their ends and incidents there were then. */
    decisions: integer().notNull(),
    /** JSON of `Answers` (domain/readiness/sign-off-journey.ts). */
    answers: text().notNull(),
  },
  (table) => [uniqueIndex('sign_off_drafts_pair').on(table.coordinator, table.person)],
)

/** When a ★ rule that somebody had passed was revised, and when their refresher was done. */
export const lapses = sqliteTable(
  'lapses',
  {
    person: text()
      .notNull()
      .references(() => people.id),
    lapsedAt: integer().notNull(),
    refreshedAt: integer(),
  },
  (table) => [primaryKey({ columns: [table.person, table.lapsedAt] })],
)

/**
 * A trainee of a programme on the lists of its coordinators; computed (db/desk-people.ts). Triggers in db/migrations say that
 * somebody is out of date wherever a row changed that the rules read, so that no verb can forget to.
 */
export const deskPeople = sqliteTable(
  'desk_people',
  {
    programme: text().notNull(),
    person: text().notNull(),
    /** From when on something may have changed by the clock alone; 0 where a row changed. */
    staleAt: integer().notNull().default(0),
    /** When it was computed: by a clock that was set back since, that is to come. */
    computedAt: integer().notNull().default(0),
    /** Neither left nor closed. */
    isHere: integer({ mode: 'boolean' }).notNull().default(false),
    /** Nothing is to be done about a `waiting` one; '' for who stands in neither list. */
    list: text({ enum: ['waiting', 'ready', ''] })
      .notNull()
      .default(''),
    /** Their folded name, as each language orders names. */
    nameEn: text().notNull().default(''),
    nameEs: text().notNull().default(''),
  },
  (table) => [
    primaryKey({ columns: [table.programme, table.person] }),
    index('desk_people_stale').on(table.programme, table.staleAt),
    index('desk_people_computed').on(table.programme, table.computedAt),
    index('desk_people_person').on(table.person),
    index('desk_people_en').on(table.programme, table.nameEn),
    index('desk_people_es').on(table.programme, table.nameEs),
    index('desk_people_list_en').on(table.programme, table.list, table.nameEn),
    index('desk_people_list_es').on(table.programme, table.list, table.nameEs),
  ],
)

/** Whoever was ever signed off in a programme, as its register lists and finds them: computed with `desk_people`. */
export const registerPeople = sqliteTable(
  'register_people',
  {
    programme: text().notNull(),
    person: text().notNull(),
    /** Why they are not in the register; '' for who is ready. */
    absence: text().notNull(),
    /** When that began, milliseconds since 1970; 0 for who is ready, and where nobody wrote it down. */
    sinceAt: integer().notNull(),
    nameEn: text().notNull(),
    nameEs: text().notNull(),
    /** JSON, as the register shows them; areas without those that are no-go too. */
    areas: text().notNull(),
    languages: text().notNull(),
    ways: text().notNull(),
    /** Folded. */
    place: text().notNull(),
    capacity: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.programme, table.person] }),
    // With all that a filter asks: nobody's own row is read for it.
    index('register_people_en').on(
      table.programme,
      table.absence,
      table.nameEn,
      table.person,
      table.areas,
      table.languages,
      table.ways,
      table.capacity,
      table.place,
    ),
    index('register_people_es').on(
      table.programme,
      table.absence,
      table.nameEs,
      table.person,
      table.areas,
      table.languages,
      table.ways,
      table.capacity,
      table.place,
    ),
    index('register_people_absence').on(
      table.programme,
      table.absence,
      sql`since_at DESC`,
      table.nameEn,
      table.person,
    ),
    index('register_people_since')
      .on(table.programme, sql`since_at DESC`, table.nameEn, table.person)
      .where(sql`absence <> ''`),
  ],
)

/** What a mentor of the register offers, a row each, as a filter finds it: computed with `register_people`. */
export const registerOffers = sqliteTable(
  'register_offers',
  {
    programme: text().notNull(),
    person: text().notNull(),
    kind: text({ enum: ['area', 'language', 'contact'] }).notNull(),
    value: text().notNull(),
    /** How many of their places nobody has. */
    free: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.programme, table.person, table.kind, table.value] }),
    index('register_offers_value').on(table.programme, table.kind, table.value, table.free),
  ],
)

/** Applications, invitations and requests for a mentor that wait for a coordinator, or will: computed as `desk_people`. */
export const deskWaits = sqliteTable(
  'desk_waits',
  {
    /** Id of an application, of the link of an invitation, or of a request. */
    subject: text().primaryKey(),
    programme: text().notNull(),
    /** From when on something may have changed by the clock alone; 0 where a row changed. */
    staleAt: integer().notNull().default(0),
    computedAt: integer().notNull().default(0),
  },
  (table) => [
    index('desk_waits_stale').on(table.programme, table.staleAt),
    index('desk_waits_computed').on(table.programme, table.computedAt),
  ],
)

/** What a coordinator must do today, one row a reason; computed with `desk_people` and `desk_waits`. */
export const tasks = sqliteTable(
  'tasks',
  {
    programme: text().notNull(),
    /** Whom it is about: id of a person, or of an application, a link or a request that waits. */
    person: text().notNull(),
    /** A reason (domain/readiness/attention.ts). */
    reason: text().notNull(),
    /** 0 for danger, 1 for a lapse, 2 for the rest. */
    rank: integer().notNull(),
    /** Since when it waits. */
    since: integer().notNull(),
    /** A day that its words name, `YYYY-MM-DD`; '' for none. */
    day: text().notNull().default(''),
    /** Person id of the one coordinator who cannot do it; '' for none. */
    notFor: text().notNull().default(''),
    /** Person id of the person's own coordinator, while they coordinate there; '' for nobody. */
    own: text().notNull().default(''),
    /** The person's folded name: what waits equally long is ordered by it. */
    name: text().notNull().default(''),
  },
  (table) => [
    primaryKey({ columns: [table.programme, table.person, table.reason] }),
    index('tasks_by_order').on(table.programme, table.rank, table.since, table.name),
    index('tasks_by_reason').on(table.programme, table.reason, table.since, table.name),
    index('tasks_by_own').on(table.programme, table.own, table.rank, table.since, table.name),
    index('tasks_by_own_reason').on(
      table.programme,
      table.own,
      table.reason,
      table.since,
      table.name,
    ),
  ],
)

/** Who looks after somebody in a programme; append-only, the latest one counts while they coordinate there. */
export const ownCoordinators = sqliteTable(
  'own_coordinators',
  {
    id: text().primaryKey(),
    programme: text().notNull(),
    person: text()
      .notNull()
      .references(() => people.id),
    /** Person id; '' for nobody. */
    coordinator: text().notNull(),
    by: text()
      .notNull()
      .references(() => people.id),
    at: integer().notNull(),
  },
  (table) => [
    index('own_coordinators_person').on(table.person, table.programme, table.at),
    index('own_coordinators_coordinator').on(table.coordinator),
  ],
)

/** Who takes a task, whom it was handed to, until when it was put off; append-only, the latest one about a task counts. */
export const taskHolds = sqliteTable(
  'task_holds',
  {
    id: text().primaryKey(),
    programme: text().notNull(),
    /** As in `tasks`. */
    person: text().notNull(),
    reason: text().notNull(),
    /** Of the task: a later one of the same kind is another task. */
    since: integer().notNull(),
    /** Person id; '' for nobody. */
    owner: text().notNull(),
    /** `YYYY-MM-DD`: until this day it is put off, or null. */
    untilOn: text(),
    /** Why it was put off. */
    why: text().notNull().default(''),
    by: text()
      .notNull()
      .references(() => people.id),
    at: integer().notNull(),
  },
  (table) => [
    index('task_holds_task').on(table.person, table.programme, table.reason, table.at),
    index('task_holds_owner').on(table.owner, table.programme),
  ],
)

/** Somebody asks about what is kept of them (domain/people/own-data.ts); what was said to it stands in `data_answers`. */
export const dataRequests = sqliteTable(
  'data_requests',
  {
    id: text().primaryKey(),
    person: text()
      .notNull()
      .references(() => people.id),
    kind: text({ enum: DATA_KINDS }).notNull(),
    /** Whose coordinators answer; '' where administrators do. */
    programme: text().notNull(),
    /** Of a correction: what is wrong, as typed; '' of the others. */
    text: text().notNull(),
    at: integer().notNull(),
  },
  (table) => [
    index('data_requests_person').on(table.person, table.id),
    index('data_requests_programme').on(table.programme, table.id),
  ],
)

export const dataAnswers = sqliteTable('data_answers', {
  request: text()
    .primaryKey()
    .references(() => dataRequests.id, { onDelete: 'cascade' }),
  answer: text({ enum: DATA_ANSWERS }).notNull(),
  /** Whoever asked reads it. */
  text: text().notNull(),
  by: text()
    .notNull()
    .references(() => people.id),
  at: integer().notNull(),
})

/** What a coordinator decided about one row that staff wrote among themselves, after its person asked for such rows. */
export const dataReviews = sqliteTable(
  'data_reviews',
  {
    request: text()
      .notNull()
      .references(() => dataRequests.id, { onDelete: 'cascade' }),
    /** As db/own-data-table.ts calls what it is a row of. */
    what: text().notNull(),
    /** Id of the row. */
    subject: text().notNull(),
    isHeld: integer({ mode: 'boolean' }).notNull(),
    /** Why it is held back; whoever asked reads it. '' where it is not. */
    reason: text().notNull(),
    by: text()
      .notNull()
      .references(() => people.id),
    at: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.request, table.what, table.subject] })],
)

/** A mentor lets anybody who has the certificate's code see that they are a mentor today. */
export const publicChecks = sqliteTable(
  'public_checks',
  {
    /** 12 signs, as printed on the certificate. */
    code: text().primaryKey(),
    person: text()
      .notNull()
      .references(() => people.id),
    signOff: text()
      .notNull()
      .references(() => signOffs.id),
    openedAt: integer().notNull(),
    closedAt: integer(),
  },
  (table) => [index('public_checks_person').on(table.person)],
)

/** SCORM packages that were made; the same wish and stamp make the same bytes, so the files themselves are not kept. */
export const packageExports = sqliteTable(
  'package_exports',
  {
    id: text().primaryKey(),
    programme: text().notNull(),
    /** JSON of an `ExportWish`. */
    wish: text().notNull(),
    /** SHA-256 of everything that goes in: another one means that the course has moved on. */
    stamp: text().notNull(),
    release: text().notNull(),
    /** JSON: name, sizes and fingerprint of each (db/package-exports.ts). */
    packages: text({ mode: 'json' }).notNull(),
    madeBy: text()
      .notNull()
      .references(() => people.id),
    madeAt: integer().notNull(),
  },
  (table) => [index('package_exports_made').on(table.madeAt)],
)

/** A package of others (SCORM) in a programme's course; its content is that of its newest version. */
export const packages = sqliteTable(
  'packages',
  {
    id: text().primaryKey(),
    programme: text().notNull(),
    /** Titles in both languages; '' until it is placed. */
    titleEn: text().notNull().default(''),
    titleEs: text().notNull().default(''),
    /** Order among the programme's packages, small first. */
    position: integer().notNull().default(1),
    required: integer({ mode: 'boolean' }).notNull().default(false),
    /** Version id. */
    version: text().notNull(),
    /** Raised when a new version makes everybody start again; results of earlier ones stay. */
    generation: integer().notNull().default(1),
    createdBy: text().notNull(),
    createdAt: integer().notNull(),
    /** Since when trainees see it; null before. */
    placedAt: integer(),
    archivedAt: integer(),
  },
  (table) => [index('packages_programme').on(table.programme, table.position)],
)

/** What was uploaded, in order; the content lies in DATA_DIR/packages/<sha256>/. */
export const packageVersions = sqliteTable(
  'package_versions',
  {
    id: text().primaryKey(),
    package: text()
      .notNull()
      .references(() => packages.id),
    sha256: text().notNull(),
    fileName: text().notNull(),
    /** JSON of `Manifest` (src/scorm/check/manifest.ts) without the list of files. */
    manifest: text().notNull(),
    /** JSON of `Finding[]`. */
    findings: text().notNull(),
    zippedBytes: integer().notNull(),
    unpackedBytes: integer().notNull(),
    files: integer().notNull(),
    uploadedBy: text().notNull(),
    uploadedAt: integer().notNull(),
  },
  (table) => [index('package_versions_package').on(table.package, table.uploadedAt)],
)

/** One opening of one part by one person; `id` stands in the page, the token's hash opens the content. */
export const packageLaunches = sqliteTable(
  'package_launches',
  {
    id: text().primaryKey(),
    /** SHA-256 of the secret in the content host's address. */
    tokenHash: text().notNull(),
    package: text()
      .notNull()
      .references(() => packages.id),
    version: text().notNull(),
    /** Identifier of the item. */
    item: text().notNull(),
    person: text()
      .notNull()
      .references(() => people.id),
    /** A preview keeps nothing. */
    preview: integer({ mode: 'boolean' }).notNull(),
    generation: integer().notNull(),
    startedAt: integer().notNull(),
    expiresAt: integer().notNull(),
    /** Of the newest commit that was taken; 0 for none. */
    sequence: integer().notNull().default(0),
    /** How many commits came. */
    commits: integer().notNull().default(0),
    /** Seconds of this opening, as last reported. */
    seconds: integer().notNull().default(0),
  },
  (table) => [
    uniqueIndex('package_launches_token').on(table.tokenHash),
    index('package_launches_person').on(table.person, table.package, table.item),
  ],
)

/** What a package reported of a person: never signs anybody off (R28). */
export const packageResults = sqliteTable(
  'package_results',
  {
    person: text()
      .notNull()
      .references(() => people.id),
    package: text()
      .notNull()
      .references(() => packages.id),
    item: text().notNull(),
    generation: integer().notNull(),
    /** JSON of the data model by element name, for the next opening. */
    state: text().notNull(),
    /** How it was left: suspend, logout, normal, time-out or ''. */
    exit: text().notNull(),
    /** Once completed, and once passed, it stays so. */
    completed: integer({ mode: 'boolean' }).notNull(),
    /** passed, failed or ''. */
    success: text({ enum: ['', 'passed', 'failed'] }).notNull(),
    /** Best score, 0 to 100; null for none. */
    score: real(),
    /** Of all openings. */
    seconds: integer().notNull(),
    /** A coordinator took it for done, where the package itself says nothing of it. */
    acceptedAt: integer(),
    acceptedBy: text(),
    /** JSON of `ReportedInteraction[]`, the newest ones. */
    interactions: text().notNull(),
    firstAt: integer().notNull(),
    updatedAt: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.person, table.package, table.item, table.generation] }),
    index('package_results_package').on(table.package),
  ],
)

/**
 * Who can be found (db/find.ts): a person in each programme where they have or had a role, and an application. What is
 * compared stands in the full-text table `find_words`, under the same id; triggers of migration 0012 keep both.
 */
export const findRows = sqliteTable(
  'find_rows',
  {
    id: integer().primaryKey(),
    kind: text({ enum: ['person', 'application'] }).notNull(),
    /** Person or application id. */
    subject: text().notNull(),
    /** '' for an administrator. */
    programme: text().notNull(),
    /** Counts up when the words are to be written again. */
    written: integer().notNull().default(0),
  },
  (table) => [uniqueIndex('find_rows_subject').on(table.subject, table.programme, table.kind)],
)

/** A list of people with their history that a coordinator brings in; what was uploaded stands in `import_files`. */
export const imports = sqliteTable(
  'imports',
  {
    id: text().primaryKey(),
    programme: text().notNull(),
    madeBy: text()
      .notNull()
      .references(() => people.id),
    madeAt: integer().notNull(),
    /** JSON of `ImportSettings` (domain/people/import-settings.ts); '{}' once it is done. */
    settings: text().notNull(),
    /** Lines of the list that hold a person. */
    lines: integer().notNull().default(0),
    /** The last line that was dealt with; 0 before it begins. */
    lastLine: integer().notNull().default(0),
    startedAt: integer(),
    finishedAt: integer(),
  },
  (table) => [index('imports_programme').on(table.programme, table.madeAt)],
)

/** What was uploaded; deleted when it is thrown away, and emptied of whom was brought in when that is done. */
export const importFiles = sqliteTable('import_files', {
  import: text()
    .primaryKey()
    .references(() => imports.id),
  /** The bytes, base64; '' once the import is done. */
  body: text().notNull(),
  /** JSON of the lines that were left out, and why (domain/people/import-settings.ts). */
  leftOut: text().notNull().default('[]'),
  uploadedAt: integer().notNull(),
})

/** Whom a line of an import made, or was added to: no line counts twice. */
export const importedPeople = sqliteTable(
  'imported_people',
  {
    import: text()
      .notNull()
      .references(() => imports.id),
    line: integer().notNull(),
    person: text()
      .notNull()
      .references(() => people.id),
    /** False where they were here before. */
    made: integer({ mode: 'boolean' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.import, table.line] }),
    index('imported_people_person').on(table.person),
  ],
)

/** What a list said of somebody's time before: told, never evidence; append-only. */
export const importedFacts = sqliteTable(
  'imported_facts',
  {
    id: text().primaryKey(),
    person: text()
      .notNull()
      .references(() => people.id),
    programme: text().notNull(),
    import: text()
      .notNull()
      .references(() => imports.id),
    kind: text({ enum: IMPORTED_KINDS }).notNull(),
    /** Name of a training, the languages, the place; '' for the rest. */
    text: text().notNull(),
    /** Where it was; '' where the list does not say. */
    place: text().notNull(),
    /** `YYYY-MM-DD`: on which day, and until which one; '' where the list does not say. */
    day: text().notNull(),
    untilDay: text().notNull(),
  },
  (table) => [
    // Saying the same once more says nothing.
    uniqueIndex('imported_facts_once').on(
      table.person,
      table.programme,
      table.kind,
      table.text,
      table.place,
      table.day,
      table.untilDay,
    ),
  ],
)

/** Keys that every server on this database shares: for what lies sealed on people's devices. */
export const serverKeys = sqliteTable('server_keys', {
  name: text().primaryKey(),
  /** 32 random bytes, base64url. */
  secret: text().notNull(),
  createdAt: integer().notNull(),
})

/**
 * What servers that share a libSQL server do one at a time: who is at it, and when somebody may begin it again
 * (docs/decisions/several-servers.md). Times are those of the database's own clock.
 */
export const jobs = sqliteTable('jobs', {
  name: text().primaryKey(),
  /** Which process; '' for nobody. */
  holder: text().notNull(),
  /** A lease while somebody is at it, else when it is due. Milliseconds. */
  freeAt: integer().notNull(),
  /** How often it was begun. */
  begun: integer().notNull().default(0),
  endedAt: integer(),
})

/**
 * Somebody asks for a mentor. Who they are is not known here: the reference stands for them, and whoever asked has a code
 * to see, correct, withdraw or erase it. What it says stands in `request_versions`, how to reach them in `request_contacts`.
 */
export const mentorRequests = sqliteTable(
  'mentor_requests',
  {
    id: text().primaryKey(),
    programme: text().notNull(),
    /** For example `K7-4QX`: what staff and mentors call it. */
    reference: text().notNull(),
    /** SHA-256 of the code of whoever asked. */
    codeHash: text().notNull(),
    asker: text({ enum: ASKERS }).notNull(),
    /** The coordinator who wrote it down; '' where it came by the public form. */
    by: text().notNull(),
    /** What its pages and messages are in. */
    language: text().notNull(),
    at: integer().notNull(),
  },
  (table) => [
    uniqueIndex('mentor_requests_reference').on(table.reference),
    uniqueIndex('mentor_requests_code').on(table.codeHash),
    index('mentor_requests_programme').on(table.programme, table.at),
  ],
)

/** What a request says; append-only, the latest one counts. */
export const requestVersions = sqliteTable(
  'request_versions',
  {
    id: text().primaryKey(),
    request: text()
      .notNull()
      .references(() => mentorRequests.id),
    /** JSON of `RequestAnswers` (domain/pairing/request.ts); '' once it was erased. */
    answers: text().notNull(),
    /** Person id of staff; '' for whoever asked. */
    by: text().notNull(),
    at: integer().notNull(),
  },
  (table) => [index('request_versions_request').on(table.request, table.at)],
)

/** Consent given or taken back; append-only, the latest one counts, and nothing goes on without it. */
export const requestConsents = sqliteTable(
  'request_consents',
  {
    id: text().primaryKey(),
    request: text()
      .notNull()
      .references(() => mentorRequests.id),
    given: integer({ mode: 'boolean' }).notNull(),
    how: text({ enum: CONSENT_WAYS }).notNull(),
    by: text().notNull(),
    at: integer().notNull(),
  },
  (table) => [index('request_consents_request').on(table.request, table.at)],
)

/** How to reach whoever asks for themselves: coordinators alone see it, nothing else reads this table, and it is deleted by its day. */
export const requestContacts = sqliteTable('request_contacts', {
  request: text()
    .primaryKey()
    .references(() => mentorRequests.id),
  way: text().notNull(),
  contact: text().notNull(),
  at: integer().notNull(),
})

/** What was tried for a request beside proposals, in a coordinator's words. */
export const requestNotes = sqliteTable(
  'request_notes',
  {
    id: text().primaryKey(),
    request: text()
      .notNull()
      .references(() => mentorRequests.id),
    by: text()
      .notNull()
      .references(() => people.id),
    at: integer().notNull(),
    text: text().notNull(),
  },
  (table) => [index('request_notes_request').on(table.request, table.at)],
)

export const requestEnds = sqliteTable('request_ends', {
  request: text()
    .primaryKey()
    .references(() => mentorRequests.id),
  why: text({ enum: REQUEST_ENDS }).notNull(),
  /** Person id of staff; '' for whoever asked. */
  by: text().notNull(),
  at: integer().notNull(),
})

/**
 * Who waits for a mentor: not ended, with consent, and in no open pairing. Triggers keep it (0021), so that a list of
 * those who wait never walks through all that ever asked.
 */
export const requestWaits = sqliteTable(
  'request_waits',
  {
    request: text()
      .primaryKey()
      .references(() => mentorRequests.id),
    programme: text().notNull(),
    /** When it came, or when the latest pairing ended. */
    since: integer().notNull(),
  },
  (table) => [index('request_waits_longest').on(table.programme, table.since, table.request)],
)

/** A mentor is asked about a request; holds a place of theirs until it is answered or its day has come. */
export const proposals = sqliteTable(
  'proposals',
  {
    id: text().primaryKey(),
    request: text()
      .notNull()
      .references(() => mentorRequests.id),
    programme: text().notNull(),
    mentor: text()
      .notNull()
      .references(() => people.id),
    /** In force then. */
    signOff: text()
      .notNull()
      .references(() => signOffs.id),
    by: text()
      .notNull()
      .references(() => people.id),
    at: integer().notNull(),
    /** `YYYY-MM-DD`: from this day on silence has ended it. */
    endsOn: text().notNull(),
    /** JSON: what spoke for and against it then, in ids. */
    reasons: text().notNull(),
  },
  (table) => [
    index('proposals_request').on(table.request, table.at),
    index('proposals_mentor').on(table.mentor, table.programme, table.at),
    index('proposals_programme').on(table.programme, table.endsOn),
  ],
)

/** What the mentor said. */
export const proposalAnswers = sqliteTable('proposal_answers', {
  proposal: text()
    .primaryKey()
    .references(() => proposals.id),
  answer: text({ enum: PROPOSAL_ANSWERS }).notNull(),
  by: text()
    .notNull()
    .references(() => people.id),
  at: integer().notNull(),
})

/** That a proposal is over without their no: taken back, or by its day, its request or their standing. Written at the next one, too. */
export const proposalEnds = sqliteTable('proposal_ends', {
  proposal: text()
    .primaryKey()
    .references(() => proposals.id),
  why: text({ enum: PROPOSAL_ENDS }).notNull(),
  /** Person id of staff. */
  by: text()
    .notNull()
    .references(() => people.id),
  at: integer().notNull(),
})

/** What whoever asked said to this mentor, as a coordinator noted it. */
export const requesterAnswers = sqliteTable('requester_answers', {
  proposal: text()
    .primaryKey()
    .references(() => proposals.id),
  answer: text({ enum: REQUESTER_ANSWERS }).notNull(),
  by: text()
    .notNull()
    .references(() => people.id),
  at: integer().notNull(),
})

/** Two people were connected, outside the system. */
export const pairings = sqliteTable(
  'pairings',
  {
    id: text().primaryKey(),
    proposal: text()
      .notNull()
      .references(() => proposals.id),
    request: text()
      .notNull()
      .references(() => mentorRequests.id),
    programme: text().notNull(),
    mentor: text()
      .notNull()
      .references(() => people.id),
    by: text()
      .notNull()
      .references(() => people.id),
    at: integer().notNull(),
  },
  (table) => [
    uniqueIndex('pairings_proposal').on(table.proposal),
    index('pairings_request').on(table.request),
    index('pairings_mentor').on(table.mentor, table.programme, table.at),
    index('pairings_programme').on(table.programme, table.at),
  ],
)

/** That the two met, as the mentor notes it; nothing of what was said. */
export const meetings = sqliteTable(
  'meetings',
  {
    id: text().primaryKey(),
    pairing: text()
      .notNull()
      .references(() => pairings.id),
    /** `YYYY-MM-DD` */
    metOn: text().notNull(),
    way: text().notNull(),
    minutes: integer().notNull(),
    by: text()
      .notNull()
      .references(() => people.id),
    at: integer().notNull(),
    /** It was noted by mistake. */
    takenBackAt: integer(),
  },
  (table) => [index('meetings_pairing').on(table.pairing, table.metOn)],
)

/** A coordinator asked whoever asked how it goes. */
export const checkIns = sqliteTable(
  'check_ins',
  {
    id: text().primaryKey(),
    pairing: text()
      .notNull()
      .references(() => pairings.id),
    after: text({ enum: CHECK_INS }).notNull(),
    going: text({ enum: GOING }).notNull(),
    /** For coordinators alone. */
    text: text().notNull(),
    by: text()
      .notNull()
      .references(() => people.id),
    at: integer().notNull(),
  },
  (table) => [index('check_ins_pairing').on(table.pairing, table.at)],
)

/** On which day the last meeting is to be, as a coordinator noted what the two planned; append-only, the latest counts. */
export const endingPlans = sqliteTable(
  'ending_plans',
  {
    id: text().primaryKey(),
    pairing: text()
      .notNull()
      .references(() => pairings.id),
    /** `YYYY-MM-DD` */
    plannedOn: text().notNull(),
    by: text()
      .notNull()
      .references(() => people.id),
    at: integer().notNull(),
  },
  (table) => [index('ending_plans_pairing').on(table.pairing, table.at)],
)

export const pairingEnds = sqliteTable('pairing_ends', {
  pairing: text()
    .primaryKey()
    .references(() => pairings.id),
  why: text({ enum: PAIRING_ENDS }).notNull(),
  /** `YYYY-MM-DD` */
  endedOn: text().notNull(),
  by: text()
    .notNull()
    .references(() => people.id),
  at: integer().notNull(),
})

/** The small form at the end; each side may skip it. */
export const endingForms = sqliteTable(
  'ending_forms',
  {
    pairing: text()
      .notNull()
      .references(() => pairings.id),
    side: text({ enum: SIDES }).notNull(),
    /** JSON; '' where it was skipped. */
    answers: text().notNull(),
    by: text().notNull(),
    at: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.pairing, table.side] })],
)
