/** Pages of the API: by id, so that nobody is missed or told twice while others come and go. */
import { isUuid } from '#domain/learning/uuid.ts'

export const USUAL_PAGE = 50
export const LARGEST_PAGE = 200

export interface Paging {
  /** Id of the last one of the page before, or ''. */
  readonly after: string
  readonly limit: number
}

/** @returns null where the cursor or the limit cannot be read */
export function readPaging(query: { get(name: string): string | null }): Paging | null {
  const cursor = query.get('cursor') ?? ''
  const typed = query.get('limit') ?? ''
  const limit = typed === '' ? USUAL_PAGE : /^\d{1,3}$/.test(typed) ? Number(typed) : 0
  if ((cursor !== '' && !isUuid(cursor)) || limit < 1 || limit > LARGEST_PAGE) return null
  return { after: cursor, limit }
}
