/** What a trainee and the coordinators said to each other. */
import { together } from '#db/client.ts'
import type { Person } from '#domain/people/person.ts'
import { messageQueries, messagesFrom, type Exchange } from '#server/learning/messages.ts'

export interface ShownMessages {
  /** Newest first. */
  readonly exchanges: readonly Exchange[]
}

export const showMessages = async ({ id }: Pick<Person, 'id'>): Promise<ShownMessages> => ({
  exchanges: messagesFrom(await together(messageQueries(id))),
})
