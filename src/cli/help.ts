/** What `alongside`, `alongside --help` and `alongside COMMAND --help` print. */
import type { Command } from './command.ts'

const CALL = 'npm run --silent alongside --'

/** Every command with what it does. */
export function listOf(commands: Readonly<Record<string, Command>>): string {
  const names = Object.keys(commands)
  const width = Math.max(...names.map((name) => name.length))
  return [
    'alongside: what is done at the terminal of the computer that Alongside runs on',
    '',
    ...names.map((name) => `  alongside ${name.padEnd(width)}  ${commands[name]?.does ?? ''}`),
    '',
    'Examples',
    ...names.slice(0, MOST_EXAMPLES).flatMap((name) => exampleOf(name, commands[name])),
    '',
    `One of them in full: ${CALL} COMMAND --help`,
    'Each ends with 0 when it is done, 1 when it failed, 2 when it was called in a way that does not exist, 3 when it found problems, 4 when it was refused and nothing has changed.',
  ].join('\n')
}

const MOST_EXAMPLES = 6

/** The last one says most. */
const exampleOf = (name: string, command: Command | undefined): string[] =>
  command ? [`  ${CALL} ${`${name} ${command.examples.at(-1) ?? ''}`.trim()}`] : []

/** One line: the name and what may stand after it. */
export const usageOf = (name: string, { takes, needs = 0, options }: Command): string =>
  [
    'alongside',
    name,
    ...takes.map((one, n) => (n < needs ? one.name : `[${one.name}]`)),
    ...Object.entries(options).map(([option, { value }]) => `[--${flag(option, value)}]`),
  ].join(' ')

/** @param family commands whose names begin with this one's */
export function helpOf(name: string, command: Command, family: readonly string[] = []): string {
  const { takes, options, more, examples, ends } = command
  const rows = [
    ...takes.map((one) => [one.name, one.help] as const),
    ...Object.entries(options).map(
      ([option, { value, help, multiple }]) =>
        [
          `--${flag(option, value)}`,
          multiple ? `${help}; may stand more than once` : help,
        ] as const,
    ),
    ['--help, -h', 'print this and do nothing'] as const,
  ]
  const width = Math.max(...rows.map(([left]) => left.length))
  return [
    usageOf(name, command),
    '',
    sentence(command.does),
    ...more,
    '',
    ...rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`),
    '',
    'Examples',
    ...examples.map((example) => `  ${CALL} ${`${name} ${example}`.trim()}`),
    ...(family.length
      ? ['', `See also: ${family.map((one) => `alongside ${one}`).join(', ')}`]
      : []),
    '',
    [
      'Ends with 0 when it is done',
      ...Object.entries(ends).map(([code, says]) => `${code} ${says}`),
    ].join(', ') + ', 2 when it was called in a way that does not exist.',
  ].join('\n')
}

const flag = (option: string, value: string | undefined): string =>
  value === undefined ? option : `${option} ${value}`

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
