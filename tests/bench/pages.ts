/**
 * How fast pages are beside the cheapest answer of the same server, in one run. Ratios, never assertions: how many a second
 * says more about the machine. What was not answered well is named.
 */
import autocannon from 'autocannon'
import { startServer } from '#tests/start-server.ts'

const PATHS = [
  '/readyz',
  '/',
  '/sample',
  '/resources/reference-guide',
  '/search?q=dialisys',
  '/glossary',
  '/sign-in',
]
const SECONDS = 5

const server = await startServer()
try {
  let cheapest = 0
  for (const path of PATHS) {
    const { requests, errors, non2xx } = await autocannon({
      url: server.origin + path,
      connections: 10,
      duration: SECONDS,
    })
    cheapest ||= requests.average
    const ratio = (requests.average / cheapest).toFixed(3)
    const wrong = errors + non2xx > 0 ? `  ${errors} errors  ${non2xx} not 2xx` : ''
    console.log(`${path.padEnd(28)} ${ratio}${wrong}`)
  }
} finally {
  await server.stop()
}
