/** What was sent with the list of people to invite, and how far it is understood. */
import type { APIContext } from 'astro'
import { isLanguage, type Language } from '#domain/course/language.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import { ENCODINGS, readBytes, type Encoding, type Reading } from '#domain/people/list-bytes.ts'
import { COLUMNS, type Column, type Columns } from '#domain/people/list-columns.ts'
import type { NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import type { SameNameAnswer } from '#domain/people/same-names.ts'
import { checkInvitationList, type CheckedAgainst } from '#server/people/check-invitation-list.ts'
import { one, type Form } from '#server/forms/read-form.ts'

/** A spreadsheet of 500 people is a tenth of this; the server takes no larger form. */
const MOST_BYTES = 500_000

export interface TypedMany {
  readonly list: string
  readonly language: Language
  readonly programme: string
  readonly batch: string
  readonly columns: Columns | undefined
  readonly encoding: Encoding | undefined
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
): Promise<{ readonly typed: TypedMany; readonly many: Many }> {
  const { post, language, newId, now } = locals
  const form: Form = post.kind === 'none' ? new Map() : post.form
  const chosen = one(form, 'for-language')
  const typed = {
    list: one(form, 'list'),
    language: isLanguage(chosen) ? chosen : language,
    programme: programmes.find((slug) => slug === one(form, 'programme')) ?? programmes[0] ?? '',
    batch: isUuid(one(form, 'batch')) ? one(form, 'batch') : newId(),
    columns: columnsOf(form),
    encoding: ENCODINGS.find((encoding) => encoding === one(form, 'encoding')),
  }
  const file =
    post.kind === 'none' ? undefined : (post.file ?? Buffer.from(one(form, 'bytes'), 'base64url'))
  const stays = (many: Many) => ({ typed, many })
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
  const wasRead = post.kind === 'sent' || (post.kind === 'switched' && one(form, 'stage') !== '')
  if (!wasRead || one(form, 'step') === 'mend') return stays({ kind: 'form', problem: null })
  const checked = await checkInvitationList(
    by,
    typed.list,
    {
      programme: typed.programme,
      language: typed.language,
      columns: typed.columns,
      sameNames: sameNamesOf(form),
    },
    now,
  )
  return stays('kind' in checked ? checked : { kind: 'read', ...checked })
}

/** `column-0` … as chosen; undefined where nobody was asked. */
function columnsOf(form: Form): Columns | undefined {
  const columns: (Column | null)[] = []
  for (let at = 0; at < 50 && form.has(`column-${at}`); at++)
    columns.push(COLUMNS.find((column) => column === one(form, `column-${at}`)) ?? null)
  return columns.length ? { headings: one(form, 'headings') === 'yes', columns } : undefined
}

/** `same-4`: of the people whose first line is the fourth. */
function sameNamesOf(form: Form): Map<number, SameNameAnswer> {
  const answers = new Map<number, SameNameAnswer>()
  for (const name of form.keys()) {
    const [, line] = /^same-(\d{1,4})$/.exec(name) ?? []
    const answer = one(form, name)
    if (line && (answer === 'different' || answer === 'same')) answers.set(Number(line), answer)
  }
  return answers
}
