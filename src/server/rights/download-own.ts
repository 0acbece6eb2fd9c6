/** All that is kept of somebody, for themselves, in pages: of a hundred thousand rows no more than one page is held. */
import { setImmediate as yieldToOthers } from 'node:timers/promises'
import { together, write } from '#db/client.ts'
import { dataRequestsOfQuery, heldBackQuery } from '#db/data-requests.ts'
import { readOwn, type After } from '#db/own-data.ts'
import { GIVEN, REVIEWED, type GivenTable } from '#db/own-data-table.ts'
import type { OwnRows } from '#domain/people/own-data.ts'
import type { Person } from '#domain/people/person.ts'
import { audited } from '#server/trail/audited.ts'

/** The newest ones stand on the first page of the file; older ones in parts. */
const FIRST = 100
const REST = 500

export interface OwnDownload {
  readonly rows: AsyncGenerator<OwnRows, undefined>
  /** Whether they asked for what staff wrote among themselves. */
  readonly review: 'not-asked' | 'open' | 'answered'
  readonly heldBack: number
  /** They came in with a code of staff: what they wrote for themselves alone before is left out (domain/people/held.ts). */
  readonly isClosed: boolean
}

export async function downloadOwn(by: Person, now: number): Promise<OwnDownload> {
  const { requests, heldBack } = await together({
    requests: dataRequestsOfQuery(by.id),
    heldBack: heldBackQuery(by.id),
  })
  await write([audited(now, by.id, 'own-data-downloaded', by.id, '')])
  const asked = requests.filter(({ kind }) => kind === 'notes')
  return {
    rows: pagesOf(by),
    review: asked.some(({ answer }) => answer === null)
      ? 'open'
      : asked.some(({ answer }) => answer?.answer === 'done')
        ? 'answered'
        : 'not-asked',
    heldBack: heldBack.length,
    isClosed: by.closedBefore !== undefined,
  }
}

async function* pagesOf(by: Person): AsyncGenerator<OwnRows, undefined> {
  for (const table of [...GIVEN, ...REVIEWED]) yield* pagesIn(table, by)
}

async function* pagesIn(table: GivenTable, by: Person): AsyncGenerator<OwnRows, undefined> {
  const wish = { person: by.id, closedBefore: by.closedBefore }
  let after: After | null = null
  for (let part = 1; ; part++) {
    const page: Awaited<ReturnType<typeof readOwn>> = await readOwn(
      table,
      wish,
      after,
      part === 1 ? FIRST : REST,
    )
    // Local reads never wait for anything, so between two of them everybody else gets a turn.
    await yieldToOthers()
    const hasMore = page.next !== null
    if (part === 1 || page.rows.length > 0)
      yield { what: table.what, columns: table.columns, rows: page.rows, part, hasMore }
    if (page.next === null) return
    after = page.next
  }
}
