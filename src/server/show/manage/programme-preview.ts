/** How a section would look, and what is other than before. */
import { listAreaHolders, type AreaHolders } from '#db/area-holders.ts'
import type { Lesson } from '#domain/course/course.ts'
import type { Language } from '#domain/course/language.ts'
import type { Programme } from '#domain/programme/programme.ts'
import { boxesOf } from '#programme-file/boxes.ts'
import { inLanguage } from '#programme-file/in-language.ts'
import type { ProgrammeFile } from '#programme-file/programme-file.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { sampleLesson } from '#server/course/load-course.ts'

export interface ProgrammePreviewed {
  readonly programme: Programme
  /** Box by box; '' for what was not there. */
  readonly changes: readonly {
    readonly box: string
    readonly before: string
    readonly after: string
  }[]
  /** Who was signed off with an area that would be taken out; null where none would. */
  readonly losing: (AreaHolders & { readonly areas: readonly string[] }) | null
  /** The lesson that uses most of the programme's words, those that are new in a <mark>. */
  readonly lesson: Lesson | null
}

/** Letters for private use: no text holds them, and no escaper touches them. */
const OPEN = '\uE000'
const CLOSE = '\uE001'

/** How many people are named. */
const SHOWN = 50

export async function previewOf(
  slug: string,
  before: ProgrammeFile,
  after: ProgrammeFile,
  language: Language,
  now: number,
): Promise<ProgrammePreviewed> {
  const programme = inLanguage(slug, after, language)
  const [read = language] = programme.languages
  const lessonIn = programme.languages.includes(language) ? language : read
  const old = inLanguage(slug, before, lessonIn).terms
  const fresh = inLanguage(slug, after, lessonIn)
  const terms = Object.fromEntries(
    Object.entries(fresh.terms).map(([term, words]) => [
      term,
      words === old[term] ? words : OPEN + words + CLOSE,
    ]),
  )
  const lesson = sampleLesson(lessonIn, { ...fresh, terms })
  return {
    programme,
    changes: changesBetween(before, after),
    losing: await losingBy(slug, before, after, language, now),
    lesson: lesson && marked(lesson),
  }
}

async function losingBy(
  slug: string,
  before: ProgrammeFile,
  after: ProgrammeFile,
  language: Language,
  now: number,
): Promise<ProgrammePreviewed['losing']> {
  const gone = Object.keys(before.areas).filter((area) => !(area in after.areas))
  if (gone.length === 0) return null
  const named = inLanguage(slug, before, language).areas
  const holders = await listAreaHolders(slug, gone, momentOf(slug, now), language, SHOWN)
  return { ...holders, areas: gone.map((area) => named[area] ?? area) }
}

function changesBetween(
  before: ProgrammeFile,
  after: ProgrammeFile,
): ProgrammePreviewed['changes'] {
  const [old, now] = [boxesOf(before), boxesOf(after)]
  return Object.keys({ ...old, ...now })
    .map((box) => ({ box, before: old[box] ?? '', after: now[box] ?? '' }))
    .filter((one) => one.before !== one.after)
}

const marked = (lesson: Lesson): Lesson => ({
  ...lesson,
  html: lesson.html.replaceAll(OPEN, '<mark>').replaceAll(CLOSE, '</mark>'),
})
