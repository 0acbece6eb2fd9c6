import { formsOf } from '#domain/course/quiz.ts'
import { ANSWER_KINDS, kindOf, type Asked } from '#domain/reports/questions.ts'
import { barChart } from '#view/chart.ts'
import { bars, upTo, type Found, type Report, type ReportFrame } from './report.ts'

/** Questions that teach nothing: nearly everybody or nearly nobody gets them right. */
export function questions(
  { asked: answered }: Found<'questions'>,
  { words, course }: ReportFrame,
): Report | null {
  const t = words.reports
  const known = new Map(
    course.modules.flatMap(({ quiz }) =>
      (quiz?.questions ?? []).flatMap((question) =>
        formsOf(question).map(({ id, ask }) => [keyOf({ item: question.id, form: id }), ask]),
      ),
    ),
  )
  const asked = answered.filter((one) => known.has(keyOf(one)))
  if (asked.length === 0) return null
  const counts = new Map(ANSWER_KINDS.map((kind) => [kind, 0]))
  for (const one of asked) counts.set(kindOf(one), (counts.get(kindOf(one)) ?? 0) + 1)
  const of = (kind: (typeof ANSWER_KINDS)[number]): number => counts.get(kind) ?? 0
  const sentence = t.questions(
    asked.length - of('too-few'),
    of('nearly-everybody'),
    of('nearly-nobody'),
  )
  const rank = (kind: (typeof ANSWER_KINDS)[number]): number =>
    ['nearly-nobody', 'nearly-everybody', 'between', 'too-few'].indexOf(kind)
  return {
    sentence,
    help: t.questionsHelp,
    picture: barChart(
      sentence,
      bars(
        ANSWER_KINDS.map((kind) => [t.kinds[kind], of(kind)] as const),
        asked.length,
        t,
      ),
      upTo(t.count.questions(asked.length)),
    ),
    columns: [t.columns.question, t.columns.answered, t.columns.right, t.columns.verdict],
    rows: [...asked]
      .sort((a, b) => rank(kindOf(a)) - rank(kindOf(b)) || a.right / a.people - b.right / b.people)
      .map((one) => [known.get(keyOf(one)) ?? '', one.people, one.right, t.kinds[kindOf(one)]]),
  }
}

const keyOf = ({ item, form }: Pick<Asked, 'item' | 'form'>): string => `${item} ${form}`
