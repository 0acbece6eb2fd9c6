/** All that a trainee did and wrote, for their own page and file: in one statement, whatever the length of it. */
import { together } from '#db/client.ts'
import { ownPairingsQuery, type OwnPairing } from '#db/pairings.ts'
import { withDone } from '#domain/learning/done-packs.ts'
import { newestQuery } from '#db/records.ts'
import { repliesQuery, type SeenReply } from '#db/replies.ts'
import type { Language } from '#domain/course/language.ts'
import { LEARNT_KINDS, learntOf, type Learnt } from '#domain/learning/learnt.ts'
import type { Competency } from '#domain/readiness/competency.ts'
import { loadCompetencies } from '#server/course/load-course.ts'
import type { OwnLearner } from '#server/learning/learner.ts'

/** How many entries a page shows, and a file holds. */
export const MOST_LEARNT = { page: 400, file: 10_000 } as const

export interface ShownLearnt {
  readonly learnt: Learnt
  /** Older ones are left out: how many are here; null where all are. */
  readonly newest: number | null
  /** Oldest first. */
  readonly replies: readonly SeenReply[]
  readonly competencies: readonly Competency[]
  /** Those whom they supported, oldest first. */
  readonly pairings: readonly OwnPairing[]
}

export async function showLearnt(
  { by, course, progress }: OwnLearner,
  language: Language,
  where: keyof typeof MOST_LEARNT,
): Promise<ShownLearnt> {
  const most = MOST_LEARNT[where]
  const { records, replies, paired } = await together({
    records: newestQuery(by.id, LEARNT_KINDS, most + 1),
    replies: repliesQuery(by.id),
    paired: ownPairingsQuery(by.id, most),
  })
  const isCut = records.length > most
  return {
    learnt: learntOf(
      withDone(course, progress),
      progress,
      isCut ? records.slice(0, most) : records,
    ),
    newest: isCut || paired.isCut ? most : null,
    replies,
    competencies: loadCompetencies(language),
    pairings: paired.pairings,
  }
}
