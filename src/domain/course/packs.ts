/** Which area packs stand in a course: a person's course is the common modules and then each pack of their areas, once. */
import type { Course, Module, Pack } from './course.ts'

/** The packs that the course has, whoever reads it. */
export const packsOf = (course: Course): readonly Pack[] => course.packs ?? []

/** The modules that everybody has. */
export const commonModules = (course: Course): readonly Module[] =>
  course.modules.filter((module) => !packsOf(course).some(({ slug }) => slug === module.slug))

/** The packs that stand in this course, as they stand there: with what they share. */
export const modulesOfPacks = (course: Course): readonly Module[] =>
  course.modules.filter((module) => packsOf(course).some(({ slug }) => slug === module.slug))

/** Packs that stand in this course, in their order. */
export const packsIn = (course: Course): readonly Pack[] =>
  packsOf(course).filter(({ slug }) => course.modules.some((module) => module.slug === slug))

/** Null where the area has none. */
export const packOfArea = (course: Course, area: string): Pack | null =>
  packsOf(course).find(({ areas }) => areas.includes(area)) ?? null

/** @param areas ids of areas; of those without a pack nothing is added */
export const courseWith = (course: Course, areas: readonly string[]): Course =>
  withPacks(
    course,
    packsOf(course)
      .filter((pack) => pack.areas.some((area) => areas.includes(area)))
      .map(({ slug }) => slug),
  )

/** Whatever packs stood in it before. @param slugs of packs */
export function withPacks(course: Course, slugs: readonly string[]): Course {
  const packs = packsOf(course)
  if (packs.length === 0) return course
  const common = commonModules(course)
  const modules = packs
    .filter(({ slug }) => slugs.includes(slug))
    .reduce<readonly Module[]>(
      (before, pack) => [...before, standing(pack, before, packs, slugs)],
      common,
    )
  return { ...course, modules }
}

/** With every pack: for what is found, read and kept by an id, whoever it is about. */
export const wholeCourse = (course: Course): Course =>
  withPacks(
    course,
    packsOf(course).map(({ slug }) => slug),
  )

/** A module where only some others stand beside it: what it shares comes along, unless it stands in one of these. @param beside slugs */
export function withShared(course: Course, module: Module, beside: readonly string[]): Module {
  const { shared = [] } = module
  if (shared.length === 0) return module
  const sessionsOf = (modules: readonly Module[]) => modules.flatMap(({ sessions }) => sessions)
  const here = sessionsOf(course.modules.filter(({ slug }) => beside.includes(slug)))
  const isHere = (id: string): boolean => here.some((one) => one.id === id)
  const lent = sessionsOf(course.modules).filter(({ id }) => shared.includes(id) && !isHere(id))
  return { ...module, sessions: [...module.sessions, ...lent], shared: shared.filter(isHere) }
}

/** A session of a pack that is not here comes along; one that stands in the course already counts from where it is. */
function standing(
  pack: Pack,
  before: readonly Module[],
  packs: readonly Pack[],
  slugs: readonly string[],
): Pack {
  const here = packs.filter(({ slug }) => slugs.includes(slug))
  const isHere = (id: string): boolean =>
    [...before, ...here].some(({ sessions }) => sessions.some((one) => one.id === id))
  const lent = packs
    .flatMap(({ sessions }) => sessions)
    .filter(({ id }) => pack.shared.includes(id) && !isHere(id))
  return {
    ...pack,
    sessions: [...pack.sessions, ...lent],
    shared: pack.shared.filter((id) => !lent.some((one) => one.id === id)),
  }
}
