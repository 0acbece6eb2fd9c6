/** One module's quiz, with its words in one language. */
import type { Language } from '#domain/course/language.ts'
import type { Question, Quiz } from '#domain/course/quiz.ts'
import type { Bench } from './bench.ts'
import * as schema from './schema.ts'
import { freshness } from './translation.ts'

type QuestionFile = schema.QuizFile['questions'][number]

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
    if (words && !said)
      bench.warning(
        `${language}/${path}`,
        `questions.${question.id}`,
        'the question is not translated',
        'add its words under this id',
      )
    const better = said?.better ?? question.better
    return {
      id: `${module}/quiz/${question.id}`,
      slug: question.id,
      revision: question.revision,
      kind: question.kind,
      star: question.star,
      principles: question.principles,
      lesson: `${module}/${question.lesson}`,
      ask: said?.ask ?? question.ask,
      options: question.options.map((option) => {
        const saidOption = said?.options[option.id]
        if (said && !saidOption)
          bench.warning(
            `${language}/${path}`,
            `questions.${question.id}.options.${option.id}`,
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
      unsure: said?.unsure ?? question.unsure,
      ...(better ? { better } : {}),
    }
  })
  const revision = questions.reduce((sum, question) => sum + question.revision, 0)
  return { id: `${module}/quiz`, slug: 'quiz', revision, questions, ...fresh }
}

function checkQuiz(
  bench: Bench,
  path: string,
  file: schema.QuizFile,
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
    checkKey(bench, path, field, question)
  })
}

function checkKey(
  bench: Bench,
  path: string,
  field: readonly PropertyKey[],
  question: QuestionFile,
): void {
  const ids = question.options.map((option) => option.id)
  if (new Set(ids).size < ids.length || ids.includes('unsure'))
    bench.error(
      path,
      [...field, 'options'],
      'an option id is used twice or is "unsure"',
      'rename it',
    )
  const right = question.options.filter((option) => option.right).length
  const wrong = ids.length - right
  if (question.kind === 'several' ? right < 2 || wrong < 1 : right !== 1)
    bench.error(
      path,
      [...field, 'options'],
      `"${question.id}" has ${right} right options`,
      question.kind === 'several'
        ? 'mark at least two with "right: true" and leave at least one wrong'
        : 'mark exactly one option with "right: true"',
    )
  if (question.kind === 'true-false' && ids.join() !== 'true,false')
    bench.error(
      path,
      [...field, 'options'],
      'a true-false question has other options',
      'give it the options "true" and "false", in this order',
    )
  if ((question.kind === 'what-would-you-say') !== (question.better !== undefined))
    bench.error(
      path,
      [...field, 'better'],
      '`better` and what-would-you-say belong together',
      question.better ? 'take `better` out' : 'add `better`: a line to compare with',
    )
}
