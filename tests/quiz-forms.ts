/** In which form a page asks a question: what a test answers by must be what stands there. */
import type { Frame, Page } from '@playwright/test'
import {
  asWritten,
  formsOf,
  UNSURE,
  type AskedQuestion,
  type Question,
} from '#domain/course/quiz.ts'

/** The question as the form on the page asks it; the form's hidden field names it, and the first one has none. */
export async function askedOn(page: Page | Frame, question: Question): Promise<AskedQuestion> {
  const form = await page
    .locator('main input[name=form]')
    .evaluateAll((fields) => fields.map((one) => (one as HTMLInputElement).value))
  return asWritten(question, form[0])
}

/** The same of a page's text. */
export const askedIn = (html: string, question: Question): AskedQuestion =>
  asWritten(question, / name="form" value="([a-z])"/.exec(html)?.[1])

/** Whichever of its forms is asked. */
export const asksOf = (question: Question): RegExp =>
  new RegExp(
    formsOf(question)
      .map(({ ask }) => ask.replace(/\s+/g, ' ').trim())
      .map((ask) => ask.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
      .join('|'),
  )

export const rightOf = ({ options }: Pick<AskedQuestion, 'options'>): string[] =>
  options.filter(({ right }) => right).map(({ id }) => id)

/**
 * What to answer next, so that each wrong answer of each form is given once, half of what is right too, "I am not sure" at
 * least once in each, and at last the right one. What went wrong is asked next in another form.
 */
export function everyWrongAnswer(
  question: Question,
): (asked: AskedQuestion) => { readonly isRight: boolean; readonly options: readonly string[] } {
  const left = new Map(
    formsOf(question).map(({ id, options }): [string, string[][]] => [
      id,
      [
        ...options.filter(({ right }) => !right).map((option) => [option.id]),
        ...(question.kind === 'several' ? rightOf({ options }).map((one) => [one]) : []),
        [UNSURE],
      ],
    ]),
  )
  return (asked) => {
    const next = left.get(asked.form)?.shift()
    if (next) return { isRight: false, options: next }
    const isDone = [...left.values()].every(({ length }) => length === 0)
    return isDone
      ? { isRight: true, options: rightOf(asked) }
      : { isRight: false, options: [UNSURE] }
  }
}
