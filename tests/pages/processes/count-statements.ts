import type { Client } from '@libsql/client'

/** Every statement that reaches the connection, one by one or in a batch. */
export function countQueries(): { n: number } {
  const states = globalThis as unknown as Record<symbol, { open?: { client: Client } }>
  const client = states[Symbol.for('alongside.database')]?.open?.client
  if (!client) throw new Error('no database is open')
  const count = { n: 0 }
  const execute = client.execute.bind(client) as (
    ...args: unknown[]
  ) => ReturnType<Client['execute']>
  const batch = client.batch.bind(client)
  client.execute = (...args: unknown[]) => {
    count.n++
    return execute(...args)
  }
  client.batch = (statements, mode) => {
    count.n += statements.length
    return batch(statements, mode)
  }
  return count
}
