import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkClips } from '#authoring/check-clips.ts'

const cue = (times: string, words: string, note = 'NOTE Two people.\n\n'): string =>
  `${note}${times}\n${words}\n\n`
const GOOD = `WEBVTT\n\n${cue('00:00.000 --> 00:04.000', 'You listen.')}`
const ALL = {
  'public/media/hello.mp4': '',
  'public/media/hello.webm': '',
  'public/media/hello.svg': '',
  'content/en/clips/hello.vtt': GOOD,
  'content/es/clips/hello.vtt': GOOD,
}

function problemsWith(
  files: Readonly<Record<string, string>>,
  body = '<Clip name="hello" title="Hello" />',
): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'clips-'))
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
      writeFileSync(path.join(folder, name), text)
    }
    const said: string[] = []
    checkClips(
      (what, remedy) => said.push(`${what} -> ${remedy}`),
      body,
      path.join(folder, 'content'),
    )
    return said
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const english = (text: string): string[] =>
  problemsWith({ ...ALL, 'content/en/clips/hello.vtt': text, 'content/es/clips/hello.vtt': text })

describe('a clip in a lesson', () => {
  test('with its files and its words in both languages is good', () => {
    expect(problemsWith(ALL)).toEqual([])
  })

  test('needs a title, its files and its words', () => {
    expect(problemsWith({ ...ALL }, '<Clip name="hello" />')[0]).toContain('has no title')
    const { 'public/media/hello.webm': _, ...withoutWebm } = ALL
    expect(problemsWith(withoutWebm)[0]).toContain('public/media/hello.webm')
    const { 'content/es/clips/hello.vtt': __, ...withoutSpanish } = ALL
    expect(problemsWith(withoutSpanish)[0]).toContain('es/clips/hello.vtt')
    expect(english('hello')[0]).toContain('has no captions')
  })

  test('its words can be read in time, on a phone, and say what is seen', () => {
    const long = 'x'.repeat(41)
    expect(english(`WEBVTT\n\n${cue('00:00.000 --> 00:09.000', long)}`)[0]).toContain('too long')
    expect(english(`WEBVTT\n\n${cue('00:00.000 --> 00:09.000', 'a\nb\nc')}`)[0]).toContain(
      'too long',
    )
    expect(english(`WEBVTT\n\n${cue('00:00.000 --> 00:01.000', 'x'.repeat(18))}`)[0]).toContain(
      'too short a time',
    )
    expect(english(`WEBVTT\n\n${cue('00:02.000 --> 00:01.000', 'x')}`)[0]).toContain(
      'before it begins',
    )
    expect(english(`WEBVTT\n\n${cue('00:00.000 --> 00:04.000', 'x', '')}`)[0]).toContain(
      'what is seen',
    )
  })

  test('has the same times in both languages', () => {
    const late = GOOD.replace('00:04.000', '00:05.000')
    expect(problemsWith({ ...ALL, 'content/es/clips/hello.vtt': late })[0]).toContain('other times')
  })
})
