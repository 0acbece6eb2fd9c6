/** What is kept when room is short: answers and roads go first, one kind after the other; completion never goes. */
export interface Room {
  readonly lastAnswers: boolean
  /** Roads of ended runs: all that a debrief needs, only the best one's, or none. */
  readonly roads: 'best-and-last' | 'best' | 'none'
  readonly openRoads: boolean
  readonly openAnswers: boolean
}

/** From everything down to completion alone. */
export const ROOMS: readonly Room[] = [
  { lastAnswers: true, roads: 'best-and-last', openRoads: true, openAnswers: true },
  { lastAnswers: false, roads: 'best', openRoads: true, openAnswers: true },
  { lastAnswers: false, roads: 'none', openRoads: true, openAnswers: true },
  { lastAnswers: false, roads: 'none', openRoads: false, openAnswers: true },
  { lastAnswers: false, roads: 'none', openRoads: false, openAnswers: false },
]
