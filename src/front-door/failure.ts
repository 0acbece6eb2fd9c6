/** What an error means for the one who asked, and what of it may stand in a log. */

export type Failure = 410 | 500 | 503 | 507

/** What is over by itself, or by what an operator does. */
const PASSES = ['DatabaseBusy', 'DatabaseAway', 'DatabaseNewer', 'FolderAway']

/** The status for an error that reached the outermost catch. Goes by name: see db/engine/errors.ts. */
export function failureStatus(error: unknown): Failure {
  const names = chain(error).map(({ name }) => name)
  if (names.some((name) => PASSES.includes(name))) return 503
  if (names.includes('PersonErased')) return 410
  return names.includes('DatabaseFull') ? 507 : 500
}

/** The one who asked went away in the middle of the answer: nobody's mistake. */
export const isHangUp = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  /^(ERR_STREAM_PREMATURE_CLOSE|ECONNRESET|EPIPE)$/.test(String(error.code))

/** Messages of these are written by the engine or by us; others may quote what a person typed. */
const SAFE =
  /^(TypeError|ReferenceError|BackupRefused|DatabaseAway|DatabaseBusy|DatabaseFull|DatabaseNewer|DatabaseRefused|FolderAway|GuardFailed|PersonErased|ProgrammeRefused)$/

/** One error for the log: names, codes and places, but no message that could quote a person. */
export function describeFailure(error: unknown): string {
  const errors = chain(error)
  if (errors.length === 0) return `threw something that is no error (${typeof error})`
  return errors.map(describe).join('\ncaused by ')
}

function describe(error: Error): string {
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : ''
  const message = SAFE.test(error.name) ? `: ${error.message.split('\n', 1)[0] ?? ''}` : ''
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return [`${error.name}${code}${message}`, ...frames.slice(0, 12)].join('\n')
}

function chain(error: unknown): Error[] {
  const found: Error[] = []
  for (let at = error; at instanceof Error && found.length < 5; at = at.cause) found.push(at)
  return found
}
