/**
 * What somebody gets of each table when they ask for all that is kept of them (docs/decisions/own-data.md): every table has
 * a row here, and every column is in it or left out by name. `tests/server/own-data.test.ts` fails where one is missing.
 * In the statements ?1 is the person's id.
 */
import { CELL_KINDS, type CellKind, type OwnColumn } from '#domain/people/own-data.ts'
import { ADDRESSES, APPLICATIONS } from './erasure-table.ts'

interface Common {
  readonly table: string
  /** Columns that are not handed out: ids that say nothing, secrets, what is another person's. */
  readonly omits: readonly string[]
}

/** `given`: at once. `reviewed`: staff wrote it among themselves; only what a coordinator released (`data_reviews`). */
export interface GivenTable extends Common {
  readonly how: 'given' | 'reviewed'
  /** What the words of the interface and the files call it. */
  readonly what: string
  readonly columns: readonly OwnColumn[]
  /** SQL of a column that is not simply there. */
  readonly computed: Readonly<Record<string, string>>
  /** SQL of whose rows they are; the table is `t`. */
  readonly where: string
  /** Columns that order them and tell each from all others, joined by commas; newest first. */
  readonly key: string
  /** Of `reviewed`: SQL of the id by which a row is decided about, and of its programme. */
  readonly subject: string
  readonly programme: string
}

interface LeftOutTable extends Common {
  readonly how: 'left-out'
  readonly why: WhyLeftOut
}

/**
 * `computed`: from rows that are handed out, to make lists fast. `elsewhere`: it only joins rows that are handed out.
 * `others`: words or answers of somebody else. `nobody`: nothing of a person beside the id of staff who did it.
 */
export type WhyLeftOut = 'computed' | 'elsewhere' | 'others' | 'nobody'

export type OwnTable = GivenTable | LeftOutTable

interface Wish {
  readonly what?: string
  readonly where?: string
  readonly key?: string
  readonly computed?: Readonly<Record<string, string>>
  readonly subject?: string
  readonly programme?: string
  /** Beside `id`, `person` and what is written in columns. */
  readonly omits?: string
}

/** @param columns `name:kind`, with blanks between; a name alone is text */
const given = (
  table: string,
  columns: string,
  wish: Wish = {},
  how: GivenTable['how'] = 'given',
): GivenTable => ({
  table,
  how,
  what: wish.what ?? table.replaceAll('_', '-'),
  columns: columns.split(' ').map(columnOf),
  computed: wish.computed ?? {},
  where: wish.where ?? 't.person = ?1',
  key: wish.key ?? 't.id',
  subject: wish.subject ?? 't.id',
  programme: wish.programme ?? 't.programme',
  omits: ['id', 'person', ...(wish.omits?.split(' ') ?? [])],
})
const reviewed = (table: string, columns: string, wish: Wish = {}): GivenTable =>
  given(table, columns, wish, 'reviewed')

const columnOf = (written: string): OwnColumn => {
  const [name = '', said = 'text'] = written.split(':')
  const kind = CELL_KINDS.find((one): one is CellKind => one === said)
  if (!kind) throw new Error(`Bug: ${written} is no column.`)
  return { name, kind }
}

const leftOut = (why: WhyLeftOut, ...tables: readonly string[]): LeftOutTable[] =>
  tables.map((table) => ({ table, how: 'left-out', why, omits: [] }))

const MINE = 'SELECT id FROM sign_offs WHERE person = ?1'
const ASKED = 'SELECT id FROM proposals WHERE mentor = ?1'
const PAIRED = 'SELECT id FROM pairings WHERE mentor = ?1'
const REFERENCE = (proposal: string): string =>
  `(SELECT q.reference FROM mentor_requests q JOIN proposals o ON o.request = q.id WHERE o.id = ${proposal})`
const OF_PAIRING =
  '(SELECT q.reference FROM mentor_requests q JOIN pairings y ON y.request = q.id WHERE y.id = t.pairing)'
const OBSERVED = (column: string): string =>
  `(SELECT o.${column} FROM observations o WHERE o.id = t.observation)`
