/** What somebody wrote after a command's name, read once for all commands by node's own parser. */
import path from 'node:path'
import { parseArgs } from 'node:util'
import { Misuse, type Command } from './command.ts'
import { Given, type Values } from './given.ts'
import { nearest } from './nearest.ts'

/** @param from the folder that named files are looked for in @throws Misuse with the right word */
export function readGiven(name: string, command: Command, args: string[], from: string): Given {
  const { values, positionals } = parse(name, command, args)
  const { takes, needs = 0, takesPaths } = command
  const isOpen = takes.at(-1)?.name.endsWith('…') ?? false
  const extra = positionals[takes.length]
  if (extra !== undefined && !isOpen)
    throw new Misuse(`"${extra}" is one word too many for ${name}.`)
  if (positionals.length < needs)
    throw new Misuse(`${takes[positionals.length]?.name ?? ''} is missing.`)
  const place = (file: string): string => path.resolve(from, file)
  const placed = Object.entries(values).map(([option, value]) => [
    option,
    typeof value === 'string' && command.options[option]?.isPath ? place(value) : value,
  ])
  return new Given(
    Object.fromEntries(placed) as Values,
    takesPaths ? positionals.map(place) : positionals,
  )
}

function parse(
  name: string,
  command: Command,
  args: string[],
): { values: Values; positionals: string[] } {
  const options = Object.entries(command.options).map(([option, { value, multiple = false }]) => [
    option,
    { type: value === undefined ? 'boolean' : 'string', multiple } as const,
  ])
  try {
    return parseArgs({
      args,
      strict: true,
      allowPositionals: true,
      options: Object.fromEntries(options) as Record<string, { type: 'string' | 'boolean' }>,
    })
  } catch (error) {
    throw new Misuse(saysFor(error, name, Object.keys(command.options)))
  }
}

/** Node's parser tells developers; this tells who typed it. */
function saysFor(error: unknown, name: string, options: readonly string[]): string {
  if (!(error instanceof Error && 'code' in error)) throw error
  const option = /'(-[^' ]*)/.exec(error.message)?.[1] ?? ''
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const meant = nearest(option.replace(/^-+/, ''), options)
    return `${name} has no option ${option}.${meant ? ` Did you mean --${meant}?` : ''}`
  }
  if (error.code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
    const named = /'(?:-\w, )?--([\w-]+)/.exec(error.message)?.[1] ?? option
    return /does not take an argument/.test(error.message)
      ? `--${named} takes no value.`
      : `--${named} needs a value after it.`
  }
  return error.message
}
