/** What somebody wrote, for a search of their own and nobody else's. */
import { allSteps, type Course } from '#domain/course/course.ts'
import { ownWordsOf } from '#domain/course/session.ts'
import type { Progress } from '#domain/learning/progress.ts'
import type { SearchPart } from './parts.ts'

/** Reflections, exercises, and own words after a session, as they stand now. */
export const ownParts = (course: Course, progress: Progress): SearchPart[] =>
  allSteps(course).flatMap(({ kind, item, module }) => {
    const written = progress[kind === 'session' ? ownWordsOf(item.id) : item.id]
    if (written?.kind !== 'written') return []
    const part: SearchPart = {
      key: item.id,
      kind: 'own',
      id: kind === 'session' ? `${item.id}/debrief` : item.id,
      module: module.title,
      title: item.title,
      heading: '',
      anchor: '',
      text: [written.text, ...Object.values(written.fields)].join(' ').trim(),
      shownIn: course.language,
    }
    return [part]
  })
