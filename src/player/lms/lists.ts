/**
 * Interactions and objectives: lists that an LMS need not have, may count as '', and may refuse at any time.
 * At the first refusal the list is left alone until the next launch, without a word: nothing depends on it.
 */
import { call } from './call.ts'
import type { Dialect, Values } from './dialect.ts'

/** As many as SCORM 2004 asks an LMS to keep. */
const MOST = 250

export interface Lists {
  /** A new entry. */
  add(list: string, values: Values): void
  /** The entry that has the same id, or a new one. */
  put(list: string, values: Values): void
}

export function listsOf({ methods }: Pick<Dialect, 'methods'>, api: object): Lists {
  const closed = new Set<string>()
  const next = new Map<string, number>()
  const get = (element: string): string => call(api, methods.get, element)

  const countOf = (list: string): number =>
    next.get(list) ?? (Number.parseInt(get(`${list}._count`), 10) || 0)

  function write(list: string, index: number, values: Values): void {
    if (closed.has(list) || index >= MOST) return
    for (const [name, value] of values) {
      if (call(api, methods.set, `${list}.${index}.${name}`, value) === 'true') continue
      // Without its id there is no entry; 401: the LMS has no such list. Another field may be missing.
      if (name === 'id' || call(api, methods.lastError) === '401') {
        closed.add(list)
        return
      }
    }
    next.set(list, Math.max(countOf(list), index + 1))
  }

  return {
    add: (list, values) => write(list, countOf(list), values),
    put: (list, values) => {
      if (closed.has(list)) return
      const id = values.find(([name]) => name === 'id')?.[1]
      const count = Math.min(MOST, countOf(list))
      const index = Array.from({ length: count }, (_, at) => at).find(
        (at) => get(`${list}.${at}.id`) === id,
      )
      write(list, index ?? count, values)
    },
  }
}
