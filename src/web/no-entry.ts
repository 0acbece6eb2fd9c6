/** What is said to somebody who could not prove who they are: the same words and status wherever they try. */
import type { NoEntry } from '#server/access/sign-in.ts'

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
