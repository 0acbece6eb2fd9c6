/** The settings as two characters of the state: the language, then how it looks. What is unknown is the default. */
import { LANGUAGES } from '#domain/course/language.ts'
import {
  CONTRASTS,
  DEFAULT_SETTINGS,
  LESSON_FORMS,
  SPACINGS,
  TEXTS,
  type Settings,
} from '../settings.ts'
import { bitsText, readerOf } from './digits.ts'

export function settingsText({ language, text, contrast, spacing, lessons }: Settings): string {
  const look =
    TEXTS.indexOf(text) +
    3 * CONTRASTS.indexOf(contrast) +
    9 * SPACINGS.indexOf(spacing) +
    18 * LESSON_FORMS.indexOf(lessons)
  const spoken = language === null ? 0 : LANGUAGES.indexOf(language) + 1
  return spoken || look ? bitsText(spoken) + bitsText(look) : ''
}

/** Later versions may say more behind these two. */
export function readSettingsText(text: string): Settings {
  if (text === '') return DEFAULT_SETTINGS
  const from = readerOf(text)
  const language = LANGUAGES[from.bits() - 1] ?? null
  const look = from.bits()
  return {
    language,
    text: TEXTS[look % 3] ?? DEFAULT_SETTINGS.text,
    contrast: CONTRASTS[Math.floor(look / 3) % 3] ?? DEFAULT_SETTINGS.contrast,
    spacing: SPACINGS[Math.floor(look / 9) % 2] ?? DEFAULT_SETTINGS.spacing,
    lessons: LESSON_FORMS[Math.floor(look / 18)] ?? DEFAULT_SETTINGS.lessons,
  }
}
