/** From a proposal to the end of the time together: which answers and endings there are. */

/** What the mentor says to a proposal. Silence is no row. */
export const PROPOSAL_ANSWERS = ['yes', 'no', 'not-now'] as const
export type ProposalAnswer = (typeof PROPOSAL_ANSWERS)[number]

/** Why a proposal is over without a no of either. */
export const PROPOSAL_ENDS = ['taken-back', 'silent', 'mentor-not-ready', 'request-over'] as const
export type ProposalEnd = (typeof PROPOSAL_ENDS)[number]

/** How many days a mentor has to answer; the coordinator chooses one of these. */
export const ANSWER_DAYS = [3, 7, 14] as const
export const USUAL_ANSWER_DAYS = 7

/** What whoever asked says to this mentor. */
export const REQUESTER_ANSWERS = ['yes', 'no'] as const
export type RequesterAnswer = (typeof REQUESTER_ANSWERS)[number]

/** When a coordinator asks whoever asked how it goes. */
export const CHECK_INS = ['first', 'third', 'other'] as const
export type CheckIn = (typeof CHECK_INS)[number]
export const GOING = ['well', 'mixed', 'not-well'] as const
export type Going = (typeof GOING)[number]

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
export type Side = (typeof SIDES)[number]

/** A meeting lasts at most so many minutes. */
export const LONGEST_MEETING = 480

/** Which check-in is due after so many meetings, or null. @param had those that were held, `first` and `third` */
export function checkInDue(meetings: number, had: readonly CheckIn[]): 'first' | 'third' | null {
  if (meetings >= 3 && !had.includes('third')) return 'third'
  return meetings >= 1 && !had.includes('first') && !had.includes('third') ? 'first' : null
}

/** Where a proposal stands. */
export const PROPOSAL_STATES = [
  'asked',
  'yes',
  'no',
  'not-now',
  'silent',
  'taken-back',
  'mentor-not-ready',
  'request-over',
  'requester-no',
  'requester-yes',
  'connected',
  'over',
] as const
export type ProposalState = (typeof PROPOSAL_STATES)[number]

export interface ProposalFacts {
  readonly answer: ProposalAnswer | null
  readonly end: ProposalEnd | null
  readonly requesterAnswer: RequesterAnswer | null
  /** When the two were connected, and when that ended; milliseconds. */
  readonly connectedAt: number | null
  readonly endedAt: number | null
  /** `YYYY-MM-DD`: from this day on silence has ended it. */
  readonly endsOn: string
  /** Consent is given and the request has not ended. */
  readonly requestStands: boolean
  /** In the register today. */
  readonly mentorReady: boolean
}

/** Pauses, lapses and days that have come end a proposal as soon as somebody looks; nobody has to write it down. @param today `YYYY-MM-DD` by the programme's clock */
export function proposalStateOf(facts: ProposalFacts, today: string): ProposalState {
  if (facts.connectedAt !== null) return facts.endedAt === null ? 'connected' : 'over'
  if (facts.answer === 'no' || facts.answer === 'not-now') return facts.answer
  if (facts.end) return facts.end
  if (facts.requesterAnswer === 'no') return 'requester-no'
  if (!facts.requestStands) return 'request-over'
  if (facts.answer === null && facts.endsOn <= today) return 'silent'
  if (!facts.mentorReady) return 'mentor-not-ready'
  if (facts.answer === null) return 'asked'
  return facts.requesterAnswer === 'yes' ? 'requester-yes' : 'yes'
}

/** It waits for somebody: it holds a place of the mentor. */
export const isOpenState = (state: ProposalState): boolean =>
  state === 'asked' || state === 'yes' || state === 'requester-yes'
