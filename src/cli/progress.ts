/** How far something long has come, on a terminal alone: a file or a pipe gets only the result. */

const EVERY_MS = 200

export function progressOf(all: number, of: string): { step(): void; end(): void } {
  const out = process.stderr
  let done = 0
  let toldAt = 0
  const tell = (): void => void out.write(`\r${done} of ${all} ${of}`)
  return {
    step() {
      done++
      const now = performance.now()
      if (!out.isTTY || now - toldAt < EVERY_MS) return
      toldAt = now
      tell()
    },
    end() {
      if (!out.isTTY || all === 0) return
      tell()
      out.write('\n')
    },
  }
}
