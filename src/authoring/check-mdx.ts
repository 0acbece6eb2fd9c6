/** Compiles the MDX of a page as the build does, so that a slip is found where the author looks. */
import { mdxToJs } from 'satteri'

/** @param index place in `body` */
export type SaysAt = (what: string, remedy: string, index: number) => void

export function checkMdx(says: SaysAt, body: string): void {
  const problem = compile(body)
  if (problem)
    says(
      problem.what,
      'close every part that is opened, leave an empty line around it, and write no { or } in plain text',
      indexOf(body, problem.line, problem.column),
    )
  // What stands between braces is code: it compiles, and stops the build only when the page is drawn.
  for (const { index, 0: brace } of withoutComments(body).matchAll(/[{}]/g)) {
    if (problem) break
    says(`there is a ${brace} in the text`, 'write it in words: a brace begins code here', index)
  }
}

interface Slip {
  readonly what: string
  readonly line: number
  readonly column: number
}

function compile(body: string): Slip | null {
  try {
    void mdxToJs(body, {})
    return null
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    const [, line = '1', column = '1', what = said] =
      /^(\d+):(\d+): ([\s\S]*?)(?: \(mdx[\w-]*:[\w-]+\))?$/.exec(said) ?? []
    return { what: `it is no MDX: ${what}`, line: Number(line), column: Number(column) }
  }
}

const indexOf = (body: string, line: number, column: number): number =>
  body
    .split('\n')
    .slice(0, line - 1)
    .reduce((sum, text) => sum + text.length + 1, column - 1)

/** Of the same length, so that places stay places. */
const withoutComments = (body: string): string =>
  body.replace(/\{\/\*[\s\S]*?\*\/\}/g, (comment) => ' '.repeat(comment.length))
