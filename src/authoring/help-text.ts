/** A paper in HTML, on its way to a page of /help. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { HELP_PAGES } from '#domain/help/pages.ts'
import { plainText } from '#domain/text/plain.ts'

const HEADING = /<h([23])>([\s\S]*?)<\/h\1>/g

export class HelpText {
  readonly #file: string
  readonly title: string
  readonly html: string
  /** @param file path below the project's folder */
  constructor(file: string, html: string, title?: string) {
    const [whole = '', first = ''] = /<h1>([\s\S]*?)<\/h1>/.exec(html) ?? []
    this.#file = file
    this.title = title ?? plainText(first)
    this.html = html.replace(whole, '').trim()
    if (!this.title) throw new Error(`${file} has no title. Begin it with "# ".`)
  }

  /** @throws where a heading is named that is not there: a paper has changed, and domain/help/pages.ts has not */
  only(titles: readonly string[] | undefined): HelpText {
    if (!titles) return this
    const sections = this.html.split(/(?=<h2>)/)
    const chosen = titles.map((title) => {
      const found = sections.find((one) => one.startsWith(`<h2>${title}</h2>`))
      if (!found) throw new Error(`${this.#file} has no heading "${title}" any more.`)
      return found
    })
    return this.#with(chosen.join('\n'))
  }

  /** As GitHub makes them, so that a link within a paper leads to the same place here and there. */
  ids(): readonly string[] {
    const seen = new Map<string, number>()
    return [...this.html.matchAll(HEADING)].map(([, , title = '']) => {
      const id = plainText(title)
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s-]/gu, '')
        .replace(/\s/g, '-')
      const before = seen.get(id) ?? 0
      seen.set(id, before + 1)
      return before ? `${id}-${before}` : id
    })
  }

  /** @throws where there are not as many headings as ids */
  withIds(ids: readonly string[]): HelpText {
    let at = 0
    const html = this.html.replace(
      HEADING,
      (_, level: string, title: string) => `<h${level} id="${ids[at++]}">${title}</h${level}>`,
    )
    if (at !== ids.length)
      throw new Error(`${this.#file} has ${at} headings, and ${ids.length} in English.`)
    return this.#with(html)
  }

  /** To other pages of help, and out; what is only in the source is said and is no link. */
  withLinks(): HelpText {
    return this.#with(
      this.html.replace(/<a href="([^"]*)">([\s\S]*?)<\/a>/g, (_, href: string, text: string) => {
        const to = this.#leadsTo(href)
        const other = /^https?:/.test(to) ? ' rel="noreferrer"' : ''
        return to ? `<a class="govuk-link" href="${to}"${other}>${text}</a>` : text
      }),
    )
  }

  /** With their size, so that nothing moves when they come. */
  withPictures(root: string): HelpText {
    return this.#with(
      this.html.replace(/<img src="([^"]*)" alt="([^"]*)">/g, (_, src: string, alt: string) => {
        const file = path.posix.join(path.posix.dirname(this.#file), src)
        // They are taken of what is built: a build must do without, and tests/authoring/help.test.ts must not.
        if (!file.startsWith('public/') || !existsSync(path.join(root, file))) return ''
        const { width, height } = sizeOf(path.join(root, file))
        return `<img src="${file.slice('public'.length)}" alt="${alt}" width="${width}" height="${height}" loading="lazy">`
      }),
    )
  }

  /** Empty where nothing of ours is there. */
  #leadsTo(href: string): string {
    // Said as an example of where it would be.
    if (href.startsWith('http://localhost')) return ''
    if (/^(?:[a-z]+:|\/|#)/.test(href)) return href
    const [target = '', anchor] = href.split('#')
    const file = path.posix.join(path.posix.dirname(this.#file), target)
    const written = /^docs\/help\/[a-z]{2}\/([a-z-]+)\.md$/.exec(file)?.[1]
    const page = HELP_PAGES.find(({ slug, from }) => (from ? from === file : slug === written))
    return page ? `/help/${page.slug}${anchor ? `#${anchor}` : ''}` : ''
  }

  readonly #with = (html: string): HelpText => new HelpText(this.#file, html, this.title)
}

/** Drawn at twice the size in which it is shown. */
function sizeOf(file: string): { readonly width: number; readonly height: number } {
  const bytes = readFileSync(file)
  // A lossy WebP (RFC 9649): 14 bits each, after the frame's start code.
  const [width, height] = [26, 28].map((at) => (bytes.readUInt16LE(at) & 0x3fff) / 2)
  return { width: Math.round(width ?? 0), height: Math.round(height ?? 0) }
}
