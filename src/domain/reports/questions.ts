/** Questions that nobody or everybody gets right at the first answer: they teach little, or the lesson is unclear. */

export interface Asked {
  /** Item id. */
  readonly item: string
  /** In which it was asked. */
  readonly form: string
  /** How many people answered it. */
  readonly people: number
  /** How many of them were right at their very first answer. */
  readonly right: number
}

export const ANSWER_KINDS = ['nearly-nobody', 'between', 'nearly-everybody', 'too-few'] as const
export type AnswerKind = (typeof ANSWER_KINDS)[number]

/** Fewer answers say nothing about a question. */
const ENOUGH = 5

/** At most 1 in 5 right, at least 19 in 20 right, or between. */
export function kindOf({ people, right }: Asked): AnswerKind {
  if (people < ENOUGH) return 'too-few'
  if (right * 5 <= people) return 'nearly-nobody'
  return right * 20 >= people * 19 ? 'nearly-everybody' : 'between'
}
