/** Who speaks in a practice session besides the other person: what authors write, and what they are told. */
import { expect, test } from 'vitest'
import { compileWith, swap, told } from './small-content.ts'

const SESSION = 'en/consent/window.yaml'
const WORDS = 'es/consent/window.yaml'

/** The nurse answers in the first turn; the second is told, not said. */
const ENGLISH = (text: string): string =>
  [
    swap('turns:', 'others: { nurse: The nurse }\nturns:'),
    swap('consequence: He thinks.', 'consequence: Ask him.\n        answeredBy: nurse'),
    swap('says: Who told you?', 'speaker: narration\n    says: He turns away.'),
  ].reduce((changed, change) => change(changed), text)
const SPANISH = swap('turns:', 'others: { nurse: La enfermera }\nturns:')

const firstTurns = (language: 'en' | 'es') => {
  const course = compileWith({ [SESSION]: ENGLISH, [WORDS]: SPANISH }).courses[language]
  return course?.modules[0]?.sessions[0]?.turns ?? []
}

test('a third person has a name in each language, and narration has none', () => {
  for (const [language, name] of [
    ['en', 'The nurse'],
    ['es', 'La enfermera'],
  ] as const) {
    const [looksUp, turnsAway] = firstTurns(language)
    expect(looksUp?.replies[0]?.answeredBy).toEqual({ kind: 'person', name })
    expect(turnsAway?.speaker).toEqual({ kind: 'narration' })
    expect(looksUp).not.toHaveProperty('speaker')
    expect(looksUp?.replies[1]).not.toHaveProperty('answeredBy')
  }
})

const errors = (change: (text: string) => string): string[] =>
  told({ [SESSION]: change }).filter((text) => text.startsWith('error: '))

test('a speaker whom nobody knows is refused with the names that there are', () => {
  expect(errors(swap('says: Hm?', 'speaker: doctor\n    says: Hm?'))).toEqual([
    'error: content/en/consent/window.yaml:11 (turns.0.speaker): nobody here is called "doctor"\n  -> use one of: narration; leave it out where Dennis speaks',
  ])
  expect(errors((text) => ENGLISH(text).replace('answeredBy: nurse', 'answeredBy: nurs'))).toEqual([
    'error: content/en/consent/window.yaml:18 (turns.0.replies.0.answeredBy): nobody here is called "nurs"\n  -> use one of: narration, nurse; leave it out where Dennis speaks',
    'error: content/en/consent/window.yaml:8 (others.nurse): "nurse" never speaks\n  -> take it out, or name it as the speaker of what they say',
  ])
})

test('a name that is not translated is warned of, and shown in English', () => {
  const said = told({ [SESSION]: ENGLISH })
  expect(said).toContain(
    'warning: content/es/consent/window.yaml:1 (others.nurse): the name is not translated\n  -> add it under this key',
  )
})
