/** How fast pages are beside the cheapest answer of the same server, in one run. Figures, never assertions. */
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
    const { requests, latency, errors, non2xx } = await autocannon({
      url: server.origin + path,
      connections: 10,
      duration: SECONDS,
    })
    cheapest ||= requests.average
    const ratio = (requests.average / cheapest).toFixed(3)
    console.log(
      `${path.padEnd(28)} ${String(Math.round(requests.average)).padStart(6)} requests/s` +
        `  ratio ${ratio}  p99 ${latency.p99} ms  ${errors} errors  ${non2xx} not 2xx`,
    )
  }
} finally {
  await server.stop()
}
