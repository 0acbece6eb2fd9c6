/** The inbox of a programme: questions and shared reflections that wait, or what was answered. */
import { together } from '#db/client.ts'
import { INBOX_PAGE, INBOX_TABS, inboxQuery, type InboxRow, type InboxTab } from '#db/inbox.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import { mayDecideIn } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'

/** As it stands in the address; null for what is not said. */
export interface InboxAsked {
  readonly programme: string
  readonly tab: string | null
  readonly person: string | null
  /** From 1. */
  readonly page: number
}

export interface InboxPage {
  readonly tabs: readonly InboxTab[]
  readonly tab: InboxTab
  /** Only this trainee's; '' for all. */
  readonly person: string
  readonly rows: readonly InboxRow[]
  /** How many wait. */
  readonly questions: number
  readonly reflections: number
  readonly hasMore: boolean
}

export async function showInbox(
  by: Person,
  asked: InboxAsked,
  now: number,
): Promise<InboxPage | null> {
  const { programme, page } = asked
  if (!mayDecideIn(by, programme)) return null
  const tab = INBOX_TABS.find((one) => one === asked.tab) ?? 'questions'
  const person = isUuid(asked.person) ? asked.person : ''
  const { rows, counts } = await together(inboxQuery(programme, tab, page, by.id, now, person))
  return {
    tabs: INBOX_TABS,
    tab,
    person,
    rows: rows.slice(0, INBOX_PAGE),
    ...counts,
    hasMore: rows.length > INBOX_PAGE,
  }
}
