/** Messages to people of a programme: those that were sent, what became of each, and what is written again and again. */
import { read, together } from '#db/client.ts'
import {
  MESSAGES_PAGE,
  messageQuery,
  messagesQuery,
  receiversQuery,
  templatesQuery,
  type SentMessage,
  type TemplateRow,
  type ToldReceiver,
} from '#db/messages.ts'
import { mayDecideIn } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { settings } from '#settings.ts'

export interface MessagesPage {
  readonly rows: readonly SentMessage[]
  readonly total: number
  readonly pageSize: number
}

export async function showMessages(
  by: Person,
  programme: string,
  page: number,
): Promise<MessagesPage | null> {
  if (!mayDecideIn(by, programme)) return null
  return { ...(await together(messagesQuery(programme, page))), pageSize: MESSAGES_PAGE }
}

export interface MessagePage {
  readonly message: SentMessage
  readonly rows: readonly ToldReceiver[]
  readonly counts: { readonly mailed: number; readonly not: number; readonly open: number }
  readonly pageSize: number
  readonly canMail: boolean
}

/** Null for one that is not there, or of another programme. */
export async function showMessage(
  by: Person,
  id: string,
  page: number,
): Promise<MessagePage | null> {
  const { message, ...found } = await together({
    message: messageQuery(id),
    ...receiversQuery(id, page),
  })
  if (!message || !mayDecideIn(by, message.programme)) return null
  return { message, ...found, pageSize: MESSAGES_PAGE, canMail: settings().mail !== null }
}

/** Null for who may not. */
export const showTemplates = async (
  by: Person,
  programme: string,
): Promise<readonly TemplateRow[] | null> =>
  mayDecideIn(by, programme) ? read(templatesQuery(programme)) : null
