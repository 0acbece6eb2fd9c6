/** What somebody signed up for, and what else they can come to. */
import { together } from '#db/client.ts'
import type { AfterSession } from '#db/group-sessions.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import { STILL_SHOWN } from '#domain/people/group-session.ts'
import { programmesAs, type Person } from '#domain/people/person.ts'
import { sessionsFrom, sessionsQueries, type SessionsOf } from '#server/people/sessions-of.ts'

const SESSIONS_SHOWN = 20

export interface MySessionsPage extends SessionsOf {
  /** Where the list of others goes on, for an address; null at its end. */
  readonly more: string | null
}

/** Null for whoever is no trainee. @param after as `more` said it; anything else for the beginning */
export async function showMySessions(
  by: Person,
  after: string | null,
  now: number,
): Promise<MySessionsPage | null> {
  const [programme] = programmesAs(by, 'trainee')
  if (programme === undefined) return null
  const found = await together(
    sessionsQueries(by.id, programme, now, readAfter(after, now), SESSIONS_SHOWN + 1),
  )
  const coming = found.coming.slice(0, SESSIONS_SHOWN)
  const last = found.coming.length > SESSIONS_SHOWN ? coming.at(-1) : undefined
  return {
    ...sessionsFrom({ ...found, coming }),
    more: last ? `${last.startsAt}.${last.id}` : null,
  }
}

function readAfter(after: string | null, now: number): AfterSession {
  const [startsAt = '', id = ''] = (after ?? '').split('.')
  const isKnown = /^\d{1,15}$/.test(startsAt) && isUuid(id)
  return isKnown ? { startsAt: Number(startsAt), id } : { startsAt: now - STILL_SHOWN, id: '' }
}
