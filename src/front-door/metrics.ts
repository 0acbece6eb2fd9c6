/** Counts of the door in Prometheus' text format: nothing about anybody. */
import type { IncomingHttpHeaders } from 'node:http'
import { monitorEventLoopDelay } from 'node:perf_hooks'

export interface Metrics {
  /** Called once for each request; the function returned, once when its answer has ended. */
  begin(): (status: number) => void
  text(more?: Readonly<Record<string, number>>): string
}

export function startMetrics(): Metrics {
  const answers = new Map<string, number>()
  const delay = monitorEventLoopDelay()
  delay.enable()
  let open = 0
  return {
    begin() {
      open++
      return (status) => {
        open--
        const kind = `${Math.trunc(status / 100)}xx`
        answers.set(kind, (answers.get(kind) ?? 0) + 1)
      }
    },
    text: (more = {}) =>
      [
        '# TYPE http_responses_total counter',
        ...[...answers].map(([kind, n]) => `http_responses_total{status="${kind}"} ${n}`),
        '# TYPE http_requests_open gauge',
        `http_requests_open ${open}`,
        '# TYPE nodejs_eventloop_delay_p99_seconds gauge',
        `nodejs_eventloop_delay_p99_seconds ${delay.percentile(99) / 1e9}`,
        '# TYPE process_resident_memory_bytes gauge',
        `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
        '# TYPE process_uptime_seconds counter',
        `process_uptime_seconds ${process.uptime()}`,
        ...Object.entries(more).flatMap(([name, n]) => [`# TYPE ${name} gauge`, `${name} ${n}`]),
        '',
      ].join('\n'),
  }
}

/** Only for a program on this machine that asks directly: whatever passed a proxy names the client. */
export function mayReadMetrics(socketAddress: string | undefined, headers: IncomingHttpHeaders) {
  const local = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(socketAddress ?? '')
  return (
    local &&
    !Object.keys(headers).some((name) => /^(x-forwarded-|x-real-ip|forwarded|via)/.test(name))
  )
}
