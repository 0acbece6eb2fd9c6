/** Words that stand in nearly every sentence of one language and in none of the other. */
import type { Language } from '#domain/course/language.ts'

const COMMON: Record<Language, readonly string[]> = {
  en: 'the and you your with that what they are this from have when who about'.split(' '),
  es: 'que usted para pero los las una con está porque del qué cuando como más'.split(' '),
}

/** Each common word of the other language in a text, with what stands around it. What is set in italics is named, not said. */
export function otherLanguageIn(text: string, language: Language): string[] {
  const words = COMMON[language === 'en' ? 'es' : 'en'].join('|')
  const common = new RegExp(`(?<![\\p{L}'’-])(?:${words})(?![\\p{L}'’-])`, 'giu')
  const said = text.replace(/(\*\*?)(?=\S)[^*\n]+?(?<=\S)\1|<em>[^<]*<\/em>/g, ' ')
  return [...said.matchAll(common)].map(({ index }) =>
    said.slice(Math.max(0, index - 30), index + 30).trim(),
  )
}

/** The same for a page: what stands in `<main>`, and what is read aloud there; not what names another language itself. */
export function wrongLanguageIn(html: string, language: Language): string[] {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html
  const own = main
    .replace(/<(script|style|template)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(new RegExp(`<(\\w+)[^>]* lang="(?!${language}")[^>]*>[\\s\\S]*?</\\1>`, 'g'), ' ')
  const aloud = [...own.matchAll(/ (?:alt|aria-label|title|placeholder)="([^"]*)"/g)].map(
    ([, said = '']) => said,
  )
  const text = own.replace(/<em>[^<]*<\/em>/g, ' ').replace(/<[^>]*>/g, ' ')
  return otherLanguageIn([text, ...aloud].join(' \n '), language)
}
