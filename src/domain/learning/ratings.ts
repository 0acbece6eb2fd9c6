/** How sure somebody feels, line by line, before the course and after it. */
export const WHENS = ['before', 'after'] as const
export type When = (typeof WHENS)[number]

export const isWhen = (value: unknown): value is When => WHENS.includes(value as When)

/** 0 not sure at all … 10 very sure. */
export const LEAST_SURE = 0
export const MOST_SURE = 10

/** By competency id; what was left out is not there. */
export type Ratings = Readonly<Record<string, number>>

/** The item that a rating is about. */
export const confidenceItem = (when: When): string => `confidence/${when}`

export const isRating = (value: number): boolean =>
  Number.isInteger(value) && value >= LEAST_SURE && value <= MOST_SURE
