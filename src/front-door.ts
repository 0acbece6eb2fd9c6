/** Starts the built platform: settings, database, Astro's handler, then the door. `node src/front-door.ts` */
import { readdirSync } from 'node:fs'
import type { Server } from 'node:http'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { findBuilt, fullVersion, HOME, markInUse, serverFolder } from '#builds.mjs'
import { canWrite, closeDatabase, DatabaseRefused, openDatabase } from '#db/client.ts'
import { takeOver } from '#db/engine/take-over.ts'
import { createFrontDoor, type AstroHandler } from '#front-door/create-front-door.ts'
import { listenForCommands } from '#front-door/control-socket.ts'
import { logAnswered, logFailure, logWords } from '#front-door/log.ts'
import { checkRecipients } from '#server/running/back-up.ts'
import { nobodyToTell } from '#front-door/security-txt.ts'
import { ProgrammeRefused } from '#server/course/programme-refused.ts'
import { portWords } from '#port-words.mjs'
import { SettingsError, settings } from '#settings.ts'

/** How long requests may still take after SIGTERM. */
const DRAIN_MS = 10_000

const log = (text: string): void => console.error(text)

class NotStarted extends Error {}

// By itself V8 lets garbage grow to several times of what is in use before it looks for it: 600 MB where 390 do (docs/performance.md).
setFlagsFromString('--heap-growing-percent=30')
// What it writes is for the account that runs it, whatever the machine's habit is.
process.umask(0o077)
// Whoever read what it prints may go away; to say so would be printed, too, and so on without end.
for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined)
process.chdir(HOME)
await start().catch((error: unknown) => {
  log(wordsFor(error))
  process.exit(1)
})

async function start(): Promise<void> {
  const current = settings()
  await checkRecipients()
  const built = findBuilt()
  if (!built) throw new NotStarted('Nothing is built yet. Run: npm run build')
  const database = {
    url: current.databaseUrl,
    authToken: current.databaseAuthToken,
    dataDir: current.dataDir,
  }
  const { promise: opened, resolve: open } = Promise.withResolvers<void>()
  let handler: AstroHandler = () => Promise.reject(new Error('Bug: asked before it was open.'))
  const { ownMetrics } = await import('#server/running/own-metrics.ts')
  const door = createFrontDoor({
    settings: current,
    handler: (...asked) => handler(...asked),
    clientDir: path.resolve(built, 'client'),
    packageHostDir: path.resolve(built, 'package-host'),
    opened,
    canWrite,
    version: fullVersion(),
    gauges: () => ownMetrics(Date.now()),
    failed: logFailure,
    answered: logAnswered,
  })
  // First of all: a probe is told that it is starting, however long a migration takes.
  await listen(door.server, current.port, current.host)
  const unmark = markInUse(path.basename(built))
  // From here on nothing that a request does may end the process.
  process.on('uncaughtException', (error) => logFailure(error))
  process.on('unhandledRejection', (error) => logFailure(error))
  await takeOver(database)
  await openDatabase(database)
  const { refuseCast } = await import('#server/access/cast.ts')
  await refuseCast()
  const { checkDataFolder } = await import('#server/several/data-folder.ts')
  await checkDataFolder(Date.now())
  const { checkProgrammes } = await import('#server/course/check-programmes.ts')
  await checkProgrammes(Date.now())
  const entry = await load(path.join(serverFolder(built), 'entry.mjs'))
  handler = (entry as { handler: AstroHandler }).handler
  const { followRenames } = await import('#server/releases/follow-renames.ts')
  const { loadFormer } = await import('#server/course/load-course.ts')
  const { inTurn } = await import('#server/several/one-at-a-time.ts')
  await inTurn('renames', () => followRenames(loadFormer(), Date.now()))
  const { firstStart } = await import('#server/access/first-start.ts')
  const words = await firstStart(Date.now())
  open()
  const { jobWords, resetWords } = await import('#web/mail-words.ts')
  const commands = await listenForCommands(current.dataDir, resetWords)
  const { startDaily } = await import('#server/running/daily.ts')
  const stopDaily = startDaily((error) => logFailure(error), logWords, jobWords)
  stopOnSignal(async () => {
    commands?.close()
    unmark()
    stopDaily()
    await door.drain(DRAIN_MS)
  })
  loadPages(serverFolder(built)).catch((error: unknown) => logFailure(error))
  void import('#server/course/unreleased.ts')
    .then(({ unreleasedInWords }) => unreleasedInWords(Date.now()))
    .then((unreleased) => unreleased && logWords(unreleased))
  const nobody = nobodyToTell(current.production, current.securityContacts)
  if (nobody) logWords(nobody)
  console.log(`Alongside is at ${current.origin}\n${words ? `\n${words}` : ''}`)
}

function load(file: string): Promise<unknown> {
  return import(pathToFileURL(path.resolve(file)).href)
}

/** Pages are loaded when first asked for; loaded now, nothing that happens to the packages can change them. */
async function loadPages(folder: string): Promise<void> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  for (const name of names.filter((one) => one.endsWith('.mjs')))
    await load(path.join(folder, name))
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function stopOnSignal(drain: () => Promise<void>): void {
  let stopping = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      // Ctrl-C reaches this process twice: from the terminal, and from the starter that passes it on.
      if (stopping) return
      stopping = true
      drain()
        .then(closeDatabase)
        .then(
          () => process.exit(0),
          (error: unknown) => {
            logFailure(error)
            process.exit(1)
          },
        )
    })
}

/** Plain words for the person at the terminal; the whole error only where nobody foresaw it. */
function wordsFor(error: unknown): string {
  if (error instanceof SettingsError) return `These settings are wrong:\n${error.message}`
  if (error instanceof ProgrammeRefused)
    return `The words of a programme are missing:\n${error.message}`
  if (error instanceof DatabaseRefused || error instanceof NotStarted) return error.message
  const { code, syscall } = error as NodeJS.ErrnoException
  const port = syscall === 'listen' ? portWords(code, settings().port) : undefined
  if (port) return port
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
