/**
 * A package carries its course in pieces: the outline comes before the first page, then each module when a page of it is
 * opened, and the pages to print with every explained word.
 */
import { findStep, type Course, type Module } from '#domain/course/course.ts'

/** A module with the words that its lessons explain, or all that stands beside the modules. */
export type Piece = Pick<Course, 'modules' | 'resources' | 'glossary'>

/** What stands beside the modules; no module is called so, since the ids of its pages begin with it. */
export const BESIDE = 'resources'

/** Where its script lies in a package. */
export const pieceFile = (name: string): string => `course/${name}.js`

/** By name. */
export const piecesOf = ({ modules, resources, glossary }: Course): Map<string, Piece> =>
  new Map([
    ...modules.map((module): [string, Piece] => [
      module.slug,
      { modules: [module], resources: [], glossary: wordsOf(module, glossary) },
    ]),
    [BESIDE, { modules: [], resources, glossary }],
  ])

function wordsOf({ lessons }: Module, glossary: Course['glossary']): Course['glossary'] {
  const ids = lessons.flatMap(({ terms }) => terms)
  return Object.fromEntries(Object.entries(glossary).filter(([id]) => ids.includes(id)))
}

/** The course with what a piece brings in the place of its outline. */
export const withPiece = (course: Course, piece: Piece): Course => ({
  ...course,
  modules: course.modules.map(
    (module) => piece.modules.find(({ slug }) => slug === module.slug) ?? module,
  ),
  resources: piece.resources.length ? piece.resources : course.resources,
  glossary: { ...course.glossary, ...piece.glossary },
})

/** The piece with the page of an item. */
export const pieceWith = (course: Course, id: string): string =>
  findStep(course, id)?.module.slug ?? BESIDE
