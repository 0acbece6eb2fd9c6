/** What a device of one's own may know of whoever is signed in, to go on without a connection. */
import { showPersonToSave } from '#server/show/learn/saved.ts'
import { onlyGet, savedRoute } from '#web/saved-answer.ts'

export const GET = savedRoute(
  (by, session, { locals }) => showPersonToSave(by, session, locals.now),
  ({ person }) => ({ body: person }),
)

export const ALL = onlyGet
