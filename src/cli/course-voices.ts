/** Prints what is recorded and what is not, or the script and the guide for one page. */
import { compileContent } from '#authoring/check.ts'
import { readContent } from '#authoring/read.ts'
import { linesAsSaid, placesIn, wordingOf, type Spoken } from '#authoring/recordings.ts'
import type { Module } from '#domain/course/course.ts'
import { LANGUAGES, type Language } from '#domain/course/language.ts'
import { packsOf } from '#domain/course/packs.ts'
import { CouldNot, Misuse } from './command.ts'
import type { Given } from './given.ts'
import { chosen } from './named-session.ts'
import { nearest } from './nearest.ts'
import { VOICE_GUIDE } from './voice-guide.ts'

interface Slot {
  readonly page: string
  readonly title: string
  readonly kind: 'story' | 'conversation' | 'session'
  readonly lines: readonly Spoken[]
  readonly isRecorded: boolean
}

/** Read calmly; a phone call has about as many. */
const WORDS_A_MINUTE = 130

export function run(given: Given): number {
  const asked = given.text('language')
  const languages = asked ? [chosen('language', asked, LANGUAGES)] : LANGUAGES
  const { courses } = compileContent('content')
  const { source } = readContent('content')
  const [page] = given.words
  for (const language of languages) {
    const course = courses[language]
    if (!course) throw new CouldNot('The course cannot be read: course check says why.')
    const bodyOf = (id: string): string =>
      (source.get(`${language}/${id}.mdx`) ?? source.get(`${language}/areas/${id}.mdx`))?.body ?? ''
    const slots = slotsOf([...course.modules, ...packsOf(course)], bodyOf)
    if (page) for (const line of scriptOf(slots, page, language)) console.log(line)
    else for (const line of listOf(slots, language)) console.log(line)
  }
  return 0
}

/** In the order of the course. */
const slotsOf = (units: readonly Module[], bodyOf: (id: string) => string): Slot[] =>
  units.flatMap(({ lessons, sessions }) => [
    ...lessons.flatMap(({ id }) =>
      placesIn(bodyOf(id)).map(({ kind, title, lines, said }) => ({
        page: id,
        title,
        kind,
        lines,
        isRecorded: said !== null,
      })),
    ),
    ...sessions.map((session) => ({
      page: session.id,
      title: session.title,
      kind: 'session' as const,
      lines: linesAsSaid(session),
      isRecorded: session.recording !== undefined,
    })),
  ])

function listOf(slots: readonly Slot[], language: Language): string[] {
  const done = slots.filter(({ isRecorded }) => isRecorded).length
  return [
    `${language}: ${done} of ${slots.length} are recorded`,
    ...slots.map(
      ({ page, title, kind, lines, isRecorded }) =>
        `  ${isRecorded ? 'recorded' : '-       '}  ${page}  ${kind} "${title}", about ${secondsOf(lines)} s`,
    ),
    '',
  ]
}

function scriptOf(slots: readonly Slot[], page: string, language: Language): string[] {
  const here = slots.filter((slot) => slot.page === page)
  if (here.length === 0) {
    const pages = [...new Set(slots.map((slot) => slot.page))]
    const meant = nearest(page, pages)
    throw new Misuse(
      `Nothing on a page "${page}" can be recorded.${meant ? ` Did you mean "${meant}"?` : ''}`,
    )
  }
  const guide = VOICE_GUIDE[language]
  return [
    ...guide.how,
    '',
    ...here.flatMap(({ title, kind, lines }) => [
      `== ${guide.kinds[kind]}: ${title}`,
      '',
      ...(kind === 'session' ? [guide.session(page), ''] : lines.flatMap(lineOf)),
      guide.write(wordingOf(lines), kind),
      '',
    ]),
  ]
}

const lineOf = ({ who, words }: Spoken): string[] => [`${who.toUpperCase()}: ${words}`, '']

const secondsOf = (lines: readonly Spoken[]): number =>
  Math.round(
    (lines.reduce((sum, { words }) => sum + words.split(/\s+/).length, 0) / WORDS_A_MINUTE) * 60,
  )
