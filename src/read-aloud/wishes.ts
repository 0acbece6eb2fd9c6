/** How somebody likes to be read to. */
import type { Language } from '#domain/course/language.ts'

export interface Wishes {
  readonly rate: number
  /** Names of voices. */
  readonly voices: Readonly<Partial<Record<Language, string>>>
}

/** Where they are kept: a package may not use what the browser keeps. */
export interface Keeper {
  read(): Wishes
  keep(wishes: Wishes): void
}

let now: Wishes = { rate: 1, voices: {} }

/** As long as the window is open. */
export const inThisWindow: Keeper = {
  read: () => now,
  keep: (wishes) => {
    now = wishes
  },
}
