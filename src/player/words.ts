/** The words of the languages of this package: each comes by a script of its own (words/), before the player's. */
import type { Language } from '#domain/course/language.ts'
import type { CourseWords } from '#i18n/en/course.ts'
import type { PlayerWords } from '#i18n/en/player.ts'

export interface Words {
  readonly course: CourseWords
  readonly player: PlayerWords
}

/** The global that these scripts fill. */
const WORDS = 'ALONGSIDE_WORDS'
type Page = Window & { [WORDS]?: Partial<Record<Language, Words>> }

export function bringWords(language: Language, course: CourseWords, player: PlayerWords): void {
  const page: Page = window
  // On the platform the course hangs on a list of tasks, here on its contents.
  const words = { course: { ...course, backToTasks: player.backToContents }, player }
  page[WORDS] = { ...page[WORDS], [language]: words }
}

/** Null where their script has not come. */
export const findWords = (language: Language): Words | null =>
  (window as Page)[WORDS]?.[language] ?? null

/** Without words nothing can be drawn: the page goes on saying that it is loading. */
export function wordsIn(language: Language): Words {
  const found = findWords(language)
  if (!found) throw new Error(`The words of ${language} did not come.`)
  return found
}
