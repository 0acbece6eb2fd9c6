/** How somebody likes to read, and to get tables: kept as words, for example `large cream wide xlsx`; '' where all is as it comes. */

export const TEXT_SIZES = ['normal', 'large', 'larger'] as const
export type TextSize = (typeof TEXT_SIZES)[number]
export const CONTRASTS = ['system', 'high', 'cream'] as const
export type Contrast = (typeof CONTRASTS)[number]
/** Automatic: as the device is set. */
export const THEMES = ['automatic', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]
export const SPACINGS = ['normal', 'wide'] as const
export type Spacing = (typeof SPACINGS)[number]

/** Lessons card by card, or each whole on one page. */
export const LESSON_FORMS = ['cards', 'whole'] as const
export type LessonForm = (typeof LESSON_FORMS)[number]

/** Tables as files: CSV with commas, with semicolons (as Spanish and German spreadsheets read it), or .xlsx. */
export const TABLE_KINDS = ['csv', 'semicolon', 'xlsx'] as const
export type TableKind = (typeof TABLE_KINDS)[number]

export interface Display {
  readonly text: TextSize
  readonly contrast: Contrast
  readonly theme: Theme
  readonly spacing: Spacing
  readonly lessons: LessonForm
  readonly table: TableKind
}

/** @param kept as `keptDisplay` wrote it; words that nobody knows are passed over */
export function readDisplay(kept: string): Display {
  const words = kept.slice(0, 100).split(/[\s.]+/)
  return {
    text: TEXT_SIZES.find((one) => one !== 'normal' && words.includes(one)) ?? 'normal',
    contrast: CONTRASTS.find((one) => words.includes(one)) ?? 'system',
    theme: THEMES.find((one) => one !== 'automatic' && words.includes(one)) ?? 'automatic',
    spacing: words.includes('wide') ? 'wide' : 'normal',
    lessons: words.includes('whole') ? 'whole' : 'cards',
    table: TABLE_KINDS.find((one) => one !== 'csv' && words.includes(one)) ?? 'csv',
  }
}

/** Words that also fit into a cookie. */
export const keptDisplay = ({ text, contrast, theme, spacing, lessons, table }: Display): string =>
  [
    ...(text === 'normal' ? [] : [text]),
    ...(contrast === 'system' ? [] : [contrast]),
    ...(theme === 'automatic' ? [] : [theme]),
    ...(spacing === 'normal' ? [] : [spacing]),
    ...(lessons === 'cards' ? [] : [lessons]),
    ...(table === 'csv' ? [] : [table]),
  ].join('.')

/** The attributes of `<html>` that the styles read; undefined leaves one out. */
export const displayAttributes = ({ text, contrast, spacing }: Display) => ({
  'data-text': text === 'normal' ? undefined : text,
  'data-contrast': contrast === 'system' ? undefined : contrast,
  'data-spacing': spacing === 'normal' ? undefined : spacing,
})

/** Which schemes a page may be drawn in; high contrast and cream paper are light where no theme is chosen. */
export function schemeOf({ theme, contrast }: Display): 'light' | 'dark' | 'light dark' {
  if (theme !== 'automatic') return theme
  return contrast === 'system' ? 'light dark' : 'light'
}