const TITLE = '(SELECT g.title FROM group_sessions g WHERE g.id = t.group_session)'
const STARTS = '(SELECT g.starts_at FROM group_sessions g WHERE g.id = t.group_session)'
const meeting = { title: TITLE, starts_at: STARTS }

/** Rows about a proposal, and about a pairing, of somebody who is its mentor; what only joins them is left out. */
const OF_ASKED: Wish = {
  where: `t.proposal IN (${ASKED})`,
  key: 't.at, t.proposal',
  computed: { reference: REFERENCE('t.proposal') },
  omits: 'proposal by',
}
const ofPaired = (then: string): Wish => ({
  where: `t.pairing IN (${PAIRED})`,
  key: `t.at, ${then}`,
  computed: { reference: OF_PAIRING },
  omits: 'pairing by',
})

/** In the order in which they are read. */
export const OWN_DATA: readonly OwnTable[] = [
  // The account.
  given('people', 'name sign_in_name email phone language:word display created_at:time', {
    where: 't.id = ?1',
    omits: 'password_hash password_held_until contact_held_until disabled_at folded',
  }),
  given(
    'roles',
    'role:word programme:programme cohort created_at:time archived_at:time archived_reason',
    {
      key: 't.created_at, t.role, t.programme',
      computed: { cohort: '(SELECT c.name FROM cohorts c WHERE c.id = t.cohort)' },
    },
  ),
  given('profile_fields', 'field:word value at:time by:person before told_at:time', {
    key: 't.field',
  }),
  given('person_areas', 'area:word chosen_at:time chosen_by:person left_at:time left_by:person', {
    key: 't.chosen_at, t.id',
  }),
  given(
    'links',
    'kind:word role:word programme:programme name email created_at:time used_at:time expires_at:time withdrawn_at:time',
    {
      where: '(t.person = ?1 OR t.used_by = ?1)',
      key: 't.created_at, t.id',
      omits: 'language folded cohort application created_by used_by asked_by told_at',
    },
  ),
  given(
    'sessions',
    'device:device network created_at:time authenticated_at:time factor_at:time expires_at:time ends_at:time',
    {
      key: 't.created_at, t.id',
      omits: 'idle_ms held_until',
    },
  ),
  given('passkeys', 'name created_at:time used_at:time', {
    key: 't.created_at, t.id',
    omits: 'public_key counter transports held_until',
  }),
  given('code_apps', 'created_at:time', { key: 't.person', omits: 'secret used_step' }),
  given('recovery_codes', 'created_at:time used_at:time', { key: 't.created_at, t.id' }),
  given('factor_resets', 'at:time by:person', { key: 't.at, t.id' }),
  given('declined_passkeys', 'declined_at:time', { key: 't.person' }),
  given('proven_addresses', 'email at:time', { key: 't.at, t.email' }),
  given('calendar_feeds', 'created_at:time last_used_at:time', { key: 't.created_at, t.id' }),
  given('notice_wishes', 'kind:word is_on:yes hour:number weekdays:yes at:time', {
    key: 't.at, t.kind',
  }),
  given('notices', 'kind:word at:time outcome:word programme:programme', {
    key: 't.at, t.kind, t.subject',
    omits: 'subject mail',
  }),
  given('outbox', 'subject recipient created_at:time sent_at:time refused_at:time', {
    where: `lower(t.recipient) IN (${ADDRESSES})`,
    key: 't.created_at, t.id',
    // What it says holds a link with which somebody could come in.
    omits: 'text tries next_try_at problem link created_by programme later',
  }),
  given('security_events', 'at:time kind:word way:word device:device network', {
    omits: 'nobody route',
  }),
  given('audit', 'at:time act:act programme:programme', {
    where: 't.actor = ?1',
    key: 't.at, t.id',
    // Whom it was about is another person.
    omits: 'actor subject',
  }),
  given('audit', 'at:time act:act actor:person programme:programme', {
    what: 'looks',
    where:
      "t.subject = ?1 AND t.actor <> ?1 AND t.act IN ('seen:record', 'seen:internal-notes', 'seen:person')",
    key: 't.at, t.id',
  }),

  // How they came.
  given(
    'applications',
    'sent_at:time programme:programme name contact language:word answers:json',
    {
      where: `t.id IN (${APPLICATIONS})`,
      key: 't.sent_at, t.id',
      omits: 'folded',
    },
  ),
  given('first_talks', 'at:time coordinator:person outcome:word message again_on:day', {
    where: `t.application IN (${APPLICATIONS})`,
    key: 't.at, t.id',
    omits: 'application',
  }),
  given('imported_people', 'made_at:time made:yes', {
    key: 't.import, t.line',
    computed: { made_at: '(SELECT i.made_at FROM imports i WHERE i.id = t.import)' },
    omits: 'import line',
  }),
  given('imported_facts', 'kind:word text place day:day until_day:day programme:programme', {
    omits: 'import',
  }),

  // What they did and wrote.
  given('records', 'made_at:time kind:word item:item value:json source:word received_at:time', {
    key: 't.made_at, t.id',
    omits: 'unit revision',
  }),
  given('replies', 'replied_at:time coordinator:person text accepted:yes lesson:item', {
    key: 't.replied_at, t.id',
    omits: 'record',
  }),
  given('opened_sessions', 'session:item opened_by:person opened_at:time', {
    key: 't.opened_at, t.session',
  }),
  given('lapses', 'lapsed_at:time refreshed_at:time', { key: 't.lapsed_at' }),
  given(
    'package_results',
    'title item completed:yes success:word score:number seconds:number first_at:time updated_at:time accepted_at:time accepted_by:person interactions:json',
    {
      key: 't.updated_at, t.package, t.item, t.generation',
      computed: {
        title:
          "(SELECT coalesce(nullif(k.title_en, ''), k.title_es) FROM packages k WHERE k.id = t.package)",
      },
      // Where the package itself was left.
      omits: 'package generation state exit',
    },
  ),
  given('package_launches', 'title item started_at:time seconds:number', {
    key: 't.started_at, t.id',
    computed: {
      title:
        "(SELECT coalesce(nullif(k.title_en, ''), k.title_es) FROM packages k WHERE k.id = t.package)",
    },
    omits: 'token_hash package version preview generation expires_at sequence commits',
  }),
  given(
    'group_sign_ups',
    'title starts_at:time signed_up_at:time signed_up_by:person ended_at:time',
    {
      key: 't.signed_up_at, t.group_session',
      computed: meeting,
      omits: 'group_session turn told told_at',
    },
  ),
  given('attendances', 'title starts_at:time marked_by:person marked_at:time', {
    key: 't.marked_at, t.group_session',
    computed: meeting,
    omits: 'group_session',
  }),
  given('group_absences', 'title starts_at:time marked_by:person marked_at:time', {
    key: 't.marked_at, t.group_session',
    computed: meeting,
    omits: 'group_session',
  }),

  // What others wrote down about them, and they read.
  given(
    'observations',
    'observed_at:time observer:person second_observer:person note trainee_note amend_reason programme:programme written_at:time',
    {
      key: 't.observed_at, t.id',
      omits: 'amends',
    },
  ),
  given(
    'observed_levels',
    'observed_at:time observer:person competency:competency level:number note',
    {
      where: 't.observation IN (SELECT id FROM observations WHERE person = ?1)',
      key: 't.observation, t.competency',
      computed: {
        observed_at: OBSERVED('observed_at'),
        observer: `(SELECT p.name FROM people p WHERE p.id = ${OBSERVED('observer')})`,
      },
      omits: 'observation harm lifted_at',
    },
  ),
  given(
    'talks',
    'held_at:time coordinator:person competency:competency areas:json accepted:yes note programme:programme',
    { key: 't.held_at, t.id' },
  ),
  given(
    'outside_evidence',
    'happened_on:day competency:competency stands_for:word source entered_by:person entered_at:time programme:programme',
    { key: 't.entered_at, t.id' },
  ),
  given(
    'support_reviews',
    'held_at:time coordinator:person went_well stayed skill wellbeing:number capacity:number next_on:day programme:programme',
    { key: 't.held_at, t.id' },
  ),
  given('review_actions', 'text due_on:day lesson:item done_at:time', {
    where: 't.review IN (SELECT id FROM support_reviews WHERE person = ?1)',
    key: 't.due_on, t.id',
    omits: 'review',
  }),
  given('notes', 'written_at:time author:person text programme:programme', {
    where: "t.person = ?1 AND t.kind = 'shared'",
    key: 't.written_at, t.id',
    omits: 'kind',
  }),
  given(
    'check_entries',
    'at:time check_slug line:word act:word on_day:day number recheck_on:day counts_until:day why by:person programme:programme',
    { key: 't.at, t.id' },
  ),
  given('own_coordinators', 'at:time coordinator:person by:person programme:programme', {
    key: 't.at, t.id',
  }),
  given('stops', 'stopped_at:time stopped_by:person programme:programme', {
    key: 't.stopped_at, t.id',
    omits: 'reason',
  }),
  given('stop_ends', 'ended_at:time ended_by:person outcome:word reason', {
    where: 't.stop IN (SELECT id FROM stops WHERE person = ?1)',
    key: 't.ended_at, t.stop',
    omits: 'stop',
  }),
  given('incident_steps', 'at:time told', {
    what: 'incidents-told',
    where: "t.told <> '' AND t.incident IN (SELECT id FROM incidents WHERE person = ?1)",
    key: 't.at, t.id',
  }),

  // Being a mentor.
  given(
    'sign_offs',
    'decided_at:time decided_by:person decision:word reason conditions expires_on:day comfort_areas:json no_go_areas:json languages:json contact_ways:json capacity:number place judgements:json area_grounds:json declared_name certificate_code evidence_hash programme:programme',
    {
      key: 't.decided_at, t.id',
      // What the lines asked for then, and a copy of the rows that are handed out above.
      omits: 'internal_note otherwise folded_place needs evidence',
    },
  ),
  given('withdrawals', 'withdrawn_at:time withdrawn_by:person reason', {
    where: `t.sign_off IN (${MINE})`,
    key: 't.sign_off',
    omits: 'sign_off',
  }),
  given('second_signatures', 'signed_at:time signed_by:person declared_name', {
    where: `t.sign_off IN (${MINE})`,
    key: 't.sign_off',
    omits: 'sign_off',
  }),
  given('commitments', 'signed_at:time declared_name', {
    where: `t.sign_off IN (${MINE})`,
    key: 't.sign_off',
    omits: 'sign_off',
  }),
  given('reissued_certificates', 'issued_at:time name', {
    where: `t.sign_off IN (${MINE})`,
    key: 't.issued_at, t.sign_off',
    omits: 'sign_off',
  }),
  given('public_checks', 'code opened_at:time closed_at:time', {
    key: 't.opened_at, t.code',
    omits: 'sign_off',
  }),
  given('proposals', 'at:time reference ends_on:day by:person programme:programme', {
    where: 't.mentor = ?1',
    key: 't.at, t.id',
    computed: { reference: REFERENCE('t.id') },
    // What spoke for and against it tells of somebody else, too.
    omits: 'request mentor sign_off reasons',
  }),
  given('proposal_answers', 'at:time reference answer:word', OF_ASKED),
  given('proposal_ends', 'at:time reference why:word', OF_ASKED),
  given('pairings', 'at:time reference by:person programme:programme', {
    where: 't.mentor = ?1',
    key: 't.at, t.id',
    computed: { reference: REFERENCE('t.proposal') },
    omits: 'proposal request mentor',
  }),
  given(
    'meetings',
    'met_on:day reference way:word minutes:number at:time taken_back_at:time',
    ofPaired('t.id'),
  ),
  given('ending_plans', 'at:time reference planned_on:day', ofPaired('t.id')),
  given('pairing_ends', 'ended_on:day reference why:word at:time', ofPaired('t.pairing')),
  given('ending_forms', 'at:time reference answers:json', {
    where: `t.side = 'mentor' AND t.pairing IN (${PAIRED})`,
    key: 't.at, t.pairing',
    computed: { reference: OF_PAIRING },
    omits: 'pairing side by',
  }),

  // What they asked about all this.
  given('data_requests', 'at:time kind:word text programme:programme', { key: 't.id' }),
  given('data_answers', 'at:time answer:word text by:person', {
    where: 't.request IN (SELECT id FROM data_requests WHERE person = ?1)',
    key: 't.at, t.request',
    omits: 'request',
  }),
  given('data_reviews', 'at:time reason', {
    what: 'held-back',
    where: 't.is_held AND t.request IN (SELECT id FROM data_requests WHERE person = ?1)',
    key: 't.at, t.what, t.subject',
    omits: 'request what subject is_held by',
  }),

  // What staff wrote among themselves: after a coordinator's review.
  reviewed('notes', 'written_at:time kind:word author:person text programme:programme', {
    what: 'internal-notes',
    where: "t.person = ?1 AND t.kind IN ('internal', 'concern')",
    key: 't.written_at, t.id',
  }),
  reviewed(
    'follow_ups',
    'at:time kind:word coordinator:person text again_on:day stays_open:yes programme:programme',
    {
      key: 't.at, t.id',
      omits: 'about',
    },
  ),
  reviewed(
    'incidents',
    'happened_on:day kind:word text owner:person next_on:day written_by:person written_at:time programme:programme',
    { key: 't.written_at, t.id' },
  ),
  reviewed('incident_steps', 'at:time by:person text owner:person next_on:day ends:yes told', {
    where: 't.incident IN (SELECT id FROM incidents WHERE person = ?1)',
    key: 't.at, t.id',
    programme: '(SELECT i.programme FROM incidents i WHERE i.id = t.incident)',
    omits: 'incident',
  }),
  reviewed('danger_calls', 'called_at:time kind:word mails:number programme:programme', {
    key: 't.called_at, t.about, t.round',
    subject: "t.about || ':' || t.round",
    omits: 'about round',
  }),
  reviewed('stops', 'stopped_at:time reason programme:programme', {
    what: 'stop-reasons',
    key: 't.stopped_at, t.id',
  }),
  reviewed('sign_offs', 'decided_at:time internal_note otherwise programme:programme', {
    what: 'decision-notes',
    where: "t.person = ?1 AND (t.internal_note <> '' OR t.otherwise <> '')",
    key: 't.decided_at, t.id',
  }),
  reviewed(
    'sign_off_drafts',
    'changed_at:time coordinator:person answers:json programme:programme',
    {
      key: 't.changed_at, t.id',
      omits: 'evidence decisions',
    },
  ),
  reviewed('observed_levels', 'observed_at:time competency:competency harm', {
    what: 'harms',
    where: "t.harm <> '' AND t.observation IN (SELECT id FROM observations WHERE person = ?1)",
    key: 't.observation, t.competency',
    computed: { observed_at: OBSERVED('observed_at') },
    subject: "t.observation || ':' || t.competency",
    programme: OBSERVED('programme'),
  }),
  reviewed('first_talks', 'at:time internal_note', {
    what: 'first-talk-notes',
    where: `t.internal_note <> '' AND t.application IN (${APPLICATIONS})`,
    key: 't.at, t.id',
    programme: '(SELECT a.programme FROM applications a WHERE a.id = t.application)',
  }),
  reviewed('task_holds', 'at:time why until_on:day by:person programme:programme', {
    where: "t.why <> '' AND t.person = ?1",
    key: 't.at, t.id',
    omits: 'reason since owner',
  }),

  ...leftOut(
    'computed',
    'progress',
    'overviews',
    'find_rows',
    'desk_people',
    'register_people',
    'register_offers',
    'desk_waits',
    'tasks',
    'open_forms',
  ),
  ...leftOut('elsewhere', 'application_joins', 'application_accounts', 'messages', 'message_notes'),
  ...leftOut(
    'others',
    'check_ins',
    'requester_answers',
    'mentor_requests',
    'request_versions',
    'request_consents',
    'request_contacts',
    'request_notes',
    'request_ends',
    'request_waits',
  ),
  ...leftOut(
    'nobody',
    'answered_challenges',
    'api_tokens',
    'attempts',
    'check_rules',
    'cohorts',
    'factor_dates',
    'group_sessions',
    'import_files',
    'imports',
    'jobs',
    'message_templates',
    'notice_marks',
    'package_exports',
    'package_versions',
    'packages',
    'programme_rules',
    'security_looks',
    'server_keys',
  ),
]

export const GIVEN = OWN_DATA.filter((one): one is GivenTable => one.how === 'given')
export const REVIEWED = OWN_DATA.filter((one): one is GivenTable => one.how === 'reviewed')
