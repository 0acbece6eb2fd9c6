/** Prints what counts of each setting and where it was said, secrets masked. */
import { ABOUT } from '#settings/about.ts'
import { maskSecret } from '#settings/mask.ts'
import { readableSettings, SETTING_NAMES, settingsAsGiven } from '#settings.ts'
import type { Given } from './given.ts'

/** Where a value stands that nobody gave. */
const LEFT_OUT = 'left out'

export function run(options: Given): number {
  const { file, given } = settingsAsGiven()
  const { inForce, problems } = readableSettings()
  const rows = SETTING_NAMES.filter((name) => given[name] || !ABOUT[name].isOurs).map((name) => {
    const { value, from } = given[name] ?? {
      value: inForce[name] ?? ABOUT[name].unset,
      from: LEFT_OUT,
    }
    return { name, value: maskSecret(value, given[name] ? ABOUT[name].secret : undefined), from }
  })
  const known = new Set<string>(SETTING_NAMES.flatMap((name) => [name, `${name}_FILE`]))
  const others = Object.keys(file?.values ?? {}).filter(
    (name) => !known.has(name) && !problems.some((problem) => problem.startsWith(`${name}:`)),
  )
  if (options.is('json'))
    console.log(
      JSON.stringify(
        {
          file: file?.path ?? null,
          settings: Object.fromEntries(
            rows.map(({ name, value, from }) => [name, { value, from }]),
          ),
          others,
          problems,
        },
        null,
        2,
      ),
    )
  else tell(file?.path ?? null, rows, others, problems)
  return problems.length ? 3 : 0
}

function tell(
  file: string | null,
  rows: readonly { readonly name: string; readonly value: string; readonly from: string }[],
  others: readonly string[],
  problems: readonly string[],
): void {
  const widthOf = (texts: readonly string[]): number => Math.max(...texts.map((one) => one.length))
  const names = widthOf(rows.map(({ name }) => name))
  const values = Math.min(50, widthOf(rows.map(({ value }) => value)))
  console.log(
    [
      file
        ? `The environment counts before ${file}.`
        : 'There is no file with settings: only the environment counts.',
      '',
      ...rows.map(
        ({ name, value, from }) => `${name.padEnd(names)}  ${value.padEnd(values)}  ${from}`,
      ),
      ...(others.length ? ['', `Also in the file, and not ours: ${others.join(', ')}.`] : []),
    ].join('\n'),
  )
  if (problems.length) console.error(`\nThese settings are wrong:\n${problems.join('\n')}`)
}
