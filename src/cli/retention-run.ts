/** Deletes what has been kept long enough; a running server does it itself. */
import { runRetention } from '#server/run-retention.ts'
import { askServer } from './ask-server.ts'
import { withDatabase } from './with-database.ts'

export async function run(): Promise<number> {
  const answer = await askServer({ command: 'retention' })
  if (answer === null)
    return withDatabase(async () => {
      const gone = Object.entries(await runRetention(Date.now())).filter(([, n]) => n > 0)
      for (const [kind, n] of gone) console.log(`${kind}: ${n} deleted`)
      if (gone.length === 0) console.log('Nothing has been kept too long.')
      return 0
    })
  console[answer.ok ? 'log' : 'error'](answer.ok ? 'Done by the running server.' : answer.says)
  return answer.ok ? 0 : 3
}
