import type { Client } from '@libsql/client'

export interface Counted {
  /** Every statement that reached the connection, one by one or in a batch. */
  n: number
  /** Of these, the ones that only read, each asked by itself. */
  reads: number
  /** Batches that write. */
  writes: number
  /** What was asked by itself, as text without what is handed over beside it. */
  readonly texts: Set<string>
}

export function countQueries(): Counted {
  const states = globalThis as unknown as Record<symbol, { open?: { client: Client } }>
  const client = states[Symbol.for('alongside.database')]?.open?.client
  if (!client) throw new Error('no database is open')
  const count = { n: 0, reads: 0, writes: 0, texts: new Set<string>() }
  const execute = client.execute.bind(client) as (
    ...args: unknown[]
  ) => ReturnType<Client['execute']>
  const batch = client.batch.bind(client)
  client.execute = (...args: unknown[]) => {
    count.n++
    count.reads++
    const [asked] = args
    if (typeof asked === 'object' && asked && 'sql' in asked) count.texts.add(String(asked.sql))
    return execute(...args)
  }
  client.batch = (statements, mode) => {
    count.n += statements.length
    if (mode === 'write') count.writes++
    else count.reads += statements.length
    return batch(statements, mode)
  }
  return count
}
