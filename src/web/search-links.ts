/** Where the platform shows what a search has found. */
import type { SearchPart } from '#domain/search/parts.ts'

/** @param isVisitor reads a lesson only as the sample */
export function addressOf(
  { kind, id, anchor }: Pick<SearchPart, 'kind' | 'id' | 'anchor'>,
  isVisitor: boolean,
): string {
  const at = anchor ? `#${anchor}` : ''
  switch (kind) {
    case 'term':
      return wordAddress(id)
    case 'resource':
      return `/${id}${at}`
    case 'teaching':
      return `/coordinate/${id}${at}`
    case 'help':
      return `/help/${id}${at}`
    case 'lesson':
      return (isVisitor ? SAMPLE : `/learn/${id}`) + at
    case 'session':
    case 'own':
      return `/learn/${id}${at}`
  }
}

export const SAMPLE = '/sample'

export const wordAddress = (term: string): string => `/glossary#word-${term}`
