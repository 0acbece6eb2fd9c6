/** What an area on the register rests on: its pack, done; without a pack a talk about it. Nothing else. */
import type { Course, Pack } from '#domain/course/course.ts'
import { findStep, stepsOf } from '#domain/course/course.ts'
import { packOfArea, packsOf, withPacks } from '#domain/course/packs.ts'
import type { Progress } from '#domain/learning/progress.ts'
import {
  isDone,
  isModuleDone,
  isRequired,
  stateOf,
  tallyOf,
  type Tally,
} from '#domain/learning/steps.ts'

export type AreaGround =
  | {
      readonly by: 'pack'
      /** Its slug. */
      readonly pack: string
      /** Revisions of its lessons, its quiz and the sessions that they ended, by id. */
      readonly steps: Readonly<Record<string, number>>
    }
  | { readonly by: 'talk'; readonly talk: string; readonly heldAt: number }

/** By area id. */
export type AreaGrounds = Readonly<Record<string, AreaGround>>

/** A talk with a coordinator, as far as this rule reads it. */
export interface AreaTalk {
  readonly id: string
  readonly heldAt: number
  readonly accepted: boolean
  /** Ids of the areas that it was about. */
  readonly areas: readonly string[]
}

/** What can be offered today. An area that has a pack rests on that alone. @param talks newest first: of each area the last word counts */
export function areaGrounds(
  course: Course,
  progress: Progress,
  talks: readonly AreaTalk[],
): AreaGrounds {
  const packs = packsOf(course).flatMap((pack) => {
    const ground = groundOfPack(course, progress, pack)
    return ground ? pack.areas.map((area) => [area, ground] as const) : []
  })
  const talked = new Set(talks.flatMap(({ areas }) => areas))
  const byTalk = [...talked].flatMap((area) => {
    const last = talks.find(({ areas }) => areas.includes(area))
    if (packOfArea(course, area) || !last?.accepted) return []
    return [[area, { by: 'talk', talk: last.id, heldAt: last.heldAt }] as const]
  })
  return Object.fromEntries<AreaGround>([...packs, ...byTalk])
}

function groundOfPack(course: Course, progress: Progress, { slug }: Pack): AreaGround | null {
  const { own, module } = alone(course, slug)
  if (!module || !isModuleDone(own, progress, module)) return null
  const shared = (module.shared ?? []).flatMap((id) => findStep(own, id) ?? [])
  const done = [...stepsOf(module), ...shared].filter(
    (step) => isRequired(step) && isDone(stateOf(own, progress, step)),
  )
  return {
    by: 'pack',
    pack: slug,
    steps: Object.fromEntries(done.map(({ item }) => [item.id, item.revision])),
  }
}

/** A pack as somebody has it who has no other. */
function alone(course: Course, slug: string) {
  const own = withPacks(course, [slug])
  return { own, module: own.modules.find((one) => one.slug === slug) }
}

/** Why an area cannot be offered yet. */
export type AreaLack =
  | {
      readonly area: string
      readonly lacks: 'pack'
      readonly pack: Pack
      readonly tally: Tally
      /** Whether it stands in their course. */
      readonly isTheirs: boolean
    }
  | { readonly area: string; readonly lacks: 'talk' }

/** @param areas ids of the programme @param course theirs */
export const areaLacks = (
  areas: readonly string[],
  grounds: AreaGrounds,
  course: Course,
  progress: Progress,
): AreaLack[] =>
  areas.flatMap((area): AreaLack[] => {
    if (grounds[area]) return []
    const pack = packOfArea(course, area)
    if (!pack) return [{ area, lacks: 'talk' }]
    const { own, module } = alone(course, pack.slug)
    const isTheirs = course.modules.some(({ slug }) => slug === pack.slug)
    return [{ area, lacks: 'pack', pack, tally: tallyOf(own, progress, module), isTheirs }]
  })

/** Of what can be offered what was chosen. */
export const chosenGrounds = (grounds: AreaGrounds, areas: readonly string[]): AreaGrounds =>
  Object.fromEntries(Object.entries(grounds).filter(([area]) => areas.includes(area)))
