/** Finds the command that was meant, reads what was written after it, and runs it. */
import { existsSync } from 'node:fs'
import { fullVersion } from '#builds.mjs'
import { BackupRefused, DatabaseAway, DatabaseRefused } from '#db/engine/errors.ts'
import { ProgrammeRefused } from '#server/course/programme-refused.ts'
import { SettingsError } from '#settings/given.ts'
import { CouldNot, Misuse, Refused, type Command } from './command.ts'
import { COMMANDS } from './commands.ts'
import { readGiven } from './read-given.ts'
import { helpOf, listOf, usageOf } from './help.ts'
import { nearest } from './nearest.ts'

const HELP = ['--help', '-h']

/**
 * @param words what was written after `alongside`
 * @param from the folder in which it was written: files are named from there
 * @returns the exit code: 0 done, 1 not possible now, 2 no such command or option, 3 problems found, 4 refused
 */
export async function runCommand(words: readonly string[], from = process.cwd()): Promise<number> {
  const [first = ''] = words
  if (words.length === 0 || HELP.includes(first) || first === 'help') return tellList()
  if (first === '--version' || first === '-v') return tellVersion()
  const found = findCommand(words)
  if (!found) return tellUnknown(words)
  const { name, command, args } = found
  const beforeEnd = args.includes('--') ? args.slice(0, args.indexOf('--')) : args
  if (beforeEnd.some((arg) => HELP.includes(arg))) {
    console.log(helpOf(name, command, familyOf(name)))
    return 0
  }
  try {
    const given = readGiven(name, command, args, from)
    if (name.startsWith('course ') && !existsSync('content'))
      throw new CouldNot(
        'The text of the course is not here: a release carries only what was built of it. Call this in the folder of the source.',
      )
    return await (await command.load()).run(given)
  } catch (error) {
    if (error instanceof Misuse) {
      console.error(
        `${error.message}\n\n${usageOf(name, command)}\nIn full: alongside ${name} --help`,
      )
      return 2
    }
    const told = toldOf(error)
    if (told === null) throw error
    console.error(told.says)
    return told.code
  }
}

/** The longest name that fits, and what stands after it. */
export function findCommand(words: readonly string[]): FoundCommand | null {
  const name = Object.keys(COMMANDS)
    .sort((a, b) => b.length - a.length)
    .find((one) => words.slice(0, one.split(' ').length).join(' ') === one)
  const command = name === undefined ? undefined : COMMANDS[name]
  if (name === undefined || !command) return null
  return { name, command, args: words.slice(name.split(' ').length) }
}

interface FoundCommand {
  readonly name: string
  readonly command: Command
  readonly args: string[]
}

/** What somebody at the terminal can do something about, and how it ends; null for a bug. */
function toldOf(error: unknown): { readonly says: string; readonly code: number } | null {
  if (error instanceof SettingsError)
    return { says: `These settings are wrong:\n${error.message}`, code: 1 }
  if (error instanceof CouldNot || error instanceof DatabaseAway)
    return { says: error.message, code: 1 }
  const isRefused =
    error instanceof Refused ||
    error instanceof DatabaseRefused ||
    error instanceof BackupRefused ||
    error instanceof ProgrammeRefused
  return isRefused ? { says: error.message, code: 4 } : null
}

function tellList(): number {
  console.log(listOf(COMMANDS))
  return 0
}

function tellVersion(): number {
  console.log(`alongside ${fullVersion()}`)
  return 0
}

/** A family such as `course` is answered with its commands, a slip with what was probably meant. */
function tellUnknown(words: readonly string[]): number {
  const [first = '', second = ''] = words
  const family = familyOf(first)
  const wantsHelp = HELP.includes(second)
  if (family.length && (second === '' || wantsHelp)) {
    const list = listOf(Object.fromEntries(family.flatMap((name) => entryOf(name))))
    console[wantsHelp ? 'log' : 'error'](list)
    return wantsHelp ? 0 : 2
  }
  const said = words.slice(0, second.startsWith('-') ? 1 : 2).join(' ')
  const meant = nearest(said, Object.keys(COMMANDS)) ?? nearest(first, Object.keys(COMMANDS))
  const rest = family.length
    ? `There is: ${family.join(', ')}.\nIn full: alongside ${first} --help`
    : 'Every command: alongside --help'
  console.error(
    `There is no command "${said}".${meant ? ` Did you mean "${meant}"?` : ''}\n${rest}`,
  )
  return 2
}

/** `backup` is a command, and `backup verify` one more. */
const familyOf = (name: string): string[] =>
  Object.keys(COMMANDS).filter((one) => one.startsWith(`${name} `))

const entryOf = (name: string) => {
  const command = COMMANDS[name]
  return command ? [[name, command] as const] : []
}
