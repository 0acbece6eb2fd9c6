/** Opens a database and says so, or says why not; then stays until it is killed. Arguments: url, dataDir, "when told" */
import { once } from 'node:events'
import { DatabaseRefused, openDatabase } from '#db/client.ts'

const [url = '', dataDir = '', when] = process.argv.slice(2)
if (when === 'when told') {
  console.log('loaded')
  const [moment] = (await once(process.stdin, 'data')) as [Buffer]
  // Not a timer: those fire some milliseconds apart, and a race wants all of them within one.
  while (Date.now() < Number(String(moment)));
}
try {
  await openDatabase({ url, authToken: undefined, dataDir })
  console.log('open')
} catch (error) {
  console.log(error instanceof DatabaseRefused ? `refused ${error.message}` : String(error))
}
setInterval(() => undefined, 1000)
