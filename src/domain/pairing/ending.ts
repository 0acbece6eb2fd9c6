/** The small form at the end of the time together, as it is kept. */
import { GOING, type Going } from './pairing.ts'

export interface EndingWords {
  /** How it was. */
  readonly going: Going
  readonly text: string
}

/** Null where it was skipped. @param kept JSON, or '' */
export function endingWordsIn(kept: string): EndingWords | null {
  if (!kept) return null
  const found = JSON.parse(kept) as Partial<EndingWords>
  const going = GOING.find((one) => one === found.going)
  return going ? { going, text: found.text ?? '' } : null
}
