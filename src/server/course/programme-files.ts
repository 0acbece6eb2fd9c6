/**
 * Programmes that an administrator edited: DATA_DIR/programmes/<slug>.yaml stands over the shipped file, and every
 * saved version stays in DATA_DIR/programmes/history/<slug>/<time>--<person>.yaml. A file that does not fit stops the start;
 * one that is spoilt while the server runs leaves what was read before, and so does a shared folder that is gone.
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
import { isFolderThere, requireFolder } from '#server/several/data-folder.ts'
import { settings } from '#settings.ts'
import { ProgrammeRefused } from './programme-refused.ts'

const SLUG = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/
const VERSION = /^(\d{13})--([0-9a-f-]{36})$/

const folder = (): string => path.join(settings().dataDir, 'programmes')
const historyFolder = (slug: string): string => path.join(folder(), 'history', slug)

interface Known {
  readonly stamp: string
  readonly files: ReadonlyMap<string, ProgrammeFile>
}
let known: Known | undefined

/**
 * By slug; the same object for as long as no file changed.
 * @throws ProgrammeRefused naming the file, where one does not fit and was never read in this process
 */
export function editedProgrammes(): ReadonlyMap<string, ProgrammeFile> {
  const names = namesThere()
  const stamp = (names ?? [])
    .map(
      (name) =>
        `${name} ${statSync(path.join(folder(), name), { throwIfNoEntry: false })?.mtimeMs ?? 0}`,
    )
    .join('\n')
  if (stamp === known?.stamp) return known.files
  // A share that is gone is no wish of anybody: nobody is shown what came with the course in place of their own crisis lines.
  if (known && (!names || !isFolderThere())) return known.files
  const files = new Map<string, ProgrammeFile>()
  for (const name of names ?? []) {
    const slug = name.slice(0, -'.yaml'.length)
    const read = SLUG.test(slug)
      ? readFile(path.join(folder(), name))
      : 'is no name of a programme: use lower-case words with hyphens'
    const file = typeof read === 'string' ? known?.files.get(slug) : read
    if (file) files.set(slug, file)
    else if (typeof read === 'string' && !known)
      throw new ProgrammeRefused(
        `${path.join(folder(), name)}: ${read}. Mend the file; or take it away, and the words that came with the course are shown.`,
      )
  }
  known = { stamp, files }
  return files
}

/** Null where the folder cannot be read, and was read before. */
function namesThere(): string[] | null {
  try {
    return existsSync(folder())
      ? readdirSync(folder()).filter((name) => name.endsWith('.yaml'))
      : []
  } catch (error) {
    if (!known) throw error
    return null
  }
}

/** Where a programme's words stand now, as the person at the terminal would look for them. */
export function placeOfWords(slug: string): string {
  return editedProgrammes().has(slug)
    ? path.join(folder(), `${slug}.yaml`)
    : `content/programmes/${slug}.yaml`
}

/** @returns the file, or what is wrong with it */
function readFile(file: string): ProgrammeFile | string {
  try {
    const parsed = programmeFile.safeParse(parse(readFileSync(file, 'utf8')))
    if (parsed.success) return parsed.data
    return parsed.error.issues
      .map((issue) => `${issue.path.map(String).join('.')}: ${issue.message}`)
      .join('; ')
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
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

/** Names the version in use; '' where only the shipped one is. */
export const newestVersion = (slug: string): string => listVersions(slug)[0]?.id ?? ''

/** In place of a version's id: the words that came with the course. */
export const SHIPPED = 'shipped'

/** Null for an unknown version. */
export const readVersion = (slug: string, id: string): ProgrammeFile | null =>
  SLUG.test(slug) && VERSION.test(id)
    ? fileOrNull(readFile(path.join(historyFolder(slug), `${id}.yaml`)))
    : null

const fileOrNull = (read: ProgrammeFile | string): ProgrammeFile | null =>
  typeof read === 'string' ? null : read

/** The history first, then the file itself in one rename: a crash between them loses nothing. */
export function writeProgramme(slug: string, file: ProgrammeFile, by: string, now: number): void {
  if (!SLUG.test(slug)) throw new Error('Bug: a programme slug from outside reached the disk.')
  requireFolder()
  const text = stringify(file, { lineWidth: 0 })
  mkdirSync(historyFolder(slug), { recursive: true, mode: 0o700 })
  writeFileSync(path.join(historyFolder(slug), `${now}--${by}.yaml`), text, { mode: 0o600 })
  const temporary = path.join(folder(), `${slug}.yaml.new`)
  writeFileSync(temporary, text, { mode: 0o600 })
  renameSync(temporary, path.join(folder(), `${slug}.yaml`))
}
