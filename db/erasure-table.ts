/**
 * What happens to each table when a person is erased (docs/decisions/erasure.md shows it as a table): one row for every
 * table, in the order in which it is done. `tests/server/erasure.test.ts` fails where a table is not in it, or a column of
 * words is neither emptied nor kept with a reason. In the statements ?1 is the person's id.
 */
export interface Fate {
  readonly table: string
  /** `erased`: their rows go. `nameless`: rows stay, words about the person go. `kept`: nothing changes. */
  readonly fate: 'erased' | 'nameless' | 'kept'
  /** What stays, and why; '' where all of the person's rows go. */
  readonly why: string
  readonly does: readonly string[]
  /** Columns of words that stay as they are in rows that stay. */
  readonly keeps: string
}

/** Their applications, and those that a coordinator joined with them. */
const OWN = `SELECT application FROM application_accounts WHERE person = ?1
  UNION SELECT application FROM links WHERE used_by = ?1 AND application IS NOT NULL`
const ROOTS = `SELECT application FROM (${OWN}) UNION SELECT "into" FROM application_joins WHERE application IN (${OWN})`
/** SQL: ids of applications of person ?1. */
export const APPLICATIONS = `SELECT application FROM (${ROOTS}) UNION SELECT application FROM application_joins WHERE "into" IN (${ROOTS})`

/** Addresses that are theirs and nobody else's: a mail to a shared one may be another person's. */
export const ADDRESSES = `SELECT a.email FROM (SELECT email FROM people WHERE id = ?1 UNION SELECT sign_in_name FROM people WHERE id = ?1
    UNION SELECT email FROM proven_addresses WHERE person = ?1 UNION SELECT email FROM links WHERE used_by = ?1
    UNION SELECT lower(contact) FROM applications WHERE id IN (${APPLICATIONS})) a
  WHERE a.email <> '' AND NOT EXISTS (SELECT 1 FROM people o WHERE o.id <> ?1 AND (o.email = a.email OR o.sign_in_name = a.email))`
const LINKS = `SELECT id FROM links WHERE person = ?1 OR used_by = ?1 OR application IN (${APPLICATIONS}) OR lower(email) IN (${ADDRESSES})`

/** A matter of safety that is not closed stays until it is; 24 months after the person left at the latest (db/retention.ts). */
export const CLOSED_INCIDENTS = 'SELECT incident FROM incident_steps WHERE ends'
export const OPEN_CONCERNS = `SELECT n.id FROM notes n WHERE n.person = ?1 AND n.kind = 'concern' AND coalesce((SELECT f.again_on IS NULL AND f.stays_open = 0
    FROM follow_ups f WHERE f.about = n.id ORDER BY f.at DESC, f.id DESC LIMIT 1), 0) = 0`
const THEIR_PAIRINGS = 'SELECT id FROM pairings WHERE mentor = ?1'

const gone = (table: string, ...does: string[]): Fate => ({
  table,
  fate: 'erased',
  why: '',
  does: does.length ? does : [`DELETE FROM ${table} WHERE person = ?1`],
  keeps: '*',
})
const kept = (table: string, why: string, keeps: string): Fate => ({
  table,
  fate: 'kept',
  why,
  does: [],
  keeps,
})
const nameless = (table: string, why: string, keeps: string, ...does: string[]): Fate => ({
  table,
  fate: 'nameless',
  why,
  does,
  keeps,
})

const NOBODY = 'nothing of a person beside the id of staff who did it'

