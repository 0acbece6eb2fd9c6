/** The page on which a coordinator says who looks after somebody. */
import { together } from '#db/client.ts'
import {
  ownCoordinatorQuery,
  saidQuery,
  type OwnCoordinator,
  type Said,
} from '#db/own-coordinators.ts'
import { staffQuery } from '#db/people.ts'
import type { Language } from '#domain/course/language.ts'
import { mayReadInternal } from '#domain/people/may.ts'
import type { OpenRecord } from '#server/readiness/open-record.ts'

export interface ShownOwnCoordinator {
  readonly now: OwnCoordinator | null
  /** Newest first. */
  readonly said: readonly Said[]
  readonly coordinators: readonly OwnCoordinator[]
}

/** Null for who may not say it, also about themselves. */
export async function showOwnCoordinator(
  { by, trainee }: OpenRecord,
  language: Language,
): Promise<ShownOwnCoordinator | null> {
  if (!mayReadInternal(by, trainee)) return null
  const { id, programme } = trainee
  const { now, said, staff } = await together({
    now: ownCoordinatorQuery(id, programme),
    said: saidQuery(id, programme),
    staff: staffQuery([programme], ['coordinator'], language),
  })
  return { now, said, coordinators: staff.filter((one) => one.id !== id) }
}
