import { describe, expect, test } from 'vitest'
import { withLinks, type Links } from '#view/frame.ts'
import { clip } from '#view/parts.ts'

const links: Links = {
  home: '/',
  item: (id) => `/learn/${id}`,
  card: (id, { section }) => `/${id}/${section}`,
  question: (id) => id,
  quizResult: (id) => id,
  talk: (id) => id,
  debrief: (id) => id,
}
const cue = (words: string, to: number) => ({
  from: 0,
  to,
  picture: 'Two people.',
  words,
  lines: [],
})
const drawn = clip(
  { language: 'es', inner: '' },
  {
    name: 'welcome',
    title: 'Qué hace <usted>',
    cues: [cue('Usted escucha.', 5), cue('Al lado.', 52.8)],
  },
).text

describe('a clip', () => {
  test('on the platform: loads nothing and plays nothing by itself, with captions in both languages', () => {
    const { text } = withLinks(drawn, { ...links, media: '/media/' })
    expect(text).toMatch(/<video[^>]* preload="none"/)
    expect(text).not.toMatch(/autoplay/)
    expect(text).toContain('src="/media/welcome.webm"')
    expect(text).toContain('poster="/media/welcome.svg"')
    expect(text.match(/<track [^>]*>/g)).toEqual([
      '<track kind="captions" src="/media/welcome.en.vtt" srclang="en" label="English" />',
      '<track kind="captions" src="/media/welcome.es.vtt" srclang="es" label="Español" default />',
    ])
    expect(text).toContain('53 segundos, sin sonido')
    expect(text).not.toContain('media:')
    expect(text).toContain('Qué hace &lt;usted&gt;')
  })

  test('where media is left out: its words stand open in its place, and nothing points to a file', () => {
    const { text } = withLinks(drawn, links)
    expect(text).not.toMatch(/video controls|<track|<source|media:|segundos/)
    expect(text).toMatch(/<details [^>]*open>/)
    expect(text).toContain('<span class="clip__picture">Two people.</span> Usted escucha.')
  })
})
