/** What is said in the course and by whom, line by line, out of the files as they are written. */
import type { Source, SourceFile } from './read.ts'

export interface Said {
  readonly path: string
  readonly line: number
  readonly field: string
  /** Name as written; empty where nobody in particular speaks. */
  readonly who: string
  /** `session`: the other person of a practice session. */
  readonly kind: 'says' | 'story' | 'session' | 'text'
  /** Everybody who speaks in the same conversation. */
  readonly among: readonly string[]
  readonly text: string
}

export function linesOf(source: Source, path: string): Said[] {
  const file = source.get(path)
  if (!file) return []
  return path.endsWith('.mdx') ? ofLesson(file) : ofData(file)
}

const PARAGRAPH = /[^\n]+(?:\n[^\n]+)*/g
const PARTS =
  /<Conversation\b[^>]*>([\s\S]*?)<\/Conversation>|<Story who="([^"]*)">([\s\S]*?)<\/Story>/g
const SAYS = /<Says who="([^"]*)">([\s\S]*?)<\/Says>/g

function ofLesson(file: SourceFile): Said[] {
  const all: Said[] = [...file.body.matchAll(PARAGRAPH)].map(({ 0: text, index }) => ({
    ...nobody(file, file.lineAt(index)),
    text,
  }))
  for (const { 0: whole, 1: talk, 2: teller, 3: story, index } of file.body.matchAll(PARTS)) {
    if (teller !== undefined)
      all.push({
        ...nobody(file, file.lineAt(index)),
        kind: 'story',
        who: teller,
        text: story ?? '',
      })
    const says = [...(talk ?? '').matchAll(SAYS)]
    const among = [...new Set(says.map(({ 1: who = '' }) => who))]
    const start = index + (talk === undefined ? 0 : whole.indexOf(talk))
    for (const { 1: who = '', 2: text = '', index: at } of says)
      all.push({ ...nobody(file, file.lineAt(start + at)), kind: 'says', who, among, text })
  }
  return all
}

const nobody = (file: SourceFile, line: number): Said => ({
  path: file.path,
  line,
  field: 'text',
  who: '',
  kind: 'text',
  among: [],
  text: '',
})

/** Every text of a YAML file; what the other person of a session says is said by them. */
function ofData(file: SourceFile): Said[] {
  const session = file.data as { who?: unknown } | null | undefined
  const who = typeof session?.who === 'string' ? session.who : ''
  const head: Said[] = who
    ? [{ ...nobody(file, file.lineOf(['who'])), field: 'who', kind: 'session', who }]
    : []
  return [...head, ...texts(file, file.data, [], who)]
}

function texts(file: SourceFile, value: unknown, at: readonly PropertyKey[], who: string): Said[] {
  if (typeof value === 'string') {
    const isTheirs = who !== '' && (at.at(-1) === 'says' || at.at(-1) === 'consequence')
    return [
      {
        ...nobody(file, file.lineOf(at)),
        field: at.map(String).join('.'),
        text: value,
        ...(isTheirs ? { who } : {}),
      },
    ]
  }
  if (typeof value !== 'object' || value === null) return []
  const other = 'speaker' in value || 'answeredBy' in value
  return Object.entries(value).flatMap(([key, inner]) =>
    texts(file, inner, [...at, Array.isArray(value) ? Number(key) : key], other ? '' : who),
  )
}
