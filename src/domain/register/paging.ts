/** Pages of the API: each begins after somebody, so that nobody is missed or told twice while others come and go. */
import { isUuid } from '#domain/learning/uuid.ts'

export const USUAL_PAGE = 50
export const LARGEST_PAGE = 200

export interface Paging {
  /** Id of the last one of the page before, or ''. */
  readonly after: string
  readonly limit: number
}

/** @returns the page, and the names of what cannot be read of it */
export function readPaging(query: { get(name: string): string | null }): {
  readonly paging: Paging
  readonly problems: readonly ('limit' | 'cursor')[]
} {
  const cursor = query.get('cursor') ?? ''
  const typed = query.get('limit') ?? ''
  const limit = typed === '' ? USUAL_PAGE : /^\d{1,3}$/.test(typed) ? Number(typed) : 0
  const problems: ('limit' | 'cursor')[] = []
  if (limit < 1 || limit > LARGEST_PAGE) problems.push('limit')
  if (cursor !== '' && !isUuid(cursor)) problems.push('cursor')
  return { paging: { after: cursor, limit }, problems }
}
