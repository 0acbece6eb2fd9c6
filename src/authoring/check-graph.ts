/** Whether the parts of the course fit together: ids, and what sessions and competencies need. */
import { CARDS_SLUG } from '#domain/course/decision-cards.ts'
import { sessionsAsked, stepsOf, type Course, type Module } from '#domain/course/course.ts'
import type { Competency, Need } from '#domain/readiness/competency.ts'
import type { Bench } from './bench.ts'

/** Progress hangs on ids: two steps with one id would share it. */
export function checkIds(bench: Bench, { modules }: Course): void {
  const seen = new Set<string>()
  for (const module of modules)
    for (const id of [module.slug, ...stepsOf(module).map(({ item }) => item.id)]) {
      if (seen.has(id))
        bench.error(
          id === module.slug ? 'en/course.yaml' : `en/${module.slug}/module.yaml`,
          id === module.slug ? 'modules' : '',
          `"${id}" is used twice`,
          'give each module and each of its parts its own slug',
        )
      seen.add(id)
      if (id === `${module.slug}/${CARDS_SLUG}`)
        bench.error(
          `en/${module.slug}/module.yaml`,
          '',
          `"${CARDS_SLUG}" is where the decision cards lie`,
          'give it another slug',
        )
    }
}

export function checkNeeds(
  bench: Bench,
  course: Course,
  competencies: readonly Competency[],
): void {
  const modules = course.modules.map(({ slug }) => slug)
  for (const { sessions } of course.modules)
    for (const session of sessions)
      for (const need of session.needs)
        if (!modules.includes(need))
          bench.error(
            `en/${session.id}.yaml`,
            'needs',
            `the course has no module "${need}"`,
            `use one of: ${modules.join(', ')}`,
          )
  checkOrder(bench, course)
  checkSessionsToEnd(bench, course, competencies)
  competencies.forEach(({ needs }, index) => {
    for (const need of needs) checkNeed(bench, course, ['competencies', index, 'needs'], need)
  })
}

/** Whoever takes the sessions in their order has met each line that asks for one when as many have ended as are to be. */
function checkSessionsToEnd(
  bench: Bench,
  { modules }: Course,
  competencies: readonly Competency[],
): void {
  for (const module of modules) {
    const { slug, sessions, sessionsToEnd } = module
    if (!sessionsToEnd) continue
    const file = `en/${slug}/module.yaml`
    if (sessionsToEnd > sessions.length)
      bench.error(
        file,
        'sessionsToEnd',
        `${sessionsToEnd} sessions are to be ended, and there are ${sessions.length}`,
        'add sessions, or lower the number',
      )
    const first = sessions.slice(0, sessionsAsked(module)).map((one) => one.slug)
    const here = new Set(sessions.map((one) => one.slug))
    for (const { id, needs } of competencies)
      for (const set of needs.map(setOf).filter((one) => one.some((name) => here.has(name))))
        if (!set.some((name) => first.includes(name)))
          bench.error(
            file,
            'sessions',
            `the first ${first.length} sessions hold none of ${set.join(', ')}, which "${id}" needs`,
            'list one of them earlier, or raise sessionsToEnd',
          )
  }
}

/** The sessions of which one is needed; empty where something else meets the need, too. */
function setOf(need: Need): string[] {
  if (need.kind === 'practice') return [need.session]
  if (need.kind !== 'any' || !need.of.every(({ kind }) => kind === 'practice')) return []
  return need.of.flatMap(setOf)
}

/** A session whose modules wait for the session itself could never be opened. */
function checkOrder(bench: Bench, { modules }: Course): void {
  const doable = new Set<string>()
  const isBlocked = (slug: string): boolean =>
    !doable.has(slug) && modules.some((module) => module.slug === slug)
  const open = (module: Module): boolean =>
    module.sessions.every(({ needs }) => !needs.some(isBlocked))
  for (let grown = true; grown;) {
    const next = modules.filter((module) => !doable.has(module.slug) && open(module))
    for (const { slug } of next) doable.add(slug)
    grown = next.length > 0
  }
  for (const module of modules.filter(({ slug }) => !doable.has(slug)))
    for (const session of module.sessions.filter(({ needs }) => needs.some(isBlocked)))
      bench.error(
        `en/${session.id}.yaml`,
        'needs',
        'it waits for a module that waits for it',
        'take out the module that holds this session, or that needs it',
      )
}

/** A line whose need is not in the course would silently not be assessed. */
function checkNeed(bench: Bench, course: Course, field: readonly PropertyKey[], need: Need): void {
  if (need.kind === 'any') for (const one of need.of) checkNeed(bench, course, field, one)
  const says = lackOf(course, need)
  if (says) bench.error('competencies.yaml', field, says, 'look for a slip in the name')
}

function lackOf({ modules }: Course, need: Need): string | null {
  if (need.kind === 'practice')
    return modules.some(({ sessions }) => sessions.some(({ slug }) => slug === need.session))
      ? null
      : `the course has no session "${need.session}"`
  if (need.kind !== 'quiz' && need.kind !== 'reflection' && need.kind !== 'exercise') return null
  const module = modules.find(({ slug }) => slug === need.module)
  return module?.[need.kind] ? null : `the course has no ${need.kind} in a module "${need.module}"`
}
