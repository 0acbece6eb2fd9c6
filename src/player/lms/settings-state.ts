/** The settings as two characters of the state: the language, then how it looks; a third where light or dark was chosen. What is unknown is the default. */
import { LANGUAGES } from '#domain/course/language.ts'
import {
  CONTRASTS,
  DEFAULT_SETTINGS,
  LESSON_FORMS,
  SPACINGS,
  TEXTS,
  THEMES,
  type Settings,
} from '../settings.ts'
import { bitsText, readerOf } from './digits.ts'

export function settingsText({
  language,
  text,
  contrast,
  theme,
  spacing,
  lessons,
}: Settings): string {
  const look =
    TEXTS.indexOf(text) +
    3 * CONTRASTS.indexOf(contrast) +
    9 * SPACINGS.indexOf(spacing) +
    18 * LESSON_FORMS.indexOf(lessons)
  const spoken = language === null ? 0 : LANGUAGES.indexOf(language) + 1
  const dark = THEMES.indexOf(theme)
  if (!spoken && !look && !dark) return ''
  return bitsText(spoken) + bitsText(look) + (dark ? bitsText(dark) : '')
}

/** Later versions may say more behind these. */
export function readSettingsText(text: string): Settings {
  if (text === '') return DEFAULT_SETTINGS
  const from = readerOf(text)
  const language = LANGUAGES[from.bits() - 1] ?? null
  const look = from.bits()
  return {
    language,
    text: TEXTS[look % 3] ?? DEFAULT_SETTINGS.text,
    contrast: CONTRASTS[Math.floor(look / 3) % 3] ?? DEFAULT_SETTINGS.contrast,
    theme: THEMES[from.done() ? 0 : from.bits()] ?? DEFAULT_SETTINGS.theme,
    spacing: SPACINGS[Math.floor(look / 9) % 2] ?? DEFAULT_SETTINGS.spacing,
    lessons: LESSON_FORMS[Math.floor(look / 18)] ?? DEFAULT_SETTINGS.lessons,
  }
}
