/** The forms of a list that is brought in. */
import type { APIContext } from 'astro'
import { LANGUAGES } from '#domain/course/language.ts'
import {
  IMPORT_COLUMNS,
  problemWithColumns,
  type ImportColumn,
  type ImportColumns,
} from '#domain/people/import-columns.ts'
import { DAY_ORDERS } from '#domain/people/import-dates.ts'
import { FOR_ALL } from '#domain/people/import-settings.ts'
import { ENCODINGS } from '#domain/people/list-bytes.ts'
import type { Person } from '#domain/people/person.ts'
import { runImport } from '#server/people/run-import.ts'
import { sayOfImport, throwImportAway } from '#server/people/say-of-import.ts'
import { findImport } from '#server/people/find-import.ts'
import { startImport } from '#server/people/start-import.ts'
import { notFound, seeOther } from './answers.ts'
import { problemWithProof } from './proof.ts'
import { among, text, ticked, typedIn, typedLike, uuid } from './typed.ts'

/** Somebody waits for the answer; what is left is carried on by hand. */
const PATIENCE_MS = 20_000

/** In words, by field; null where nothing was sent. */
export type ImportAnswer = Response | Readonly<Record<string, string>> | null

export async function uploadImport(
  { locals }: APIContext,
  by: Person,
  programme: string,
): Promise<ImportAnswer> {
  const { post, language, newId, now, words } = locals
  if (post.kind !== 'sent') return null
  const { id, list, ...typed } = typedIn(post, {
    id: uuid,
    list: text,
    'for-language': among(LANGUAGES),
  }).values
  const upload = {
    id: id || newId(),
    programme,
    bytes: post.file ?? new TextEncoder().encode(list),
    language: typed['for-language'] ?? language,
  }
  const answer = await startImport(by, upload, now)
  if (answer.kind === 'not-allowed') return notFound()
  if (answer.kind === 'started') return seeOther(`/coordinate/import/${upload.id}`)
  return { [post.file ? 'list-file' : 'list']: words.imports.refused[answer.reason] }
}

const FIELDS = {
  do: text,
  encoding: among(ENCODINGS),
  headings: ticked,
  order: among(DAY_ORDERS),
  people: among(FOR_ALL),
}

export async function actOnImport(context: APIContext, by: Person): Promise<ImportAnswer> {
  const { locals, params } = context
  const { post, now, words } = locals
  if (post.kind !== 'sent') return null
  const row = await findImport(by, params['id'] ?? '')
  if (!row) return notFound()
  const t = words.imports
  const { do: act, encoding, headings, order, people } = typedIn(post, FIELDS).values
  const here = `/coordinate/import/${row.id}`
  const say = async (said: Parameters<typeof sayOfImport>[2]): Promise<Response> => {
    const outcome = await sayOfImport(by, row, said)
    return outcome.kind === 'not-allowed' ? notFound() : seeOther(here)
  }
  if (act === 'throw-away') {
    const outcome = await throwImportAway(by, row, now)
    if (outcome.kind === 'not-allowed') return notFound()
    return seeOther(
      outcome.kind === 'begun' ? here : `/coordinate/import?programme=${row.programme}`,
    )
  }
  if (act === 'letters') return encoding ? say({ encoding }) : { encoding: t.letters.missing }
  if (act === 'columns') {
    const columns: ImportColumns = { headings, columns: columnsIn(post) }
    const problem = problemWithColumns(columns)
    return problem ? { 'column-0': t.columns.problems[problem] } : say({ columns })
  }
  if (act === 'columns-again') return say({ columns: undefined })
  if (act === 'order') return order ? say({ order }) : { order: t.order.missing }
  if (act === 'people') return people ? say({ forAll: people }) : { people: t.here.missing }
  if (act === 'each') return say({ decisions: decisionsIn(post) })
  if (act !== 'run') return notFound()
  // From here on people of the list are in.
  const unproved = await problemWithProof(context)
  if (unproved !== null) return { password: unproved }
  const outcome = await runImport(by, row, AbortSignal.timeout(PATIENCE_MS), now)
  return outcome.kind === 'not-allowed' ? notFound() : seeOther(here)
}

function columnsIn(post: App.Locals['post']): (ImportColumn | null)[] {
  const chosen = typedLike(post, /^column-\d{1,2}$/, among(IMPORT_COLUMNS))
  return Object.keys(chosen)
    .toSorted((a, b) => Number(a.slice('column-'.length)) - Number(b.slice('column-'.length)))
    .map((name) => chosen[name] ?? null)
}

/** `line-4`: `new`, `leave`, or whom the fourth line means. */
function decisionsIn(post: App.Locals['post']): Record<string, string> {
  const answers = typedLike(post, /^line-\d{1,6}$/, text)
  return Object.fromEntries(
    Object.entries(answers).flatMap(([name, said]) =>
      said ? [[name.slice('line-'.length), said]] : [],
    ),
  )
}
