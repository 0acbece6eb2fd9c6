/** What comes of a form in which something was written: refused with what was typed, or sealed and kept. */
import { findStep } from '#domain/course/course.ts'
import { ownWordsOf } from '#domain/course/session.ts'
import type { Made } from '#domain/learning/record.ts'
import {
  writeExercise,
  writeNote,
  writeQuestion,
  writeReflection,
  type Written,
} from '#domain/learning/write.ts'
import type { SavedWords } from '#i18n/en/saved.ts'
import type { Outcome } from '../actions.ts'
import { hashOf, unitAt } from '../place.ts'
import type { Scene } from '../scene.ts'
import { ASK, fieldOf, NOTE, OWN_WORDS, WRITE } from './writing.ts'

/** What was written, and what is said once it is kept. */
export interface Typed {
  readonly written: Written
  readonly missing: string
  readonly done: string
}

/** Null where the page has no such form. */
export function readForm(
  act: string,
  fields: FormData,
  scene: Scene,
  t: SavedWords,
  here: string,
): Typed | null {
  const said = (name: string): string => String(fields.get(name) ?? '')
  const step = findStep(scene.course, unitAt(scene.place) ?? '')
  const { words } = scene.frame
  const kept = (isShared: boolean): string => (isShared ? t.keptShared(here) : t.keptWriting(here))
  switch (act) {
    case WRITE: {
      const isShared = fields.has('share')
      if (step?.kind === 'reflection')
        return typed(
          writeReflection(step.item, said('text'), isShared),
          words.writeFirst,
          kept(isShared),
        )
      if (step?.kind !== 'exercise') return null
      const exercise = writeExercise(step.item, (id) => said(fieldOf(id)))
      return typed(exercise, words.writeFirst, kept(true))
    }
    case OWN_WORDS: {
      if (step?.kind !== 'session') return null
      const { id, revision } = step.item
      const isShared = fields.has('share-own')
      const own = writeReflection({ id: ownWordsOf(id), revision }, said('own'), isShared)
      return typed(own, words.writeFirst, kept(isShared))
    }
    case NOTE:
      if (step?.kind !== 'lesson') return null
      // Online an empty one clears what was there; here there is nothing to clear.
      return said('note').trim() === ''
        ? typed({ kind: 'refused', reason: 'empty' }, t.note.missing, '')
        : typed(writeNote(step.item, said('note')), t.note.missing, t.note.kept(here))
    case ASK: {
      const page = `/learn/${hashOf(scene.place).replace(/^#\//, '')}`.replace(/\/$/, '')
      const item = step ? `/learn/${step.item.id}` : page
      return typed(writeQuestion(item, said('question')), t.ask.missing, t.ask.kept(scene.contact))
    }
    default:
      return null
  }
}

const typed = (written: Written, missing: string, done: string): Typed => ({
  written,
  missing,
  done,
})

export const stay = (scene: Scene, change: Partial<Outcome>): Outcome => ({
  place: scene.place,
  records: [],
  progress: scene.progress,
  refused: null,
  rewound: null,
  answered: scene.answered,
  ...change,
})

/** The form again, with what was typed. */
export const refuse = (scene: Scene, act: string, fields: FormData, problem: string): Outcome =>
  stay(scene, {
    refused: {
      problem,
      ticked: [],
      act,
      typed: Object.fromEntries([...fields].map(([name, value]) => [name, String(value)])),
    },
  })

export const problemOf = (
  written: Extract<Written, { kind: 'refused' }>,
  act: string,
  { missing }: Typed,
  t: SavedWords,
): string => {
  if (written.reason === 'empty') return missing
  return act === ASK ? t.questionTooLong : t.tooLong
}

export const madeIn = (typed: Typed): Made | null =>
  typed.written.kind === 'made' ? typed.written.made : null
