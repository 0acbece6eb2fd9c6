/** A request for a mentor: what is asked for, never who asks. Whoever asks is known by a reference. */

/** Who wrote it down: a coordinator, staff of a facility, or the person. */
export const ASKERS = ['coordinator', 'facility', 'person'] as const

/** How consent was given: said to whoever wrote the request, on paper, or by sending it oneself. */
export const CONSENT_WAYS = ['said', 'written', 'own-form'] as const

/** Why a request ended without a pairing that lasts. */
export const REQUEST_ENDS = [
  'withdrawn',
  'consent-withdrawn',
  'erased',
  'nobody-found',
  'other-help',
  'helped',
] as const
