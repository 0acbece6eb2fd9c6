/** Why something about a proposal or a pairing is refused; a page says each in words. */

/** `oneself`: nobody decides about themselves. `request-over`: ended, or without consent. `somebody-asked`: another mentor is, or was connected. `closed`: it was a no before. */
export type ProposeRefusal =
  'oneself' | 'request-over' | 'somebody-asked' | 'closed' | 'not-ready' | 'no-go' | 'no-place'

/** `over`: it was answered, taken back, or its day has come. */
export type AnswerRefusal = 'over' | 'request-over' | 'not-ready' | 'no-go' | 'no-place'

/** `over`: the mentor did not say yes, or it was ended since. `no-yes`: whoever asked has not said yes. */
export type ConnectRefusal = AnswerRefusal | 'no-yes'

/** Of what is kept about two who are connected. */
export type KeepProblem =
  | 'going-missing'
  | 'too-long'
  | 'day-malformed'
  | 'day-future'
  | 'before-connected'
  | 'day-past'
  | 'why-missing'
