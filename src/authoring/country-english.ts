/** The English course as one country says it: its words are put in at the build, so that nothing is changed while somebody reads. */
import type { Course } from '#domain/course/course.ts'
import { hashOf } from './read.ts'
import { sayWithin } from './words-within.ts'

/** A programme's word is none of ours. */
const SLOT = /(\{\{[^}]*\}\})/

/** The same course by the same ids, with a release of its own. @param words American to British, in small letters */
export function saidIn(course: Course, words: Readonly<Record<string, string>>): Course {
  const say = sayerOf(words)
  const { release: _, ...american } = course
  const said = sayWithin(american, 'en', say)
  return { ...said, release: hashOf(JSON.stringify(said)) }
}

/** @param words American to British, in small letters */
export function sayerOf(words: Readonly<Record<string, string>>): (text: string) => string {
  // Of two that fit, the longer one.
  const pairs = new Map(Object.entries(words).map(([key, said]) => [key.toLowerCase(), said]))
  const keys = [...pairs.keys()].sort((a, b) => b.length - a.length)
  if (!keys.length) return (text) => text
  const word = new RegExp(`\\b(${keys.map(escaped).join('|')})\\b`, 'gi')
  const british = (found: string): string => {
    const said = pairs.get(found.toLowerCase().replace(/\s+/g, ' ')) ?? found
    return found[0] === found[0]?.toUpperCase() ? said[0]?.toUpperCase() + said.slice(1) : said
  }
  return (text) =>
    text
      .split(SLOT)
      .map((part) => (part.startsWith('{{') ? part : part.replace(word, british)))
      .join('')
}

/** As it stands in an expression, across the end of a line too. */
const escaped = (key: string): string =>
  key.replace(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`).replaceAll(' ', String.raw`\s+`)
