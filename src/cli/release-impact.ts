/** Says whom a release touches, from the database of DATA_DIR; a running server is asked. */
import { DatabaseRefused } from '#db/client.ts'
import type { RaisedQuestion } from '#db/impact.ts'
import type { Compiled } from '#authoring/check.ts'
import type { LedgerChanges } from '#domain/course/ledger.ts'
import { whomItTouches } from '#server/releases/release-touches.ts'
import { askServer } from './ask-server.ts'
import { withDatabase } from './with-database.ts'

export async function tellImpact(compiled: Compiled, changes: LedgerChanges): Promise<void> {
  const raised = raisedQuestions(compiled, changes)
  if (raised.length === 0) return
  const answer = await askServer({ command: 'release-touches', raised: JSON.stringify(raised) })
  if (answer) return console.log(answer.says)
  const lines = await fromFile(raised)
  for (const line of lines) console.log(line)
}

async function fromFile(raised: readonly RaisedQuestion[]): Promise<string[]> {
  let lines: string[] = []
  try {
    await withDatabase(async () => {
      lines = await whomItTouches(raised, Date.now())
      return 0
    })
  } catch (error) {
    if (!(error instanceof DatabaseRefused)) throw error
    return [`Who is asked again is not known here. ${error.message}`]
  }
  return lines
}

function raisedQuestions({ courses }: Compiled, changes: LedgerChanges): RaisedQuestion[] {
  const quizzes = courses.en?.modules.flatMap(({ quiz }) => quiz ?? []) ?? []
  return quizzes.flatMap((quiz) =>
    quiz.questions
      .filter(({ id, star }) => star && changes.raised.some((one) => one.id === id))
      .map(({ id, revision }) => ({ id, quiz: quiz.id, revision })),
  )
}
