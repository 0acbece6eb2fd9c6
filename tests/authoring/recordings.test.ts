/** A recording is what stands on the page, says who speaks, and is there; a session's as well as a story's. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { checkRecording, placesIn, wordingOf } from '#authoring/recordings.ts'
import { withLinks, type Links } from '#view/frame.ts'
import { conversation, story } from '#view/parts.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'recordings-'))
afterAll(() => rmSync(folder, { recursive: true }))
const content = path.join(folder, 'content')
for (const [name, text] of [
  ['public/media/ray-en.m4a', ''],
  ['public/media/ray-film.mp4', ''],
  ['content/en/clips/ray-film.vtt', 'WEBVTT'],
] as const) {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
  writeFileSync(path.join(folder, name), text)
}

const lesson = (fields: string, words = 'I talked, and she nodded.'): string =>
  `Before.\n\n<Story who="Ray"${fields}>\n*${words}*\n</Story>\n\n<Conversation title="Not today">\n<Says who="Marcus">\nGood morning. Ask <Local term="clinical-team" />.\n</Says>\n<Says who="Dennis">\nSlept 2 hours.\n</Says>\n</Conversation>\n`
const [place] = placesIn(lesson(''))
const WORDS = wordingOf(place?.lines ?? [])
const GOOD = ` recording="ray-en" seconds="47" readBy="a volunteer" voice="person" words="${WORDS}"`

const problemsWith = (fields: string, words?: string): string[] => {
  const said: string[] = []
  for (const found of placesIn(lesson(fields, words)))
    if (found.said)
      checkRecording((what, remedy) => said.push(`${what} -> ${remedy}`), found.said, found.lines, {
        folder: content,
        language: 'en',
      })
  return said
}

test('stories and conversations are places, with who says what', () => {
  expect(
    placesIn(lesson('')).map(({ kind, title, lines, said }) => ({ kind, title, lines, said })),
  ).toEqual([
    {
      kind: 'story',
      title: 'Ray',
      lines: [{ who: 'Ray', words: 'I talked, and she nodded.' }],
      said: null,
    },
    {
      kind: 'conversation',
      title: 'Not today',
      lines: [
        { who: 'Marcus', words: 'Good morning. Ask {clinical-team}.' },
        { who: 'Dennis', words: 'Slept 2 hours.' },
      ],
      said: null,
    },
  ])
})

test('a whole recording is content, also where a comma has changed since', () => {
  expect(problemsWith(GOOD)).toEqual([])
  expect(problemsWith(GOOD, 'I talked and she nodded')).toEqual([])
  expect(
    problemsWith(GOOD.replace('ray-en', 'ray-film').replace(' seconds', ' film="yes" seconds')),
  ).toEqual([])
})

test.each([
  [
    'a file that is not there',
    GOOD.replace('ray-en', 'joyce'),
    /no file public\/media\/joyce\.m4a/,
  ],
  ['a name that leads elsewhere', GOOD.replace('ray-en', '../ray'), /cannot be the name/],
  ['no length', GOOD.replace(/ seconds="\d+"/, ''), /how long/],
  ['nobody who reads', GOOD.replace('a volunteer', ' '), /who reads/],
  [
    'a machine that is not told',
    GOOD.replace(' voice="person"', ''),
    /whether a person speaks -> .*voice="made"/,
  ],
  [
    'a film without captions',
    GOOD.replace('ray-en', 'ray-en').replace(' seconds', ' film="yes" seconds'),
    /no captions/,
  ],
] as const)('%s is named', (_, fields, said) => {
  expect(problemsWith(fields).join('\n')).toMatch(said)
})

test('what was recorded with other words is not heard: it says what to write', () => {
  const other = 'I talked, and she slept.'
  const now = wordingOf([{ who: 'Ray', words: other }])
  expect(problemsWith(GOOD, other)).toEqual([
    `"ray-en" was recorded with other words -> record it anew and write words="${now}", or take \`recording\` out`,
  ])
})

describe('as it is drawn', () => {
  const recording = {
    name: 'ray-en',
    kind: 'sound',
    seconds: 47,
    readBy: 'a <volunteer>',
    isMade: false,
  } as const
  const links: Links = {
    home: '/',
    item: (id) => id,
    card: (id) => id,
    question: (id) => id,
    quizResult: (id) => id,
    talk: (id) => id,
    debrief: (id) => id,
  }
  const context = { language: 'en', inner: '<p>Words.</p>' } as const

  test('it loads nothing by itself, and says who reads', () => {
    const { text } = withLinks(story(context, 'Ray', recording).text, {
      ...links,
      media: '/media/',
    })
    expect(text).toContain(
      '<audio class="recording__player" controls preload="none" src="/media/ray-en.m4a"',
    )
    expect(text).toContain('Read by a &lt;volunteer&gt;. 47 seconds.')
  })

  test('a machine is never called a person', () => {
    const { text } = conversation({ ...context, language: 'es' }, 'Hoy no', {
      ...recording,
      isMade: true,
    })
    expect(text).toContain('una voz hecha por computadora, no una persona')
    expect(text).not.toContain('volunteer')
  })

  test('a film has captions from the start', () => {
    expect(story(context, 'Ray', { ...recording, kind: 'film' }).text).toMatch(
      /preload="none" src="media:ray-en\.mp4"[\s\S]*<track kind="captions" src="media:ray-en\.en\.vtt" srclang="en" label="English" default \/>/,
    )
  })

  test('a carrier without media has the words alone; without a recording nothing changes', () => {
    const without = withLinks(story(context, 'Ray').text, links).text
    expect(withLinks(story(context, 'Ray', recording).text, links).text.replace(/\s+/g, ' ')).toBe(
      without.replace(/\s+/g, ' '),
    )
    expect(without).not.toContain('recording')
  })
})
