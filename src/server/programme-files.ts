/**
 * Programmes that an administrator edited: DATA_DIR/programmes/<slug>.yaml stands over the shipped file, and every
 * saved version stays in DATA_DIR/programmes/history/<slug>/<time>--<person>.yaml. A file that does not fit is left out.
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { parse, stringify } from 'yaml'
import { programmeFile, type ProgrammeFile } from '#programme-file/programme-file.ts'
import { settings } from '#settings.ts'

const SLUG = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/
const VERSION = /^(\d{13})--([0-9a-f-]{36})$/

const folder = (): string => path.join(settings().dataDir, 'programmes')
const historyFolder = (slug: string): string => path.join(folder(), 'history', slug)

interface Known {
  readonly stamp: string
  readonly files: ReadonlyMap<string, ProgrammeFile>
}
let known: Known = { stamp: '', files: new Map() }

/** By slug; the same object for as long as no file changed. */
export function editedProgrammes(): ReadonlyMap<string, ProgrammeFile> {
  const names = existsSync(folder())
    ? readdirSync(folder()).filter((name) => name.endsWith('.yaml'))
    : []
  const stamp = names
    .map(
      (name) =>
        `${name} ${statSync(path.join(folder(), name), { throwIfNoEntry: false })?.mtimeMs ?? 0}`,
    )
    .join('\n')
  if (stamp === known.stamp) return known.files
  const files = new Map<string, ProgrammeFile>()
  for (const name of names) {
    const slug = name.slice(0, -'.yaml'.length)
    const file = SLUG.test(slug) ? readFile(path.join(folder(), name)) : null
    if (file) files.set(slug, file)
  }
  known = { stamp, files }
  return files
}

function readFile(file: string): ProgrammeFile | null {
  try {
    const parsed = programmeFile.safeParse(parse(readFileSync(file, 'utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

export interface ProgrammeVersion {
  /** Names it in a form. */
  readonly id: string
  /** Milliseconds since 1970. */
  readonly savedAt: number
  /** Person id. */
  readonly savedBy: string
}

/** Newest first. */
export function listVersions(slug: string): ProgrammeVersion[] {
  if (!SLUG.test(slug) || !existsSync(historyFolder(slug))) return []
  return readdirSync(historyFolder(slug))
    .flatMap((name) => {
      const [, time, savedBy] = VERSION.exec(name.replace(/\.yaml$/, '')) ?? []
      return time && savedBy ? [{ id: `${time}--${savedBy}`, savedAt: Number(time), savedBy }] : []
    })
    .sort((a, b) => b.savedAt - a.savedAt)
}

/** In place of a version's id: the words that came with the course. */
export const SHIPPED = 'shipped'

/** Null for an unknown version. */
export const readVersion = (slug: string, id: string): ProgrammeFile | null =>
  SLUG.test(slug) && VERSION.test(id)
    ? readFile(path.join(historyFolder(slug), `${id}.yaml`))
    : null

/** The history first, then the file itself in one rename: a crash between them loses nothing. */
export function writeProgramme(slug: string, file: ProgrammeFile, by: string, now: number): void {
  if (!SLUG.test(slug)) throw new Error('Bug: a programme slug from outside reached the disk.')
  const text = stringify(file, { lineWidth: 0 })
  mkdirSync(historyFolder(slug), { recursive: true, mode: 0o700 })
  writeFileSync(path.join(historyFolder(slug), `${now}--${by}.yaml`), text, { mode: 0o600 })
  const temporary = path.join(folder(), `${slug}.yaml.new`)
  writeFileSync(temporary, text, { mode: 0o600 })
  renameSync(temporary, path.join(folder(), `${slug}.yaml`))
}
