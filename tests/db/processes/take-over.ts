/** Migrates the database of its argument, as the process of take-over.ts does. */
import path from 'node:path'
import { openDatabase } from '#db/client.ts'

const file = process.argv[2] ?? ''
await openDatabase({ url: `file:${file}`, authToken: undefined, dataDir: path.dirname(file) })
