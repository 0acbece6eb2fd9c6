/** From a proposal to the end of the time together: which answers and endings there are. */

/** What the mentor says to a proposal; `ended`: it was taken back, or can no longer be. Silence is no row. */
export const PROPOSAL_ANSWERS = ['yes', 'no', 'not-now', 'ended'] as const

/** What whoever asked says to this mentor. */
export const REQUESTER_ANSWERS = ['yes', 'no'] as const

/** When a coordinator asks whoever asked how it goes. */
export const CHECK_INS = ['first', 'third', 'other'] as const
export const GOING = ['well', 'mixed', 'not-well'] as const

/** Why a pairing ended. None of them blames anybody. */
export const PAIRING_ENDS = [
  'as-planned',
  'another-mentor',
  'requester-wished',
  'mentor-wished',
  'mentor-stopped',
  'moved-on',
  'died',
  'other',
] as const
export type PairingEnd = (typeof PAIRING_ENDS)[number]

export const SIDES = ['mentor', 'requester'] as const
