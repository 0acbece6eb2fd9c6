/** A form that is sent without leaving its page: what our script says, and how it is answered (docs/decisions/kept-as-typed.md). */

/** On the request: that the answer may be one of these; on the answer: which. A page of a stranger's bears none. */
export const IN_PLACE_HEADER = 'alongside-in-place'

/**
 * `taken`: `InPlaceTaken` follows. `page`: the form's own page follows, with what is wrong.
 * `signed-out`, `somebody-else`: nothing was saved, see form-owner.ts.
 */
export type InPlace = 'taken' | 'page' | 'signed-out' | 'somebody-else'

export interface InPlaceTaken {
  /** Where the form leads: the page that says what was saved. */
  readonly to: string
  /** The time of day by the programme's clocks, in words. */
  readonly at: string
}

/**
 * Pages of a trainee, of who offers to become one, or asks for a mentor, and how somebody is reached: their forms stay in the page until they
 * reach us. One with a password never does (browser/ours.ts).
 */
export const staysInPlace = (pathname: string): boolean =>
  /^\/((learn|apply|record|name|display)(\/|$)|ways-in$|ask\/form$)/.test(pathname)
