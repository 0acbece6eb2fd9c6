/** What was given, by whom: the environment says more than the file, and a setting in a file of its own is read there. */
import { readFileSync } from 'node:fs'
import type { SettingsFile } from './file.mjs'

export interface Given {
  readonly value: string
  /** For people: `environment`, `/srv/alongside/.env, line 3`, with the file behind NAME_FILE. */
  readonly from: string
}

export class SettingsError extends Error {}

/**
 * @param names of all settings
 * @returns only what was given; an empty value says nothing
 * @throws SettingsError where NAME and NAME_FILE stand in the same place, or that file cannot be read
 */
export function givenIn(
  env: Readonly<Record<string, string | undefined>>,
  file: SettingsFile | null,
  names: readonly string[],
): Readonly<Record<string, Given>> {
  const places = [
    { values: env, whereOf: () => 'environment' },
    ...(file
      ? [{ values: file.values, whereOf: (n: string) => `${file.path}, line ${file.lines[n]}` }]
      : []),
  ]
  return Object.fromEntries(
    names.flatMap((name) => {
      const place = places.find(({ values }) => values[name] || values[`${name}_FILE`])
      return place ? [[name, readOne(name, place.values, place.whereOf)] as const] : []
    }),
  )
}

function readOne(
  name: string,
  values: Readonly<Record<string, string | undefined>>,
  whereOf: (name: string) => string,
): Given {
  const [direct, path] = [values[name], values[`${name}_FILE`]]
  if (!path) return { value: direct ?? '', from: whereOf(name) }
  if (direct) throw new SettingsError(`${name} and ${name}_FILE: set only one of them`)
  return { value: readSecret(name, path), from: `${path} (${whereOf(`${name}_FILE`)})` }
}

/** @throws SettingsError where the file cannot be read */
function readSecret(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw new SettingsError(`${name}_FILE: ${file} cannot be read (${code})`, { cause: error })
  }
}
