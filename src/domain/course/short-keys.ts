/** Three characters that stand for a stable id where there is little room: the state that an LMS keeps. */
import type { Course } from './course.ts'
import { namedSteps, quizzesOf, withMoved } from './moved.ts'

/** 64 characters that no LMS, URL or XML changes on the way. */
export const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

export const KEY_LENGTH = 3

/** A whole number below 2^32 that is another one for nearly every text: FNV-1a with the last mixing steps of MurmurHash3. */
export function spread(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Cut to 18 bits. */
export function shortKey(id: string): string {
  const hash = spread(id)
  return [0, 6, 12].map((shift) => DIGITS.charAt((hash >>> shift) & 63)).join('')
}

/** Under its key a state keeps what stands for the learner where no id does. */
export const SALT = 'salt'

/** A reply by the turn in which it is said. */
export const replyKey = (turn: string, reply: string): string => shortKey(`${turn}/${reply}`)

/** Ids that share a key where they must be told apart; a course with such a pair is not packed. */
export function keyClashes(course: Course): [string, string][] {
  const scopes: [id: string, key: string][][] = [
    [SALT, ...namedSteps(course).map(([id]) => id), ...course.resources.map(({ id }) => id)].map(
      (id) => [id, shortKey(id)],
    ),
    ...quizzesOf(course).map((quiz) =>
      withMoved(course, quiz).questions.map(({ id, slug }): [string, string] => [
        id,
        shortKey(slug),
      ]),
    ),
    ...course.modules
      .flatMap(({ sessions }) => sessions.flatMap(({ turns }) => turns))
      .map((turn) =>
        turn.replies.map(({ id }): [string, string] => [
          `${turn.id}/${id}`,
          replyKey(turn.slug, id),
        ]),
      ),
  ]
  return scopes.flatMap((scope) => {
    const seen = new Map<string, string>()
    return scope.flatMap(([id, key]): [string, string][] => {
      const other = seen.get(key)
      seen.set(key, id)
      return other === undefined ? [] : [[other, id]]
    })
  })
}
