/** A request with its first version and consent, in one batch. */
import { isTaken, write, type Query } from '#db/client.ts'
import { insertRequest, insertRequestConsent, insertRequestVersion } from '#db/requests.ts'
import type { Asker, ConsentWay, RequestAnswers } from '#domain/pairing/request.ts'
import type { Language } from '#domain/course/language.ts'
import { audited } from '#server/trail/audited.ts'
import { newId } from '#server/trail/new-id.ts'
import { newReference } from './request-code.ts'

export interface NewRequest {
  readonly programme: string
  readonly codeHash: string
  readonly asker: Asker
  /** Person id of a coordinator; '' for whoever asks. */
  readonly by: string
  readonly language: Language
  readonly answers: RequestAnswers
  readonly consent: ConsentWay
}

/** Two of them may happen to get one reference. */
const TRIES = 5

/**
 * @param more what is written with it, about the id that it is given
 * @returns its id, or null where there is one with this code already
 */
export async function insertNewRequest(
  { answers, consent, ...request }: NewRequest,
  isKnown: () => Promise<boolean>,
  more: (id: string) => readonly Query[],
  now: number,
): Promise<string | null> {
  for (let tries = 1; ; tries++) {
    const id = newId(now)
    const said = { request: id, by: request.by, at: now }
    try {
      await write([
        insertRequest({ id, ...request, reference: newReference(), at: now }),
        insertRequestVersion({ id: newId(now), ...said, answers }),
        insertRequestConsent({ id: newId(now), ...said, given: true, how: consent }),
        ...more(id),
        audited(now, request.by, 'request-written', id, request.programme),
      ])
      return id
    } catch (error) {
      if (!isTaken(error, 'mentor_requests')) throw error
      if (await isKnown()) return null
      if (tries === TRIES) throw error
    }
  }
}
