/** The drawn faces of those whom a trainee talks with: content/portraits/<name>.svg, described in people.yaml. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Course, Module } from '#domain/course/course.ts'
import type { Portrait } from '#domain/course/session.ts'
import type { Bench } from './bench.ts'
import { hashOf } from './read.ts'
import { peopleFile } from './schema.ts'

const PATH = 'people.yaml'

/** Beside the ledger: another face is no other meaning, and no item counts as changed by it. */
export function withPortraits(bench: Bench, folder: string, course: Course): Course {
  if (!bench.source.has(PATH)) return course
  const people = bench.read(PATH, peopleFile)?.people ?? []
  const portraitOf = (who: string): { readonly portrait?: Portrait } => {
    const index = people.findIndex(({ name }) => name === who)
    const looks = people[index]?.looks
    const file = path.join(folder, 'portraits', `${who.toLowerCase()}.svg`)
    if (!looks && !existsSync(file)) return {}
    if (!looks || !existsSync(file)) {
      bench.error(
        PATH,
        ['people', index, 'looks'],
        looks
          ? `there is no drawing portraits/${who.toLowerCase()}.svg`
          : `nobody says how ${who} looks, and there is a drawing`,
        'draw the face and describe it in both languages, or have neither',
      )
      return {}
    }
    return {
      portrait: { drawing: innerOf(readFileSync(file, 'utf8')), alt: looks[course.language] },
    }
  }
  const drawnIn = <T extends Module>(module: T): T => ({
    ...module,
    sessions: module.sessions.map((session) => ({ ...session, ...portraitOf(session.who) })),
  })
  const { release: _, ...drawn } = {
    ...course,
    modules: course.modules.map(drawnIn),
    ...(course.packs ? { packs: course.packs.map(drawnIn) } : {}),
  }
  return { ...drawn, release: hashOf(JSON.stringify(drawn)) }
}

/** Without its own svg element: the page gives it one, at its size. */
const innerOf = (svg: string): string => svg.replace(/^\s*<svg[^>]*>|<\/svg>\s*$/g, '').trim()
