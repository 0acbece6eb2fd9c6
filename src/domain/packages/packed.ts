/** What a package carries for the player: written by scorm/build into course.js and course/, read by player/. */
import { forgetSteps, type Course } from '#domain/course/course.ts'
import { varietyOf, type Variety } from '#domain/programme/locale.ts'
import type { Programme } from '#domain/programme/programme.ts'
import { fold, unfold, type Told } from './fold.ts'
import { courseFrom, outlineOf, type CourseOutline } from './outline.ts'
import { piecesOf, withPiece, type Piece } from './pieces.ts'

export const STANDARDS = ['1.2', '2004'] as const
export type Standard = (typeof STANDARDS)[number]

export const isStandard = (value: unknown): value is Standard =>
  STANDARDS.includes(value as Standard)

/** The course in one language, filled with the programme's words; only the modules that were chosen. */
export interface Edition {
  readonly course: Course
  readonly programme: Pick<
    Programme,
    'slug' | 'name' | 'organisation' | 'country' | 'timeZone' | 'contact' | 'crisis'
  >
}

/** What a learning system is told, as whoever made the package decided; see presets.ts. */
export interface Manner {
  /** Finished attempts at one quiz without a pass after which a failure is told; 0 for never. */
  readonly tries: number
  /** What is written then: nothing, the score alone, or the score and "failed". */
  readonly failure: 'nothing' | 'score' | 'failed'
  /** Whether single answers of quizzes are told, as interactions. */
  readonly answers: boolean
  /** Whether it is told that a practice session has ended, as an objective: never what was said in it. */
  readonly sessions: boolean
}

/** The edition of the language in which the package opens, and the others. */
export interface Packed extends Edition {
  /** Which of the two runtime interfaces the package speaks. */
  readonly standard: Standard
  readonly others: readonly Edition[]
  readonly manner: Manner
  /** Whether the files of clips lie in `media/`. */
  readonly media: boolean
  /** That of the course; of several languages one that changes with each of them. */
  readonly release: string
  /** The day of the release, `YYYY-MM-DD`. */
  readonly builtOn: string
}

/** The language, as the programme's country says it. */
export const varietyIn = ({ course, programme }: Edition): Variety =>
  varietyOf(course.language, programme)

export const editionsOf = (packed: Packed): readonly Edition[] => [packed, ...packed.others]

/** The global that course.js sets. */
export const PACKED = 'ALONGSIDE'

/**
 * What course.js says: the outline of the course. The two languages are alike but for their words, so the second is told
 * as what differs.
 */
export interface Folded extends Omit<Packed, 'course' | 'others'> {
  readonly course: CourseOutline
  readonly others: readonly Told[]
  /** By name: each is put there by the script of its piece. */
  readonly pieces: Readonly<Record<string, FoldedPiece>>
}

/** A piece in the first language, and what differs in each other one. */
export interface FoldedPiece {
  /** That of its package: one of another release, from some cache, is none. */
  readonly release: string
  readonly first: Piece
  readonly others: readonly Told[]
}

const editionIn = ({ course, programme }: Edition): OutlinedEdition => ({
  course: outlineOf(course),
  programme,
})

interface OutlinedEdition extends Omit<Edition, 'course'> {
  readonly course: CourseOutline
}

export function folded(packed: Packed): Folded {
  const first = editionIn(packed)
  return {
    ...packed,
    ...first,
    others: packed.others.map((other) => fold(first, editionIn(other))),
    pieces: {},
  }
}

/** By name, for a script each. */
export function foldedPieces(packed: Packed): ReadonlyMap<string, FoldedPiece> {
  const others = packed.others.map(({ course }) => piecesOf(course))
  return new Map(
    [...piecesOf(packed.course)].map(([name, first]) => [
      name,
      {
        release: packed.release,
        first,
        others: others.map((other) => fold(first, other.get(name))),
      },
    ]),
  )
}

/** Without a piece; `addPiece` brings them. */
export function unfolded({ pieces: _, ...packed }: Folded): Packed {
  const { course, programme } = packed
  return {
    ...packed,
    course: courseFrom(course),
    others: packed.others.map((told) => {
      const other = unfold({ course, programme }, told) as OutlinedEdition
      return { ...other, course: courseFrom(other.course) }
    }),
  }
}

/** In place, in all languages: whoever holds a course of this package has the piece from now on. */
export function addPiece(packed: Packed, { first, others }: FoldedPiece): void {
  Object.assign(packed.course, withPiece(packed.course, first))
  forgetSteps(packed.course)
  packed.others.forEach(({ course }, at) => {
    const piece = unfold(first, others[at] ?? 0) as Piece
    Object.assign(course, withPiece(course, piece))
    forgetSteps(course)
  })
}
