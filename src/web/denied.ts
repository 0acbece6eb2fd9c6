/** Somebody who is signed in was told that a page of staff is not there: perhaps it was, and not theirs. */
import type { APIContext } from 'astro'
import { noteDenied } from '#server/access/note-entry.ts'
import { whenceOf } from './let-in.ts'

const OF_STAFF = ['/coordinate', '/manage', '/reviews']

/** The route's pattern is kept, never whose page it was: what there is not must look like what is another one's. */
export async function noteWhereDenied(context: APIContext, response: Response): Promise<void> {
  const { locals, routePattern } = context
  if (response.status !== 404 || !locals.person) return
  if (!OF_STAFF.some((place) => routePattern === place || routePattern.startsWith(`${place}/`)))
    return
  await noteDenied(locals.person.id, routePattern, whenceOf(context), locals.now)
}
