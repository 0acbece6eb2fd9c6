/** The practice session that somebody named, by its slug or its whole id. */
import type { Course } from '#domain/course/course.ts'
import { wholeCourse } from '#domain/course/packs.ts'
import type { Session } from '#domain/course/session.ts'
import { Misuse } from './command.ts'
import { nearest } from './nearest.ts'

/** @throws Misuse with the nearest name, and with all there are */
export function namedSession(course: Course, name: string): Session {
  const sessions = wholeCourse(course).modules.flatMap((module) => module.sessions)
  const found = sessions.find(({ id, slug }) => name === slug || name === id)
  if (found) return found
  const slugs = sessions.map(({ slug }) => slug)
  const meant = nearest(name.split('/').at(-1) ?? name, slugs)
  throw new Misuse(
    `The course has no session "${name}".${meant ? ` Did you mean "${meant}"?` : ''}\nIt has ${slugs.join(', ') || 'none'}.`,
  )
}

/** One of the choices of an option, or a Misuse that names them. */
export function chosen<T extends string>(option: string, value: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === value)
  if (found) return found
  const meant = nearest(value, choices)
  throw new Misuse(
    `--${option}: "${value}" is none of ${choices.join(', ')}.${meant ? ` Did you mean "${meant}"?` : ''}`,
  )
}
