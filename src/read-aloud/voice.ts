/** A voice of the device. Voices that send the text to a company's server are not used. */
import type { Language } from '#domain/course/language.ts'
import { mayRead } from './of-language.ts'

type Known = Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'default'>

const NEAR: Record<Language, readonly string[]> = {
  en: ['en-us', 'en-gb'],
  es: ['es-us', 'es-mx', 'es-419'],
}

const tag = ({ lang }: Pick<Known, 'lang'>): string => lang.toLowerCase().replace('_', '-')

/** Those that may read the language, the nearest first. */
export function voicesFor<V extends Known>(voices: readonly V[], language: Language): V[] {
  const rank = (voice: V): number => {
    const at = NEAR[language].indexOf(tag(voice))
    return (at < 0 ? NEAR[language].length : at) * 2 + (voice.default ? 0 : 1)
  }
  return voices.filter((voice) => mayRead(voice, language)).sort((a, b) => rank(a) - rank(b))
}

/** @param chosen name of the one that the reader likes better; it may not be there any more */
export function voiceFor<V extends Known & { readonly name?: string }>(
  voices: readonly V[],
  language: Language,
  chosen = '',
): V | null {
  const fitting = voicesFor(voices, language)
  return fitting.find(({ name }) => name === chosen) ?? fitting[0] ?? null
}
