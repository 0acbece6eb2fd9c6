/** What a trainee and the coordinators said to each other, for the trainee's own pages. */
import { listLinksInto } from '#db/links.ts'
import { listNotes, type SeenNote } from '#db/notes.ts'
import { findRecords } from '#db/records.ts'
import { questionsOf, repliesOf, type Message, type SeenReply } from '#db/replies.ts'

export type Exchange =
  | {
      readonly kind: 'message'
      /** A question, or a reflection that was answered. */
      readonly message: Message
      /** Oldest first. */
      readonly replies: readonly SeenReply[]
      readonly at: number
    }
  | { readonly kind: 'note'; readonly note: SeenNote; readonly at: number }
  /** A link into the account; who made it, '' for the command line. */
  | { readonly kind: 'link'; readonly by: string; readonly at: number }

/** Newest first: by the latest word on either side. Shared notes only (R16). */
export async function loadMessages(person: string): Promise<Exchange[]> {
  const [questions, replies, notes, links] = await Promise.all([
    questionsOf(person),
    repliesOf(person),
    listNotes(person, null, 'shared'),
    listLinksInto(person),
  ])
  const asked = new Set(questions.map(({ id }) => id))
  const others = [...new Set(replies.map(({ record }) => record))].filter((id) => !asked.has(id))
  const reflections = (await findRecords(others)).filter(({ kind }) => kind === 'reflection-sent')
  const messages = [...questions, ...(reflections as Message[])].map((message): Exchange => {
    const answers = replies.filter(({ record }) => record === message.id)
    const at = answers.at(-1)?.repliedAt ?? message.madeAt
    return { kind: 'message', message, replies: answers, at }
  })
  return [
    ...messages,
    ...notes.map((note): Exchange => ({ kind: 'note', note, at: note.writtenAt })),
    ...links.map((link): Exchange => ({ kind: 'link', ...link })),
  ].sort((a, b) => b.at - a.at)
}
