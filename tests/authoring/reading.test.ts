import { describe, expect, test } from 'vitest'
import { proseOf } from '#authoring/prose.ts'
import { parseFile } from '#authoring/read.ts'
import { measure, outside, sentencesOf, wordsOf } from '#authoring/reading.ts'
import { syllablesIn } from '#authoring/syllables.ts'

describe('syllables', () => {
  test.each([
    ['usted', 2],
    ['muy', 1],
    ['que', 1],
    ['guerra', 2],
    ['pingüino', 3],
    ['mentora', 3],
    ['diálisis', 3],
    ['país', 2],
    ['día', 2],
    ['baúl', 2],
    ['poeta', 3],
    ['cuidado', 3],
    ['ahora', 3],
    ['ahí', 2],
    ['conversación', 4],
    ['coordinadora', 6],
    ['enfermedad', 4],
    ['ayuda', 3],
    ['yo', 1],
    ['y', 1],
    ['6', 1],
  ])('Spanish: %s has %i', (word, count) => {
    expect(syllablesIn(word, 'es')).toBe(count)
  })

  test.each([
    ['mentor', 2],
    ['dialysis', 4],
    ['the', 1],
    ['listened', 2],
    ['complicated', 4],
    ['988', 1],
  ])('English: %s has %i', (word, count) => {
    expect(syllablesIn(word, 'en')).toBe(count)
  })
})

describe('sentences and words', () => {
  test('a sentence ends before a capital; a colon, "a.m." and "it looks like …" do not end one', () => {
    expect(sentencesOf('You wait. You ask: "May I?" Then you wait until 3 a.m. and go.')).toEqual([
      'You wait.',
      'You ask: "May I?"',
      'Then you wait until 3 am and go.',
    ])
    expect(sentencesOf('It looks like … well, fine.')).toHaveLength(1)
    expect(sentencesOf('«¿Durmió bien?» Le dicen «No». ¿Y ahora?')).toHaveLength(3)
  })

  test('"don\'t", "one-to-one" and 1,000 are one word each', () => {
    expect(wordsOf("Don't walk one-to-one 1,000 times – no!")).toEqual([
      "Don't",
      'walk',
      'one-to-one',
      '1,000',
      'times',
      'no',
    ])
  })
})

describe('how hard a page is', () => {
  test('English: the Flesch–Kincaid grade', () => {
    const reading = measure(['You wait. You ask again.'], 'en')
    expect(reading).toMatchObject({ words: 5, sentences: 2, wordsPerSentence: 2.5, longest: 3 })
    // You wait you ask a-gain: 6 syllables in 5 words
    expect(reading.score).toBeCloseTo(0.39 * 2.5 + 11.8 * (6 / 5) - 15.59, 5)
  })

  test('Spanish: INFLESZ', () => {
    const reading = measure(['Usted espera. Luego pregunta.'], 'es')
    // us-ted es-pe-ra lue-go pre-gun-ta: 10 syllables in 4 words
    expect(reading.score).toBeCloseTo(206.835 - 62.3 * (10 / 4) - 2, 5)
  })

  test('an empty page is measured without complaint', () => {
    const nothing = { words: 0, sentences: 0, wordsPerSentence: 0, longest: 0, score: 0 }
    expect(measure([], 'en')).toEqual(nothing)
    expect(measure(['–'], 'es')).toEqual(nothing)
    expect(outside(nothing, 'es')).toEqual([])
  })

  test('what misses a target is named: lower is easier in English, higher in Spanish', () => {
    const base = { words: 100, sentences: 4, longest: 40 }
    expect(outside({ ...base, wordsPerSentence: 25, score: 9 }, 'en')).toEqual([
      'more than 20 words a sentence',
      'grade above 8',
    ])
    expect(outside({ ...base, wordsPerSentence: 20, score: 8 }, 'en')).toEqual([])
    expect(outside({ ...base, wordsPerSentence: 12, score: 64.9 }, 'es')).toEqual([
      'INFLESZ below 65',
    ])
    expect(outside({ ...base, wordsPerSentence: 12, score: 65 }, 'es')).toEqual([])
  })
})

describe('what is read of a file', () => {
  const terms = { 'clinical-team': 'your dialysis staff', coordinator: 'your coordinator' }

  test('a lesson: titles of parts and the programme’s words, not the tags and not what a drawing shows', () => {
    const file = parseFile(
      'en/consent/waiting.mdx',
      `---
title: Waiting
minutes: 6
---
You ask <Local term="clinical-team" />, **always**.

<Figure name="doors" alt="Three doors">Yes, no.</Figure>

<Conversation title="Not today">

<Says who="Rosa">Um. No.</Says>

</Conversation>

<DoList>
- wait
- read <LessonLink to="a/b">the other one</LessonLink>
</DoList>
`,
      [],
    )
    expect(proseOf(file, terms)).toEqual([
      'Waiting',
      'You ask your dialysis staff, always.',
      'Yes, no.',
      'Not today',
      'Um. No.',
      'wait',
      'read the other one',
    ])
  })

  test('a talk: what is said, not its ids and verdicts', () => {
    const file = parseFile(
      'en/practising/skip.yaml',
      `title: Skip
start: rosa-asks
turns:
  - id: rosa-asks
    says: "Could I skip?"
    replies:
      - id: ask
        say: "Ask {{clinical-team}}."
        principles: { no-advice: kept }
        to: next
`,
      [],
    )
    expect(proseOf(file, terms)).toEqual(['Skip', 'Could I skip?', 'Ask your dialysis staff.'])
  })
})
