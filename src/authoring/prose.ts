/** The words of a source file as a reader meets them, block by block. */
import { fillText } from '#domain/programme/fill-words.ts'
import type { Programme } from '#domain/programme/programme.ts'
import type { SourceFile } from './read.ts'

/** Fields that nobody reads: keys, numbers, links. */
const UNREAD = new Set([
  'id',
  'revision',
  'was',
  'gone',
  'translates',
  'kind',
  'principles',
  'lesson',
  'star',
  'to',
  'repair',
  'end',
  'start',
  'needs',
  'minutes',
  'reviewed',
  'right',
  'lessons',
  'sessions',
  'modules',
  'who',
  'others',
  'speaker',
  'answeredBy',
  'openedByCoordinator',
  'from',
  'any',
  'sign',
  'pile',
  'facts',
  'words',
])

/** @param terms the words of one programme, which stand in for every other */
export function proseOf(file: SourceFile, terms: Programme['terms']): string[] {
  const said = file.body ? [titleOf(file.data), ...blocksOf(file.body, terms)] : textsOf(file.data)
  return said.map((text) => fillText(text, terms)).filter((text) => text.trim() !== '')
}

const titleOf = (data: unknown): string => {
  const title = (data as { title?: unknown } | null)?.title
  return typeof title === 'string' ? title : ''
}

function textsOf(data: unknown): string[] {
  if (typeof data === 'string') return data.split(/\n\s*\n/)
  if (Array.isArray(data)) return data.flatMap(textsOf)
  if (data === null || typeof data !== 'object') return []
  return Object.entries(data).flatMap(([key, value]) => (UNREAD.has(key) ? [] : textsOf(value)))
}

/** Markdown and parts taken away; titles of parts are read, descriptions of drawings are not. */
function blocksOf(body: string, terms: Programme['terms']): string[] {
  return body
    .replace(/<Local term="([^"]*)"\s*\/>/g, (_, term: string) => terms[term] ?? term)
    .replace(
      /<(?:Term|LessonLink|ResourceLink)\b[^>]*>([\s\S]*?)<\/(?:Term|LessonLink|ResourceLink)>/g,
      '$1',
    )
    .replace(/<(?:Callout|Conversation|Clip)\b[^>]*?title="([^"]*)"[^>]*>/g, '\n\n$1\n\n')
    .replace(/<[^>]*>|\|/g, '\n\n')
    .split(/\n\s*\n|\n(?=\s*(?:[-*]|\d+\.)\s)/)
    .map((block) =>
      block
        .replace(/^\s*(?:[-*]|\d+\.|#+|>)\s+/, '')
        .replace(/^>\s?/gm, '')
        .replace(/[*_`]/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
}
