/** Checks the clips that a lesson shows: its files, and words that can be read in time on a phone. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { cuesOf, type Cue } from '#domain/course/captions.ts'
import { LANGUAGES } from '#domain/course/language.ts'

/** The picture is a square: this much fits under it on a phone. */
const MOST_LINES = 2
const MOST_CHARACTERS = 40
/** BBC subtitle guidelines: 160 to 180 words a minute, about 17 characters a second. */
const MOST_PER_SECOND = 17

type Says = (what: string, remedy: string) => void

/** @param folder of `content/`; the clips lie beside it in public/media */
export function checkClips(says: Says, body: string, folder: string): void {
  for (const tag of body.match(/<Clip\b[^>]*>/g) ?? []) {
    const name = /name="([^"]*)"/.exec(tag)?.[1] ?? ''
    if (!/title="[^"]+"/.test(tag))
      says(`the clip "${name}" has no title`, 'say what it shows in title="…"')
    for (const ending of ['mp4', 'webm', 'svg'])
      if (!existsSync(path.join(folder, '../public/media', `${name}.${ending}`)))
        says(`there is no file public/media/${name}.${ending}`, 'add it, or take the clip out')
    checkCaptions(says, name, folder)
  }
}

function checkCaptions(says: Says, name: string, folder: string): void {
  const times = LANGUAGES.map((language) => {
    const file = `${language}/clips/${name}.vtt`
    const at = path.join(folder, file)
    if (!existsSync(at)) {
      says(`there are no words for the clip in ${file}`, 'write them as in docs/authoring.md')
      return null
    }
    const text = readFileSync(at, 'utf8')
    const cues = cuesOf(text)
    if (!text.startsWith('WEBVTT') || cues.length === 0)
      says(`${file} has no captions`, 'start it with WEBVTT, then a time and the words')
    for (const cue of cues) checkCue((what, remedy) => says(`${file}: ${what}`, remedy), cue)
    return cues.map(({ from, to }) => `${from}-${to}`).join(' ')
  })
  const known = times.filter((one) => one !== null)
  if (new Set(known).size > 1)
    says(`the captions of "${name}" have other times in each language`, 'give them the same times')
}

function checkCue(says: Says, { from, to, lines, words, picture }: Cue): void {
  if (to <= from) says(`"${words}" ends before it begins`, 'write the earlier time first')
  if (lines.length > MOST_LINES || lines.some((line) => line.length > MOST_CHARACTERS))
    says(
      `"${words}" is too long to stand under the picture`,
      `write at most ${MOST_LINES} lines of ${MOST_CHARACTERS} characters`,
    )
  if (words.length > (to - from) * MOST_PER_SECOND)
    says(`"${words}" is shown too short a time`, `give 1 second to ${MOST_PER_SECOND} characters`)
  if (!picture) says(`"${words}" does not say what is seen`, 'write NOTE and the picture above it')
}
