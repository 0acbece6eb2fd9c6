/** A message to one or to many trainees and mentors: a shared note for each, and a notice by mail that it is there. */
import { GuardFailed, isTaken, read, write } from '#db/client.ts'
import {
  guardNotSaidBefore,
  insertMessage,
  messageQuery,
  reachQuery,
  type MessageReach,
  type NewMessage,
} from '#db/messages.ts'
import { chosenPeopleQuery, type ChosenPeople, type ChosenPerson } from '#db/roles.ts'
import { LANGUAGES, type Language } from '#domain/course/language.ts'
import { mayDecideIn, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import {
  filledIn,
  OWN_PLACEHOLDERS,
  problemWithText,
  type MessageTexts,
  type TextProblem,
} from '#domain/people/message.ts'
import { outcomeOf } from '#domain/people/notices.ts'
import type { Person } from '#domain/people/person.ts'
import { MOST_TOGETHER } from '#domain/people/together.ts'
import { findProgramme } from '#server/course/load-course.ts'
import { newId } from '#server/trail/new-id.ts'
import { settings } from '#settings.ts'

/** Who gets it, and how. */
export interface MessageReceivers {
  /** Rows that were chosen, those with whom it does not work among them. */
  readonly total: number
  readonly isTooMany: boolean
  readonly able: readonly (ChosenPerson & { readonly language: Language })[]
  /** Of these, who gets a mail that it is there. */
  readonly mailed: ReadonlySet<string>
}

export async function receiversOf(
  by: Person,
  programme: string,
  chosen: ChosenPeople,
): Promise<MessageReceivers | NotAllowed> {
  if (!mayDecideIn(by, programme)) return NOT_ALLOWED
  const rows = await read(chosenPeopleQuery(programme, chosen, by.language, MOST_TOGETHER))
  const here = rows.filter(
    (row) => row.role === 'trainee' && row.archivedAt === null && row.disabledAt === null,
  )
  const reach = new Map(
    (await read(reachQuery(here.map(({ id }) => id)))).map((one) => [one.person, one]),
  )
  return {
    total: rows.length,
    isTooMany: rows.length > MOST_TOGETHER,
    able: here.map((row) => ({ ...row, language: reach.get(row.id)?.language ?? 'en' })),
    mailed: new Set([...reach.values()].filter(isMailed).map(({ person }) => person)),
  }
}

const isMailed = (to: MessageReach): boolean =>
  outcomeOf({ ...to, isUnreachable: false }, settings().mail !== null) === 'mailed'

/** What may stand in braces in a message of this programme. */
export const placeholdersOf = (programme: string): readonly string[] => [
  ...OWN_PLACEHOLDERS,
  ...Object.keys(findProgramme(programme, 'en')?.terms ?? {}),
]

/** What stands for each of them, in the receiver's language. */
export const valuesFor = (
  programme: string,
  language: Language,
  words: { readonly name: string; readonly sender: string },
): Readonly<Record<string, string>> => ({
  ...findProgramme(programme, language)?.terms,
  ...words,
})

export type MessageProblem = { readonly language: Language } & TextProblem

/** A language that none of them reads may stay empty. */
export const problemsWithMessage = (
  programme: string,
  texts: MessageTexts,
  able: MessageReceivers['able'],
): MessageProblem[] =>
  LANGUAGES.flatMap((language) => {
    const isRead = able.some((one) => one.language === language)
    const problem = problemWithText(texts[language], placeholdersOf(programme), isRead)
    return problem ? [{ language, ...problem }] : []
  })

export type MessageOutcome =
  | NotAllowed
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused'; readonly problems: readonly MessageProblem[] }
  /** Others are meant now than were seen, or none. */
  | { readonly kind: 'changed' }
  /** The same words went to one of them within the hour: a colleague was quicker. */
  | { readonly kind: 'said-before' }

/** The same form sent twice sends once. @param wish.seen how many can get it, as the preview said */
export async function sendMessage(
  by: Person,
  wish: {
    readonly programme: string
    readonly chosen: ChosenPeople
    readonly seen: number
    /** Made with the form. */
    readonly id: string
  },
  texts: MessageTexts,
  now: number,
): Promise<MessageOutcome> {
  const { programme, id } = wish
  if (!mayDecideIn(by, programme)) return NOT_ALLOWED
  const found = await receiversOf(by, programme, wish.chosen)
  if ('kind' in found) return found
  const { able } = found
  if (able.length !== wish.seen || able.length === 0 || found.isTooMany) return { kind: 'changed' }
  const problems = problemsWithMessage(programme, texts, able)
  if (problems.length > 0) return { kind: 'refused', problems }
  const message: NewMessage = {
    ...{ id, programme, sentBy: by.id, sentAt: now },
    ...{ textEn: texts.en.trim(), textEs: texts.es.trim() },
  }
  const receivers = able.map(({ id: person, name, language }) => ({
    person,
    note: newId(now),
    auditId: newId(now),
    text: filledIn(texts[language], valuesFor(programme, language, { name, sender: by.name })),
  }))
  try {
    await write([guardNotSaidBefore(message, receivers), ...insertMessage(message, receivers)])
  } catch (error) {
    if (isTaken(error, 'messages')) return { kind: 'sent' }
    if (error instanceof GuardFailed)
      return (await read(messageQuery(id))) ? { kind: 'sent' } : { kind: 'said-before' }
    throw error
  }
  return { kind: 'sent' }
}
