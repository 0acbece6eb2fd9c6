/** The handler behind node:http and nothing else. */
import { createServer } from 'node:http'
import { pathToFileURL } from 'node:url'

const { handler } = await import(pathToFileURL(process.env.BARE_ENTRY).href)
createServer((asked, answer) => void handler(asked, answer)).listen(0, '127.0.0.1', function () {
  console.log(this.address().port)
})
