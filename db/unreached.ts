/** Whom mail does not reach, by what the mail server answered. */
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { meaning, rows, type Reading } from './client.ts'

/** SQL of a person `p` and a mail `o` to them: nothing was sent to this address since, and its owner has not said since that it is right. */
const STANDS = `o.recipient = p.email AND o.refused_at > coalesce((SELECT max(w.at) FROM notice_wishes w WHERE w.person = p.id), 0)
  AND NOT EXISTS (SELECT 1 FROM outbox s WHERE s.recipient = p.email AND s.sent_at > o.refused_at)`

/** SQL of a person `p`: the mail server said for good that there is no such address, and nobody said since that there is. */
export const ADDRESS_REFUSED = `EXISTS (SELECT 1 FROM outbox o WHERE ${STANDS}
  AND (o.problem GLOB '* 50[1]' OR o.problem GLOB '* 55[0135]'))`

/**
 * SQL of a person `p`: since when mail does not reach them, milliseconds, or NULL. No such address, a full mailbox, or another
 * answer that is about them; where the mail server was away, or did not let us in, it is nobody's address.
 */
export const UNREACHED_SINCE = `(SELECT max(o.refused_at) FROM outbox o WHERE ${STANDS}
  AND o.problem GLOB '* [45][0-9][0-9]' AND o.problem NOT GLOB '* 421' AND o.problem NOT GLOB '* 53[045]')`

/** Since when mail does not reach somebody, milliseconds; null where it does. */
export const unreachedSinceQuery = (person: string): Reading<number | null> =>
  meaning(
    rows(sql`SELECT ${sql.raw(UNREACHED_SINCE)} AS at FROM people p WHERE p.id = ${person}`, {
      at: z.number().nullable(),
    }),
    ([found]) => found?.at ?? null,
  )
