import type { FollowUpsWords } from '../en/follow-ups.ts'
import type { Otherwise } from '../otherwise.ts'

export const followUps: Otherwise<FollowUpsWords> = {
  whoSees:
    'Only coordinators of this programme can read this. Please do not write the names of the people they support.',
}
