/** What is still missing of a competency, as something that the trainee can do. */
import { findModule, type Course } from '#domain/course/course.ts'
import type { NeedState } from '#domain/readiness/needs.ts'
import type { MentorWords } from '#i18n/en/mentor.ts'

export interface HowTo {
  readonly text: string
  /** Item id of the page where it is done; null where a person is asked. */
  readonly item: string | null
  /** Only for one of several. */
  readonly of: readonly HowTo[]
}

/** @param state an unmet need */
export function howTo(state: NeedState, course: Course, words: MentorWords): HowTo {
  const { how } = words
  const { need } = state
  const to = (text: string, item: string | null | undefined): HowTo => ({
    text,
    item: item ?? null,
    of: [],
  })
  switch (need.kind) {
    case 'quiz': {
      const module = findModule(course, need.module)
      const title = module?.title ?? need.module
      return to((state.lapsed ? how.refresher : how.quiz)(title), module?.quiz?.id)
    }
    case 'practice': {
      const session = course.modules
        .flatMap(({ sessions }) => sessions)
        .find(({ slug }) => slug === need.session)
      return to(
        (state.tried ? how.practiceAgain : how.practice)(session?.title ?? need.session),
        session?.id,
      )
    }
    case 'observation':
      return to(state.latest == null ? how.observation : how.observationAgain, null)
    case 'reflection': {
      const module = findModule(course, need.module)
      return to(reflectionWords(state, how)(module?.title ?? need.module), module?.reflection?.id)
    }
    case 'exercise': {
      const module = findModule(course, need.module)
      return to(how.exercise(module?.title ?? need.module), module?.exercise?.id)
    }
    case 'talk':
      return to(state.tried ? how.talkAgain : how.talk, null)
    case 'any':
      return { ...to(how.any, null), of: (state.of ?? []).map((one) => howTo(one, course, words)) }
  }
}

/** By what is there: nothing, written, shared, or answered "not yet". */
function reflectionWords(
  { shared, tried }: NeedState,
  how: MentorWords['how'],
): (module: string) => string {
  if (shared === 'waiting') return how.reflectionWaits
  if (shared === 'not-yet') return how.reflectionAgain
  return tried ? how.reflection : how.reflectionNew
}
