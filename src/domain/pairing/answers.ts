/** What a request says, as it is kept: JSON of `RequestAnswers`. */
import type { RequestAnswers } from './request.ts'

/** Null for what was erased, and for what is none. */
export function answersIn(kept: string | undefined): RequestAnswers | null {
  if (!kept) return null
  try {
    const found = JSON.parse(kept) as Partial<RequestAnswers> | null
    return found === null || typeof found !== 'object' ? null : { ...NOTHING, ...found }
  } catch {
    return null
  }
}

const NOTHING: RequestAnswers = {
  ...{ initials: '', languages: [], ways: [], times: '', place: '', areas: [] },
  ...{ hopes: '', wouldNotWork: '', wishes: [], told: [] },
}

/** What a mentor is told: only what was ticked by whoever consented. */
export const toldOf = (answers: RequestAnswers): Omit<RequestAnswers, 'wishes' | 'told'> => ({
  initials: answers.told.includes('initials') ? answers.initials : '',
  languages: answers.told.includes('languages') ? answers.languages : [],
  ways: answers.told.includes('ways') ? answers.ways : [],
  times: answers.told.includes('times') ? answers.times : '',
  place: answers.told.includes('place') ? answers.place : '',
  areas: answers.told.includes('areas') ? answers.areas : [],
  hopes: answers.told.includes('hopes') ? answers.hopes : '',
  wouldNotWork: answers.told.includes('wouldNotWork') ? answers.wouldNotWork : '',
})