export const ERASURE: readonly Fate[] = [
  // Mail first: it is found by what goes afterwards.
  gone(
    'outbox',
    `DELETE FROM outbox WHERE lower(recipient) IN (${ADDRESSES}) OR link IN (${LINKS})
      OR id IN (SELECT mail FROM notices WHERE person = ?1 AND mail IS NOT NULL)`,
  ),
  gone('notices'),
  gone('notice_wishes'),
  gone('find_rows', `DELETE FROM find_rows WHERE subject = ?1 OR subject IN (${APPLICATIONS})`),
  gone(
    'task_holds',
    `DELETE FROM task_holds WHERE person = ?1 OR person IN (${APPLICATIONS}) OR person IN (${LINKS})`,
  ),
  gone(
    'tasks',
    `DELETE FROM tasks WHERE person = ?1 OR person IN (${APPLICATIONS}) OR person IN (${LINKS})`,
  ),
  gone(
    'desk_waits',
    `DELETE FROM desk_waits WHERE subject IN (${APPLICATIONS}) OR subject IN (${LINKS})`,
  ),
  gone(
    'open_forms',
    `DELETE FROM open_forms WHERE person = ?1 OR about = ?1 OR about IN (${APPLICATIONS})`,
  ),
  gone('first_talks', `DELETE FROM first_talks WHERE application IN (${APPLICATIONS})`),
  // The application last of these: by the others it is found, and a link holds nothing of it.
  nameless(
    'applications',
    'an application that nobody joined with an account goes at its own time',
    'id programme name contact language answers folded',
    `DELETE FROM links WHERE id IN (${LINKS}) AND coalesce(used_by, '') <> ?1`,
    `DELETE FROM applications WHERE id IN (${APPLICATIONS})`,
  ),
  gone('application_joins', `DELETE FROM application_joins WHERE application IN (${APPLICATIONS})`),
  gone('application_accounts'),
  gone('links', `DELETE FROM links WHERE person = ?1 OR used_by = ?1`),
  gone('proven_addresses'),
  gone('sessions'),
  gone('passkeys'),
  gone('code_apps'),
  gone('recovery_codes'),
  gone('factor_resets'),
  gone('declined_passkeys'),
  gone('calendar_feeds'),
  gone('profile_fields'),
  gone('person_areas'),
  nameless(
    'security_events',
    'that somebody came in or was turned away, when and how: a break-in that is noticed late is looked into with it (180 days); without device and network',
    'id kind way person nobody route',
    `UPDATE security_events SET device = '', network = '' WHERE person = ?1`,
  ),
  kept('security_looks', NOBODY, 'event by'),

  gone('records'),
  gone('progress'),
  gone('overviews'),
  gone('replies'),
  gone('opened_sessions'),
  gone('lapses'),
  gone('talks'),
  gone('outside_evidence'),
  gone('package_launches'),
  gone('package_results'),
  gone(
    'observed_levels',
    'DELETE FROM observed_levels WHERE observation IN (SELECT id FROM observations WHERE person = ?1)',
  ),
  gone('observations'),
  gone(
    'review_actions',
    'DELETE FROM review_actions WHERE review IN (SELECT id FROM support_reviews WHERE person = ?1)',
  ),
  gone('support_reviews'),
  gone('group_sign_ups'),
  gone('attendances'),
  gone('group_absences'),
  gone('imported_facts'),
  gone('imported_people'),
  nameless(
    'messages',
    'what went to several people is not about one of them; what went to this person alone is emptied',
    'id programme sent_by',
    `UPDATE messages SET text_en = '', text_es = '' WHERE people = 1 AND id IN (SELECT message FROM message_notes WHERE person = ?1)`,
  ),
  gone('message_notes'),

  nameless(
    'notes',
    'a concern that nobody has settled stays until it is, 24 months at the latest: somebody else may be in danger',
    'id person programme author kind text',
    `DELETE FROM notes WHERE person = ?1 AND id NOT IN (${OPEN_CONCERNS})`,
  ),
  nameless(
    'follow_ups',
    'what was done about a matter of safety that is still open stays with it',
    'id kind about person programme coordinator text again_on',
    'DELETE FROM follow_ups WHERE person = ?1 AND about NOT IN (SELECT id FROM notes WHERE person = ?1)',
  ),
  nameless(
    'incidents',
    'an incident that is still open stays until it is closed, 24 months at the latest: others are protected by it',
    'id person programme kind happened_on text owner next_on written_by',
    `DELETE FROM incidents WHERE person = ?1 AND id IN (${CLOSED_INCIDENTS})`,
  ),
  nameless(
    'incident_steps',
    'what was done about an incident that is still open stays with it',
    'id incident by text owner next_on told',
    // Foreign keys are looked at when all is written: the incidents themselves went before.
    'DELETE FROM incident_steps WHERE ?1 > 0 AND incident NOT IN (SELECT id FROM incidents)',
  ),
  gone('danger_calls'),
  gone('stop_ends', 'DELETE FROM stop_ends WHERE stop IN (SELECT id FROM stops WHERE person = ?1)'),
  gone('stops'),
  gone('check_entries'),
  gone('own_coordinators'),
  gone(
    'data_reviews',
    'DELETE FROM data_reviews WHERE request IN (SELECT id FROM data_requests WHERE person = ?1)',
  ),
  gone(
    'data_answers',
    'DELETE FROM data_answers WHERE request IN (SELECT id FROM data_requests WHERE person = ?1)',
  ),
  gone('data_requests'),
  gone('sign_off_drafts', 'DELETE FROM sign_off_drafts WHERE person = ?1 OR coordinator = ?1'),
  gone('desk_people'),
  gone('register_people'),
  gone('register_offers'),

  nameless(
    'sign_offs',
    'that a sign-off existed, by whom, when, until when, and the hash of its evidence (the evidence itself is erased); of staff who leave, that they decided and when',
    'id person programme decided_by decision expires_on certificate_code evidence_hash',
    `UPDATE sign_offs SET reason = '', conditions = '', internal_note = '', otherwise = '', comfort_areas = '[]',
      no_go_areas = '[]', languages = '[]', contact_ways = '[]', place = '', folded_place = '', judgements = '{}',
      needs = '', evidence = '[]', area_grounds = '' WHERE person = ?1`,
    `UPDATE sign_offs SET declared_name = '' WHERE decided_by = ?1`,
  ),
  nameless(
    'withdrawals',
    'that a sign-off was taken back, by whom and when',
    'sign_off withdrawn_by',
    `UPDATE withdrawals SET reason = '' WHERE sign_off IN (SELECT id FROM sign_offs WHERE person = ?1)`,
  ),
  nameless(
    'second_signatures',
    'that somebody signed as the second, and when',
    'sign_off signed_by',
    `UPDATE second_signatures SET declared_name = '' WHERE signed_by = ?1`,
  ),
  nameless(
    'commitments',
    'that the commitment was signed, and when',
    'sign_off',
    `UPDATE commitments SET declared_name = '' WHERE sign_off IN (SELECT id FROM sign_offs WHERE person = ?1)`,
  ),
  gone(
    'reissued_certificates',
    'DELETE FROM reissued_certificates WHERE sign_off IN (SELECT id FROM sign_offs WHERE person = ?1)',
  ),
  gone('public_checks'),
  nameless(
    'proposals',
    'that a mentor was asked, and when: the request of somebody else keeps its history',
    'id request programme mentor sign_off by ends_on',
    `UPDATE proposals SET reasons = '[]' WHERE mentor = ?1`,
  ),
  nameless(
    'check_ins',
    'that whoever asked was asked how it goes, and when',
    'id pairing after going by',
    `UPDATE check_ins SET text = '' WHERE pairing IN (${THEIR_PAIRINGS})`,
  ),
  nameless(
    'ending_forms',
    'that a side sent its form',
    'pairing side by',
    `UPDATE ending_forms SET answers = '' WHERE pairing IN (${THEIR_PAIRINGS})`,
  ),
  nameless(
    'roles',
    'which role somebody had, and from when until when: what they decided keeps its meaning',
    'person role programme cohort',
    `UPDATE roles SET archived_at = coalesce(archived_at, (SELECT disabled_at FROM people WHERE id = ?1)), archived_reason = NULL WHERE person = ?1`,
  ),
  nameless(
    'people',
    'an id without a name, so that rows keep their meaning',
    'id language',
    `UPDATE people SET sign_in_name = 'erased:' || id, name = '—', password_hash = NULL, email = '', phone = '', display = '',
      folded = NULL WHERE id = ?1`,
  ),
  kept(
    'pairings',
    'that two were connected, and when; no name',
    'id proposal request programme mentor by',
  ),
  kept('pairing_ends', 'a day and one of our words for why', 'pairing why ended_on by'),
  kept('ending_plans', 'a day', 'id pairing planned_on by'),
  kept(
    'meetings',
    'day, way and minutes, for reports; nothing of what was said',
    'id pairing met_on way by',
  ),
  kept('proposal_answers', 'yes or no, and when', 'proposal answer by'),
  kept('proposal_ends', 'one of our words, and when', 'proposal why by'),
  kept('requester_answers', 'yes or no of whoever asked, and when', 'proposal answer by'),
  kept(
    'audit',
    'ids, acts and times, never words of a person: who did what stays answerable',
    'id actor act subject programme',
  ),
  ...[
    ['mentor_requests', 'id programme reference code_hash asker by language'],
    ['request_versions', 'id request answers by'],
    ['request_consents', 'id request how by'],
    ['request_contacts', 'request way contact'],
    ['request_notes', 'id request by text'],
    ['request_ends', 'request why by'],
    ['request_waits', 'request programme'],
  ].map(([table, keeps]) =>
    kept(
      String(table),
      'a request for a mentor has no account: whoever asked erases it with their code, and it goes at its own time',
      String(keeps),
    ),
  ),
  ...[
    ['answered_challenges', 'id'],
    ['api_tokens', 'id programme name scopes created_by'],
    ['check_rules', 'id programme check_slug line rule by'],
    ['cohorts', 'id programme name'],
    ['factor_dates', 'id by'],
    ['group_sessions', 'id programme title place created_by kind cohort series'],
    ['imports', 'id programme made_by settings'],
    ['jobs', 'name holder'],
    ['message_templates', 'id programme name text_en text_es changed_by'],
    ['notice_marks', 'name'],
    ['package_exports', 'id programme wish stamp release packages made_by'],
    ['package_versions', 'id package sha256 file_name manifest findings uploaded_by'],
    ['packages', 'id programme title_en title_es version created_by'],
    ['programme_rules', 'programme incident_told changed_by'],
    ['server_keys', 'name secret'],
  ].map(([table, keeps]) => kept(String(table), NOBODY, String(keeps))),
  kept('attempts', 'how often a way in was tried, under a hash; minutes', 'key'),
  kept(
    'import_files',
    'a list that was uploaded and not yet brought in goes after 7 days at most; it is not read line by line',
    'import body left_out',
  ),
]
