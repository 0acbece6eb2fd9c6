/** What a support review is told of the decision cards: how many, never which, and which piles are worth a word. */
import { PILES, type Pile } from '#domain/course/decision-cards.ts'
import type { Day } from '#domain/calendar/days.ts'
import { dueCards, ownCards, type Remembering } from './remembering.ts'

/** Once is a slip. */
const OFTEN = 2

export interface Remembered {
  /** How many wait today, and since when the first of them. */
  readonly due: number
  readonly since: Day | null
  /** Cards that were looked at since a day: each once. */
  readonly looked: number
  /** Piles to which cards belong that went wrong twice or more and were not right since. */
  readonly unsure: readonly Pile[]
}

/** Null where nothing was passed yet, so that there are no cards. @param since the last review, or '' for all */
export function rememberedOf(of: Remembering, since: string, today: Day): Remembered | null {
  const own = ownCards(of)
  if (own.length === 0) return null
  const due = dueCards(of, today)
  const unsure = own.flatMap(({ card, sorted }) => {
    const wrong = sorted.filter(({ right }) => !right).length
    return wrong >= OFTEN && sorted.at(-1)?.right === false ? [card.pile] : []
  })
  return {
    due: due.length,
    since: due.map(({ dueOn }) => dueOn).sort()[0] ?? null,
    looked: own.filter(({ sorted }) => sorted.some(({ day }) => day >= since)).length,
    unsure: PILES.filter((pile) => unsure.includes(pile)),
  }
}
