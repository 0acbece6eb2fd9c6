/** A voice of the device. Voices that send the text to a company's server are not used. */
import type { Language } from '#domain/course/language.ts'

const NEAR: Record<Language, readonly string[]> = {
  en: ['en-us', 'en-gb'],
  es: ['es-us', 'es-mx', 'es-419'],
}

const tag = ({ lang }: Pick<SpeechSynthesisVoice, 'lang'>): string =>
  lang.toLowerCase().replace('_', '-')

/** The nearest voice for the language, or null. */
export function voiceFor<V extends Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'default'>>(
  voices: readonly V[],
  language: Language,
): V | null {
  const fitting = voices.filter(
    (voice) => voice.localService && tag(voice).split('-')[0] === language,
  )
  const rank = (voice: V): number => {
    const at = NEAR[language].indexOf(tag(voice))
    return (at < 0 ? NEAR[language].length : at) * 2 + (voice.default ? 0 : 1)
  }
  return fitting.reduce<V | null>(
    (best, voice) => (best === null || rank(voice) < rank(best) ? voice : best),
    null,
  )
}
