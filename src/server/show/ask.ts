/** What whoever asks for a mentor is shown. */
import type { SeenRequest } from '#db/requests.ts'
import { stateOfRequest, type RequestState } from '#domain/pairing/request.ts'
import type { Language } from '#domain/course/language.ts'
import type { Programme } from '#domain/programme/programme.ts'
import { askableProgrammes } from '#server/pairing/ask.ts'
import { findOwnRequest } from '#server/pairing/own-request.ts'

/** Where somebody may ask. @param asked slug, '' for any; then the one, or none where it takes no requests */
export async function showAsk(asked: string, language: Language): Promise<readonly Programme[]> {
  const all = await askableProgrammes(language)
  return asked ? all.filter(({ slug }) => slug === asked) : all
}

export interface OwnRequestPage {
  readonly request: SeenRequest
  readonly state: RequestState
}

/** Null where the page was not opened by a code, or too long ago. */
export async function showOwnRequest(pass: string, now: number): Promise<OwnRequestPage | null> {
  const request = pass ? await findOwnRequest(pass, now) : null
  return request && { request, state: stateOfRequest(request) }
}
