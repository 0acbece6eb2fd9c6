/** A programme that is missing or cannot be read. Never another one's words in its place: they hold crisis lines (R42). */
export class ProgrammeRefused extends Error {
  override readonly name = 'ProgrammeRefused'
}
