/** What somebody wrote, for a search of their own and nobody else's. */
import { allSteps, type Course, type Step } from '#domain/course/course.ts'
import { ownWordsOf } from '#domain/course/session.ts'
import type { Progress, WrittenProgress } from '#domain/learning/progress.ts'
import { NOTE_ANCHOR } from '#domain/learning/cards.ts'
import { noteOf } from '#domain/learning/record.ts'
import type { SearchPart } from './parts.ts'

/** Reflections, exercises, notes, and own words after a session, as they stand now. */
export const ownParts = (course: Course, progress: Progress): SearchPart[] =>
  allSteps(course).flatMap((step): SearchPart[] => {
    const { item, module } = step
    const [unit, page, anchor] = placeOf(step)
    const written = progress[unit]
    const text = written?.kind === 'written' ? textOf(written) : ''
    if (!text) return []
    return [
      {
        key: unit,
        kind: 'own',
        id: page,
        module: module.title,
        title: item.title,
        heading: '',
        anchor,
        text,
        shownIn: course.language,
      },
    ]
  })

/** Where it is kept, and the page that shows it. */
function placeOf({ kind, item: { id } }: Step): readonly [unit: string, page: string, at: string] {
  if (kind === 'session') return [ownWordsOf(id), `${id}/debrief`, '']
  return kind === 'lesson' ? [noteOf(id), id, NOTE_ANCHOR] : [id, id, '']
}

const textOf = ({ text, fields }: WrittenProgress): string =>
  [text, ...Object.values(fields)].join(' ').trim()
