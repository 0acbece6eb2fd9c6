/** Three cards from modules that were passed before: what a module begins with. Nobody has to, and nothing is scored. */
import { dayAt, type Day } from '#domain/calendar/days.ts'
import type { Course, Module, Step } from '#domain/course/course.ts'
import type { DecisionCard } from '#domain/course/decision-cards.ts'
import { dealt } from './dealt.ts'
import type { Progress } from './progress.ts'
import { ownCards, sortedOf } from './remembering.ts'

const CARDS_BEFORE = 3

export interface WarmUp {
  readonly module: Module
  readonly cards: readonly DecisionCard[]
  /** Those of them that were not looked at today. */
  readonly left: readonly DecisionCard[]
}

interface Whose {
  readonly person: string
  readonly course: Course
  readonly progress: Progress
  readonly timeZone: string
}

/** The same for the same person, module, and modules passed. Null where there is no such module or nothing was passed before. */
export function warmUpOf(of: Whose, slug: string, today: Day): WarmUp | null {
  const { person, course, progress, timeZone } = of
  const module = course.modules.find((one) => one.slug === slug)
  const own = ownCards({ ...of, signedOffAt: null }).map(({ card }) => card)
  const others = own.filter((card) => card.module !== slug)
  if (!module || others.length === 0) return null
  const shuffled = dealt(others, ({ id }) => id, `${person}/${slug}`)
  const first = shuffled.filter(
    ({ module: from }, at) => shuffled.findIndex((one) => one.module === from) === at,
  )
  const cards = [...first, ...shuffled.filter((card) => !first.includes(card))].slice(
    0,
    CARDS_BEFORE,
  )
  const isNew = (card: DecisionCard): boolean =>
    !sortedOf(progress, card).some(({ at }) => dayAt(at, timeZone) === today)
  return { module, cards, left: cards.filter(isNew) }
}

/** Offered on the first lesson of a module of which nothing was read or answered yet. */
export function warmUpOn(of: Whose, { kind, module, item }: Step, today: Day): WarmUp | null {
  const isFirst = kind === 'lesson' && module.lessons[0]?.id === item.id
  const isBegun = [...module.lessons, module.quiz].some((one) => {
    const have = one && of.progress[one.id]
    return have?.kind === 'lesson' || have?.kind === 'quiz'
  })
  if (!isFirst || isBegun) return null
  const found = warmUpOf(of, module.slug, today)
  return found && found.left.length > 0 ? found : null
}
