/** Whether a file is translated, and whether the translation is of today's English. */
import type { Language } from '#domain/course/language.ts'
import type { Bench } from './bench.ts'

export interface Freshness {
  readonly shownIn: Language
  readonly stale: boolean
}

/** @param path below the language's folder, for example `consent/quiz.yaml` */
export function freshness(bench: Bench, language: Language, path: string): Freshness {
  if (language === 'en') return { shownIn: 'en', stale: false }
  const english = bench.source.get(`en/${path}`)
  const translated = bench.source.get(`${language}/${path}`)
  if (!translated) {
    bench.warning(`${language}/${path}`, '', 'the file is missing', 'translate the English file')
    return { shownIn: 'en', stale: true }
  }
  const data = translated.data as { translates?: unknown } | null
  const stale = data?.translates !== english?.hash
  if (stale)
    bench.warning(
      `${language}/${path}`,
      'translates',
      'it translates an older English text',
      `bring it up to date, then run "alongside course stamp content/${language}/${path}"`,
    )
  return { shownIn: language, stale }
}
