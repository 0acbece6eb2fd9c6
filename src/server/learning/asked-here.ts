import { questionsOf, repliesOf, type Message, type SeenReply } from '#db/replies.ts'

export interface Asked {
  readonly question: Extract<Message, { kind: 'help-asked' }>
  /** Oldest first. */
  readonly replies: readonly SeenReply[]
}

/** What a trainee asked about one page, newest first, at most five. @param path without query */
export async function loadAskedHere(person: string, path: string): Promise<Asked[]> {
  const questions = (await questionsOf(person)).flatMap((message) =>
    message.kind === 'help-asked' && message.value.page === path ? [message] : [],
  )
  if (questions.length === 0) return []
  const replies = await repliesOf(person)
  return questions.slice(0, 5).map((question) => ({
    question,
    replies: replies.filter(({ record }) => record === question.id),
  }))
}
