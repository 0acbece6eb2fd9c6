/** What is kept of somebody, as pages that open without us (web/own-data-files.ts puts them into a file). */
import type { CellKind, OwnCell, OwnColumn, OwnRows } from '#domain/people/own-data.ts'
import type { Language } from '#domain/course/language.ts'
import type { Locale } from '#domain/programme/locale.ts'
import type { OwnDataWords } from '#i18n/en/own-data.ts'
import { dayInWords, timeInWords } from './days.ts'
import { html, raw, type Html } from './html.ts'

export interface OwnNames {
  programme(slug: string): string
  /** Of a lesson, a question, a session. */
  item(id: string): string
  /** Of a question as one of its forms says it, or null. @param form none is the first */
  question(
    id: string,
    form: string | undefined,
  ): { readonly ask: string; readonly options: ReadonlyMap<string, string> } | null
  competency(id: string): string
  act(act: string): string
  device(kept: string): string
  /** Of a detail of the profile, or of what else is a word of ours. */
  word(value: string): string
}

export interface OwnFrame {
  readonly language: Language
  readonly locale: Locale
  readonly words: OwnDataWords
  readonly names: OwnNames
  /** Of the question that a row is about: what was to be chosen, by id. */
  readonly options?: ReadonlyMap<string, string>
}

/** How one kind of thing is called. */
export const titleOfRows = (what: string, { tables }: OwnDataWords): string =>
  Object.hasOwn(tables, what) ? tables[what as keyof OwnDataWords['tables']] : what

/** What a column is called. */
export const titleOfColumn = ({ name }: OwnColumn, { columns }: OwnDataWords): string =>
  Object.hasOwn(columns, name) ? columns[name as keyof OwnDataWords['columns']] : name

/** One list of rows. @param older where the next part stands; null for none */
export const ownSection = (rows: OwnRows, older: string | null, frame: OwnFrame): Html =>
  html`<section id="${rows.what}">
    <h2>${titleOfRows(rows.what, frame.words)}</h2>
    <ol>${rows.rows.map((row) => html`<li>${entryOf(rows.columns, row, frame)}</li>`)}</ol>
    ${older ? html`<p><a href="${older}">${frame.words.more(rows.part + 1)}</a></p>` : null}
  </section>`

function entryOf(columns: OwnRows['columns'], row: readonly OwnCell[], frame: OwnFrame): Html {
  const said = columns.flatMap((column, at) => {
    const value = row[at] ?? null
    return value === null || value === '' ? [] : [{ column, value }]
  })
  const own = asAnswered(said, frame)
  return html`<dl>
    ${said.map(
      ({ column, value }) =>
        html`<div><dt>${titleOfColumn(column, own.words)}</dt><dd>${cellInWords(value, column.kind, own)}</dd></div>`,
    )}
  </dl>`
}

/** A row about an answer says its question as it was asked. */
function asAnswered(
  cells: readonly { readonly column: OwnColumn; readonly value: string | number }[],
  frame: OwnFrame,
): OwnFrame {
  const of = (kind: CellKind): string =>
    String(cells.find(({ column }) => column.kind === kind)?.value ?? '')
  const { names } = frame
  const item = of('item')
  const question = item && names.question(item, /"form":"(\w+)"/.exec(of('json'))?.[1])
  if (!question) return frame
  const asked = (id: string): string => (id === item ? question.ask : names.item(id))
  return { ...frame, names: { ...names, item: asked }, options: question.options }
}

/** What stands in a column, for whoever reads it. */
export function cellInWords(
  value: string | number,
  kind: CellKind,
  frame: OwnFrame,
): Html | string | number {
  const { words, locale, names } = frame
  if (kind === 'time') return Number(value) > 0 ? timeInWords(Number(value), locale) : '–'
  if (kind === 'yes') return value ? words.yes : words.no
  if (kind === 'number') return value
  const text = String(value)
  if (kind === 'day') return /^\d{4}-\d\d-\d\d$/.test(text) ? dayInWords(text, locale) : text
  if (kind === 'json') return jsonInWords(text, frame)
  if (kind === 'text') return html`<span class="as-typed">${text}</span>`
  if (kind === 'person') return text
  return names[kind](text)
}

function jsonInWords(text: string, frame: OwnFrame): Html {
  try {
    return partInWords(JSON.parse(text) as unknown, frame)
  } catch {
    return html`<span class="as-typed">${text}</span>`
  }
}

function partInWords(part: unknown, frame: OwnFrame): Html {
  const { words } = frame
  if (part === null || part === undefined || part === '') return html`–`
  if (typeof part === 'boolean') return html`${part ? words.yes : words.no}`
  if (Array.isArray(part))
    return part.length === 0
      ? html`–`
      : html`<ul>${part.map((one) => html`<li>${partInWords(one, frame)}</li>`)}</ul>`
  if (typeof part === 'object')
    return html`<ul>${Object.entries(part).map(
      ([name, value]) =>
        html`<li>${words.parts[name] ?? frame.names.item(name)}: ${partInWords(value, frame)}</li>`,
    )}</ul>`
  if (typeof part === 'number') return html`<span class="as-typed">${part}</span>`
  return html`<span class="as-typed">${typeof part === 'string' ? (frame.options?.get(part) ?? part) : ''}</span>`
}

/** A whole page of the file. */
export const ownPage = (title: string, body: Html, { language }: OwnFrame): string =>
  `<!doctype html>\n${
    html`<html lang="${language}">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>${title}</title>
        <style>${raw(STYLE)}</style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html>`.text
  }\n`

const STYLE =
  'body{font:1.1875rem/1.5 sans-serif;color:#222;background:#fff;margin:0}main{max-width:46rem;margin:0 auto;padding:1rem}' +
  'h1,h2{line-height:1.25}h2{margin-top:2.5rem;border-top:2px solid #222;padding-top:.75rem;break-after:avoid}' +
  'ol{list-style:none;padding:0}ol>li{border-bottom:1px solid #999;break-inside:avoid}dl{margin:.75rem 0}' +
  'dl div{display:flex;flex-wrap:wrap;gap:0 1rem}dt{flex:0 0 12rem;font-weight:bold}dd{flex:1 1 18rem;margin:0;overflow-wrap:anywhere}' +
  'dd ul{margin:0;padding-left:1.25rem}.as-typed{white-space:pre-wrap}a{color:#00508c}'
