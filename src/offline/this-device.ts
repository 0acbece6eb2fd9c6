/**
 * For whom this device opens the course without a connection: whoever was signed in last on a device of their own, until they
 * sign out, or somebody else is signed in. An opaque id, no name. browser/in-place.ts reads the same entry on every page.
 */
import { isLanguage, type Language } from '#domain/course/language.ts'

const KEY = 'device'

export interface ThisDevice {
  readonly person: string
  /** Of the course, with its words, when they were here last. */
  readonly release: string
  readonly language: Language
  /** Something of the course is saved here: then each page looks after it. */
  readonly saves: boolean
}

export function thisDevice(): ThisDevice | null {
  const [person = '', release = '', language = '', saves] = (read() ?? '').split(' ')
  return isLanguage(language) ? { person, release, language, saves: saves === 'saves' } : null
}

/** @param words what the page says in `data-device`: person, release, language */
export function setThisDevice(words: string, saves: boolean): void {
  try {
    localStorage.setItem(KEY, saves ? `${words} saves` : words)
  } catch {
    // A browser that keeps nothing.
  }
}

function read(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}
