/** A programme with as many trainees as wanted, in every state, made by a few statements in SQL. */
import { write, type Query } from '#db/client.ts'

const DAY = 86_400_000
const CHUNK = 20_000

export interface Many {
  readonly programme: string
  /** How many of them are there already. */
  readonly from: number
  readonly to: number
  /** Person id of a coordinator. */
  readonly by: string
  readonly now: number
  /** Item ids of questions and of a turn, for what is recorded. */
  readonly questions: readonly string[]
}

/**
 * Of each 20: all joined; 18 began, 15 did half, 12 finished, 10 were observed, 8 signed off as ready and committed.
 * Each answered three questions, took two replies in a talk; who finished rated themselves twice.
 */
export async function addMany(many: Many): Promise<void> {
  for (let from = many.from; from < many.to; from += CHUNK)
    await write(statements({ ...many, from, to: Math.min(many.to, from + CHUNK) }))
}

function statements({ programme, from, to, by, now, questions }: Many): Query[] {
  const numbers = `WITH RECURSIVE n(i) AS (SELECT ${from} UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ${to})`
  const id = (kind: string): string => `printf('0190${kind}-%04x-7000-8000-%012x', i / 65536, i)`
  const person = id('0000')
  const joined = `(${now} - ((i % 300) + 200) * ${DAY})`
  const sql = (text: string, ...args: (string | number)[]): Query => ({
    sql: text.replace('%NUMBERS%', numbers),
    args,
  })
  const records = [
    ...questions.slice(0, 3).map((item, index) =>
      sql(
        `INSERT INTO records (id, person, item, unit, revision, kind, value, made_at, received_at, source)
         %NUMBERS% SELECT ${id(`aa0${index}`)}, ${person}, ?, ?, 1, 'question-answered',
         json_object('attempt', 'a', 'options', json_array('x'), 'right', json(CASE WHEN (i + ${index}) % ${index + 2} THEN 'true' ELSE 'false' END)),
         ${joined} + ${index} * 1000, ${joined}, 'web' FROM n WHERE i % 20 < 18`,
        item,
        item.slice(0, item.lastIndexOf('/')),
      ),
    ),
    ...['kept', 'crossed'].map((verdict, index) =>
      sql(
        `INSERT INTO records (id, person, item, unit, revision, kind, value, made_at, received_at, source)
         %NUMBERS% SELECT ${id(`bb0${index}`)}, ${person}, 'practising/skip-thursday/rosa-asks', 'practising/skip-thursday', 1, 'turn-taken',
         json_object('run', 'r', 'step', ${index}, 'reply', 'x', 'verdicts', json_object('listening', ?, 'no-advice', CASE WHEN i % 3 THEN 'kept' ELSE 'missed' END)),
         ${joined}, ${joined}, 'web' FROM n WHERE i % 20 < 15`,
        verdict,
      ),
    ),
  ]
  return [
    sql(
      `INSERT INTO people (id, sign_in_name, name, language, created_at, folded) %NUMBERS%
       SELECT ${person}, ? || i, 'Trainee ' || i, 'en', ${joined}, 'trainee ' || i || char(10) || ? || i FROM n`,
      `${programme}-`,
      `${programme} `,
    ),
    sql(
      `INSERT INTO roles (person, role, programme, created_at) %NUMBERS% SELECT ${person}, 'trainee', ?, ${joined} FROM n`,
      programme,
    ),
    sql(
      `INSERT INTO overviews (person, done, last_item, last_at, course_shape) %NUMBERS%
       SELECT ${person}, CASE WHEN i % 20 < 12 THEN 1000 WHEN i % 20 < 15 THEN 30 WHEN i % 20 < 18 THEN 3 ELSE 0 END,
       CASE WHEN i % 20 < 18 THEN 'consent/quiz' ELSE '' END, CASE WHEN i % 20 < 18 THEN ${joined} + ${DAY} ELSE 0 END, '' FROM n`,
    ),
    sql(
      `INSERT INTO observations (id, person, programme, observer, observed_at, note) %NUMBERS%
       SELECT ${id('cc00')}, ${person}, ?, ?, ${joined} + 60 * ${DAY}, '' FROM n WHERE i % 20 < 10`,
      programme,
      by,
    ),
    sql(
      `INSERT INTO sign_offs (id, person, programme, decided_by, decided_at, decision, reason, conditions, internal_note, otherwise,
         expires_on, comfort_areas, no_go_areas, languages, contact_ways, capacity, place, evidence, evidence_hash) %NUMBERS%
       SELECT ${id('dd00')}, ${person}, ?, ?, ${joined} + (70 + i % 90) * ${DAY}, 'ready', 'You listen.',
         CASE WHEN i % 20 = 3 THEN 'By phone only until the next review' ELSE '' END, '', '', '2099-01-01',
         CASE WHEN i % 2 THEN '["dialysis-center","diabetes"]' ELSE '["transplant"]' END,
         CASE WHEN i % 20 = 5 THEN '["transplant-loss"]' ELSE '[]' END,
         CASE WHEN i % 3 THEN '["en"]' ELSE '["en","es"]' END, '["phone","in-person"]', i % 3 + 1, 'South Side', '[]', ''
       FROM n WHERE i % 20 < 8`,
      programme,
      by,
    ),
    sql(
      `INSERT INTO commitments (sign_off, signed_at, declared_name) %NUMBERS%
       SELECT ${id('dd00')}, ${now}, 'Trainee ' || i FROM n WHERE i % 20 < 8`,
    ),
    ...(['before', 'after'] as const).map((when) =>
      sql(
        `INSERT INTO progress (person, item, state, records) %NUMBERS%
         SELECT ${person}, 'confidence/${when}', json_object('kind', 'rated', 'record', 'r', 'ratedAt', 0,
           'ratings', json_object('consent', ${when === 'before' ? 'i % 4 + 3' : 'i % 4 + 4 + i % 3'}, 'listening', ${when === 'before' ? 'i % 5 + 4' : 'i % 5 + 3 + i % 4'})), 1
         FROM n WHERE i % 20 < 12`,
      ),
    ),
    ...records,
  ]
}
