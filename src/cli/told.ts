/** A command that a running server does itself, and this process where none runs. */
import { askServer, type ServerAnswer } from './ask-server.ts'
import { Refused } from './command.ts'
import { withDatabase } from './with-database.ts'

/** @throws Refused with the words of whoever said no */
export async function told(
  question: Readonly<Record<string, string | boolean>>,
  here: () => Promise<ServerAnswer>,
): Promise<number> {
  const answer = await askServer(question)
  if (answer) return tell(answer)
  return withDatabase(async () => tell(await here()))
}

function tell({ ok, says }: ServerAnswer): number {
  if (!ok) throw new Refused(says)
  console.log(says)
  return 0
}
