import type { Language } from '#domain/course/language.ts'
import { course as courseEn, type CourseWords } from '#i18n/en/course.ts'
import { player as playerEn, type PlayerWords } from '#i18n/en/player.ts'
import { course as courseEs } from '#i18n/es/course.ts'
import { player as playerEs } from '#i18n/es/player.ts'

interface Words {
  readonly course: CourseWords
  readonly player: PlayerWords
}

// On the platform the course hangs on a list of tasks, here on its contents.
function inPackage(course: CourseWords, player: PlayerWords): Words {
  return { course: { ...course, backToTasks: player.backToContents }, player }
}

const WORDS: Record<Language, Words> = {
  en: inPackage(courseEn, playerEn),
  es: inPackage(courseEs, playerEs),
}

export const wordsIn = (language: Language): Words => WORDS[language]
