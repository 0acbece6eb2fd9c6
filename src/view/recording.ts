/** A recorded voice or film, with who speaks. Its words stand on the page already. */
import type { Language } from '#domain/course/language.ts'
import type { Recording } from '#domain/course/recording.ts'
import { html, raw, type Html } from './html.ts'

const WORDS = {
  en: {
    language: 'English',
    listen: 'Listen',
    watch: 'Watch',
    person: (who: string) => `Read by ${who}.`,
    made: 'A voice made by a computer reads this, not a person.',
    note: (seconds: number) => `${seconds} seconds. It loads when you press play.`,
  },
  es: {
    language: 'Español',
    listen: 'Escuchar',
    watch: 'Ver',
    person: (who: string) => `Lo lee ${who}.`,
    made: 'Lo lee una voz hecha por computadora, no una persona.',
    note: (seconds: number) => `${seconds} segundos. Se carga cuando usted lo pone.`,
  },
} as const

/**
 * Nothing loads before somebody presses play. A carrier without media leaves it out (`withLinks` in frame.ts).
 * @param language of the words that are read
 */
export function recordingOf(
  { name, kind, seconds, readBy, isMade }: Recording,
  language: Language,
): Html {
  const words = WORDS[language]
  const player =
    kind === 'film'
      ? html`<video class="clip__screen" controls playsinline preload="none" src="media:${name}.mp4" aria-label="${words.watch}">
      <track kind="captions" src="media:${name}.${language}.vtt" srclang="${language}" label="${words.language}" default />
    </video>`
      : html`<audio class="recording__player" controls preload="none" src="media:${name}.m4a" aria-label="${words.listen}"></audio>`
  return html`${raw('<!--media-->')}<div class="recording no-print" data-unread>
    ${player}
    <p class="clip__note">${isMade ? words.made : words.person(readBy)} ${words.note(seconds)}</p></div>${raw('<!--end-media-->')}`
}
