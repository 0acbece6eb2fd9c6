import { describe, expect, test } from 'vitest'
import { CONTACT_WAYS, SPOKEN_LANGUAGES } from '#domain/readiness/offer.ts'
import { LANGUAGES } from '#domain/course/language.ts'
import { wordsIn } from '#i18n/words.ts'
import { contactWayName, languageName, spokenLanguages } from '#view/offer.ts'

const inEnglish = (code: string) => languageName(code, 'en', wordsIn('en').signOff)
const inSpanish = (code: string) => languageName(code, 'es', wordsIn('es').signOff)

describe('the words of what a mentor offers', () => {
  test('a language is called what its speakers’ neighbors call it', () => {
    expect(['es', 'ht', 'ase'].map(inEnglish)).toEqual([
      'Spanish',
      'Haitian Creole',
      'American Sign Language (ASL)',
    ])
    expect(['es', 'ht', 'ase'].map(inSpanish)).toEqual([
      'Español',
      'Criollo haitiano',
      'Lengua de señas americana (ASL)',
    ])
  })

  test('a code that nobody named stays as it is', () => {
    expect(['qqq', 'constructor', '', '%'].map(inSpanish)).toEqual(['qqq', 'constructor', '', '%'])
    expect(contactWayName('toString', wordsIn('en').signOff)).toBe('toString')
  })

  test.each(LANGUAGES)(
    'no language and no way of contact is left without words: %s',
    (language) => {
      const words = wordsIn(language).signOff
      const names = [
        ...SPOKEN_LANGUAGES.map((code) => [code, languageName(code, language, words)] as const),
        ...CONTACT_WAYS.map((way) => [way, contactWayName(way, words)] as const),
      ]
      expect(names.filter(([id, name]) => id === name)).toEqual([])
    },
  )

  test('a language that was chosen before can still be chosen', () => {
    const offered = spokenLanguages('en', wordsIn('en').signOff, ['de', 'en'])
    expect(offered.at(-1)).toEqual({ value: 'de', text: 'German' })
    expect(offered.filter(({ value }) => value === 'en')).toHaveLength(1)
  })
})
