/** What coordinators of a programme write again and again, in both languages. */
import { GuardFailed, read, write } from '#db/client.ts'
import { putTemplate, templatesQuery, type TemplateRow } from '#db/messages.ts'
import { LANGUAGES } from '#domain/course/language.ts'
import { mayDecideIn, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import { problemWithText, TEMPLATE_NAME_LENGTH, type MessageTexts } from '#domain/people/message.ts'
import type { Person } from '#domain/people/person.ts'
import { audited } from '#server/trail/audited.ts'
import { placeholdersOf, type MessageProblem } from './send-message.ts'

export interface TemplateForm {
  readonly id: string
  readonly name: string
  readonly texts: MessageTexts
  /** Which version the form showed; 0 for a new one. */
  readonly version: number
}

export type TemplateOutcome =
  | NotAllowed
  | { readonly kind: 'saved' }
  | { readonly kind: 'meanwhile' }
  | {
      readonly kind: 'refused'
      readonly name: 'missing' | 'too-long' | null
      readonly problems: readonly MessageProblem[]
    }

/** Both languages are asked for: who will read it is not known yet. @param away put it away: nobody is offered it */
export async function saveTemplate(
  by: Person,
  programme: string,
  form: TemplateForm,
  away: boolean,
  now: number,
): Promise<TemplateOutcome> {
  if (!mayDecideIn(by, programme)) return NOT_ALLOWED
  const name = form.name.trim().replace(/\s+/g, ' ')
  const { texts, id } = form
  const problems = LANGUAGES.flatMap((language): MessageProblem[] => {
    const problem = problemWithText(texts[language], placeholdersOf(programme), true)
    return problem ? [{ language, ...problem }] : []
  })
  const nameProblem = !name ? 'missing' : name.length > TEMPLATE_NAME_LENGTH ? 'too-long' : null
  if (!away && (nameProblem || problems.length > 0))
    return { kind: 'refused', name: nameProblem, problems }
  const before = (await read(templatesQuery(programme))).find((one) => one.id === id)
  if (away && !before) return { kind: 'saved' }
  const row: TemplateRow = {
    ...{ id, programme, name, textEn: texts.en.trim(), textEs: texts.es.trim() },
    ...(away && before ? before : {}),
    // Two changes within a millisecond are two versions too.
    ...{ changedBy: by.id, changedAt: Math.max(now, form.version + 1) },
    archivedAt: away ? now : null,
  }
  if (before && isSame(before, row)) return { kind: 'saved' }
  try {
    await write([
      ...putTemplate(row, form.version),
      audited(now, by.id, 'message-template-changed', id, programme),
    ])
  } catch (error) {
    if (error instanceof GuardFailed) return { kind: 'meanwhile' }
    throw error
  }
  return { kind: 'saved' }
}

/** The same form sent twice. */
const isSame = (a: TemplateRow, b: TemplateRow): boolean =>
  a.name === b.name &&
  a.textEn === b.textEn &&
  a.textEs === b.textEs &&
  a.archivedAt === b.archivedAt
