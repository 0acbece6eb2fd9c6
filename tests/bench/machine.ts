/** What a reader has to know about the machine, and nothing that names it. */
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'
import { readFileSync } from 'node:fs'

export interface Machine {
  readonly cores: number
  readonly memoryGb: number
  readonly processor: string
  readonly node: string
  /** How many processes wanted a core in the minute before. */
  readonly load: number
}

export const machine = (): Machine => ({
  cores: availableParallelism(),
  memoryGb: Math.round(totalmem() / 1024 ** 3),
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  node: process.version,
  load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
})

export const machineWords = ({ cores, memoryGb, processor, node, load }: Machine): string =>
  `${cores} cores (${processor}), ${memoryGb} GB, Node ${node}, load at the beginning ${load}`

/** Megabytes of a process that lie in memory; NaN where there is no /proc. */
export function memoryOf(pid: number): number {
  try {
    const [, kb] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Number(kb) / 1024
  } catch {
    return Number.NaN
  }
}
