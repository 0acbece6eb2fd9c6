/** Whether a mentor's sign-off was made under needs that ask for less than the course asks today. */
import { keepsEarlierNeeds, type SignedUnder } from '#domain/readiness/earlier-needs.ts'
import { loadCompetencies } from '#server/course/load-course.ts'

export const isUnderEarlierNeeds = (signOff: SignedUnder): boolean =>
  keepsEarlierNeeds(signOff, loadCompetencies('en'))
