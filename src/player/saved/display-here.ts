/** How this device shows the saved course: it stays here, and is nobody's. */
import { DEFAULT_SETTINGS, readSettings, type Settings } from '../settings.ts'

const KEY = 'saved-display'

export const displayHere = {
  read(): Settings {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Readonly<Record<string, string>>
      return readSettings(DEFAULT_SETTINGS, (name) => kept[name] ?? '')
    } catch {
      return DEFAULT_SETTINGS
    }
  },
  keep(settings: Settings): void {
    try {
      localStorage.setItem(KEY, JSON.stringify(settings))
    } catch {
      // A browser that keeps nothing: it is so until the page is left.
    }
  },
}
