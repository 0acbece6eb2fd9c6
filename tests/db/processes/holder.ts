/** Another program that holds the write lock of a file: prints `held`, and `free` after so many milliseconds. */
import { createClient } from '@libsql/client'

const [file = '', milliseconds = '0'] = process.argv.slice(2)
const client = createClient({ url: `file:${file}`, timeout: 5000 })
const transaction = await client.transaction('write')
console.log('held')
await new Promise((resolve) => setTimeout(resolve, Number(milliseconds)))
await transaction.rollback()
console.log('free')
