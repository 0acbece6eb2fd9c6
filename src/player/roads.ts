/** Runs that can be looked back at: an LMS keeps only the best road and the last one. */
import { bestRun, type EndedRun, type SessionProgress } from '#domain/practice/run.ts'

export const bestKnownRun = (progress: SessionProgress): EndedRun | null =>
  bestRun({ ...progress, ended: progress.ended.filter((run) => run.road.length > 0) })
