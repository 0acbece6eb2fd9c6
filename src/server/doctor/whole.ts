/** Whether the database is there and whole, and what a start would change in it: read from end to end, never opened to write. */
import { DatabaseAway, DatabaseRefused, inspectDatabase } from '#db/client.ts'
import { finding, type Finding } from '#domain/doctor/finding.ts'
import { settings } from '#settings.ts'

export async function lookWhetherWhole(): Promise<Finding[]> {
  const { databaseUrl: url, databaseAuthToken: authToken, dataDir } = settings()
  try {
    const { damage, dangling, counts, migrations } = await inspectDatabase({
      url,
      authToken,
      dataDir,
    })
    if (damage !== null) return [finding('database-damaged', { says: damage })]
    const rows = Object.values(counts).reduce((sum, n) => sum + n, 0)
    return [
      dangling > 0
        ? finding('database-dangling', { rows: dangling })
        : finding('database-whole', { tables: Object.keys(counts).length, rows }),
      migrations.isUnknown
        ? finding('migrations-newer', {})
        : migrations.waiting > 0
          ? finding('migrations-waiting', { waiting: migrations.waiting })
          : finding('migrations-none', { applied: migrations.applied }),
    ]
  } catch (error) {
    if (error instanceof DatabaseRefused || error instanceof DatabaseAway)
      return [finding('database-refused', { says: error.message })]
    throw error
  }
}
