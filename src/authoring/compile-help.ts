/** Draws the pages of /help from `docs/`, once, at the build: written for it in both languages, or a paper that the repository has anyway. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { markdownToHtml } from 'satteri'
import type { HelpPage } from '#domain/help/help.ts'
import { HELP_PAGES, type HelpEntry } from '#domain/help/pages.ts'
import type { Language } from '#domain/course/language.ts'
import { VARIETIES, type Variety } from '#domain/programme/locale.ts'
import { plainText } from '#domain/text/plain.ts'
import { typographic } from '#domain/text/typographic.ts'
import { sayerOf } from './country-english.ts'
import { HelpText } from './help-text.ts'
import { scrolling } from './scrolling.ts'
import { sayWithin } from './words-within.ts'

/** @param root the project's folder @param british American to British */
export function compileHelp(
  root: string,
  british: Readonly<Record<string, string>>,
): Record<Variety, HelpPage[]> {
  const say = sayerOf(british)
  const inVariety = (variety: Variety): HelpPage[] =>
    HELP_PAGES.map((entry) => {
      const page = pageOf(root, entry, variety === 'es' ? 'es' : 'en')
      // A paper of the repository is for whoever runs this, wherever they are; what is written for people is said as they say it.
      return variety === 'en-GB' && !entry.from ? sayWithin(page, 'en', say) : page
    })
  return Object.fromEntries(VARIETIES.map((variety) => [variety, inVariety(variety)])) as Record<
    Variety,
    HelpPage[]
  >
}

function pageOf(root: string, entry: HelpEntry, language: Language): HelpPage {
  const english = fileOf(entry, 'en')
  const own = fileOf(entry, language)
  const file = existsSync(path.join(root, own)) ? own : english
  const shownIn = file === english ? 'en' : language
  const read = (name: string): HelpText =>
    new HelpText(name, markdownToHtml(readFileSync(path.join(root, name), 'utf8')).html)
  const text = read(file).only(entry.only)
  // An address is the same in every language: the headings of a translation take the ids of the English ones.
  const ids = file === english ? text.ids() : read(english).ids()
  const html = scrolling(text.withIds(ids).withLinks().withPictures(root).html, shownIn)
  const set = entry.from ? html : typeset(html, shownIn)
  return {
    slug: entry.slug,
    audience: entry.audience,
    title: entry.title ?? text.title,
    summary: entry.about ?? plainText(/<p>([\s\S]*?)<\/p>/.exec(set)?.[1] ?? ''),
    html: set,
    headings: [...set.matchAll(/<h2 id="([^"]*)">([\s\S]*?)<\/h2>/g)].map(
      ([, id = '', title = '']) => ({ id, title: plainText(title) }),
    ),
    shownIn,
  }
}

const fileOf = ({ from, slug }: HelpEntry, language: Language): string =>
  from ?? `docs/help/${language}/${slug}.md`

const typeset = (html: string, language: Language): string =>
  sayWithin(html, language, (text, shown, line) => typographic(text, shown, line))
