/** Opens a database as an account that owns nothing, and prints what it was told. Arguments: url, dataDir */
import { openDatabase } from '#db/client.ts'

const [url = '', dataDir = ''] = process.argv.slice(2)
// Root may write everywhere.
if (process.getuid?.() === 0) process.setuid?.(65534)
try {
  await openDatabase({ url, authToken: undefined, dataDir })
  console.log('open')
} catch (error) {
  console.log(error instanceof Error ? `${error.name}: ${error.message}` : String(error))
}
process.exit()
