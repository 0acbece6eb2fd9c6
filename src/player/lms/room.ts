/** What is kept when room is short: answers and open roads go first, one kind after the other; completion never goes. */
export interface Room {
  readonly lastAnswers: boolean
  readonly openRoads: boolean
  readonly openAnswers: boolean
}

/** From everything down to completion alone. */
export const ROOMS: readonly Room[] = [
  { lastAnswers: true, openRoads: true, openAnswers: true },
  { lastAnswers: false, openRoads: true, openAnswers: true },
  { lastAnswers: false, openRoads: false, openAnswers: true },
  { lastAnswers: false, openRoads: false, openAnswers: false },
]
