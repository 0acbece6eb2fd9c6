import { expect, test } from 'vitest'
import { cuesOf } from '#domain/course/captions.ts'

const FILE = `WEBVTT

NOTE A person sits alone.
It is night.

1
00:00.400 --> 00:05.800
When a long illness is new,
it can feel very lonely.

STYLE
::cue { color: red }

01:00:06.300 --> 01:00:12.000 line:90%
A mentor waits.
`

test('captions are read with the picture that stands above them', () => {
  expect(cuesOf(FILE)).toEqual([
    {
      from: 0.4,
      to: 5.8,
      picture: 'A person sits alone. It is night.',
      words: 'When a long illness is new, it can feel very lonely.',
      lines: ['When a long illness is new,', 'it can feel very lonely.'],
    },
    {
      from: 3606.3,
      to: 3612,
      picture: '',
      words: 'A mentor waits.',
      lines: ['A mentor waits.'],
    },
  ])
})

test('Windows line ends are read too, and a file without cues has none', () => {
  expect(cuesOf(FILE.replaceAll('\n', '\r\n'))).toEqual(cuesOf(FILE))
  expect(cuesOf('WEBVTT\n\nNOTE nothing yet')).toEqual([])
  expect(cuesOf('')).toEqual([])
})
