/** What a progress row's JSON may hold, by its kind: in rows of today and of every version before. */
import { PILES } from '#domain/course/decision-cards.ts'
import { PRINCIPLES } from '#domain/course/item.ts'
import { VERDICTS } from '#domain/course/session.ts'
import {
  isListOf,
  isMapOf,
  isNumber,
  isObjectOf,
  isOneOf,
  isOrNull,
  isText,
  isYesNo,
  type Is,
} from '#domain/json/is.ts'
import type { ItemProgress } from '#domain/learning/progress.ts'

type States = { readonly [P in ItemProgress as P['kind']]: Is<Omit<P, 'kind'>> }

const answers = isMapOf(
  isObjectOf(
    {
      firstRight: isYesNo,
      options: isListOf(isText),
      right: isYesNo,
      tries: isNumber,
      revision: isNumber,
    },
    { form: isText, wrongIn: isText },
  ),
)
const run = {
  id: isText,
  road: isListOf(isObjectOf({ turn: isText, reply: isText, verdicts: isMapOf(isOneOf(VERDICTS)) })),
}

const STATES: States = {
  lesson: isObjectOf({ revision: isNumber }),
  'lesson-open': isObjectOf({ section: isNumber }),
  written: isObjectOf({
    record: isText,
    text: isText,
    fields: isMapOf(isText),
    shared: isYesNo,
  }),
  rated: isObjectOf({ record: isText, ratedAt: isNumber, ratings: isMapOf(isNumber) }),
  pause: isObjectOf({ since: isOrNull(isNumber) }),
  meetings: isObjectOf({ meetings: isListOf(isObjectOf({ id: isText, day: isText })) }),
  cards: isObjectOf({
    sorted: isMapOf(isListOf(isObjectOf({ at: isNumber, pile: isOneOf(PILES), right: isYesNo }))),
  }),
  quiz: isObjectOf({
    passed: isYesNo,
    passedBy: isOrNull(isText),
    best: isOrNull(isObjectOf({ right: isNumber, of: isNumber })),
    tries: isNumber,
    rightAt: isMapOf(isNumber),
    open: isOrNull(isObjectOf({ id: isText, answers })),
    last: isOrNull(
      isObjectOf(
        {
          id: isText,
          answers,
          right: isNumber,
          of: isNumber,
          passed: isYesNo,
          refresher: isYesNo,
        },
        { kept: isMapOf(isNumber) },
      ),
    ),
  }),
  session: isObjectOf({
    open: isOrNull(isObjectOf(run)),
    ended: isListOf(
      isObjectOf({
        ...run,
        ending: isText,
        endedBy: isText,
        crossed: isListOf(isOneOf(PRINCIPLES)),
      }),
    ),
  }),
}
const byKind: ReadonlyMap<string, Is<unknown>> = new Map(Object.entries(STATES))
const isOfAKind = isObjectOf({ kind: isText })

/** A kind of a version to come passes: whoever looks for a lesson, a quiz … finds none. */
export function isProgress(state: unknown): state is ItemProgress {
  return isOfAKind(state) && (byKind.get(state.kind)?.(state) ?? true)
}
