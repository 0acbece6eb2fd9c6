/** A voice or a film of a story, an example conversation or a practice session, in one language. */
export interface Recording {
  /** Of the file in public/media, without its ending: .m4a, or .mp4 for a film. */
  readonly name: string
  readonly kind: 'sound' | 'film'
  readonly seconds: number
  /** As listeners are told: "a volunteer of the network". Nobody's name without their written consent. */
  readonly readBy: string
  /** A machine speaks; listeners are told. */
  readonly isMade: boolean
}
