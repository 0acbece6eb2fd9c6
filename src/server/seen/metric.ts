/** A number that a monitor reads, and how Prometheus wants it written (text format 0.0.4). */

export interface Metric {
  readonly name: string
  readonly type: 'counter' | 'gauge' | 'histogram'
  readonly help: string
  readonly samples: readonly {
    readonly suffix?: '_bucket' | '_sum' | '_count'
    readonly labels?: Readonly<Record<string, string>>
    readonly value: number
  }[]
}

/** A metric without a sample is left out. */
export const exposed = (metrics: readonly Metric[]): string =>
  `${metrics
    .filter(({ samples }) => samples.length > 0)
    .flatMap(({ name, type, help, samples }) => [
      `# HELP ${name} ${help}`,
      `# TYPE ${name} ${type}`,
      ...samples.map(
        ({ suffix = '', labels = {}, value }) => `${name}${suffix}${written(labels)} ${value}`,
      ),
    ])
    .join('\n')}\n`

function written(labels: Readonly<Record<string, string>>): string {
  const all = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`)
  return all.length ? `{${all.join(',')}}` : ''
}

const escaped = (value: string): string =>
  value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
