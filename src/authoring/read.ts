/** Reads `content/` into parsed files; judges nothing but the syntax. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml'
import type { Problem } from './problem.ts'

export interface SourceFile {
  /** Path below `content/`, with forward slashes. */
  readonly path: string
  /** YAML content, or the front matter of an MDX file; undefined where it cannot be read, which is a problem already. */
  readonly data: unknown
  /** MDX without its front matter; empty for YAML. */
  readonly body: string
  /** What a translation of this file says it translates. */
  readonly hash: string
  /** The line of a field, or of what holds it; the first line of all where neither is there. */
  readonly lineOf: (field: readonly PropertyKey[]) => number
  /** The line of a place in `body`, counted in the whole file. */
  readonly lineAt: (index: number) => number
  /** The first line that has these words. */
  readonly lineWith: (words: string) => number
}

export type Source = ReadonlyMap<string, SourceFile>

/** What an item rests on is no word of it: naming a fact makes no translation old. */
const RESTS_ON = /^facts:.*(?:\n[ \]].*)*\n/m
const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?/

export const hashOf = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 12)

export function readContent(folder: string): { source: Source; problems: Problem[] } {
  const source = new Map<string, SourceFile>()
  const problems: Problem[] = []
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!/\.(ya?ml|mdx)$/.test(name)) continue
    const file = name.split(path.sep).join('/')
    const known = parsed(file, readFileSync(path.join(folder, name), 'utf8'))
    source.set(file, known.file)
    problems.push(...known.problems)
  }
  return { source, problems }
}

interface Parsed {
  readonly raw: string
  readonly file: SourceFile
  readonly problems: readonly Problem[]
}

/** As it was read last: whoever writes changes one file, and all are compiled again. */
const LAST = new Map<string, Parsed>()

function parsed(file: string, raw: string): Parsed {
  const last = LAST.get(file)
  if (last?.raw === raw) return last
  const problems: Problem[] = []
  const now = { raw, file: parseFile(file, raw, problems), problems }
  LAST.set(file, now)
  return now
}

export function parseFile(file: string, raw: string, problems: Problem[]): SourceFile {
  const text = raw.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
  const isMdx = file.endsWith('.mdx')
  const front = isMdx ? FRONT_MATTER.exec(text) : null
  if (isMdx && !front)
    problems.push({
      severity: 'error',
      file,
      field: 'front matter',
      line: 1,
      says: 'the file does not start with its front matter',
      remedy: 'start it with a line "---", then title and the other fields, then "---"',
    })
  const lines = new LineCounter()
  const yaml = isMdx ? (front?.[1] ?? '') : text
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: true })
  // The errors after the first one are mostly its echo.
  const [error] = document.errors
  if (error)
    problems.push({
      severity: 'error',
      file,
      field: 'YAML',
      line: (error.linePos?.[0].line ?? 0) + (isMdx ? 1 : 0),
      says: error.message.replace(/ at line \d+, column \d+[\s\S]*$/, ''),
      remedy: 'mend the indentation or put the text in "double quotes"',
    })
  return {
    path: file,
    data: error || (isMdx && !front) ? undefined : (document.toJS() as unknown),
    body: front ? text.slice(front[0].length) : '',
    hash: hashOf(text.replace(RESTS_ON, '').trim()),
    lineOf: (field) => lineOf(document, lines, field, isMdx ? 1 : 0),
    lineAt: (index) => lineIn(text, (front?.[0].length ?? 0) + index),
    lineWith: (words) => lineIn(text, Math.max(0, text.indexOf(words))),
  }
}

function lineOf(
  document: Document,
  lines: LineCounter,
  field: readonly PropertyKey[],
  above: number,
): number {
  for (let depth = field.length; depth > 0; depth--) {
    const node = document.getIn(field.slice(0, depth), true)
    if ((isScalar(node) || isMap(node) || isSeq(node)) && node.range)
      return lines.linePos(node.range[0]).line + above
  }
  return 1
}

const lineIn = (text: string, index: number): number => text.slice(0, index).split('\n').length
