/** How somebody wants to read: kept with their work, so that it is so on every device. */
import type { Language } from '#domain/course/language.ts'

export const TEXTS = ['normal', 'large', 'larger'] as const
export const CONTRASTS = ['system', 'high', 'cream'] as const
/** Automatic: as the device is set. */
export const THEMES = ['automatic', 'light', 'dark'] as const
export const SPACINGS = ['normal', 'wide'] as const
/** Card by card, or each whole on one page. */
export const LESSON_FORMS = ['cards', 'whole'] as const

export interface Settings {
  /** Null until a language was chosen: then the package's own. */
  readonly language: Language | null
  readonly text: (typeof TEXTS)[number]
  readonly contrast: (typeof CONTRASTS)[number]
  readonly theme: (typeof THEMES)[number]
  readonly spacing: (typeof SPACINGS)[number]
  readonly lessons: (typeof LESSON_FORMS)[number]
}

export const DEFAULT_SETTINGS: Settings = {
  language: null,
  text: 'normal',
  contrast: 'system',
  theme: 'automatic',
  spacing: 'normal',
  lessons: 'cards',
}

/** What a form said; what it does not say stays. */
export function readSettings(before: Settings, field: (name: string) => string): Settings {
  const choose = <T extends string>(all: readonly T[], name: string, now: T): T =>
    all.find((one) => one === field(name)) ?? now
  return {
    language: before.language,
    text: choose(TEXTS, 'text', before.text),
    contrast: choose(CONTRASTS, 'contrast', before.contrast),
    theme: choose(THEMES, 'theme', before.theme),
    spacing: choose(SPACINGS, 'spacing', before.spacing),
    lessons: choose(LESSON_FORMS, 'lessons', before.lessons),
  }
}

/** The style sheet looks for these on `<html>`; a default has no attribute. */
export function dressPage(root: HTMLElement, { text, contrast, theme, spacing }: Settings): void {
  const set = (name: string, value: string, usual: string): void => {
    if (value === usual) delete root.dataset[name]
    else root.dataset[name] = value
  }
  set('text', text, 'normal')
  set('contrast', contrast, 'system')
  set('theme', theme, 'automatic')
  set('spacing', spacing, 'normal')
  // In the offline copy, as on the platform, the dark is a sheet of its own (layouts/Sheets.astro).
  const dark = root.ownerDocument.querySelector<HTMLLinkElement>('link[data-dark]')
  if (dark) dark.media = mediaOfDark(theme, contrast)
}

/** High contrast and cream are light of themselves. */
function mediaOfDark(theme: Settings['theme'], contrast: Settings['contrast']): string {
  if (theme === 'dark') return 'screen'
  return theme === 'automatic' && contrast === 'system'
    ? 'screen and (prefers-color-scheme: dark)'
    : 'not all'
}
