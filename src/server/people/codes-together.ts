/** A coordinator makes a code for several trainees at once, to be printed and handed out: each as if it were made by itself. */
import { isTaken, read, write } from '#db/client.ts'
import { withdrawLinksOf } from '#db/links.ts'
import { reachableQuery, type Reachable } from '#db/people.ts'
import { chosenPeopleQuery, type ChosenPerson } from '#db/roles.ts'
import { mayDecideIn, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import { isTraineeOnly, mayMakeLinkFor, type Person } from '#domain/people/person.ts'
import { MOST_CODES, problemTogether, type NotTogether } from '#domain/people/together.ts'
import { prepareWayIn, type MadeLinkMail, type MadeWayIn } from '#server/access/make-link.ts'
import { batchRow, type TogetherWish } from './act-together.ts'

export interface HandedCode extends MadeWayIn {
  readonly name: string
  readonly language: string
}

export type CodesTogether =
  | NotAllowed
  | { readonly kind: 'made'; readonly made: readonly HandedCode[]; readonly not: number }
  /** This form was used before: what it made is shown only once. */
  | { readonly kind: 'twice' }
  /** Others are meant now than were seen. */
  | { readonly kind: 'changed' }

export interface JudgedForCode {
  readonly person: ChosenPerson
  /** Null for who gets none. */
  readonly reach: Reachable | null
  readonly why: NotTogether | null
}

/** Whoever has a new code for an account can enter it: none for accounts that reach further than their training. */
export async function judgeForCodes(
  by: Person,
  rows: readonly ChosenPerson[],
): Promise<JudgedForCode[]> {
  const accounts = await read(reachableQuery(rows.map(({ id }) => id)))
  return rows.map((person) => {
    const why = problemTogether('codes', person)
    const reach = accounts.get(person.id)
    if (why !== null) return { person, reach: null, why }
    if (!reach) return { person, reach: null, why: 'closed' }
    const mayEnter = isTraineeOnly(reach.account) && mayMakeLinkFor(by, reach.account)
    return mayEnter ? { person, reach, why } : { person, reach: null, why: 'staff' }
  })
}

/** All in one batch, or none. @param mail what tells whose account it is; null where they have no address */
export async function codesTogether(
  by: Person,
  { programme, chosen, seen, batch }: TogetherWish,
  mail: (reach: Reachable) => MadeLinkMail | null,
  now: number,
): Promise<CodesTogether> {
  if (!mayDecideIn(by, programme)) return NOT_ALLOWED
  const rows = await read(chosenPeopleQuery(programme, chosen, by.language, MOST_CODES))
  if (rows.length !== seen || rows.length > MOST_CODES) return { kind: 'changed' }
  const judged = await judgeForCodes(by, rows)
  const codes = judged.flatMap(({ reach }) => {
    if (!reach) return []
    const { id, name, language } = reach.account
    const wish = { kind: 'code', person: id, programme, createdBy: by.id } as const
    const { queries, ...made } = prepareWayIn(wish, now, mail(reach))
    return [{ made: { ...made, name, language }, queries: [withdrawLinksOf(id, now), ...queries] }]
  })
  try {
    await write([
      ...codes.flatMap(({ queries }) => queries),
      batchRow(by.id, programme, batch, `codes-together:${seen}`, now),
    ])
  } catch (error) {
    if (isTaken(error, 'audit')) return { kind: 'twice' }
    throw error
  }
  return {
    kind: 'made',
    made: codes.map(({ made }) => made),
    not: rows.length - codes.length,
  }
}
