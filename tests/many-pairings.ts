/** Requests that wait, and pairings with the mentors of `addMany`, as many as wanted, made by a few statements in SQL. */
import { write, type Query } from '#db/client.ts'

const DAY = 86_400_000
const CHUNK = 6000

export interface ManyPairings {
  readonly programme: string
  /** How many of them are there already. */
  readonly from: number
  readonly to: number
  /** How many trainees `addMany` made there, 20 or more: eight of each 20 are mentors. */
  readonly trainees: number
  /** Person id of a coordinator. */
  readonly by: string
  readonly now: number
}

/** As `addMany` makes it of number `i`. */
const idOf = (kind: string, i: string): string =>
  `printf('0190${kind}-%04x-7000-8000-%012x', (${i}) / 65536, ${i})`

export const idsOfPairing = (i: number) => {
  const id = (kind: string, of: number): string =>
    `0190${kind}-${Math.floor(of / 65_536)
      .toString(16)
      .padStart(4, '0')}-7000-8000-${of.toString(16).padStart(12, '0')}`
  return { request: id('ee00', i), proposal: id('ee01', i), mentor: (at: number) => id('0000', at) }
}

/** Of each six: one waits, a mentor said no to it; one pairing goes on, with two meetings; four have ended. */
export async function addManyPairings(many: ManyPairings): Promise<void> {
  for (let from = many.from; from < many.to; from += CHUNK)
    await write(statements({ ...many, from, to: Math.min(many.to, from + CHUNK) }))
}

function statements({ programme, from, to, trainees, by, now }: ManyPairings): Query[] {
  const mentors = Math.floor(trainees / 20) * 8
  const nth = `(i % ${mentors})`
  const mentor = `(${nth} / 8 * 20 + ${nth} % 8)`
  const at = `(${now} - (i % 200 + 20) * ${DAY})`
  const [request, proposal, pairing] = ['ee00', 'ee01', 'ee02'].map((kind) => idOf(kind, 'i'))
  const into = (table: string, columns: string, values: string, where = '1'): Query => ({
    sql: `INSERT INTO ${table} (${columns})
      WITH RECURSIVE n(i) AS (SELECT ${from} UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ${to})
      SELECT ${values} FROM n WHERE ${where}`,
    args: [],
  })
  const answers = `json_object('initials', '', 'languages', json_array('en'), 'ways', json_array('phone'), 'times', '', 'place', '',
    'areas', json_array(CASE WHEN i % 2 THEN 'diabetes' ELSE 'transplant' END), 'hopes', 'To hear how it goes.', 'wouldNotWork', '',
    'wishes', json_array('area'), 'told', json_array('areas'))`
  const [isPaired, hasEnded] = ['i % 6 > 0', 'i % 6 > 1']
  const [who, of] = [`'${by}'`, `'${programme}'`]
  const meeting = (kind: string, days: number): Query =>
    into(
      'meetings',
      'id, pairing, met_on, way, minutes, by, at',
      `${idOf(kind, 'i')}, ${pairing}, date((${at} + ${days} * ${DAY}) / 1000, 'unixepoch'), 'phone', 40, ${idOf('0000', mentor)}, ${at} + ${days} * ${DAY}`,
      isPaired,
    )
  return [
    into(
      'mentor_requests',
      'id, programme, reference, code_hash, asker, by, language, at',
      `${request}, ${of}, 'R' || i, 'R' || i, 'person', '', 'en', ${at}`,
    ),
    into(
      'request_versions',
      'id, request, answers, by, at',
      `${idOf('ee03', 'i')}, ${request}, ${answers}, '', ${at}`,
    ),
    into(
      'request_consents',
      'id, request, given, how, by, at',
      `${idOf('ee04', 'i')}, ${request}, 1, 'own-form', '', ${at}`,
    ),
    into(
      'proposals',
      'id, request, programme, mentor, sign_off, by, at, ends_on, reasons',
      `${proposal}, ${request}, ${of}, ${idOf('0000', mentor)}, ${idOf('dd00', mentor)}, ${who}, ${at} + ${DAY}, date((${at} + 8 * ${DAY}) / 1000, 'unixepoch'), '[]'`,
    ),
    into(
      'proposal_answers',
      'proposal, answer, by, at',
      `${proposal}, CASE WHEN ${isPaired} THEN 'yes' ELSE 'no' END, ${idOf('0000', mentor)}, ${at} + 2 * ${DAY}`,
    ),
    into(
      'requester_answers',
      'proposal, answer, by, at',
      `${proposal}, 'yes', ${who}, ${at} + 3 * ${DAY}`,
      isPaired,
    ),
    into(
      'pairings',
      'id, proposal, request, programme, mentor, by, at',
      `${pairing}, ${proposal}, ${request}, ${of}, ${idOf('0000', mentor)}, ${who}, ${at} + 4 * ${DAY}`,
      isPaired,
    ),
    meeting('ee05', 5),
    meeting('ee06', 9),
    into(
      'pairing_ends',
      'pairing, why, ended_on, by, at',
      `${pairing}, 'as-planned', date((${at} + 12 * ${DAY}) / 1000, 'unixepoch'), ${who}, ${at} + 12 * ${DAY}`,
      hasEnded,
    ),
    into(
      'request_ends',
      'request, why, by, at',
      `${request}, 'helped', ${who}, ${at} + 12 * ${DAY}`,
      hasEnded,
    ),
  ]
}
