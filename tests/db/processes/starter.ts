/** Opens a database and says so, or says why not; then stays until it is killed. Arguments: url, dataDir */
import { DatabaseRefused, openDatabase } from '#db/client.ts'

const [url = '', dataDir = ''] = process.argv.slice(2)
try {
  await openDatabase({ url, authToken: undefined, dataDir })
  console.log('open')
} catch (error) {
  console.log(error instanceof DatabaseRefused ? `refused ${error.message}` : String(error))
}
setInterval(() => undefined, 1000)
