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
    `One of them in full: ${CALL} COMMAND --help`,
    `Called in the folder of the project: ${CALL} backup`,
  ].join('\n')
}

/** One line: the name and what may stand after it. */
export const usageOf = (name: string, { takes, needs = 0, options }: Command): string =>
  [
    'alongside',
    name,
    ...takes.map((one, n) => (n < needs ? one.name : `[${one.name}]`)),
    ...Object.entries(options).map(([option, { value }]) => `[--${flag(option, value)}]`),
  ].join(' ')

export function helpOf(name: string, command: Command): string {
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
