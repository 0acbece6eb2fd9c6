/** Counts of the door in Prometheus' text format (version 0.0.4): nothing about anybody. */
import type { IncomingHttpHeaders } from 'node:http'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { exposed, type Metric } from '#server/seen/metric.ts'

export interface Metrics {
  /** Called once for each request; the function returned, once when its answer has ended. */
  begin(): (status: number, seconds: number) => void
  text(more?: readonly Metric[]): string
}

/** In seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const

export function startMetrics(): Metrics {
  const answers = new Map<string, number>()
  const within = BUCKETS.map(() => 0)
  let [open, all, total] = [0, 0, 0]
  const delay = monitorEventLoopDelay()
  delay.enable()
  return {
    begin() {
      open++
      return (status, seconds) => {
        open--
        all++
        total += seconds
        BUCKETS.forEach((bucket, at) => {
          if (seconds <= bucket) within[at] = (within[at] ?? 0) + 1
        })
        const kind = `${Math.trunc(status / 100)}xx`
        answers.set(kind, (answers.get(kind) ?? 0) + 1)
      }
    },
    text: (more = []) =>
      exposed([
        {
          name: 'http_responses_total',
          type: 'counter',
          help: 'Answers since the start, by kind of status.',
          samples: [...answers].map(([status, value]) => ({ labels: { status }, value })),
        },
        {
          name: 'http_requests_open',
          type: 'gauge',
          help: 'Requests that are being answered.',
          samples: [{ value: open }],
        },
        {
          name: 'http_request_duration_seconds',
          type: 'histogram',
          help: 'From the headers of a request to the end of its answer.',
          samples: [
            ...BUCKETS.map((le, at) => ({
              suffix: '_bucket' as const,
              labels: { le: String(le) },
              value: within[at] ?? 0,
            })),
            { suffix: '_bucket', labels: { le: '+Inf' }, value: all },
            { suffix: '_sum', value: total },
            { suffix: '_count', value: all },
          ],
        },
        gauge(
          'nodejs_eventloop_delay_p99_seconds',
          'How late the event loop was, 99 of 100 times at most.',
          delay.percentile(99) / 1e9,
        ),
        gauge(
          'nodejs_eventloop_delay_max_seconds',
          'How late the event loop was at its worst since the start.',
          delay.max / 1e9,
        ),
        gauge('process_resident_memory_bytes', 'Memory of the process.', process.memoryUsage.rss()),
        gauge('process_uptime_seconds', 'Since the start of the process.', process.uptime()),
        ...more,
      ]),
  }
}

const gauge = (name: string, help: string, value: number): Metric => ({
  name,
  type: 'gauge',
  help,
  samples: [{ value }],
})

/** Only for a program on this machine that asks directly: whatever passed a proxy names the client. */
export function mayReadMetrics(socketAddress: string | undefined, headers: IncomingHttpHeaders) {
  const local = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(socketAddress ?? '')
  return (
    local &&
    !Object.keys(headers).some((name) => /^(x-forwarded-|x-real-ip|forwarded|via)/.test(name))
  )
}
