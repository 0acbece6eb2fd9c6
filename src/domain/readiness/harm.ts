/** Something harmful that was seen in a role play: it is not outweighed by anything, only lifted by what is seen later. */
import { flatNeeds, type Competency, type Level } from './competency.ts'
import type { Observation } from './evidence.ts'

export interface Harm {
  /** Observation id. */
  readonly observation: string
  /** Milliseconds since 1970. */
  readonly observedAt: number
  /** A few words of what was said. */
  readonly said: string
}

/** The level at which a later observation lifts it: what the line needs, at least 2 for a ★ line and 1 for another. */
export const liftLevel = ({ star, needs }: Pick<Competency, 'star' | 'needs'>): Level =>
  flatNeeds(needs).reduce<Level>(
    (most, need) => (need.kind === 'observation' && need.level > most ? need.level : most),
    star ? 2 : 1,
  )

/**
 * What was seen last of a line that is harmful and not lifted; null for none. db/harms.ts says the same as SQL.
 * @param observations without those that were amended
 */
export function harmOf(line: string, observations: readonly Observation[]): Harm | null {
  let highest = -1
  for (const seen of ofLine(line, observations)) {
    const harm = seen.harms?.[line]
    if (!harm) highest = Math.max(highest, seen.levels[line] ?? -1)
    else if (highest < harm.liftedAt)
      return { observation: seen.id, observedAt: seen.observedAt, said: harm.said }
  }
  return null
}

/** Those that say something of a line, newest first; of two at the same moment the one with the later id. */
export const ofLine = (line: string, observations: readonly Observation[]): Observation[] =>
  observations
    .filter(({ levels }) => levels[line] !== undefined)
    .sort((a, b) => b.observedAt - a.observedAt || (b.id > a.id ? 1 : -1))
