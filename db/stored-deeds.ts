/** What a record's JSON may hold, by its kind: in rows of today and of every version before. */
import { PILES } from '#domain/course/decision-cards.ts'
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
import { WHENS } from '#domain/learning/ratings.ts'
import type { LearningRecord, RecordKind, RecordOf } from '#domain/learning/record.ts'

type Values = { readonly [K in RecordKind]: Is<Partial<RecordOf<K>['value']>> }

const isNothing = isObjectOf({})

const VALUES: Values = {
  'lesson-read': isNothing,
  'lesson-opened': isObjectOf({ section: isNumber }),
  'question-answered': isObjectOf(
    { attempt: isText, options: isListOf(isText), right: isYesNo },
    { form: isText },
  ),
  'quiz-finished': isObjectOf(
    { attempt: isText, right: isNumber, of: isNumber, passed: isYesNo, refresher: isYesNo },
    { kept: isMapOf(isNumber) },
  ),
  'turn-taken': isObjectOf({
    run: isText,
    step: isNumber,
    reply: isText,
    verdicts: isMapOf(isOneOf(VERDICTS)),
  }),
  'session-ended': isObjectOf({ run: isText, ending: isText }),
  'reflection-sent': isObjectOf({ text: isText, shared: isYesNo }),
  'exercise-saved': isObjectOf({ fields: isMapOf(isText) }),
  'note-saved': isObjectOf({ text: isText }),
  'card-sorted': isObjectOf({ pile: isOneOf(PILES), right: isYesNo }),
  'confidence-rated': isObjectOf({ when: isOneOf(WHENS), ratings: isMapOf(isNumber) }),
  // Once a question had no words of its own.
  'help-asked': isObjectOf({ page: isText }, { text: isText }),
  'sign-off-asked': isNothing,
  // Once nobody could say until when.
  paused: isObjectOf({}, { until: isOrNull(isText) }),
  resumed: isNothing,
  'meeting-noted': isObjectOf({ day: isText }),
  'meeting-taken-back': isObjectOf({ meeting: isText }),
}
const byKind: ReadonlyMap<string, Is<unknown>> = new Map(Object.entries(VALUES))

interface Row {
  readonly id: string
  readonly kind: string
  readonly value: unknown
}

/** @throws Error where a value is none of its kind; a kind of a version to come passes: whoever folds leaves it out */
export function assertRecord<R extends Row>(row: R): asserts row is R & LearningRecord {
  const is = byKind.get(row.kind)
  if (is && !is(row.value)) throw new Error(`The record ${row.id} holds no ${row.kind}.`)
}
