/**
 * Each build lies in a folder of its own, dist/<id>, and the file dist/current names the newest whole one.
 * A process chooses once and keeps what it chose: a build beside a running server changes nothing that it serves.
 * dist/in-use says which builds somebody runs. Plain JavaScript, because the starter builds before anything else.
 * A build is a release: it carries the code of server and command, and their packages (integrations/release.ts).
 */
import { randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const ID = /^\d{14}-[0-9a-f]{6}$/
/** Where builds lay before each had a folder of its own. */
const BEFORE = ['.built', 'client', 'course', 'package-host', 'player', 'server']
/** A process of another machine or container says every minute that it runs. */
const BEAT_MS = 60_000
const SILENT_MS = 10 * BEAT_MS

/** Says which release lies beside it. */
export const RELEASE = 'release.json'
/** In a build's folder: what runs it without the project's folder (integrations/release.ts). */
export const RUN = 'run'
const root = folderAround(fileURLToPath(import.meta.url))
/** The release whose code this process runs, wherever it was called; null where it runs the source. */
const own = root !== null && existsSync(path.join(root, RELEASE)) ? root : null
/** Where .env, data and dist lie: relative paths are read from here. */
export const HOME = own ? path.resolve(own, '../../..') : (root ?? process.cwd())

/** @param {string} file @returns {string | null} null in Astro's bundle, which carries a copy of this file elsewhere */
function folderAround(file) {
  return file.endsWith(path.join('src', 'builds.mjs')) ? path.resolve(file, '../..') : null
}

const dist = () => process.env['ALONGSIDE_DIST'] ?? (own ? path.resolve(own, '../..') : 'dist')
export const folderOf = (/** @type {string} */ id) => path.join(dist(), id)

/** The id of a build that begins now. @returns {string} */
export const newBuild = () =>
  `${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}-${randomBytes(3).toString('hex')}`

/** @returns {string | null} the newest whole build */
export const currentBuild = () => named('current')

/** @returns {string | null} the one that was the newest before it: it stays, as the way back */
export const previousBuild = () => named('previous')

/** @param {string} pointer */
function named(pointer) {
  try {
    const id = readFileSync(path.join(dist(), pointer), 'utf8').trim()
    return ID.test(id) && existsSync(folderOf(id)) ? id : null
  } catch {
    return null
  }
}

/** When what is in the newest build was read, in milliseconds. @returns {number} */
export const builtAt = () =>
  currentBuild() ? statSync(path.join(dist(), 'current')).mtimeMs : Number.NEGATIVE_INFINITY

/** From now on whoever starts takes this build. @param {string} id @param {Date} startedAt */
export function switchTo(id, startedAt) {
  const before = currentBuild()
  if (before !== null && before !== id) point('previous', before, startedAt)
  // What changed while it was built is not in it.
  point('current', id, startedAt)
}

/** @param {string} pointer @param {string} id @param {Date} at */
function point(pointer, id, at) {
  const file = path.join(dist(), pointer)
  const next = `${file}.${id}`
  writeFileSync(next, `${id}\n`)
  utimesSync(next, at, at)
  renameSync(next, file)
}

/** @type {Record<symbol, string | undefined>} hang there because Astro's bundle carries a copy of this file */
const shared = /** @type {never} */ (globalThis)
const CHOSEN = Symbol.for('alongside.build')
const CODE = Symbol.for('alongside.code')
if (root) shared[CODE] = root

/** The folder with the src and db that this process runs: its release's, or the project's. @returns {string} */
export const codeFolder = () => shared[CODE] ?? '.'

/**
 * The folder of the build that this process uses, chosen at the first call.
 * @returns {string | null} null where nothing is built
 */
export function findBuilt() {
  return (shared[CHOSEN] ??= own ? path.dirname(own) : newestFolder()) ?? null
}

function newestFolder() {
  const id = currentBuild()
  return id === null ? undefined : folderOf(id)
}

/** @returns {string} @throws {Error} where nothing is built */
export function builtFolder() {
  const folder = findBuilt()
  if (!folder) throw new Error('Nothing is built yet. Run: npm run build')
  return folder
}

/**
 * Where Astro's bundle lies: in a release beside its packages.
 * @param {string} built the folder of the build
 */
export const serverFolder = (built) => path.join(own ?? built, 'server')

/**
 * `0.2.0`, as package.json says it, which is the one place.
 * @returns {string}
 */
export const version = () =>
  JSON.parse(readFileSync(path.join(codeFolder(), 'package.json'), 'utf8')).version

/** `0.2.0+20261130151303-c040bd`: version and build, which alone tells two builds of one version apart. */
export function fullVersion() {
  const built = findBuilt()
  return built === null ? version() : `${version()}+${path.basename(built)}`
}

/**
 * Says that this process runs that build (or makes it), so that no later build clears it away.
 * @param {string} id
 * @returns {() => void} for when it ends
 */
export function markInUse(id) {
  const mark = path.join(dist(), 'in-use', `${id}--${process.pid}`)
  const beat = () => {
    try {
      mkdirSync(path.dirname(mark), { recursive: true })
      writeFileSync(mark, '')
    } catch {
      // A folder that only others may write in: whoever runs this server builds nothing there.
    }
  }
  beat()
  const timer = setInterval(beat, BEAT_MS).unref()
  return () => {
    clearInterval(timer)
    rmSync(mark, { force: true })
  }
}

/** Clears away old builds that nobody runs. One of a few minutes ago may just have been chosen. */
export function tidyBuilds() {
  for (const name of BEFORE) rmSync(path.join(dist(), name), { recursive: true, force: true })
  const kept = inUse()
    .add(currentBuild() ?? '')
    .add(previousBuild() ?? '')
  for (const id of readdirSync(dist()).filter((name) => ID.test(name) && !kept.has(name)))
    if (Date.now() - statSync(folderOf(id)).mtimeMs > SILENT_MS)
      rmSync(folderOf(id), { recursive: true, force: true })
}

/** @returns {Set<string>} ids; the marks of those that ended are cleared away */
function inUse() {
  const folder = path.join(dist(), 'in-use')
  const marks = existsSync(folder) ? readdirSync(folder) : []
  return new Set(
    marks.flatMap((name) => {
      const [id = '', pid] = name.split('--')
      const file = path.join(folder, name)
      const beat = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
      if (Date.now() - beat < SILENT_MS || isRunning(Number(pid))) return [id]
      rmSync(file, { force: true })
      return []
    }),
  )
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // It runs, and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
