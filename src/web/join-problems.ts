/** What is wrong with the form of somebody who comes by a link, in words and by field. */
import { readingsOf } from '#domain/people/code.ts'
import type { Words } from '#i18n/words.ts'
import type { JoinProblem } from '#server/access/join-form.ts'

export function joinProblems(
  { account, ways }: Words,
  found: readonly JoinProblem[],
): Record<string, string> {
  const words: Record<JoinProblem['field'], Readonly<Record<string, string>>> = {
    ...account.problems,
    email: { malformed: ways.mine.emailMalformed },
    code: { missing: ways.opened.codeMissing },
  }
  return Object.fromEntries(found.map(({ field, problem }) => [field, words[field][problem] ?? '']))
}

/** Whether what was typed is the code of this address. */
export const isSameCode = (typed: string, secret: string): boolean =>
  readingsOf(typed).some((one) => readingsOf(secret).includes(one))
