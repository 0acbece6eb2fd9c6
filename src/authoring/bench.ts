/** The workbench of one compilation: the files, and the problems found so far. */
import { z } from 'zod'
import type { Problem } from './problem.ts'
import type { Source, SourceFile } from './read.ts'

export class Bench {
  readonly source: Source
  readonly problems: Problem[]
  /** Files that could not be read: what they hold is not in the course, so nothing is said about links to it. */
  readonly unread = new Set<string>()
  constructor(source: Source, problems: readonly Problem[] = []) {
    this.source = source
    this.problems = [...problems]
  }

  error(file: string, field: string | readonly PropertyKey[], says: string, remedy: string): void {
    this.#add('error', file, field, says, remedy)
  }

  warning(
    file: string,
    field: string | readonly PropertyKey[],
    says: string,
    remedy: string,
  ): void {
    this.#add('warning', file, field, says, remedy)
  }

  /** The file's data when it is there and fits its schema, else null and a problem. */
  read<T>(path: string, schema: z.ZodType<T>, missing: 'error' | 'warning' = 'error'): T | null {
    const file = this.source.get(path)
    if (!file) this.#add(missing, path, '', 'the file is missing', remedyForMissing(path))
    const read = file && file.data !== undefined ? this.fit(file, schema) : null
    if (read === null) this.unread.add(path)
    return read
  }

  fit<T>(file: SourceFile, schema: z.ZodType<T>): T | null {
    if (file.data === null) {
      this.error(file.path, '', 'the file is empty', remedyForMissing(file.path))
      return null
    }
    const result = schema.safeParse(file.data)
    if (result.success) return result.data
    for (const issue of result.error.issues)
      this.error(file.path, placeOf(issue), saysFor(issue), remedyFor(issue))
    return null
  }

  /** Where the line is known and no field: in prose, or in a generated file. */
  errorAt(file: string, line: number, field: string, says: string, remedy: string): void {
    this.problems.push({ severity: 'error', file, field, says, remedy, line })
  }

  #add(
    severity: Problem['severity'],
    file: string,
    field: string | readonly PropertyKey[],
    says: string,
    remedy: string,
  ): void {
    const parts = typeof field === 'string' ? field.split('.').filter(Boolean) : field
    const line = this.source.get(file)?.lineOf(parts)
    this.problems.push({ severity, file, field: parts.map(String).join('.'), says, remedy, line })
  }
}

function remedyForMissing(path: string): string {
  if (path.startsWith('en/') && path.split('/').length > 2)
    return 'write the file, or take its slug out of the list'
  return /^[a-z]{2}\//.test(path) && !path.startsWith('en/')
    ? 'translate the English file'
    : 'write the file; docs/authoring.md says what stands in it'
}

/** The field with the slip in its name, so that its line is told. */
const placeOf = (issue: z.core.$ZodIssue): PropertyKey[] =>
  issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path

const isMissing = (issue: z.core.$ZodIssue): boolean =>
  issue.code === 'invalid_type' && issue.message.includes('undefined')

function saysFor(issue: z.core.$ZodIssue): string {
  if (isMissing(issue)) return 'it is missing'
  if (issue.code === 'unrecognized_keys') return `there is no field ${issue.keys.join(', ')} here`
  return issue.message
}

function remedyFor(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys')
    return `take ${issue.keys.join(', ')} out, or look for a slip in the name`
  if (isMissing(issue)) return 'add this field'
  if (issue.code === 'invalid_type' && issue.expected === 'never') return 'take it out here'
  if (issue.code === 'invalid_value') return `use one of: ${issue.values.map(String).join(', ')}`
  return 'see docs/authoring.md for this field'
}
