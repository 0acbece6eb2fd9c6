/** How far people come. Each is counted at the furthest stage that they reached, and so at all before it. */

export const STAGES = ['joined', 'began', 'half', 'finished', 'observed', 'ready'] as const
export type Stage = (typeof STAGES)[number]

/** @param furthest how many people reached this stage and none after it, by the number of the stage */
export function funnelOf(furthest: ReadonlyMap<number, number>): Record<Stage, number> {
  let people = 0
  const counts = STAGES.map((stage, index) => [stage, index] as const)
    .reverse()
    .map(([stage, index]) => {
      people += furthest.get(index) ?? 0
      return [stage, people] as const
    })
  return Object.fromEntries(counts) as Record<Stage, number>
}
