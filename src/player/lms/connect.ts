/** From a window to a recorder: the one place that knows which tracker a package uses. */
import type { Course } from '#domain/course/course.ts'
import type { Manner, Standard } from '#domain/packages/packed.ts'
import type { Recorder } from '../recorder.ts'
import { findApi, type WindowLike } from './find-api.ts'
import { lmsRecorder, QUIET, type Surroundings } from './lms-recorder.ts'
import { scorm12 } from './scorm-12.ts'
import { scorm2004 } from './scorm-2004.ts'
import { trackerOf } from './tracker.ts'
import { type Dialect } from './dialect.ts'
import { untracked } from './untracked.ts'

export const DIALECTS: Record<Standard, Dialect> = { '1.2': scorm12, '2004': scorm2004 }

export function connect(
  own: WindowLike,
  standard: Standard,
  course: Course,
  around: Surroundings,
  manner: Manner = QUIET,
): Recorder {
  const dialect = DIALECTS[standard]
  const found = findApi(own, { name: dialect.apiName, method: dialect.methods.initialize })
  if (!found) return untracked()
  const tracker = trackerOf(dialect, found.api, around.now)
  const launch = tracker.begin()
  return launch ? lmsRecorder(course, tracker, launch, around, manner) : untracked()
}
