import { newFolder, peopleSeenElsewhere, run, type Folder } from './temporary.ts'

export interface Rounds {
  /** Every id whose write was acknowledged, over all rounds. */
  readonly kept: readonly string[]
  /** Those of them that are not in the file. */
  readonly lost: readonly string[]
  readonly folder: Folder
}

/** Starts a writer with 12 clients, kills it after so many lines, and again, on one database. */
export async function killRounds(kills: number, linesBeforeAKill: number): Promise<Rounds> {
  const folder = newFolder()
  const kept: string[] = []
  for (let kill = 0; kill < kills; kill++) {
    const writer = run('writer.ts', folder.dataDir, '12', `k${kill}`)
    await writer.line('open')
    while (writer.lines.length < linesBeforeAKill)
      await new Promise((resolve) => setTimeout(resolve, 5))
    await writer.kill()
    if (writer.errors()) throw new Error(writer.errors())
    kept.push(...idsKept(writer.lines))
  }
  const there = new Set(await peopleSeenElsewhere(folder.url))
  return { kept, lost: kept.filter((id) => !there.has(id)), folder }
}

/** A lock of 6 seconds from another program while 12 clients write, then kill -9, again and again. */
export async function busyRounds(rounds: number): Promise<Rounds> {
  const folder = newFolder()
  const kept: string[] = []
  for (let round = 0; round < rounds; round++) {
    const writer = run('writer.ts', folder.dataDir, '12', `b${round}`)
    await writer.line(`kept b${round}-0-1`)
    const holder = run('holder.ts', folder.file, '6000')
    await holder.line('held')
    const before = writer.lines.length
    await holder.line('free')
    while (writer.lines.length < before + 100)
      await new Promise((resolve) => setTimeout(resolve, 20))
    await writer.kill()
    await holder.kill()
    if (writer.errors()) throw new Error(writer.errors())
    kept.push(...idsKept(writer.lines))
  }
  const there = new Set(await peopleSeenElsewhere(folder.url))
  return { kept, lost: kept.filter((id) => !there.has(id)), folder }
}

const idsKept = (lines: readonly string[]): string[] =>
  lines.flatMap((line) => (line.startsWith('kept ') ? [line.slice('kept '.length)] : []))
