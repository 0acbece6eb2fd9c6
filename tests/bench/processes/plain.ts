/** The lower limit of any page: one string from node:http. Environment: PLAIN_PAGE, a file. */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { gzipSync } from 'node:zlib'

const page = readFileSync(process.env['PLAIN_PAGE'] ?? '')
const packed = gzipSync(page)
const server = createServer((asked, answer) => {
  const small = String(asked.headers['accept-encoding']).includes('gzip')
  answer.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    ...(small ? { 'content-encoding': 'gzip' } : {}),
  })
  answer.end(small ? packed : page)
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  console.log(typeof address === 'object' ? address?.port : '')
})
