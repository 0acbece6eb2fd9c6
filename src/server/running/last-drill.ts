/** When a backup was last tried out, and how that went: DATA_DIR/last-drill.json, beside the database and not in it. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { isDay } from '#domain/calendar/days.ts'
import type { Drill } from '#domain/doctor/judge.ts'
import { settings } from '#settings.ts'

const place = (): string => path.resolve(settings().dataDir, 'last-drill.json')

const drill = z.object({
  day: z.string().refine(isDay),
  at: z.number(),
  file: z.string(),
  problems: z.number(),
})

/** Null where there was none, or the note cannot be read. */
export function lastDrill(): Drill | null {
  try {
    return drill.parse(JSON.parse(readFileSync(place(), 'utf8')))
  } catch {
    return null
  }
}

export function noteDrill(done: Drill): void {
  writeFileSync(`${place()}.part`, `${JSON.stringify(done)}\n`, { mode: 0o600 })
  renameSync(`${place()}.part`, place())
}
