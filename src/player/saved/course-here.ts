/** The modules that are saved here, as one course. */
import type { Course, Module, Resource } from '#domain/course/course.ts'
import { withOpened } from '#domain/learning/opened.ts'
import type { SavedModule } from '#offline/store.ts'

/** @param saved at least one, in the order of the course @param opened sessions that a coordinator opened for them */
export function courseHere(saved: readonly SavedModule[], opened: readonly string[]): Course {
  const courses = saved.map(({ course }) => course)
  const [first] = courses
  if (!first) throw new Error('Nothing is saved here.')
  const resources = new Map<string, Resource>(
    courses.flatMap(({ resources }) => resources.map((one) => [one.id, one] as const)),
  )
  const whole = {
    ...first,
    modules: courses.flatMap(({ modules }) => modules).map(onceEach()),
    resources: [...resources.values()],
    glossary: Object.assign({}, ...courses.map(({ glossary }) => glossary)) as Course['glossary'],
  }
  return withOpened(whole, opened)
}

/** A pack that is saved brings what it shares: where that is saved too, it stands there alone. */
function onceEach(): (module: Module) => Module {
  const before = new Set<string>()
  return (module) => {
    const again = module.sessions.filter(({ id }) => before.has(id))
    for (const { id } of module.sessions) before.add(id)
    if (again.length === 0) return module
    return {
      ...module,
      sessions: module.sessions.filter((one) => !again.includes(one)),
      shared: [...(module.shared ?? []), ...again.map(({ id }) => id)],
    }
  }
}

export const missingHere = (saved: readonly SavedModule[]): SavedModule['order'] =>
  (saved[0]?.order ?? []).filter(({ slug }) => !saved.some(({ module }) => module === slug))
