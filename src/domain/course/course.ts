/** The compiled course in one language: what pages, player, package and grader read. */
import type { DecisionCard } from './decision-cards.ts'
import type { Item, ItemId, Principle } from './item.ts'
import type { Language } from './language.ts'
import type { Former } from './ledger.ts'
import type { Quiz } from './quiz.ts'
import type { Session } from './session.ts'

export interface Lesson extends Item {
  readonly minutes: number
  readonly star: boolean
  readonly principles: readonly Principle[]
  /** Last reviewed, `YYYY-MM-DD`. */
  readonly reviewed: string
  readonly contentNote?: string
  /** What it closes with: a prompt, where its text ends in none, and a line to compare one's own with. */
  readonly compare?: { readonly ask?: string; readonly line: string }
  /** HTML with slots for the programme's words; see fill-words.ts. */
  readonly html: string
  /** Glossary ids explained in this lesson, in the order of their first use. */
  readonly terms: readonly string[]
}

export interface Reflection extends Item {
  readonly help: string
}

export interface Exercise extends Item {
  readonly help: string
  readonly fields: readonly { readonly id: string; readonly label: string }[]
}

export interface Module {
  readonly slug: string
  readonly title: string
  readonly summary: string
  readonly star: boolean
  readonly outcomes: readonly string[]
  /** Three things a person knows now, for the results page. */
  readonly remember: readonly string[]
  readonly shownIn: Language
  readonly stale: boolean
  readonly lessons: readonly Lesson[]
  readonly sessions: readonly Session[]
  /** How many of them are to be ended, whichever; left out where it is all. */
  readonly sessionsToEnd?: number
  /** Ids of sessions that stand elsewhere in the course and count here, too; only a pack has any. */
  readonly shared?: readonly ItemId[]
  readonly quiz: Quiz | null
  readonly reflection: Reflection | null
  readonly exercise: Exercise | null
}

/** What goes with one or more areas of a programme, only for whoever has one of them. Its ids are like a module's. */
export interface Pack extends Module {
  /** Area ids of the programmes, by areas.yaml. */
  readonly areas: readonly string[]
  /** Ids of sessions of modules or other packs that serve it, too. */
  readonly shared: readonly ItemId[]
}

export interface Resource extends Item {
  readonly summary: string
  readonly html: string
}

/** In the order in which those who teach find them. */
export const TEACHING_GROUPS = ['program', 'plans', 'scenes', 'support', 'forms'] as const
export type TeachingGroup = (typeof TEACHING_GROUPS)[number]

/** The sheet to print without a name: drawn from the lines that are signed off, and no page of the course. */
export const OBSERVER_SHEET = 'observer-sheet'
/** What stands among the pages for those who teach and is drawn from data. */
export const TEACHING_SHEETS: readonly string[] = [OBSERVER_SHEET, 'to-confirm']

export interface TeachingPage extends Resource {
  readonly group: TeachingGroup
}

export interface GlossaryTerm {
  readonly term: string
  readonly meaning: string
}

export interface Course {
  readonly language: Language
  readonly title: string
  readonly summary: string
  /** Hash of the whole compiled course: the release that a package or a saved copy carries. */
  readonly release: string
  readonly modules: readonly Module[]
  readonly resources: readonly Resource[]
  /** Every area pack that a person may have beside the modules (packs.ts); left out where there is none. */
  readonly packs?: readonly Pack[]
  /** Decision cards, those of the packs among them: only on the platform, never in a package or on a device; left out where there is none. */
  readonly cards?: readonly DecisionCard[]
  /** For those who teach it; a trainee and a package never have them. */
  readonly teaching: readonly TeachingPage[]
  readonly glossary: Readonly<Record<string, GlossaryTerm>>
  /** Of steps and questions; left out where each has its first name. */
  readonly former?: Former
}

export type Step =
  | { readonly kind: 'lesson'; readonly module: Module; readonly item: Lesson }
  | { readonly kind: 'quiz'; readonly module: Module; readonly item: Quiz }
  | { readonly kind: 'session'; readonly module: Module; readonly item: Session }
  | { readonly kind: 'reflection'; readonly module: Module; readonly item: Reflection }
  | { readonly kind: 'exercise'; readonly module: Module; readonly item: Exercise }

/** How many of a module's practice sessions are to be ended; the others are more practice. */
export function sessionsAsked({ sessions, shared = [], sessionsToEnd }: Module): number {
  const all = sessions.length + shared.length
  return Math.min(sessionsToEnd ?? all, all)
}

/** Everything a trainee does, in the order of the course: lessons, sessions, quiz, then what they write. */
export function stepsOf(module: Module): readonly Step[] {
  const known = steps.get(module)
  if (known) return known
  const made: readonly Step[] = [
    ...module.lessons.map((item): Step => ({ kind: 'lesson', module, item })),
    ...module.sessions.map((item): Step => ({ kind: 'session', module, item })),
    ...(module.quiz ? [{ kind: 'quiz', module, item: module.quiz } as const] : []),
    ...(module.exercise ? [{ kind: 'exercise', module, item: module.exercise } as const] : []),
    ...(module.reflection
      ? [{ kind: 'reflection', module, item: module.reflection } as const]
      : []),
  ]
  steps.set(module, made)
  return made
}

/** A course does not change; whoever asks where somebody stands asks for its steps again and again. */
const steps = new WeakMap<Module, readonly Step[]>()
const inOrder = new WeakMap<Course, readonly Step[]>()
const byId = new WeakMap<Course, ReadonlyMap<ItemId, Step>>()

/** For a course that does change: a package gets its modules one by one, in place. */
export function forgetSteps(course: Course): void {
  inOrder.delete(course)
  byId.delete(course)
}

export function allSteps(course: Course): readonly Step[] {
  const known = inOrder.get(course)
  if (known) return known
  const made = course.modules.flatMap(stepsOf)
  inOrder.set(course, made)
  // Where two have one id the first is found.
  byId.set(course, new Map(made.toReversed().map((step) => [step.item.id, step])))
  return made
}

/** Null where the course has no such item. */
export const findModule = (course: Course, slug: string): Module | null =>
  course.modules.find((module) => module.slug === slug) ?? null

export const findStep = (course: Course, id: ItemId): Step | null =>
  allSteps(course).length > 0 ? (byId.get(course)?.get(id) ?? null) : null
