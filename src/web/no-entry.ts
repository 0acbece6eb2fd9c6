/** What is said to somebody who could not prove who they are: the same words and status wherever they try. */
import type { NoEntryByCode } from '#server/access/open-by-code.ts'
import type { NoEntry } from '#server/access/sign-in.ts'
import type { Waiting } from '#server/forms/sealed-words.ts'

/** When to try again, and whom to ask in the meantime. */
export const tooManyWords = ({ words, programme }: App.Locals, minutes: number): string =>
  `${words.account.tooMany(minutes)} ${words.account.tooManyHelp(programme.contact.name, programme.contact.phone)}`

/** By field. @param prefix of the fields' names */
export function noEntryWords(
  locals: App.Locals,
  answer: NoEntry,
  prefix = '',
): Record<string, string> {
  const t = locals.words.account
  if (answer.kind === 'missing')
    return Object.fromEntries(
      answer.fields.map((field) => [
        prefix + field,
        field === 'name' ? t.nameMissing : t.passwordMissing,
      ]),
    )
  const said = answer.kind === 'wrong' ? t.wrong : tooManyWords(locals, answer.minutes)
  return { [`${prefix}name`]: said }
}

const STATUS = { missing: 422, wrong: 401, 'too-many': 429 } as const
export const statusOf = ({ kind }: NoEntry): number => STATUS[kind]

/** Why a code let nobody in. */
export function codeProblem(locals: App.Locals, answer: NoEntryByCode): string {
  const t = locals.words.ways
  if (answer.kind === 'too-many') return tooManyWords(locals, answer.minutes)
  if (answer.kind === 'malformed') return t.codeMalformed
  return answer.kind === 'unknown' ? t.codeWrong : t.codeClosed
}

/** What is said on a page that keeps a form. @param status where nobody tried to come in yet */
export function notAgain(
  locals: App.Locals,
  { problem }: Waiting,
  status: number,
): { readonly problems: Record<string, string>; readonly status: number } {
  if (!problem) return { problems: {}, status }
  if (problem.by === 'step')
    return { problems: { [problem.field]: problem.words }, status: problem.status }
  if (problem.by === 'name')
    return {
      problems: noEntryWords(locals, problem.answer, 'again-'),
      status: statusOf(problem.answer),
    }
  return {
    problems: { 'again-code': codeProblem(locals, problem.answer) },
    status: problem.answer.kind === 'too-many' ? 429 : 422,
  }
}
