/** Requests as rows in the tables, the way their verbs leave them. */
import { write, type Query } from '#db/client.ts'
import type { RequestAnswers } from '#domain/pairing/request.ts'
import { newId } from '#server/trail/new-id.ts'
import { insert } from './lives.ts'

export const ASKED: RequestAnswers = {
  ...{ initials: 'M. P.', languages: ['en'], ways: ['phone'], times: 'Mondays', place: '' },
  ...{ areas: ['home'], hopes: 'Somebody who has been there.', wouldNotWork: '' },
  ...{ wishes: ['language'], told: ['areas', 'ways'] },
}

export const consented = (request: string, given: boolean, by: string, at: number): Query =>
  insert('request_consents', { id: newId(at), request, given: given ? 1 : 0, how: 'said', by, at })

let made = 0
export async function requestOf(
  programme: string,
  by: string,
  at: number,
  answers: Partial<RequestAnswers> = {},
  consent = true,
): Promise<{ id: string; programme: string }> {
  const id = newId(at)
  const reference = `K${++made}-4QX`
  await write([
    insert('mentor_requests', {
      ...{ id, programme, reference, code_hash: id, asker: 'coordinator', by, language: 'en', at },
    }),
    insert('request_versions', {
      ...{ id: newId(at), request: id, by, at },
      answers: JSON.stringify({ ...ASKED, ...answers }),
    }),
    ...(consent ? [consented(id, true, by, at)] : []),
  ])
  return { id, programme }
}

export const ended = (request: string, by: string, at: number): Query =>
  insert('request_ends', { request, why: 'withdrawn', by, at })
