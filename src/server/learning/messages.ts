/** What a trainee and the coordinators said to each other, for the trainee's own pages. */
import type { Found } from '#db/engine/together.ts'
import { linksIntoQuery, type StaffLink } from '#db/links.ts'
import { sharedNotesQuery, type SeenNote } from '#db/notes.ts'
import { passkeysQuery } from '#db/passkeys.ts'
import { changedForQuery, type KeptField } from '#db/profiles.ts'
import { PROFILE_FIELDS, type ProfileField } from '#domain/people/profile.ts'
import {
  answeredReflectionsQuery,
  questionsQuery,
  repliesQuery,
  type Message,
  type SeenReply,
} from '#db/replies.ts'

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
  /** A passkey that opens the account, by the name that its owner sees. */
  | { readonly kind: 'passkey'; readonly name: string; readonly at: number }
  /** What somebody else changed in their profile, all at once; seen or not. */
  | {
      readonly kind: 'profile'
      readonly by: string
      readonly fields: readonly ProfileField[]
      readonly isNew: boolean
      readonly at: number
    }
  /** A way into the account that staff made. */
  | ({ readonly kind: 'link' } & StaffLink)

/** For pages that read more in the same statement. Shared notes only (R16). */
export const messageQueries = (person: string) => ({
  questions: questionsQuery(person),
  reflections: answeredReflectionsQuery(person),
  replies: repliesQuery(person),
  notes: sharedNotesQuery(person),
  links: linksIntoQuery(person),
  passkeys: passkeysQuery(person),
  profile: changedForQuery(person),
})

/** Newest first: by the latest word on either side. */
export function messagesFrom({
  questions,
  reflections,
  replies,
  notes,
  links,
  passkeys,
  profile,
}: Found<ReturnType<typeof messageQueries>>): Exchange[] {
  const messages = [...questions, ...reflections].map((message): Exchange => {
    const answers = replies.filter(({ record }) => record === message.id)
    const at = answers.at(-1)?.repliedAt ?? message.madeAt
    return { kind: 'message', message, replies: answers, at }
  })
  return [
    ...messages,
    ...notes.map((note): Exchange => ({ kind: 'note', note, at: note.writtenAt })),
    ...links.map((link): Exchange => ({ kind: 'link', ...link })),
    ...changesOf(profile),
    ...passkeys.map(({ name, createdAt: at }): Exchange => ({ kind: 'passkey', name, at })),
  ].sort((a, b) => b.at - a.at)
}

/** Fields that one person changed in one moment are one thing to tell. */
const changesOf = (changed: readonly KeptField[]): Exchange[] =>
  [...Map.groupBy(changed, ({ by, at }) => `${by} ${at}`).values()].flatMap((group): Exchange[] => {
    const [first] = group
    if (!first) return []
    const isNew = group.some(({ toldAt }) => toldAt === null)
    const fields = PROFILE_FIELDS.filter((field) => group.some((one) => one.field === field))
    return [{ kind: 'profile', by: first.byName, fields, isNew, at: first.at }]
  })
