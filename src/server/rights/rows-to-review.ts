import { together } from '#db/client.ts'
import { toReviewQuery, type RowToReview } from '#db/own-data.ts'
import { REVIEWED } from '#db/own-data-table.ts'

export type { RowToReview } from '#db/own-data.ts'

/** So many stand on one page. */
export const AT_ONCE = 25

/** What staff wrote among themselves about whoever asked, and nobody decided about yet: one page of it, and one more. */
export async function rowsToReview(request: {
  readonly id: string
  readonly person: string
  readonly programme: string
}): Promise<readonly RowToReview[]> {
  const of = { person: request.person, programme: request.programme, request: request.id }
  const found = await together(
    Object.fromEntries(
      REVIEWED.map((table) => [
        table.what.replaceAll('-', '_'),
        toReviewQuery(table, of, AT_ONCE + 1),
      ]),
    ),
  )
  return Object.values(found)
    .flat()
    .slice(0, AT_ONCE + 1)
}
