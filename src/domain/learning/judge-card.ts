/** Putting a decision card on one of its four piles: judged when it is done, and never scored. */
import { isPile, type DecisionCard } from '#domain/course/decision-cards.ts'
import type { Made } from './record.ts'

/** Null where that is no pile. */
export const judgeCard = ({ id, revision, pile }: DecisionCard, onto: string): Made | null =>
  isPile(onto)
    ? { kind: 'card-sorted', item: id, revision, value: { pile: onto, right: onto === pile } }
    : null
