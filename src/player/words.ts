import type { Language } from '#domain/course/course.ts'
import { course as courseEn, type CourseWords } from '#i18n/en/course.ts'
import { player as playerEn, type PlayerWords } from '#i18n/en/player.ts'
import { course as courseEs } from '#i18n/es/course.ts'
import { player as playerEs } from '#i18n/es/player.ts'

interface Words {
  readonly course: CourseWords
  readonly player: PlayerWords
}

const WORDS: Record<Language, Words> = {
  en: { course: courseEn, player: playerEn },
  es: { course: courseEs, player: playerEs },
}

export const wordsIn = (language: Language): Words => WORDS[language]
