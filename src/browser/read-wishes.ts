/** How somebody likes to be read to lies on the device: its voices are those of no other. */
import { isLanguage } from '#domain/course/language.ts'
import type { Keeper } from '#read-aloud/wishes.ts'

const KEY = 'read-aloud'

export const onThisDevice: Keeper = {
  read: () => {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as {
        rate?: unknown
        voices?: unknown
      }
      const rate = Number(kept.rate)
      const voices = Object.entries(kept.voices ?? {}).filter(
        ([language, name]) => isLanguage(language) && typeof name === 'string',
      )
      return { rate: rate >= 0.5 && rate <= 2 ? rate : 1, voices: Object.fromEntries(voices) }
    } catch {
      // Nothing kept, or a browser that keeps nothing.
      return { rate: 1, voices: {} }
    }
  },
  keep: (wishes) => {
    try {
      localStorage.setItem(KEY, JSON.stringify(wishes))
    } catch {
      // Then they last as long as the page.
    }
  },
}
