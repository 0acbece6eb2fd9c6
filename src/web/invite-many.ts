/** What was sent with the list of people to invite, and how far it is understood. */
import type { APIContext } from 'astro'
import { LANGUAGES, type Language } from '#domain/course/language.ts'
import { ENCODINGS, readBytes, type Encoding, type Reading } from '#domain/people/list-bytes.ts'
import { COLUMNS, type Column, type Columns } from '#domain/people/list-columns.ts'
import type { NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import type { SameNameAnswer } from '#domain/people/same-names.ts'
import { checkInvitationList, type CheckedAgainst } from '#server/people/check-invitation-list.ts'
import { among, text, typedIn, typedLike, uuid, yesNo } from './typed.ts'

/** A spreadsheet of 500 people is a tenth of this; the server takes no larger form. */
const MOST_BYTES = 500_000

const FIELDS = {
  step: text,
  stage: text,
  list: text,
  /** Of a file whose letters were asked about. */
  bytes: text,
  batch: uuid,
  encoding: among(ENCODINGS),
  'for-language': among(LANGUAGES),
}

export interface TypedMany {
  readonly list: string
  readonly language: Language
  readonly programme: string
  readonly batch: string
  readonly columns: Columns | undefined
  readonly encoding: Encoding | undefined
}

export interface SentMany {
  readonly typed: TypedMany
  /** The button that was pressed; '' for none. */
  readonly step: string
  /** The page that it was pressed on; '' for the first. */
  readonly stage: string
  readonly many: Many
}

export type Many =
  | { readonly kind: 'form'; readonly problem: 'file' | null }
  | { readonly kind: 'letters'; readonly bytes: string; readonly readings: readonly Reading[] }
  | ({ readonly kind: 'read' } & CheckedAgainst)
  | NotAllowed

/** @param programmes whose coordinator sends it, the one of the page first */
export async function readMany(
  { locals }: APIContext,
  by: Person,
  programmes: readonly string[],
): Promise<SentMany> {
  const { post, language, newId, now } = locals
  const { values } = typedIn(post, { ...FIELDS, programme: among(programmes) })
  const { step, stage, bytes } = values
  const typed = {
    list: values.list,
    language: values['for-language'] ?? language,
    programme: values.programme ?? programmes[0] ?? '',
    batch: values.batch || newId(),
    columns: columnsOf(post),
    encoding: values.encoding ?? undefined,
  }
  const file = post.kind === 'none' ? undefined : (post.file ?? Buffer.from(bytes, 'base64url'))
  const stays = (many: Many): SentMany => ({ typed, step, stage, many })
  if (file && file.length > MOST_BYTES) return stays({ kind: 'form', problem: 'file' })
  if (file?.length) {
    const read = readBytes(file, typed.encoding)
    if (read.kind === 'not-text') return stays({ kind: 'form', problem: 'file' })
    if (read.kind === 'asked') {
      const bytes = Buffer.from(file).toString('base64url')
      return stays({ kind: 'letters', bytes, readings: read.readings })
    }
    typed.list = read.text.replaceAll('\r\n', '\n')
  }
  const wasRead = post.kind === 'sent' || (post.kind === 'switched' && stage !== '')
  if (!wasRead || step === 'mend') return stays({ kind: 'form', problem: null })
  const checked = await checkInvitationList(
    by,
    typed.list,
    {
      programme: typed.programme,
      language: typed.language,
      columns: typed.columns,
      sameNames: sameNamesOf(post),
    },
    now,
  )
  return stays('kind' in checked ? checked : { kind: 'read', ...checked })
}

/** `column-0` … as chosen; undefined where nobody was asked. */
function columnsOf(post: App.Locals['post']): Columns | undefined {
  const chosen = typedLike(post, /^column-\d{1,2}$/, among(COLUMNS))
  const columns: (Column | null)[] = []
  for (let at = 0; at < 50; at++) {
    const column = chosen[`column-${at}`]
    if (column === undefined) break
    columns.push(column)
  }
  const { headings } = typedIn(post, { headings: yesNo }).values
  return columns.length ? { headings: headings === true, columns } : undefined
}

/** `same-4`: of the people whose first line is the fourth. */
function sameNamesOf(post: App.Locals['post']): Map<number, SameNameAnswer> {
  const answers = typedLike(post, /^same-\d{1,4}$/, among(['different', 'same']))
  return new Map(
    Object.entries(answers).flatMap(([name, answer]) =>
      answer ? [[Number(name.slice('same-'.length)), answer] as const] : [],
    ),
  )
}
