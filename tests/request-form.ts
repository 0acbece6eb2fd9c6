/** A request for a mentor as its form sends it. */
import type { ConsentWay, RequestAnswers } from '#domain/pairing/request.ts'
import { newId } from '#server/trail/new-id.ts'

export const ANSWERS: RequestAnswers = {
  initials: '',
  languages: ['en'],
  ways: ['phone'],
  times: '',
  place: '',
  areas: ['dialysis-home'],
  hopes: 'To hear how others do it.',
  wouldNotWork: '',
  wishes: ['area'],
  told: ['languages', 'areas'],
}

export const requestForm = (
  answers: Partial<RequestAnswers> = {},
  consent: ConsentWay | null = 'said',
): { id: string; answers: RequestAnswers; confirmed: string[]; consent: ConsentWay | null } => ({
  id: newId(1_800_000_000_000),
  answers: { ...ANSWERS, ...answers },
  confirmed: [],
  consent,
})
