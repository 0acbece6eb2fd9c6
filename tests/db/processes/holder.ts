/**
 * Another program that holds the write lock of a file: prints `held`, and `free` after so many milliseconds; without them when
 * it is told to by a line, so that no test hangs on how fast the machine is.
 */
import { createClient } from '@libsql/client'
import { once } from 'node:events'

const [file = '', milliseconds] = process.argv.slice(2)
const client = createClient({ url: `file:${file}`, timeout: 5000 })
const transaction = await client.transaction('write')
console.log('held')
if (milliseconds === undefined) await once(process.stdin, 'data')
else await new Promise((resolve) => setTimeout(resolve, Number(milliseconds)))
await transaction.rollback()
console.log('free')
process.stdin.unref()
