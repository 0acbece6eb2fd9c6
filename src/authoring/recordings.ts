/** What may be recorded – stories, example conversations, practice sessions – and whether it still is what was recorded. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Recording } from '#domain/course/recording.ts'
import type { Session } from '#domain/course/session.ts'
import { hashOf } from './read.ts'
import type { RecordingFields } from './schema.ts'

export interface Spoken {
  /** Empty where nobody is named: who reads the page. */
  readonly who: string
  readonly words: string
}

type Said = { readonly [K in keyof RecordingFields]?: string | undefined }

/** A place for a recording. */
export interface Place {
  readonly kind: 'story' | 'conversation'
  readonly title: string
  readonly lines: readonly Spoken[]
  /** Where its tag stands in the text. */
  readonly index: number
  /** What its tag says of a recording; null where it says nothing. */
  readonly said: Said | null
}

const PART = /<(Story|Conversation)\b([^>]*)>([\s\S]*?)<\/\1>/g
const LINE = /<Says\s+who="([^"]*)"\s*>([\s\S]*?)<\/Says>/g
const SAID = /\b(recording|seconds|readBy|voice|words|film)="([^"]*)"/g

/** In the order in which they stand. @param body of an MDX file */
export const placesIn = (body: string): Place[] =>
  [...body.matchAll(PART)].map(({ index, 1: tag = '', 2: fields = '', 3: inner = '' }) => {
    const isStory = tag === 'Story'
    const who = /who="([^"]*)"/.exec(fields)?.[1] ?? ''
    const said = Object.fromEntries(
      [...fields.matchAll(SAID)].map(([, name = '', value = '']) => [name, value]),
    )
    return {
      kind: isStory ? 'story' : 'conversation',
      title: isStory ? who : (/title="([^"]*)"/.exec(fields)?.[1] ?? ''),
      lines: isStory
        ? [{ who, words: plain(inner) }]
        : [...inner.matchAll(LINE)].map(([, name = '', words = '']) => ({
            who: name,
            words: plain(words),
          })),
      index,
      said: 'recording' in said ? said : null,
    }
  })

/** Without tags and marks of Markdown; a term of the programme in curly brackets, as it is spoken another way in each. */
const plain = (text: string): string =>
  text
    .replace(/<Local term="([^"]*)"\s*\/>/g, '{$1}')
    .replace(/<[^>]*>|\{'|'\}/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** A short word for the wording: commas and capitals are not heard. */
export const wordingOf = (lines: readonly Spoken[]): string =>
  hashOf(
    lines
      .map(({ words }) =>
        words
          .toLowerCase()
          .replace(/[^\p{L}\p{N}]+/gu, ' ')
          .trim(),
      )
      .join('\n'),
  ).slice(0, 8)

/** All that is said in a practice session, on whichever road. */
export const linesAsSaid = ({ who, turns }: Pick<Session, 'who' | 'turns'>): Spoken[] =>
  turns.flatMap(({ says, replies }) => [
    { who, words: plain(says) },
    ...replies.map(({ say }) => ({ who: '', words: plain(say) })),
  ])

type Says = (what: string, remedy: string) => void

/** @param folder of `content/` */
export function checkRecording(
  says: Says,
  said: Said,
  lines: readonly Spoken[],
  { folder, language }: { readonly folder: string; readonly language: string },
): void {
  const name = said.recording ?? ''
  const isFilm = said.film === 'yes'
  const isThere = (file: string): boolean => existsSync(path.join(folder, file))
  const file = `../public/media/${name}.${isFilm ? 'mp4' : 'm4a'}`
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name))
    says(`"${name}" cannot be the name of a recording`, 'use small letters, digits and hyphens')
  else if (!isThere(file))
    says(`there is no file ${file.slice(3)}`, 'add it, or take `recording` out')
  if (isFilm && !isThere(`${language}/clips/${name}.vtt`))
    says(`the film "${name}" has no captions`, `write ${language}/clips/${name}.vtt, as for a clip`)
  if (!/^[1-9]\d{0,3}$/.test(said.seconds ?? ''))
    says(`"${name}" does not say how long it is`, 'add seconds="…", a whole number')
  if (!said.readBy?.trim())
    says(`"${name}" does not say who reads`, 'add readBy="…": nobody’s name without their consent')
  if (said.voice !== 'person' && said.voice !== 'made')
    says(
      `"${name}" does not say whether a person speaks`,
      'add voice="person", or voice="made" where a machine speaks',
    )
  const now = wordingOf(lines)
  if (said.words !== now)
    says(
      `"${name}" was recorded with other words`,
      `record it anew and write words="${now}", or take \`recording\` out`,
    )
}

export const recordingOf = ({
  recording,
  film,
  seconds,
  readBy,
  voice,
}: RecordingFields): Recording => ({
  name: recording,
  kind: film === 'yes' ? 'film' : 'sound',
  seconds: Number(seconds),
  readBy,
  isMade: voice === 'made',
})
