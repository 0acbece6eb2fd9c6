/** What is wrong in the content, told to an author: which file, which field, what to do. */
export interface Problem {
  /** `error` stops the build; `warning` is shown. */
  readonly severity: 'error' | 'warning'
  /** Path below `content/`. */
  readonly file: string
  readonly field: string
  readonly says: string
  readonly remedy: string
  readonly line?: number | undefined
}

export function tell(problem: Problem): string {
  const place = problem.line ? `content/${problem.file}:${problem.line}` : `content/${problem.file}`
  const field = problem.field ? ` (${problem.field})` : ''
  return `${problem.severity}: ${place}${field}: ${problem.says}\n  -> ${problem.remedy}`
}

export class AuthorError extends Error {
  readonly problems: readonly Problem[]
  constructor(problems: readonly Problem[]) {
    super(`The course cannot be built.\n${problems.map(tell).join('\n')}`)
    this.problems = problems
  }
}

/** Only what is released is built; src/cli/prepare.mjs knows this error by its name. */
export class NotReleased extends Error {
  override readonly name = 'NotReleased'
  constructor() {
    super(
      'NotReleased: "alongside course changes" names what the course says and has not released.',
    )
  }
}
