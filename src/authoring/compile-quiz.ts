/** One module's quiz, with its words in one language. */
import type { Language } from '#domain/course/language.ts'
import type { FormWords, Question, Quiz } from '#domain/course/quiz.ts'
import type { Bench } from './bench.ts'
import { checkQuiz } from './check-quiz.ts'
import * as schema from './schema.ts'
import { freshness } from './translation.ts'

type QuestionFile = schema.QuizFile['questions'][number]
type WrittenForm = Pick<QuestionFile, 'ask' | 'options' | 'unsure' | 'better'>
type FormFile = NonNullable<QuestionFile['forms']>[number]
type SaidForm = NonNullable<schema.QuizWords['questions'][string]['forms']>[string]

/** Null where the module has no quiz file that can be read. */
export function compileQuiz(
  bench: Bench,
  language: Language,
  module: string,
  lessons: readonly string[],
  folder: string,
): Omit<Quiz, 'title'> | null {
  const path = `${folder}/quiz.yaml`
  const file = bench.read(`en/${path}`, folder === module ? schema.quizFile : schema.packQuizFile)
  if (!file) return null
  const fresh = freshness(bench, language, path)
  const words =
    language === 'en' ? null : bench.read(`${language}/${path}`, schema.quizWords, 'warning')
  if (language === 'en') checkQuiz(bench, `en/${path}`, file, lessons)
  const questions = file.questions.map((question): Question => {
    const said = words?.questions[question.id]
    const field = `questions.${question.id}`
    if (words && !said)
      bench.warning(
        `${language}/${path}`,
        field,
        'the question is not translated',
        'add its words under this id',
      )
    const at = { bench, file: `${language}/${path}`, field }
    const forms = formsOf(at, question, said)
    return {
      id: `${module}/quiz/${question.id}`,
      slug: question.id,
      revision: question.revision,
      kind: question.kind,
      star: question.star,
      principles: question.principles,
      lesson: `${module}/${question.lesson}`,
      ...wordsOf(at, question, said),
      ...(forms.length > 0 ? { forms } : {}),
    }
  })
  const revision = questions.reduce((sum, question) => sum + question.revision, 0)
  return { id: `${module}/quiz`, slug: 'quiz', revision, questions, ...fresh }
}

interface At {
  readonly bench: Bench
  readonly file: string
  readonly field: string
}

function formsOf(
  at: At,
  { forms = [], unsure }: QuestionFile,
  said: schema.QuizWords['questions'][string] | undefined,
): NonNullable<Question['forms']> {
  const { bench, file, field } = at
  for (const id of Object.keys(said?.forms ?? {}).filter((one) => !hasForm(forms, one)))
    bench.warning(
      file,
      `${field}.forms.${id}`,
      `the English question has no form "${id}"`,
      'take it out, or add the form in English',
    )
  return forms.map((form) => {
    const own = said?.forms?.[form.id]
    const place = `${field}.forms.${form.id}`
    if (said && !own)
      bench.warning(
        file,
        said.forms ? `${field}.forms` : field,
        `the form "${form.id}" is not translated`,
        `add its words under forms: ${form.id}:`,
      )
    const words = wordsOf(
      { ...at, field: place },
      // What a form leaves out is the question's, in the language that is shown.
      { ...form, unsure: form.unsure ?? said?.unsure ?? unsure },
      own,
    )
    return { id: form.id, ...words }
  })
}

const hasForm = (forms: readonly FormFile[], id: string): boolean =>
  forms.some((form) => form.id === id)

function wordsOf(
  { bench, file, field }: At,
  written: WrittenForm,
  said: SaidForm | undefined,
): FormWords {
  const better = said?.better ?? written.better
  for (const id of Object.keys(said?.options ?? {}))
    if (!written.options.some((option) => option.id === id))
      bench.warning(
        file,
        `${field}.options.${id}`,
        `the English question has no option "${id}"`,
        'take it out, or look for a slip in the id',
      )
  return {
    ask: said?.ask ?? written.ask,
    options: written.options.map((option) => {
      const saidOption = said?.options?.[option.id]
      if (said && !saidOption)
        bench.warning(
          file,
          `${field}.options.${option.id}`,
          'the option is not translated',
          'add its text and feedback under this id',
        )
      return {
        id: option.id,
        right: option.right,
        text: saidOption?.text ?? option.text,
        feedback: saidOption?.feedback ?? option.feedback,
      }
    }),
    unsure: said?.unsure ?? written.unsure,
    ...(better ? { better } : {}),
  }
}
