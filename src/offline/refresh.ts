/** After something was sent: what is known of its person is asked anew, and what it holds need not wait here any more. */
import type { Progress } from '#domain/learning/progress.ts'
import type { Line } from './send.ts'
import type { Shelf } from './shelf.ts'

/** Where it does not come about, what was sent stays until the next time. */
export async function refresh(shelf: Shelf, person: string, line: Line): Promise<void> {
  const sent = (await shelf.of(person)).filter(({ state }) => state === 'sent')
  const before = await shelf.owner(person)
  if (!before) return
  try {
    const answer = await line.fetch('/api/saved/me', {
      cache: 'no-store',
      redirect: 'manual',
      signal: AbortSignal.timeout(30_000),
    })
    if (!answer.ok) return
    const me = (await answer.json()) as { person?: unknown; learnt?: unknown; lastItem?: unknown }
    if (me.person !== person || typeof me.learnt !== 'object' || me.learnt === null) return
    await shelf.keepOwner(
      {
        ...before,
        learnt: me.learnt as Progress,
        lastItem: typeof me.lastItem === 'string' ? me.lastItem : null,
        at: line.now(),
      },
      sent.map(({ id }) => id),
    )
  } catch {
    // No connection any more, or not ours: the next time.
  }
}
