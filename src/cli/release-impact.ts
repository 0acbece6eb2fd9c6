/** Says whom a release touches, from the database of DATA_DIR; a running server is asked. */
import { DatabaseRefused } from '#db/client.ts'
import type { RaisedQuestion } from '#db/impact.ts'
import type { Compiled } from '#authoring/check.ts'
import { quizzesOf } from '#domain/course/moved.ts'
import { wholeCourse } from '#domain/course/packs.ts'
import type { LedgerChanges } from '#domain/course/ledger.ts'
import { whomItTouches, type NeedingLine } from '#server/releases/release-touches.ts'
import { askServer } from './ask-server.ts'
import { withDatabase } from './with-database.ts'

export async function tellImpact(compiled: Compiled, changes: LedgerChanges): Promise<void> {
  const raised = raisedQuestions(compiled, changes)
  // Lines that only ask for less concern nobody.
  const lines = compiled.changedNeeds.some(({ asksMore }) => asksMore)
    ? compiled.competencies.en.map(({ id, needs }) => ({ id, needs }))
    : []
  if (raised.length === 0 && lines.length === 0) return
  const about = { raised: JSON.stringify(raised), lines: JSON.stringify(lines) }
  const answer = await askServer({ command: 'release-touches', ...about })
  if (answer) return console.log(answer.says)
  for (const line of await fromFile(raised, lines)) console.log(line)
}

async function fromFile(
  raised: readonly RaisedQuestion[],
  lines: readonly NeedingLine[],
): Promise<string[]> {
  let said: string[] = []
  try {
    await withDatabase(async () => {
      said = await whomItTouches(raised, lines, Date.now())
      return 0
    })
  } catch (error) {
    if (!(error instanceof DatabaseRefused)) throw error
    return [`Who is asked again is not known here. ${error.message}`]
  }
  return said
}

function raisedQuestions({ courses }: Compiled, changes: LedgerChanges): RaisedQuestion[] {
  const quizzes = courses.en ? quizzesOf(wholeCourse(courses.en)) : []
  return quizzes.flatMap((quiz) =>
    quiz.questions
      .filter(({ id, star }) => star && changes.raised.some((one) => one.id === id))
      .map(({ id, revision }) => ({ id, quiz: quiz.id, revision })),
  )
}
