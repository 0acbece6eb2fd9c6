/** What a quiz must be, besides its schema: a key in every form, and ids by which an answer names its form. */
import type { Bench } from './bench.ts'
import type { QuizFile } from './schema.ts'

type QuestionFile = QuizFile['questions'][number]
type FormFile = Pick<QuestionFile, 'options' | 'better'>
type Field = readonly PropertyKey[]

export function checkQuiz(
  bench: Bench,
  path: string,
  file: QuizFile,
  lessons: readonly string[],
): void {
  const seen = new Set<string>()
  file.questions.forEach((question, index) => {
    const field = ['questions', index]
    if (seen.has(question.id))
      bench.error(path, field, `"${question.id}" is used twice`, 'give each question its own id')
    seen.add(question.id)
    if (!lessons.includes(question.lesson))
      bench.error(
        path,
        [...field, 'lesson'],
        `this module has no lesson "${question.lesson}"`,
        `use one of: ${lessons.join(', ')}`,
      )
    checkKey(bench, path, field, question, question)
    if (question.star && !question.forms)
      bench.error(
        path,
        field,
        `"${question.id}" is a danger question (star), and has one form only`,
        'write a second one under `forms`: the same step, about another person and another scene',
      )
    checkForms(bench, path, field, question)
  })
}

function checkForms(bench: Bench, path: string, field: Field, question: QuestionFile): void {
  const ids = new Set<string>()
  const options = new Set(question.options.map(({ id }) => id))
  question.forms?.forEach((form, index) => {
    const at = [...field, 'forms', index]
    checkKey(bench, path, at, question, form)
    if (ids.has(form.id))
      bench.error(
        path,
        [...at, 'id'],
        `the form "${form.id}" is there twice`,
        'take the next letter',
      )
    ids.add(form.id)
    // Of true and false an answer says in which form it was given.
    if (question.kind === 'true-false') return
    const twice = form.options.filter(({ id }) => options.has(id)).map(({ id }) => id)
    if (twice.length > 0)
      bench.error(
        path,
        [...at, 'options'],
        `another form of "${question.id}" has the option ${twice.join(', ')}, too`,
        'give each option an id of its own, so that an answer says in which form it was given',
      )
    for (const { id } of form.options) options.add(id)
  })
}

function checkKey(
  bench: Bench,
  path: string,
  field: Field,
  { id, kind }: QuestionFile,
  form: FormFile,
): void {
  const ids = form.options.map((option) => option.id)
  if (new Set(ids).size < ids.length || ids.includes('unsure'))
    bench.error(
      path,
      [...field, 'options'],
      'an option id is used twice or is "unsure"',
      'rename it',
    )
  const right = form.options.filter((option) => option.right).length
  const wrong = ids.length - right
  if (kind === 'several' ? right < 2 || wrong < 1 : right !== 1)
    bench.error(
      path,
      [...field, 'options'],
      `"${id}" has ${right} right options`,
      kind === 'several'
        ? 'mark at least two with "right: true" and leave at least one wrong'
        : 'mark exactly one option with "right: true"',
    )
  if (kind === 'true-false' && ids.join() !== 'true,false')
    bench.error(
      path,
      [...field, 'options'],
      'a true-false question has other options',
      'give it the options "true" and "false", in this order',
    )
  if ((kind === 'what-would-you-say') !== (form.better !== undefined))
    bench.error(
      path,
      [...field, 'better'],
      '`better` and what-would-you-say belong together',
      form.better ? 'take `better` out' : 'add `better`: a line to compare with',
    )
}
